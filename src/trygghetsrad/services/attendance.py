"""Who is at a meeting: by default every member, until somebody is unticked."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from sqlalchemy import select

from trygghetsrad.domain.leading import Turn, in_order
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
from trygghetsrad.store.schema import (
    AgendaItemRow,
    AttendanceRow,
    AttendanceSpanRow,
    MeetingRoleRow,
    MeetingRow,
)

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
    expected = _expected(session, meeting)
    if meeting.started is None:
        stored = _as_the_council_is(stored, expected)
    known = {attendee.person_id for attendee in stored}
    return stored + tuple(one for one in expected if one.person_id not in known)


def _as_the_council_is(stored: Sequence[Attendee], expected: Sequence[Attendee]) -> tuple[Attendee, ...]:
    """Return who is noted before a meeting has begun, without those who have left the council since.

    Whoever has got another seat comes as what they are now; what was said of their presence stays.
    """
    now = {one.person_id: one for one in expected}
    return tuple(
        one if one.role is None else _seated_now(one, now[one.person_id])
        for one in stored
        if one.role is None or one.person_id in now
    )


def _seated_now(noted: Attendee, now: Attendee) -> Attendee:
    if noted.role is now.role:
        return noted
    serves = noted.capacity is Capacity.SERVING_SUBSTITUTE
    return dataclasses.replace(
        noted,
        role=now.role,
        organisation=now.organisation,
        capacity=noted.capacity if serves else now.capacity,
    )


def settle_attendance(session: Session, meeting: MeetingRow) -> None:
    """Write down who is expected as a meeting begins, and forget those who have left the council."""
    now = {one.id: one for one in attendees_of(session, meeting)}
    for row in session.scalars(select(AttendanceRow).where(AttendanceRow.meeting_id == meeting.id)).all():
        if row.id in now:
            one = now[row.id]
            row.role, row.organisation, row.capacity = one.role, one.organisation, one.capacity
        else:
            session.delete(row)
    session.flush()


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
    ).all()
    points = _points(session, meeting.id) if any(row.from_item_id for row in rows) else ()
    chosen = [holder for role in RoleAtMeeting for holder in _holders(role, rows, points)]
    taken = {holder.role for holder in chosen}
    return tuple(chosen) + tuple(one for one in default_roles(attendees) if one.role not in taken)


def turns_of(
    session: Session, meeting: MeetingRow, role: RoleAtMeeting, attendees: Sequence[Attendee]
) -> tuple[Turn, ...]:
    """Return who has a role from which point on, also while only the default says so."""
    same = (MeetingRoleRow.meeting_id == meeting.id, MeetingRoleRow.role == role)
    rows = session.scalars(select(MeetingRoleRow).where(*same).order_by(MeetingRoleRow.id)).all()
    if rows:
        return _turns(rows, _points(session, meeting.id))
    usual = (one for one in default_roles(attendees) if one.role is role)
    return tuple(Turn(person_id=one.person_id, name=one.name, at=0) for one in usual)


def _holders(
    role: RoleAtMeeting, rows: Sequence[MeetingRoleRow], points: Sequence[AgendaItemRow]
) -> list[RoleHolder]:
    """Return each person who has a role once, with the stretches of the meeting."""
    mine = [row for row in rows if row.role is role]
    if not any(row.from_item_id for row in mine):
        return [RoleHolder(role=role, person_id=row.person_id, name=row.name) for row in mine]
    live_ids = [row.id for row in points if row.deleted_at is None]
    turns = _turns(mine, points)
    ends = [*(turn.at for turn in turns[1:]), len(live_ids)]
    found: dict[tuple[int | None, str], list[tuple[int, int]]] = {}
    for turn, end in zip(turns, ends, strict=True):
        stretch = (live_ids[turn.at], live_ids[end - 1])
        found.setdefault((turn.person_id, turn.name), []).append(stretch)
    alone = len(found) == 1
    return [
        RoleHolder(role=role, person_id=person, name=name, stretches=() if alone else tuple(stretches))
        for (person, name), stretches in found.items()
    ]


def _turns(rows: Sequence[MeetingRoleRow], points: Sequence[AgendaItemRow]) -> tuple[Turn, ...]:
    """Return the stored turns by place; one that began at a point now gone begins at the next one."""
    there = [row for row in points if row.deleted_at is None]
    positions = {row.id: row.position for row in points}
    found = []
    for row in rows:
        start = positions.get(row.from_item_id or 0, 0)
        at = next((place for place, point in enumerate(there) if point.position >= start), None)
        if at is not None or row.from_item_id is None:
            found.append(Turn(person_id=row.person_id, name=row.name, at=at or 0))
    return in_order(found)


def _points(session: Session, meeting_id: int) -> Sequence[AgendaItemRow]:
    """Return the agenda in order, also points in the bin, which keep their place."""
    mine = select(AgendaItemRow).where(AgendaItemRow.meeting_id == meeting_id)
    return session.scalars(mine.order_by(AgendaItemRow.position, AgendaItemRow.id)).all()


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
