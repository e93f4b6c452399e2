"""The year's meetings as rows with a leaf of the calendar each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from typing_extensions import override

from trygghetsrad.domain.dates import MONTHS
from trygghetsrad.domain.meetings import MeetingState
from trygghetsrad.ui.components.data_table import DataTable
from trygghetsrad.ui.components.delegates import CellDelegate
from trygghetsrad.ui.components.pills import Pill, draw_pill, pill_size
from trygghetsrad.ui.components.rows import Column, Index
from trygghetsrad.ui.meetings.lines import MeetingLine, minutes_pill, state_pill
from trygghetsrad.ui.theme import Ink, TextRole, Tone, follow_look, look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFontMetrics

_ROW, _LEAF, _GAP = 64, 44, 12
_NEXT = Pill(tone=Tone.ACCENT)
_Left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class MeetingsTable(DataTable[MeetingLine]):
    """A meeting per row: when and what, what is to be done, and how far it has come."""

    def __init__(self) -> None:
        super().__init__(_columns(), name=_tr("Möten"), key=lambda line: line.meeting.id)
        columns = _columns()
        self.setItemDelegateForColumn(0, MeetingDelegate(self, columns[0]))
        self.setItemDelegateForColumn(1, DeedDelegate(self, columns[1]))
        self.setAccessibleDescription(_tr("Enter öppnar mötet, Delete tar bort det."))
        follow_look(self._grow_rows)

    @override
    def show_rows(self, rows: Sequence[MeetingLine]) -> None:
        """Show these rows, in a table no higher than they need."""
        super().show_rows(rows)
        self._fit()

    def show_next(self) -> None:
        """Scroll to the meeting that comes next, if the year has it."""
        for place, line in enumerate(self.rows()):
            if line.is_next:
                self.scrollTo(self.model().index(place, 0))

    def _grow_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(look().px(_ROW))
        self._fit()

    def _fit(self) -> None:
        rows = self.model().rowCount() * look().px(_ROW)
        self.setMaximumHeight(self.horizontalHeader().height() + rows + 2 * self.frameWidth())


class TwoLinesDelegate(CellDelegate):
    """Paints one line of words over another."""

    def paint_lines(
        self, painter: QPainter, inner: QRect, first: tuple[str, Ink], second: tuple[str, Ink], role: TextRole
    ) -> int:
        """Paint both lines in the middle of the row; return where the words of the first end."""
        now = look()
        high = now.px(20)
        top = inner.center().y() - high + (0 if second[0] else high // 2)
        end = inner.left()
        for (words, ink), kind, y in (
            (first, role, top),
            (second, TextRole.CAPTION, top + high + now.px(1)),
        ):
            painter.setFont(now.font(kind))
            painter.setPen(now.ink(ink))
            line = QRect(QPoint(inner.left(), y), QPoint(inner.right(), y + high))
            shown = _cut(painter.fontMetrics(), words, line.width())
            painter.drawText(line, _Left, shown)
            if kind is role:
                end += painter.fontMetrics().horizontalAdvance(shown)
        return end


class MeetingDelegate(TwoLinesDelegate):
    """Paints the day as a leaf of a calendar, then the meeting's name over when and where."""

    @override
    def paint_inside(self, painter: QPainter, inner: QRect, index: Index, words: str) -> None:
        line: MeetingLine = self._table.row_at(index)
        now = look()
        side = now.px(_LEAF)
        leaf = QRectF(inner.left(), inner.center().y() - side / 2 + 0.5, side, side)
        _paint_leaf(painter, leaf, line)
        rest = inner.adjusted(side + now.px(_GAP), 0, 0, 0)
        mark = pill_size(_tr("Nästa möte"), _NEXT)
        words_room = rest.adjusted(0, 0, -mark.width() - now.px(8), 0) if line.is_next else rest
        off = line.meeting.state is MeetingState.CANCELLED
        end = self._paint_title(painter, words_room, rest, line, Ink.SECONDARY if off else Ink.TEXT)
        if line.is_next:
            y = rest.center().y() - now.px(20) - 1
            draw_pill(
                painter,
                QRectF(end + now.px(8), y, mark.width(), mark.height()),
                _tr("Nästa möte"),
                _NEXT,
            )

    def _paint_title(
        self, painter: QPainter, first: QRect, second: QRect, line: MeetingLine, ink: Ink
    ) -> int:
        title = _cut(_metrics(painter, TextRole.STRONG), line.title, first.width())
        return self.paint_lines(painter, second, (title, ink), (line.caption, Ink.SECONDARY), TextRole.STRONG)


class DeedDelegate(TwoLinesDelegate):
    """Paints what is to be done over when."""

    @override
    def paint_inside(self, painter: QPainter, inner: QRect, index: Index, words: str) -> None:
        deed = self._table.row_at(index).deed
        ink = Ink.ERROR if deed.is_late else Ink.SECONDARY
        self.paint_lines(painter, inner, (deed.what, Ink.TEXT), (deed.when, ink), TextRole.BODY)


def _paint_leaf(painter: QPainter, leaf: QRectF, line: MeetingLine) -> None:
    now, day = look(), line.meeting.day
    colors = now.colors
    off = line.meeting.state is MeetingState.CANCELLED
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.accent if line.is_next else colors.sunken if off else colors.accent_soft))
    painter.drawRoundedRect(leaf, now.px(6), now.px(6))
    painter.setPen(QColor(colors.on_accent if line.is_next else colors.secondary if off else colors.accent))
    top = QRectF(leaf.left(), leaf.top() + now.px(5), leaf.width(), now.px(14))
    painter.setFont(now.font(TextRole.CAPTION_STRONG))
    painter.drawText(top, Qt.AlignmentFlag.AlignCenter, MONTHS[day.month - 1][:3].upper())
    below = QRectF(leaf.left(), leaf.top() + now.px(18), leaf.width(), now.px(22))
    painter.setFont(now.font(TextRole.SUBTITLE))
    painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(day.day))


def _columns() -> list[Column[MeetingLine]]:
    return [
        Column(
            _tr("Möte"),
            lambda line: line.spoken,
            lambda line: (line.meeting.day, line.meeting.starts),
            tooltip=lambda line: f"{line.title}\n{line.caption}",
            stretch=True,
        ),
        Column(
            _tr("Att göra"),
            lambda line: ", ".join(filter(None, (line.deed.what, line.deed.when))),
            width=218,
            drop_below=620,
        ),
        Column(
            _tr("Läge"),
            lambda line: state_pill(line.meeting)[0],
            pill=lambda line: state_pill(line.meeting)[1],
            width=112,
        ),
        Column(
            _tr("Protokoll"),
            lambda line: minutes_pill(line.meeting)[0],
            pill=lambda line: minutes_pill(line.meeting)[1],
            width=132,
            drop_below=900,
        ),
    ]


def _metrics(painter: QPainter, role: TextRole) -> QFontMetrics:
    painter.setFont(look().font(role))
    return painter.fontMetrics()


def _cut(metrics: QFontMetrics, words: str, room: int) -> str:
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)


def _tr(text: str) -> str:
    return QCoreApplication.translate("MeetingsTable", text)
