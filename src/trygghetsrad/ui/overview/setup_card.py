"""The first three steps of a new council, until there are people and meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trygghetsrad.ui.components.buttons import Button, link_button, primary_button, secondary_button
from trygghetsrad.ui.components.labels import IconLabel, plain_label
from trygghetsrad.ui.components.surfaces import Card, Divider
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column, row

if TYPE_CHECKING:
    from collections.abc import Sequence


class SetupStep(QWidget):
    """One step: what and why, and a button until it is done; the first undone one has the primary."""

    def __init__(self, icon: Icon, title: str, why: str, deed: str, also: str = "") -> None:
        super().__init__()
        self._icon = IconLabel(icon, size=24)
        self._plain = icon
        self.first: Button = primary_button(deed)
        self.later: Button = secondary_button(deed)
        self.also: Button = link_button(also)
        self._has_also = bool(also)
        self.ready = plain_label(self.tr("Klart"), TextRole.STRONG, Ink.OK)
        words = column(gap=2)
        words.addWidget(plain_label(title, TextRole.STRONG))
        words.addWidget(plain_label(why, TextRole.BODY, Ink.SECONDARY, wrap=True))
        # Without its own alignment the narrow link would hold the words above it as narrow.
        words.addWidget(self.also, 0, Qt.AlignmentFlag.AlignLeft)
        line = row(self, gap=16, edge=(0, 8, 0, 8))
        line.addWidget(self._icon)
        line.addLayout(words, 1)
        for part in (self.first, self.later, self.ready):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_state(self, *, done: bool, first: bool) -> None:
        """Show whether it is done, or the one to begin with."""
        self._icon.set_icon(
            Icon.CHECKMARK_CIRCLE if done else self._plain, Ink.OK if done else Ink.ACCENT, filled=done
        )
        self.first.setVisible(first and not done)
        self.later.setVisible(not first and not done)
        self.ready.setVisible(done)
        self.also.setVisible(self._has_also and not done)


class SetupCard(Card):
    """Leads to people, meetings and settings, in that order."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__("", gap=0, edge=(24, 16, 24, 16))
        self.add(plain_label(self.tr("Välkommen. Så här kommer du i gång"), TextRole.TITLE))
        self.add(
            plain_label(
                self.tr("Tre steg, i vilken ordning du vill. Allt sparas medan du skriver."),
                ink=Ink.SECONDARY,
                wrap=True,
            )
        )
        self.body.addSpacing(8)
        self.people = SetupStep(
            Icon.PEOPLE,
            self.tr("Lägg till personer"),
            self.tr("De som sitter i rådet. De får kallelsen och står i protokollet."),
            self.tr("Lägg till personer"),
            self.tr("Klistra in från Excel"),
        )
        self.meetings = SetupStep(
            Icon.CALENDAR_ADD,
            self.tr("Planera årets möten"),
            self.tr("Programmet föreslår dagar som inte krockar med röda dagar och lov."),
            self.tr("Planera årets möten"),
        )
        self.address = SetupStep(
            Icon.BUILDING,
            self.tr("Fyll i kommunens adress"),
            self.tr("Adress och logotyp står på alla dokument."),
            self.tr("Fyll i adressen"),
        )
        self.steps = (self.people, self.meetings, self.address)
        for step in self.steps:
            self.add(Divider())
            self.add(step)
        self._connect()

    def show_done(self, done: Sequence[bool]) -> None:
        """Show which of the three are done."""
        first = next((place for place, is_done in enumerate(done) if not is_done), -1)
        for place, (step, is_done) in enumerate(zip(self.steps, done, strict=True)):
            step.show_state(done=is_done, first=place == first)

    def _connect(self) -> None:
        for step, key in zip(self.steps, ("members", "plan", "settings"), strict=True):
            for button in (step.first, step.later):
                button.setObjectName(key)
                button.clicked.connect(self._ask)
        self.people.also.setObjectName("paste")
        self.people.also.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.asked.emit(self.sender().objectName())
