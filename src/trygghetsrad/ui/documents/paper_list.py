"""The list of papers at the left: groups of lines of which one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea, QWidget
from typing_extensions import override

from trygghetsrad.ui.components.labels import IconLabel, plain_label
from trygghetsrad.ui.components.list_row import ListRow
from trygghetsrad.ui.components.pills import StatusPill
from trygghetsrad.ui.theme import Ink, TextRole, column, look
from trygghetsrad.ui.theme.layouts import space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.ui.documents.entries import Entry


class PaperRow(ListRow):
    """One paper; the chosen one has a ground and a bar at its left."""

    def __init__(self, entry: Entry) -> None:
        self.key = entry.key
        trailing = (StatusPill(entry.word, entry.pill),) if entry.pill else ()
        super().__init__(entry.title, entry.caption, leading=IconLabel(entry.icon), trailing=trailing)
        self.setCheckable(True)
        space(self._line, gap=12, edge=(14, 6, 12, 6))
        for part in trailing:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        words = ", ".join(part for part in (entry.title, entry.caption, entry.word) if part)
        self.setAccessibleName(words)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.isChecked():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look().colors.selected))
        bar = QRectF(0, 0, look().px(3), self.height())
        painter.fillRect(bar, QColor(look().colors.accent))
        painter.end()


class PaperList(QFrame):
    """Chosen by click, or by the arrow keys as in any group of choices."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self.setAccessibleName(name)
        self._entries: list[Entry] = []
        self._rows: dict[str, PaperRow] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._tell)
        inside = QWidget()
        inside.setProperty("page", "true")
        self._column = column(inside, gap=0, edge=(1, 4, 1, 4))
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        column(self, gap=0).addWidget(area)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these lines under their groups; the focus stays on the same paper."""
        if list(entries) == self._entries:
            return
        focused = next((key for key, row in self._rows.items() if row.hasFocus()), "")
        chosen = self.selected()
        self._clear()
        self._entries = list(entries)
        group = ""
        for entry in entries:
            if entry.group != group:
                group = entry.group
                self._add(_heading(group))
            self._add_row(entry)
        self.select(chosen)
        if focused in self._rows:
            self._rows[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def selected(self) -> str:
        """Return the key of the chosen paper, or an empty text."""
        return next((key for key, row in self._rows.items() if row.isChecked()), "")

    def select(self, key: str) -> None:
        """Choose a paper without telling anyone."""
        if key in self._rows:
            self._rows[key].setChecked(True)

    def focus_selected(self) -> None:
        """Give the focus to the chosen paper, so that the arrow keys lead to the next."""
        if chosen := self.selected():
            self._rows[chosen].setFocus(Qt.FocusReason.OtherFocusReason)

    def row(self, key: str) -> PaperRow:
        """Return the line of a paper."""
        return self._rows[key]

    def shown(self) -> list[str]:
        """Return the keys of the papers in the order shown."""
        return list(self._rows)

    def _clear(self) -> None:
        self._rows = {}
        while self._column.count() > 1:
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _add(self, part: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, part)

    def _add_row(self, entry: Entry) -> None:
        row = PaperRow(entry)
        self._rows[entry.key] = row
        self._group.addButton(row)
        self._add(row)

    def _tell(self) -> None:
        self.chosen.emit(self.selected())


def _heading(text: str) -> QWidget:
    whole = QWidget()
    column(whole, edge=(14, 8, 12, 2)).addWidget(plain_label(text, TextRole.CAPTION_STRONG, Ink.SECONDARY))
    return whole
