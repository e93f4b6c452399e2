"""How an agenda fills itself: standing points, and points that an earlier meeting did not reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from trygghetsrad.domain.council import StandingContent
from trygghetsrad.domain.meetings import AgendaItem, ItemKind, ItemOrigin, MeetingState
from trygghetsrad.services.live import live
from trygghetsrad.services.reading import items_of
from trygghetsrad.store.schema import AgendaItemRow, MeetingRow, StandingItemRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

CLOSING = frozenset({StandingContent.OTHER, StandingContent.NEXT_MEETING, StandingContent.CLOSING})
AHEAD = frozenset({MeetingState.PLANNED, MeetingState.CALLED})
DECIDES_BY_NATURE = frozenset({StandingContent.VERIFIER})


def lay_standing_items(session: Session, meeting: MeetingRow) -> None:
    """Put the council's standing points on a new agenda."""
    standing = session.scalars(select(StandingItemRow).order_by(StandingItemRow.position))
    for position, point in enumerate(standing, start=1):
        decides = point.content in DECIDES_BY_NATURE
        session.add(
            AgendaItemRow(
                meeting_id=meeting.id,
                position=position,
                title=point.title,
                minutes=point.minutes,
                content=point.content,
                origin=ItemOrigin.STANDING,
                kind=ItemKind.DECISION if decides else ItemKind.INFORMATION,
            )
        )
    session.flush()


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
    """Let points that the meeting before did not reach come back; take back those it did reach after all."""
    source = _meeting_before(session, target) if target.state in AHEAD else None
    if source is None or source.state is not MeetingState.HELD:
        return
    reached = {item.id: item.was_reached for item in items_of(session, source.id)}
    copies = _copies(session, target.id)
    for item in items_of(session, source.id):
        if not item.was_reached and item.origin is not ItemOrigin.STANDING and item.id not in copies:
            insert_before_closing(session, _copy(session, item, target.id))
    for origin, copy in copies.items():
        if reached.get(origin, True) and copy.deleted_at is None and not copy.treated and not copy.text:
            copy.deleted_at = now


def _copies(session: Session, meeting_id: int) -> dict[int, AgendaItemRow]:
    """Return the points of a meeting that came from another, also those she took away again."""
    rows = session.scalars(select(AgendaItemRow).where(AgendaItemRow.meeting_id == meeting_id))
    return {row.carried_from_id: row for row in rows if row.carried_from_id is not None}


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


def _meeting_before(session: Session, meeting: MeetingRow) -> MeetingRow | None:
    """Return the nearest meeting before this one that was not cancelled."""
    return session.scalar(
        live(MeetingRow)
        .where(MeetingRow.day < meeting.day, MeetingRow.state != MeetingState.CANCELLED)
        .order_by(MeetingRow.day.desc(), MeetingRow.starts.desc())
        .limit(1)
    )


def meeting_after(session: Session, meeting: MeetingRow) -> MeetingRow | None:
    """Return the next meeting still to come after this one."""
    return session.scalar(
        live(MeetingRow)
        .where(MeetingRow.day > meeting.day, MeetingRow.state.in_(AHEAD))
        .order_by(MeetingRow.day, MeetingRow.starts)
        .limit(1)
    )
