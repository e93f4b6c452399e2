"""The facts of the council's own papers: year wheel, letters to organisations, personal data."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from trygghetsrad.domain.agreement_reminders import agreement_days
from trygghetsrad.domain.board_matters import matter_days
from trygghetsrad.domain.calendar import last_workday
from trygghetsrad.domain.dates import long_day, meeting_time, time_span
from trygghetsrad.domain.documents import PaperOptions
from trygghetsrad.domain.grants import grant_days
from trygghetsrad.domain.invitations import missed_in_a_row
from trygghetsrad.domain.meetings import MeetingState
from trygghetsrad.domain.papers import (
    CouncilYear,
    InvitationFacts,
    Pace,
    PrivacyFacts,
    RepresentationFacts,
    WheelDay,
    WheelFacts,
    WheelMark,
)
from trygghetsrad.domain.people import OrganisationKind, SeatRole
from trygghetsrad.domain.sorting import swedish_key
from trygghetsrad.services.lead_days import days_around
from trygghetsrad.services.letterhead import letterhead_of, words_of
from trygghetsrad.services.live import live, one
from trygghetsrad.services.reading import council_of
from trygghetsrad.services.reading_agreements import agreements_in
from trygghetsrad.services.reading_boards import matters_in
from trygghetsrad.services.reading_grants import grants_in
from trygghetsrad.services.reading_meetings import MeetingNumbers, meeting_of
from trygghetsrad.services.red_days import red_days
from trygghetsrad.services.representation import absent_organisations, invitations_in, presences
from trygghetsrad.services.seating import members_on
from trygghetsrad.store.schema import MeetingRow, OrganisationRow, PersonRow, TermRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.council import Council
    from trygghetsrad.domain.meetings import Meeting
    from trygghetsrad.domain.people import Member
    from trygghetsrad.services.paper_choosing import PaperOrder

DAYS_TO_ANSWER = 21
MOST_COMING = 3
LATE_IN_THE_YEAR = 10
"""From this month on the wheel is about next year, once that is planned."""

PACES = (
    Pace(section="6 §", what="Uppdatera lägesbilden över brottsligheten", how_often="Minst vartannat år"),
    Pace(section="6 §", what="Följa upp åtgärdsplanen", how_often="Minst vartannat år"),
    Pace(
        section="10 §",
        what="Verka för att strategiska frågor hanteras i ett strategiskt råd",
        how_often="Lagen säger inte hur ofta rådet ska mötas",
    ),
    Pace(section="13 §", what="Rapportera till kommunfullmäktige", how_often="Kontinuerligt"),
)
"""Lag (2023:196); the only interval in it is that of 6 §."""


# -- people who answer for the council ---------------------------------------------------------


def contact_of(session: Session, council: Council, today: date) -> tuple[str, ...]:
    """Return whom to ask: the coordinator, else the secretary, else the council's own address."""
    members = members_on(session, today)
    for role in (SeatRole.COORDINATOR, SeatRole.SECRETARY):
        person = next((m.person for m in members if m.seat.role is role and m.person), None)
        if person is not None and not person.protected:
            return tuple(filter(None, (person.name, person.any_phone, person.email)))
        if person is not None:
            return tuple(filter(None, (person.name, council.phone, council.email)))
    return tuple(filter(None, (council.phone, council.email)))


def chair_of(session: Session, today: date) -> str:
    members = members_on(session, today)
    return next((one.name for one in members if one.seat.role is SeatRole.CHAIR and one.person), "")


def privacy_facts(order: PaperOrder) -> PrivacyFacts:
    council = council_of(order.session)
    return PrivacyFacts(
        letterhead=letterhead_of(order.session, council),
        words=words_of(council),
        as_of=order.today,
        controller=council.board,
        council_contact=contact_of(order.session, council, order.today),
        officer_contact=council.officer_contact,
    )


# -- the wheel ---------------------------------------------------------------------------------


