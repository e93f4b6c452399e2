"""A column of parts that scrolls up and down by itself, never sideways."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from trygghetsrad.ui.theme import column


class Upright(QScrollArea):
    """Stacks parts from the top; a screen reader hears its name."""

    def __init__(self, name: str, *, gap: int = 12, edge: int | tuple[int, int, int, int] = 0) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("page", "true")
        self.body = column(inside, gap=gap, edge=edge)
        self.body.addStretch(1)
        self.setWidget(inside)

    def add(self, part: QWidget) -> None:
        """Put a part last."""
        self.body.insertWidget(self.body.count() - 1, part)
