"""A table to look things up in: sorted in Swedish, worked by keyboard, read by a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, cast

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from trygghetsrad.ui.components.delegates import delegate_for
from trygghetsrad.ui.components.rows import Column, Index, Row, RowsModel, SortedRows
from trygghetsrad.ui.theme import follow_look, look

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

_Resize = QHeaderView.ResizeMode


class DataTable(QTableView, Generic[Row]):
    """Rows to choose from: a click selects, Enter opens, Space and Delete tell the page.

    Every signal carries the row's fact; chosen carries None when nothing is selected.
    """

    chosen = Signal(object)
    opened = Signal(object)
    delete_pressed = Signal(object)
    space_pressed = Signal(object)
    menu_asked = Signal(object, QPoint)

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        *,
        name: str,
        key: Callable[[Row], object] = lambda row: row,
        sort_by: int = 0,
        many: bool = False,
        flat: bool = False,
    ) -> None:
        super().__init__()
        self._rows_model: RowsModel[Row] = RowsModel(columns, key=key, parent=self)
        self._sorted = SortedRows(self)
        self._sorted.setSourceModel(self._rows_model)
        self._hovered = -1
        self._refreshing = False
        self.setAccessibleName(name)
        self.setProperty("flat", "true" if flat else "false")
        self.setModel(self._sorted)
        self._set_up_view(many=many)
        self._set_up_columns(sort_by)
        self.selectionModel().selectionChanged.connect(self._tell_chosen)
        self.doubleClicked.connect(self._open)
        self.entered.connect(self._hover)
        self.customContextMenuRequested.connect(self._ask_menu)
        follow_look(self._restyle)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the same thing stays selected and the table stays scrolled where it was."""
        kept = [self._rows_model.key(row) for row in self.selected_rows()]
        scrolled = self.verticalScrollBar().value()
        self._refreshing = True
        self._rows_model.show(rows)
        for place, key in enumerate(kept):
            self._select(key, add=place > 0)
        self._refreshing = False
        self.verticalScrollBar().setValue(scrolled)
        if kept:
            self._tell_chosen()

    def row_at(self, index: Index) -> Row:
        """Return the fact behind a cell of this table."""
        return self._rows_model.row(self._sorted.mapToSource(cast("QModelIndex", index)))

    def rows(self) -> list[Row]:
        """Return the facts in the order shown."""
        return [self.row_at(self._sorted.index(n, 0)) for n in range(self._sorted.rowCount())]

    def texts(self) -> list[list[str]]:
        """Return the words of every cell in the order shown."""
        cells = range(self._sorted.columnCount())
        return [
            [str(self._sorted.index(n, cell).data()) for cell in cells]
            for n in range(self._sorted.rowCount())
        ]

    def selected_row(self) -> Row | None:
        """Return the fact of the current row, or None."""
        rows = self.selected_rows()
        return rows[0] if rows else None

    def selected_rows(self) -> list[Row]:
        """Return the facts of every selected row."""
        return [self.row_at(index) for index in self.selectionModel().selectedRows()]

    def select_key(self, key: object) -> bool:
        """Select and show the row with this key; False when there is none."""
        return self._select(key)

    def hovered_row(self) -> int:
        """Return the place of the row under the pointer, or -1."""
        return self._hovered

    def is_selected(self, index: Index) -> bool:
        """Say whether the row of this cell is selected."""
        return self.selectionModel().isRowSelected(index.row())

    def _set_up_view(self, *, many: bool) -> None:
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setSortingEnabled(True)
        self.setCornerButtonEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()

    def _set_up_columns(self, sort_by: int) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, column in enumerate(self._rows_model.columns):
            self.setItemDelegateForColumn(place, delegate_for(self, column))
            fixed = _Resize.ResizeToContents if column.width is None else _Resize.Interactive
            header.setSectionResizeMode(place, _Resize.Stretch if column.stretch else fixed)
        self.sortByColumn(sort_by, Qt.SortOrder.AscendingOrder)

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(look().px(36))
        self.horizontalHeader().setFixedHeight(look().px(30))
        self.horizontalHeader().setMinimumSectionSize(look().px(48))
        for place, column in enumerate(self._rows_model.columns):
            if column.width is not None and not column.stretch:
                self.setColumnWidth(place, look().px(column.width))
        self._drop_columns()

    def _drop_columns(self) -> None:
        room = self.viewport().width() / look().factor
        for place, column in enumerate(self._rows_model.columns):
            if column.drop_below:
                self.setColumnHidden(place, room < column.drop_below)

    def _select(self, key: object, *, add: bool = False) -> bool:
        for place, row in enumerate(self._rows_model.rows()):
            if self._rows_model.key(row) == key:
                index = self._sorted.mapFromSource(self._rows_model.index(place, 0))
                flag = self.selectionModel().SelectionFlag
                mode = flag.Select if add else flag.ClearAndSelect
                self.selectionModel().setCurrentIndex(index, mode | flag.Rows)
                return True
        return False

    def _tell_chosen(self, *_selections: QItemSelection) -> None:
        if not self._refreshing:
            self.chosen.emit(self.selected_row())

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.row_at(index))

    def _hover(self, index: QModelIndex) -> None:
        self._hovered = index.row()
        self.viewport().update()

    def _ask_menu(self, where: QPoint) -> None:
        index = self.indexAt(where)
        if index.isValid():
            self.menu_asked.emit(self.row_at(index), self.viewport().mapToGlobal(where))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, signal = self.selected_row(), self._signal_of(event)
        if row is None or signal is None:
            super().keyPressEvent(event)
        else:
            signal.emit(row)

    def _signal_of(self, event: QKeyEvent) -> Any:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        return {
            Qt.Key.Key_Return: self.opened,
            Qt.Key.Key_Enter: self.opened,
            Qt.Key.Key_Delete: self.delete_pressed,
            Qt.Key.Key_Space: self.space_pressed,
        }.get(Qt.Key(event.key()))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self.indexAt(event.position().toPoint()).isValid():
            self.clearSelection()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.viewport().update()
        super().leaveEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drop_columns()
