"""The small parts around the pages: undo keys, slow work, what is remembered."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt, QThread
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from trygghetsrad.ui.background import BackgroundRunner
from trygghetsrad.ui.preferences import Preferences
from trygghetsrad.ui.theme import Theme
from trygghetsrad.ui.undo_keys import UndoKeys


@pytest.fixture
def undone(qtbot, qapp):
    """Return a window with two fields, and a list that grows when Ctrl+Z reaches the window."""
    keys = UndoKeys(qapp)
    window = QWidget()
    window.line, window.text = QLineEdit(), QPlainTextEdit()
    layout = QVBoxLayout(window)
    layout.addWidget(window.line)
    layout.addWidget(window.text)
    window.reached = []
    QShortcut(QKeySequence("Ctrl+Z"), window).activated.connect(lambda: window.reached.append(1))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield window
    keys.deleteLater()


@pytest.mark.parametrize("name", ["line", "text"])
def test_an_empty_field_lets_ctrl_z_through_to_the_council(undone, qtbot, name):
    field = getattr(undone, name)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone.reached == [1]


@pytest.mark.parametrize("name", ["line", "text"])
def test_a_field_takes_back_its_own_typing_first(undone, qtbot, name):
    field = getattr(undone, name)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "hej")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone.reached == []
    assert (field.text() if name == "line" else field.toPlainText()) == ""
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone.reached == [1]


def test_slow_work_runs_elsewhere_and_its_result_arrives_in_the_window(qtbot, qapp):
    runner, heard = BackgroundRunner(), []
    window_thread = threading.get_ident()

    def job() -> int:
        return threading.get_ident()

    def done(result: int) -> None:
        heard.append((result, QThread.currentThread() is qapp.thread()))

    runner.run(job, done, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    runner.finish()
    assert heard[0][0] != window_thread
    assert heard[0][1] is True


def test_a_fault_in_slow_work_arrives_too(qtbot):
    runner, heard = BackgroundRunner(), []

    def job() -> None:
        raise ValueError("nej")

    runner.run(job, heard.append, lambda fault: heard.append(str(fault)))
    qtbot.waitUntil(lambda: bool(heard))
    runner.finish()
    assert heard == ["nej"]


def test_looks_and_last_file_are_remembered(tmp_path):
    ini = tmp_path / "installningar.ini"
    before = Preferences(ini)
    before.theme, before.text_size, before.last_file = Theme.DARK, 120, tmp_path / "råd å.trygghetsrad"
    before._settings.sync()
    after = Preferences(ini)
    assert (after.theme, after.text_size) == (Theme.DARK, 120)
    assert after.last_file == tmp_path / "råd å.trygghetsrad"


@pytest.mark.parametrize(
    "content", ["", "\x00\x01", "[General]\ntheme=lila\ntext_size=mycket\n", "text_size=-9"]
)
def test_a_broken_settings_file_counts_as_none(tmp_path, content):
    ini = tmp_path / "installningar.ini"
    ini.write_text(content, encoding="utf-8")
    preferences = Preferences(ini)
    assert (preferences.theme, preferences.text_size, preferences.last_file) == (Theme.SYSTEM, 100, None)
    assert preferences.geometry.isEmpty()
