"""One line at the bottom that says what was done and lets it be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from trygghetsrad.ui.components.buttons import IconButton, link_button
from trygghetsrad.ui.components.labels import IconLabel, Label, plain_label
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import TextRole, follow_look, look, row

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

SHOWN_MS = 8_000


class _ToastClose(IconButton):
    """A cross in the toast's own colour."""

    @override
    def color(self) -> str:
        return look().colors.on_toast


class _ToastIcon(IconLabel):
    """A tick in the toast's own colour."""

    @override
    def color(self) -> str:
        return look().colors.on_toast


class Toast(QFrame):
    """Lies over the bottom of its host for 8 seconds, longer while pointed at or focused; one at a time."""

    undo_clicked = Signal()

    def __init__(self, host: QWidget, *, above: int = 40) -> None:
        super().__init__(host)
        self._host, self._above = host, above
        self.setProperty("surface", "toast")
        self._tick = _ToastIcon(Icon.CHECKMARK_CIRCLE)
        self._words: Label = plain_label("", TextRole.BODY)
        self._words.setProperty("ink", "on_toast")
        self.undo = link_button(self.tr("Ångra"))
        self.undo.setProperty("on", "toast")
        self.close_button = _ToastClose(Icon.DISMISS, self.tr("Stäng meddelandet"))
        self.close_button.setProperty("on", "toast")
        line = row(self, gap=12, edge=(16, 8, 8, 8))
        for part in (self._tick, self._words, self.undo, self.close_button):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._leave_if_unwatched)
        self.undo.clicked.connect(self._undo)
        self.close_button.clicked.connect(self.hide)
        host.installEventFilter(self)
        self.hide()
        follow_look(self._place)

    def say(self, text: str, *, undo: bool = False, shown_ms: int = SHOWN_MS) -> None:
        """Show this text instead of any earlier one."""
        self._words.setText(text)
        self.setAccessibleName(text)
        self.undo.setVisible(undo)
        self._timer.start(shown_ms)
        self.show()
        self._place()
        self.raise_()

    def withdraw_undo(self) -> None:
        """Offer Ångra no more, since it would now take back something later than what is said."""
        if not self.undo.isHidden():
            self.undo.hide()
            self._place()

    def lift(self, above: int) -> None:
        """Lie so far over the bottom, in pixels at 100 %."""
        self._above = above
        if not self.isHidden():
            self._place()

    def text(self) -> str:
        """Return what is said, or nothing when no toast is shown."""
        return "" if self.isHidden() else self._words.text()

    def _undo(self) -> None:
        self.hide()
        self.undo_clicked.emit()

    def _leave_if_unwatched(self) -> None:
        focused = self.focusWidget() is not None and self.focusWidget().hasFocus()
        if self.underMouse() or focused:
            self._timer.start(1_000)
        else:
            self.hide()

    def _place(self) -> None:
        self.adjustSize()
        room = self._host.rect()
        left = room.center().x() - self.width() // 2
        self.move(QPoint(max(left, 0), room.bottom() - self.height() - look().px(self._above)))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
