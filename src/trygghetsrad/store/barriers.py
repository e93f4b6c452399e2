"""Where undo stops: at a justering, and only for steps that touch that meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, text

from trygghetsrad.store.schema import MeetingRow, MinutesVersionRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from trygghetsrad.store.journal import Entry

# How to walk from a row to its meeting: the column to follow, and the table it leads to.
WAY_TO_MEETING = {
    "meeting": ("id", ""),
    "agenda_item": ("meeting_id", ""),
    "attendance": ("meeting_id", ""),
    "meeting_role": ("meeting_id", ""),
    "attendance_span": ("attendance_id", "attendance"),
    "decision": ("item_id", "agenda_item"),
    "action": ("item_id", "agenda_item"),
    "attachment": ("meeting_id", ""),
}


def is_barred(session: Session, step_id: int, entries: Iterable[Entry]) -> bool:
    """Tell whether a step touches a meeting whose minutes were verified after it was done."""
    verified = select(MeetingRow.id, MinutesVersionRow.verified_after_step).join(
        MinutesVersionRow, MinutesVersionRow.meeting_uid == MeetingRow.uid
    )
    barriers = {
        meeting: last or 0
        for meeting, last in session.execute(verified.where(MinutesVersionRow.verified_on.is_not(None)))
    }
    touched = {_meeting_of(session, entry) for entry in entries} if barriers else set()
    return any(meeting in barriers and step_id <= barriers[meeting] for meeting in touched)


def _meeting_of(session: Session, entry: Entry) -> int | None:
    """Return the meeting a change belongs to; an action that lives on after its meeting has none."""
    if entry.table_name not in WAY_TO_MEETING or (
        entry.table_name == "action" and entry.operation == "UPDATE"
    ):
        return None
    column, further = WAY_TO_MEETING[entry.table_name]
    if column == "id":
        return entry.row_id
    found = entry.was().get(column) or _live(session, entry.table_name, column, entry.row_id)
    if further and found is not None:
        return _live(session, further, "meeting_id", found)
    return found


def _live(session: Session, table: str, column: str, row_id: int) -> int | None:
    found = session.scalar(text(f"SELECT {column} FROM {table} WHERE id = :id"), {"id": row_id})
    return int(found) if found is not None else None
