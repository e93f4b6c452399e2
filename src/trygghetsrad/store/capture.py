"""Triggers that note how every living row was before a change; SQLite only.

They are TEMP, made anew at each connect from the tables themselves, so that a schema change can never
leave them behind. Undo, history and the Changed flags all read what they note.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from trygghetsrad.store.schema import JOURNALED

if TYPE_CHECKING:
    import sqlite3

    from sqlalchemy import Table

OPEN_STEP = "(SELECT id FROM temp.open_step)"
"""The step that is being written; outside one a living row cannot be changed, as nothing could undo it."""


class CaptureIncomplete(RuntimeError):
    """Fewer triggers stand than the tables need, so undo could not be trusted."""


def create_capture_triggers(raw: sqlite3.Connection) -> None:
    """Make the triggers and count them; a file without tables yet gets none.

    Raises CaptureIncomplete.
    """
    if not raw.execute("SELECT 1 FROM main.sqlite_master WHERE name='undo_entry'").fetchone():
        return
    raw.execute("CREATE TEMP TABLE open_step (id INTEGER PRIMARY KEY)")
    for statement in capture_sql():
        raw.execute(statement)
    found = raw.execute("SELECT count(*) FROM temp.sqlite_master WHERE type='trigger'").fetchone()[0]
    if found != len(capture_sql()):
        raise CaptureIncomplete(f"{found} of {len(capture_sql())} triggers")


@cache
def capture_sql() -> tuple[str, ...]:
    """Return three triggers for each living table."""
    return tuple(sql for row in JOURNALED for sql in _table_sql(row.metadata.tables[row.__tablename__]))


def _table_sql(table: Table) -> tuple[str, str, str]:
    columns = [column.name for column in table.columns]
    whole = ", ".join(f"'{name}', old.\"{name}\"" for name in columns)
    changed = " UNION ALL ".join(
        f'SELECT \'{name}\' AS k, old."{name}" AS v WHERE old."{name}" IS NOT new."{name}"'
        for name in columns
    )
    return (
        _trigger(table.name, "INSERT", "new.id", "'{}'"),
        _trigger(table.name, "UPDATE", "old.id", f"(SELECT json_group_object(k, v) FROM ({changed}))"),
        _trigger(table.name, "DELETE", "old.id", f"json_object({whole})"),
    )


def _trigger(table: str, operation: str, row_id: str, before: str) -> str:
    return (  # the names come from the schema
        f"CREATE TEMP TRIGGER capture_{table}_{operation.lower()} AFTER {operation} ON main.{table} BEGIN "
        f"INSERT INTO undo_entry(step_id, operation, table_name, row_id, before) "
        f"VALUES ({OPEN_STEP}, '{operation}', '{table}', {row_id}, {before}); END"
    )
