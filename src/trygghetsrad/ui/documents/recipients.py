"""Who a letter goes to, as one line that unfolds to a list with ticks."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from trygghetsrad.domain.delivery import hides_addresses, recipients_text
from trygghetsrad.ui.components.buttons import link_button
from trygghetsrad.ui.components.check_row import CheckRow
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.theme import Ink, TextRole, column, look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.domain.delivery import Recipient

_LIST_HEIGHT = 190


class Recipients(QWidget):
    """Shows how many get the letter and whether they see each other; both can be changed in place."""

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._people: tuple[Recipient, ...] = ()
        self._chosen: set[str] = set()
        self._hidden: bool | None = None
        self._open = False
        self.rows: dict[str, CheckRow] = {}
        self.heading = plain_label(self.tr("Mottagare"), TextRole.STRONG)
        self.summary = plain_label("", ink=Ink.SECONDARY, wrap=True)
        self.left_out = plain_label("", TextRole.CAPTION, Ink.SECONDARY, wrap=True)
        self.change = link_button("")
        self.hide_box = CheckRow(self.tr("Dold kopia"))
        self._lay_out()
        self.change.clicked.connect(self._turn)
        self.hide_box.ticked.connect(self._take_hidden)

    def show_people(self, people: Sequence[Recipient], *, anew: bool) -> None:
        """Show these people; anew forgets what she ticked for another paper."""
        known = {one.uid for one in self._people}
        if anew:
            self._open, self._hidden, known = False, None, set()
        usual = {one.uid for one in people if one.chosen}
        self._chosen = {one.uid for one in people if one.uid in (self._chosen if one.uid in known else usual)}
        if tuple(people) != self._people or anew:
            self._people = tuple(people)
            self._fill()
        self._show()

    def is_open(self) -> bool:
        """Say whether the list is unfolded."""
        return self._open

    def chosen(self) -> frozenset[str]:
        """Return the uids of those who get the letter."""
        return frozenset(one.uid for one in self._people if one.is_reachable and one.uid in self._chosen)

    def hidden(self) -> bool:
        """Say whether those who get the letter are hidden from each other."""
        return hides_addresses(self._ticked()) if self._hidden is None else self._hidden

    def _ticked(self) -> list[Recipient]:
        return [dataclasses.replace(one, chosen=one.uid in self._chosen) for one in self._people]

    def _lay_out(self) -> None:
        self._inside = QWidget()
        self._lines = column(self._inside, gap=2)
        self._list = QScrollArea()
        self._list.setWidget(self._inside)
        self._list.setWidgetResizable(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("Mottagare"))
        lines = column(self, gap=2)
        for part in (self.heading, self.summary, self.left_out, self.change, self.hide_box, self._list):
            lines.addWidget(part)

    def _fill(self) -> None:
        for old in self.rows.values():
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = {}
        for one in self._people:
            if one.is_reachable:
                note = self.tr("privat adress") if one.private else one.organisation
                line = CheckRow(one.name, note=note)
                line.setProperty("uid", one.uid)
                line.ticked.connect(self._take_tick)
                self.rows[one.uid] = line
                self._lines.addWidget(line)

    def _show(self) -> None:
        self.summary.setText(recipients_text(len(self.chosen()), hidden=self.hidden()))
        missing = ", ".join(f"{one.name} ({one.left_out})" for one in self._people if one.left_out)
        self.left_out.setText(self.tr("Får inget brev: {names}").format(names=missing))
        self.left_out.setVisible(bool(missing))
        self.change.set_text(self.tr("Dölj mottagare") if self._open else self.tr("Ändra mottagare"))
        self.change.setVisible(bool(self.rows))
        self.hide_box.setVisible(self._open)
        self.hide_box.set_checked(checked=self.hidden())
        for uid, line in self.rows.items():
            line.set_checked(checked=uid in self._chosen)
        self._list.setVisible(self._open)
        wanted = self._inside.sizeHint().height()
        self._list.setFixedHeight(min(wanted, look().px(_LIST_HEIGHT)))

    def _turn(self) -> None:
        self._open = not self._open
        self._show()
        self.turned.emit()

    def _take_hidden(self, hidden: bool) -> None:
        self._hidden = hidden
        self._show()

    def _take_tick(self, ticked: bool) -> None:
        line = self.sender()
        uid = str(line.property("uid")) if line else ""
        if ticked:
            self._chosen.add(uid)
        else:
            self._chosen.discard(uid)
        self._show()
