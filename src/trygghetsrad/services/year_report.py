"""The facts of the annual report and of the memo that lays it before the board."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from trygghetsrad.domain.actions import Action, Area, is_overdue, urgency
from trygghetsrad.domain.council import StandingContent
from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.dates import iso, overdue_text
from trygghetsrad.domain.meetings import Capacity, MeetingState, Outcome
from trygghetsrad.domain.numbering import printed_section
from trygghetsrad.domain.papers import (
    ActionRow,
    MemoFacts,
    ReportedArea,
    ReportedAttendance,
    ReportedChange,
    ReportedDecision,
    ReportedMeeting,
    ReportedMember,
    YearReportFacts,
)
from trygghetsrad.domain.people import ROLE_ORDER, SeatRole
from trygghetsrad.domain.sorting import swedish_key
from trygghetsrad.services.attendance import attendees_of
from trygghetsrad.services.council_papers import meetings_between, printed_meeting
from trygghetsrad.services.letterhead import letterhead_of, words_of
from trygghetsrad.services.live import live
from trygghetsrad.services.reading import council_of, organisations_by_id, seat_of
from trygghetsrad.services.reading_meetings import MeetingNumbers, actions_of, items_of, meeting_of
from trygghetsrad.services.representation import represented_at
from trygghetsrad.services.seating import appointments_in, members_on
from trygghetsrad.services.year_of_thread import (
    agreement_lines,
    picture_lines,
    plan_actions,
    plan_lines,
    publication_lines,
    reported_goals,
    resource_lines,
)
from trygghetsrad.store.schema import ActionRow as ActionTable, MeetingRow, SeatRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.council import Council
    from trygghetsrad.domain.meetings import AgendaItem, Decision, Meeting
    from trygghetsrad.domain.people import Appointment, Seat
    from trygghetsrad.services.paper_choosing import PaperOrder

WITHOUT_AREA = "utan verksamhetsområde"
MANY = 4
"""More than this many changes on one day are told as a number."""
_FORMALITIES = frozenset(
    {
        StandingContent.OPENING,
        StandingContent.VERIFIER,
        StandingContent.PREVIOUS,
        StandingContent.NEXT_MEETING,
        StandingContent.CLOSING,
    }
)
_OUTSIDERS = frozenset({Capacity.PRESENTER, Capacity.GUEST})
_NOT_HELD = {MeetingState.CANCELLED: "Inställt"}


def year_report_facts(order: PaperOrder) -> YearReportFacts:
    session, year = order.session, order.options.year or order.today.year
    council = council_of(session)
    numbers = MeetingNumbers(session)
    rows = session.scalars(
        live(MeetingRow)
        .where(MeetingRow.day.between(date(year, 1, 1), date(year, 12, 31)))
        .order_by(MeetingRow.day, MeetingRow.starts)
    ).all()
    held = [row for row in rows if row.state is MeetingState.HELD]
    last_day = min(order.today, date(year, 12, 31))
    return YearReportFacts(
        letterhead=letterhead_of(session, council),
        words=words_of(council),
        year=year,
        as_of=order.today,
        meetings=tuple(
            _meeting(session, row, meeting_of(row, numbers), council.meeting_word) for row in rows
        ),
        attendance=_attendance(session, held),
        decisions=tuple(one for row in held for one in _decisions(session, row, meeting_of(row, numbers))),
        areas=_areas(session, year, order.today),
        members=_members(session, last_day),
        changes=_changes(session, year, last_day),
        coming=tuple(
            printed_meeting(one)
            for one in meetings_between(session, date(year + 1, 1, 1), date(year + 1, 12, 31))
        ),
        picture=picture_lines(session, last_day),
        plan=plan_lines(session, order.today),
        planned=tuple(
            _action(one, year, order.today)
            for one in sorted(plan_actions(session), key=lambda one: urgency(one, order.today))
        ),
        goals=reported_goals(session),
        agreements=agreement_lines(session, year),
        publications=publication_lines(session, year),
        resources=resource_lines(session, year),
    )


# -- meetings ----------------------------------------------------------------------------------


def _meeting(session: Session, row: MeetingRow, meeting: Meeting, word: str) -> ReportedMeeting:
    state = "" if row.state is MeetingState.HELD else _NOT_HELD.get(row.state, "Inte hållet än")
    here = [one for one in attendees_of(session, row) if one.is_here and one.capacity not in _OUTSIDERS]
    return ReportedMeeting(
        day=row.day,
        name=f"{word.capitalize()} {meeting.label.removeprefix('Möte ')}",
        theme=row.theme,
        present=0 if state else len(here),
        state=state,
    )


def _attendance(session: Session, held: Sequence[MeetingRow]) -> tuple[ReportedAttendance, ...]:
    expected: Counter[str] = Counter()
    came: Counter[str] = Counter()
    for row in held:
        for name, was_there in represented_at(session, row).items():
            expected[name] += 1
            came[name] += was_there
    return tuple(
        ReportedAttendance(organisation=name, present=came[name], meetings=expected[name])
        for name in sorted(expected, key=swedish_key)
    )


def _decisions(session: Session, row: MeetingRow, meeting: Meeting) -> list[ReportedDecision]:
    council = council_of(session)
    return [
        ReportedDecision(
            day=row.day,
            label=_place(meeting, item, council),
            title=item.title,
            text=_worded(decision, council.name),
            areas=tuple(area.value for area in Area if area in item.areas),
        )
        for item in items_of(session, row.id)
        if not item.confidential
        if item.content not in _FORMALITIES
        for decision in item.decisions
        if decision.outcome is not Outcome.NOTES
    ]


def _place(meeting: Meeting, item: AgendaItem, council: Council) -> str:
    """Return "Sammanträde 3/2026, § 14" in the council's own word and style."""
    section = f"§ {item.section}{item.section_letter}" if item.section else f"punkt {item.position}"
    number = meeting.label.removeprefix("Möte ")
    printed = printed_section(section, council.section_style, meeting.day.year)
    return f"{council.meeting_word.capitalize()} {number}, {printed[:1].lower()}{printed[1:]}"


