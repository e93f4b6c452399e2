"""What stands in the minutes and in an edited Word file, side by side, to take over one by one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.word import EditedPart
from trygghetsrad.ui.components.buttons import Button, secondary_button
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.theme import Ink, TextRole, column, row

if TYPE_CHECKING:
    from trygghetsrad.domain.word import Difference, EditedMinutes


def part_words(difference: Difference) -> str:
    """Return what was edited: "texten", "beslutet"."""
    tr = partial(QCoreApplication.translate, "part_words")
    if difference.part is not EditedPart.DECISION:
        return {EditedPart.TITLE: tr("rubriken"), EditedPart.TEXT: tr("texten")}[difference.part]
    if not difference.now:
        return tr("nytt beslut")
    return tr("beslutet") if difference.then else tr("struket beslut")


class DifferenceCard(Card):
    """One part, as it stands and as it would stand."""

    def __init__(self, difference: Difference) -> None:
        self.difference = difference
        super().__init__(f"{difference.where}: {part_words(difference)}")
        self.take: Button = secondary_button(_deed(difference))
        self.take.setAccessibleName(f"{self.take.text()}, {self.accessibleName()}")
        if self.header is not None:
            self.header.add_action(self.take)
        nothing = self.tr("Finns inte")
        sides = row(gap=16)
        for name, text in (
            (self.tr("I protokollet"), difference.now),
            (self.tr("I Word-filen"), difference.then),
        ):
            side = column(gap=2)
            side.addWidget(plain_label(name, TextRole.CAPTION_STRONG, Ink.SECONDARY))
            ink = Ink.TEXT if text else Ink.SECONDARY
            side.addWidget(plain_label(text or nothing, ink=ink, wrap=True, selectable=True))
            side.addStretch(1)
            sides.addLayout(side, 1)
        self.add(sides)


class Comparison(QWidget):
    """All differences of one file; taken carries the one to take over, closed asks for what stood there."""

    taken = Signal(object)
    closed = Signal()

    def __init__(self, back: str) -> None:
        super().__init__()
        self.title = plain_label("", TextRole.SUBTITLE, wrap=True)
        self.summary = plain_label("", ink=Ink.SECONDARY, wrap=True)
        self.close_button = secondary_button(back)
        self.close_button.clicked.connect(self.closed)
        self.cards: list[DifferenceCard] = []
        self.notes: list[str] = []
        self._inside = QWidget()
        self._lines = column(self._inside, gap=12, edge=(0, 0, 8, 8))
        self._lay_out()

    def show_minutes(self, edited: EditedMinutes) -> None:
        """Show what differs now; what was taken over is gone."""
        self.title.setText(self.tr("Ändringar i ”{name}”").format(name=edited.file_name))
        self.summary.setText(self._in_short(edited))
        while (line := self._lines.takeAt(0)) is not None:
            if widget := line.widget():
                widget.hide()
                widget.deleteLater()
        self.cards = [DifferenceCard(difference) for difference in edited.differences]
        self.notes = list(edited.notes)
        for card in self.cards:
            card.take.clicked.connect(partial(self.taken.emit, card.difference))
            self._lines.addWidget(card)
        if self.notes:
            self._lines.addWidget(self._noted())
        self._lines.addStretch(1)

    def focus_first(self) -> None:
        """Let the next difference be taken over with the keyboard."""
        (self.cards[0].take if self.cards else self.close_button).setFocus()

    def _in_short(self, edited: EditedMinutes) -> str:
        if edited.differences:
            count = plural(len(edited.differences), "ställe skiljer", "ställen skiljer")
            words = self.tr("{count} sig från det som står här. Inget ändras förrän du tar över det.")
            return words.format(count=count)
        if edited.notes:
            return self.tr("Inget kvar att ta över, men läs det som står nedan.")
        return self.tr("Filen säger detsamma som det som står här.")

    def _noted(self) -> Card:
        card = Card(self.tr("Att se över själv"))
        for note in self.notes:
            card.add(plain_label(note, wrap=True, selectable=True))
        return card

    def _lay_out(self) -> None:
        self._inside.setProperty("page", "true")
        scroll = QScrollArea()
        scroll.setAccessibleName(self.tr("Ändringar i Word-filen"))
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._inside)
        head = row(gap=12)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        whole = column(self, gap=8)
        whole.addLayout(head)
        whole.addWidget(self.summary)
        whole.addWidget(scroll, 1)


def _deed(difference: Difference) -> str:
    tr = partial(QCoreApplication.translate, "part_words")
    if difference.part is EditedPart.DECISION and not difference.now:
        return tr("Lägg till beslutet")
    removes = difference.part is EditedPart.DECISION and not difference.then
    return tr("Ta bort beslutet") if removes else tr("Ta över")
