"""The agenda as a list: number, title and a tick for what is dealt with; moved by keys or by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from trygghetsrad.ui.icons import Icon, draw as draw_icon
from trygghetsrad.ui.room.desk import label
from trygghetsrad.ui.theme import Ink, TextRole, follow_look, look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDropEvent, QKeyEvent, QResizeEvent

    from trygghetsrad.domain.meetings import AgendaItem
    from trygghetsrad.ui.components.rows import Index

_FACT = Qt.ItemDataRole.UserRole
_NUMBER, _TICK, _EDGE = 42, 34, 9


class AgendaList(QListWidget):
    """Every signal carries the point's number in the file; moved also the steps, renamed the title."""

    chosen = Signal(int)
    entered_item = Signal(int)
    renamed = Signal(int, str)
    moved = Signal(int, int)
    removed = Signal(int)
    ticked = Signal(int, bool)
    menu_asked = Signal(int, QPoint)

    def __init__(self) -> None:
        super().__init__()
        self._filling = False
        self.setAccessibleName(self.tr("Dagordning"))
        self.setItemDelegate(_AgendaDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.currentItemChanged.connect(self._tell_chosen)
        self.itemClicked.connect(self._tell_chosen)
        self.itemChanged.connect(self._tell_renamed)
        self.customContextMenuRequested.connect(self._ask_menu)
        follow_look(self._restyle)

    def show_items(self, items: Sequence[AgendaItem], selected: int) -> None:
        """Show the agenda with one point selected, without telling anyone."""
        self._filling = True
        if [self._fact(place).id for place in range(self.count())] != [item.id for item in items]:
            self.clear()
            for _item in items:
                self.addItem(QListWidgetItem())
        for place, item in enumerate(items):
            self._fill(self.item(place), item)
            if item.id == selected:
                self.setCurrentRow(place)
        self._filling = False

    def select_none(self) -> None:
        """Mark no point, while something else than a point is shown."""
        self._filling = True
        self.setCurrentRow(-1)
        self._filling = False

    def titles(self) -> list[str]:
        """Return the titles in the order shown."""
        return [self.item(place).text() for place in range(self.count())]

    def selected(self) -> AgendaItem | None:
        """Return the point selected."""
        return self._fact(self.currentRow()) if self.currentRow() >= 0 else None

    def rename_selected(self) -> None:
        """Edit the title where it stands."""
        if (item := self.currentItem()) is not None:
            self.editItem(item)

    def _fill(self, row: QListWidgetItem, item: AgendaItem) -> None:
        row.setData(_FACT, item)
        if row.text() != item.title:
            row.setText(item.title)
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsEditable)
        done = self.tr("behandlad") if item.treated else ""
        words = ", ".join(part for part in (f"{label(item)} {item.title}", done) if part)
        row.setData(Qt.ItemDataRole.AccessibleTextRole, words)

    def _fact(self, place: int) -> AgendaItem:
        return cast("AgendaItem", self.item(place).data(_FACT))

    def _tell_chosen(self) -> None:
        if not self._filling and (item := self.selected()) is not None:
            self.chosen.emit(item.id)

    def _tell_renamed(self, row: QListWidgetItem) -> None:
        item = cast("AgendaItem | None", row.data(_FACT))
        if not self._filling and item is not None and row.text().strip() != item.title:
            self.renamed.emit(item.id, row.text().strip())

    def _ask_menu(self, where: QPoint) -> None:
        row = self.itemAt(where)
        if row is not None:
            fact = cast("AgendaItem", row.data(_FACT))
            self.menu_asked.emit(fact.id, self.viewport().mapToGlobal(where))

    def _restyle(self) -> None:
        self.scheduleDelayedItemsLayout()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in the field of a title comes here too, before the title is stored.
        editing = self.state() is QAbstractItemView.State.EditingState
        item = None if editing else self.selected()
        if item is None or not self._did(event, item):
            super().keyPressEvent(event)

    def _did(self, event: QKeyEvent, item: AgendaItem) -> bool:
        """Do what a key means for the selected point; False leaves it to the list."""
        key, alt = event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        steps: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if alt and key in steps:
            self.moved.emit(item.id, steps[key])
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered_item.emit(item.id)
        elif key == Qt.Key.Key_Delete:
            self.removed.emit(item.id)
        elif key == Qt.Key.Key_Space:
            self.ticked.emit(item.id, not item.treated)
        else:
            return False
        return True

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        # The council file orders the points; Qt must not move the rows by itself.
        item, index = self.selected(), self.indexAt(event.position().toPoint())
        place = index.row() if index.isValid() else self.count()
        if self.dropIndicatorPosition() is QAbstractItemView.DropIndicatorPosition.BelowItem:
            place += 1
        self.move_selected_to(place)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if item is not None:
            self.setState(QAbstractItemView.State.NoState)

    def move_selected_to(self, place: int) -> None:
        """Ask for the selected point to stand before the row of this place."""
        item, here = self.selected(), self.currentRow()
        steps = place - here - (1 if place > here else 0)
        if item is not None and steps:
            self.moved.emit(item.id, steps)


