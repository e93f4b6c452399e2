"""The list of people: filter, chips, table, and what to say before anyone is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from trygghetsrad.ui.components import pills
from trygghetsrad.ui.components.buttons import primary_button, secondary_button
from trygghetsrad.ui.components.choices import ChipGroup
from trygghetsrad.ui.components.data_table import DataTable
from trygghetsrad.ui.components.delegates import PersonDelegate
from trygghetsrad.ui.components.empty_state import EmptyState
from trygghetsrad.ui.components.rows import Column
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.members.lines import EVERYONE, VACANT, WITHOUT_SEAT, Line, chip_counts, matching, under
from trygghetsrad.ui.members.view import PEOPLE, ListView
from trygghetsrad.ui.theme import follow_look, look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.ui.components.rows import Index
    from trygghetsrad.ui.members.person_panel import PersonPanel

_REMARKS = 4
_QUIET = pills.Pill(tone=pills.CAUTION.tone, icon=Icon.WARNING)


class _NameDelegate(PersonDelegate):
    """Writes a vacant seat in quiet ink, without a disc."""

    @override
    def paint_inside(self, painter: QPainter, inner: QRect, index: Index, words: str) -> None:
        line: Line = self._table.row_at(index)
        if not line.is_vacant:
            super().paint_inside(painter, inner, index, words)
            return
        painter.setFont(look().font())
        painter.setPen(QColor(look().colors.secondary))
        where = inner.adjusted(look().px(29), 0, 0, 0)
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, words)


class PeopleView(ListView):
    """Everyone who sits in the council, and on request those who do not."""

    paste_asked = Signal()
    new_asked = Signal()

    def __init__(self, panel: PersonPanel) -> None:
        super().__init__(PEOPLE, panel)
        self._lines: Sequence[Line] = ()
        self._make_tools()
        self.chips = ChipGroup(self.tr("Visa bara"))
        self.table = self._make_table()
        self.empty = EmptyState(
            Icon.PEOPLE,
            self.tr("Inga personer än"),
            self.tr(
                "Här finns alla som sitter i rådet, deras ersättare och hur de nås. "
                "Kopiera listan du redan har i Excel eller Outlook, så läggs alla in på en gång."
            ),
            primary=self.tr("Klistra in från Excel eller Outlook"),
            primary_icon=Icon.CLIPBOARD_PASTE,
            secondary=self.tr("Ny person"),
        )
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.body.insertWidget(1, self.chips)
        self._connect()
        follow_look(self._restyle)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines under the chip and the words chosen."""
        self._lines = lines
        self._fill()

    def reveal(self, line: Line) -> None:
        """Take away what hides a line, and select it."""
        self.filter.clear()
        if line not in under(self._lines, self.chips.selected()):
            self.chips.select(EVERYONE if line.member else WITHOUT_SEAT)
        self._fill()
        self.table.select_key(line.key)

    def _make_tools(self) -> None:
        self.filter = QLineEdit()
        self.filter.setProperty("seeks", True)
        self.filter.setPlaceholderText(self.tr("Sök person"))
        self.filter.setAccessibleName(self.tr("Sök person"))
        self.filter.setClearButtonEnabled(True)
        self.paste = secondary_button(self.tr("Klistra in från Excel"), Icon.CLIPBOARD_PASTE)
        self.new = primary_button(self.tr("Ny person"), Icon.PERSON_ADD)
        self.new.set_hint("Ctrl+N")
        self.tools.add(self.filter)
        self.tools.add_stretch()
        self.tools.add(self.paste)
        self.tools.add(self.new)

    def _make_table(self) -> DataTable[Line]:
        name: Column[Line] = Column(
            self.tr("Namn"),
            lambda line: line.name,
            lambda line: line.sort_key,
            avatar=lambda line: line.name,
            tooltip=lambda line: line.person.title if line.person else "",
            stretch=True,
            strong=True,
        )
        table: DataTable[Line] = DataTable(
            [
                name,
                Column(self.tr("Roll"), lambda line: line.role, width=136),
                Column(
                    self.tr("Organisation"),
                    lambda line: line.organisation,
                    tooltip=lambda line: line.organisation,
                    stretch=True,
                ),
                Column(self.tr("Telefon"), lambda line: line.phone, width=124, drop_below=560),
                Column(
                    self.tr("Att ordna"),
                    lambda line: line.remark,
                    pill=lambda _line: _QUIET,
                    width=156,
                ),
            ],
            name=self.tr("Personer"),
            key=lambda line: line.key,
        )
        table.setItemDelegateForColumn(0, _NameDelegate(table, name))
        return table

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._fill)
        self.chips.chosen.connect(self._fill)
        self.paste.clicked.connect(self.paste_asked)
        self.new.clicked.connect(self.new_asked)
        if self.empty.primary and self.empty.secondary:
            self.empty.primary.clicked.connect(self.paste_asked)
            self.empty.secondary.clicked.connect(self.new_asked)

    def _fill(self) -> None:
        found = matching(self._lines, self.filter.text())
        words = {
            EVERYONE: self.tr("Alla i rådet"),
            VACANT: self.tr("Vakanta"),
            WITHOUT_SEAT: self.tr("Utan uppdrag i rådet"),
        }
        counts = chip_counts(self._lines, found)
        self.chips.set_chips([(chip, words.get(chip, chip.capitalize()), count) for chip, count in counts])
        shown = under(found, self.chips.selected())
        self.table.show_rows(shown)
        self.table.setColumnHidden(_REMARKS, not any(line.remark for line in shown))
        self.put_forward(self.table if self._lines else self.empty)
        for part in (self.filter, self.chips, self.paste, self.new):
            part.setVisible(bool(self._lines))

    def _restyle(self) -> None:
        self.filter.setFixedWidth(look().px(170))
