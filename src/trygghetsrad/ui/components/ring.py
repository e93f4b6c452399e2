"""How many of the law's demands are met, as a ring with the numbers in it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from trygghetsrad.ui.theme import Ink, TextRole, Tone, follow_look, look


class Ring(QWidget):
    """done of total; name says what is counted, for those who do not see the ring."""

    def __init__(self, name: str, done: int = 0, total: int = 0, *, size: int = 72) -> None:
        super().__init__()
        self._name, self._size = name, size
        self._done, self._total = done, total
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_progress(done, total)
        follow_look(self._restyle)

    def set_progress(self, done: int, total: int) -> None:
        """Show other numbers."""
        self._done, self._total = done, total
        self.setAccessibleName(
            self.tr("{name}: {done} av {total}").format(name=self._name, done=done, total=total)
        )
        self.update()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = look().px(self._size)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        now = look()
        width = now.px(8)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setPen(QPen(QColor(now.colors.line), width))
        painter.drawEllipse(where)
        if self._total:
            pen = QPen(now.ink(Tone.OK), width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            # Qt counts in sixteenths of a degree, from three o'clock, against the clock.
            painter.drawArc(where, 90 * 16, -round(360 * 16 * self._done / self._total))
        painter.setFont(now.font(TextRole.SUBTITLE))
        painter.setPen(now.ink(Ink.TEXT))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, f"{self._done}/{self._total}")
        painter.end()