class _AgendaDelegate(QStyledItemDelegate):
    """Paints number, wrapped title and tick."""

    def __init__(self, agenda: AgendaList) -> None:
        super().__init__(agenda)
        self._agenda = agenda

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, rect, item = look(), option.rect, cast("AgendaItem", index.data(_FACT))
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        self._paint_ground(
            painter, rect, selected=selected, hot=bool(state & QStyle.StateFlag.State_MouseOver)
        )
        ink = now.colors.on_accent if selected and now.high_contrast else now.colors.text
        painter.setPen(QColor(now.ink(Ink.SECONDARY)))
        painter.setFont(now.font(TextRole.CAPTION))
        words = self._words_rect(rect)
        number = QRect(rect.left() + now.px(_EDGE), rect.top(), now.px(_NUMBER - _EDGE), rect.height())
        painter.drawText(number, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label(item))
        painter.setPen(QColor(ink))
        painter.setFont(now.font(TextRole.STRONG if selected else TextRole.BODY))
        painter.drawText(words, _WRAPPED, item.title)
        if item.treated:
            side = now.px(16)
            tick = QRectF(rect.right() - side - now.px(10), rect.center().y() - side / 2, side, side)
            draw_icon(painter, Icon.CHECKMARK_CIRCLE, now.colors.ok, tick, filled=True)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, *, selected: bool, hot: bool) -> None:
        colors = look().colors
        if selected:
            painter.fillRect(rect, QColor(colors.selected))
            painter.fillRect(QRect(rect.topLeft(), QSize(look().px(3), rect.height())), QColor(colors.accent))
        elif hot:
            painter.fillRect(rect, QColor(colors.hover))

    def _words_rect(self, rect: QRect) -> QRect:
        now = look()
        return rect.adjusted(now.px(_NUMBER), now.px(7), -now.px(_TICK), -now.px(7))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        now, width = look(), self._agenda.viewport().width()
        metrics = QFontMetrics(now.font(TextRole.STRONG))
        room = QRect(0, 0, max(width - now.px(_NUMBER + _TICK), 40), 10_000)
        words = metrics.boundingRect(room, _WRAPPED, str(index.data() or ""))
        return QSize(width, max(words.height() + now.px(14), now.px(36)))

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.tr("Rubrik"))
        return editor

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect
        height = look().px(34)
        top = rect.center().y() - height // 2
        editor.setGeometry(
            rect.left() + look().px(_NUMBER - 10), top, rect.width() - look().px(_NUMBER), height
        )

    @override
    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        # A title is never taken away by emptying it.
        if cast("QLineEdit", editor).text().strip():
            super().setModelData(editor, model, cast("QModelIndex", index))  # type: ignore[arg-type]


_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter.value)
