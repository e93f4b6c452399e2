"""The council file, open: every change is one transaction that can be taken back."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.errors import (
    NothingToRedo,
    NothingToUndo,
    OpenedReadOnly,
    UndoStopsAtVerification,
)
from trygghetsrad.store import journal
from trygghetsrad.store.connection import WRITES
from trygghetsrad.store.events import append_event
from trygghetsrad.store.history import write_history
from trygghetsrad.store.lock import who_am_i
from trygghetsrad.store.opening import lay_out, open_for_work, open_private_copy
from trygghetsrad.store.refusals import refusals

if TYPE_CHECKING:
    import tempfile
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Engine

    from trygghetsrad.store.lock import CouncilLock
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
    "invitation": Changed.PEOPLE,
    "attachment": Changed.MEETINGS | Changed.DOCUMENTS,
    "problem": Changed.THREAD,
    "cause": Changed.THREAD,
    "goal": Changed.THREAD,
    "situation_picture": Changed.THREAD,
    "picture_chapter": Changed.THREAD,
    "assessment": Changed.THREAD,
    "assessment_mark": Changed.THREAD,
    "action_plan": Changed.THREAD,
    "plan_chapter": Changed.THREAD,
    "plan_link": Changed.LAW,
    "review": Changed.THREAD,
    "sighting": Changed.THREAD,
    "questionnaire": Changed.THREAD,
    "answer": Changed.THREAD,
    "indicator": Changed.STATISTICS,
    "problem_indicator": Changed.THREAD | Changed.STATISTICS,
    "observation": Changed.STATISTICS,
    "observation_revision": Changed.STATISTICS,
    "population": Changed.STATISTICS,
    "agreement": Changed.LAW,
    "agreement_party": Changed.LAW,
    "agreement_clause": Changed.LAW,
    "pledge": Changed.LAW,
    "board_day": Changed.LAW,
    "board_matter": Changed.LAW,
    "coordination_function": Changed.LAW,
    "publication": Changed.LAW,
    "duty_answer": Changed.LAW,
    "grant_project": Changed.LAW,
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
        self._sitting: Session | None = None
        self.step_id = 0

    # -- opening -------------------------------------------------------------------------------

    @classmethod
    def create(cls, path: Path, clock: Callable[[], datetime] = utc_now) -> Database:
        """Lay out a new, empty council file.

        Raises CouncilExists, WrongSuffix, NotWritable, DiskFull; a failure leaves no file behind.
        """
        lay_out(path)
        return cls.open(path, clock)

    @classmethod
    def open(cls, path: Path, clock: Callable[[], datetime] = utc_now) -> Database:
        """Open a council file for work; an older one is copied and brought up to date first.

        Raises any FileError of domain/errors.py; a refused file is left untouched.
        """
        engine, lock = open_for_work(path, clock())
        return cls(path, engine, lock=lock, clock=clock)

    @classmethod
    def snapshot(cls, path: Path, clock: Callable[[], datetime] = utc_now) -> Database:
        """Open a private copy for reading, also beside a window that has the file open.

        Raises any FileError; never migrates, locks or writes.
        """
        engine, folder = open_private_copy(path)
        database = cls(path, engine, lock=None, clock=clock)
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
        if self._sitting is not None:
            yield self._sitting
            return
        with refusals(self.path), Session(self._engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def write(
        self, label: str, *, merge_key: str = "", also: Changed = Changed.NOTHING, undoable: bool = True
    ) -> Iterator[Session]:
        """Make one step of all that is done in the block; an error takes everything back.

        `also` names what changes beside the living tables. Raises OpenedReadOnly, DiskFull, NotWritable.
        """
        with self._transaction() as session:
            step = journal.open_step(session, label, self.clock(), merge_key)
            self.step_id = step
            yield session
            session.flush()
            changed = also | self._tell_history(session, step, label)
            if undoable:
                journal.close_step(session, step)
            else:
                journal.clear(session)
            journal.end_capture(session)
        self.publish(changed)

    @contextmanager
    def record(self, changed: Changed = Changed.NOTHING) -> Iterator[Session]:
        """Write what is never undone: drafts, issued papers, deliveries, events."""
        with self._transaction() as session:
            yield session
        self.publish(changed)

    @contextmanager
    def sitting(self) -> Iterator[None]:
        """Do many steps in one transaction: all of them or none, and the disk is waited for once."""
        with self._transaction() as session:
            self._sitting = session
            try:
                yield
            finally:
                self._sitting = None

    @contextmanager
    def _transaction(self) -> Iterator[Session]:
        if self.is_read_only:
            raise OpenedReadOnly(self.path)
        if self._sitting is not None:
            yield self._sitting
            return
        with (
            refusals(self.path),
            Session(self._writer, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

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
        for uid in journal.known_outside(session, inverse):
            self.event(session, "steg ångrat" if told.startswith("Ångra") else "steg gjort om", uid)
        changed = self._tell_history(session, inverse, told)
        journal.end_capture(session)
        return label, changed

    # -- who wants to know ---------------------------------------------------------------------

    def on_change(self, listener: Callable[[Changed], None]) -> None:
        """Call the listener after every commit with what it changed."""
        self._listeners.append(listener)

    def publish(self, changed: Changed) -> None:
        if changed:
            for listener in self._listeners:
                listener(changed)
