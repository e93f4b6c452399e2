"""The window: the welcome, one council at a time, and a calm end."""

from __future__ import annotations

import os
from functools import cached_property, partial
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QFileSystemWatcher, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMainWindow, QWidget
from typing_extensions import override

from trygghetsrad.domain.errors import CouncilError, CouncilInUse, FileError, NotWritable
from trygghetsrad.paths import COUNCIL_SUFFIX, beside, default_council
from trygghetsrad.ui.appearance import Appearance
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.opening import open_folder_of
from trygghetsrad.ui.giving_way import GivingWay, may_be_open
from trygghetsrad.ui.placing import clamped
from trygghetsrad.ui.reading import Reading
from trygghetsrad.ui.theme import TextRole
from trygghetsrad.ui.unexpected import log_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QApplication

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.council import Municipality
    from trygghetsrad.ui.councils import Councils
    from trygghetsrad.ui.preferences import Preferences
    from trygghetsrad.ui.start.held_page import HeldPage
    from trygghetsrad.ui.start.welcome import WelcomePage
    from trygghetsrad.ui.workplace import Workplace

START_SIZE = (1366, 688)
SMALLEST = (960, 460)
WARM_UP_AFTER_MS = 300
SESSION_ENDS_WITHIN = 60.0


class MainWindow(QMainWindow):
    """Shows the welcome or one open council."""

    closed = Signal()
    gave_way = Signal()
    """Another window has the council, and came forward."""

    def __init__(
        self,
        app: QApplication,
        load_councils: Callable[[], Councils],
        preferences: Preferences,
        now: Callable[[], datetime],
        *,
        is_careful: bool = False,
    ) -> None:
        """Make the window; a careful one forgets last time's file, place and page: one may be the fault."""
        super().__init__()
        self._is_careful = is_careful
        self._session_ended: float | None = None
        self.show_folder: Callable[[Path], object] = open_folder_of
        self._app = app
        self._load_councils = load_councils
        self._preferences = preferences
        self._now = now
        self._is_waiting = False
        self.workplace: Workplace | None = None
        self._is_told_unsaved = False
        self.welcome: WelcomePage | None = None
        self.held: HeldPage | None = None
        self.reading: Reading | None = None
        self._appearance = Appearance(app, preferences, self)
        self.choose_file: Callable[[], str] = self._ask_for_file
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._maybe_come_forward)
        self.setWindowTitle(self.tr("Trygghetsråd"))
        self.setMinimumSize(*SMALLEST)
        self._place()
        empty = QWidget()
        empty.setObjectName("window")
        empty.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCentralWidget(empty)

    def _place(self) -> None:
        """Stand where she left the window, on a screen that is there."""
        self.resize(*START_SIZE)
        geometry = self._preferences.geometry
        if geometry.isEmpty() or self._is_careful or not self.restoreGeometry(geometry):
            return
        if not self.isMaximized() and not self.isFullScreen():
            screens = [screen.availableGeometry() for screen in self._app.screens()]
            self.setGeometry(clamped(self.geometry(), screens))

    @cached_property
    def _councils(self) -> Councils:
        """Load what knows council files the first time it is asked for, after the first paint."""
        return self._load_councils()

    # -- what to show --------------------------------------------------------------------------

    def appear(self, path: Path | None, *, example: bool = False) -> None:
        """Show the window at once, unless another one may have to come forward in its place."""
        self._is_waiting = not example and may_be_open(self._wanted(path))
        if not self._is_waiting:
            self.show()

    def _wanted(self, path: Path | None) -> Path:
        return path or (None if self._is_careful else self._preferences.last_file) or default_council()

    def start(self, path: Path | None, *, example: bool = False) -> None:
        """Open what was asked for, else the file of last time, else show the welcome."""
        if example:
            self.open_example()
            return
        wanted = self._wanted(path)
        if self._is_careful and path is None:
            self.show_welcome(careful_words())
        elif path is None and not os.path.exists(wanted):  # noqa: PTH110  (says no where Path would raise)
            self.show_welcome()
        else:
            self.open_file(wanted)
            self._go_back_to_place(wanted)

    def _go_back_to_place(self, path: Path) -> None:
        """Show what was in view when she left earlier the same day; another day begins with Översikt."""
        place = self._preferences.last_place
        if self._is_careful or self.workplace is None or path != self._preferences.last_file:
            return
        if place is not None and place[0] == self._now().date():
            self.workplace.return_to(place[1], place[2])

    def show_welcome(self, problem: str = "") -> None:
        """Show the first page, with a sentence if something could not be opened."""
        from trygghetsrad.ui.start.welcome import WelcomePage

        self._clear()
        self.welcome = WelcomePage()
        self.welcome.create_requested.connect(self._create)
        self.welcome.example_requested.connect(self.open_example)
        self.welcome.file_requested.connect(self.choose_and_open)
        self.welcome.copy_requested.connect(self.choose_copy)
        if problem:
            self.welcome.show_problem(problem)
        self.setCentralWidget(self.welcome)
        self._stop_waiting()

    def show_held(self, refusal: FileError) -> None:
        """Show who has the council, and that it can be read all the same."""
        from trygghetsrad.ui.start.held_page import HeldPage

        self._clear()
        self.held = HeldPage(refusal)
        self.held.read_requested.connect(partial(self.read_file, refusal.path))
        self.held.retry_requested.connect(partial(self.open_file, refusal.path))
        self.held.other_requested.connect(self.choose_and_open)
        self.held.welcome_requested.connect(self.show_welcome)
        self.setCentralWidget(self.held)
        self._stop_waiting()

    def _clear(self) -> None:
        """Leave what is shown, so that something else can be."""
        self._leave_council()
        self.welcome = self.held = None

    def show_council(self, council: OpenCouncil) -> None:
        """Show an open council, Översikt first."""
        from trygghetsrad.ui.workplace import Workplace

        try:
            workplace = Workplace(council, self._now)
        except BaseException:
            council.close()
            raise
        self._clear()
        workplace.file_requested.connect(self.choose_and_open)
        workplace.copy_requested.connect(self.choose_copy)
        workplace.example_requested.connect(self.open_example)
        workplace.page_made.connect(self._appearance.join)
        self.workplace = workplace
        self.setCentralWidget(workplace.shell)
        workplace.go("overview")
        workplace.warm_up_after(WARM_UP_AFTER_MS)
        title = self.tr("{name} – Trygghetsråd")
        if council.is_read_only:
            title = self.tr("{name} (skrivskyddat) – Trygghetsråd")
        self.setWindowTitle(title.format(name=council.council.get().name))
        folder = str(beside(council.path, "").parent)
        self._watcher.addPath(folder)
        self._stop_waiting()
        if not council.is_read_only:  # a second start may have asked while this one was still opening
            self._maybe_come_forward(folder)

    def _stop_waiting(self) -> None:
        if self._is_waiting:
            self._is_waiting = False
            self.show()

    # -- opening and making --------------------------------------------------------------------

    def open_file(self, path: Path) -> None:
        """Open a council file; a refusal is shown where she is, and what is open stays open."""
        if self._remembers(path):
            return
        if self._try(lambda: self._councils.open(path)) and self._remembers(path):
            self._preferences.last_file = path

    def _remembers(self, path: Path) -> bool:
        """Tell whether this very council is open for work."""
        workplace = self.workplace
        return workplace is not None and self.reading is None and workplace.council.path == path

    def read_file(self, path: Path, *, is_copy: bool = False) -> None:
        """Show a council file as it is now, with nothing that can be changed; the next start forgets it."""
        place = self.workplace.place() if self.reading and self.workplace else ("overview", 0)
        if not self._try(lambda: self._councils.open_read_only(path)) or self.workplace is None:
            return
        self.reading = Reading(
            self.workplace.shell, path, self._now(), holder=self._councils.holder, is_copy=is_copy
        )
        self.reading.again_asked.connect(partial(self.read_file, path))
        self.reading.write_asked.connect(partial(self.open_file, path))
        self.reading.left.connect(partial(self.start, None))
        self.workplace.open(*place)

    @Slot()
    def open_example(self) -> None:
        if self.workplace is None:
            self._show_waiting()
        self._app.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._try(self._councils.example)
        finally:
            self._app.restoreOverrideCursor()

    def _show_waiting(self) -> None:
        """Say that the example is being written, which takes a few seconds."""
        self.welcome = self.held = None
        words = plain_label(
            self.tr("Exempelrådet görs i ordning. Det tar några sekunder."), TextRole.SUBTITLE
        )
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setCentralWidget(words)
        self._app.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    @Slot()
    def choose_and_open(self) -> None:
        from pathlib import Path

        if chosen := self.choose_file():
            self.open_file(Path(chosen))

    @Slot()
    def choose_copy(self) -> None:
        """Let her choose any council file or copy to look in."""
        from pathlib import Path

        if chosen := self.choose_file():
            self.read_file(Path(chosen), is_copy=not may_be_open(Path(chosen)))

    @Slot(object, str, bool)
    def _create(self, municipality: Municipality, name: str, then_paste: bool) -> None:
        path = self._free_path()
        made = self._try(lambda: self._councils.create(path, municipality, name, self._now().date()))
        if made and self.workplace is not None:
            self._preferences.last_file = path
            if then_paste:
                self.workplace.open("paste", 0)

    def _free_path(self) -> Path:
        """Return the usual file, or one with a number if there is a council in it already."""
        usual = default_council()
        taken = 1
        path = usual
        while path.exists():
            taken += 1
            path = usual.with_name(f"{usual.stem} {taken}{COUNCIL_SUFFIX}")
        return path

    def _try(self, deed: Callable[[], OpenCouncil]) -> bool:
        try:
            if not self._may_leave():
                return False
            self.show_council(deed())
        except CouncilError as refusal:
            self._refused(refusal)
            return False
        return True

    def _refused(self, refusal: CouncilError) -> None:
        """Say why a council was not opened; what can be read all the same is offered."""
        if isinstance(refusal, CouncilInUse) and refusal.here and not (self.workplace or self.welcome):
            self._give_way(refusal)
        elif isinstance(refusal, (CouncilInUse, NotWritable)) and refusal.path.is_file():
            self._offer_reading(refusal)
        else:
            self.tell(refusal.sentence())

    def _offer_reading(self, refusal: FileError) -> None:
        """Offer to read a file that cannot be worked in; what is open meanwhile stays open."""
        if self.workplace is None:
            self.show_held(refusal)
        else:
            reads = self.workplace.offer(refusal.sentence(), self.tr("Öppna skrivskyddat"))
            reads.connect(partial(self.read_file, refusal.path))

    def _give_way(self, taken: CouncilInUse) -> None:
        """Let the window that has the council come forward; if none does, say who has it."""
        giving_way = GivingWay(self._councils, taken.path, self)
        giving_way.answered.connect(self.gave_way)
        giving_way.unanswered.connect(partial(self._offer_reading, taken))
        giving_way.ask()

    @Slot(str)
    def tell(self, sentence: str) -> None:
        """Say something about what did not work, where she is."""
        if self.workplace is not None:
            self.workplace.trouble(sentence)
        elif self.welcome is not None:
            self.welcome.show_problem(sentence)
        else:
            self.show_welcome(sentence)

    @Slot(str)
    def tell_unexpected(self, _place: str) -> None:
        """Say that something failed that should not, and show where the log is that knows what."""
        words = self.tr(
            "Något gick fel i programmet. Det som är sparat är kvar. Gör om det sista; "
            "händer det igen, stäng programmet och öppna det på nytt."
        )
        if self.workplace is None:
            self.tell(words)
        else:
            shows = self.workplace.offer(words, self.tr("Visa loggen"))
            shows.connect(lambda: self.show_folder(log_path()))

    def _ask_for_file(self) -> str:
        title = self.tr("Öppna ett råd eller en säkerhetskopia")
        kinds = self.tr("Råd (*{suffix})").format(suffix=COUNCIL_SUFFIX)
        return QFileDialog.getOpenFileName(self, title, str(default_council().parent), kinds)[0]

    # -- the end -------------------------------------------------------------------------------

    @Slot(str)
    def _maybe_come_forward(self, _folder: str) -> None:
        if self.reading is not None:
            self.reading.look()  # a note is for whoever works in the file
        elif self.workplace and self._councils.take_show_request(self.workplace.council.path):
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
            self.raise_()
            self.activateWindow()

    def _may_leave(self) -> bool:
        """Save what is typed; where that is refused she is told, and may leave all the same the next time."""
        if self.workplace is None or self.workplace.commit_pending():
            return True
        told, self._is_told_unsaved = self._is_told_unsaved, True
        return told

    @Slot()
    def keep_drafts(self) -> None:
        """Keep what is typed when the computer is about to be turned off, and store nothing half written."""
        self._session_ended = monotonic()
        if self.workplace is not None:
            self.workplace.keep_drafts()

    def _is_session_over(self) -> bool:
        """Tell whether the computer is being turned off just now; it may have been called off since."""
        return self._session_ended is not None and monotonic() - self._session_ended < SESSION_ENDS_WITHIN

    def _leave_council(self) -> None:
        if self.workplace is None:
            return
        if self.reading is None and self.workplace.council.path == self._preferences.last_file:
            self._preferences.last_place = (self._now().date(), *self.workplace.place())
        self.workplace.put_away()
        self._watcher.removePaths(self._watcher.directories())
        workplace, self.workplace, self.reading = self.workplace, None, None
        self.takeCentralWidget()
        workplace.shell.deleteLater()
        workplace.council.close()
        workplace.deleteLater()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._preferences.geometry = self.saveGeometry()
        if self._is_session_over():
            # A field that is left like this, for another program, does not store what is half typed.
            self.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        elif not self._may_leave():
            event.ignore()
            return
        self._leave_council()
        event.accept()
        self.closed.emit()


def careful_words() -> str:
    """Return what is said when the two starts before this one came to nothing."""
    return QCoreApplication.translate(
        "MainWindow",
        "Programmet stannade två gånger när det startade. Därför är inget råd öppnat den här gången, och "
        "fönstret har sin vanliga storlek. Dina filer är orörda. Öppna rådet med ”Välj fil”.",
    )
