"""Rows of facts as Qt wants them: a table is a list of columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from trygghetsrad.ui.components.pills import Pill

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: its words, how it sorts, and how it is painted.

    The words are always the cell's text, so that a screen reader reads them whatever is painted.
    width is in pixels at text size 100 %; None takes what the words need. A column with stretch shares
    the room that is left. drop_below hides the column in a table narrower than so many pixels.
    """

    title: str
    text: Callable[[Row], str]
    sort_key: Callable[[Row], Any] | None = None
    pill: Callable[[Row], Pill] | None = None
    avatar: Callable[[Row], str] | None = None
    tooltip: Callable[[Row], str] | None = None
    edit: Callable[[Row, str], None] | None = None
    width: int | None = None
    stretch: bool = False
    strong: bool = False
    right: bool = False
    drop_below: int = 0


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Facts in rows; key says which row is the same thing after a refresh."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        *,
        key: Callable[[Row], object] = lambda row: row,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.key = key
        self._rows: list[Row] = []

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows instead of the ones there are."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, index: Index) -> Row:
        """Return the fact behind a cell."""
        return self._rows[index.row()]

    def rows(self) -> tuple[Row, ...]:
        """Return all facts in the order they came."""
        return tuple(self._rows)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == _Role.DisplayRole:
            return column.title
        return int(_alignment(column)) if role == _Role.TextAlignmentRole else None

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role in {_Role.DisplayRole, _Role.EditRole}:
            return column.text(row)
        if role == _Role.ToolTipRole and column.tooltip:
            return column.tooltip(row)
        return int(_alignment(column)) if role == _Role.TextAlignmentRole else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.columns[index.column()].edit:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        edit = self.columns[index.column()].edit if index.isValid() else None
        if edit is None or role != _Role.EditRole or value == self.data(index):
            return False
        # The page stores it; the table shows it when the store has answered.
        edit(self.row(index), str(value).strip())
        return True


class SortedRows(QSortFilterProxyModel):
    """Sorts by the columns' own keys, in Python: Qt would cut long numbers and not know å, ä, ö."""

    @override
    def lessThan(self, left: Index, right: Index) -> bool:
        model = cast("RowsModel[Any]", self.sourceModel())
        column = model.columns[left.column()]
        key = column.sort_key or column.text
        a, b = key(model.row(left)), key(model.row(right))
        if a is None or b is None:
            # What has no value comes last whichever way the column is turned.
            rising = self.sortOrder() is Qt.SortOrder.AscendingOrder
            return (b is None and a is not None) if rising else (a is None and b is not None)
        return bool(a < b)


def _alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
