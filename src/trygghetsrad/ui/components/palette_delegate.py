"""How the lines of the command palette are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from trygghetsrad.ui.icons import draw as draw_icon
from trygghetsrad.ui.theme import Ink, TextRole, look

if TYPE_CHECKING:
    from collections.abc import Callable

    from trygghetsrad.ui.components.command_palette import PaletteEntry
    from trygghetsrad.ui.components.rows import Index

_Left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_Right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PaletteDelegate(QStyledItemDelegate):
    """Picture, words and keys on one line; a section's name in small type over its first."""

    def __init__(self, parent: QWidget, entry: Callable[[Index], PaletteEntry | None]) -> None:
        super().__init__(parent)
        self._entry = entry

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look().px(200), look().px(36 if self._entry(index) else 28))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = self._entry(index)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry is None:
            self._paint_section(painter, rect, str(index.data()))
        else:
            self._paint_entry(
                painter, rect, entry, chosen=bool(option.state & QStyle.StateFlag.State_Selected)
            )
        painter.restore()

    def _paint_section(self, painter: QPainter, rect: QRect, words: str) -> None:
        painter.setFont(look().font(TextRole.CAPTION_STRONG))
        painter.setPen(look().ink(Ink.SECONDARY))
        painter.drawText(rect.adjusted(look().px(12), look().px(4), 0, 0), _Left, words)

    def _paint_entry(self, painter: QPainter, rect: QRect, entry: PaletteEntry, *, chosen: bool) -> None:
        now = look()
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.colors.selected))
            painter.drawRoundedRect(QRectF(rect).adjusted(4, 1, -4, -1), now.px(6), now.px(6))
        inner = rect.adjusted(now.px(14), 0, -now.px(14), 0)
        if entry.icon:
            side = now.px(18)
            where = QRectF(inner.left(), inner.center().y() - side / 2 + 0.5, side, side)
            draw_icon(painter, entry.icon, now.colors.secondary, where)
            inner.setLeft(inner.left() + now.px(30))
        painter.setFont(now.font(TextRole.CAPTION))
        painter.setPen(now.ink(Ink.SECONDARY))
        hint = painter.fontMetrics().horizontalAdvance(entry.hint)
        painter.drawText(inner, _Right, entry.hint)
        inner.setRight(inner.right() - hint - now.px(12))
        painter.setFont(now.font(TextRole.STRONG if chosen else TextRole.BODY))
        painter.setPen(QColor(now.colors.on_accent) if chosen and now.high_contrast else now.ink(Ink.TEXT))
        shown = painter.fontMetrics().elidedText(entry.text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, _Left, shown)
