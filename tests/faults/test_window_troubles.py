"""What the window says and shows when the file, the disk or the program itself gives trouble."""

from __future__ import annotations

import logging
import random
import sqlite3
import sys
import threading
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from sqlalchemy import text

from trygghetsrad.app import Councils
from trygghetsrad.domain.council import Municipality
from trygghetsrad.domain.errors import DiskFull, Refused
from trygghetsrad.store.lock import lock_path
from trygghetsrad.ui.components.banner import Banner
from trygghetsrad.ui.components.pdf_preview import PdfPreview
from trygghetsrad.ui.main_window import MainWindow
from trygghetsrad.ui.preferences import Preferences
from trygghetsrad.ui.theme import Theme
from trygghetsrad.ui.unexpected import LOG, Unexpected, start_log
from ui import builders
from ui.conftest import dressed_app, light  # noqa: F401  (the window is dressed as everywhere)
from ui.hands import click, press, settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil

pytestmark = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise|grabbing)")
PAGES = ("overview", "meetings", "actions", "members", "documents", "settings")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The window on its first day, with a data folder of its own."""
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "data"))
    made = MainWindow(QApplication.instance(), Councils, Preferences(tmp_path / "looks.ini"), builders.now)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    if made.workplace is not None:
        refuse(made.workplace.council, refusing=False)
    made.close()
    settle()


@pytest.fixture
def norrmyra(window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window with Norrmyra open in it."""
    council = builders.norrmyra(tmp_path)
    council.close()
    window.open_file(council.path)
    settle()
    return window


def refuse(council: OpenCouncil, *, refusing: bool = True) -> None:
    """Let the file take nothing more, as on a disk that has been locked; or take things again."""
    with council._database.read() as session:
        session.execute(text(f"PRAGMA query_only={int(refusing)}"))


def banners(window: MainWindow) -> list[str]:
    assert window.workplace is not None
    return window.workplace.shell.banner_texts()


def close_banners(window: MainWindow) -> None:
    for banner in window.findChildren(Banner):
        if banner.isVisible():
            click(banner.close_button)


def shown(page: QWidget) -> list[object]:
    """Return what can be seen on a page, in words and ticks; but for a paper, which is drawn when it is ready."""
    seen: list[object] = []
    drawn = {inner for paper in page.findChildren(PdfPreview) for inner in paper.findChildren(QWidget)}
    for part in page.findChildren(QWidget):
        if part in drawn or not part.isVisible():
            continue
        if isinstance(part, QAbstractButton):
            seen.append((part.text(), part.isChecked()))
        elif isinstance(part, QPlainTextEdit):
            seen.append(part.toPlainText())
        elif isinstance(part, QComboBox):
            seen.append(part.currentText())
        elif isinstance(part, (QLabel, QLineEdit)):
            seen.append(part.text())
    return seen


# -- files that cannot be opened ---------------------------------------------------------------


def a_table_gone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute("DROP TABLE action")
        raw.commit()


SPOILED = {
    "empty": (lambda path: path.write_bytes(b""), "är tom"),
    "a text": (lambda path: path.write_text("hej", encoding="utf-8"), "inte en rådsfil"),
    "cut": (lambda path: path.write_bytes(path.read_bytes()[:50_000]), "är skadad"),
    "a table gone": (a_table_gone, "är skadad"),
    "missing": (lambda path: path.unlink(), "finns inte"),
}


@pytest.mark.parametrize(("spoil", "words"), SPOILED.values(), ids=SPOILED)
def test_a_file_that_cannot_be_opened_is_told_where_she_is(window, tmp_path, spoil, words):
    council = builders.norrmyra(tmp_path)
    council.close()
    spoiled = tmp_path / "skadad.trygghetsrad"
    spoiled.write_bytes(council.path.read_bytes())
    spoil(spoiled)
    window.start(spoiled)
    assert words in window.welcome.problem.text()
    window.open_file(council.path)
    window.open_file(spoiled)
    assert len(banners(window)) == 1
    assert words in banners(window)[0]
    assert window.workplace.council.path == council.path
    assert not lock_path(spoiled).exists()


def test_a_value_that_cannot_be_read_is_told_and_the_window_stands(norrmyra):
    council = norrmyra.workplace.council
    with closing(sqlite3.connect(council.path)) as raw:
        raw.execute("PRAGMA ignore_check_constraints=ON")
        raw.execute("UPDATE meeting SET state = 'påhittad'")
        raw.commit()
    norrmyra.workplace.go("meetings")
    settle()
    assert ["är skadad" in words for words in banners(norrmyra)] == [True]
    norrmyra.workplace.go("settings")
    assert norrmyra.workplace.shell.page() == "settings"


