"""What SQLite and the disk say when they refuse, as sentences for the coordinator."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from trygghetsrad.domain.errors import DamagedCouncilFile, DiskFull, NotWritable, Unreadable
from trygghetsrad.store.copies import NO_ROOM
from trygghetsrad.store.types import UnreadableValue

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trygghetsrad.domain.errors import FileError

FULL = ("SQLITE_FULL", "SQLITE_IOERR_WRITE")
NOT_READ = ("SQLITE_IOERR_READ", "SQLITE_IOERR_SHORT_READ")
NOT_WRITTEN = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_IOERR")
DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
SAID_OF_DAMAGE = ("malformed", "Could not decode")
NO_SENSE = (UnicodeDecodeError, UnreadableValue)


@contextmanager
def refusals(path: Path, *, files: bool = False) -> Iterator[None]:
    """Let what SQLite refuses leave the block as a FileError; faults of the program pass as they are.

    With `files` the block also handles the file itself, and what the disk says of it is told the same way.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error, OSError, *NO_SENSE) as error:
        if isinstance(error, OSError) and not files:
            raise
        said = (error.orig or error) if isinstance(error, DBAPIError) else error
        raise refusal_of(path, said) or said from error


def refusal_of(path: Path, said: BaseException) -> FileError | None:
    """Return the refusal for what was said, None when it is no fault of the disk or the file."""
    name = str(getattr(said, "sqlite_errorname", ""))
    if name.startswith(FULL) or getattr(said, "errno", None) in NO_ROOM:
        return DiskFull(path)
    if name.startswith(NOT_READ):
        return Unreadable(path)
    if name.startswith(NOT_WRITTEN) or isinstance(said, OSError):
        return NotWritable(path)
    if name.startswith(DAMAGED) or isinstance(said, NO_SENSE):
        return DamagedCouncilFile(path)
    if any(words in str(said) for words in SAID_OF_DAMAGE):
        return DamagedCouncilFile(path)
    return None
