"""Lagkollen: what the Act (2023:196) asks for, what is documented, and what is lacking.

Documented is never the same as lawful; each row says what the Act leaves unsaid.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date


class DutyState(StrEnum):
    """How a row of the Act stands; late can only be what has a time in the Act."""

    NOT_FILLED = "inte ifyllt"
    MISSING = "saknas"
    IN_PROGRESS = "arbete pågår"
    DOCUMENTED = "dokumenterat"
    DUE_SOON = "dags snart"
    OVERDUE = "försenat"

    @property
    def key(self) -> str:
        """Return the English word of the command line, "not_filled"."""
        return self.name.lower()


class DutyKind(StrEnum):
    """How strongly the Act says it."""

    SHALL = "ska"
    WORK_FOR = "verka för"
    WHERE_SUITABLE = "när det är lämpligt"
    PURPOSE = "syfte"
    MAY = "får"
    NOTE = "upplysning"
    TRANSITIONAL = "övergång"


class Target(StrEnum):
    """What a row's button opens."""

    PICTURE = "picture"
    PICTURE_REVISION = "picture_revision"
    POSITIONS = "positions"
    PLAN = "plan"
    FOLLOW_UP = "follow_up"
    PLAN_LINKS = "plan_links"
    AGREEMENT = "agreement"
    MEETING = "meeting"
    INVITATION = "invitation"
    COORDINATION = "coordination"
    PUBLICATION = "publication"
    REPORT = "report"


class Proof(StrEnum):
    """What kind of thing a piece of evidence is, so that one click opens it."""

    PICTURE = "picture"
    PROBLEM = "problem"
    PLAN = "plan"
    FOLLOW_UP = "follow_up"
    PLAN_LINK = "plan_link"
    AGREEMENT = "agreement"
    PERSON = "person"
    MEETING = "meeting"
    ORGANISATION = "organisation"
    INVITATION = "invitation"
    COORDINATION = "coordination"
    PUBLICATION = "publication"
    REPORT = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """The button that begins what is lacking."""

    text: str
    target: Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A section of the Act in plain words; `quoted` are its own."""

    key: str
    section: int | None
    """None for the transitional provision."""
    title: str
    kind: DutyKind
    says: str
    quoted: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Return "6 §", or the title of what has no section."""
        return self.title if self.section is None else f"{self.section} §"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(Passage):
    """A row of Lagkollen that has a state."""

    evidence: str
    not_said: str
    start: Start
    interval_months: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """The Act as it was read on a day, and which change was the last one seen."""

    name: str
    number: str
    changed_by: str
    read: str
    in_force: date
    duties: tuple[Duty, ...]
    texts: tuple[Passage, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Return everything in the order of the Act, the transitional provision last."""
        return tuple(sorted((*self.duties, *self.texts), key=lambda one: one.section or 99))

    @property
    def source(self) -> str:
        """Return the line that says which text this rests on."""
        return (
            f"{self.name} (SFS {self.number}), lydelse till och med SFS {self.changed_by}, "
            f"läst i {self.read}. Kontrollera om lagen har ändrats sedan dess."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Something that shows it: what, when, and where it was decided."""

    what: str
    kind: Proof
    day: date | None = None
    section: str = ""
    dnr: str = ""
    body: str = ""
    id: int | None = None
    attachment_id: int | None = None
    """The file that shows it, when there is one here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule found for one row."""

    state: DutyState
    evidence: tuple[Evidence, ...] = ()
    lacking: str = ""
    """One or two plain sentences; empty when there is nothing to say."""
    due: date | None = None
    reckoned: str = ""
    """How `due` was counted, and whose measure it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyStatus:
    """How one row stands today."""

    duty: Duty
    state: DutyState
    due: date | None = None
    evidence: tuple[Evidence, ...] = ()
    lacking: str = ""
    reckoned: str = ""
    start: Start | None = None
    """The button; none when everything is documented."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LawSummary:
    """The ring: how many rows have their evidence, out of how many."""

    counts: Mapping[DutyState, int]
    documented: int
    """Documented in time, also what is soon due."""
    total: int
    first_lacking: DutyStatus | None


_MOST_URGENT = (
    DutyState.OVERDUE,
    DutyState.MISSING,
    DutyState.NOT_FILLED,
    DutyState.DUE_SOON,
    DutyState.IN_PROGRESS,
)


def status_of(duty: Duty, finding: Finding, *, answered: bool) -> DutyStatus:
    """Return a row with its button; what nobody has answered is not filled in, never missing."""
    untold = finding.state is DutyState.MISSING and not answered
    state = DutyState.NOT_FILLED if untold else finding.state
    return DutyStatus(
        duty=duty,
        state=state,
        due=finding.due,
        evidence=finding.evidence,
        lacking="Ingen har fyllt i det här än." if untold else finding.lacking,
        reckoned=finding.reckoned,
        start=None if state is DutyState.DOCUMENTED else duty.start,
    )


def law_summary(statuses: Sequence[DutyStatus]) -> LawSummary:
    """Return the counts for the ring, and the row to begin with: the most urgent, then in the order given."""
    counted = Counter(status.state for status in statuses)
    return LawSummary(
        counts={state: counted[state] for state in DutyState},
        documented=counted[DutyState.DOCUMENTED] + counted[DutyState.DUE_SOON],
        total=len(statuses),
        first_lacking=first_lacking(statuses),
    )


def first_lacking(statuses: Sequence[DutyStatus]) -> DutyStatus | None:
    lacking = [status for status in statuses if status.state in _MOST_URGENT]
    return min(lacking, key=lambda status: _MOST_URGENT.index(status.state), default=None)
