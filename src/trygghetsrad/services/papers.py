"""The facts that each paper is made of, taken from the council file as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.actions import Action, is_overdue, urgency
from trygghetsrad.domain.dates import clock, iso, overdue_text
from trygghetsrad.domain.meetings import Capacity, Presence, RoleAtMeeting, SpanReason
from trygghetsrad.domain.papers import (
    ActionListFacts,
    ActionRow,
    AgendaFacts,
    AgendaRow,
    AttendanceListFacts,
    AttendanceRow,
    MemberGroup,
    MemberListFacts,
    MemberRow,
)
from trygghetsrad.domain.people import Member, SeatRole
from trygghetsrad.domain.sorting import swedish_key
from trygghetsrad.services.letterhead import letterhead_of, meeting_facts_of, words_of
from trygghetsrad.services.live import live
from trygghetsrad.services.reading import council_of
from trygghetsrad.services.reading_meetings import actions_of
from trygghetsrad.services.seating import members_on
from trygghetsrad.store.schema import ActionRow as ActionTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.attachments import Attachment
    from trygghetsrad.domain.meetings import AgendaItem, Attendee, Meeting, MeetingRoom

ELECTED = frozenset({SeatRole.CHAIR, SeatRole.VICE_CHAIR})


def action_rows(session: Session, today: date, *, with_closed: bool = False) -> tuple[ActionRow, ...]:
    """Return the actions as a list on paper shows them, late ones first."""
    found = actions_of(session, session.scalars(live(ActionTable)).all())
    kept = [action for action in found if with_closed or action.is_open]
    return tuple(_action_row(action, today) for action in sorted(kept, key=lambda one: urgency(one, today)))


def _action_row(action: Action, today: date) -> ActionRow:
    late = is_overdue(action, today)
    return ActionRow(
        what=action.what,
        owner=action.owner,
        due=action.due,
        status=overdue_text(action.due, today).capitalize()
        if late and action.due
        else action.status.value.capitalize(),
        late=late,
        done=not action.is_open,
        origin=action.origin,
        areas=tuple(sorted(area.value for area in action.areas)),
    )


def action_list_facts(session: Session, today: date) -> ActionListFacts:
    council = council_of(session)
    return ActionListFacts(
        letterhead=letterhead_of(session, council),
        words=words_of(council),
        as_of=today,
        rows=action_rows(session, today, with_closed=True),
    )


def agenda_rows(items: Sequence[AgendaItem]) -> tuple[AgendaRow, ...]:
    return tuple(
        AgendaRow(
            number=str(item.position),
            title=item.title,
            presenter=item.presenter,
            note=f"Anmält av {item.proposed_by}" if item.proposed_by not in {"", item.presenter} else "",
            minutes=item.minutes,
            kind=item.kind.value.capitalize(),
            registry_number=item.dnr,
            proposed_decision=item.proposed_decision,
            papers=tuple(paper_line(paper, item.position) for paper in item.papers),
        )
        for item in items
    )


def paper_line(paper: Attachment, position: int | None = None) -> str:
    """Return "Bilaga 3.1 Lägesbild augusti", numbered as in the handlingspaket."""
    return f"Bilaga {paper.number(position)} {paper.told()}"


def holder_of(room: MeetingRoom, role: RoleAtMeeting) -> str:
    return next((holder.name for holder in room.holders(role)), "")


def agenda_facts(session: Session, room: MeetingRoom) -> AgendaFacts:
    council = council_of(session)
    return AgendaFacts(
        letterhead=letterhead_of(session, council),
        words=words_of(council),
        meeting=meeting_facts_of(room.meeting),
        rows=agenda_rows(room.items),
        registry_number=room.meeting.dnr,
        chair=holder_of(room, RoleAtMeeting.CHAIR),
        secretary=holder_of(room, RoleAtMeeting.SECRETARY),
        draft=room.meeting.notice_issued_on is None and not room.approval_holds,
        approved=f"Godkänd av ordföranden den {iso(room.meeting.approved_on)}"
        if room.meeting.approved_on and room.approval_holds
        else "",
    )


def attendance_list_facts(session: Session, room: MeetingRoom) -> AttendanceListFacts:
    """Return the list to sign, which doubles as the basis for remuneration (practice.md 28)."""
    council = council_of(session)
    parties = {
        member.person.id: bool(member.appointment and member.appointment.party)
        for member in members_on(session, room.meeting.day)
        if member.person
    }
    rows = tuple(
        AttendanceRow(
            name=one.name,
            organisation=one.organisation,
            role=one.role.value if one.role else one.capacity.value,
            presence=_presence(room, one),
            elected=one.role in ELECTED or parties.get(one.person_id or 0, False),
            from_to=_from_to(room.meeting, one),
            serving=_serving(room.meeting, one),
        )
        for one in room.attendees
    )
    return AttendanceListFacts(
        letterhead=letterhead_of(session, council),
        words=words_of(council),
        meeting=meeting_facts_of(room.meeting),
        rows=rows,
    )


def _from_to(meeting: Meeting, one: Attendee) -> str:
    """Return "13.02–15.00"; who came later or left before that was there at times nobody wrote down."""
    if meeting.started is None or not one.is_here:
        return ""
    reasons = {span.reason for span in one.spans}
    begun, over = clock(meeting.started), clock(meeting.ended) if meeting.ended else ""
    late, left = SpanReason.LATE in reasons, SpanReason.LEFT in reasons
    if not late and not left:
        return f"{begun}–{over}"
    came = "kom senare" if late else f"från {begun}"
    went = "gick tidigare" if left else f"till {over}"
    return f"{came}, {went}"


def _serving(meeting: Meeting, one: Attendee) -> str:
    """Return who served as member, once the meeting has begun; a substitute says for whom at once."""
    if one.capacity is Capacity.SERVING_SUBSTITUTE:
        return f"Ja, för {one.serves_for}" if one.serves_for else "Ja"
    if meeting.started is None or not one.is_here:
        return ""
    return "Ja" if one.counts else "Nej"


def _presence(room: MeetingRoom, one: Attendee) -> str:
    """Before the meeting only what was reported is printed; afterwards how it was for those expected."""
    if one.serves_for:
        return f"Tjänstgör för {one.serves_for}"
    waited = one.capacity is Capacity.IDLE_SUBSTITUTE and not one.is_here
    told = one.presence is Presence.EXCUSED or (room.meeting.started is not None and not waited)
    return one.presence.value.capitalize() if told else ""


def member_list_facts(session: Session, today: date) -> MemberListFacts:
    """Return the list of members grouped by organisation, vacant seats too (practice.md 25–27)."""
    council = council_of(session)
    members = members_on(session, today)
    substitutes = {
        member.seat.for_seat_id: member.name
        for member in members
        if member.seat.role is SeatRole.PERSONAL_SUBSTITUTE and member.person
    }
    groups: dict[str, list[MemberRow]] = {}
    for member in members:
        organisation = member.organisation or "Utan organisation"
        groups.setdefault(organisation, []).append(_member_row(member, substitutes.get(member.seat.id, "")))
    return MemberListFacts(
        letterhead=letterhead_of(session, council),
        words=words_of(council),
        as_of=today,
        groups=tuple(
            MemberGroup(organisation=name, rows=tuple(groups[name]))
            for name in sorted(groups, key=swedish_key)
        ),
    )


def _member_row(member: Member, personal_substitute: str) -> MemberRow:
    person, appointment = member.person, member.appointment
    return MemberRow(
        role=member.seat.label or member.seat.role.value,
        name=person.name if person else "",
        title=person.title if person else "",
        term=_term(member),
        personal_substitute=personal_substitute,
        party=appointment.party if appointment else "",
        phone=person.any_phone if person and not person.protected else "",
        email=person.email if person and not person.protected else "",
        protected=bool(person and person.protected),
    )


def _term(member: Member) -> str:
    if member.awaits_election:
        return "väntar på nyval"
    appointment = member.appointment
    if appointment is None:
        return ""
    if appointment.ends and appointment.term_id is None:
        return f"t.o.m. {iso(appointment.ends)}"
    return appointment.term or "tills vidare"
