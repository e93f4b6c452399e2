"""A person's initials on a coloured disc, the same colour everywhere."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from trygghetsrad.ui.theme import TextRole, follow_look, look
from trygghetsrad.ui.theme.tokens import AVATAR_GROUNDS, ON_AVATAR


def initials(name: str) -> str:
    """Return the first letters of first and last name, or one letter for a single name."""
    words = [word for word in name.split() if word[0].isalnum()]
    if not words:
        return "?"
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def ground(name: str) -> str:
    """Return the colour behind a name; letters are summed so that it never changes between starts."""
    return AVATAR_GROUNDS[sum(map(ord, name)) % len(AVATAR_GROUNDS)]


def draw_avatar(painter: QPainter, where: QRectF, name: str) -> None:
    """Paint the disc of a person."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground(name)))
    painter.drawEllipse(where)
    font = look().font(TextRole.CAPTION_STRONG)
    font.setPixelSize(max(9, round(where.height() * 0.38)))
    painter.setFont(font)
    painter.setPen(QColor(ON_AVATAR))
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, initials(name))
    painter.restore()


class Avatar(QWidget):
    """The disc on a page; size in pixels at 100 %."""

    def __init__(self, name: str, size: int = 28) -> None:
        super().__init__()
        self._name, self._size = name, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)
        follow_look(self._restyle)

    def set_name(self, name: str) -> None:
        """Show another person."""
        self._name = name
        self.setAccessibleName(name)
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
        painter = QPainter(self)
        draw_avatar(painter, QRectF(self.rect()), self._name)
        painter.end()
