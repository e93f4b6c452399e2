"""Opens a council file and hands out what can be done with it; the only file that knows every room."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from trygghetsrad.services.actions import ActionsService
from trygghetsrad.services.council import CouncilService
from trygghetsrad.services.documents import DocumentsService
from trygghetsrad.services.drafts import DraftsService
from trygghetsrad.services.importing import ImportService
from trygghetsrad.services.meetings import MeetingsService
from trygghetsrad.services.minutes import MinutesService
from trygghetsrad.services.overview import OverviewService
from trygghetsrad.services.people import PeopleService
from trygghetsrad.services.room import RoomService
from trygghetsrad.services.undo import UndoService
from trygghetsrad.store.database import Database, utc_now

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date, datetime
    from pathlib import Path

    from trygghetsrad.domain.changes import Changed
    from trygghetsrad.domain.council import Municipality


class OpenCouncil:
    """One council file, open, with everything that can be done with it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.council = CouncilService(database)
        self.people = PeopleService(database)
        self.meetings = MeetingsService(database)
        self.room = RoomService(database)
        self.minutes = MinutesService(database)
        self.actions = ActionsService(database)
        self.documents = DocumentsService(database, self.minutes)
        self.drafts = DraftsService(database)
        self.importing = ImportService(database)
        self.undo = UndoService(database)
        self.overview = OverviewService(self.council, self.meetings, self.actions, self.documents)

    @property
    def path(self) -> Path:
        return self._database.path

    @property
    def is_read_only(self) -> bool:
        return self._database.is_read_only

    def on_change(self, listener: Callable[[Changed], None]) -> None:
        """Call the listener after every commit with what it changed."""
        self._database.on_change(listener)

    def close(self) -> None:
        self._database.close()


def create_council(
    path: Path,
    municipality: Municipality,
    name: str,
    today: date,
    *,
    is_example: bool = False,
    clock: Callable[[], datetime] = utc_now,
) -> OpenCouncil:
    """Lay out a new council file and open it.

    Raises the FileErrors of domain/errors.py; a failure leaves no file behind.
    """
    council = OpenCouncil(Database.create(path, clock))
    council.council.found(municipality, name, today, is_example=is_example)
    return council


def open_council(path: Path, clock: Callable[[], datetime] = utc_now) -> OpenCouncil:
    """Open a council file for work.

    Raises the FileErrors of domain/errors.py; a refused file is untouched.
    """
    return OpenCouncil(Database.open(path, clock))


@contextmanager
def read_council(path: Path) -> Iterator[OpenCouncil]:
    """Read a private copy of a council file, also beside a window that has it open."""
    council = OpenCouncil(Database.snapshot(path))
    try:
        yield council
    finally:
        council.close()