def _worded(decision: Decision, body: str) -> str:
    """Return the decision as a sentence that says who decided."""
    if decision.text.casefold().startswith(("rådet ", body.casefold())):
        return decision.text
    return f"{body} {decision.outcome.value} {decision.text[:1].lower()}{decision.text[1:]}"


# -- actions -----------------------------------------------------------------------------------


def _areas(session: Session, year: int, today: date) -> tuple[ReportedArea, ...]:
    found = actions_of(session, session.scalars(live(ActionTable)).all())
    kept = sorted((one for one in found if _belongs(one, year)), key=lambda one: urgency(one, today))
    groups = [(area.value, [one for one in kept if area in one.areas]) for area in Area]
    groups.append((WITHOUT_AREA, [one for one in kept if not one.areas]))
    return tuple(
        ReportedArea(name=name, rows=tuple(_action(one, year, today) for one in members))
        for name, members in groups
        if members
    )


def _belongs(action: Action, year: int) -> bool:
    """Tell whether an action was open some day of the year."""
    begun = action.created_on is None or action.created_on <= date(year, 12, 31)
    return begun and (action.done_on is None or action.done_on >= date(year, 1, 1))


def _action(action: Action, year: int, today: date) -> ActionRow:
    late = is_overdue(action, today)
    status = action.status.value.capitalize()
    if late and action.due:
        status = overdue_text(action.due, today)
    elif action.done_on:
        status = f"{status} {iso(action.done_on)}"
    return ActionRow(
        what=action.what,
        owner=action.owner,
        due=action.due,
        status=status,
        late=late,
        done=not action.is_open and (action.done_on is None or action.done_on.year <= year),
        origin=action.origin,
        areas=tuple(area.value for area in Area if area in action.areas),
    )


# -- people ------------------------------------------------------------------------------------


def _members(session: Session, day: date) -> tuple[ReportedMember, ...]:
    names: dict[str, list[str]] = {}
    vacant: dict[str, list[str]] = {}
    for member in sorted(members_on(session, day), key=lambda one: ROLE_ORDER.index(one.seat.role)):
        home = member.organisation or "Utan organisation"
        role = member.seat.label or member.seat.role.value
        names.setdefault(home, [])
        vacant.setdefault(home, [])
        if member.person:
            names[home].append(f"{member.name}, {role}")
        else:
            vacant[home].append(role)
    return tuple(
        ReportedMember(organisation=home, names=tuple(names[home]), vacant=tuple(vacant[home]))
        for home in sorted(names, key=swedish_key)
    )


