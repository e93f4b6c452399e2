"""Copies of a council file that are known to hold everything: made, compared, then put in place."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import sqlite3
import time
import uuid
from contextlib import closing
from typing import TYPE_CHECKING
from urllib.parse import quote

from trygghetsrad.domain.errors import DamagedCouncilFile, DiskFull, NotWritable, Unreadable
from trygghetsrad.paths import beside

if TYPE_CHECKING:
    from pathlib import Path, PurePath

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
RETRY_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.8)


class CopyDiffers(RuntimeError):
    """The copy does not hold what the original holds; it was thrown away."""


def verified_copy(source: Path, target: Path) -> str:
    """Copy a council file through SQLite, compare the contents, and return the SHA-256 of the copy.

    `integrity_check` alone passes an empty file, so tables and rows are counted on both sides.
    Raises DiskFull, NotWritable, Unreadable, DamagedCouncilFile or CopyDiffers; on failure the target is
    as it was.
    """
    parts = target.with_name(f".{uuid.uuid4().hex}.tmp")
    try:
        _copy(source, parts)
        digest = hashlib.sha256(parts.read_bytes()).hexdigest()
        replace_with_patience(parts, target)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise _told(error, source, target) from error
    except OSError as error:
        raise DiskFull(target) if error.errno in NO_ROOM else NotWritable(target) from error
    finally:
        for left in (parts, parts.with_name(parts.name + "-journal")):
            left.unlink(missing_ok=True)
    return digest


def settled_copy(source: Path, target: Path) -> None:
    """Copy a file that a stopped program left half saved, and let SQLite put the copy right.

    Nobody has the file open, so its bytes hold still, and the original keeps its journal. Raises the same.
    """
    try:
        for suffix in ("", "-journal"):
            part = beside(source, suffix)
            if part.exists():
                shutil.copyfile(part, target.with_name(target.name + suffix))
        with closing(sqlite3.connect(target)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master")
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise _told(error, source, target) from error
    except OSError as error:
        raise DiskFull(target) if error.errno in NO_ROOM else Unreadable(source) from error


def _copy(source: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(f"{sqlite_uri(source.absolute())}?mode=ro", uri=True)) as old,
        closing(sqlite3.connect(target)) as new,
    ):
        old.execute("BEGIN")
        before = contents(old)
        old.backup(new, pages=-1)
        if contents(new) != before:
            raise CopyDiffers(str(target))
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def sqlite_uri(path: PurePath) -> str:
    """Return an absolute path as the URI that SQLite reads, on a Windows share too.

    `as_uri` makes the server of a share the URI's authority, which SQLite refuses (sqlite.org/uri.html 3.1).
    """
    place = path.as_posix()
    return f"file://{'' if place.startswith('/') else '/'}{quote(os.fsencode(place), safe='/:')}"


def contents(connection: sqlite3.Connection) -> dict[str, int]:
    """Return what identifies a file's contents: header numbers and rows per table."""
    names = connection.execute(
        "SELECT name FROM main.sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%'"
    )
    counts = {
        name: connection.execute(f'SELECT count(*) FROM main."{name}"').fetchone()[0]
        for (name,) in names.fetchall()
    }
    for pragma in ("application_id", "user_version"):
        counts[pragma] = connection.execute(f"PRAGMA main.{pragma}").fetchone()[0]
    return counts


def _told(error: Exception, source: Path, target: Path) -> Exception:
    code = getattr(error, "sqlite_errorname", "")
    if code in {"SQLITE_FULL", "SQLITE_IOERR_WRITE"}:
        return DiskFull(target)
    if code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) or isinstance(error, UnicodeDecodeError):
        return DamagedCouncilFile(source)
    return (
        NotWritable(target) if code.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN")) else Unreadable(source)
    )


def replace_with_patience(source: Path, target: Path) -> None:
    """Put a finished file in place; on Windows a virus scanner may hold it for a moment."""
    for pause in RETRY_SECONDS:
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    source.replace(target)
