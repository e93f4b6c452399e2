"""Rows of the council file turned into plain facts; nothing else of the file gets past this room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from trygghetsrad.domain.actions import Action, FollowUp
from trygghetsrad.domain.council import Council, StandingItem
from trygghetsrad.domain.meetings import (
    AgendaItem,
    Decision,
    ItemAction,
    Meeting,
    MeetingState,
    MinutesVersion,
)
from trygghetsrad.domain.people import Appointment, Organisation, OrganisationKind, Person, Seat, Term
from trygghetsrad.services.live import live
from trygghetsrad.store.schema import (
    ActionRow,
    AgendaItemRow,
    AppointmentRow,
    CouncilRow,
    DecisionRow,
    FollowUpRow,
    IssuedDocumentRow,
    MeetingNumberRow,
    MeetingRow,
    MinutesVersionRow,
    OrganisationRow,
    PersonRow,
    SeatRow,
    SectionNumberRow,
    StandingItemRow,
    TermRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sqlalchemy.orm import Session


def council_of(session: Session) -> Council:
    """Return the one council of the file."""
    row = session.scalars(select(CouncilRow)).one()
    return Council(**{name: getattr(row, name) for name in Council.__dataclass_fields__})


def standing_item_of(row: StandingItemRow) -> StandingItem:
    return StandingItem(
        id=row.id,
        uid=row.uid,
        position=row.position,
        title=row.title,
        minutes=row.minutes,
        content=row.content,
    )


def organisation_of(row: OrganisationRow) -> Organisation:
    return Organisation(
        id=row.id, uid=row.uid, name=row.name, kind=row.kind, parent_id=row.parent_id, notes=row.notes
    )


def organisations_by_id(session: Session) -> dict[int, OrganisationRow]:
    """Return every organisation, also those in the bin, since old seats may name them."""
    return {row.id: row for row in session.scalars(select(OrganisationRow))}


def person_of(row: PersonRow, organisations: dict[int, OrganisationRow]) -> Person:
    organisation = organisations.get(row.organisation_id or 0)
    return Person(
        id=row.id,
        uid=row.uid,
        given_name=row.given_name,
        family_name=row.family_name,
        title=row.title,
        leading=row.leading,
        organisation_id=row.organisation_id,
        organisation=organisation.name if organisation else "",
        email=row.email,
        phone=row.phone,
        mobile=row.mobile,
        notes=row.notes,
        private_address=row.private_address,
        protected=row.protected,
    )


def term_of(row: TermRow) -> Term:
    return Term(id=row.id, uid=row.uid, name=row.name, starts=row.starts, ends=row.ends)


def seat_of(row: SeatRow, organisations: dict[int, OrganisationRow]) -> Seat:
    organisation = organisations.get(row.organisation_id or 0)
    return Seat(
        id=row.id,
        uid=row.uid,
        role=row.role,
        organisation_id=row.organisation_id,
        organisation=organisation.name if organisation else "",
        organisation_kind=organisation.kind if organisation else OrganisationKind.OTHER,
        label=row.label,
        for_seat_id=row.for_seat_id,
    )


def appointment_of(row: AppointmentRow, person: PersonRow, terms: dict[int, TermRow]) -> Appointment:
    term = terms.get(row.term_id or 0)
    return Appointment(
        id=row.id,
        uid=row.uid,
        seat_id=row.seat_id,
        person_id=row.person_id,
        person=f"{person.given_name} {person.family_name}".strip(),
        starts=row.starts or (term.starts if term else None),
        ends=row.ends or (term.ends if term else None),
        term_id=None if row.ends else row.term_id,
        term=term.name if term else "",
        appointed_by=row.appointed_by,
        appointed_on=row.appointed_on,
        section=row.section,
        instead_of=row.instead_of,
        party=row.party,
    )


class MeetingNumbers:
    """The numbers that notices have given, and those that the coming ones are expected to get."""

    def __init__(self, session: Session) -> None:
        self._given: dict[str, tuple[int, int]] = {}
        years: dict[int, int] = {}
        for row in session.scalars(select(MeetingNumberRow)):
            self._given[row.meeting_uid] = (row.number, row.year)
            years[row.year] = max(row.number, years.get(row.year, 0))
        self._expected: dict[str, int] = {}
        for meeting in session.scalars(live(MeetingRow).order_by(MeetingRow.day, MeetingRow.starts)):
            if meeting.uid not in self._given and meeting.state is not MeetingState.CANCELLED:
                years[meeting.day.year] = years.get(meeting.day.year, 0) + 1
                self._expected[meeting.uid] = years[meeting.day.year]

    def given(self, uid: str) -> int | None:
        return self._given[uid][0] if uid in self._given else None

    def year(self, uid: str) -> int | None:
        """Return the year a number was given in, which the meeting may have left since."""
        return self._given[uid][1] if uid in self._given else None

    def expected(self, uid: str) -> int:
        return self.given(uid) or self._expected.get(uid, 1)


def meeting_of(session: Session, row: MeetingRow, numbers: MeetingNumbers) -> Meeting:
    version = newest_version(session, row.uid)
    return Meeting(
        id=row.id,
        uid=row.uid,
        day=row.day,
        starts=row.starts,
        ends=row.ends,
        place=row.place,
        link=row.link,
        kind=row.kind,
        state=row.state,
        theme=row.theme,
        dnr=row.dnr,
        number=numbers.given(row.uid),
        number_year=numbers.year(row.uid),
        expected_number=numbers.expected(row.uid),
        notice_issued_on=_notice_day(session, row.uid),
        called_on=row.called_on,
        started=row.started,
        ended=row.ended,
        cancelled_because=row.cancelled_because,
        minutes_kind=row.minutes_kind,
        minutes_state=row.minutes_state,
        verified_on=version.verified_on if version else None,
        verification_place=row.verification_place,
        agenda_opened=row.agenda_opened,
    )


def _notice_day(session: Session, uid: str) -> date | None:
    notices = select(IssuedDocumentRow.issued_on).where(
        IssuedDocumentRow.about_uid == uid, IssuedDocumentRow.kind == "kallelse"
    )
    return session.scalar(notices.order_by(IssuedDocumentRow.id.desc()).limit(1))


def newest_version(session: Session, meeting_uid: str) -> MinutesVersionRow | None:
    """Return the minutes as they left the house last."""
    return session.scalar(
        select(MinutesVersionRow)
        .where(MinutesVersionRow.meeting_uid == meeting_uid)
        .order_by(MinutesVersionRow.n.desc())
        .limit(1)
    )


def version_of(row: MinutesVersionRow) -> MinutesVersion:
    return MinutesVersion(
        id=row.id,
        n=row.n,
        sha256=row.sha256,
        created_on=row.created_on,
        document_id=row.document_id,
        verified_on=row.verified_on,
        verified_how=row.verified_how,
    )


def items_of(session: Session, meeting_id: int) -> tuple[AgendaItem, ...]:
    """Return the agenda in order, each point with its decisions and actions."""
    rows = session.scalars(
        live(AgendaItemRow)
        .where(AgendaItemRow.meeting_id == meeting_id)
        .order_by(AgendaItemRow.position, AgendaItemRow.id)
    ).all()
    ids = [row.id for row in rows]
    sections = {
        number.item_uid: number
        for number in session.scalars(
            select(SectionNumberRow).where(SectionNumberRow.item_uid.in_([row.uid for row in rows]))
        )
    }
    decisions = _decisions(session, ids)
    actions = _item_actions(session, ids)
    return tuple(
        AgendaItem(
            id=row.id,
            uid=row.uid,
            meeting_id=row.meeting_id,
            position=row.position,
            title=row.title,
            kind=row.kind,
            origin=row.origin,
            content=row.content,
            presenter=row.presenter,
            minutes=row.minutes,
            proposed_decision=row.proposed_decision,
            text=row.text,
            dnr=row.dnr,
            confidential=row.confidential,
            areas=row.areas,
            treated=row.treated,
            section=sections[row.uid].section if row.uid in sections else None,
            section_letter=sections[row.uid].letter if row.uid in sections else "",
            decisions=tuple(decisions.get(row.id, ())),
            actions=tuple(actions.get(row.id, ())),
        )
        for row in rows
    )


def _decisions(session: Session, item_ids: Sequence[int]) -> dict[int, list[Decision]]:
    found: dict[int, list[Decision]] = {}
    rows = session.scalars(
        live(DecisionRow).where(DecisionRow.item_id.in_(item_ids)).order_by(DecisionRow.id)
    )
    for row in rows:
        decision = Decision(
            id=row.id,
            uid=row.uid,
            item_id=row.item_id,
            text=row.text,
            outcome=row.outcome,
            sent_to=row.sent_to,
            reservations=row.reservations,
            votes=row.votes,
        )
        found.setdefault(row.item_id, []).append(decision)
    return found


def _item_actions(session: Session, item_ids: Sequence[int]) -> dict[int, list[ItemAction]]:
    found: dict[int, list[ItemAction]] = {}
    rows = session.scalars(
        live(ActionRow).where(ActionRow.item_id.in_(item_ids)).order_by(ActionRow.id)
    ).all()
    names = OwnerNames(session)
    for row in rows:
        action = ItemAction(id=row.id, uid=row.uid, what=row.what, owner=names.owner(row), due=row.due)
        found.setdefault(row.item_id or 0, []).append(action)
    return found


class OwnerNames:
    """Who owns an action, as a name: a person, an organisation or a word."""

    def __init__(self, session: Session) -> None:
        self._organisations = organisations_by_id(session)
        self._persons = {
            row.id: f"{row.given_name} {row.family_name}".strip()
            for row in session.scalars(select(PersonRow))
        }

    def owner(self, row: ActionRow) -> str:
        if row.owner_person_id:
            return self._persons[row.owner_person_id]
        if row.owner_organisation_id:
            return self._organisations[row.owner_organisation_id].name
        return row.owner_text


def actions_of(session: Session, rows: Iterable[ActionRow]) -> list[Action]:
    """Return actions with owner, origin and what was told of them."""
    names, numbers = OwnerNames(session), MeetingNumbers(session)
    items = {row.id: row for row in session.scalars(select(AgendaItemRow))}
    meetings = {row.id: row for row in session.scalars(select(MeetingRow))}
    sections = {row.item_uid: row for row in session.scalars(select(SectionNumberRow))}
    told: dict[int, list[FollowUp]] = {}
    for line in session.scalars(live(FollowUpRow).order_by(FollowUpRow.day, FollowUpRow.id)):
        follow_up = FollowUp(id=line.id, uid=line.uid, day=line.day, text=line.text, rating=line.rating)
        told.setdefault(line.action_id, []).append(follow_up)
    return [
        _action(
            row, names, numbers, items.get(row.item_id or 0), meetings, sections, tuple(told.get(row.id, ()))
        )
        for row in rows
    ]


def _action(
    row: ActionRow,
    names: OwnerNames,
    numbers: MeetingNumbers,
    item: AgendaItemRow | None,
    meetings: dict[int, MeetingRow],
    sections: dict[str, SectionNumberRow],
    told: tuple[FollowUp, ...],
) -> Action:
    origin = _origin(numbers, item, meetings, sections) if item else ""
    return Action(
        id=row.id,
        uid=row.uid,
        what=row.what,
        status=row.status,
        due=row.due,
        owner_person_id=row.owner_person_id,
        owner_organisation_id=row.owner_organisation_id,
        owner=names.owner(row),
        areas=row.areas,
        nature=row.nature,
        one_off=row.one_off,
        done_on=row.done_on,
        created_on=row.created_on,
        notes=row.notes,
        item_id=row.item_id,
        meeting_id=item.meeting_id if item else None,
        origin=origin,
        follow_ups=told,
    )


def _origin(
    numbers: MeetingNumbers,
    item: AgendaItemRow,
    meetings: dict[int, MeetingRow],
    sections: dict[str, SectionNumberRow],
) -> str:
    """Return where an action was decided: Möte 2/2026, § 5."""
    meeting = meetings[item.meeting_id]
    given = numbers.given(meeting.uid)
    label = f"Möte {'' if given else 'prel. '}{numbers.expected(meeting.uid)}/{meeting.day.year}"
    section = sections.get(item.uid)
    return f"{label}, § {section.section}{section.letter}" if section else label
