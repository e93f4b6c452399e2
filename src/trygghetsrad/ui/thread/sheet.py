"""A part of a page that scrolls up and down by itself, never sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget
from typing_extensions import override

from trygghetsrad.ui.theme import column, look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout


class Sheet(QScrollArea):
    """Stacks parts from the top; a screen reader hears its name."""

    def __init__(self, name: str, *, gap: int = 12, edge: int = 0) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("page", "true")
        self.body: QVBoxLayout = column(inside, gap=gap, edge=edge)
        self.body.addStretch(1)
        self.setWidget(inside)

    def add(self, part: QWidget) -> None:
        """Put a part last."""
        self.body.insertWidget(self.body.count() - 1, part)


class DeskStack(QStackedWidget):
    """One of several desks, each with its own scrolling parts; the tallest asks for no more room."""

    @override
    def hasHeightForWidth(self) -> bool:
        return False

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(200), look().px(280))
