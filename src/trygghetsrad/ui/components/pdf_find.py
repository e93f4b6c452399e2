"""The line that looks for words in the paper: how many there are, and from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from trygghetsrad.ui.components.buttons import icon_button
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, follow_look, look, row

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class FindBar(QWidget):
    """Tells what is looked for and which way she goes; Enter is forwards, Shift+Enter back, Esc ends."""

    sought = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setProperty("seeks", True)
        self.field.setAccessibleName(self.tr("Sök i dokumentet"))
        self.field.setPlaceholderText(self.tr("Sök i dokumentet"))
        self.found = plain_label("", TextRole.CAPTION, Ink.SECONDARY)
        self.back = icon_button(Icon.CHEVRON_UP, self.tr("Föregående träff"), shortcut="Skift+Enter")
        self.on = icon_button(Icon.CHEVRON_DOWN, self.tr("Nästa träff"), shortcut="Enter")
        self.end = icon_button(Icon.DISMISS, self.tr("Sluta söka"), shortcut="Esc")
        line = row(self, gap=8, edge=(12, 4, 8, 4))
        line.addWidget(self.field, 1)
        line.addWidget(self.found)
        for button in (self.back, self.on, self.end):
            line.addWidget(button)
        self.field.textChanged.connect(self.sought)
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.on.clicked.connect(lambda: self.stepped.emit(1))
        self.end.clicked.connect(self.close_bar)
        self.hide()
        follow_look(self._restyle)

    def open_bar(self) -> None:
        """Begin to look for something; what was looked for last is there to type over."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.sought.emit(self.field.text())

    def close_bar(self) -> None:
        """Look for nothing more."""
        self.hide()
        self.closed.emit()

    def show_found(self, number: int, total: int) -> None:
        """Say which of how many places is in view."""
        words = ""
        if self.field.text().strip():
            words = self.tr("{number} av {total}") if total else self.tr("Inga träffar")
        self.found.setText(words.format(number=number, total=total))
        for button in (self.back, self.on):
            button.setEnabled(total > 1)

    def _restyle(self) -> None:
        self.field.setFixedHeight(look().px(34))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        backwards = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3}:
            self.stepped.emit(-1 if backwards else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)
