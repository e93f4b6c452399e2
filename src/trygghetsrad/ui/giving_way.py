"""A second start of a council that is open already: the first window comes forward, and this one goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from trygghetsrad.paths import beside

if TYPE_CHECKING:
    from pathlib import Path

    from trygghetsrad.ui.councils import Councils

POLL_MS = 50
PATIENCE_MS = 3_000


def may_be_open(council: Path) -> bool:
    """Tell from the lock alone, without loading what reads councils, that a window may have the file."""
    try:
        return beside(council, "-lock").exists()
    except (OSError, ValueError):
        return False


class GivingWay(QObject):
    """Asks whoever has the council to come forward; one that is no window never answers."""

    answered = Signal()
    unanswered = Signal()

    def __init__(self, councils: Councils, council: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._councils, self._council = councils, council
        self._waited = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def ask(self) -> None:
        """Leave the note, and tell in good time whether it was heeded."""
        try:
            self._councils.ask_to_show(self._council)
        except OSError:
            self.unanswered.emit()
            return
        self._waited.start()
        self._timer.start(POLL_MS)

    @Slot()
    def _look(self) -> None:
        if not self._councils.is_asked_to_show(self._council):
            self._timer.stop()
            self.answered.emit()
        elif self._waited.hasExpired(PATIENCE_MS):
            self._timer.stop()
            self._councils.take_show_request(self._council)
            self.unanswered.emit()
