"""Anna at her computer, as every journey has her: a window, a clock on the wall and two hands."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from trygghetsrad.app import Councils
from trygghetsrad.ui.main_window import MainWindow
from trygghetsrad.ui.preferences import Preferences
from ui.hands import press, settle
from ui.room.hands import Hands

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.ui.room.page import RoomPage


class Coordinator:
    """Anna at her computer: a window, a clock on the wall and two hands."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self._qtbot, self._folder = qtbot, folder
        self.moment = datetime(2026, 11, 23, 13, 42)  # noqa: DTZ001  # the wall clock
        self.hands = Hands()
        self.window = self.start()

    def start(self) -> MainWindow:
        """Start the program, as from the Start menu."""
        app = QApplication.instance()
        looks = Preferences(self._folder / "looks.ini")
        self.window = MainWindow(app, Councils, looks, lambda: self.moment)
        self._qtbot.addWidget(self.window)
        self.window.show()
        self._qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.window.start(None)
        settle()
        return self.window

    def quit(self) -> None:
        self.window.close()
        settle()

    @property
    def workplace(self):
        assert self.window.workplace is not None
        return self.window.workplace

    @property
    def council(self):
        return self.workplace.council

    def page(self, key: str):
        return self.workplace.pages[key]

    @property
    def room(self) -> RoomPage:
        return self.page("meetings").room

    def stored(self):
        return self.council.room.room(self.room.desk.meeting_id)

    def go(self, number: int) -> None:
        """Go to a place in the rail by Ctrl and its number."""
        press(self.workplace.shell, Qt.Key(Qt.Key.Key_0 + number), control=True)
        settle()

    def come_back(self) -> None:
        """Be the active window again after a list of suggestions; the screenless platform forgets that."""
        self.window.activateWindow()
        settle()

    def undo(self) -> None:
        press(self.workplace.shell, Qt.Key.Key_Z, control=True)
        settle()