def wheel_options(order: PaperOrder) -> PaperOptions:
    """Return the year the wheel is usually about: late in the year the next one, once it is planned."""
    planned = order.session.scalar(
        select(func.max(MeetingRow.day)).where(
            MeetingRow.deleted_at.is_(None), MeetingRow.state != MeetingState.CANCELLED
        )
    )
    next_is_planned = planned is not None and planned.year > order.today.year
    late = order.today.month >= LATE_IN_THE_YEAR
    return PaperOptions(year=order.today.year + (late and next_is_planned))


def wheel_facts(order: PaperOrder) -> WheelFacts:
    session, year = order.session, order.options.year or order.today.year
    council = council_of(session)
    # The first lead times of January's meeting stand in the year before.
    meetings = meetings_between(session, date(year, 1, 1), date(year + 1, 2, 28))
    days = [day for meeting in meetings for day in _days_of(meeting, council)]
    days += _terms(session)
    days += agreement_days(agreements_in(session))
    days += matter_days(matters_in(session))
    days += grant_days(grants_in(session))
    return WheelFacts(
        letterhead=letterhead_of(session, council),
        words=words_of(council),
        year=year,
        as_of=order.today,
        days=tuple(sorted((one for one in days if one.day.year == year), key=lambda one: one.day)),
        paces=PACES,
    )


def meetings_between(session: Session, since: date, until: date) -> list[Meeting]:
    """Return the meetings of a period that are not called off, in order."""
    numbers = MeetingNumbers(session)
    rows = session.scalars(
        live(MeetingRow)
        .where(MeetingRow.day.between(since, until), MeetingRow.state != MeetingState.CANCELLED)
        .order_by(MeetingRow.day, MeetingRow.starts)
    )
    return [meeting_of(row, numbers) for row in rows]


def _days_of(meeting: Meeting, council: Council) -> list[WheelDay]:
    before = days_around(meeting, council)
    name = meeting.label
    return [
        WheelDay(day=meeting.day, mark=WheelMark.MEETING, what=name, about=meeting.theme),
        WheelDay(day=before.ask_items, mark=WheelMark.ITEMS, what="Ärendeförfrågan ska ut", about=name),
        WheelDay(
            day=before.material_stop, mark=WheelMark.MATERIAL, what="Handlingarna ska vara inne", about=name
        ),
        WheelDay(day=before.notice, mark=WheelMark.NOTICE, what="Kallelsen ska ut", about=name),
    ]


def _terms(session: Session) -> list[WheelDay]:
    terms = session.scalars(select(TermRow)).all()
    starts = [
        WheelDay(day=term.starts, mark=WheelMark.OTHER, what=f"Mandatperioden {term.name} börjar")
        for term in terms
    ]
    ends = [
        WheelDay(day=term.ends, mark=WheelMark.OTHER, what=f"Mandatperioden {term.name} slutar")
        for term in terms
    ]
    return [*starts, *ends]


# -- letters -----------------------------------------------------------------------------------


def invitation_options(order: PaperOrder) -> PaperOptions:
    """Return an actor without a place, those that are not asked yet before the others."""
    seated = _seated(order)
    outside = [row for row in _others(order.session) if row.id not in seated]
    asked = {one.organisation_id for one in invitations_in(order.session)}
    return PaperOptions(
        organisation_id=_first(row for row in outside if row.id not in asked) or _first(outside)
    )


def representation_options(order: PaperOrder) -> PaperOptions:
    """Return the first actor that has stopped coming, else the first with a place."""
    absent = absent_organisations(order.session, order.today)
    if absent:
        return PaperOptions(organisation_id=absent[0].organisation_id)
    seated = _seated(order)
    return PaperOptions(organisation_id=_first(row for row in _others(order.session) if row.id in seated))


def _seated(order: PaperOrder) -> set[int | None]:
    return {one.seat.organisation_id for one in members_on(order.session, order.today)}


def _others(session: Session) -> list[OrganisationRow]:
    """Return the actors beside the municipality, which leads the council and asks itself nothing."""
    rows = session.scalars(live(OrganisationRow)).all()
    return [row for row in rows if row.kind is not OrganisationKind.MUNICIPALITY]


