"""How an older council file is brought up to date: numbered steps, all or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.store.schema import APPLICATION_ID, SCHEMA_VERSION, Base, lock_triggers

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable


def _first(raw: sqlite3.Connection) -> None:
    """Lay out a new file. May be rewritten until the first release; then it is frozen as plain SQL."""
    from sqlalchemy.dialects.sqlite import dialect
    from sqlalchemy.schema import CreateIndex, CreateTable

    for table in Base.metadata.sorted_tables:
        raw.execute(str(CreateTable(table).compile(dialect=dialect())))
        for index in sorted(table.indexes, key=lambda one: str(one.name)):
            raw.execute(str(CreateIndex(index).compile(dialect=dialect())))
    for statement in lock_triggers():
        raw.execute(statement)
    raw.execute(f"PRAGMA application_id={APPLICATION_ID}")


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_first,)
"""Step n brings a file of version n to version n + 1."""

if len(MIGRATIONS) != SCHEMA_VERSION:
    raise AssertionError("every schema version needs its step")


class BrokenReferences(RuntimeError):
    """A step left rows that point at nothing; the file was left as it was."""


def _forget_steps(raw: sqlite3.Connection) -> None:
    """Undo steps speak of the old tables, so they end here."""
    raw.execute("DELETE FROM undo_entry")
    raw.execute("DELETE FROM undo_step")


def _check_references(raw: sqlite3.Connection) -> None:
    if broken := raw.execute("PRAGMA foreign_key_check").fetchall():
        raise BrokenReferences(str(broken[:5]))


def migrate(raw: sqlite3.Connection, version: int, to: int = SCHEMA_VERSION) -> None:
    """Run the missing steps in one transaction; a failing step leaves the file as it was.

    Raises BrokenReferences, or whatever a step raises.
    """
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("BEGIN IMMEDIATE")
    try:
        for number, step in enumerate(MIGRATIONS[version:to], start=version + 1):
            step(raw)
            raw.execute(f"PRAGMA user_version={number}")
        if version:
            _forget_steps(raw)
        _check_references(raw)
        raw.execute("COMMIT")
    except BaseException:
        if raw.in_transaction:  # on a full disk SQLite has taken it back itself
            raw.execute("ROLLBACK")
        raise
    finally:
        raw.execute("PRAGMA foreign_keys=ON")
