"""How an agenda fills itself: standing points, and points that an earlier meeting did not reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Tuple, literal, select, tuple_

from trygghetsrad.domain.constituent import CONSTITUENT_POINTS, OPENING_POINTS
from trygghetsrad.domain.council import MinutesKind, StandingContent
from trygghetsrad.domain.meetings import AgendaItem, ItemKind, ItemOrigin, MeetingKind, MeetingState
from trygghetsrad.services.live import live
from trygghetsrad.services.reading_meetings import items_of
from trygghetsrad.store.schema import AgendaItemRow, MeetingRow, StandingItemRow
from trygghetsrad.store.types import Day, WallTime

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

CLOSING = frozenset({StandingContent.OTHER, StandingContent.NEXT_MEETING, StandingContent.CLOSING})
AHEAD = frozenset({MeetingState.PLANNED, MeetingState.CALLED})
MOMENT_PARTS = (MeetingRow.day, MeetingRow.starts, MeetingRow.id)
MOMENT = tuple_(*MOMENT_PARTS)
DECIDES_BY_NATURE = frozenset({StandingContent.VERIFIER})


def lay_standing_items(session: Session, meeting: MeetingRow) -> None:
    """Put the council's standing points on a new agenda; nobody verifies minnesanteckningar."""
    unfit = StandingContent.VERIFIER if meeting.minutes_kind is MinutesKind.NOTES else None
    standing = session.scalars(select(StandingItemRow).order_by(StandingItemRow.position))
    points = [point for point in standing if point.content is not unfit]
    for position, point in enumerate(points, start=1):
        session.add(_standing_point(meeting.id, position, point))
    session.flush()


def suit_agenda(session: Session, meeting: MeetingRow, now: datetime) -> None:
    """Let the election of who verifies come and go with the way the meeting is written down.

    What somebody has written under it stays.
    """
    points = [row for row in rows_of(session, meeting.id) if row.content is StandingContent.VERIFIER]
    if meeting.minutes_kind is MinutesKind.NOTES:
        reached = {item.id for item in items_of(session, meeting.id) if item.was_reached}
        for row in points:
            row.deleted_at = None if row.id in reached else now
    elif not points:
        _bring_back(session, meeting)
    session.flush()
    renumber(rows_of(session, meeting.id))


def suit_kind(session: Session, meeting: MeetingRow, now: datetime) -> None:
    """Let the points of a first meeting come with its kind, and go again if nobody has touched them."""
    rows = rows_of(session, meeting.id)
    if meeting.kind is MeetingKind.CONSTITUENT:
        place = sum(1 for row in rows if row.content in OPENING_POINTS)
        there = {row.title for row in rows}
        new = [
            AgendaItemRow(meeting_id=meeting.id, position=0, title=title, minutes=minutes, kind=kind)
            for title, minutes, kind in CONSTITUENT_POINTS
            if title not in there
        ]
        session.add_all(new)
        rows[place:place] = new
        renumber(rows)
    else:
        titles = {title for title, _minutes, _kind in CONSTITUENT_POINTS}
        reached = {item.id for item in items_of(session, meeting.id) if item.was_reached}
        for row in rows:
            if row.title in titles and row.id not in reached:
                row.deleted_at = now
        session.flush()
        renumber(rows_of(session, meeting.id))
    session.flush()


def _bring_back(session: Session, meeting: MeetingRow) -> None:
    """Put the standing election of who verifies where the council has it."""
    standing = session.scalars(select(StandingItemRow).order_by(StandingItemRow.position)).all()
    for place, point in enumerate(standing):
        if point.content is StandingContent.VERIFIER:
            rows = rows_of(session, meeting.id)
            row = _standing_point(meeting.id, place + 1, point)
            session.add(row)
            rows.insert(min(place, len(rows)), row)
            renumber(rows)
            session.flush()


def _standing_point(meeting_id: int, position: int, point: StandingItemRow) -> AgendaItemRow:
    decides = point.content in DECIDES_BY_NATURE
    return AgendaItemRow(
        meeting_id=meeting_id,
        position=position,
        title=point.title,
        minutes=point.minutes,
        content=point.content,
        origin=ItemOrigin.STANDING,
        kind=ItemKind.DECISION if decides else ItemKind.INFORMATION,
    )


def rows_of(session: Session, meeting_id: int) -> list[AgendaItemRow]:
    """Return the live points of a meeting in order."""
    return list(
        session.scalars(
            live(AgendaItemRow)
            .where(AgendaItemRow.meeting_id == meeting_id)
            .order_by(AgendaItemRow.position, AgendaItemRow.id)
        )
    )


def renumber(rows: Sequence[AgendaItemRow]) -> None:
    for position, row in enumerate(rows, start=1):
        row.position = position


def insert_before_closing(session: Session, row: AgendaItemRow) -> None:
    """Put a new point last, but before the points that close every meeting."""
    rows = rows_of(session, row.meeting_id)
    place = len(rows)
    while place and rows[place - 1].content in CLOSING:
        place -= 1
    rows.insert(place, row)
    renumber(rows)
    session.add(row)
    session.flush()


