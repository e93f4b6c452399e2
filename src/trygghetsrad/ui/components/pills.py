"""A state in one word, told by picture, word and colour together."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from trygghetsrad.ui.icons import Icon, draw as draw_icon
from trygghetsrad.ui.theme import TextRole, Tone, follow_look, look


@dataclass(frozen=True, slots=True, kw_only=True)
class Pill:
    """How a state is painted; the word itself comes from the fact."""

    tone: Tone = Tone.NEUTRAL
    icon: Icon | None = None


PLANNED = Pill(tone=Tone.NEUTRAL, icon=Icon.CIRCLE)
ONGOING = Pill(tone=Tone.INFO, icon=Icon.ARROW_SYNC)
LATE = Pill(tone=Tone.ERROR, icon=Icon.WARNING)
DONE = Pill(tone=Tone.OK, icon=Icon.CHECKMARK_CIRCLE)
STOPPED = Pill(tone=Tone.NEUTRAL, icon=Icon.PROHIBITED)
CAUTION = Pill(tone=Tone.WARNING, icon=Icon.WARNING)


def pill_size(word: str, pill: Pill) -> QSize:
    """Return the room that a pill needs, in pixels."""
    now = look()
    words = QFontMetricsF(now.font(TextRole.CAPTION_STRONG)).horizontalAdvance(word)
    picture = now.px(16) + now.px(4) if pill.icon else 0
    return QSize(round(words + picture) + now.px(8) * 2 + 1, now.px(22))


def draw_pill(painter: QPainter, where: QRectF, word: str, pill: Pill) -> None:
    """Paint a pill; the word is cut with … when the room is too small."""
    now = look()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = now.ink(pill.tone)
    painter.setPen(QPen(ink) if now.high_contrast else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(now.colors.soft(pill.tone)))
    painter.drawRoundedRect(where, where.height() / 2, where.height() / 2)
    inner = where.adjusted(now.px(8), 0, -now.px(8), 0)
    if pill.icon:
        side = now.px(16)
        picture = QRectF(inner.left() - 1, inner.center().y() - side / 2, side, side)
        draw_icon(painter, pill.icon, ink.name(), picture)
        inner.setLeft(picture.right() + now.px(4))
    font = now.font(TextRole.CAPTION_STRONG)
    painter.setFont(font)
    painter.setPen(ink)
    shown = QFontMetricsF(font).elidedText(word, Qt.TextElideMode.ElideRight, inner.width() + 1)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()


class StatusPill(QWidget):
    """A state on a page: picture, word and colour; its accessible name is the word."""

    def __init__(self, word: str, pill: Pill = PLANNED) -> None:
        super().__init__()
        self._word, self._pill = word, pill
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(word, pill)
        follow_look(self._restyle)

    def word(self) -> str:
        """Return the word shown."""
        return self._word

    def set_state(self, word: str, pill: Pill) -> None:
        """Show another state."""
        self._word, self._pill = word, pill
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return pill_size(self._word, self._pill)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_pill(painter, QRectF(self.rect()), self._word, self._pill)
        painter.end()
