"""A bar chart on the screen, placed as on paper; a screen reader hears what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from trygghetsrad.domain.chart_geometry import Part, Sheet, Side, place_chart
from trygghetsrad.domain.charts import chart_alt, chart_text
from trygghetsrad.ui.theme import TextRole, follow_look, look

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from trygghetsrad.domain.chart_geometry import BarPlace, ChartPlaces, TextPlace
    from trygghetsrad.domain.charts import BarChart

HEIGHT = 190
_EDGE = 4.0
_ALIGNED = {
    Side.LEFT: Qt.AlignmentFlag.AlignLeft,
    Side.MIDDLE: Qt.AlignmentFlag.AlignHCenter,
    Side.RIGHT: Qt.AlignmentFlag.AlignRight,
}
_DASHES = ([4.0, 3.0], [1.5, 2.5], [7.0, 3.0, 1.5, 3.0])
"""Lines are told apart by how they are broken, not by colour alone."""


class BarChartView(QWidget):
    """Shows one chart; the newest bar has the colour of the window, the others are grey."""

    def __init__(self) -> None:
        super().__init__()
        self.chart: BarChart | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_look(self.updateGeometry)

    def show_chart(self, chart: BarChart) -> None:
        """Show a chart in place of the one before."""
        self.chart = chart
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(f"{chart_alt(chart)} {chart_text(chart)}")
        self.setToolTip(chart_text(chart))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(420), look().px(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(220), look().px(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.chart is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font: QFont = look().font(TextRole.CAPTION)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        width, height = self.width() - 2 * _EDGE, self.height() - 2 * _EDGE
        sheet = Sheet(width=width, height=height, line=metrics.height(), measure=metrics.horizontalAdvance)
        places = place_chart(self.chart, sheet)
        # On paper y grows upward, on the screen downward.
        painter.translate(_EDGE, _EDGE)
        self._draw_ticks(painter, places)
        for bar in places.bars:
            self._draw_bar(painter, places, bar)
        self._draw_lines(painter, places)
        for text in places.texts:
            self._draw_text(painter, places, text, metrics)
        if self.hasFocus():
            painter.setPen(QPen(QColor(look().colors.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(0, 0, width, height), 4, 4)

    def _draw_ticks(self, painter: QPainter, places: ChartPlaces) -> None:
        painter.setPen(QPen(QColor(look().colors.line), 1))
        for tick in places.ticks:
            y = places.height - tick.y
            painter.drawLine(QPointF(places.left, y), QPointF(places.right, y))

    def _draw_bar(self, painter: QPainter, places: ChartPlaces, bar: BarPlace) -> None:
        newest = max(place.point for place in places.bars)
        color = QColor(look().colors.accent if bar.point == newest else look().colors.secondary)
        box = QRectF(bar.x, places.height - bar.y - bar.height, bar.width, bar.height)
        painter.setPen(QPen(color, 1))
        painter.setBrush(color if not bar.preliminary else Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        if bar.preliminary:
            painter.fillRect(box, QColor(color).lighter(150))
            painter.setBrush(Qt.BrushStyle.BDiagPattern)
            painter.drawRect(box)

    def _draw_lines(self, painter: QPainter, places: ChartPlaces) -> None:
        for number, line in enumerate(places.lines):
            pen = QPen(QColor(look().colors.text), 1.6)
            pen.setDashPattern(_DASHES[number % len(_DASHES)])
            painter.setPen(pen)
            for stretch in line.stretches:
                points = [QPointF(x, places.height - y) for x, y in stretch]
                painter.drawPolyline(points)

    def _draw_text(
        self, painter: QPainter, places: ChartPlaces, text: TextPlace, metrics: QFontMetricsF
    ) -> None:
        colors = look().colors
        strong = text.part in {Part.VALUE, Part.LINE_NAME}
        painter.setPen(QColor(colors.text if strong else colors.secondary))
        wide = metrics.horizontalAdvance(text.text) + 4
        left = {Side.LEFT: text.x, Side.MIDDLE: text.x - wide / 2, Side.RIGHT: text.x - wide}[text.side]
        box = QRectF(left, places.height - text.y - metrics.height() / 2, wide, metrics.height())
        painter.drawText(box, int(_ALIGNED[text.side] | Qt.AlignmentFlag.AlignVCenter), text.text)