def carry_unreached(session: Session, target: MeetingRow, now: datetime) -> None:
    """Let points that the meeting before did not reach come back; take back those it did reach after all.

    A cancelled meeting reached nothing. A copy that the coordinator took away does not come back.
    """
    sources = _sources(session, target) if target.state in AHEAD else []
    threads = _Threads(session)
    there = threads.of_meeting(target.id)
    for source in sources:
        for item in items_of(session, source.id):
            unreached = source.state is MeetingState.CANCELLED or not item.was_reached
            root = threads.root(item.id)
            if unreached and item.origin is not ItemOrigin.STANDING and root not in there:
                insert_before_closing(session, _copy(session, item, target.id))
                there.add(root)
    if sources:
        _take_back_reached(session, target, _Threads(session), now)


def carry_to_next(session: Session, meeting: MeetingRow, now: datetime) -> None:
    """Let the next meeting to come see what this one reached and did not reach."""
    session.flush()
    following = meeting_after(session, meeting)
    if following is not None:
        carry_unreached(session, following, now)


def _take_back_reached(session: Session, target: MeetingRow, threads: _Threads, now: datetime) -> None:
    """Put untouched copies in the bin whose point an earlier meeting has dealt with after all."""
    for item in items_of(session, target.id):
        row = session.get_one(AgendaItemRow, item.id)
        if row.carried_from_id is None or item.was_reached:
            continue
        if threads.was_reached_before(session, item.id, target):
            row.deleted_at = now
    renumber([row for row in rows_of(session, target.id) if row.deleted_at is None])


class _Threads:
    """Points that are one and the same matter, carried from meeting to meeting."""

    def __init__(self, session: Session) -> None:
        carried = AgendaItemRow.carried_from_id.is_not(None)
        links = session.execute(
            select(AgendaItemRow.id, AgendaItemRow.carried_from_id, AgendaItemRow.meeting_id).where(carried)
        ).all()
        self._former = {row.id: row.carried_from_id for row in links}
        self._meetings = {row.id: row.meeting_id for row in links}

    def root(self, item_id: int) -> int:
        """Return the point as it was first put up."""
        while (former := self._former.get(item_id)) is not None:
            item_id = former
        return item_id

    def of_meeting(self, meeting_id: int) -> set[int]:
        """Return the matters that came to a meeting, also those she took away again."""
        return {self.root(item_id) for item_id, at in self._meetings.items() if at == meeting_id}

    def was_reached_before(self, session: Session, item_id: int, target: MeetingRow) -> bool:
        """Tell whether a held meeting before this one dealt with the same matter."""
        root = self.root(item_id)
        same = {root, *(one for one in self._former if self.root(one) == root)}
        homes = session.scalars(
            live(MeetingRow)
            .join(AgendaItemRow, AgendaItemRow.meeting_id == MeetingRow.id)
            .where(
                AgendaItemRow.id.in_(same), MeetingRow.state == MeetingState.HELD, _moment(target) > MOMENT
            )
        ).unique()
        return any(
            item.was_reached for home in homes for item in items_of(session, home.id) if item.id in same
        )


def _copy(session: Session, item: AgendaItem, meeting_id: int) -> AgendaItemRow:
    row = session.get_one(AgendaItemRow, item.id)
    return AgendaItemRow(
        meeting_id=meeting_id,
        position=0,
        title=row.title,
        kind=row.kind,
        presenter=row.presenter,
        minutes=row.minutes,
        proposed_decision=row.proposed_decision,
        dnr=row.dnr,
        confidential=row.confidential,
        areas=row.areas,
        origin=ItemOrigin.UNDISCUSSED,
        carried_from_id=row.id,
    )


def _sources(session: Session, target: MeetingRow) -> list[MeetingRow]:
    """Return the last meeting held before this one and those called off since, the oldest first.

    None, when another meeting is still to come before this one.
    """
    found: list[MeetingRow] = []
    before = live(MeetingRow).where(_moment(target) > MOMENT)
    for row in session.scalars(before.order_by(*(part.desc() for part in MOMENT_PARTS))):
        if row.state in AHEAD:
            return []
        found.insert(0, row)
        if row.state is MeetingState.HELD:
            break
    return found


def _moment(meeting: MeetingRow) -> Tuple:
    """Return when a meeting is, as the file compares it."""
    return tuple_(literal(meeting.day, Day()), literal(meeting.starts, WallTime()), literal(meeting.id))


def meeting_after(session: Session, meeting: MeetingRow) -> MeetingRow | None:
    """Return the next meeting still to come after this one."""
    return session.scalar(
        live(MeetingRow)
        .where(_moment(meeting) < MOMENT, MeetingRow.state.in_(AHEAD))
        .order_by(*MOMENT_PARTS)
        .limit(1)
    )