def _first(rows: Iterable[OrganisationRow]) -> int | None:
    found = sorted(rows, key=lambda row: swedish_key(row.name))
    return found[0].id if found else None


def invitation_facts(order: PaperOrder) -> InvitationFacts:
    session = order.session
    council = council_of(session)
    home = ordered_organisation(order)
    members = {one.seat.organisation for one in members_on(session, order.today) if one.person}
    name = home.name if home else ""
    return InvitationFacts(
        letterhead=letterhead_of(session, council),
        words=words_of(council),
        issued_on=order.today,
        organisation=name,
        addressee=leader_of(session, home),
        members=tuple(sorted(filter(None, members - {name}), key=swedish_key)),
        year=CouncilYear(
            meetings_a_year=_meetings_a_year(session, order.today),
            usual_time=time_span(council.usual_start, council.usual_end),
            notice_days=council.notice_days,
        ),
        coming=_coming(session, order.today),
        answer_by=answer_day(order.today),
        contact=contact_of(session, council, order.today),
        chair=chair_of(session, order.today),
    )


def representation_facts(order: PaperOrder) -> RepresentationFacts:
    session = order.session
    council = council_of(session)
    home = ordered_organisation(order)
    name = home.name if home else ""
    met = presences(session, order.today).get(name, []) if name else []
    missed = missed_in_a_row(met)
    return RepresentationFacts(
        letterhead=letterhead_of(session, council),
        words=words_of(council),
        issued_on=order.today,
        organisation=name,
        addressee=leader_of(session, home),
        seats=tuple(_seat(one) for one in _seats_of(session, home, order.today)),
        missed=tuple(f"{one.meeting}, {long_day(one.day)}" for one in missed),
        coming=_coming(session, order.today),
        answer_by=answer_day(order.today),
        contact=contact_of(session, council, order.today),
        chair=chair_of(session, order.today),
    )


def ordered_organisation(order: PaperOrder) -> OrganisationRow | None:
    chosen = order.options.organisation_id
    return one(order.session, OrganisationRow, chosen, "Organisationen") if chosen else None


def leader_of(session: Session, home: OrganisationRow | None) -> str:
    """Return whoever leads the organisation, as far as the register knows."""
    if home is None:
        return ""
    leading = live(PersonRow).where(PersonRow.organisation_id == home.id, PersonRow.leading.is_(True))
    row = session.scalar(leading.order_by(PersonRow.sort_key).limit(1))
    return ", ".join(filter(None, (f"{row.given_name} {row.family_name}".strip(), row.title))) if row else ""


def _seats_of(session: Session, home: OrganisationRow | None, today: date) -> list[Member]:
    return [one for one in members_on(session, today) if home and one.seat.organisation_id == home.id]


def _seat(member: Member) -> str:
    role = member.seat.label or member.seat.role.value
    return f"{member.name}, {role}" if member.person else f"Vakant plats som {role}"


def _meetings_a_year(session: Session, today: date) -> int:
    """Return how many meetings the fuller of this year and the next has."""
    years = (today.year, today.year + 1)
    return max(len(meetings_between(session, date(year, 1, 1), date(year, 12, 31))) for year in years)


def _coming(session: Session, today: date) -> tuple[str, ...]:
    ahead = meetings_between(session, today + timedelta(days=1), date(today.year + 1, 12, 31))
    return tuple(printed_meeting(one) for one in ahead[:MOST_COMING])


def printed_meeting(meeting: Meeting) -> str:
    """Return "Tisdag 9 mars 2027 kl. 13.00–15.00, Kommunhuset"."""
    when = meeting_time(meeting.day, meeting.starts, meeting.ends)
    return ", ".join(filter(None, (f"{when[:1].upper()}{when[1:]}", meeting.place.strip())))


def answer_day(today: date) -> date:
    """Return the last workday within three weeks, by which letters want an answer."""
    by = today + timedelta(days=DAYS_TO_ANSWER)
    return last_workday(by, red_days((by.year - 1, by.year)))
