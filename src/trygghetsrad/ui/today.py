"""Another day: at midnight, when the computer wakes up, or because its clock was set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

LOOK_EVERY_MS = 20_000


class TodayWatch(QObject):
    """Asks the clock now and then, since a timer set for midnight sleeps when the computer does."""

    changed = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._now = now
        self._day = now().date()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_EVERY_MS)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self.look)

    @Slot()
    def look(self) -> None:
        """Tell if it is another day than the last time, later or earlier."""
        day = self._now().date()
        if day != self._day:
            self._day = day
            self.changed.emit()
