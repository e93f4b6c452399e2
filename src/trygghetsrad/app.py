"""Opens a council file and hands out what can be done with it; the only file that knows every room."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from trygghetsrad.domain.errors import CouncilInUse, EmptyCouncilFile
from trygghetsrad.paths import COUNCIL_SUFFIX, data_folder
from trygghetsrad.services.municipalities import EXAMPLE
from trygghetsrad.store.database import Database, utc_now
from trygghetsrad.store.identity import numbered_uids
from trygghetsrad.store.lock import (
    ask_holder_to_show,
    held_by,
    is_asked_to_show,
    is_held,
    lock_path,
    take_show_request,
)
from trygghetsrad.store.opening import discard
from trygghetsrad.store.refusals import refusals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from datetime import date, datetime
    from pathlib import Path

    from trygghetsrad.domain.changes import Changed
    from trygghetsrad.domain.council import Municipality
    from trygghetsrad.services.actions import ActionsService
    from trygghetsrad.services.agreements import AgreementsService
    from trygghetsrad.services.attachments import AttachmentsService
    from trygghetsrad.services.boards import BoardsService
    from trygghetsrad.services.chapter_drafts import ChapterDraftsService
    from trygghetsrad.services.checking import CheckingService
    from trygghetsrad.services.coordination import CoordinationService
    from trygghetsrad.services.council import CouncilService
    from trygghetsrad.services.delivery import DeliveryService
    from trygghetsrad.services.documents import DocumentsService
    from trygghetsrad.services.drafts import DraftsService
    from trygghetsrad.services.duty_answers import DutyAnswersService
    from trygghetsrad.services.grants import GrantsService
    from trygghetsrad.services.importing import ImportService
    from trygghetsrad.services.invitations import InvitationsService
    from trygghetsrad.services.law import LawService
    from trygghetsrad.services.meetings import MeetingsService
    from trygghetsrad.services.minutes import MinutesService
    from trygghetsrad.services.old_plans import OldPlansService
    from trygghetsrad.services.originals import OriginalsService
    from trygghetsrad.services.overview import OverviewService
    from trygghetsrad.services.people import PeopleService
    from trygghetsrad.services.pictures import PicturesService
    from trygghetsrad.services.plans import PlansService
    from trygghetsrad.services.pledges import PledgesService
    from trygghetsrad.services.questionnaires import QuestionnairesService
    from trygghetsrad.services.room import RoomService
    from trygghetsrad.services.samples import SamplesService
    from trygghetsrad.services.signed_copies import SignedCopiesService
    from trygghetsrad.services.statistics import StatisticsService
    from trygghetsrad.services.thread import ThreadService
    from trygghetsrad.services.undo import UndoService
    from trygghetsrad.services.word import WordService


class OpenCouncil:
    """One council file, open, with everything that can be done with it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # Each is loaded when it is first asked for: the window opens on Översikt, which needs four of them.

    @cached_property
    def actions(self) -> ActionsService:
        from trygghetsrad.services.actions import ActionsService

        return ActionsService(self._database)

    @cached_property
    def agreements(self) -> AgreementsService:
        from trygghetsrad.services.agreements import AgreementsService

        return AgreementsService(self._database)

    @cached_property
    def attachments(self) -> AttachmentsService:
        from trygghetsrad.services.attachments import AttachmentsService

        return AttachmentsService(self._database)

    @cached_property
    def chapter_drafts(self) -> ChapterDraftsService:
        from trygghetsrad.services.chapter_drafts import ChapterDraftsService

        return ChapterDraftsService(self._database, self.pictures)

    @cached_property
    def boards(self) -> BoardsService:
        from trygghetsrad.services.boards import BoardsService

        return BoardsService(self._database)

    @cached_property
    def checking(self) -> CheckingService:
        from trygghetsrad.services.checking import CheckingService

        return CheckingService(self._database)

    @cached_property
    def coordination(self) -> CoordinationService:
        from trygghetsrad.services.coordination import CoordinationService

        return CoordinationService(self._database)

    @cached_property
    def council(self) -> CouncilService:
        from trygghetsrad.services.council import CouncilService

        return CouncilService(self._database)

    @cached_property
    def delivery(self) -> DeliveryService:
        from trygghetsrad.services.delivery import DeliveryService

        return DeliveryService(self._database, self.documents)

    @cached_property
    def documents(self) -> DocumentsService:
        from trygghetsrad.services.documents import DocumentsService

        return DocumentsService(self._database, self.minutes)

    @cached_property
    def drafts(self) -> DraftsService:
        from trygghetsrad.services.drafts import DraftsService

        return DraftsService(self._database)

    @cached_property
    def duty_answers(self) -> DutyAnswersService:
        from trygghetsrad.services.duty_answers import DutyAnswersService

        return DutyAnswersService(self._database)

    @cached_property
    def grants(self) -> GrantsService:
        from trygghetsrad.services.grants import GrantsService

        return GrantsService(self._database)

    @cached_property
    def importing(self) -> ImportService:
        from trygghetsrad.services.importing import ImportService

        return ImportService(self._database)

    @cached_property
    def invitations(self) -> InvitationsService:
        from trygghetsrad.services.invitations import InvitationsService

        return InvitationsService(self._database)

    @cached_property
    def law(self) -> LawService:
        from trygghetsrad.services.law import LawService

        return LawService(self._database)

    @cached_property
    def meetings(self) -> MeetingsService:
        from trygghetsrad.services.meetings import MeetingsService

        return MeetingsService(self._database)

    @cached_property
    def minutes(self) -> MinutesService:
        from trygghetsrad.services.minutes import MinutesService

        return MinutesService(self._database)

    @cached_property
    def old_plans(self) -> OldPlansService:
        from trygghetsrad.services.old_plans import OldPlansService

        return OldPlansService(self._database)

    @cached_property
    def originals(self) -> OriginalsService:
        from trygghetsrad.services.originals import OriginalsService

        return OriginalsService(self._database)

    @cached_property
    def overview(self) -> OverviewService:
        from trygghetsrad.services.overview import OverviewService

        return OverviewService(
            self.council,
            self.meetings,
            self.actions,
            self.documents,
            lambda: self.delivery,
            self.agreements,
            self.boards,
            self.grants,
        )

    @cached_property
    def people(self) -> PeopleService:
        from trygghetsrad.services.people import PeopleService

        return PeopleService(self._database)

    @cached_property
    def pledges(self) -> PledgesService:
        from trygghetsrad.services.pledges import PledgesService

        return PledgesService(self._database)

    @cached_property
    def questionnaires(self) -> QuestionnairesService:
        from trygghetsrad.services.questionnaires import QuestionnairesService

        return QuestionnairesService(self._database)

    @cached_property
    def room(self) -> RoomService:
        from trygghetsrad.services.room import RoomService

        return RoomService(self._database)

    @cached_property
    def samples(self) -> SamplesService:
        from trygghetsrad.services.samples import SamplesService

        return SamplesService(self._database)

    @cached_property
    def signed(self) -> SignedCopiesService:
        from trygghetsrad.services.signed_copies import SignedCopiesService

        return SignedCopiesService(self._database)

    @cached_property
    def pictures(self) -> PicturesService:
        from trygghetsrad.services.pictures import PicturesService

        return PicturesService(self._database)

    @cached_property
    def plans(self) -> PlansService:
        from trygghetsrad.services.plans import PlansService

        return PlansService(self._database)

    @cached_property
    def statistics(self) -> StatisticsService:
        from trygghetsrad.services.statistics import StatisticsService

        return StatisticsService(self._database)

    @cached_property
    def thread(self) -> ThreadService:
        from trygghetsrad.services.thread import ThreadService

        return ThreadService(self._database)

    @cached_property
    def undo(self) -> UndoService:
        from trygghetsrad.services.undo import UndoService

        return UndoService(self._database)

    @cached_property
    def word(self) -> WordService:
        from trygghetsrad.services.word import WordService

        return WordService(self._database, self.meetings, self.room)

    @property
    def path(self) -> Path:
        return self._database.path

    @property
    def is_read_only(self) -> bool:
        return self._database.is_read_only

    def on_change(self, listener: Callable[[Changed], None]) -> None:
        """Call the listener after every commit with what it changed."""
        self._database.on_change(listener)

    def sitting(self) -> AbstractContextManager[None]:
        """Let all that is done in the block be kept at once, or nothing of it."""
        return self._database.sitting()

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
    who: str = "",
) -> OpenCouncil:
    """Lay out a new council file and open it; `who` writes in it instead of whoever is at the computer.

    Raises the FileErrors of domain/errors.py; a failure leaves no file behind.
    """
    database = Database.create(path, clock)
    database.who = who or database.who
    council = OpenCouncil(database)
    try:
        council.council.found(municipality, name, today, is_example=is_example)
    except BaseException:
        council.close()
        discard(path)
        raise
    return council


