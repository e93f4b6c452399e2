"""Meetings of the council: when, where, what is on the agenda, who took part."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from trygghetsrad.domain.council import MinutesKind, StandingContent
from trygghetsrad.domain.numbering import meeting_label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, time

    from trygghetsrad.domain.actions import Area
    from trygghetsrad.domain.attachments import Attachment
    from trygghetsrad.domain.people import SeatRole


class MeetingKind(StrEnum):
    ORDINARY = "ordinarie"
    CONSTITUENT = "konstituerande"
    EXTRA = "extra"


class MeetingState(StrEnum):
    """Where a meeting is in its life (practice.md 1)."""

    PLANNED = "planerat"
    CALLED = "kallat"
    HELD = "hållet"
    CANCELLED = "inställt"


class MinutesState(StrEnum):
    """Where the minutes are in their life (practice.md 1)."""

    DRAFT = "utkast"
    SENT_FOR_VERIFICATION = "på justering"
    VERIFIED = "justerat"
    FINALISED = "klara"
    AMENDED = "ändrat"


def minutes_state(kind: MinutesKind, verified: Sequence[bool]) -> MinutesState:
    """Return where the minutes are, from whether each version sent is verified, oldest first."""
    if not verified:
        return MinutesState.DRAFT
    if not verified[-1]:
        return MinutesState.SENT_FOR_VERIFICATION
    if any(verified[:-1]):
        return MinutesState.AMENDED
    return MinutesState.FINALISED if kind is MinutesKind.NOTES else MinutesState.VERIFIED


class ItemKind(StrEnum):
    INFORMATION = "information"
    DISCUSSION = "diskussion"
    DECISION = "beslut"


class ItemOrigin(StrEnum):
    """Why a point stands on the agenda."""

    STANDING = "stående"
    OPEN_ACTION = "öppen åtgärd"
    UNDISCUSSED = "hanns inte med"
    ANSWER = "anmält ärende"
    DUTY = "lagkrav"
    NEW = "ny"


class Outcome(StrEnum):
    """What the council did with a matter; a council that confers decides little (practice.md 5)."""

    NOTES = "noterar"
    AGREES = "enas om"
    PROPOSES = "föreslår kommunstyrelsen besluta"
    DECIDES = "beslutar"


class Presence(StrEnum):
    PRESENT = "närvarande"
    REMOTE = "på distans"
    EXCUSED = "anmält förhinder"
    ABSENT = "frånvarande"


HERE = frozenset({Presence.PRESENT, Presence.REMOTE})


class Capacity(StrEnum):
    """As what a person took part (practice.md 8)."""

    MEMBER = "ledamot"
    SERVING_SUBSTITUTE = "tjänstgörande ersättare"
    IDLE_SUBSTITUTE = "ej tjänstgörande ersättare"
    DELEGATE = "ombud"
    CO_OPTED = "adjungerad"
    OFFICER = "tjänsteperson"
    PRESENTER = "föredragande"
    GUEST = "gäst"


class SpanReason(StrEnum):
    """Why somebody was not there for the whole meeting."""

    LATE = "kom senare"
    LEFT = "gick tidigare"
    CONFLICT = "jäv"


class RoleAtMeeting(StrEnum):
    CHAIR = "ordförande"
    SECRETARY = "sekreterare"
    VERIFIER = "justerare"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting with the state of its notice and its minutes."""

    id: int
    uid: str
    day: date
    starts: time
    ends: time
    place: str
    link: str
    kind: MeetingKind
    state: MeetingState
    theme: str = ""
    dnr: str = ""
    number: int | None = None
    number_year: int | None = None
    """The year the number was given in; a meeting that is moved past New Year keeps both."""
    expected_number: int = 1
    notice_issued_on: date | None = None
    called_on: date | None = None
    started: time | None = None
    ended: time | None = None
    cancelled_because: str = ""
    minutes_kind: MinutesKind = MinutesKind.PROTOCOL
    minutes_state: MinutesState = MinutesState.DRAFT
    verified_on: date | None = None
    verification_place: str = ""
    verification_day: date | None = None
    verification_time: time | None = None
    asked_of_you: str = ""
    approved_on: date | None = None
    approved_agenda: str = ""
    """The points as the chair approved them, one a line."""
    agenda_opened: bool = False

    @property
    def label(self) -> str:
        """Return "Möte 4/2026", or "Möte prel. 4/2026" until the notice has given the number."""
        if self.number is not None:
            return meeting_label(self.number, self.number_year or self.day.year)
        if self.state is MeetingState.CANCELLED:
            return "Möte utan nummer"
        return meeting_label(self.expected_number, self.day.year, preliminary=True)

    @property
    def short_label(self) -> str:
        """Return "Möte 4" for where the year is told beside; "Möte" for one cancelled without a number."""
        if self.number is None and self.state is MeetingState.CANCELLED:
            return "Möte"
        return f"Möte {self.number or self.expected_number}"

    @property
    def is_ongoing(self) -> bool:
        return self.started is not None and self.ended is None and self.state is not MeetingState.CANCELLED

    @property
    def minutes_are_done(self) -> bool:
        return self.minutes_state in {MinutesState.VERIFIED, MinutesState.FINALISED, MinutesState.AMENDED}


def done_text(meeting: Meeting) -> str:
    """Return "Mötets protokoll är justerat", or how that is said of notes, which nobody verifies."""
    is_notes = meeting.minutes_kind is MinutesKind.NOTES
    return "Mötets anteckningar är klara" if is_notes else "Mötets protokoll är justerat"


