"""The year's weeks side by side: meetings, weeks to avoid, red days and own days, numbered."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from trygghetsrad.domain.calendar import WEEKEND, AvoidRules, week_days, weeks_in_year, weeks_text
from trygghetsrad.domain.dates import MONTHS, short_day, weekday
from trygghetsrad.ui.theme import Ink, TextRole, follow_look, look

if TYPE_CHECKING:
    from collections.abc import Iterator

# Heights at 100 %: months, week cells, dots, the days of the meetings, the key.
_MONTHS, _WEEKS, _DOTS, _DAYS, _KEY = 18, 24, 12, 18, 20
_HEIGHT = _MONTHS + _WEEKS + _DOTS + _DAYS + _KEY + 6
_SWATCH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOfWeeks:
    """What the strip shows."""

    year: int
    rules: AvoidRules = field(default_factory=AvoidRules)
    proposed: frozenset[date] = frozenset()
    existing: frozenset[date] = frozenset()

    def days(self, week: int) -> tuple[date, ...]:
        return week_days(self.year, week)

    def weeks(self) -> range:
        return range(1, weeks_in_year(self.year) + 1)

    def words(self, week: int) -> list[str]:
        """Return what there is to say of a week, day by day."""
        name = self.rules.week_names.get(week)
        return [
            *([name] if name else []),
            *(
                f"{weekday(day)} {short_day(day)}: {what}"
                for day in self.days(week)
                for what in self._of(day)
            ),
        ]

    def _of(self, day: date) -> Iterator[str]:
        if day in self.proposed:
            yield "förslag till möte"
        if day in self.existing:
            yield "möte"
        if day in self.rules.red_days:
            yield self.rules.red_days[day]
        if day in self.rules.own_days:
            yield self.rules.own_days[day]


class WeekStrip(QWidget):
    """Painted; the description says the same in words, and pointing at a week says what is in it."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = YearOfWeeks(year=2000)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_look(self._restyle)

    def show_year(self, shown: YearOfWeeks) -> None:
        """Show another year or other days."""
        self._shown = shown
        self.setAccessibleName(self.tr("Veckorna {year}").format(year=shown.year))
        self.setAccessibleDescription(self.as_text())
        self.update()

    def as_text(self) -> str:
        """Return the strip in words."""
        meetings = sorted(self._shown.proposed | self._shown.existing)
        parts = [f"vecka {day.isocalendar().week}, {short_day(day)}" for day in meetings]
        avoided = weeks_text(self._shown.rules.weeks)
        return "; ".join([*parts, self.tr("undvik vecka {weeks}").format(weeks=avoided) if avoided else ""])

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(520), look().px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(300), look().px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_months(painter)
        for week in self._shown.weeks():
            self._paint_week(painter, week)
        self._paint_days(painter)
        self._paint_key(painter)
        painter.end()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            week = int(event.pos().x() // self._cell()) + 1
            if week in self._shown.weeks():
                words = [self.tr("Vecka {week}").format(week=week), *self._shown.words(week)]
                QToolTip.showText(event.globalPos(), "\n".join(words), self)
            return True
        return super().event(event)

    # -- painting ------------------------------------------------------------------------------

    def _cell(self) -> float:
        return self.width() / len(self._shown.weeks())

    def _x(self, day: date) -> float:
        """Return where a day begins, counted from the Monday of week 1."""
        return (day - self._shown.days(1)[0]).days / 7 * self._cell()

    def _paint_months(self, painter: QPainter) -> None:
        painter.setFont(look().font(TextRole.CAPTION))
        painter.setPen(look().ink(Ink.SECONDARY))
        year = self._shown.year
        for month, name in enumerate(MONTHS, start=1):
            left = max(self._x(date(year, month, 1)), 0)
            room = QRectF(left + 1, 0, self.width() / 12, look().px(_MONTHS))
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name[:3])

    def _paint_week(self, painter: QPainter, week: int) -> None:
        now, cell = look(), self._cell()
        days = frozenset(self._shown.days(week))
        box = QRectF((week - 1) * cell + 0.5, now.px(_MONTHS), cell - 1, now.px(_WEEKS) - 2)
        ground, ink = self._colors_of(week, days)
        painter.setPen(
            QPen(QColor(now.colors.accent), 1.5) if days & self._shown.existing else Qt.PenStyle.NoPen
        )
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, now.px(3), now.px(3))
        painter.setFont(now.font(TextRole.CAPTION))
        wide = painter.fontMetrics().horizontalAdvance("53") + now.px(4) <= cell
        if wide or week % 2 or days & (self._shown.proposed | self._shown.existing):
            painter.setPen(QColor(ink))
            # A number may reach over its neighbours, which then have none.
            painter.drawText(box.adjusted(-6, 0, 6, 0), Qt.AlignmentFlag.AlignCenter, str(week))
        self._paint_dots(painter, sorted(days))

    def _colors_of(self, week: int, days: frozenset[date]) -> tuple[str, str]:
        colors = look().colors
        if days & self._shown.proposed:
            return colors.accent, colors.on_accent
        if days & self._shown.existing:
            return colors.accent_soft, colors.accent
        if week in self._shown.rules.weeks:
            return colors.warning_soft, colors.warning
        return colors.sunken, colors.secondary

    def _paint_dots(self, painter: QPainter, days: list[date]) -> None:
        now = look()
        painter.setPen(Qt.PenStyle.NoPen)
        y = now.px(_MONTHS + _WEEKS + _DOTS / 2) - 1
        for day in days:
            ink = self._dot_of(day)
            if ink:
                painter.setBrush(now.ink(ink))
                painter.drawEllipse(QPointF(self._x(day) + self._cell() / 14, y), now.px(2.5), now.px(2.5))

    def _dot_of(self, day: date) -> Ink | None:
        # A red Saturday disturbs no meeting.
        if day.weekday() in WEEKEND:
            return None
        if day in self._shown.rules.red_days:
            return Ink.ERROR
        return Ink.INFO if day in self._shown.rules.own_days else None

    def _paint_days(self, painter: QPainter) -> None:
        now = look()
        painter.setFont(now.font(TextRole.CAPTION_STRONG))
        taken = -1.0
        for day in sorted(self._shown.proposed | self._shown.existing):
            words = f"{day.day}/{day.month}"
            width = painter.fontMetrics().horizontalAdvance(words) + 4
            left = min(max(self._x(day) + self._cell() / 14 - width / 2, 0), self.width() - width)
            if left < taken:
                continue
            taken = left + width
            painter.setPen(now.ink(Ink.ACCENT if day in self._shown.proposed else Ink.SECONDARY))
            room = QRectF(left, now.px(_MONTHS + _WEEKS + _DOTS) - 2, width, now.px(_DAYS))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_key(self, painter: QPainter) -> None:
        now, colors = look(), look().colors
        painter.setFont(now.font(TextRole.CAPTION))
        x, top, side = 0.0, now.px(_HEIGHT - _KEY), now.px(_SWATCH)
        for ground, words, round_ in (
            (colors.accent, self.tr("förslag"), False),
            (colors.warning_soft, self.tr("undvik-vecka"), False),
            (colors.error, self.tr("röd dag"), True),
            (colors.info, self.tr("egen dag"), True),
        ):
            size = now.px(5) if round_ else side
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            swatch = QRectF(x + (side - size) / 2, top + (now.px(_KEY) - size) / 2, size, size)
            painter.drawRoundedRect(swatch, size / 2 if round_ else 3, size / 2 if round_ else 3)
            painter.setPen(now.ink(Ink.SECONDARY))
            width = painter.fontMetrics().horizontalAdvance(words)
            room = QRectF(x + side + now.px(4), top, width + 2, now.px(_KEY))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
            x = room.right() + now.px(14)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
