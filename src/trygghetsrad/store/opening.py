"""How a council file comes into being and is opened: for work, or as a private copy to read in."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import DatabaseError, DBAPIError

from trygghetsrad.domain.errors import (
    CouncilExists,
    DamagedCouncilFile,
    FileError,
    NotBroughtUpToDate,
    NotWritable,
    OlderCouncilFile,
    Unreadable,
    WrongSuffix,
)
from trygghetsrad.paths import COUNCIL_SUFFIX
from trygghetsrad.store.connection import WRITES, SettingNotTaken, open_engine, open_snapshot_engine
from trygghetsrad.store.copies import CopyDiffers, settled_copy, verified_copy
from trygghetsrad.store.header import check_header, check_version, stopped_midway
from trygghetsrad.store.lock import CouncilLock, is_open_here, lock_path
from trygghetsrad.store.migrations import migrate
from trygghetsrad.store.refusals import NO_SENSE, refusal_of, refusals
from trygghetsrad.store.schema import SCHEMA_VERSION
from trygghetsrad.store.soundness import lacks_parts, unreadable_tables

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Engine


def lay_out(path: Path) -> None:
    """Write the empty tables to a new file.

    Raises CouncilExists, WrongSuffix, NotWritable, DiskFull; a failure leaves no file behind.
    """
    if path.suffix != COUNCIL_SUFFIX:
        raise WrongSuffix(path)
    with refusals(path, files=True):
        if path.exists():
            raise CouncilExists(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with closing(sqlite3.connect(path, isolation_level=None)) as raw:
                raw.execute("PRAGMA synchronous=EXTRA")
                migrate(raw, 0)
        except BaseException:
            discard(path)
            raise


def discard(path: Path) -> None:
    """Take away a file that came to nothing, and what SQLite left beside it."""
    for left in (path, path.with_name(path.name + "-journal")):
        left.unlink(missing_ok=True)


def open_for_work(path: Path, now: datetime) -> tuple[Engine, CouncilLock]:
    """Lock a council file and open it; an older one is copied and brought up to date first.

    Raises any FileError of domain/errors.py; a refused file is left untouched.
    """
    lock = CouncilLock(path)
    # The lock comes before the header: to read a file that this process writes in would free SQLite's locks.
    with refusals(path, files=True):
        if lock_path(path).exists() and path.exists():
            lock.take(now)
    try:
        check_header(path)
        lock.take(now)
        version = _settled_version(path)
        check_version(path, version)
        if version < SCHEMA_VERSION:
            _bring_up_to_date(path, version)
        return _checked(path, open_engine(path), for_work=True), lock
    except BaseException:
        lock.release()
        raise


def _settled_version(path: Path) -> int:
    """Return the file's version, once SQLite has put back what a stopped program left half saved."""
    with refusals(path), closing(sqlite3.connect(path, isolation_level=None)) as raw:
        return int(raw.execute("PRAGMA user_version").fetchone()[0])


def _bring_up_to_date(path: Path, version: int) -> None:
    """Copy first, so that the way back is always there, then run the missing steps."""
    verified_copy(path, _unused(path.with_name(f"{path.stem} före version {SCHEMA_VERSION}{path.suffix}")))
    try:
        with refusals(path), closing(sqlite3.connect(path, isolation_level=None)) as raw:
            raw.execute("PRAGMA synchronous=EXTRA")
            migrate(raw, version)
    except FileError:
        raise
    except Exception as error:
        raise NotBroughtUpToDate(path) from error


def _unused(path: Path) -> Path:
    """Return a name that no earlier copy has."""
    names = (path.with_stem(f"{path.stem} ({n})") for n in range(2, 1000))
    return path if not path.exists() else next(name for name in names if not name.exists())


def _checked(path: Path, engine: Engine, *, for_work: bool) -> Engine:
    """Look through a file before anyone works in it; for work it must also be one that can be written.

    Raises DamagedCouncilFile, NotWritable or what else keeps it from being opened.
    """
    try:
        with engine.execution_options(**{WRITES: for_work}).connect() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM council").scalar()
            if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
                raise DamagedCouncilFile(path)
            if lacks_parts(connection):
                raise DamagedCouncilFile(path)
            if for_work:  # rolled back at once; a read-only file says so here and not at the first save
                connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
    except (DBAPIError, SettingNotTaken, sqlite3.Error, FileError, *NO_SENSE) as error:
        engine.dispose()
        raise _why_not_opened(path, error) from error
    return engine


def _why_not_opened(path: Path, error: Exception) -> Exception:
    if isinstance(error, FileError):
        return error
    if isinstance(error, SettingNotTaken):  # SQLite keeps its settings from a file it may not write
        return NotWritable(path)
    said = (error.orig or error) if isinstance(error, DatabaseError) else error
    return refusal_of(path, said) or DamagedCouncilFile(path)


def open_private_copy(path: Path) -> tuple[Engine, tempfile.TemporaryDirectory[str]]:
    """Copy a council file to a folder of its own and open the copy for reading.

    Raises any FileError; never migrates, locks or writes the original.
    """
    if not is_open_here(path):
        check_header(path)
    folder = _own_folder()
    try:
        copy = Path(folder.name) / path.name
        _copy(path, copy)
        _refuse_older(path, check_header(copy).version)
        return _checked(path, open_snapshot_engine(copy), for_work=False), folder
    except BaseException:
        folder.cleanup()
        raise


def look_through(path: Path, told_of: Path) -> None:
    """Read every value of a file of this version that nobody else has.

    Raises DamagedCouncilFile about the file it is told of.
    """
    engine = _checked(told_of, open_snapshot_engine(path), for_work=False)
    try:
        with engine.connect() as connection:
            if any(unreadable_tables(connection)):
                raise DamagedCouncilFile(told_of)
    finally:
        engine.dispose()


def _own_folder() -> tempfile.TemporaryDirectory[str]:
    try:
        return tempfile.TemporaryDirectory(prefix="trygghetsrad-")
    except OSError as error:
        place = Path("den tillfälliga mappen")
        raise refusal_of(place, error) or NotWritable(place) from error


def _refuse_older(path: Path, version: int) -> None:
    if version < SCHEMA_VERSION:
        raise OlderCouncilFile(path)


def _copy(path: Path, copy: Path) -> None:
    try:
        verified_copy(path, copy)
    except CopyDiffers as error:
        raise DamagedCouncilFile(path) from error
    except (NotWritable, Unreadable):
        if not stopped_midway(path):
            raise
        # Only a writer may put back what a stopped program left half saved, so that is done in the copy.
        settled_copy(path, copy)