class MeetingStep(StrEnum):
    """The five steps of a meeting's life as the step line shows them."""

    AGENDA = "Dagordning"
    NOTICE = "Kallelse"
    MEETING = "Möte"
    MINUTES = "Protokoll"
    VERIFIED = "Justerat"


def step_titles(kind: MinutesKind) -> tuple[str, ...]:
    """Return the words of the step line; notes of a meeting are finished, not verified."""
    if kind is MinutesKind.NOTES:
        return ("Dagordning", "Kallelse", "Möte", "Anteckningar", "Klart")
    return tuple(step.value for step in MeetingStep)


def current_step(meeting: Meeting) -> MeetingStep | None:
    """Return what is to be done next for a meeting, None when all is done or it was cancelled."""
    if meeting.state is MeetingState.CANCELLED or meeting.minutes_are_done:
        return None
    if meeting.state is MeetingState.HELD:
        sent = meeting.minutes_state is MinutesState.SENT_FOR_VERIFICATION
        return MeetingStep.VERIFIED if sent else MeetingStep.MINUTES
    if meeting.is_ongoing or meeting.state is MeetingState.CALLED:
        return MeetingStep.MEETING
    prepared = meeting.agenda_opened or meeting.notice_issued_on is not None
    return MeetingStep.NOTICE if prepared else MeetingStep.AGENDA


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    id: int
    uid: str
    item_id: int
    text: str
    outcome: Outcome
    sent_to: str = ""
    reservations: str = ""
    votes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAction:
    """An action as the point it was born under shows it."""

    id: int
    uid: str
    what: str
    owner: str
    due: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """A point of the agenda, and later a § of the minutes."""

    id: int
    uid: str
    meeting_id: int
    position: int
    title: str
    kind: ItemKind
    origin: ItemOrigin
    content: StandingContent
    presenter: str = ""
    proposed_by: str = ""
    """Who asked for the point, when it came as an answer."""
    minutes: int | None = None
    proposed_decision: str = ""
    text: str = ""
    dnr: str = ""
    confidential: bool = False
    areas: frozenset[Area] = frozenset()
    treated: bool = False
    section: int | None = None
    section_letter: str = ""
    decisions: tuple[Decision, ...] = ()
    actions: tuple[ItemAction, ...] = ()
    papers: tuple[Attachment, ...] = ()

    @property
    def was_reached(self) -> bool:
        """Tell whether the meeting came to this point: ticked, written under or decided upon."""
        return self.treated or bool(self.text.strip() or self.decisions or self.actions)


def agenda_text(items: Sequence[AgendaItem]) -> str:
    """Return the points one a line, as the chair approves them."""
    return "\n".join(item.title for item in items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Why somebody was not there for the whole meeting, both ends included.

    Who came late was there from `from_item_id`, who left until and with `to_item_id`; a conflict of interest
    is away from the one to the other.
    """

    from_item_id: int | None
    to_item_id: int | None
    reason: SpanReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """One person at one meeting; `id` is None as long as only the default says so."""

    id: int | None
    person_id: int | None
    name: str
    organisation: str
    role: SeatRole | None
    presence: Presence
    capacity: Capacity
    serves_for_id: int | None = None
    serves_for: str = ""
    spans: tuple[Span, ...] = ()

    @property
    def is_here(self) -> bool:
        return self.presence in HERE

    @property
    def counts(self) -> bool:
        """Tell whether the person sits as member: for the quorum and for who may verify."""
        return self.is_here and self.capacity in {
            Capacity.MEMBER,
            Capacity.SERVING_SUBSTITUTE,
            Capacity.DELEGATE,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleHolder:
    """Who led, wrote or verifies; signature lines come from here, never from the register."""

    role: RoleAtMeeting
    person_id: int | None
    name: str
    stretches: tuple[tuple[int, int], ...] = ()
    """The first and the last point of each stretch, by id; empty for the whole meeting."""
    is_default: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRoom:
    """All that the meeting room shows at once."""

    meeting: Meeting
    items: tuple[AgendaItem, ...]
    attendees: tuple[Attendee, ...]
    roles: tuple[RoleHolder, ...]
    versions: tuple[MinutesVersion, ...] = ()
    changed_since_version: bool = False

    @property
    def approval_holds(self) -> bool:
        """Tell whether the chair has approved the agenda, and it still says the same."""
        meeting = self.meeting
        return meeting.approved_on is not None and meeting.approved_agenda == agenda_text(self.items)

    def holders(self, role: RoleAtMeeting) -> tuple[RoleHolder, ...]:
        return tuple(holder for holder in self.roles if holder.role is role)


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesVersion:
    """The minutes as they once left the house: frozen for ever (practice.md 2)."""

    id: int
    n: int
    sha256: str
    created_on: date
    document_id: int | None
    verified_on: date | None = None
    verified_how: str = ""

    @property
    def code(self) -> str:
        """Return the printed code: the first 16 hex digits of the hash of the facts."""
        return self.sha256[:16]


def is_quorate(attendees: tuple[Attendee, ...]) -> bool:
    """Tell whether more than half of the member seats are filled at the meeting."""
    seats = sum(1 for one in attendees if one.capacity is Capacity.MEMBER)
    return sum(1 for one in attendees if one.counts) * 2 > seats
