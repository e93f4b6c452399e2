"""Actions: what somebody promised to do, by when, and how it went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ActionStatus(StrEnum):
    """How far an action has come; that it is late is computed, never stored."""

    PLANNED = "planerad"
    ONGOING = "pågår"
    DONE = "klar"
    CANCELLED = "avbruten"


OPEN_STATUSES = frozenset({ActionStatus.PLANNED, ActionStatus.ONGOING})


class Area(StrEnum):
    """The field of work a matter belongs to (practice.md 16)."""

    CRIME_PREVENTION = "brottsförebyggande"
    PUBLIC_HEALTH = "folkhälsa"
    PREPAREDNESS = "beredskap"
    OTHER = "annat"


class ActionNature(StrEnum):
    """Social prevention changes people's lives, situational changes places."""

    UNSET = ""
    SOCIAL = "social"
    SITUATIONAL = "situationell"


class EffectTerm(StrEnum):
    """When an action is expected to show."""

    UNSET = ""
    SHORT = "kort sikt"
    LONG = "lång sikt"


class Rating(StrEnum):
    """How a follow-up judges an action; always shown with words, never by colour alone."""

    UNRATED = ""
    GREEN = "grön"
    YELLOW = "gul"
    RED = "röd"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """What was told about an action one day."""

    id: int
    uid: str
    day: date
    text: str
    rating: Rating = Rating.UNRATED
    review_id: int | None = None
    """The going through of the plan it was told in, if it was (6 §)."""
    production: str = ""
    process: str = ""
    effect: str = ""

    @property
    def words(self) -> str:
        """Return what was told in one line: the text, else the three kinds after each other."""
        kinds = " ".join(filter(None, (self.production, self.process, self.effect)))
        return self.text or kinds or ("Genomgången i uppföljningen." if self.review_id else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something to be done; an uppdrag until it stands in an adopted plan, then an åtgärd."""

    id: int
    uid: str
    what: str
    status: ActionStatus
    due: date | None = None
    owner_person_id: int | None = None
    owner_organisation_id: int | None = None
    owner: str = ""
    areas: frozenset[Area] = frozenset()
    nature: ActionNature = ActionNature.UNSET
    one_off: bool = True
    done_on: date | None = None
    created_on: date | None = None
    notes: str = ""
    item_id: int | None = None
    meeting_id: int | None = None
    origin: str = ""
    problem_id: int | None = None
    cause_id: int | None = None
    goal_id: int | None = None
    effect: EffectTerm = EffectTerm.UNSET
    partners: str = ""
    """Who works together with the owner."""
    starts: date | None = None
    follow_ups: tuple[FollowUp, ...] = ()

    @property
    def is_open(self) -> bool:
        return self.status in OPEN_STATUSES


def is_overdue(action: Action, today: date) -> bool:
    """Tell whether an open action should have been done before today."""
    return action.is_open and action.due is not None and action.due < today


def urgency(action: Action, today: date) -> tuple[int, date, str]:
    """Return a sort key: late first, then by day, those without a day after, finished last."""
    if not action.is_open:
        return (3, action.due or date.max, action.what)
    if action.due is None:
        return (2, date.max, action.what)
    return (0 if is_overdue(action, today) else 1, action.due, action.what)
