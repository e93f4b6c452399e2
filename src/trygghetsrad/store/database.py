"""The council file, open: every change is one transaction that can be taken back."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.errors import (
    CouncilExists,
    DamagedCouncilFile,
    DiskFull,
    NothingToRedo,
    NothingToUndo,
    NotWritable,
    OlderCouncilFile,
    OpenedReadOnly,
    UndoStopsAtVerification,
    WrongSuffix,
)
from trygghetsrad.paths import COUNCIL_SUFFIX
from trygghetsrad.store import journal
from trygghetsrad.store.connection import WRITES, open_engine, open_snapshot_engine
from trygghetsrad.store.copies import verified_copy
from trygghetsrad.store.events import append_event
from trygghetsrad.store.header import check_header
from trygghetsrad.store.history import write_history
from trygghetsrad.store.lock import CouncilLock, who_am_i
from trygghetsrad.store.migrations import migrate
from trygghetsrad.store.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Engine

    from trygghetsrad.store.schema import UndoStepRow

CHANGES = {
    "council": Changed.COUNCIL,
    "standing_item": Changed.COUNCIL,
    "organisation": Changed.PEOPLE,
    "person": Changed.PEOPLE,
    "term": Changed.PEOPLE,
    "seat": Changed.PEOPLE,
    "appointment": Changed.PEOPLE,
    "meeting": Changed.MEETINGS,
    "meeting_role": Changed.MEETINGS | Changed.MINUTES,
    "agenda_item": Changed.MEETINGS | Changed.MINUTES,
    "attendance": Changed.MINUTES,
    "attendance_span": Changed.MINUTES,
    "decision": Changed.MINUTES,
    "action": Changed.ACTIONS,
    "follow_up": Changed.ACTIONS,
}


def utc_now() -> datetime:
    return datetime.now(UTC)


class Database:
    """One council file with its lock; use `Database.open`, `create` or `snapshot`."""

    def __init__(
        self, path: Path, engine: Engine, *, lock: CouncilLock | None, clock: Callable[[], datetime]
    ) -> None:
        self.path = path
        self.clock = clock
        self.who = who_am_i()
        self._engine = engine
        self._writer = engine.execution_options(**{WRITES: True})
        self._lock = lock
        self._private_copy: tempfile.TemporaryDirectory[str] | None = None
        self._listeners: list[Callable[[Changed], None]] = []
        self.step_id = 0

    # -- opening -------------------------------------------------------------------------------

    @classmethod
    def create(cls, path: Path, clock: Callable[[], datetime] = utc_now) -> Database:
        """Lay out a new, empty council file.

        Raises CouncilExists, WrongSuffix, NotWritable, DiskFull; a failure leaves no file behind.
        """
        if path.suffix != COUNCIL_SUFFIX:
            raise WrongSuffix(path)
        if path.exists():
            raise CouncilExists(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(path, isolation_level=None)) as raw:
                raw.execute("PRAGMA synchronous=EXTRA")
                migrate(raw, 0)
        except (sqlite3.Error, OSError) as error:
            path.unlink(missing_ok=True)
            raise _refusal(path, error) from error
        return cls.open(path, clock)

    @classmethod
    def open(cls, path: Path, clock: Callable[[], datetime] = utc_now) -> Database:
        """Open a council file for work; an older one is copied and brought up to date first.

        Raises any FileError of domain/errors.py; a refused file is left untouched.
        """
        header = check_header(path)
        lock = CouncilLock(path)
        lock.take(clock())
        try:
            if header.version < SCHEMA_VERSION:
                _bring_up_to_date(path, header.version)
            engine = _try_open(path)
        except BaseException:
            lock.release()
            raise
        return cls(path, engine, lock=lock, clock=clock)

    @classmethod
    def snapshot(cls, path: Path, clock: Callable[[], datetime] = utc_now) -> Database:
        """Open a private copy for reading, also beside a window that has the file open.

        Raises any FileError; never migrates, locks or writes.
        """
        header = check_header(path)
        if header.version < SCHEMA_VERSION:
            raise OlderCouncilFile(path)
        folder = tempfile.TemporaryDirectory(prefix="trygghetsrad-")
        try:
            copy = Path(folder.name) / path.name
            verified_copy(path, copy)
        except BaseException:
            folder.cleanup()
            raise
        database = cls(path, open_snapshot_engine(copy), lock=None, clock=clock)
        database._private_copy = folder
        return database

    @property
    def is_read_only(self) -> bool:
        return self._lock is None

    def close(self) -> None:
        """Close the file and give it free."""
        self._engine.dispose()
        if self._lock:
            self._lock.release()
        if self._private_copy:
            self._private_copy.cleanup()
            self._private_copy = None

    # -- transactions --------------------------------------------------------------------------

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Look into the file; the session must not outlive the block."""
        with Session(self._engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def write(self, label: str, *, merge_key: str = "") -> Iterator[Session]:
        """Make one undoable step of all that is done in the block; an error takes everything back.

        Raises OpenedReadOnly, DiskFull, NotWritable.
        """
        with self._transaction() as session:
            step = journal.open_step(session, label, self.clock(), merge_key)
            self.step_id = step
            yield session
            session.flush()
            changed = self._tell_history(session, step, label)
            journal.close_step(session, step)
        self.publish(changed)

    @contextmanager
    def record(self, changed: Changed = Changed.NOTHING) -> Iterator[Session]:
        """Write what is never undone: drafts, issued papers, deliveries, events."""
        with self._transaction() as session:
            yield session
        self.publish(changed)

    @contextmanager
    def _transaction(self) -> Iterator[Session]:
        if self.is_read_only:
            raise OpenedReadOnly(self.path)
        try:
            with Session(self._writer, expire_on_commit=False) as session, session.begin():
                yield session
        except DatabaseError as error:
            raise _refusal(self.path, error.orig or error) from error

    def event(self, session: Session, what: str, about_uid: str = "", **facts: object) -> None:
        """Append to the chain of what happened."""
        append_event(session, what, at=self.clock(), who=self.who, about_uid=about_uid, **facts)

    def _tell_history(self, session: Session, step: int, label: str) -> Changed:
        entries = journal.entries_of(session, step)
        write_history(session, entries, label=label, who=self.who, at=self.clock())
        changed = Changed.NOTHING
        for table in {entry.table_name for entry in entries}:
            changed |= CHANGES[table]
        return changed

    # -- undo ----------------------------------------------------------------------------------

    def undo_label(self) -> str:
        """Return what Ångra would take back, or nothing."""
        with self.read() as session:
            step = journal.next_undo(session)
            return step.label if step else ""

    def redo_label(self) -> str:
        """Return what Gör om would do again, or nothing."""
        with self.read() as session:
            step = journal.next_redo(session)
            return step.label if step else ""

    def undo(self) -> str:
        """Take the newest step back and return what it was.

        Raises NothingToUndo or UndoStopsAtVerification.
        """
        refused: frozenset[int] = frozenset()
        while True:
            step_id = 0
            try:
                with self._transaction() as session:
                    step = journal.next_undo(session, refused)
                    if step is None:
                        newest = journal.newest(session)
                        raise UndoStopsAtVerification(newest.label) if newest else NothingToUndo
                    step_id = step.id
                    label, changed = self._replay(session, step, f"Ångra: {step.label}")
            except sqlite3.IntegrityError:
                # What is verified rests on this step, so it stays and an older one is tried.
                refused |= {step_id}
            else:
                self.publish(changed)
                return label

    def redo(self) -> str:
        """Do the step that was taken back last once more and return what it was.

        Raises NothingToRedo.
        """
        with self._transaction() as session:
            step = journal.next_redo(session)
            if step is None:
                raise NothingToRedo
            label, changed = self._replay(session, step, f"Gör om: {step.label}")
        self.publish(changed)
        return label

    def forget_steps(self) -> None:
        """Make what is in the file the point that undo cannot pass."""
        with self._transaction() as session:
            journal.clear(session)

    def _replay(self, session: Session, step: UndoStepRow, told: str) -> tuple[str, Changed]:
        label = step.label
        inverse = journal.replay_backwards(session, step, self.clock())
        return label, self._tell_history(session, inverse, told)

    # -- who wants to know ---------------------------------------------------------------------

    def on_change(self, listener: Callable[[Changed], None]) -> None:
        """Call the listener after every commit with what it changed."""
        self._listeners.append(listener)

    def publish(self, changed: Changed) -> None:
        if changed:
            for listener in self._listeners:
                listener(changed)


def _try_open(path: Path) -> Engine:
    engine = open_engine(path)
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM council").scalar()
            problem = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    except DatabaseError as error:
        engine.dispose()
        raise _refusal(path, error.orig or error) from error
    if problem != "ok":
        engine.dispose()
        raise DamagedCouncilFile(path)
    return engine


def _bring_up_to_date(path: Path, version: int) -> None:
    """Copy first, so that the way back is always there, then run the missing steps."""
    verified_copy(path, path.with_name(f"{path.stem} före version {SCHEMA_VERSION}{path.suffix}"))
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA synchronous=EXTRA")
        migrate(raw, version)
        raw.execute("DELETE FROM undo_entry")
        raw.execute("DELETE FROM undo_step")


def _refusal(path: Path, error: BaseException) -> Exception:
    """Return the sentence for what SQLite or the disk said."""
    name = str(getattr(error, "sqlite_errorname", ""))
    if name in {"SQLITE_FULL", "SQLITE_IOERR_WRITE"} or getattr(error, "errno", None) == 28:
        return DiskFull(path)
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_BUSY")) or isinstance(error, OSError):
        return NotWritable(path)
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) or "malformed" in str(error):
        return DamagedCouncilFile(path)
    return error if isinstance(error, Exception) else RuntimeError(str(error))
