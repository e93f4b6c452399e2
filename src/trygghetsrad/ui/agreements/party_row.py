"""One party of an agreement: its name, who signs for it, and when it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trygghetsrad.domain.day_reading import parse_day
from trygghetsrad.ui.components.buttons import icon_button
from trygghetsrad.ui.components.date_field import DateField
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import row

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from trygghetsrad.domain.agreements import Party


class PartyRow(QWidget):
    """Tells what was changed, when somebody signed, and that a party is taken away."""

    changed = Signal(int, object)
    signed = Signal(int, object)
    removed = Signal(int)

    def __init__(self, party: Party, today: Callable[[], date]) -> None:
        super().__init__()
        self.party = party
        self.name = InlineField(self.tr("Part"))
        self.signatory = InlineField(self.tr("Skriver under"), placeholder=self.tr("Namn"))
        self.day = DateField(self.tr("Undertecknad"), lambda text: parse_day(text, today(), prefer_past=True))
        self.remove = icon_button(Icon.DELETE, self.tr("Ta bort {party}").format(party=party.name))
        line = row(self, gap=8)
        for field, share in ((self.name, 3), (self.signatory, 2), (self.day, 2)):
            line.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.name.committed.connect(lambda text: self.changed.emit(self.party.id, {"name": text}))
        self.signatory.committed.connect(lambda text: self.changed.emit(self.party.id, {"signatory": text}))
        self.day.committed.connect(lambda day: self.signed.emit(self.party.id, day))
        self.remove.clicked.connect(lambda: self.removed.emit(self.party.id))

    def show_party(self, party: Party) -> None:
        """Show the party as it is stored."""
        self.party = party
        self.name.set_text(party.name)
        self.signatory.set_text(party.signatory)
        self.day.set_day(party.signed_on)
