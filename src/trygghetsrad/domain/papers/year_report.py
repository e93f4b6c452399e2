"""What the council did in a year, for those it reports to, and the memo the report goes with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trygghetsrad.domain.papers.letterhead import Letterhead, Words

if TYPE_CHECKING:
    from datetime import date

    from trygghetsrad.domain.papers.lists import ActionRow
    from trygghetsrad.domain.papers.plans import PrintedGoal


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedMeeting:
    """A meeting of the year and how many came."""

    day: date
    name: str
    """ "Möte 1/2026" """
    theme: str = ""
    present: int = 0
    state: str = ""
    """Only where it was not held: "Inställt", "Planerat"."""

    @property
    def was_held(self) -> bool:
        return not self.state


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedAttendance:
    """At how many of the meetings an organisation had somebody, of those where it was expected."""

    organisation: str
    present: int
    meetings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedDecision:
    """A decision as it stands in the minutes, with its §."""

    day: date
    label: str
    """ "Möte 1/2026, § 5" """
    title: str
    text: str
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedArea:
    """The actions of one field of work: what was done in the year, and what is open now."""

    name: str
    rows: tuple[ActionRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedMember:
    """An organisation with those who sit for it; nobody is a vacant seat."""

    organisation: str
    names: tuple[str, ...] = ()
    vacant: tuple[str, ...] = ()
    """The roles of the seats where nobody sits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedChange:
    """Somebody who came or left during the year."""

    day: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearReportFacts:
    """Årsrapport; chapters that nothing is known of are left empty and print one honest line."""

    letterhead: Letterhead
    words: Words = field(default_factory=Words)
    year: int
    as_of: date
    reports_to: str = "Kommunfullmäktige"
    meetings: tuple[ReportedMeeting, ...] = ()
    attendance: tuple[ReportedAttendance, ...] = ()
    decisions: tuple[ReportedDecision, ...] = ()
    areas: tuple[ReportedArea, ...] = ()
    members: tuple[ReportedMember, ...] = ()
    changes: tuple[ReportedChange, ...] = ()
    coming: tuple[str, ...] = ()
    """The meetings planned after the year, as printed."""
    picture: tuple[str, ...] = ()
    """How it stands with the lägesbild, and what has changed in it."""
    plan: tuple[str, ...] = ()
    """How it stands with the åtgärdsplan: how many actions of each sort, and what is late."""
    planned: tuple[ActionRow, ...] = ()
    goals: tuple[PrintedGoal, ...] = ()
    agreements: tuple[str, ...] = ()
    """Agreements and pledges, one sentence each."""
    publications: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    """The coordinating function and state grants, one sentence each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoFacts:
    """Tjänsteskrivelse to the responsible board, with which a paper is laid before it."""

    letterhead: Letterhead
    words: Words = field(default_factory=Words)
    name: str = "tjänsteskrivelse"
    """tjänsteskrivelse or tjänsteutlåtande"""
    issued_on: date
    to: str
    """The board: "Kommunstyrelsen"."""
    matter: str
    """ "Årsrapport 2026 för Trygghetsrådet" """
    proposal: tuple[str, ...]
    summary: str
    description: tuple[str, ...]
    basis: tuple[str, ...]
    """Beslutsunderlag: the papers the board has to decide from."""
    sent_to: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    """Name and title of whoever wrote it."""
    registry_number: str = ""
