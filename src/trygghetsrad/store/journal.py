"""Undo and redo: each saved step can be taken back as a whole, also after a restart."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import delete, func, select, text, update

from trygghetsrad.store.barriers import is_barred
from trygghetsrad.store.schema import JOURNALED, MeetingRow, UndoEntryRow, UndoStepRow
from trygghetsrad.store.types import understood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

STEPS_KEPT = 200
MERGE_WITHIN = timedelta(seconds=60)
TOLD_OUTSIDE = frozenset({"state", "called_on"})

COLUMNS = {row.__tablename__: [column.name for column in row.__table__.columns] for row in JOURNALED}

REFERENCES = {
    row.__tablename__: {key.parent.name: key.column.table.name for key in row.__table__.foreign_keys}
    for row in JOURNALED
}
"""Which columns of a living table point at rows of which other."""

AT_A_TIME = 500

Place = tuple[str, int]
"""A row: its table and its number there."""


class Entry(NamedTuple):
    """How one row was before a step changed it; there may be tens of thousands in a step."""

    operation: str
    table_name: str
    row_id: int
    before: str

    def was(self) -> dict[str, Any]:
        """Return the columns that changed, as they were; raises UnreadableValue."""
        return dict(understood(json.loads, self.before))


def open_step(session: Session, label: str, at: datetime, merge_key: str, *, is_redo: bool = False) -> int:
    """Begin a step; all that the triggers note from here on belongs to it."""
    step = UndoStepRow(label=label, at=at, merge_key=merge_key, is_redo=is_redo)
    session.add(step)
    session.flush()
    session.execute(text("DELETE FROM temp.open_step"))
    session.execute(text("INSERT INTO temp.open_step VALUES (:id)"), {"id": step.id})
    return step.id


def end_capture(session: Session) -> None:
    """Take note of nothing more; changing a living row is an error until the next step begins."""
    session.execute(text("DELETE FROM temp.open_step"))


def entries_of(session: Session, step_id: int) -> list[Entry]:
    """Return what a step touched, oldest first."""
    told = select(UndoEntryRow.operation, UndoEntryRow.table_name, UndoEntryRow.row_id, UndoEntryRow.before)
    rows = session.execute(told.where(UndoEntryRow.step_id == step_id).order_by(UndoEntryRow.id))
    return [Entry(*row) for row in rows]


def close_step(session: Session, step_id: int) -> None:
    """End a new step: an empty one vanishes, one of the same field joins the former, old ones go."""
    if not session.scalar(select(func.count()).where(UndoEntryRow.step_id == step_id)):
        _drop(session, [step_id])
        return
    _drop(session, session.scalars(select(UndoStepRow.id).where(UndoStepRow.is_redo)).all())
    _merge(session, session.get_one(UndoStepRow, step_id))
    old = select(UndoStepRow.id).order_by(UndoStepRow.id.desc()).offset(STEPS_KEPT)
    _drop(session, session.scalars(old).all())


def _drop(session: Session, step_ids: Sequence[int]) -> None:
    if step_ids:
        session.execute(delete(UndoEntryRow).where(UndoEntryRow.step_id.in_(step_ids)))
        session.execute(delete(UndoStepRow).where(UndoStepRow.id.in_(step_ids)))


def _merge(session: Session, step: UndoStepRow) -> None:
    """Let several commits of one field within a minute be one step, also where the clock was set back."""
    if not step.merge_key:
        return
    former = session.scalar(
        select(UndoStepRow).where(UndoStepRow.id < step.id).order_by(UndoStepRow.id.desc()).limit(1)
    )
    if former and former.merge_key == step.merge_key and abs(step.at - former.at) <= MERGE_WITHIN:
        session.execute(update(UndoEntryRow).where(UndoEntryRow.step_id == former.id).values(step_id=step.id))
        _drop(session, [former.id])


def next_undo(session: Session, refused: frozenset[int] = frozenset()) -> UndoStepRow | None:
    """Return the newest step that may be taken back: not barred, nor one that barred steps rest on."""
    kept: set[Place] = set()
    for step in _stack(session, is_redo=False):
        entries = entries_of(session, step.id)
        places = {(entry.table_name, entry.row_id) for entry in entries}
        if step.id not in refused and not is_barred(session, step.id, entries) and not places & kept:
            return step
        kept |= places | _rested_on(session, places)
    return None


def _rested_on(session: Session, places: set[Place]) -> set[Place]:
    """Return the rows that these rows point at, and that therefore cannot go."""
    found: set[Place] = set()
    for table, ways in REFERENCES.items():
        ids = [row_id for name, row_id in places if name == table]
        columns = ", ".join(ways)
        if not ids or not columns:
            continue
        for start in range(0, len(ids), AT_A_TIME):
            some = ", ".join(map(str, ids[start : start + AT_A_TIME]))
            for row in session.execute(
                text(f"SELECT {columns} FROM {table} WHERE id IN ({some})")
            ).mappings():
                found |= {(ways[column], row[column]) for column in ways if row[column] is not None}
    return found


def next_redo(session: Session) -> UndoStepRow | None:
    """Return the step taken back last, if nothing new was done since."""
    return next(iter(_stack(session, is_redo=True)), None)


def newest(session: Session) -> UndoStepRow | None:
    """Return the newest step, barred or not."""
    return next(iter(_stack(session, is_redo=False)), None)


def _stack(session: Session, *, is_redo: bool) -> Sequence[UndoStepRow]:
    return session.scalars(
        select(UndoStepRow).where(UndoStepRow.is_redo == is_redo).order_by(UndoStepRow.id.desc())
    ).all()


def replay_backwards(session: Session, step: UndoStepRow, at: datetime) -> int:
    """Take a step back and return the id of the step that takes it forward again."""
    entries = entries_of(session, step.id)
    session.execute(text("PRAGMA defer_foreign_keys=ON"))
    inverse = open_step(session, step.label, at, step.merge_key, is_redo=not step.is_redo)
    for statement, alike in groupby(map(_inverse, reversed(entries)), key=lambda one: one[0]):
        if statement:
            session.connection().exec_driver_sql(statement, [values for _statement, values in alike])
    _drop(session, [step.id])
    session.expire_all()
    return inverse


def _inverse(entry: Entry) -> tuple[str, tuple[Any, ...]]:
    """Return what puts one row back as it was; names come from the schema, never from the log."""
    table, columns = entry.table_name, COLUMNS[entry.table_name]
    if entry.operation == "INSERT":
        return f"DELETE FROM {table} WHERE id = ?", (entry.row_id,)
    before: dict[str, Any] = {k: v for k, v in entry.was().items() if k in columns}
    if entry.operation == "UPDATE":
        sets = ", ".join(f'"{name}" = ?' for name in before)
        row_id = before.get("id", entry.row_id)
        return (f"UPDATE {table} SET {sets} WHERE id = ?" if sets else ""), (*before.values(), row_id)
    names = ", ".join(f'"{name}"' for name in before)
    places = ", ".join("?" for _name in before)
    return f"INSERT INTO {table} ({names}) VALUES ({places})", tuple(before.values())


def known_outside(session: Session, step_id: int) -> list[str]:
    """Return the meetings whose notice or cancelling a step took back: the outside may know of it."""
    touched = {
        entry.row_id
        for entry in entries_of(session, step_id)
        if entry.table_name == "meeting" and not TOLD_OUTSIDE.isdisjoint(entry.was())
    }
    rows = session.scalars(select(MeetingRow.uid).where(MeetingRow.id.in_(touched)).order_by(MeetingRow.id))
    return list(rows)


def clear(session: Session) -> None:
    """Forget all steps; after a migration, a restore or weeding they would lie."""
    _drop(session, session.scalars(select(UndoStepRow.id)).all())
