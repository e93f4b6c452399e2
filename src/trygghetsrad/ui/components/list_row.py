"""One thing in a short list on a card: picture, heading, a line below, and what stands at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from trygghetsrad.ui.components.labels import ElidedLabel
from trygghetsrad.ui.theme import Ink, TextRole, column, look, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent


class ListRow(QPushButton):
    """Opens the thing at a click, Enter or Space (clicked); trailing buttons keep their own clicks."""

    def __init__(
        self,
        title: str,
        caption: str = "",
        *,
        leading: QWidget | None = None,
        trailing: Sequence[QWidget] = (),
        caption_ink: Ink = Ink.SECONDARY,
        tight: bool = False,
    ) -> None:
        super().__init__()
        self.setProperty("kind", "row")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title = ElidedLabel(title, TextRole.STRONG)
        self._caption = ElidedLabel(caption, TextRole.CAPTION, caption_ink)
        words = column(gap=0)
        words.addWidget(self._title)
        words.addWidget(self._caption)
        self._line = row(self, gap=12, edge=(0, 2, 0, 2) if tight else (0, 4, 0, 4))
        if leading:
            leading.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._line.addWidget(leading, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addLayout(words, 1)
        for part in trailing:
            self._line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        for label in (self._title, self._caption):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_words(title, caption)

    def set_words(self, title: str, caption: str) -> None:
        """Show another heading and line."""
        self._title.set_whole(title)
        self._caption.set_whole(caption)
        self._caption.setVisible(bool(caption))
        self.setAccessibleName(", ".join(part for part in (title, caption) if part))

    @override
    def event(self, event: QEvent) -> bool:
        """Tell in whole what is cut; the words themselves let the pointer through to the row."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and not self.toolTip():
            cut = [label.toolTip() for label in (self._title, self._caption) if label.toolTip()]
            QToolTip.showText(event.globalPos(), "\n".join(cut), self)
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return self._line.sizeHint().expandedTo(self._least())

    @override
    def minimumSizeHint(self) -> QSize:
        return self._line.minimumSize().expandedTo(self._least())

    def _least(self) -> QSize:
        # A row of one line is still something to hit with the pointer.
        return QSize(0, look().px(28))