def open_council(path: Path, clock: Callable[[], datetime] = utc_now) -> OpenCouncil:
    """Open a council file for work.

    Raises the FileErrors of domain/errors.py; a refused file is untouched.
    """
    return _founded(OpenCouncil(Database.open(path, clock)))


def _founded(council: OpenCouncil) -> OpenCouncil:
    """Refuse a file whose making was cut short before there was a council in it."""
    try:
        founded = council.council.is_founded()
    except BaseException:
        council.close()
        raise
    if not founded:
        council.close()
        raise EmptyCouncilFile(council.path)
    return council


@contextmanager
def read_council(path: Path) -> Iterator[OpenCouncil]:
    """Read a private copy of a council file, also beside a window that has it open."""
    council = _founded(OpenCouncil(Database.snapshot(path)))
    try:
        yield council
    finally:
        council.close()


class Councils:
    """What the window may ask of the council files."""

    def open(self, path: Path) -> OpenCouncil:
        return open_council(path)

    def open_read_only(self, path: Path) -> OpenCouncil:
        return _founded(OpenCouncil(Database.snapshot(path)))

    def holder(self, path: Path) -> CouncilInUse | None:
        """Return who has the file open for work, or None; nobody has one without a lock beside it."""
        return held_by(path, utc_now()) if lock_path(path).exists() else None

    def create(self, path: Path, municipality: Municipality, name: str, today: date) -> OpenCouncil:
        return create_council(path, municipality, name, today)

    def example(self) -> OpenCouncil:
        """Open the example council, fresh; beside one that is open already under another name."""
        folder = data_folder() / "exempel"
        for number in range(1, 100):
            path = folder / f"Norrmyra{f' {number}' if number > 1 else ''}{COUNCIL_SUFFIX}"
            if not is_held(path, utc_now()):
                with refusals(path, files=True):
                    discard(path)
                write_example(path, utc_now().astimezone().date())
                return open_council(path)
        raise CouncilInUse(folder, user="", host="", since=None, here=True)

    def ask_to_show(self, path: Path) -> None:
        ask_holder_to_show(path)

    def is_asked_to_show(self, path: Path) -> bool:
        return is_asked_to_show(path)

    def take_show_request(self, path: Path) -> bool:
        return take_show_request(path)


def write_example(path: Path, today: date, years: int | None = None) -> None:
    """Write the example council, Norrmyra, as it is after some years; for the same day always the same facts.

    Raises the FileErrors of domain/errors.py; a failure leaves no file behind.
    """
    from trygghetsrad.services.example import (
        EXAMPLE_NAME,
        EXAMPLE_WRITER,
        TOLD_YEARS,
        StoryClock,
        example_starts,
        live_through_example,
    )

    years = years or TOLD_YEARS
    starts = example_starts(today, years)
    clock = StoryClock(starts)
    with numbered_uids("norrmyra"):
        council = create_council(
            path,
            EXAMPLE,
            EXAMPLE_NAME,
            starts.date(),
            is_example=True,
            clock=clock.now,
            who=EXAMPLE_WRITER,
        )
        try:
            with council.sitting():
                live_through_example(council, clock, today, years)
        except BaseException:
            council.close()
            discard(path)
            raise
        council.close()
