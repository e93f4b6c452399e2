"""What a page says before there is anything on it: what it is for and how to begin."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from trygghetsrad.ui.components.buttons import Button, link_button, primary_button, secondary_button
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.icons import Icon, draw as draw_icon
from trygghetsrad.ui.theme import Ink, TextRole, column, follow_look, look, row

_Center = Qt.AlignmentFlag.AlignHCenter


class IconDisc(QWidget):
    """A picture on a soft round ground."""

    def __init__(self, icon: Icon, size: int = 56) -> None:
        super().__init__()
        self._icon, self._size = icon, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_look(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        side = look().px(self._size)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colors = look().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.accent_soft))
        painter.drawEllipse(self.rect())
        side = self.width() * 0.43
        middle = QRectF(0, 0, side, side)
        middle.moveCenter(QRectF(self.rect()).center())
        draw_icon(painter, self._icon, colors.accent, middle)
        painter.end()


class EmptyState(QWidget):
    """Picture, heading, one paragraph, and up to three ways to begin.

    primary, secondary and link are buttons to connect to, or None when no words were given.
    """

    def __init__(
        self,
        icon: Icon,
        title: str,
        text: str,
        *,
        primary: str = "",
        primary_icon: Icon | None = None,
        secondary: str = "",
        link: str = "",
    ) -> None:
        super().__init__()
        self.primary: Button | None = primary_button(primary, primary_icon) if primary else None
        self.secondary: Button | None = secondary_button(secondary) if secondary else None
        self.link: Button | None = link_button(link) if link else None
        self._text = plain_label(text, TextRole.BODY, Ink.SECONDARY, wrap=True)
        self._text.setAlignment(_Center)
        heading = plain_label(title, TextRole.SUBTITLE)
        heading.setAlignment(_Center)
        self.setAccessibleName(title)
        body = column(self, gap=8, edge=24)
        body.addStretch(1)
        body.addWidget(IconDisc(icon), 0, _Center)
        body.addSpacing(8)
        body.addWidget(heading)
        body.addLayout(_centered(self._text))
        body.addSpacing(8)
        body.addLayout(_centered(self.primary, self.secondary))
        if self.link:
            body.addWidget(self.link, 0, _Center)
        body.addStretch(1)
        follow_look(self._restyle)

    def _restyle(self) -> None:
        self._text.setMaximumWidth(look().px(460))


def _centered(*parts: QWidget | None) -> QHBoxLayout:
    # Stretches, not alignment: an aligned label would be given the height of one long line.
    line = row(gap=8)
    line.addStretch(1)
    for part in parts:
        if part:
            line.addWidget(part, 100 if isinstance(part, QLabel) else 0)
    line.addStretch(1)
    return line
