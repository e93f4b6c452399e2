"""The thread: problem, cause, goal and plan, which live on from one lägesbild to the next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from trygghetsrad.domain.actions import ActionNature, Area

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

MOST_PRIORITIES = 3
"""A small municipality is proposed no more priorities than this in one lägesbild (practice.md 19)."""


class Side(StrEnum):
    """The three bones of a cause analysis, after Brå's fishbone."""

    VICTIM = "brottsutsatt"
    OFFENDER = "gärningsperson"
    PLACE = "plats och objekt"


class Factor(StrEnum):
    """Whether something makes the problem more likely or guards against it."""

    RISK = "riskfaktor"
    PROTECTION = "skyddsfaktor"


class Influence(StrEnum):
    """Whether the parties can do anything about a cause."""

    UNSET = ""
    YES = "ja"
    PARTLY = "delvis"
    NO = "nej"


class GoalKind(StrEnum):
    """What changes, how it is done, or how much is done."""

    EFFECT = "effektmål"
    PROCESS = "processmål"
    PRODUCTION = "produktionsmål"


class Position(StrEnum):
    """What was decided about the need of measures for a problem (3 §)."""

    UNSET = ""
    PRIORITISED = "prioriteras"
    WATCHED = "bevakas"
    NO_ACTION = "ingen åtgärd"


class Weight(StrEnum):
    """How far a criterion holds for a problem."""

    UNSET = ""
    YES = "ja"
    PARTLY = "delvis"
    NO = "nej"


POINTS = {Weight.YES: 2, Weight.PARTLY: 1, Weight.NO: 0, Weight.UNSET: 0}


class Standing(StrEnum):
    """How far a lägesbild or a plan has come; that a later one has taken its place is computed."""

    DRAFT = "utkast"
    DECIDED = "beslutad"


class SightingKind(StrEnum):
    """What somebody noticed; never about persons."""

    DAMAGE = "skadegörelse"
    GRAFFITI = "klotter"
    DRUGS = "narkotikamisstanke"
    LITTER = "nedskräpning"
    UNSAFE_PLACE = "otrygg plats"
    GATHERING = "störande samling"
    STAFF = "händelse mot anställd"
    EVENT = "arrangemang"
    RUMOUR = "ryktesspridning"
    VEHICLES = "störande fordon"
    FIRE = "brand"
    OTHER = "annat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Who decided something, when, and where it stands."""

    day: date | None = None
    body: str = ""
    section: str = ""
    """As it is printed in the protokoll: "§ 41"."""
    dnr: str = ""

    def __bool__(self) -> bool:
        return self.day is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """Why the problem arises; numbered within its problem, and the number never moves."""

    id: int
    uid: str
    problem_id: int
    number: int
    side: Side
    text: str
    evidence: str = ""
    nature: ActionNature = ActionNature.UNSET
    factor: Factor = Factor.RISK
    influence: Influence = Influence.UNSET


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What shall be reached, and how that will be seen."""

    id: int
    uid: str
    problem_id: int
    kind: GoalKind
    text: str
    cause_id: int | None = None
    indicator_id: int | None = None
    measure: str = ""
    baseline: str = ""
    target: str = ""
    by: date | None = None
    result: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something the council keeps an eye on; lives on until it is closed or joined with another."""

    id: int
    uid: str
    title: str
    place: int
    focus: str = ""
    """Key of the focus area it was started from, or nothing."""
    description: str = ""
    areas: frozenset[Area] = frozenset({Area.CRIME_PREVENTION})
    closed_on: date | None = None
    closed_because: str = ""
    joined_to_id: int | None = None
    split_from_id: int | None = None
    causes: tuple[Cause, ...] = ()
    goals: tuple[Goal, ...] = ()
    action_ids: tuple[int, ...] = ()
    indicator_ids: tuple[int, ...] = ()

    @property
    def is_open(self) -> bool:
        return self.closed_on is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How one criterion was judged for a problem, and why."""

    criterion: str
    weight: Weight
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What one lägesbild says of one problem: this period's judgement and ställningstagande (3 §)."""

    id: int
    uid: str
    picture_id: int
    problem_id: int
    text: str = ""
    position: Position = Position.UNSET
    motivation: str = ""
    marks: tuple[Mark, ...] = ()

    @property
    def points(self) -> int:
        """Return the sum, which helps to sort and decides nothing."""
        return sum(POINTS[mark.weight] for mark in self.marks)

    @property
    def is_decided(self) -> bool:
        """Tell whether a position is taken and explained; "ingen åtgärd" is a position too."""
        return self.position is not Position.UNSET and bool(self.motivation.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterText:
    """What stands in one chapter of a lägesbild or a plan."""

    chapter: str
    text: str = ""
    nothing_to_report: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SituationPicture:
    """One version of the lägesbild (4 §)."""

    id: int
    uid: str
    number: int
    starts: date
    ends: date
    standing: Standing = Standing.DRAFT
    decided: Resolution = Resolution()
    is_elsewhere: bool = False
    """True for one made before the program, of which only the day and the file are known."""
    attachment_id: int | None = None
    chapters: tuple[ChapterText, ...] = ()
    assessments: tuple[Assessment, ...] = ()

    @property
    def is_draft(self) -> bool:
        return self.standing is Standing.DRAFT

    @property
    def period(self) -> str:
        """Return "2026–2028"."""
        return years_told(self.starts, self.ends)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPlan:
    """One version of the åtgärdsplan (5 §)."""

    id: int
    uid: str
    number: int
    starts: date
    ends: date
    picture_id: int | None = None
    standing: Standing = Standing.DRAFT
    decided: Resolution = Resolution()
    is_elsewhere: bool = False
    attachment_id: int | None = None
    chapters: tuple[ChapterText, ...] = ()
    frozen_actions: frozenset[str] = frozenset()
    """The uids of the actions that stood in it when it was decided."""

    @property
    def is_draft(self) -> bool:
        return self.standing is Standing.DRAFT

    @property
    def period(self) -> str:
        """Return "2026–2028"."""
        return years_told(self.starts, self.ends)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One going through of the plan (6 §); unfinished while there is no day."""

    id: int
    uid: str
    plan_id: int
    started_on: date
    finished_on: date | None = None
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """Something noticed in the municipality, told without persons."""

    id: int
    uid: str
    day: date
    kind: SightingKind
    place: str
    text: str
    source: str = ""
    done: str = ""
    problem_id: int | None = None


def years_told(starts: date, ends: date) -> str:
    """Return "2026–2028", or the one year."""
    return str(starts.year) if starts.year == ends.year else f"{starts.year}–{ends.year}"


Version = TypeVar("Version", SituationPicture, ActionPlan)


def newest_decided(versions: Iterable[Version]) -> Version | None:
    """Return the version that holds now: the one decided last."""
    decided = [(one.decided.day, one.number, one) for one in versions if one.decided.day and not one.is_draft]
    return max(decided, key=lambda told: told[:2])[2] if decided else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadState:
    """How far the thread has come, in a few facts."""

    problems: int
    prioritised: tuple[str, ...]
    """The titles of what the lägesbild that holds now gives priority."""
    picture: SituationPicture | None
    plan: ActionPlan | None
    planned_actions: int
    latest_review: date | None
