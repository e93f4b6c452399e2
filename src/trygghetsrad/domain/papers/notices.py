"""The notice that calls people to a meeting, and the agenda alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from trygghetsrad.domain.papers.letterhead import Letterhead, MeetingFacts, Words

if TYPE_CHECKING:
    from datetime import date

    from trygghetsrad.domain.papers.lists import ActionRow


class NoticeKind(StrEnum):
    """Whether the notice is the first one, replaces an earlier one, or calls the meeting off."""

    NEW = "new"
    CHANGED = "changed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRow:
    """One item on the agenda; it has an item number, not yet a §."""

    number: str
    title: str
    presenter: str = ""
    minutes: int | None = None
    kind: str = ""
    """ "Information", "Diskussion" or "Beslut" """
    registry_number: str = ""
    proposed_decision: str = ""
    note: str = ""
    papers: tuple[str, ...] = ()
    """ "Bilaga 1", "Handlingen finns i diariet, KS 2026/71" """


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledPerson:
    """Someone the notice goes to."""

    name: str
    organisation: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceReport:
    """How to say that you cannot come."""

    by: date | None = None
    to: str = ""
    contact: tuple[str, ...] = ()
    """Phone and e-mail, as printed."""
    note: str = ""
    """ "Kontakta även din ersättare." """


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeFacts:
    """Kallelse: new, changed or cancelled."""

    letterhead: Letterhead
    words: Words = field(default_factory=Words)
    kind: NoticeKind = NoticeKind.NEW
    replaces_dated: date | None = None
    change_text: str = ""
    """What changed, or why the meeting is called off; the first line of the paper."""
    meeting: MeetingFacts
    issued_on: date
    registry_number: str = ""
    chair: str = ""
    secretary: str = ""
    agenda: tuple[AgendaRow, ...] = ()
    will_be_decided: str = ""
    """Free text; empty means the decision items of the agenda are listed."""
    asked_of_you: str = ""
    absence: AbsenceReport = field(default_factory=AbsenceReport)
    called: tuple[CalledPerson, ...] = ()
    for_information: tuple[CalledPerson, ...] = ()
    open_actions: tuple[ActionRow, ...] = ()
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRequestFacts:
    """Ärendeförfrågan: what should the next meeting deal with."""

    letterhead: Letterhead
    words: Words = field(default_factory=Words)
    meeting: MeetingFacts
    issued_on: date
    theme: str = ""
    answer_by: date
    to: str = ""
    contact: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    """What stands on the agenda already, beside the points of every meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaFacts:
    """Dagordning alone, for the chair to approve or for the table."""

    letterhead: Letterhead
    words: Words = field(default_factory=Words)
    meeting: MeetingFacts
    rows: tuple[AgendaRow, ...]
    registry_number: str = ""
    chair: str = ""
    secretary: str = ""
    draft: bool = False
    """Printed as "Förslag till dagordning"."""
    approved: str = ""
    """ "Godkänd av ordföranden den 24 november 2026" """
