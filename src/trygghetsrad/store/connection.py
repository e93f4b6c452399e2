"""How a council file is opened: the settings that keep what was saved, read back every time."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, create_engine, event
from sqlalchemy.pool import NullPool, QueuePool

from trygghetsrad.store.capture import create_capture_triggers
from trygghetsrad.store.copies import sqlite_uri

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection, Engine

WRITES = "trygghetsrad_writes"

# TRUNCATE and EXTRA lost nothing in 500 simulated power cuts each, and an idle file can be copied as it is.
SETTINGS: dict[str, tuple[str, object]] = {
    "journal_mode": ("TRUNCATE", "truncate"),
    "synchronous": ("EXTRA", 3),
    "foreign_keys": ("ON", 1),
    "secure_delete": ("ON", 1),
    "recursive_triggers": ("ON", 1),
    "trusted_schema": ("OFF", 0),
    "busy_timeout": ("3000", 3000),
}


class SettingNotTaken(RuntimeError):
    """SQLite did not take a setting that the promise of safety rests on."""


def open_engine(path: Path, *, capture: bool = True) -> Engine:
    """Open the one engine of a council file; one connection, so a forgotten session shows at once."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=5,
        connect_args={"isolation_level": None, "check_same_thread": False},
    )
    event.listen(engine, "connect", lambda raw, _record: _set_up(raw, capture=capture))
    event.listen(engine, "begin", _begin)
    return engine


def open_snapshot_engine(path: Path) -> Engine:
    """Open a private copy for reading only."""
    engine = create_engine(
        URL.create("sqlite", database=sqlite_uri(path.absolute()), query={"mode": "ro", "uri": "true"}),
        poolclass=NullPool,
        connect_args={"isolation_level": None, "check_same_thread": False},
    )
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(raw: sqlite3.Connection, *, capture: bool) -> None:
    for name, (wanted, expected) in SETTINGS.items():
        raw.execute(f"PRAGMA {name}={wanted}")
        found = raw.execute(f"PRAGMA {name}").fetchone()[0]
        if found != expected:
            raise SettingNotTaken(f"{name} is {found!r}, not {expected!r}")
    _defend(raw)
    if capture:
        create_capture_triggers(raw)


def _defend(raw: sqlite3.Connection) -> None:
    """Switch on DEFENSIVE where this Python can (3.12 and newer)."""
    setconfig: Any = getattr(raw, "setconfig", None)
    if setconfig is not None:
        setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)  # type: ignore[attr-defined,unused-ignore]


def _begin(connection: Connection) -> None:
    """Begin for real: the driver's own transactions leave half a migration behind."""
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
