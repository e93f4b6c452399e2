"""Colours to choose from by a click or the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from trygghetsrad.ui.theme import follow_look, look, row

if TYPE_CHECKING:
    from collections.abc import Iterable

_SIDE = 24
_BUTTON = 32
_SHARP = 3
_CHECK = ((0.27, 0.52), (0.44, 0.68), (0.74, 0.34))


class Swatches(QWidget):
    """One button for each colour; chosen carries its code when a person pressed it."""

    chosen = Signal(str)

    def __init__(self, name: str, colours: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        line = row(self, gap=4)
        for title, colour in colours:
            button = QToolButton()
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAccessibleName(title)
            button.setToolTip(f"{title}, {colour}")
            self.buttons[colour] = button
            self._group.addButton(button)
            line.addWidget(button)
        line.addStretch(1)
        self._group.buttonClicked.connect(self._tell)
        follow_look(self._restyle)

    def select(self, colour: str) -> None:
        """Press the button of a colour without telling anyone; none where it is a colour of her own."""
        self._group.setExclusive(False)
        for code, button in self.buttons.items():
            button.setChecked(code == colour)
        self._group.setExclusive(True)

    def _tell(self) -> None:
        self.chosen.emit(next((code for code, button in self.buttons.items() if button.isChecked()), ""))

    def _restyle(self) -> None:
        for colour, button in self.buttons.items():
            button.setIconSize(QSize(look().px(_SIDE), look().px(_SIDE)))
            button.setFixedSize(look().px(_BUTTON), look().px(_BUTTON))
            button.setIcon(_icon(colour))


def _icon(colour: str) -> QIcon:
    """Return a square of the colour, with a mark when it is pressed."""
    made = QIcon()
    for state in (QIcon.State.Off, QIcon.State.On):
        made.addPixmap(_square(colour, marked=state is QIcon.State.On), QIcon.Mode.Normal, state)
    return made


def _square(colour: str, *, marked: bool) -> QPixmap:
    side = look().px(_SIDE)
    picture = QPixmap(side * _SHARP, side * _SHARP)
    picture.setDevicePixelRatio(_SHARP)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(colour))
    # A dark colour on the dark theme needs an edge to be seen.
    painter.setPen(QPen(QColor(look().colors.border), 1))
    painter.drawRoundedRect(QRectF(1, 1, side - 2, side - 2), 5, 5)
    if marked:
        painter.setPen(
            QPen(QColor(Qt.GlobalColor.white), side / 11, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        )
        painter.drawPolyline([QPointF(x * side, y * side) for x, y in _CHECK])
    painter.end()
    return picture
