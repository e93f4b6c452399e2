"""The pasted rows, mended where they stand, under headers that say what each column is read as."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from trygghetsrad.ui.icons import Icon, draw as draw_icon
from trygghetsrad.ui.members.field_header import FieldHeader
from trygghetsrad.ui.members.judgement import NO_EMAIL
from trygghetsrad.ui.theme import follow_look, look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.ui.components.rows import Index
    from trygghetsrad.ui.members.judgement import Judgement

_Role = Qt.ItemDataRole
MARK_ROLE = _Role.UserRole + 1
_SAMPLE = 60


class PasteModel(QAbstractTableModel):
    """Cells as they were pasted and mended, and last what will happen with the row."""

    mended = Signal()

    def __init__(self, happens: str) -> None:
        super().__init__()
        self._happens = happens
        self._headers: list[str] = []
        self._rows: list[list[str]] = []
        self._judgement: Judgement | None = None

    def show(self, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show these rows instead of the ones there are."""
        self.beginResetModel()
        self._headers = list(headers)
        self._rows = [list(cells) for cells in rows]
        self._judgement = None
        self.endResetModel()

    def judge(self, judgement: Judgement) -> None:
        """Say what will happen with the rows."""
        self._judgement = judgement
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self._headers))
            self.dataChanged.emit(self.index(0, 0), last)

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Return the cells as they stand now."""
        return tuple(tuple(cells) for cells in self._rows)

    def first_mark(self) -> QModelIndex:
        """Return the first cell that wants a look; an invalid index when none does."""
        marks = self._judgement.marks if self._judgement else {}
        return self.index(*min(marks)) if marks else QModelIndex()

    def headers(self) -> list[str]:
        """Return what was written over each column."""
        return self._headers

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() or not self._headers else len(self._headers) + 1

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != _Role.DisplayRole:
            return None
        return self._headers[section] if section < len(self._headers) else self._happens

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        if column == len(self._headers):
            return self._row_words(row, role)
        text = self._rows[row][column]
        mark = self._judgement.marks.get((row, column), "") if self._judgement else ""
        if role == _Role.EditRole:
            return text
        if role == _Role.DisplayRole:
            return text or (mark and (NO_EMAIL if mark == NO_EMAIL else self.tr("Saknas")))
        if role == _Role.ToolTipRole:
            return mark or text
        return mark if role == MARK_ROLE else None

    def _row_words(self, row: int, role: int) -> Any:
        shown = role in {_Role.DisplayRole, _Role.ToolTipRole}
        return self._judgement.words[row] if self._judgement and shown else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() < len(self._headers) else flags

    @override
    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        text = str(value).strip()
        if role != _Role.EditRole or text == self._rows[index.row()][index.column()]:
            return False
        self._rows[index.row()][index.column()] = text
        self.dataChanged.emit(index, index)
        self.mended.emit()
        return True


class _CellDelegate(QStyledItemDelegate):
    """Paints a cell; one that wants a look has a sign and words, never colour alone."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect: QRect = option.rect
        colors, edge = look().colors, look().px(11)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(colors.line))
        view = self.parent()
        if isinstance(view, QTableView) and view.currentIndex() == index and view.hasFocus():
            painter.fillRect(rect.adjusted(0, 0, 0, -1), QColor(colors.selected))
        self._paint_words(painter, rect.adjusted(edge, 0, -edge, -1), index)
        painter.restore()

    def _paint_words(self, painter: QPainter, inner: QRect, index: Index) -> None:
        colors, words = look().colors, str(index.data() or "")
        mark = str(index.data(MARK_ROLE) or "")
        ink = colors.text
        if mark:
            side = look().px(16)
            where = QRect(inner.left() - 2, inner.center().y() - side // 2 + 1, side, side)
            draw_icon(painter, Icon.WARNING, colors.warning, where.toRectF())
            inner = inner.adjusted(side + look().px(4), 0, 0, 0)
            ink = colors.text if index.data(_Role.EditRole) else colors.warning
        painter.setFont(look().font())
        painter.setPen(QColor(ink))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, shown)

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        header = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(header))
        return editor

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(1, 0, -1, -1))


class PasteTable(QTableView):
    """The list that is about to be read in."""

    def __init__(self, model: PasteModel) -> None:
        super().__init__()
        self._pasted = model
        self._shown: list[bool] = []
        self.header = FieldHeader(self)
        self.setHorizontalHeader(self.header)
        self.setAccessibleName(self.tr("Raderna som läses in"))
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(self))
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.AnyKeyPressed | trigger.EditKeyPressed | trigger.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.horizontalScrollBar().valueChanged.connect(self.header.place_boxes)
        follow_look(self._restyle)

    def show_columns(self, shown: Sequence[bool]) -> None:
        """Hide the columns that are not worth looking at, and fit the others to their words."""
        self._shown = list(shown)
        self._fit()

    def finish_cell(self) -> None:
        """Take in what is being typed in a cell."""
        editor = self.indexWidget(self.currentIndex())
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _fit(self) -> None:
        count = len(self._shown)
        for column, show in enumerate(self._shown):
            self.setColumnHidden(column, not show)
            self.setColumnWidth(column, self._wanted(column))
        if count:
            self.header.setSectionResizeMode(count, QHeaderView.ResizeMode.Stretch)
        self.header.place_boxes()

    def _wanted(self, column: int) -> int:
        metrics = self.fontMetrics()
        rows = range(min(self._pasted.rowCount(), _SAMPLE))
        texts = [str(self._pasted.index(row, column).data() or "") for row in rows]
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        narrowest = self.header.boxes[column].sizeHint().width() + look().px(8)
        return min(max(widest + look().px(30), narrowest), look().px(270))

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(look().px(36))
        self._fit()
