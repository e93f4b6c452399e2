"""How the program starts, lives from one day to the next, and ends: also when something stops it."""

from __future__ import annotations

import faulthandler
import logging
import os
import signal
import subprocess
import sys
import textwrap
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray, QElapsedTimer, QRect, Qt, QThread
from PySide6.QtWidgets import QApplication, QLabel

from trygghetsrad.app import Councils, open_council
from trygghetsrad.store.lock import lock_path
from trygghetsrad.ui import today, unexpected
from trygghetsrad.ui.components.buttons import Button
from trygghetsrad.ui.components.inline_field import CommitEdit
from trygghetsrad.ui.main_window import MainWindow
from trygghetsrad.ui.placing import TITLE_BAR, clamped
from trygghetsrad.ui.preferences import Preferences
from trygghetsrad.ui.starting import MARKER, StartMarker
from trygghetsrad.ui.unexpected import LOG, LOGS_KEPT, log_fault, log_path, stack_after_crash, start_log
from ui import builders
from ui.hands import click, settle, type_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

SRC = Path(__file__).parents[2] / "src"
LONG_ENOUGH = 60  # seconds, for a start on a machine that has much else to do
DIES = """
    import os, sys
    from pathlib import Path
    from PySide6.QtCore import QCoreApplication
    from trygghetsrad.ui.preferences import Preferences
    from trygghetsrad.ui.starting import StartMarker
    app = QCoreApplication([])
    folder = Path(sys.argv[1])
    marker = StartMarker(folder, Preferences(folder / "looks.ini"))
    print(marker.lay(), flush=True)
    if sys.argv[2] == "die":
        os._exit(1)
    sys.stdin.readline()
"""


class Wall:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.time = builders.NOW

    def now(self) -> datetime:
        return self.time


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "data"))
    return tmp_path / "data" / "Trygghetsrad"


@pytest.fixture
def looks(tmp_path: Path, data: Path) -> Preferences:
    return Preferences(tmp_path / "looks.ini")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    council = builders.norrmyra(tmp_path)
    council.close()
    return council.path


@pytest.fixture
def start(qtbot: QtBot, looks: Preferences, wall: Wall) -> Iterator[Callable[..., MainWindow]]:
    made: list[MainWindow] = []

    def started(path: Path | None = None, *, is_careful: bool = False) -> MainWindow:
        window = MainWindow(QApplication.instance(), Councils, looks, wall.now, is_careful=is_careful)
        qtbot.addWidget(window)
        made.append(window)
        window.resize(1366, 688)
        window.appear(path)
        window.start(path)
        window.show()
        qtbot.waitExposed(window)
        settle()
        return window

    yield started
    for window in made:
        window.close()
    settle()


# -- starts that come to nothing ---------------------------------------------------------------


def starting(folder: Path, end: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(DIES), str(folder), end],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(SRC)},
    )


def careful(folder: Path, end: str = "die") -> str:
    child = starting(folder, end)
    said, _none = child.communicate("\n")
    return said.strip()


def test_two_starts_that_stopped_make_the_third_careful(tmp_path: Path) -> None:
    assert [careful(tmp_path) for _start in range(4)] == ["False", "False", "True", "True"]


def test_a_start_that_went_well_forgives_the_ones_before(tmp_path: Path) -> None:
    for _start in range(3):
        careful(tmp_path)
    marker = StartMarker(tmp_path, Preferences(tmp_path / "looks.ini"))
    assert marker.lay()
    marker.take_up()
    assert not (tmp_path / MARKER).exists()
    assert careful(tmp_path) == "False"


def test_a_window_that_is_opening_beside_another_is_no_failure(tmp_path: Path) -> None:
    with starting(tmp_path, "wait") as first:
        assert first.stdout.readline() == "False\n"
        for _start in range(4):
            assert careful(tmp_path) == "False"
        first.communicate("\n")


