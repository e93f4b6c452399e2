"""Who signs an agreement: each party with its signatory and the day it signed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from trygghetsrad.domain.dates import parse_day
from trygghetsrad.ui.components.buttons import icon_button
from trygghetsrad.ui.components.date_field import DateField
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.labels import ElidedLabel
from trygghetsrad.ui.components.person_picker import PersonPicker
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import TextRole, column, row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from trygghetsrad.domain.agreements import Party


class PartyRow(QWidget):
    """One party; tells what was changed of it."""

    changed = Signal(int, object)
    signed = Signal(int, object)
    moved = Signal(int, int)
    """Number, and the place it is to have among the parties, counted from 1."""
    removed = Signal(int)

    def __init__(self, party: Party, today: Callable[[], date]) -> None:
        super().__init__()
        self.party = party
        self._place = 1
        self._today = today
        self.name = ElidedLabel("", TextRole.STRONG)
        self.menu = QMenu(self)
        self.more = icon_button(Icon.MORE_HORIZONTAL, "")
        self.more.set_menu(self.menu)
        self.up = self.menu.addAction(self.tr("Flytta upp"), partial(self._move, -1))
        self.down = self.menu.addAction(self.tr("Flytta ned"), partial(self._move, 1))
        self.menu.addSeparator()
        self.menu.addAction(self.tr("Ta bort parten"), lambda: self.removed.emit(self.party.id))
        self.signatory = InlineField(self.tr("Skriver under"), placeholder=self.tr("Namn"))
        self.title = InlineField(self.tr("Befattning"), placeholder=self.tr("Befattning"))
        self.day = DateField(self.tr("Undertecknade den"), self._read_day)
        self._lay_out()
        self.signatory.committed.connect(lambda text: self.changed.emit(party.id, {"signatory": text}))
        self.title.committed.connect(lambda text: self.changed.emit(party.id, {"signatory_title": text}))
        self.day.committed.connect(lambda day: self.signed.emit(party.id, day))

    def show_party(self, party: Party, place: int, last: int) -> None:
        """Show a party at its place among so many."""
        self.party, self._place = party, place
        self.name.set_whole(party.name)
        self.more.set_name(self.tr("Mer om {name}").format(name=party.name))
        self.signatory.set_text(party.signatory)
        self.title.set_text(party.signatory_title)
        self.day.set_day(party.signed_on)
        for field in (self.signatory, self.title, self.day):
            field.field.setAccessibleName(f"{field.label.text()}, {party.name}")
        self.up.setEnabled(place > 1)
        self.down.setEnabled(place < last)

    def _move(self, step: int) -> None:
        self.moved.emit(self.party.id, self._place + step)

    def _read_day(self, text: str) -> date | None:
        return parse_day(text, self._today(), prefer_past=True)

    def _lay_out(self) -> None:
        whole = column(self, gap=2)
        head = row(gap=4, edge=(8, 0, 0, 0))
        head.addWidget(self.name, 1)
        head.addWidget(self.more)
        who = row(gap=8)
        for field, share in ((self.signatory, 2), (self.title, 3), (self.day, 2)):
            who.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(head)
        whole.addLayout(who)


class PartiesBlock(QWidget):
    """All parties in the order they sign, and one more to choose or write."""

    inline = True
    changed = Signal(int, object)
    signed = Signal(int, object)
    moved = Signal(int, int)
    removed = Signal(int)
    added = Signal(object)
    """The number of an organisation, or a name that was written."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.rows: dict[int, PartyRow] = {}
        self.new = PersonPicker(self.tr("Lägg till part"), free_text=True, framed=True)
        line = self.new.box.lineEdit()
        if line:
            line.setPlaceholderText(self.tr("Organisation eller annan kommun"))
        self._lines = column(gap=12)
        whole = column(self, gap=12)
        whole.addLayout(self._lines)
        add = row(gap=0, edge=(8, 0, 0, 0))
        add.addWidget(self.new)
        whole.addLayout(add)
        self.new.picked.connect(self._take_new)

    def show_parties(self, parties: Sequence[Party], others: Sequence[tuple[object, str]]) -> None:
        """Show the parties, and offer these organisations as more."""
        if list(self.rows) != [party.id for party in parties]:
            self._lay_rows(parties)
        for place, party in enumerate(parties, start=1):
            self.rows[party.id].show_party(party, place, len(parties))
        self.new.set_people(others)
        self.new.set_current(None)

    def ask_for_signature(self) -> None:
        """Put the cursor on the day of the first who has not signed."""
        for line in self.rows.values():
            if line.party.signed_on is None:
                line.day.edit.setFocus()
                line.day.set_hint(
                    self.tr("Skriv dagen när {name} skrev under, till exempel i dag.").format(
                        name=line.party.name
                    )
                )
                return

    def _lay_rows(self, parties: Sequence[Party]) -> None:
        for old in self.rows.values():
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = {party.id: PartyRow(party, self._today) for party in parties}
        for line in self.rows.values():
            self._lines.addWidget(line)
            line.show()
            line.changed.connect(self.changed)
            line.signed.connect(self.signed)
            line.moved.connect(self.moved)
            line.removed.connect(self.removed)

    def _take_new(self, picked: object) -> None:
        if picked is not None:
            self.new.set_current(None)
            self.added.emit(picked)