def test_the_example_opens_beside_what_a_stopped_program_left(window, tmp_path):
    folder = tmp_path / "data" / "Trygghetsrad" / "exempel"
    folder.mkdir(parents=True)
    (folder / "Norrmyra.trygghetsrad").write_bytes(b"")
    (folder / "Norrmyra.trygghetsrad-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(1000))
    window.open_example()
    assert window.workplace.council.council.get().is_example


def test_where_nothing_can_be_written_she_is_told_at_once(window, tmp_path):
    (tmp_path / "data").write_text("en fil där mappen skulle vara", encoding="utf-8")
    start_log()
    LOG.error("no place for this")
    window.start(None)
    assert window.welcome is not None
    window.welcome.create_requested.emit(Municipality(code="2417", name="Norsjö"), "Rådet", False)
    assert "Det går inte att skriva" in window.welcome.problem.text()
    window.welcome.show_problem("")
    window.open_example()
    assert "Det går inte att skriva" in window.welcome.problem.text()


# -- a disk that takes nothing more ------------------------------------------------------------


def in_the_room(window: MainWindow):
    """Begin the next meeting and return its page."""
    workplace = window.workplace
    meeting = builders.next_meeting(workplace.council)
    workplace.open("meeting", meeting)
    settle()
    return workplace.pages["meetings"].room


def test_an_attendance_that_was_not_saved_is_not_shown(norrmyra):
    room = in_the_room(norrmyra)
    refuse(norrmyra.workplace.council)
    box = room.attendance.row("Lena Marklund").check.box
    before = box.isChecked()
    click(box)
    settle()
    assert len(banners(norrmyra)) == 1
    assert room.attendance.row("Lena Marklund").check.box.isChecked() == before


def test_words_that_could_not_be_saved_stay_and_are_saved_later(norrmyra):
    room = in_the_room(norrmyra)
    council = norrmyra.workplace.council
    first, second = (item.id for item in room.desk.items[:2])
    room.middle.go_to(first)
    told: list[str] = []
    room.typing_state.connect(told.append)
    refuse(council)
    room.item_view.edit.setPlainText("Inbrotten minskar")
    room.drafts.timer.timeout.emit()
    assert told[-1] == "Utkastet är inte sparat"
    room.item_view.commit()
    assert room.item_view.edit.text() == "Inbrotten minskar"
    room.middle.go_to(second)
    assert room.item_view.edit.text() == ""
    room.middle.go_to(first)
    assert room.item_view.edit.text() == "Inbrotten minskar"
    assert len(banners(norrmyra)) == 1
    refuse(council, refusing=False)
    room.item_view.commit()
    assert next(item for item in room.desk.items if item.id == first).text == "Inbrotten minskar"
    assert council.drafts.left_over() == ()


def test_a_full_disk_is_called_full(norrmyra):
    room = in_the_room(norrmyra)
    council = norrmyra.workplace.council
    with council._database.read() as session:
        pages = session.scalar(text("PRAGMA page_count"))
        session.execute(text(f"PRAGMA max_page_count={pages}"))
    room.middle.go_to(room.desk.items[0].id)
    room.item_view.edit.setPlainText("Lång text. " * 10_000)
    room.item_view.commit()
    assert banners(norrmyra) == [DiskFull(council.path).sentence()]
    assert room.desk.items[0].text == ""
    with council._database.read() as session:
        session.execute(text("PRAGMA max_page_count=1000000"))
    room.item_view.commit()
    assert room.desk.items[0].text.startswith("Lång text.")


def test_a_meeting_is_shown_though_its_points_cannot_be_written(norrmyra):
    refuse(norrmyra.workplace.council)
    room = in_the_room(norrmyra)
    assert len(banners(norrmyra)) == 1
    room.quick.set_text("b Rådet beslutar något")
    for button in room.findChildren(QAbstractButton):
        if button.isVisible() and button.isEnabled() and not button.menu():
            button.click()
            settle()
    assert room.desk.meeting.day == date(2026, 12, 8)


def test_the_window_does_not_close_over_words_it_could_not_save(norrmyra):
    room = in_the_room(norrmyra)
    room.middle.go_to(room.desk.items[0].id)
    refuse(norrmyra.workplace.council)
    room.item_view.edit.setPlainText("Inbrotten minskar")
    assert not norrmyra.close()
    assert len(banners(norrmyra)) == 1
    assert room.item_view.edit.text() == "Inbrotten minskar"
    assert norrmyra.close()


class Restless:
    """Somebody who clicks and types everywhere, the same way every time."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self._window = window
        self._chance = random.Random(seed)  # noqa: S311 - no secret, only variety

    @property
    def page(self) -> QWidget:
        workplace = self._window.workplace
        assert workplace is not None
        return workplace.pages[workplace.shell.page()]

    def go(self) -> None:
        workplace = self._window.workplace
        assert workplace is not None
        workplace.go(self._chance.choice(PAGES))
        if self._chance.random() < 0.5:
            workplace.open("meeting", self._chance.choice(workplace.council.meetings.every()).id)
        settle()

    def act(self) -> None:
        found = [
            part
            for part in self.page.findChildren(QWidget)
            if isinstance(part, (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox))
            and part.isVisible()
            and part.isEnabled()
        ]
        part = self._chance.choice(found)
        if isinstance(part, QAbstractButton):
            part.click()
        elif isinstance(part, QComboBox):
            part.activated.emit(self._chance.randrange(max(part.count(), 1)))
        elif not part.isReadOnly():
            self._type(part)
        settle()
        self._answer_menus()

    def _type(self, field: QLineEdit | QPlainTextEdit) -> None:
        words = self._chance.choice(["ny text", "2026-12-24", "13.30", ""])
        field.setFocus()
        field.selectAll()
        field.setText(words) if isinstance(field, QLineEdit) else field.setPlainText(words)
        press(field, Qt.Key.Key_Return, control=isinstance(field, QPlainTextEdit))

    def _answer_menus(self) -> None:
        for menu in QApplication.topLevelWidgets():
            if isinstance(menu, QMenu) and menu.isVisible():
                deeds = [deed for deed in menu.actions() if deed.isEnabled() and not deed.isSeparator()]
                menu.close()
                if deeds:
                    self._chance.choice(deeds).trigger()
        settle()


@pytest.mark.parametrize("seed", [1, 2, 3, 8])
def test_whatever_she_does_on_a_locked_disk_is_told_and_shown_as_it_is(norrmyra, monkeypatch, seed):
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_args, **_kwargs: ("", ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_args: True)
    council = norrmyra.workplace.council
    refuse(council)
    before = council.path.read_bytes()
    restless = Restless(norrmyra, seed)
    told = 0
    for act in range(60):
        if act % 12 == 0:
            restless.go()
        close_banners(norrmyra)
        restless.act()
        if banners(norrmyra):
            told += 1
            seen = shown(restless.page)
            restless.page.refresh()
            settle()
            assert set(map(str, seen)) == set(map(str, shown(restless.page)))
    assert told
    assert council.path.read_bytes() == before


# -- the program itself ------------------------------------------------------------------------


@pytest.fixture
def unexpected(norrmyra, monkeypatch) -> Unexpected:
    """What hears of faults, joined with the window as at the start."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    hearing = Unexpected(norrmyra)
    hearing.listen()
    hearing.happened.connect(norrmyra.tell_unexpected)
    hearing.refused.connect(norrmyra.tell)
    return hearing


def fail(fault: Exception) -> None:
    def deed() -> None:
        raise fault

    QTimer.singleShot(0, deed)
    settle()


def test_a_fault_is_told_calmly_and_logged_without_what_was_typed(norrmyra, unexpected, caplog):
    with caplog.at_level(logging.ERROR, LOG.name):
        fail(ValueError("Göran på Storgatan 4"))
    assert len(banners(norrmyra)) == 1
    assert banners(norrmyra)[0].startswith("Något gick fel i programmet.")
    assert "ValueError" in caplog.text
    assert "test_window_troubles.py" in caplog.text
    assert "Göran" not in caplog.text
    norrmyra.workplace.go("meetings")
    assert norrmyra.workplace.shell.page() == "meetings"


def test_a_fault_that_comes_back_does_not_fill_the_log(norrmyra, unexpected, caplog):
    with caplog.at_level(logging.ERROR, LOG.name):
        for _time in range(50):
            fail(ValueError("samma"))
    assert len(caplog.records) == 1
    assert len(banners(norrmyra)) == 1


def test_a_refusal_nobody_caught_is_told_in_its_own_words(norrmyra, unexpected, caplog):
    fail(Refused("Det går inte just nu."))
    assert banners(norrmyra) == ["Det går inte just nu."]
    assert caplog.records == []


BROKEN = {
    "binary": b"\x00\xff[General\nlast_file=\x00\xfe\ntext_size=\xb2\n",
    "figures that are none": "[General]\ntext_size=²\ntheme=@Variant(\\0\\0)\nlast_file=@Invalid()\n".encode(),
    "far too much": b"[General]\ntext_size=99999999999999999999\nlast_file=a, b\ngeometry=@ByteArray(x)\n",
    "an odd path": b"[General]\nlast_file=" + b"x" * 5000 + b"\ngeometry=zz\n",
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_broken_settings_count_as_none(qtbot, tmp_path, monkeypatch, data):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "looks.ini").write_bytes(data)
    preferences = Preferences(tmp_path / "looks.ini")
    assert preferences.theme is Theme.SYSTEM
    assert preferences.text_size in {100, 150}
    window = MainWindow(QApplication.instance(), Councils, preferences, builders.now)
    qtbot.addWidget(window)
    window.start(None)
    assert window.welcome is not None