def test_a_folder_that_takes_no_marker_lets_the_program_start(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("en fil där mappen skulle vara", encoding="utf-8")
    marker = StartMarker(tmp_path / "data", Preferences(tmp_path / "looks.ini"))
    assert not marker.lay()
    marker.take_up()


def test_a_careful_start_opens_nothing_and_says_so(
    start: Callable[..., MainWindow], looks: Preferences, path: Path
) -> None:
    looks.last_file = path
    window = start(is_careful=True)
    assert window.workplace is None
    assert "stannade två gånger" in window.welcome.problem.text()
    window.choose_file = lambda: str(path)
    click(window.welcome.open_file)
    assert window.workplace.council.path == path
    assert window.workplace.shell.page() == "overview"


def test_a_careful_start_leaves_last_times_geometry_alone(start: Callable[..., MainWindow]) -> None:
    first = start()
    first.setGeometry(40, 60, 1000, 500)
    first.close()
    looks = first._preferences
    wanted = MainWindow(QApplication.instance(), Councils, looks, builders.now)
    assert wanted.width() < 1366
    plain = MainWindow(QApplication.instance(), Councils, looks, builders.now, is_careful=True)
    assert plain.size().toTuple() == (1366, 688)
    for window in (wanted, plain):
        window.deleteLater()


# -- where the window stands -------------------------------------------------------------------

LAPTOP, BESIDE = QRect(0, 0, 1366, 728), QRect(1366, 0, 1920, 1040)


@pytest.mark.parametrize(
    ("window", "screens", "expected"),
    [
        (QRect(100, 100, 1000, 500), [LAPTOP], QRect(100, 100, 1000, 500)),
        (QRect(1500, 200, 1200, 700), [LAPTOP, BESIDE], QRect(1500, 200, 1200, 700)),
        (QRect(1500, 200, 1200, 600), [LAPTOP], QRect(166, 128, 1200, 600)),
        (QRect(-3000, -3000, 1000, 500), [LAPTOP], QRect(0, TITLE_BAR, 1000, 500)),
        (QRect(0, 0, 4000, 3000), [LAPTOP], QRect(0, TITLE_BAR, 1366, 728 - TITLE_BAR)),
        (QRect(100, -20, 1000, 500), [LAPTOP], QRect(100, TITLE_BAR, 1000, 500)),
        (QRect(100, 100, 1000, 500), [], QRect(100, 100, 1000, 500)),
    ],
    ids=[
        "at home",
        "second screen",
        "screen gone",
        "far away",
        "too large",
        "title bar outside",
        "no screen",
    ],
)
def test_the_window_always_stands_on_a_screen(window: QRect, screens: list[QRect], expected: QRect) -> None:
    assert clamped(window, screens) == expected


@pytest.mark.parametrize("left", [5_000, -5_000])
def test_a_window_left_on_a_screen_that_is_gone_comes_back(
    start: Callable[..., MainWindow], looks: Preferences, left: int
) -> None:
    window = start()
    window.setGeometry(left, 3_000, 970, 470)
    window.close()
    anew = MainWindow(QApplication.instance(), Councils, looks, builders.now)
    screen = QApplication.primaryScreen().availableGeometry()
    assert screen.contains(anew.geometry().topLeft())
    anew.deleteLater()


# -- where she was -----------------------------------------------------------------------------


def test_the_same_day_she_comes_back_to_what_she_left(
    start: Callable[..., MainWindow], looks: Preferences, path: Path, wall: Wall
) -> None:
    window = start(path)
    meeting = builders.next_meeting(window.workplace.council)
    window.workplace.open("meeting", meeting)
    window.close()
    again = start()
    assert again.workplace.place() == ("meeting", meeting)
    again.workplace.open("actions", 0)
    again.close()
    wall.time += timedelta(hours=2)
    assert start().workplace.place() == ("actions", 0)


def test_another_day_begins_with_the_overview(
    start: Callable[..., MainWindow], path: Path, wall: Wall
) -> None:
    window = start(path)
    window.workplace.open("actions", 0)
    window.close()
    wall.time += timedelta(days=1)
    assert start().workplace.shell.page() == "overview"


@pytest.mark.parametrize(
    "broken",
    ["", "2026-11-23", "2026-11-23 meeting", "2026-11-23 meeting 4711", "i går actions 0", "x" * 9000],
)
def test_a_place_that_makes_no_sense_is_the_overview(
    start: Callable[..., MainWindow], looks: Preferences, path: Path, broken: str
) -> None:
    looks.last_file = path
    looks._settings.setValue("last_place", broken)
    assert start().workplace.shell.page() == "overview"


@pytest.mark.parametrize("value", ["", "-3", "många", "9" * 4000, "²"])
def test_a_broken_count_of_failed_starts_counts_as_none(looks: Preferences, value: str) -> None:
    looks._settings.setValue("failed_starts", value)
    assert looks.failed_starts == 0


def test_a_broken_geometry_counts_as_none(looks: Preferences, qapp: QApplication) -> None:
    looks.geometry = QByteArray(b"\x01\xd9\xd0\xcb" + b"\xff" * 60)
    window = MainWindow(qapp, Councils, looks, builders.now)
    assert window.size().toTuple() == (1366, 688)
    window.deleteLater()


# -- from one day to the next ------------------------------------------------------------------


def shown(window: MainWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def test_at_midnight_every_page_shows_the_new_day(
    start: Callable[..., MainWindow], path: Path, wall: Wall, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(today, "LOOK_EVERY_MS", 5)
    window = start(path)
    saved = window.workplace.shell.status.texts()
    assert "8 dagar försenad" in shown(window)
    wall.time += timedelta(hours=10, minutes=19)
    qtbot.waitUntil(lambda: "9 dagar försenad" in shown(window))
    assert window.workplace.shell.status.texts() == saved  # nothing was saved at midnight
    window.workplace.open("actions", 0)
    wall.time += timedelta(days=3)  # the computer slept
    window.workplace.open("overview", 0)
    qtbot.waitUntil(lambda: "12 dagar försenad" in shown(window))


def test_coming_back_to_the_window_looks_at_the_clock_at_once(
    start: Callable[..., MainWindow], path: Path, wall: Wall, qtbot: QtBot, qapp: QApplication
) -> None:
    window = start(path)
    wall.time += timedelta(days=1)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    settle()
    assert "9 dagar försenad" in shown(window)


def test_midnight_leaves_what_is_being_typed(
    start: Callable[..., MainWindow], path: Path, wall: Wall, qtbot: QtBot, qapp: QApplication
) -> None:
    window = start(path)
    with qtbot.waitActive(window):
        window.activateWindow()
    workplace = window.workplace
    workplace.open("meeting", builders.next_meeting(workplace.council))
    room = workplace.pages["meetings"].room
    room.middle.go_to(room.desk.items[0].id)
    type_text(room.item_view.edit, "Inbrotten min")
    wall.time += timedelta(days=1)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    type_text(room.item_view.edit, "skar")
    assert room.item_view.edit.toPlainText() == "Inbrotten minskar"


def test_a_clock_that_is_set_back_spoils_nothing(tmp_path: Path) -> None:
    council = builders.norrmyra(tmp_path)
    path = council.path
    council.close()
    moment = [datetime.now().astimezone()]  # the wall clock is what is set back
    council = open_council(path, lambda: moment[0])
    try:
        council.council.change(usual_place="Granen")
        moment[0] -= timedelta(days=400)
        council.council.change(usual_place="Björken")
        council.undo.undo()
        assert council.council.get().usual_place == "Granen"  # not one step with what came before
        council.undo.redo()
        assert council.council.get().usual_place == "Björken"
        meeting = builders.next_meeting(council)
        council.documents.issue("kallelse", builders.TODAY, meeting)
        assert council.checking.check(builders.TODAY).is_sound
    finally:
        council.close()
    open_council(path).close()


# -- the end -----------------------------------------------------------------------------------


def test_when_the_computer_is_turned_off_typed_words_are_kept_as_drafts_only(
    start: Callable[..., MainWindow], path: Path, qtbot: QtBot
) -> None:
    window = start(path)
    with qtbot.waitActive(window):
        window.activateWindow()
    workplace = window.workplace
    meeting = builders.next_meeting(workplace.council)
    workplace.open("meeting", meeting)
    room = workplace.pages["meetings"].room
    room.middle.go_to(room.desk.items[0].id)
    type_text(room.item_view.edit, "Inbrotten min")
    undoable = workplace.council.undo.next_undo()
    window.keep_drafts()
    assert [draft.text for draft in workplace.council.drafts.left_over()] == ["Inbrotten min"]
    window.close()
    again = start(path)
    room = again.workplace.pages["meetings"].room
    assert room.desk.items[0].text == ""
    assert again.workplace.council.undo.next_undo() == undoable
    assert room.leftovers.isVisible()
    room.leftovers.restore_button.click()
    assert room.desk.items[0].text == "Inbrotten min"


def test_a_shutdown_that_was_called_off_lets_a_later_close_store_what_is_typed(
    start: Callable[..., MainWindow], path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window = start(path)
    with qtbot.waitActive(window):
        window.activateWindow()
    window.keep_drafts()
    monkeypatch.setattr(window, "_session_ended", window._session_ended - 61)
    window.workplace.open("settings", 0)
    field = next(one for one in window.findChildren(CommitEdit) if one.accessibleName() == "Plats")
    field.selectAll()
    type_text(field, "Granen")
    window.close()
    assert start(path).workplace.council.council.get().usual_place == "Granen"


def test_a_closed_window_leaves_nothing_open(start: Callable[..., MainWindow], path: Path) -> None:
    window = start(path)
    assert lock_path(path).exists()
    window.close()
    assert not lock_path(path).exists()


# -- faults and their log ----------------------------------------------------------------------


@pytest.fixture
def log(data: Path) -> Iterator[Path]:
    """The log of this process, in a data folder of its own."""
    before = list(LOG.handlers)
    raises = logging.raiseExceptions
    start_log()
    yield log_path()
    for handler in set(LOG.handlers) - set(before):
        LOG.removeHandler(handler)
        handler.close()
    logging.raiseExceptions = raises


def fault_with(words: str) -> None:
    try:
        int(words)
    except ValueError as fault:
        log_fault(fault)


def test_the_log_says_which_versions_and_where_and_nothing_typed(log: Path) -> None:
    assert not log.exists()
    fault_with("Göran på Storgatan 4")
    told = log.read_text(encoding="utf-8")
    assert "Göran" not in told
    assert "ValueError" in told
    assert "Qt 6" in told
    assert "test_start_and_stop.py" in told


def test_every_process_has_a_log_of_its_own_that_cannot_grow_without_end(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert str(os.getpid()) in log.name
    for handler in LOG.handlers:
        if isinstance(handler, logging.handlers.RotatingFileHandler):
            monkeypatch.setattr(handler, "maxBytes", 2_000)
    for _time in range(60):
        fault_with("x")
    sizes = [one.stat().st_size for one in log.parent.iterdir()]
    assert len(sizes) == 2
    assert max(sizes) <= 2_000


def test_only_the_newest_logs_are_kept(data: Path, log: Path) -> None:
    for number in range(30):
        old = log.with_name(f"trygghetsrad-{10_000_000 + number}.log")
        old.write_text("gammal", encoding="utf-8")
        os.utime(old, (number, number))
    unexpected._keep_newest(log.parent)
    left = sorted(log.parent.glob("trygghetsrad-1*.log"))
    assert len(left) <= LOGS_KEPT
    assert log.with_name(f"trygghetsrad-{10_000_029}.log") in left


def test_a_crash_below_python_leaves_its_stack_and_a_calm_end_leaves_nothing(data: Path) -> None:
    code = """
        import os, signal
        from trygghetsrad.ui.unexpected import log_path, stack_after_crash
        log_path().parent.mkdir(parents=True, exist_ok=True)
        def deep(): os.kill(os.getpid(), signal.SIGSEGV)
        with stack_after_crash(): deep()
    """
    child = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)],
        env=os.environ | {"PYTHONPATH": str(SRC)},
        check=False,
        capture_output=True,
    )
    assert child.returncode == -signal.SIGSEGV
    [stack] = (data / "logg").iterdir()
    assert "in deep" in stack.read_text(encoding="utf-8")
    stack.unlink()
    was_enabled = faulthandler.is_enabled()
    with stack_after_crash():
        assert len(list((data / "logg").iterdir())) == 1
    if was_enabled:
        faulthandler.enable()
    assert list((data / "logg").iterdir()) == []


def test_a_fault_offers_to_show_the_log(start: Callable[..., MainWindow], path: Path) -> None:
    window = start(path)
    shown_folders: list[Path] = []
    window.show_folder = shown_folders.append
    for _time in range(3):
        window.tell_unexpected("ValueError x.py:1")
    assert len(window.workplace.shell.banner_texts()) == 1
    button = next(
        one
        for one in window.findChildren(Button)
        if one.accessibleName() == "Visa loggen" and one.isVisible()
    )
    button.click()
    assert shown_folders == [log_path()]


# -- the example, twice ------------------------------------------------------------------------


def test_the_example_opened_twice_is_two_files_in_two_windows_and_one_council_in_one(
    start: Callable[..., MainWindow],
) -> None:
    first, second = start(), start()
    first.open_example()
    second.open_example()
    paths = {window.workplace.council.path for window in (first, second)}
    assert len(paths) == 2
    was = first.workplace.council.path
    first.open_example()
    assert first.workplace.council.council.get().is_example
    assert first.workplace.shell.banner_texts() == []
    assert not lock_path(was).exists()
    assert Preferences(first._preferences._settings.fileName()).last_file is None


# -- the real program --------------------------------------------------------------------------


def test_a_real_second_start_ends_by_itself_and_the_first_goes_on(data: Path, path: Path) -> None:
    program = [sys.executable, "-m", "trygghetsrad", str(path)]
    surroundings = os.environ | {"PYTHONPATH": str(SRC), "QT_QPA_PLATFORM": "offscreen"}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    first = subprocess.Popen(program, env=surroundings, **quiet)
    try:
        wait_until(lock_path(path).exists)
        # It holds the file before it has drawn its pages; only then does it hear whoever asks for it.
        Councils().ask_to_show(path)
        wait_until(lambda: not Councils().is_asked_to_show(path))
        second = subprocess.run(program, env=surroundings, check=False, timeout=LONG_ENOUGH, **quiet)
        assert second.returncode == 0
        assert first.poll() is None
    finally:
        first.kill()
        first.wait()


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait for what another process does."""
    waited = QElapsedTimer()
    waited.start()
    while not holds():
        assert not waited.hasExpired(LONG_ENOUGH * 1000)
        QThread.msleep(50)
