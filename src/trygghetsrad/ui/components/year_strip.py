"""The year as a line: what is done, what comes, and where today is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from trygghetsrad.ui.components.date_tile import MONTHS
from trygghetsrad.ui.icons import Icon, draw as draw_icon
from trygghetsrad.ui.theme import Ink, TextRole, follow_look, look

if TYPE_CHECKING:
    from collections.abc import Sequence


class PointState(StrEnum):
    """Where a thing of the year stands."""

    DONE = "klart"
    NEXT = "nästa"
    COMING = "kommer"
    LATE = "försenat"
    CANCELLED = "inställt"


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPoint:
    """One thing in the year."""

    label: str
    day: date
    state: PointState = PointState.COMING


# Heights at 100 %: two rows of labels, the line, the months.
_ROW, _LINE, _MONTHS, _HEIGHT = 19, 50, 66, 90
_RADIUS = 10
_FAINT = {PointState.COMING, PointState.CANCELLED}


def label_rows(spans: Sequence[tuple[float, float]], gap: float) -> list[int]:
    """Return the row of each label: 0 just over the line, 1 above it, -1 where both are taken.

    spans are (left, right) in order from left to right.
    """
    ends, rows = [float("-inf"), float("-inf")], []
    for left, right in spans:
        row = next((number for number, end in enumerate(ends) if left >= end + gap), -1)
        rows.append(row)
        if row >= 0:
            ends[row] = right
    return rows


class YearStrip(QWidget):
    """Painted; its accessible description lists every point, so nothing is told by the picture alone."""

    def __init__(self, year: int, points: Sequence[YearPoint] = (), today: date | None = None) -> None:
        super().__init__()
        self._year, self._today = year, today
        self._points: tuple[YearPoint, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_points(year, points, today)
        follow_look(self._restyle)

    def set_points(self, year: int, points: Sequence[YearPoint], today: date | None) -> None:
        """Show these points; those of other years are left out."""
        self._year, self._today = year, today
        inside = [point for point in points if point.day.year == year]
        self._points = tuple(sorted(inside, key=lambda point: point.day))
        self.setAccessibleName(self.tr("Årshjul {year}").format(year=year))
        self.setAccessibleDescription(self.as_text())
        self.update()

    def as_text(self) -> str:
        """Return the strip in words, one point after the other."""
        return ". ".join(
            f"{point.day.day} {MONTHS[point.day.month - 1]}: {point.label}, {point.state.value}"
            for point in self._points
        )

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(600), look().px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(240), look().px(_HEIGHT))

    def _x(self, day: date) -> float:
        # By month and day of month, as the boxes below are equally wide.
        length = (date(day.year + day.month // 12, day.month % 12 + 1, 1) - day.replace(day=1)).days
        return self.width() * (day.month - 1 + (day.day - 0.5) / length) / 12

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_months(painter)
        self._paint_line(painter)
        self._paint_labels(painter)
        for point in self._points:
            self._paint_point(painter, point)
        self._paint_today(painter)
        painter.end()

    def _today_in_year(self) -> date | None:
        return self._today if self._today and self._today.year == self._year else None

    def _paint_months(self, painter: QPainter) -> None:
        now, today = look(), self._today_in_year()
        each, top = self.width() / 12, now.px(_MONTHS)
        for place, month in enumerate(MONTHS):
            here = today is not None and today.month == place + 1
            box = QRectF(each * place + 1, top, each - 2, now.px(22))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.colors.selected if here else now.colors.sunken))
            painter.drawRoundedRect(box, now.px(4), now.px(4))
            painter.setFont(now.font(TextRole.CAPTION_STRONG if here else TextRole.CAPTION))
            painter.setPen(now.ink(Ink.ACCENT if here else Ink.SECONDARY))
            room = painter.fontMetrics().horizontalAdvance("Mmm") < box.width()
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, month[: 3 if room else 1].capitalize())

    def _paint_line(self, painter: QPainter) -> None:
        now, today, y = look(), self._today_in_year(), look().px(_LINE)
        painter.setPen(QPen(QColor(now.colors.line), 2))
        painter.drawLine(QPointF(2, y), QPointF(self.width() - 2, y))
        past = self._x(today) if today else (self.width() if self._is_past() else 0)
        if past:
            painter.setPen(QPen(QColor(now.colors.accent), 2))
            painter.drawLine(QPointF(2, y), QPointF(past, y))

    def _is_past(self) -> bool:
        return self._today is not None and self._today.year > self._year

    def _paint_point(self, painter: QPainter, point: YearPoint) -> None:
        now = look()
        colors, radius = now.colors, now.px(_RADIUS) - 1.0
        spot = QPointF(self._x(point.day), now.px(_LINE))
        ink = QColor(colors.error if point.state is PointState.LATE else colors.accent)
        ring = QColor(colors.border) if point.state in _FAINT else ink
        done = point.state is PointState.DONE
        painter.setPen(QPen(ring, 2))
        painter.setBrush(ink if done else QColor(colors.surface))
        painter.drawEllipse(spot, radius, radius)
        side = now.px(13)
        where = QRectF(spot.x() - side / 2, spot.y() - side / 2, side, side)
        if done:
            draw_icon(painter, Icon.CHECKMARK, colors.on_accent, where)
        elif point.state is PointState.LATE:
            draw_icon(painter, Icon.CLOCK, ink.name(), where)
        elif point.state is PointState.CANCELLED:
            draw_icon(painter, Icon.DISMISS, now.ink(Ink.SECONDARY).name(), where)
        elif point.state is PointState.NEXT:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(spot, radius * 0.42, radius * 0.42)

    def _paint_labels(self, painter: QPainter) -> None:
        now = look()
        spans = [self._span(point) for point in self._points]
        for point, (left, right), row in zip(self._points, spans, label_rows(spans, now.px(8)), strict=True):
            if row < 0:
                continue
            top = now.px(_LINE - _RADIUS - 1) - now.px(_ROW) * (row + 1)
            if row:
                x = self._x(point.day)
                painter.setPen(QPen(QColor(now.colors.line), 1))
                painter.drawLine(QPointF(x, top + now.px(_ROW) - 1), QPointF(x, now.px(_LINE - _RADIUS) - 1))
            self._paint_label(painter, point, QRectF(left, top, right - left, now.px(_ROW)))

    def _paint_label(self, painter: QPainter, point: YearPoint, where: QRectF) -> None:
        inks = {PointState.NEXT: Ink.TEXT, PointState.LATE: Ink.ERROR}
        painter.setFont(look().font(_role(point)))
        painter.setPen(look().ink(inks.get(point.state, Ink.SECONDARY)))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, point.label)

    def _span(self, point: YearPoint) -> tuple[float, float]:
        width = QFontMetricsF(look().font(_role(point))).horizontalAdvance(point.label) + 2
        left = min(max(self._x(point.day) - width / 2, 0), max(self.width() - width, 0))
        return left, left + width

    def _paint_today(self, painter: QPainter) -> None:
        today = self._today_in_year()
        if today:
            x = self._x(today)
            painter.setPen(QPen(QColor(look().colors.error), 2))
            painter.drawLine(QPointF(x, look().px(_LINE + 9)), QPointF(x, look().px(_MONTHS + 23)))

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            near = [p for p in self._points if abs(self._x(p.day) - event.pos().x()) <= look().px(_RADIUS)]
            words = "\n".join(f"{p.label}, {p.day.isoformat()}, {p.state.value}" for p in near)
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)


def _role(point: YearPoint) -> TextRole:
    return TextRole.CAPTION_STRONG if point.state is PointState.NEXT else TextRole.CAPTION
