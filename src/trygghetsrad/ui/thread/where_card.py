"""One of the four things a council may have already: how it stands, and the form that tells of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trygghetsrad.ui.components import pills
from trygghetsrad.ui.components.buttons import link_button, secondary_button
from trygghetsrad.ui.components.file_drops import FileDrops
from trygghetsrad.ui.components.flow import FlowLayout
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.pills import StatusPill
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink
from trygghetsrad.ui.thread.where_form import WhereForm

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from trygghetsrad.domain.where_now import Held, Thing

NOT_FILLED, NOT_YET, HELD = "Inte ifyllt", "Finns inte än", "Finns"


class WhereCard(Card):
    """Says "Finns", "Finns inte än" or "Inte ifyllt"; a file dropped on it begins to tell."""

    opened = Signal()
    not_yet = Signal()
    file_asked = Signal()
    table_asked = Signal()

    def __init__(self, thing: Thing, title: str, about: str, today: Callable[[], date]) -> None:
        super().__init__(title, gap=8)
        self.thing = thing
        self.held: Held | None = None
        self.can_write = True
        self.pill = StatusPill(NOT_FILLED, pills.PLANNED)
        self.told = plain_label(about, ink=Ink.SECONDARY, wrap=True, selectable=True)
        self._about = about
        self.exists = secondary_button(self.tr("Finns"), Icon.CHECKMARK)
        self.nothing = secondary_button(self.tr("Finns inte än"))
        self.open_file = secondary_button(self.tr("Öppna filen"), Icon.OPEN)
        self.add_file = secondary_button(self.tr("Bifoga filen"), Icon.ATTACH)
        self.read_table = secondary_button(self.tr("Läs in planens tabell"), Icon.TABLE)
        self.later = link_button(self.tr("Lägg in en senare"))
        self.form = WhereForm(thing, today)
        self._lay_out()
        for begin in (self.exists, self.later):
            begin.clicked.connect(self.begin)
        self.nothing.clicked.connect(self.not_yet)
        self.open_file.clicked.connect(self.opened)
        self.add_file.clicked.connect(self.file_asked)
        self.read_table.clicked.connect(self.table_asked)
        self.form.closed.connect(self.end)
        FileDrops(self, self._dropped)

    def show_state(
        self, held: Held | None, *, answered: bool, can_write: bool, has_table: bool = False
    ) -> None:
        """Show what the council file says; what is being typed stays."""
        self.held, self.can_write = held, can_write
        if held:
            self.pill.set_state(HELD, pills.DONE)
        else:
            self.pill.set_state(*((NOT_YET, pills.STOPPED) if answered else (NOT_FILLED, pills.PLANNED)))
        self.told.setText(held.told if held else self._about)
        self.setAccessibleDescription(self.pill.word())
        self._answered, self._has_table = answered, has_table
        self._offer()

    def begin(self) -> None:
        """Unfold the form."""
        self.form.show()
        self._offer()
        next(iter(self.form.fields.values())).edit.setFocus()

    def end(self) -> None:
        """Fold the form; what is typed in it is kept."""
        self.form.hide()
        self._offer()

    def _offer(self) -> None:
        folded = self.form.isHidden() and self.can_write
        held = self.held
        self.exists.setVisible(folded and held is None)
        self.nothing.setVisible(folded and held is None and not self._answered)
        self.open_file.setVisible(bool(held and held.attachment_id))
        self.add_file.setVisible(folded and held is not None and not held.attachment_id)
        self.read_table.setVisible(folded and self._has_table)
        self.later.setVisible(folded and held is not None)

    def _dropped(self, files: Sequence[Path]) -> None:
        if self.can_write:
            self.begin()
            self.form.set_file(files[0])

    def _lay_out(self) -> None:
        self._answered = self._has_table = False
        if self.header:
            self.header.add_beside(self.pill)
        self.add(self.told)
        deeds = QWidget()
        self.deeds = FlowLayout(deeds, gap=8)
        for part in (self.exists, self.nothing, self.open_file, self.add_file, self.read_table, self.later):
            self.deeds.addWidget(part)
        self.add(deeds)
        self.form.hide()
        self.add(self.form)
