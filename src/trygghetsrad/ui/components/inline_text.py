"""Longer text edited where it stands: plain, growing with what is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy
from typing_extensions import override

from trygghetsrad.ui.components.inline_field import FieldFrame
from trygghetsrad.ui.theme import TextRole, follow_look, look

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent


class GrowingEdit(QPlainTextEdit):
    """Several lines that tell their new text when left, and only if it changed.

    typed comes at every keystroke, for the draft that survives a power cut.
    """

    committed = Signal(str)
    typed = Signal(str)

    def __init__(
        self, text: str = "", *, role: TextRole = TextRole.BODY, inline: bool = True, lines: int = 1
    ) -> None:
        super().__init__(text)
        self._stored, self._role, self._lines = text, role, lines
        self._clean: Callable[[str], str] | None = None
        self._showing = False
        if inline:
            self.setProperty("inline", "true")
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._changed)
        follow_look(self._restyle)

    def text(self) -> str:
        """Return what stands in the field."""
        return self.toPlainText().strip()

    def set_paste_cleaner(self, clean: Callable[[str], str]) -> None:
        """Pass pasted text through this function first."""
        self._clean = clean

    def show_text(self, text: str, unsaved: str | None = None) -> None:
        """Show a stored text, or what was typed over it and not saved; typing right now is left alone."""
        typing = self.hasFocus() and self.text() != self._stored
        self._stored = text
        shown = text if unsaved is None else unsaved
        if not typing and self.toPlainText() != shown:
            self._showing = True
            self.setPlainText(shown)
            self._showing = False

    def restore(self) -> None:
        """Take back what was typed."""
        self.setPlainText(self._stored)

    def commit(self) -> None:
        """Tell the text if it changed."""
        text = self.text()
        if text != self._stored:
            self._stored = text
            self.committed.emit(text)

    def _changed(self) -> None:
        self._grow()
        if not self._showing:
            self.typed.emit(self.text())

    def _grow(self) -> None:
        self.setFixedHeight(self._wanted_height())

    def _wanted_height(self) -> int:
        # A plain text document counts its height in lines, not in pixels.
        lines = max(self.document().size().height(), self._lines)
        margins = self.contentsMargins()
        around = margins.top() + margins.bottom() + 2 * self.document().documentMargin()
        return max(round(lines * self.fontMetrics().lineSpacing() + around) + 2, look().px(28))

    def _restyle(self) -> None:
        self.setFont(look().font(self._role))
        self._grow()

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # A file that is dropped is for the page to take; its path is no text.
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        self.insertPlainText(self._clean(text) if self._clean else text)

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(240), self._wanted_height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(80), look().px(28))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.text() == self._stored:
                event.ignore()
            else:
                self.restore()
            return
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self.commit()


class InlineText(FieldFrame):
    """A label over growing plain text; framed draws its border also at rest."""

    committed = Signal(str)
    typed = Signal(str)

    def __init__(
        self,
        label: str,
        text: str = "",
        *,
        placeholder: str = "",
        role: TextRole = TextRole.BODY,
        framed: bool = False,
        lines: int = 1,
    ) -> None:
        self.edit = GrowingEdit(text, role=role, inline=not framed, lines=lines)
        super().__init__(label, self.edit, inline=not framed)
        self.edit.setPlaceholderText(placeholder)
        self.edit.committed.connect(self.committed)
        self.edit.typed.connect(self.typed)

    def text(self) -> str:
        """Return what stands in the field."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Show a stored text, without telling anyone."""
        self.edit.show_text(text)
