"""Samordnas med: the other planning that the work is integrated with (7 §)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trygghetsrad.ui.components.buttons import Button, ButtonKind, secondary_button
from trygghetsrad.ui.components.data_table import DataTable
from trygghetsrad.ui.components.flow import FlowLayout
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.rows import Column
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column, row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from trygghetsrad.domain.coordination import PlanLink, ProposedLink


class PlanLinks(QWidget):
    """Tells what was added, changed and taken away; common plans are one click away."""

    added = Signal(str, str)
    """Name and law."""
    changed = Signal(int, object)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        words = self.tr(
            "Arbetet ska, i den utsträckning som det är lämpligt, integreras med analys och planering enligt "
            "andra lagar (7 §). Skriv vilka planer det gäller och hur."
        )
        self.name = InlineField(self.tr("Plan"), placeholder=self.tr("Namnet på planen"), framed=True)
        self.add = secondary_button(self.tr("Lägg till"), Icon.ADD)
        self._proposals = QWidget()
        self._flow = FlowLayout(self._proposals, gap=8)
        self.buttons: list[Button] = []
        self.table: DataTable[PlanLink] = DataTable(
            self._columns(), name=self.tr("Samordnas med"), key=lambda one: one.id
        )
        line = row(gap=8)
        line.addWidget(self.name, 1)
        line.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        whole = column(self, gap=8)
        whole.addWidget(plain_label(words, TextRole.BODY, Ink.SECONDARY, wrap=True))
        whole.addWidget(self._proposals)
        whole.addLayout(line)
        whole.addWidget(self.table, 1)
        self.add.clicked.connect(self._tell)
        self.name.edit.returnPressed.connect(self._tell)
        self.table.delete_pressed.connect(self.removed)

    def show_links(self, links: Sequence[PlanLink], proposed: Sequence[ProposedLink]) -> None:
        """Show what is told, and offer what most municipalities have."""
        self.table.show_rows(links)
        for old in self.buttons:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = [self._offer(one) for one in proposed]
        for button in self.buttons:
            self._flow.addWidget(button)
            button.show()
        self._proposals.setVisible(bool(self.buttons))
        self._proposals.updateGeometry()

    def _offer(self, one: ProposedLink) -> Button:
        button = Button(one.name, Icon.ADD, ButtonKind.CHIP)
        button.setToolTip(one.law)
        button.clicked.connect(lambda: self.added.emit(one.name, one.law))
        return button

    def _columns(self) -> list[Column[PlanLink]]:
        return [
            Column(self.tr("Plan"), lambda one: one.name, edit=self._editor("name"), width=240, strong=True),
            Column(self.tr("Lag"), lambda one: one.law, edit=self._editor("law"), width=200, drop_below=700),
            Column(
                self.tr("Hur de hänger ihop"), lambda one: one.how, edit=self._editor("how"), stretch=True
            ),
            Column(
                self.tr("Kontakt"),
                lambda one: one.contact,
                edit=self._editor("contact"),
                width=160,
                drop_below=560,
            ),
        ]

    def _editor(self, name: str) -> Callable[[PlanLink, str], None]:
        return lambda one, text: self.changed.emit(one.id, {name: text})

    def _tell(self) -> None:
        if self.name.text():
            text = self.name.text()
            self.name.edit.take("")
            self.added.emit(text, "")
