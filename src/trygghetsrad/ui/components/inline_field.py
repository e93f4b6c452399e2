"""A value with its label, edited where it stands: it looks like text until it is entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from trygghetsrad.ui.components.labels import Label, plain_label
from trygghetsrad.ui.theme import Ink, TextRole, column, follow_look, look

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent


class CommitEdit(QLineEdit):
    """One line that tells its new text when it is left or Enter is pressed, and only if it changed."""

    committed = Signal(str)
    restored = Signal()

    def __init__(self, text: str = "", *, inline: bool = False) -> None:
        super().__init__(text)
        self._stored = text
        if inline:
            self.setProperty("inline", "true")

    def stored(self) -> str:
        """Return the text as last shown or committed."""
        return self._stored

    def show_text(self, text: str) -> None:
        """Show a stored text; what the person is typing right now is left alone."""
        typing = self.hasFocus() and self.text() != self._stored
        self._stored = text
        if not typing:
            self.setText(text)
            self.setCursorPosition(0)

    def take(self, text: str) -> None:
        """Show a text as the stored one even while the person is in the field."""
        self._stored = text
        self.setText(text)

    def refuse(self, stored: str) -> None:
        """Leave what was typed in the field, but with this as the text that Esc brings back."""
        self._stored = stored

    def restore(self) -> None:
        """Take back what was typed."""
        self.setText(self._stored)
        self.restored.emit()

    def commit(self) -> None:
        """Tell the text if it changed."""
        text = self.text().strip()
        if text != self._stored:
            self._stored = text
            self.committed.emit(text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._stored:
            self.restore()
            return
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.commit()
            event.accept()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # A menu or another program is no leaving; the person comes back.
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self.commit()


class FieldFrame(QWidget):
    """Label above, field in the middle, one line of help or fault below when there is something to say."""

    def __init__(self, label: str, field: QWidget, *, inline: bool) -> None:
        super().__init__()
        # An inline field has its text this far in; label and help line up with it.
        self.inline = inline
        indent = 8 if inline else 0
        self.label: Label = plain_label(label, TextRole.CAPTION, Ink.SECONDARY)
        self._note: Label = plain_label("", TextRole.CAPTION, Ink.SECONDARY, wrap=True)
        self._indent = indent
        self.field = field
        self.label.setBuddy(field)
        field.setAccessibleName(label)
        self.setFocusProxy(field)
        body = column(self, gap=3 if inline else 4)
        for part in (self.label, field, self._note):
            body.addWidget(part)
        self._note.hide()
        follow_look(self._indent_words)

    def set_label(self, label: str) -> None:
        """Change what the value is called."""
        self.label.setText(label)
        self.field.setAccessibleName(label)

    def set_hint(self, hint: str) -> None:
        """Say something helpful below the field; an empty text takes it away."""
        self._say(hint, Ink.SECONDARY)
        self._mark(wrong=False)

    def set_error(self, fault: str) -> None:
        """Say what is wrong and what to do; an empty text takes it away."""
        self._say(fault, Ink.ERROR)
        self._mark(wrong=bool(fault))

    def note(self) -> str:
        """Return the line below the field."""
        return self._note.text()

    def _say(self, words: str, ink: Ink) -> None:
        self._note.setText(words)
        self._note.set_ink(ink)
        self._note.setVisible(bool(words))
        self.field.setAccessibleDescription(words)

    def _mark(self, *, wrong: bool) -> None:
        if bool(self.field.property("wrong") == "true") != wrong:
            self.field.setProperty("wrong", "true" if wrong else "false")
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)

    def _indent_words(self) -> None:
        left = look().px(self._indent)
        self.label.setContentsMargins(left, 0, 0, 0)
        self._note.setContentsMargins(left, 0, 0, 0)


class InlineField(FieldFrame):
    """One line of text that is stored when it is left; Esc takes back what was typed."""

    committed = Signal(str)

    def __init__(self, label: str, text: str = "", *, placeholder: str = "", framed: bool = False) -> None:
        self.edit = CommitEdit(text, inline=not framed)
        super().__init__(label, self.edit, inline=not framed)
        self.edit.setPlaceholderText(placeholder)
        self.edit.committed.connect(self.committed)

    def text(self) -> str:
        """Return what stands in the field."""
        return self.edit.text().strip()

    def set_text(self, text: str) -> None:
        """Show a stored value, without telling anyone."""
        self.edit.show_text(text)

    def set_read_only(self, *, read_only: bool) -> None:
        """Let the value be read and copied only."""
        self.edit.setReadOnly(read_only)
