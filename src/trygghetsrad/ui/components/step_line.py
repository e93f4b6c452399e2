"""How far a meeting has come: five steps on a line."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from trygghetsrad.ui.icons import Icon, draw as draw_icon
from trygghetsrad.ui.theme import Ink, TextRole, follow_look, look

if TYPE_CHECKING:
    from collections.abc import Sequence

_RADIUS = 10


class StepLine(QWidget):
    """The steps before the current one are done; a current step past the last means all are."""

    def __init__(self, steps: Sequence[str], current: int = 0) -> None:
        super().__init__()
        self._steps, self._current = tuple(steps), current
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_steps(steps, current)
        follow_look(self._restyle)

    def set_steps(self, steps: Sequence[str], current: int) -> None:
        """Show these steps, with this one as the next to do, counted from 0."""
        self._steps, self._current = tuple(steps), current
        self.setAccessibleName(self._words())
        self.setToolTip("")
        self.update()

    def _words(self) -> str:
        total = len(self._steps)
        if self._current >= total:
            return self.tr("Alla {total} steg är klara").format(total=total)
        return self.tr("Steg {number} av {total}: {step}").format(
            number=self._current + 1, total=total, step=self._steps[self._current]
        )

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetrics(look().font(TextRole.CAPTION_STRONG))
        widest = max((words.horizontalAdvance(step) for step in self._steps), default=0)
        return QSize((widest + look().px(8)) * len(self._steps), look().px(44))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(48) * len(self._steps), look().px(44))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        each = self.width() / max(len(self._steps), 1)
        middle = look().px(_RADIUS) + 1.0
        spots = [QPointF(each * (place + 0.5), middle) for place in range(len(self._steps))]
        for place, (start, end) in enumerate(itertools.pairwise(spots)):
            self._paint_line(painter, start, end, done=place < self._current)
        for place, spot in enumerate(spots):
            self._paint_spot(painter, spot, place)
            self._paint_word(painter, spot, place, each)
        painter.end()

    def _paint_line(self, painter: QPainter, start: QPointF, end: QPointF, *, done: bool) -> None:
        colors, away = look().colors, QPointF(look().px(_RADIUS) + 1, 0)
        painter.setPen(QPen(QColor(colors.accent if done else colors.line), 2))
        painter.drawLine(start + away, end - away)

    def _paint_spot(self, painter: QPainter, spot: QPointF, place: int) -> None:
        colors, radius = look().colors, look().px(_RADIUS) - 1.0
        done, here = place < self._current, place == self._current
        painter.setPen(QPen(QColor(colors.accent if done or here else colors.border), 2))
        painter.setBrush(QColor(colors.accent if done else colors.surface))
        painter.drawEllipse(spot, radius, radius)
        if done:
            side = look().px(14)
            where = QRectF(spot.x() - side / 2, spot.y() - side / 2, side, side)
            draw_icon(painter, Icon.CHECKMARK, colors.on_accent, where)
        elif here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent))
            painter.drawEllipse(spot, radius * 0.42, radius * 0.42)

    def _paint_word(self, painter: QPainter, spot: QPointF, place: int, room: float) -> None:
        here = place == self._current
        painter.setFont(look().font(TextRole.CAPTION_STRONG if here else TextRole.CAPTION))
        painter.setPen(look().ink(Ink.TEXT if here else Ink.SECONDARY))
        top = look().px(2 * _RADIUS + 5)
        where = QRectF(spot.x() - room / 2, top, room, self.height() - top)
        word = painter.fontMetrics().elidedText(
            self._steps[place], Qt.TextElideMode.ElideRight, int(room - 4)
        )
        painter.drawText(where, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, word)
