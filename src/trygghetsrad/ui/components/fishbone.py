"""A cause analysis as a fishbone on the screen, placed as on paper; its text twin is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from trygghetsrad.domain.chart_geometry import Sheet
from trygghetsrad.domain.fishbone_geometry import Kind, place_fishbone
from trygghetsrad.domain.fishbones import fishbone_alt
from trygghetsrad.ui.theme import TextRole, follow_look, look

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from trygghetsrad.domain.fishbone_geometry import FishbonePlaces, FishText
    from trygghetsrad.domain.fishbones import Fishbone

_LEAST_WIDTH = 420
_MOST_HEIGHT = 1_200


class FishboneView(QWidget):
    """As tall as its causes need in the width it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.fishbone: Fishbone | None = None
        self._places: FishbonePlaces | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_look(self._place)

    def show_fishbone(self, fishbone: Fishbone) -> None:
        """Show a cause analysis."""
        self.fishbone = fishbone
        self.setAccessibleName(fishbone.problem)
        self.setAccessibleDescription(fishbone_alt(fishbone))
        self._place()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(_LEAST_WIDTH), self._height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(_LEAST_WIDTH // 2), self._height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        places = self._places
        if places is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        factor = self.width() / places.width
        painter.scale(factor, factor)
        colors = look().colors
        painter.setPen(QPen(QColor(colors.accent), 2))
        for start, end in (places.spine, *((bone.start, bone.end) for bone in places.bones)):
            painter.drawLine(self._at(start), self._at(end))
        painter.setPen(QPen(QColor(colors.border), 1))
        for twig in places.twigs:
            painter.drawLine(self._at(twig.start), self._at(twig.end))
        painter.setBrush(QColor(colors.surface))
        for box in (places.head, *(bone.label for bone in places.bones)):
            corner = self._at((box.x, box.y + box.height))
            painter.drawRect(QRectF(corner.x(), corner.y(), box.width, box.height))
        for text in places.texts:
            self._draw_text(painter, text)

    def _draw_text(self, painter: QPainter, text: FishText) -> None:
        """Draw a line of text; in the boxes its place is its middle, else its left edge."""
        boxed = text.kind in {Kind.PROBLEM, Kind.BONE}
        font = look().font(TextRole.CAPTION_STRONG if boxed else TextRole.CAPTION)
        metrics = QFontMetricsF(font)
        spot, wide = self._at((text.x, text.y)), metrics.horizontalAdvance(text.text) + 4
        left = spot.x() - wide / 2 if boxed else spot.x()
        painter.setFont(font)
        painter.setPen(QColor(look().colors.secondary if text.kind is Kind.NOTHING else look().colors.text))
        side = Qt.AlignmentFlag.AlignHCenter if boxed else Qt.AlignmentFlag.AlignLeft
        box = QRectF(left, spot.y() - metrics.height() / 2, wide, metrics.height())
        painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), text.text)

    def _at(self, spot: tuple[float, float]) -> QPointF:
        places = self._places
        return QPointF(spot[0], (places.height if places else 0) - spot[1])

    def _height(self) -> int:
        places = self._places
        if places is None:
            return look().px(120)
        return round(places.height * max(self.width(), 1) / places.width)

    def _place(self) -> None:
        if self.fishbone is None:
            return
        metrics = QFontMetricsF(look().font(TextRole.CAPTION))
        width = max(self.width(), look().px(_LEAST_WIDTH))
        self._places = place_fishbone(
            self.fishbone,
            Sheet(width=width, height=_MOST_HEIGHT, line=metrics.height(), measure=metrics.horizontalAdvance),
        )
        self.setFixedHeight(self._height())
        self.update()
