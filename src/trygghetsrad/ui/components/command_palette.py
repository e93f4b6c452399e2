"""Ctrl+K: one line that finds commands, people, documents and words in the minutes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget
from typing_extensions import override

from trygghetsrad.ui.components.labels import IconLabel, plain_label
from trygghetsrad.ui.components.overlay import Overlay
from trygghetsrad.ui.components.palette_delegate import PaletteDelegate
from trygghetsrad.ui.components.surfaces import Divider
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, column, look, row

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
ENTRY_ROLE = _Role.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class PaletteEntry:
    """One thing to choose; key says what it is to the window, hint stands at the right."""

    section: str
    text: str
    key: object
    hint: str = ""
    icon: Icon | None = None


Find = Callable[[str], Sequence[PaletteEntry]]


class PaletteModel(QAbstractListModel):
    """Entries under the headings of their sections; a heading cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[str | PaletteEntry] = []

    def show(self, entries: Sequence[PaletteEntry]) -> None:
        """Show these entries, with a heading at each new section."""
        self.beginResetModel()
        self._lines, section = [], ""
        for entry in entries:
            if entry.section != section:
                section = entry.section
                self._lines.append(section)
            self._lines.append(entry)
        self.endResetModel()

    def entry(self, index: Index) -> PaletteEntry | None:
        """Return the entry of a line, or None for a heading."""
        line = self._lines[index.row()] if index.isValid() else None
        return line if isinstance(line, PaletteEntry) else None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == _Role.DisplayRole:
            return line if isinstance(line, str) else line.text
        if role == _Role.AccessibleTextRole and isinstance(line, PaletteEntry):
            return ", ".join(part for part in (line.text, line.section, line.hint) if part)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) if self.entry(index) else Qt.ItemFlag.NoItemFlags


class CommandPalette(Overlay):
    """Lies over the window; arrows and Enter choose, chosen carries the entry's key."""

    chosen = Signal(object)

    def __init__(self, host: QWidget, find: Find) -> None:
        self._find = find
        self._model = PaletteModel()
        super().__init__(host, "Sök eller välj kommando", width=620)
        self.edit = QLineEdit()
        self.edit.setProperty("bare", "true")
        self.edit.setPlaceholderText(self.tr("Sök eller välj kommando"))
        self.edit.setAccessibleName(self.tr("Sök eller välj kommando"))
        self.list = QListView()
        self._nothing = plain_label(
            self.tr("Inget hittades. Pröva ett annat ord, ett namn eller en dag."),
            ink=Ink.SECONDARY,
            wrap=True,
        )
        self._nothing.setMargin(12)
        self._set_up_list()
        self._assemble()
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._search)
        self.list.clicked.connect(self._choose)

    @override
    def open(self) -> None:
        self.edit.clear()
        self._search("")
        super().open()
        self.edit.setFocus(Qt.FocusReason.PopupFocusReason)

    def texts(self) -> list[str]:
        """Return the lines shown, headings too."""
        return [str(self._model.index(n, 0).data()) for n in range(self._model.rowCount())]

    def current(self) -> PaletteEntry | None:
        """Return the entry that Enter would choose."""
        return self._model.entry(self.list.currentIndex())

    def _set_up_list(self) -> None:
        self.list.setModel(self._model)
        self.list.setItemDelegate(PaletteDelegate(self.list, self._model.entry))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(self.tr("Förslag"))
        self.list.entered.connect(self.list.setCurrentIndex)

    def _assemble(self) -> None:
        line = row(gap=12, edge=(12, 8, 12, 4))
        line.addWidget(IconLabel(Icon.SEARCH), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.edit, 1)
        edge = row(gap=0, edge=(12, 0, 12, 0))
        edge.addWidget(Divider())
        body = column(self.sheet, gap=4, edge=(4, 4, 4, 6))
        body.addLayout(line)
        body.addLayout(edge)
        body.addWidget(self.list, 1)
        body.addWidget(self._nothing)

    def _search(self, text: str) -> None:
        entries = self._find(text.strip())
        self._model.show(entries)
        self._nothing.setVisible(not entries)
        self.list.setVisible(bool(entries))
        self._step(1, start=-1)
        self.place()

    def _step(self, by: int, *, start: int | None = None) -> None:
        total = self._model.rowCount()
        here = self.list.currentIndex().row() if start is None else start
        for _ in range(total):
            here = (here + by) % total
            index = self._model.index(here, 0)
            if self._model.entry(index):
                self.list.setCurrentIndex(index)
                # A heading just above is shown too, so that the first line never hides its section.
                self.list.scrollTo(self._model.index(max(here - 1, 0), 0))
                self.list.scrollTo(index)
                self._announce()
                return

    def _announce(self) -> None:
        # The focus stays in the field, so a screen reader hears the line as the field's description.
        words = self.list.currentIndex().data(_Role.AccessibleTextRole)
        self.edit.setAccessibleDescription(str(words or ""))
        QAccessible.updateAccessibility(QAccessibleEvent(self.edit, QAccessible.Event.DescriptionChanged))

    def _choose(self, index: QModelIndex) -> None:
        entry = self._model.entry(index)
        if entry:
            self.close_overlay()
            self.chosen.emit(entry.key)

    @override
    def sheet_height(self, room: int) -> int:
        lines = (
            sum(self.list.sizeHintForRow(n) for n in range(self._model.rowCount()))
            if hasattr(self, "list")
            else 0
        )
        around = self.sheet.sizeHint().height() - self.list.sizeHint().height() if lines else look().px(112)
        return min(around + lines, room)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._steer(event):
            return True
        return super().eventFilter(watched, event)

    def _steer(self, event: QKeyEvent) -> bool:
        key = event.key()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if key in steps:
            self._step(steps[Qt.Key(key)])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.list.currentIndex())
        else:
            return False
        return True
