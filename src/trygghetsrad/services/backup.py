"""Copies of a council file that can be trusted, and the way back from one."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import uuid
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from trygghetsrad.domain.errors import DamagedCouncilFile, FileError, NotWritable, Refused, WrongSuffix
from trygghetsrad.paths import COUNCIL_SUFFIX, beside
from trygghetsrad.store.copies import CopyDiffers, replace_with_patience, settled_copy, verified_copy
from trygghetsrad.store.database import Database
from trygghetsrad.store.header import check_header, stopped_midway
from trygghetsrad.store.lock import CouncilLock, holder, is_open_here
from trygghetsrad.store.opening import look_through, open_private_copy
from trygghetsrad.store.refusals import refusals
from trygghetsrad.store.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

# What SQLite leaves beside a file; beside another file it would change or spoil that one.
JOURNALS = ("-journal", "-wal", "-shm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A copy that was compared with the council, and the SHA-256 that lies beside it."""

    path: Path
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """A council file put back; `kept` is the one it replaced, if any lay there."""

    path: Path
    kept: Path | None
    has_checksum: bool


def backup(council: Path, folder: Path, now: datetime) -> Backup:
    """Write a verified copy and its SHA-256 to a folder, also beside a window that has the council open.

    Raises any FileError; a failure leaves the council and what lay in the folder as they were.
    """
    with _private_copy(council) as copy:
        _look_through(copy, council)
        with refusals(folder, files=True):
            folder.mkdir(parents=True, exist_ok=True)
            target = _unused(folder / f"{council.stem} {now:%Y-%m-%d %H.%M.%S}{COUNCIL_SUFFIX}")
        with _draft(target) as draft:
            digest = _copied(copy, draft)
            # The sum first: a copy without one could not be told from a spoiled copy.
            _write_durably(sidecar(target), f"{digest}  ".encode() + os.fsencode(target.name) + b"\n")
            replace_with_patience(draft, target)
    return Backup(path=target, sha256=digest)


def restore(copy: Path, council: Path, now: datetime) -> Restored:
    """Put a copy in the council's place and keep what lay there as "… before-restore".

    Raises any FileError, or Refused when the copy is not as it was made; then nothing has changed.
    """
    council = beside(council, "")
    _refuse_unfit(copy, council)
    has_checksum = _as_it_was_made(copy)
    with refusals(council, files=True):
        council.parent.mkdir(parents=True, exist_ok=True)
    lock = CouncilLock(council)
    lock.take(now)
    try:
        with _draft(council) as draft:
            digest = _taken_from(copy, draft)
            _look_through(draft, copy)
            kept = _kept(council, now)
            for suffix in JOURNALS:
                council.with_name(council.name + suffix).unlink(missing_ok=True)
            replace_with_patience(draft, council)
        if _sha256(council) != digest:
            raise DamagedCouncilFile(council)
    finally:
        lock.release()
    _remember(council, digest, now)
    return Restored(path=council, kept=kept, has_checksum=has_checksum)


def sidecar(copy: Path) -> Path:
    """Return where the SHA-256 of a copy lies, in the form that `sha256sum --check` reads."""
    return copy.with_name(copy.name + ".sha256")


@contextmanager
def _private_copy(council: Path) -> Iterator[Path]:
    engine, folder = open_private_copy(council)
    engine.dispose()
    try:
        yield Path(folder.name) / council.name
    finally:
        folder.cleanup()


@contextmanager
def _draft(target: Path) -> Iterator[Path]:
    """Give a name in the same folder that is gone afterwards; what the disk refuses is told of the target."""
    draft = target.with_name(f".{uuid.uuid4().hex}.tmp")
    try:
        with refusals(target, files=True):
            yield draft
    except FileError as refusal:
        if refusal.path == draft:
            refusal.path = target
        raise
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _look_through(copy: Path, told_of: Path) -> None:
    """Read every page, reference and value of a file that nobody else has; raises DamagedCouncilFile."""
    try:
        with closing(sqlite3.connect(copy)) as connection:
            pages = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            loose = connection.execute("PRAGMA foreign_key_check").fetchone()
            councils = connection.execute("SELECT count(*) FROM council").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise DamagedCouncilFile(told_of) from error
    if pages != "ok" or loose or not councils:
        raise DamagedCouncilFile(told_of)
    if version == SCHEMA_VERSION:  # an older one is read when it has been brought up to date
        look_through(copy, told_of)


def _copied(source: Path, target: Path) -> str:
    try:
        return verified_copy(source, target)
    except CopyDiffers as error:
        raise NotWritable(target) from error


def _taken_from(copy: Path, draft: Path) -> str:
    """Copy a backup, one that was opened and left half saved too, and return the SHA-256 of what came."""
    if not stopped_midway(copy):
        return _copied(copy, draft)
    settled_copy(copy, draft)
    draft.with_name(draft.name + "-journal").unlink(missing_ok=True)
    return _sha256(draft)


def _refuse_unfit(copy: Path, council: Path) -> None:
    if council.suffix != COUNCIL_SUFFIX:
        raise WrongSuffix(council)
    with refusals(council, files=True):
        if council.exists() and not os.access(council, os.W_OK):
            raise NotWritable(council)
    if is_open_here(copy):
        raise holder(copy)
    check_header(copy)
    if council.exists() and copy.samefile(council):
        raise Refused("Säkerhetskopian och rådsfilen är samma fil. Inget har ändrats. Välj en annan kopia.")


def _as_it_was_made(copy: Path) -> bool:
    """Compare a copy with its SHA-256; False when none lies beside it. Raises Refused when they differ."""
    with refusals(copy, files=True):
        if not sidecar(copy).exists():
            return False
        promised = sidecar(copy).read_text(encoding="utf-8", errors="replace").split(maxsplit=1)
        if [_sha256(copy)] != promised[:1]:
            raise Refused(
                f"Säkerhetskopian ”{copy.name}” är inte som när den gjordes. Inget har ändrats. "
                "Välj en annan säkerhetskopia."
            )
    return True


def _kept(council: Path, now: datetime) -> Path | None:
    """Copy what is to be replaced, damaged or not, to a name of its own; the original stays until the end."""
    if not council.exists():
        return None
    # Nobody else has the file, so SQLite may put back what a stopped program left half saved.
    with suppress(sqlite3.Error), closing(sqlite3.connect(council)) as raw:
        raw.execute("SELECT count(*) FROM sqlite_master")
    kept = _unused(
        council.with_name(f"{council.stem} {now:%Y-%m-%d %H.%M.%S} before-restore{council.suffix}")
    )
    for suffix in ("", "-journal", "-wal"):
        part = beside(council, suffix)
        if part.exists() and (not suffix or part.stat().st_size):
            _copy_bytes(part, kept.with_name(kept.name + suffix))
    return kept


def _copy_bytes(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())
    if _sha256(source) != _sha256(target):
        raise NotWritable(target)


def _remember(council: Path, digest: str, now: datetime) -> None:
    """Undo cannot pass a restoring, and the record says that it was done."""
    database = Database.open(council, lambda: now)
    try:
        database.forget_steps()
        with database.record() as session:
            database.event(session, "rådet återställt", sha256=digest)
    finally:
        database.close()


def _unused(path: Path) -> Path:
    names = (path.with_stem(f"{path.stem} ({n})") for n in range(2, 1000))
    return path if not path.exists() else next(name for name in names if not name.exists())


def _write_durably(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
