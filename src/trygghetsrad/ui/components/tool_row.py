"""The row of tools over a page: buttons fold to their pictures before anything is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from trygghetsrad.ui.components.buttons import Button, ButtonKind
from trygghetsrad.ui.components.choices import Segmented
from trygghetsrad.ui.theme import follow_look, look, row

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class ToolRow(QWidget):
    """Add what stands at the left, a stretch, and what stands at the right; the first folds first."""

    def __init__(self, *, gap: int = 8) -> None:
        super().__init__()
        self._gap = gap
        self._line = row(self, gap=gap)
        self._tools: list[QWidget] = []
        self._foldable: list[Button | Segmented] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        follow_look(self._fold)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a tool last in the row."""
        self._line.addWidget(widget, stretch)
        self._tools.append(widget)
        if isinstance(widget, Button | Segmented):
            self._foldable.append(widget)
            # The deed that matters most keeps its words longest.
            self._foldable.sort(key=lambda tool: tool.property("kind") == ButtonKind.PRIMARY)
        self._fold()

    def add_stretch(self) -> None:
        """Push what comes after to the right."""
        self._line.addStretch(1)

    def _fold(self) -> None:
        for tool in self._foldable:
            tool.fold(folded=False)
        for tool in self._foldable:
            if self._wanted() <= self.width():
                return
            tool.fold(folded=True)

    def _wanted(self) -> int:
        shown = [tool for tool in self._tools if not tool.isHidden()]
        return sum(tool.sizeHint().width() for tool in shown) + look().px(self._gap) * len(shown)

    @override
    def minimumSizeHint(self) -> QSize:
        # What folding can save is not asked for; the row then folds when it is given less.
        return QSize(look().px(120), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
