"""How the cells of a table are painted: words, persons and pills on one calm row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from trygghetsrad.ui.components.avatar import draw_avatar
from trygghetsrad.ui.components.pills import draw_pill, pill_size
from trygghetsrad.ui.theme import TextRole, look

if TYPE_CHECKING:
    from trygghetsrad.ui.components.data_table import DataTable
    from trygghetsrad.ui.components.rows import Column, Index


class CellDelegate(QStyledItemDelegate):
    """Paints the row's ground and a cell's words; subclasses paint more before the words."""

    def __init__(self, table: DataTable[Any], column: Column[Any]) -> None:
        super().__init__(table)
        self._table, self._column = table, column

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect: QRect = option.rect
        self._paint_ground(painter, rect, index, selected=_has(option, QStyle.StateFlag.State_Selected))
        edge = look().px(11)
        inner = rect.adjusted(edge, 0, -edge, -1)
        self.paint_inside(painter, inner, index, str(index.data() or ""))
        painter.restore()

    def paint_inside(self, painter: QPainter, inner: QRect, index: Index, words: str) -> None:
        """Paint the words; a table's own inks hold for selected rows too, so that nothing flickers."""
        now = look()
        font = now.font(TextRole.STRONG if self._column.strong else TextRole.BODY)
        painter.setFont(font)
        chosen = now.high_contrast and self._table.is_selected(index)
        painter.setPen(QColor(now.colors.on_accent if chosen else now.colors.text))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
        side = Qt.AlignmentFlag.AlignRight if self._column.right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_ground(self, painter: QPainter, rect: QRect, index: Index, *, selected: bool) -> None:
        colors = look().colors
        if selected:
            painter.fillRect(rect, QColor(colors.selected))
        elif self._table.hovered_row() == index.row():
            painter.fillRect(rect, QColor(colors.hover))
        line = QRect(QPoint(rect.left(), rect.bottom()), QSize(rect.width(), 1))
        painter.fillRect(line, QColor(colors.line))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        words = super().sizeHint(option, index)
        return QSize(words.width() + look().px(22), look().px(36))

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(self._column.title)
        return editor

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(1, 0, -1, -1))


class PersonDelegate(CellDelegate):
    """Puts the person's disc before the name."""

    @override
    def paint_inside(self, painter: QPainter, inner: QRect, index: Index, words: str) -> None:
        side, gap = look().px(24), look().px(8)
        person = self._column.avatar
        name = person(self._table.row_at(index)) if person else words
        if name:
            disc = QRectF(inner.left() - 3, inner.center().y() - side / 2 + 0.5, side, side)
            draw_avatar(painter, disc, name)
        super().paint_inside(painter, inner.adjusted(side + gap - 3, 0, 0, 0), index, words)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        plain = super().sizeHint(option, index)
        return QSize(plain.width() + look().px(32), plain.height())


class PillDelegate(CellDelegate):
    """Paints the words as a pill."""

    @override
    def paint_inside(self, painter: QPainter, inner: QRect, index: Index, words: str) -> None:
        if not words or self._column.pill is None:
            return
        pill = self._column.pill(self._table.row_at(index))
        size = pill_size(words, pill)
        where = QRectF(
            inner.left() - 3,
            inner.center().y() - size.height() / 2 + 0.5,
            min(size.width(), inner.width() + 6),
            size.height(),
        )
        draw_pill(painter, where, words, pill)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        words, height = str(index.data() or ""), look().px(36)
        if self._column.pill is None:
            return super().sizeHint(option, index)
        pill = self._column.pill(self._table.row_at(index))
        return QSize(pill_size(words, pill).width() + look().px(22), height)


def delegate_for(table: DataTable[Any], column: Column[Any]) -> CellDelegate:
    """Return the painter that a column asks for."""
    if column.pill:
        return PillDelegate(table, column)
    return PersonDelegate(table, column) if column.avatar else CellDelegate(table, column)


def _has(option: QStyleOptionViewItem, flag: QStyle.StateFlag) -> bool:
    return bool(option.state & flag)
