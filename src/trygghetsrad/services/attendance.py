"""Who is at a meeting: by default every member, until somebody is unticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from trygghetsrad.domain.meetings import (
    Attendee,
    Capacity,
    Presence,
    RoleAtMeeting,
    RoleHolder,
    Span,
)
from trygghetsrad.domain.people import MEMBER_ROLES, ROLE_ORDER, SUBSTITUTE_ROLES, Member, SeatRole
from trygghetsrad.services.seating import members_on
from trygghetsrad.store.schema import AttendanceRow, AttendanceSpanRow, MeetingRoleRow, MeetingRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

CAPACITY_OF = {
    **dict.fromkeys(MEMBER_ROLES, Capacity.MEMBER),
    **dict.fromkeys(SUBSTITUTE_ROLES, Capacity.IDLE_SUBSTITUTE),
    SeatRole.CO_OPTED: Capacity.CO_OPTED,
    SeatRole.SECRETARY: Capacity.OFFICER,
    SeatRole.COORDINATOR: Capacity.OFFICER,
}


def attendees_of(session: Session, meeting: MeetingRow) -> tuple[Attendee, ...]:
    """Return everyone at a meeting; before it has ended, new members of the council come in by themselves."""
    stored = _stored(session, meeting.id)
    if meeting.ended is not None and stored:
        return stored
    known = {attendee.person_id for attendee in stored}
    return stored + tuple(one for one in _expected(session, meeting) if one.person_id not in known)


def _expected(session: Session, meeting: MeetingRow) -> tuple[Attendee, ...]:
    """Return the members of the day, all present and substitutes waiting; each person once."""
    found: dict[int, Attendee] = {}
    members = sorted(members_on(session, meeting.day), key=lambda one: ROLE_ORDER.index(one.seat.role))
    for member in members:
        if member.person is not None:
            found.setdefault(member.person.id, _default(member))
    return tuple(found.values())


def _default(member: Member) -> Attendee:
    capacity = CAPACITY_OF[member.seat.role]
    waits = capacity is Capacity.IDLE_SUBSTITUTE
    return Attendee(
        id=None,
        person_id=member.person.id if member.person else None,
        name=member.name,
        organisation=member.organisation,
        role=member.seat.role,
        presence=Presence.ABSENT if waits else Presence.PRESENT,
        capacity=capacity,
    )


def _stored(session: Session, meeting_id: int) -> tuple[Attendee, ...]:
    rows = session.scalars(
        select(AttendanceRow).where(AttendanceRow.meeting_id == meeting_id).order_by(AttendanceRow.id)
    ).all()
    names = {row.id: row.name for row in rows}
    spans: dict[int, list[Span]] = {}
    for span in session.scalars(
        select(AttendanceSpanRow)
        .where(AttendanceSpanRow.attendance_id.in_(names))
        .order_by(AttendanceSpanRow.id)
    ):
        fact = Span(from_item_id=span.from_item_id, to_item_id=span.to_item_id, reason=span.reason)
        spans.setdefault(span.attendance_id, []).append(fact)
    return tuple(
        Attendee(
            id=row.id,
            person_id=row.person_id,
            name=row.name,
            organisation=row.organisation,
            role=row.role,
            presence=row.presence,
            capacity=row.capacity,
            serves_for_id=row.serves_for_id,
            serves_for=names.get(row.serves_for_id or 0, ""),
            spans=tuple(spans.get(row.id, ())),
        )
        for row in rows
    )


def store_attendance(session: Session, meeting: MeetingRow) -> None:
    """Write down the default, so that later changes in the council do not change who was there."""
    for attendee in attendees_of(session, meeting):
        if attendee.id is None:
            session.add(
                AttendanceRow(
                    meeting_id=meeting.id,
                    person_id=attendee.person_id,
                    name=attendee.name,
                    organisation=attendee.organisation,
                    role=attendee.role,
                    presence=attendee.presence,
                    capacity=attendee.capacity,
                )
            )
    session.flush()


def row_of(session: Session, meeting: MeetingRow, attendee: Attendee) -> AttendanceRow:
    """Return the stored row of an attendee, writing down the default first."""
    store_attendance(session, meeting)
    if attendee.id is not None:
        return session.get_one(AttendanceRow, attendee.id)
    return session.scalars(
        select(AttendanceRow).where(
            AttendanceRow.meeting_id == meeting.id, AttendanceRow.person_id == attendee.person_id
        )
    ).one()


def roles_of(session: Session, meeting: MeetingRow, attendees: Sequence[Attendee]) -> tuple[RoleHolder, ...]:
    """Return who leads, writes and verifies; without a choice the chair who is there, else the vice chair."""
    rows = session.scalars(
        select(MeetingRoleRow).where(MeetingRoleRow.meeting_id == meeting.id).order_by(MeetingRoleRow.id)
    )
    chosen = [
        RoleHolder(role=row.role, person_id=row.person_id, name=row.name, span_text=row.span_text)
        for row in rows
    ]
    taken = {holder.role for holder in chosen}
    return tuple(chosen) + tuple(one for one in default_roles(attendees) if one.role not in taken)


def default_roles(attendees: Sequence[Attendee]) -> tuple[RoleHolder, ...]:
    """Return the chair and the secretary that the council's seats give."""
    here = [one for one in attendees if one.is_here]
    chair = _first(here, (SeatRole.CHAIR, SeatRole.VICE_CHAIR))
    secretary = _first(here, (SeatRole.SECRETARY, SeatRole.COORDINATOR))
    pairs = ((RoleAtMeeting.CHAIR, chair), (RoleAtMeeting.SECRETARY, secretary))
    return tuple(
        RoleHolder(role=role, person_id=holder.person_id, name=holder.name, is_default=True)
        for role, holder in pairs
        if holder is not None
    )


def _first(here: Sequence[Attendee], roles: tuple[SeatRole, ...]) -> Attendee | None:
    return next((one for role in roles for one in here if one.role is role), None)


def store_roles(session: Session, meeting: MeetingRow) -> None:
    """Write down who led and wrote, once the meeting is over."""
    for holder in roles_of(session, meeting, attendees_of(session, meeting)):
        if holder.is_default:
            session.add(
                MeetingRoleRow(
                    meeting_id=meeting.id, role=holder.role, person_id=holder.person_id, name=holder.name
                )
            )
    session.flush()
