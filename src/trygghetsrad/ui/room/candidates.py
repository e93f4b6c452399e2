"""What Tab offers on the quick line: a short list over it, worked without leaving the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from trygghetsrad.ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.domain.completion import Completion

_SHOWN = 6


class Candidates(QListWidget):
    """Names and sentences to choose from; picked carries the place in the list."""

    picked = Signal(int)

    def __init__(self, line: QWidget) -> None:
        super().__init__(line)
        self._line = line
        self.setProperty("popup", "true")
        self.setAccessibleName(self.tr("Förslag"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemClicked.connect(self._tell)
        self.hide()

    def offer(self, found: Sequence[Completion]) -> None:
        """Show these over the line, the first one chosen."""
        self.clear()
        for one in found:
            words = f"{one.text}, {one.detail}" if one.detail else one.text
            self.addItem(QListWidgetItem(words))
        self.setCurrentRow(0)
        self._place(min(len(found), _SHOWN))

    def texts(self) -> list[str]:
        """Return what is offered."""
        return [self.item(place).text() for place in range(self.count())] if self.isVisible() else []

    def step(self, steps: int) -> None:
        """Choose another one."""
        self.setCurrentRow((self.currentRow() + steps) % self.count())

    def take(self) -> int:
        """Return the place of the one chosen, and go."""
        self.hide()
        return self.currentRow()

    def _place(self, lines: int) -> None:
        host = self._line.window()
        self.setParent(host)
        corner = self._line.mapTo(host, QPoint(0, 0))
        height = lines * self.sizeHintForRow(0) + look().px(10)
        width = min(self._line.width(), look().px(560))
        self.setGeometry(corner.x(), corner.y() - height - look().px(4), width, height)
        self.show()
        self.raise_()

    def _tell(self, item: QListWidgetItem) -> None:
        self.hide()
        self.picked.emit(self.row(item))
