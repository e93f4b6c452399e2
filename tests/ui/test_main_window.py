"""The window as a whole: a second start, messages that are over, and where the keyboard is on arriving."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from trygghetsrad.app import Councils
from trygghetsrad.paths import beside
from trygghetsrad.store.lock import CouncilLock
from trygghetsrad.ui import giving_way, main_window, workplace as workplaces
from trygghetsrad.ui.main_window import MainWindow
from trygghetsrad.ui.preferences import Preferences
from ui.builders import empty_council

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil

NOW = datetime(2026, 11, 23, 13, 42)  # noqa: DTZ001  # the wall clock


@pytest.fixture
def council_file(tmp_path: Path) -> Path:
    made = empty_council(tmp_path)
    made.meetings.add(date(2027, 2, 9))
    path = made.path
    made.close()
    return path


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Callable[[Path], MainWindow]:
    """Start the program on a council, as often as the test wants."""

    kept = []  # qtbot alone would let a window go as soon as the test looks only at what is in it

    def started(path: Path) -> MainWindow:
        looks = Preferences(tmp_path / "looks.ini")
        window = MainWindow(QApplication.instance(), Councils, looks, lambda: NOW)
        qtbot.addWidget(window)
        kept.append(window)
        window.appear(path)
        window.start(path)
        return window

    return started


def test_a_second_start_brings_the_first_window_forward_and_goes(
    start: Callable[[Path], MainWindow], council_file: Path, qtbot: QtBot
) -> None:
    first = start(council_file)
    first.showMinimized()
    looks = Preferences(council_file.with_suffix(".ini"))
    second = MainWindow(QApplication.instance(), Councils, looks, lambda: NOW)
    qtbot.addWidget(second)
    with qtbot.waitSignal(second.gave_way):
        second.appear(council_file)
        second.start(council_file)
    assert not first.isMinimized()
    assert second.isHidden()
    assert second.workplace is None
    assert not beside(council_file, "-show").exists()


def test_a_council_that_no_window_has_is_told_of_after_a_while(
    start: Callable[[Path], MainWindow], council_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(giving_way, "PATIENCE_MS", 100)
    lock = CouncilLock(council_file)  # such as a command that reads people in
    lock.take(NOW)
    try:
        window = start(council_file)
        assert window.isHidden()
        qtbot.waitUntil(lambda: window.held is not None)
    finally:
        lock.release()
    assert window.isVisible()
    assert "är öppen" in window.held.words.text()
    assert not beside(council_file, "-show").exists()


def test_opening_the_council_that_is_open_already_changes_nothing(
    start: Callable[[Path], MainWindow], council_file: Path
) -> None:
    window = start(council_file)
    workplace = window.workplace
    window.open_file(council_file)
    assert window.workplace is workplace
    assert workplace.shell.banner_texts() == []


def test_a_refusal_goes_when_she_goes_elsewhere_or_a_later_deed_succeeds(
    start: Callable[[Path], MainWindow], council_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workplace = start(council_file).workplace
    workplace.trouble("Mötet slutar innan det börjar.")
    workplace.go("actions")
    assert workplace.shell.banner_texts() == []
    workplace.trouble("Mötet slutar innan det börjar.")
    workplace.council.council.change(usual_place="Björken")
    assert workplace.shell.banner_texts() != []  # she has not had the time to read it
    monkeypatch.setattr(workplaces, "TO_READ", 0.0)
    workplace.council.council.change(usual_place="Granen")
    assert workplace.shell.banner_texts() == []


def test_no_field_shines_on_arriving_at_a_page(
    start: Callable[[Path], MainWindow], council_file: Path, qtbot: QtBot
) -> None:
    window = start(council_file)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for key in ("actions", "thread", "members", "documents", "meetings", "settings", "overview"):
        window.workplace.open(key, 0)
        focused = QApplication.focusWidget()
        assert focused is not None, key
        assert not isinstance(focused, QLineEdit), key
        page = window.workplace.pages[key]
        assert focused is page or page.isAncestorOf(focused), key


def test_a_toast_in_the_meeting_room_leaves_the_quick_line_free(
    start: Callable[[Path], MainWindow], council_file: Path, qtbot: QtBot
) -> None:
    window = start(council_file)
    window.resize(1366, 688)
    workplace = window.workplace
    workplace.shell.toast("Markerad som skickad", undo=True)
    meeting = workplace.council.meetings.every()[0]
    workplace.open("meeting", meeting.id)
    quick = workplace.pages["meetings"].room.quick
    toast = workplace.shell.toast_widget()
    top = quick.mapTo(workplace.shell, quick.rect().topLeft()).y()
    assert toast.mapTo(workplace.shell, toast.rect().bottomLeft()).y() < top


def test_angra_in_a_toast_takes_back_what_the_toast_says_and_nothing_later(
    start: Callable[[Path], MainWindow], council_file: Path
) -> None:
    workplace = start(council_file).workplace
    page = workplace.pages["meetings"]
    page.list.do(lambda: workplace.council.meetings.add(date(2027, 5, 11)), toast="Mötet är inlagt")
    toast = workplace.shell.toast_widget()
    assert toast.undo.isVisibleTo(toast)
    workplace.council.council.change(usual_place="Granen")
    assert workplace.shell.toast_text() == "Mötet är inlagt"
    assert not toast.undo.isVisibleTo(toast)


def test_the_year_to_plan_is_the_one_asked_for(
    start: Callable[[Path], MainWindow], council_file: Path
) -> None:
    workplace = start(council_file).workplace
    workplace.open("plan", 2026)
    assert workplace.pages["meetings"].list.planning.habits.year() == 2026
    workplace.open("plan", 0)
    assert workplace.pages["meetings"].list.planning.habits.year() == 2027


def test_the_other_pages_are_made_while_she_looks_at_the_first(
    start: Callable[[Path], MainWindow], council_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main_window, "WARM_UP_AFTER_MS", 0)
    workplace = start(council_file).workplace
    qtbot.waitUntil(lambda: len(workplace.pages) == 6)
    assert workplace.shell.page() == "overview"
    assert workplace.shell.top.title() == "Översikt"


def test_ctrl_z_reaches_the_council_from_an_arrived_page(
    start: Callable[[Path], MainWindow], council_file: Path, qtbot: QtBot
) -> None:
    window = start(council_file)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    workplace = window.workplace
    before = workplace.council.council.get().usual_place
    workplace.council.council.change(usual_place="Granen")
    workplace.open("actions", 0)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert workplace.council.council.get().usual_place == before


def test_the_example_opens_from_the_welcome_and_says_so_while_it_is_made(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    seen = []

    class Watching(Councils):
        def example(self) -> OpenCouncil:
            seen.append(window.centralWidget().text())
            return super().example()

    looks = Preferences(tmp_path / "looks.ini")
    window = MainWindow(QApplication.instance(), Watching, looks, lambda: NOW)
    qtbot.addWidget(window)
    window.show_welcome()
    window.show()
    window.welcome.example.click()
    assert seen == ["Exempelrådet görs i ordning. Det tar några sekunder."]
    assert window.workplace.council.council.get().is_example
    assert QApplication.overrideCursor() is None
