"""What happens in the meeting room: attendance, text, decisions, actions, and the end of the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from sqlalchemy import delete, select

from trygghetsrad.domain.checklist import Lack, what_is_lacking
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.meetings import (
    Attendee,
    Capacity,
    MeetingRoom,
    MeetingState,
    MinutesState,
    Outcome,
    Presence,
    RoleAtMeeting,
    SpanReason,
)
from trygghetsrad.domain.people import SUBSTITUTE_ROLES
from trygghetsrad.services.actions import ActionDetails, new_action
from trygghetsrad.services.agenda import carry_unreached, meeting_after
from trygghetsrad.services.attendance import (
    attendees_of,
    roles_of,
    row_of,
    store_attendance,
    store_roles,
)
from trygghetsrad.services.live import assign, one
from trygghetsrad.services.reading import MeetingNumbers, council_of, items_of, meeting_of, version_of
from trygghetsrad.store.schema import (
    AgendaItemRow,
    AttendanceRow,
    AttendanceSpanRow,
    DecisionRow,
    MeetingRoleRow,
    MeetingRow,
    MinutesVersionRow,
    PersonRow,
)

if TYPE_CHECKING:
    from datetime import date, time

    from sqlalchemy.orm import Session
    from typing_extensions import Unpack

    from trygghetsrad.store.database import Database


class DecisionChanges(TypedDict, total=False):
    """What may be changed of a decision."""

    text: str
    outcome: Outcome
    sent_to: str
    reservations: str
    votes: str


class RoomService:
    """The meeting while it goes on, and whatever is corrected afterwards."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def room(self, meeting_id: int) -> MeetingRoom:
        """Return all that the meeting room shows."""
        with self._database.read() as session:
            return room_of(session, meeting_id)

    def checklist(self, meeting_id: int) -> tuple[Lack, ...]:
        """Return what is missing before the minutes can be made, in agenda order."""
        with self._database.read() as session:
            return what_is_lacking(room_of(session, meeting_id), council_of(session))

    # -- beginning and end ---------------------------------------------------------------------

    def start(self, meeting_id: int, at: time) -> None:
        """Begin the meeting: everyone expected counts as present from now on."""
        with self._database.write("Starta mötet") as session:
            meeting = one(session, MeetingRow, meeting_id, "Mötet")
            if meeting.state is MeetingState.CANCELLED:
                raise Refused("Mötet är inställt. Återta inställandet först om det ska hållas.")
            meeting.started, meeting.ended = at, None
            store_attendance(session, meeting)

    def end(self, meeting_id: int, at: time) -> None:
        """End the meeting: it is held, and what was not reached goes to the next agenda."""
        with self._database.write("Avsluta mötet") as session:
            meeting = one(session, MeetingRow, meeting_id, "Mötet")
            store_attendance(session, meeting)
            store_roles(session, meeting)
            meeting.started = meeting.started or meeting.starts
            meeting.ended = at
            meeting.state = MeetingState.HELD
            session.flush()
            following = meeting_after(session, meeting)
            if following is not None:
                carry_unreached(session, following, self._database.clock())

    def reopen(self, meeting_id: int) -> None:
        """Go on with a meeting that was ended too early."""
        with self._database.write("Fortsätt mötet") as session:
            meeting = one(session, MeetingRow, meeting_id, "Mötet")
            meeting.ended = None
            meeting.state = MeetingState.CALLED if meeting.called_on else MeetingState.PLANNED

    def set_times(self, meeting_id: int, started: time, ended: time) -> None:
        """Correct when the meeting began and ended.

        Raises Refused when it would end before it began.
        """
        if ended <= started:
            raise Refused("Mötet slutar innan det börjar. De gamla klockslagen är kvar.")
        with self._database.write("Ändra mötestiden") as session:
            meeting = one(session, MeetingRow, meeting_id, "Mötet")
            meeting.started, meeting.ended = started, ended

    # -- who is there --------------------------------------------------------------------------

    def set_presence(self, meeting_id: int, attendee: Attendee, presence: Presence) -> None:
        """Tick or untick somebody; a substitute who leaves no longer serves."""
        with self._database.write(f"Närvaro: {attendee.name}") as session:
            row = row_of(session, one(session, MeetingRow, meeting_id, "Mötet"), attendee)
            row.presence = presence
            if row.capacity is Capacity.SERVING_SUBSTITUTE and presence not in {
                Presence.PRESENT,
                Presence.REMOTE,
            }:
                row.capacity, row.serves_for_id = Capacity.IDLE_SUBSTITUTE, None

    def serve(self, meeting_id: int, substitute: Attendee, absent: Attendee) -> None:
        """Let a substitute serve for somebody who is not there."""
        with self._database.write(f"{substitute.name} tjänstgör för {absent.name}") as session:
            meeting = one(session, MeetingRow, meeting_id, "Mötet")
            row, away = row_of(session, meeting, substitute), row_of(session, meeting, absent)
            row.presence, row.capacity, row.serves_for_id = (
                Presence.PRESENT,
                Capacity.SERVING_SUBSTITUTE,
                away.id,
            )
            if away.presence in {Presence.PRESENT, Presence.REMOTE}:
                away.presence = Presence.EXCUSED

    def substitutes(self, meeting_id: int) -> tuple[Attendee, ...]:
        """Return the substitutes who could step in: those of the council who do not serve already."""
        with self._database.read() as session:
            everyone = attendees_of(session, one(session, MeetingRow, meeting_id, "Mötet"))
            return tuple(
                one
                for one in everyone
                if one.role in SUBSTITUTE_ROLES and one.capacity is not Capacity.SERVING_SUBSTITUTE
            )

    def add_guest(
        self, meeting_id: int, name: str, organisation: str = "", capacity: Capacity = Capacity.GUEST
    ) -> None:
        """Add somebody who is not of the council: a guest, a presenter, an organisation's delegate."""
        if not name.strip():
            raise Refused("Skriv vem som deltar. Inget har ändrats.")
        with self._database.write(f"Lägg till {name.strip()}") as session:
            meeting = one(session, MeetingRow, meeting_id, "Mötet")
            store_attendance(session, meeting)
            session.add(
                AttendanceRow(
                    meeting_id=meeting.id,
                    name=name.strip(),
                    organisation=organisation.strip(),
                    presence=Presence.PRESENT,
                    capacity=capacity,
                )
            )

    def remove_guest(self, attendee: Attendee) -> None:
        with self._database.write(f"Ta bort {attendee.name}") as session:
            session.delete(one(session, AttendanceRow, attendee.id or 0, "Deltagaren"))

    def set_span(
        self,
        meeting_id: int,
        attendee: Attendee,
        reason: SpanReason,
        *,
        from_item_id: int | None,
        to_item_id: int | None,
    ) -> None:
        """Note which points somebody was away from, and why; it replaces a span of the same reason."""
        with self._database.write(f"{attendee.name}: {reason.value}") as session:
            row = row_of(session, one(session, MeetingRow, meeting_id, "Mötet"), attendee)
            if reason is not SpanReason.CONFLICT:
                same = (AttendanceSpanRow.attendance_id == row.id, AttendanceSpanRow.reason == reason)
                session.execute(delete(AttendanceSpanRow).where(*same))
            session.add(
                AttendanceSpanRow(
                    attendance_id=row.id, reason=reason, from_item_id=from_item_id, to_item_id=to_item_id
                )
            )

    def clear_spans(self, attendee: Attendee) -> None:
        """Let somebody have been there the whole time after all."""
        with self._database.write(f"{attendee.name} deltog hela mötet") as session:
            session.execute(delete(AttendanceSpanRow).where(AttendanceSpanRow.attendance_id == attendee.id))

    def set_role(self, meeting_id: int, role: RoleAtMeeting, person_id: int | None, name: str = "") -> None:
        """Choose who leads or writes this meeting, or add one who verifies; there may be several."""
        with self._database.write(f"Välj {role.value}") as session:
            one(session, MeetingRow, meeting_id, "Mötet")
            same = [MeetingRoleRow.meeting_id == meeting_id, MeetingRoleRow.role == role]
            if role is RoleAtMeeting.VERIFIER:
                same += [MeetingRoleRow.person_id == person_id, MeetingRoleRow.name == name]
            session.execute(delete(MeetingRoleRow).where(*same))
            session.add(
                MeetingRoleRow(
                    meeting_id=meeting_id,
                    role=role,
                    person_id=person_id,
                    name=name or _name(session, person_id),
                )
            )

    def clear_role(self, meeting_id: int, role: RoleAtMeeting, person_id: int | None = None) -> None:
        """Take a role back; without a person the whole role."""
        with self._database.write(f"Ta bort {role.value}") as session:
            same = [MeetingRoleRow.meeting_id == meeting_id, MeetingRoleRow.role == role]
            if person_id is not None:
                same.append(MeetingRoleRow.person_id == person_id)
            session.execute(delete(MeetingRoleRow).where(*same))

    # -- what is said and decided --------------------------------------------------------------

    def write_text(self, item_id: int, text: str) -> None:
        """Write the text of a point; successive changes within a minute are one step."""
        with self._database.write("Skriv text", merge_key=f"text:{item_id}") as session:
            one(session, AgendaItemRow, item_id, "Punkten").text = text.strip()

    def append_text(self, item_id: int, paragraph: str) -> None:
        """Add a paragraph below the text of a point."""
        with self._database.write("Lägg till text") as session:
            row = one(session, AgendaItemRow, item_id, "Punkten")
            row.text = f"{row.text}\n\n{paragraph.strip()}".strip()

    def set_treated(self, item_id: int, treated: bool) -> None:
        """Tick that the meeting has dealt with a point, or take the tick back."""
        with self._database.write("Bocka av punkt" if treated else "Ta bort bocken") as session:
            one(session, AgendaItemRow, item_id, "Punkten").treated = treated

    def add_decision(self, item_id: int, text: str, outcome: Outcome = Outcome.DECIDES) -> int:
        """Write a decision under a point.

        Raises Refused when nothing is written.
        """
        if not text.strip():
            raise Refused("Skriv vad som beslutades. Inget har ändrats.")
        with self._database.write("Lägg till beslut") as session:
            one(session, AgendaItemRow, item_id, "Punkten")
            row = DecisionRow(item_id=item_id, text=text.strip(), outcome=outcome)
            session.add(row)
            session.flush()
            return row.id

    def change_decision(self, decision_id: int, **changes: Unpack[DecisionChanges]) -> None:
        key = f"decision:{decision_id}:{','.join(changes)}"
        with self._database.write("Ändra beslut", merge_key=key) as session:
            assign(one(session, DecisionRow, decision_id, "Beslutet"), dict(changes))

    def remove_decision(self, decision_id: int) -> None:
        with self._database.write("Ta bort beslut") as session:
            one(session, DecisionRow, decision_id, "Beslutet").deleted_at = self._database.clock()

    def add_action(self, item_id: int, what: str, today: date, **details: Unpack[ActionDetails]) -> int:
        """Give an action under a point; it stands in Åtgärder at once."""
        with self._database.write("Lägg till åtgärd") as session:
            one(session, AgendaItemRow, item_id, "Punkten")
            return new_action(session, what, today, item_id, details).id


def room_of(session: Session, meeting_id: int) -> MeetingRoom:
    """Return the meeting with its agenda, attendance, roles and versions."""
    from trygghetsrad.services.minutes_facts import differs_from_version

    row = one(session, MeetingRow, meeting_id, "Mötet")
    attendees = attendees_of(session, row)
    versions = session.scalars(
        select(MinutesVersionRow)
        .where(MinutesVersionRow.meeting_uid == row.uid)
        .order_by(MinutesVersionRow.n)
    ).all()
    room = MeetingRoom(
        meeting=meeting_of(session, row, MeetingNumbers(session)),
        items=items_of(session, meeting_id),
        attendees=attendees,
        roles=roles_of(session, row, attendees),
        versions=tuple(version_of(version) for version in versions),
    )
    if versions and row.minutes_state is not MinutesState.DRAFT:
        return differs_from_version(session, room, versions[-1])
    return room


def _name(session: Session, person_id: int | None) -> str:
    person = session.get_one(PersonRow, person_id)
    return f"{person.given_name} {person.family_name}".strip()
