"""The minutes of a meeting: who was there, what was said, decided and handed out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trygghetsrad.domain.papers.letterhead import Letterhead, MeetingFacts, Words

if TYPE_CHECKING:
    from datetime import date, time


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """One person in the list of those present or absent."""

    name: str
    organisation: str = ""
    role: str = ""
    """ "ordförande", "ledamot", "föredragande" """
    substitutes_for: str = ""
    remote: bool = False
    sections: str = ""
    """Only when not the whole meeting: "§§ 16–19", "t.o.m. punkt 5"."""
    reason: str = ""
    """ "sen", "gick", "jäv" """


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceFacts:
    """Everyone, in the groups the front page shows."""

    members: tuple[Attendee, ...] = ()
    serving_substitutes: tuple[Attendee, ...] = ()
    other_substitutes: tuple[Attendee, ...] = ()
    others: tuple[Attendee, ...] = ()
    """Adjungerade, ombud, föredragande and guests."""
    excused: tuple[Attendee, ...] = ()
    absent: tuple[Attendee, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """Someone who signs: chair, secretary or verifier of this meeting."""

    name: str
    sections: str = ""
    """ "§§ 14–17" where the role changed hands """
    signed_on: date | None = None
    signed_how: str = ""
    """ "penna", "e-underskrift", "mejl" """


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFacts:
    """One decision as it will be quoted."""

    outcome: str = ""
    """What stands after the council's name: "noterar", "enas om", "beslutar" …"""
    text: str
    uid: str = ""
    """Hidden in a Word file, so that an edited copy is matched; no part of what was said."""
    sent_to: tuple[str, ...] = ()
    reservations: str = ""
    votes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentFacts:
    """Uppdrag given at the meeting."""

    what: str
    owner: str
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesItem:
    """One item of the meeting with its §."""

    label: str
    """ "§ 14", or "1" where §§ are not used """
    title: str
    uid: str = ""
    registry_number: str = ""
    presenter: str = ""
    text: str = ""
    papers: tuple[str, ...] = ()
    """As the agenda named them: "Bilaga 3.1 Lägesbild augusti"."""
    unpublished_papers: tuple[str, ...] = ()
    """Those that may be secret or are for some alone: even their names stay out of the public version."""
    decisions: tuple[DecisionFacts, ...] = ()
    actions: tuple[AssignmentFacts, ...] = ()
    disqualified: str = ""
    """ "Nils Ek anmäler jäv och deltar inte." """
    confidential: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesFacts:
    """Protokoll (formal) or minnesanteckningar: the same facts, two layouts."""

    letterhead: Letterhead
    words: Words = field(default_factory=Words)
    formal: bool = True
    public: bool = False
    """For publishing: no signatures, no code, nothing confidential."""
    left_out: tuple[str, ...] = ()
    """What the public version lacks, one line each."""
    draft_label: str = ""
    """ "Utkast 2"; empty when it is the finished text """
    previous_label: str = ""
    """ "utkast 1": what changed_since compares with """
    changed_since: tuple[str, ...] = ()
    """One line per change: "§ 16: beslutet har fått ny lydelse"."""
    code: str | None = None
    """First 16 hex digits of the hash of these facts."""
    deviation_note: str = ""
    """ "Originalet är den bifogade filen." """
    meeting: MeetingFacts
    registry_number: str = ""
    present_heading: str = "Närvarande ledamöter"
    attendance: AttendanceFacts = field(default_factory=AttendanceFacts)
    chairs: tuple[Officer, ...] = ()
    secretaries: tuple[Officer, ...] = ()
    verifiers: tuple[Officer, ...] = ()
    verification_place: str = ""
    verification_day: date | None = None
    verification_time: time | None = None
    section_range: str = ""
    """ "§§ 14–21" """
    items: tuple[MinutesItem, ...] = ()
    next_meeting: str = ""
    """As printed: "tisdag 9 mars 2027 kl. 13.00, Kommunhuset"."""
    attachments: tuple[str, ...] = ()
    """The papers of the meeting as a whole."""
    unpublished_attachments: tuple[str, ...] = ()
    issued_on: date | None = None