def _changes(session: Session, year: int, last_day: date) -> tuple[ReportedChange, ...]:
    """Return who came and left; those who were there when the register was begun are not new."""
    begun = council_of(session).created_on
    organisations = organisations_by_id(session)
    seats = {row.id: _seat_words(seat_of(row, organisations)) for row in session.scalars(live(SeatRow))}
    came: dict[date, list[str]] = {}
    left: dict[date, list[str]] = {}
    for one in appointments_in(session):
        role = seats.get(one.seat_id)
        if role is None:
            continue
        if one.starts and one.starts.year == year and begun < one.starts <= last_day:
            came.setdefault(one.starts, []).append(f"{one.person} blev {role}.")
        if _left(one, year, last_day) and one.ends:
            left.setdefault(one.ends, []).append(f"{one.person} lämnade sin plats som {role}.")
    changes = [*_told(came, "fick plats i rådet"), *_told(left, "lämnade sin plats i rådet")]
    return tuple(sorted(changes, key=lambda one: (one.day, swedish_key(one.text))))


def _seat_words(seat: Seat) -> str:
    """Return "ledamot för Polisen"."""
    return " för ".join(filter(None, (seat.role.value, seat.organisation)))


def _left(one: Appointment, year: int, last_day: date) -> bool:
    return one.term_id is None and one.ends is not None and one.ends.year == year and one.ends <= last_day


def _told(days: dict[date, list[str]], together: str) -> Iterable[ReportedChange]:
    for day, texts in days.items():
        if len(texts) > MANY:
            yield ReportedChange(day=day, text=f"{plural(len(texts), 'person', 'personer')} {together}.")
        else:
            yield from (ReportedChange(day=day, text=text) for text in texts)


# -- the memo ----------------------------------------------------------------------------------

LAW = "lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete"


def memo_facts(order: PaperOrder) -> MemoFacts:
    from trygghetsrad.documents.builders.year_report import summary_lines

    report = year_report_facts(order)
    council = council_of(order.session)
    board = f"{council.board[:1].upper()}{council.board[1:]}"
    matter = f"Årsrapport {report.year} för {council.name}"
    return MemoFacts(
        letterhead=report.letterhead,
        words=report.words,
        name=council.memo_word,
        issued_on=order.today,
        to=council.board,
        matter=matter,
        proposal=(f"{board} föreslår kommunfullmäktige att notera informationen i årsrapporten.",),
        summary=" ".join(summary_lines(report)),
        description=_description(report),
        basis=(f"Årsrapport {report.year}, {council.name}, {iso(order.today)}",),
        sent_to=("Kommunfullmäktige", council.name),
        author=author_of(order.session, order.today),
    )


def _description(report: YearReportFacts) -> tuple[str, ...]:
    law = (
        f"Enligt 13 § {LAW} ska kommunstyrelsen, eller den nämnd som fullmäktige bestämmer, leda det "
        "brottsförebyggande arbetet och kontinuerligt rapportera till kommunfullmäktige."
    )
    about = (
        f"{report.letterhead.body} är kommunens forum för strategiska frågor om brottsförebyggande arbete "
        f"(10 §). Årsrapporten beskriver rådets {report.words.meeting}n, närvaro, beslut och uppdrag under "
        f"{report.year}, vilka som sitter i rådet och vilka platser som är vakanta."
    )
    limits = "Den ersätter inte lägesbilden (4 §), åtgärdsplanen (5 §) eller uppföljningen av den (6 §)."
    return law, f"{about} {limits}"


def author_of(session: Session, today: date) -> tuple[str, ...]:
    """Return name and title of whoever writes for the council: the coordinator, else the secretary."""
    members = members_on(session, today)
    for role in (SeatRole.COORDINATOR, SeatRole.SECRETARY):
        person = next((one.person for one in members if one.seat.role is role and one.person), None)
        if person is not None:
            return (person.name, person.title or role.value.capitalize())
    return ()
