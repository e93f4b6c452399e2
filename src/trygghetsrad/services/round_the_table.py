"""Who sits round the table: attendance, substitutes, guests, and who leads, writes and verifies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from trygghetsrad.domain.errors import NotFound, Refused
from trygghetsrad.domain.leading import Turn, hand_over
from trygghetsrad.domain.meetings import HERE, Attendee, Capacity, Presence, RoleAtMeeting, SpanReason
from trygghetsrad.domain.people import SUBSTITUTE_ROLES
from trygghetsrad.services.agenda import rows_of
from trygghetsrad.services.attendance import attendees_of, row_of, store_attendance, turns_of
from trygghetsrad.services.live import live, one
from trygghetsrad.store.schema import (
    AgendaItemRow,
    AttendanceRow,
    AttendanceSpanRow,
    MeetingRoleRow,
    MeetingRow,
    PersonRow,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from trygghetsrad.store.database import Database


class RoundTheTable:
    """The people of one meeting; everything here is also a verb of the meeting room."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def set_presence(self, meeting_id: int, attendee: Attendee, presence: Presence) -> None:
        """Tick or untick somebody; a substitute who leaves, or is no longer needed, no longer serves."""
        with self._database.write(f"Närvaro: {attendee.name}") as session:
            row = row_of(session, one(session, MeetingRow, meeting_id, "Mötet"), attendee)
            row.presence = presence
            if row.capacity is Capacity.SERVING_SUBSTITUTE and presence not in HERE:
                _step_down(row)
            substitute = _substitute_for(session, row) if presence in HERE else None
            if substitute is not None:
                _step_down(substitute)

    def serve(self, meeting_id: int, substitute: Attendee, absent: Attendee) -> None:
        """Let a substitute serve for somebody who is not there; one who did so before steps down.

        Raises Refused when it is the same person.
        """
        with self._database.write(f"{substitute.name} tjänstgör för {absent.name}") as session:
            meeting = one(session, MeetingRow, meeting_id, "Mötet")
            row, away = row_of(session, meeting, substitute), row_of(session, meeting, absent)
            if row is away:
                raise Refused(f"{substitute.name} kan inte ersätta sig själv. Inget har ändrats.")
            former = _substitute_for(session, away)
            if former is not None:
                _step_down(former)
            row.presence, row.capacity, row.serves_for_id = (
                Presence.PRESENT,
                Capacity.SERVING_SUBSTITUTE,
                away.id,
            )
            if away.presence in HERE:
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
        """Take away somebody who was added to this meeting.

        Raises Refused for one of the council's own, who is absent rather than gone.
        """
        if attendee.role is not None:
            raise Refused(f"{attendee.name} hör till rådet. Markera som frånvarande i stället.")
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
        """Note from or to which point somebody was there, or which points a conflict of interest took.

        It replaces a span of the same reason; conflicts add up. Raises NotFound for another meeting's point.
        """
        if reason is SpanReason.CONFLICT:
            to_item_id = to_item_id or from_item_id
        with self._database.write(f"{attendee.name}: {reason.value}") as session:
            row = row_of(session, one(session, MeetingRow, meeting_id, "Mötet"), attendee)
            _check_items(session, meeting_id, {from_item_id, to_item_id})
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
        """Choose who leads or writes this meeting, or add one who verifies; there may be several.

        Raises Refused when nobody is named.
        """
        with self._database.write(f"Välj {role.value}") as session:
            one(session, MeetingRow, meeting_id, "Mötet")
            printed = _name(session, person_id, name)
            same = [MeetingRoleRow.meeting_id == meeting_id, MeetingRoleRow.role == role]
            if role is RoleAtMeeting.VERIFIER:
                by_name = MeetingRoleRow.person_id.is_(None) & (MeetingRoleRow.name == printed)
                same.append(by_name if person_id is None else MeetingRoleRow.person_id == person_id)
            session.execute(delete(MeetingRoleRow).where(*same))
            row = MeetingRoleRow(meeting_id=meeting_id, role=role, person_id=person_id, name=printed)
            session.add(row)

    def take_over(
        self,
        meeting_id: int,
        role: RoleAtMeeting,
        attendee: Attendee,
        *,
        from_item_id: int,
        to_item_id: int | None = None,
    ) -> None:
        """Let somebody lead or write from one point on; past `to_item_id` the former one does so again.

        Raises NotFound for another meeting's point, and Refused for who verifies, which nobody does in turns.
        """
        if role is RoleAtMeeting.VERIFIER:
            raise Refused("En justerare justerar hela protokollet. Inget har ändrats.")
        with self._database.write(f"{attendee.name} är {role.value}") as session:
            meeting = one(session, MeetingRow, meeting_id, "Mötet")
            _check_items(session, meeting_id, {from_item_id, to_item_id})
            points = [row.id for row in rows_of(session, meeting_id)]
            turns = hand_over(
                turns_of(session, meeting, role, attendees_of(session, meeting)),
                Turn(person_id=attendee.person_id, name=attendee.name, at=points.index(from_item_id)),
                None if to_item_id is None else points.index(to_item_id),
                len(points),
            )
            same = (MeetingRoleRow.meeting_id == meeting_id, MeetingRoleRow.role == role)
            session.execute(delete(MeetingRoleRow).where(*same))
            session.add_all(
                MeetingRoleRow(
                    meeting_id=meeting_id,
                    role=role,
                    person_id=turn.person_id,
                    name=turn.name,
                    from_item_id=points[turn.at] if turn.at else None,
                )
                for turn in turns
            )

    def clear_role(
        self, meeting_id: int, role: RoleAtMeeting, person_id: int | None = None, name: str = ""
    ) -> None:
        """Take a role back from a person, or from somebody known by name only; else the whole role."""
        with self._database.write(f"Ta bort {role.value}") as session:
            same = [MeetingRoleRow.meeting_id == meeting_id, MeetingRoleRow.role == role]
            if person_id is not None:
                same.append(MeetingRoleRow.person_id == person_id)
            elif name:
                same.append(MeetingRoleRow.name == name)
            session.execute(delete(MeetingRoleRow).where(*same))


def _step_down(row: AttendanceRow) -> None:
    """Let a substitute wait again; whoever is here stays in the room."""
    row.capacity, row.serves_for_id = Capacity.IDLE_SUBSTITUTE, None


def _substitute_for(session: Session, row: AttendanceRow) -> AttendanceRow | None:
    serving = select(AttendanceRow).where(AttendanceRow.serves_for_id == row.id)
    return session.scalars(serving).first()


def _check_items(session: Session, meeting_id: int, item_ids: set[int | None]) -> None:
    wanted = item_ids - {None}
    mine = live(AgendaItemRow).where(AgendaItemRow.meeting_id == meeting_id, AgendaItemRow.id.in_(wanted))
    if len(session.scalars(mine).all()) != len(wanted):
        raise NotFound("Punkten")


def _name(session: Session, person_id: int | None, name: str) -> str:
    """Return the name to print.

    Raises Refused when nobody is named.
    """
    if person_id is not None and not name.strip():
        person = one(session, PersonRow, person_id, "Personen")
        return f"{person.given_name} {person.family_name}".strip()
    if not name.strip():
        raise Refused("Skriv eller välj vem det gäller. Inget har ändrats.")
    return name.strip()
