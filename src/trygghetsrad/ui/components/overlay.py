"""Something laid over the window for a moment, closed by Esc or a click beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid
from typing_extensions import override

from trygghetsrad.ui.theme import follow_look, look
from trygghetsrad.ui.theme.tokens import SCRIM


class Overlay(QWidget):
    """Dims its host and holds a sheet; the focus goes back where it was when it closes.

    width is that of the sheet in pixels at 100 %, never more than the host allows.
    """

    closed = Signal()

    def __init__(self, host: QWidget, name: str, *, width: int) -> None:
        super().__init__(host)
        self._host, self._width = host, width
        self._before: QWidget | None = None
        self.setAccessibleName(name)
        self.sheet = QFrame(self)
        self.sheet.setProperty("surface", "palette")
        self.sheet.setAccessibleName(name)
        host.installEventFilter(self)
        self.hide()
        follow_look(self.place)

    def open(self) -> None:
        """Show the sheet over everything else."""
        self._before = QApplication.focusWidget()
        self.place()
        self.show()
        self.raise_()

    def close_overlay(self) -> None:
        """Hide the sheet and give the focus back."""
        if self.isHidden():
            return
        self.hide()
        before, self._before = self._before, None
        # What had the focus may be gone by now, such as the welcome page's button.
        if before is not None and isValid(before) and self._host.isAncestorOf(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def sheet_height(self, room: int) -> int:
        """Return how high the sheet wants to be when there is so much room."""
        return min(self.sheet.sizeHint().height(), room)

    def place(self) -> None:
        """Lay the sheet in the middle, a little above the centre."""
        self.setGeometry(self._host.rect())
        edge = look().px(16)
        width = min(look().px(self._width), self.width() - 2 * edge)
        top = max(edge, min(look().px(72), self.height() // 8))
        height = self.sheet_height(self.height() - top - edge)
        self.sheet.setGeometry((self.width() - width) // 2, top, width, height)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._host:
            self.place()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(SCRIM))
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.sheet.geometry().contains(event.position().toPoint()):
            self.close_overlay()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_overlay()
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        # Tab stays on the sheet: what lies under it is not to be worked on unseen.
        parts = [
            part
            for part in self.sheet.findChildren(QWidget)
            if part.isVisibleTo(self) and part.isEnabled() and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if not parts:
            return True
        here = QApplication.focusWidget()
        at = parts.index(here) if here in parts else -1
        parts[(at + (1 if next else -1)) % len(parts)].setFocus(Qt.FocusReason.TabFocusReason)
        return True
