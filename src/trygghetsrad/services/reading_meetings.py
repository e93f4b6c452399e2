"""Meetings, their points, and the actions born under them, as plain facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from trygghetsrad.domain.actions import Action, FollowUp
from trygghetsrad.domain.meetings import (
    AgendaItem,
    Decision,
    ItemAction,
    Meeting,
    MeetingState,
    MinutesVersion,
    minutes_state,
)
from trygghetsrad.services.live import live
from trygghetsrad.services.reading import organisations_by_id
from trygghetsrad.services.reading_attachments import papers_by_item
from trygghetsrad.store.schema import (
    ActionRow,
    AgendaItemRow,
    AgendaSeenRow,
    DecisionRow,
    FollowUpRow,
    IssuedDocumentRow,
    MeetingNumberRow,
    MeetingRow,
    MinutesVersionRow,
    PersonRow,
    SectionNumberRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sqlalchemy.orm import Session


class MeetingNumbers:
    """What has left the house about each meeting: numbers, notices, minutes; and the numbers to expect."""

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
        self._notices = _notice_days(session)
        self._verified = _verified_days(session)
        self._seen = set(session.scalars(select(AgendaSeenRow.meeting_uid)))

    def given(self, uid: str) -> int | None:
        return self._given[uid][0] if uid in self._given else None

    def year(self, uid: str) -> int | None:
        """Return the year a number was given in, which the meeting may have left since."""
        return self._given[uid][1] if uid in self._given else None

    def expected(self, uid: str) -> int:
        return self.given(uid) or self._expected.get(uid, 1)

    def notice_day(self, uid: str) -> date | None:
        """Return when the newest notice was made."""
        return self._notices.get(uid)

    def verified(self, uid: str) -> list[date | None]:
        """Return the day of verification, or none, of each version of the minutes, oldest first."""
        return self._verified.get(uid, [])

    def is_seen(self, uid: str) -> bool:
        """Tell whether the coordinator has looked at the agenda."""
        return uid in self._seen


def _notice_days(session: Session) -> dict[str, date]:
    rows = session.execute(
        select(IssuedDocumentRow.about_uid, IssuedDocumentRow.issued_on)
        .where(IssuedDocumentRow.kind == "kallelse")
        .order_by(IssuedDocumentRow.id)
    )
    return {row.about_uid: row.issued_on for row in rows}


def _verified_days(session: Session) -> dict[str, list[date | None]]:
    found: dict[str, list[date | None]] = {}
    versions = select(MinutesVersionRow.meeting_uid, MinutesVersionRow.verified_on)
    for row in session.execute(versions.order_by(MinutesVersionRow.n)):
        found.setdefault(row.meeting_uid, []).append(row.verified_on)
    return found


def meeting_of(row: MeetingRow, numbers: MeetingNumbers) -> Meeting:
    verified = numbers.verified(row.uid)
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
        notice_issued_on=numbers.notice_day(row.uid),
        called_on=row.called_on,
        started=row.started,
        ended=row.ended,
        cancelled_because=row.cancelled_because,
        minutes_kind=row.minutes_kind,
        minutes_state=minutes_state(row.minutes_kind, [day is not None for day in verified]),
        verified_on=verified[-1] if verified else None,
        verification_place=row.verification_place,
        verification_day=row.verification_day,
        verification_time=row.verification_time,
        asked_of_you=row.asked_of_you,
        approved_on=row.approved_on,
        approved_agenda=row.approved_agenda,
        agenda_opened=numbers.is_seen(row.uid),
    )


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
    papers = papers_by_item(session, ids)
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
            proposed_by=row.proposed_by,
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
            papers=tuple(papers.get(row.id, ())),
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
    actions = list(rows)
    names, origins = OwnerNames(session), _Origins(session, actions)
    told = _follow_ups(session, actions)
    return [
        Action(
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
            meeting_id=origins.meeting_id(row),
            origin=origins.told(row),
            problem_id=row.problem_id,
            cause_id=row.cause_id,
            goal_id=row.goal_id,
            effect=row.effect,
            partners=row.partners,
            starts=row.starts,
            follow_ups=tuple(told.get(row.id, ())),
        )
        for row in actions
    ]


def _follow_ups(session: Session, actions: Sequence[ActionRow]) -> dict[int, list[FollowUp]]:
    found: dict[int, list[FollowUp]] = {}
    about = live(FollowUpRow).where(FollowUpRow.action_id.in_([row.id for row in actions]))
    for line in session.scalars(about.order_by(FollowUpRow.day, FollowUpRow.id)):
        follow_up = FollowUp(
            id=line.id,
            uid=line.uid,
            day=line.day,
            text=line.text,
            rating=line.rating,
            review_id=line.review_id,
            production=line.production,
            process=line.process,
            effect=line.effect,
        )
        found.setdefault(line.action_id, []).append(follow_up)
    return found


class _Origins:
    """Where actions were decided: Möte 2/2026, § 5."""

    def __init__(self, session: Session, actions: Sequence[ActionRow]) -> None:
        born_under = {row.item_id for row in actions if row.item_id is not None}
        found = session.execute(
            select(AgendaItemRow.id, AgendaItemRow.uid, MeetingRow)
            .join(MeetingRow, MeetingRow.id == AgendaItemRow.meeting_id)
            .where(AgendaItemRow.id.in_(born_under))
        )
        self._homes = {row_id: (uid, meeting) for row_id, uid, meeting in found}
        self._numbers = MeetingNumbers(session) if self._homes else None
        uids = [uid for uid, _meeting in self._homes.values()]
        sections = session.scalars(select(SectionNumberRow).where(SectionNumberRow.item_uid.in_(uids)))
        self._sections = {row.item_uid: f"§ {row.section} {row.letter}".strip() for row in sections}

    def meeting_id(self, row: ActionRow) -> int | None:
        """Return the meeting one can go to; one in the bin is no place to go."""
        home = self._homes.get(row.item_id or 0)
        return home[1].id if home and home[1].deleted_at is None else None

    def told(self, row: ActionRow) -> str:
        home = self._homes.get(row.item_id or 0)
        if home is None or self._numbers is None:
            return ""
        uid, meeting = home
        if meeting.deleted_at is not None and self._numbers.given(meeting.uid) is None:
            return f"Borttaget möte {meeting.day.isoformat()}"
        label = meeting_of(meeting, self._numbers).label
        return ", ".join(part for part in (label, self._sections.get(uid, "")) if part)
