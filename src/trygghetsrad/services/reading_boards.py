"""Days and matters of the boards as plain facts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from trygghetsrad.domain.board_matters import BoardDay, BoardMatter
from trygghetsrad.services.live import live
from trygghetsrad.store.schema import BoardDayRow, BoardMatterRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def board_days_in(session: Session) -> tuple[BoardDay, ...]:
    """Return the days of the boards in order, with the stop days that are told."""
    rows = session.scalars(live(BoardDayRow).order_by(BoardDayRow.day, BoardDayRow.id))
    return tuple(
        BoardDay(id=row.id, uid=row.uid, body=row.body, day=row.day, stop_day=row.stop_day) for row in rows
    )


def matters_in(session: Session) -> tuple[BoardMatter, ...]:
    """Return every matter: the unanswered first by the day of the board, then the answered, latest first."""
    found = [matter_of(row) for row in session.scalars(live(BoardMatterRow))]
    waiting = [one for one in found if one.is_open]
    answered = [one for one in found if not one.is_open]
    waiting.sort(key=lambda one: (one.meeting_day or date.max, one.id))
    answered.sort(key=lambda one: (-(one.meeting_day or date.min).toordinal(), one.id))
    return (*waiting, *answered)


def matter_of(row: BoardMatterRow) -> BoardMatter:
    return BoardMatter(
        id=row.id,
        uid=row.uid,
        about=row.about,
        title=row.title,
        body=row.body,
        about_uid=row.about_uid,
        memo_on=row.memo_on,
        stop_day=row.stop_day,
        meeting_day=row.meeting_day,
        outcome=row.outcome,
        section=row.section,
        dnr=row.dnr,
        attachment_id=row.attachment_id,
        notes=row.notes,
        year=row.year,
    )
