"""What the latest going through of the plan found, and how the one that goes on is ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trygghetsrad.domain.actions import Action, Rating
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.reviewing import told_in
from trygghetsrad.ui.components import pills
from trygghetsrad.ui.components.buttons import primary_button, secondary_button
from trygghetsrad.ui.components.data_table import DataTable
from trygghetsrad.ui.components.inline_text import InlineText
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.pills import Pill
from trygghetsrad.ui.components.rows import Column
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, Tone, column, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.domain.reviewing import ReviewSummary
    from trygghetsrad.domain.thread import Review

_RATED = {
    Rating.GREEN: Pill(tone=Tone.OK, icon=Icon.CHECKMARK_CIRCLE),
    Rating.YELLOW: Pill(tone=Tone.WARNING, icon=Icon.WARNING),
    Rating.RED: Pill(tone=Tone.ERROR, icon=Icon.ERROR_CIRCLE),
    Rating.UNRATED: pills.PLANNED,
}


class ResultsDesk(QWidget):
    """The actions with what was told of each; opened carries the number of an action."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._review_id = 0
        self.heading = plain_label("", TextRole.STRONG)
        self.summary = plain_label("", wrap=True, selectable=True)
        self.note = plain_label("", TextRole.CAPTION, Ink.SECONDARY, wrap=True)
        self.table: DataTable[Action] = DataTable(
            self._columns(), name=self.tr("Resultat av uppföljningen"), key=lambda one: one.id
        )
        whole = column(self, gap=8)
        for part in (self.heading, self.summary, self.note):
            whole.addWidget(part)
        whole.addWidget(self.table, 1)
        self.table.opened.connect(self._tell)

    def show_review(self, review: Review | None, actions: Sequence[Action]) -> None:
        """Show a finished going through, or that there is none yet."""
        self._review_id = review.id if review else 0
        self.table.setVisible(review is not None)
        self.summary.setVisible(bool(review and review.summary))
        if review is None or review.finished_on is None:
            self.heading.setText(self.tr("Planen är inte uppföljd i programmet än"))
            self.note.setText(
                self.tr("Gå igenom åtgärderna en i taget. Allt sparas medan du skriver. Pausa när du vill.")
            )
            return
        self.heading.setText(self.tr("Uppföljningen {day}").format(day=iso(review.finished_on)))
        self.summary.setText(review.summary)
        self.note.setText(
            self.tr("Det som berättades väntar på att tas in i nästa lägesbild, under analysen.")
        )
        self.table.show_rows([one for one in actions if told_in(one, review.id)])

    def _columns(self) -> list[Column[Action]]:
        return [
            Column(self.tr("Åtgärd"), lambda one: one.what, stretch=True, strong=True),
            Column(self.tr("Läge"), lambda one: one.status.value.capitalize(), width=100),
            Column(
                self.tr("Omdöme"),
                lambda one: self._rating(one).value.capitalize() or self.tr("Inget omdöme"),
                pill=lambda one: _RATED[self._rating(one)],
                width=150,
            ),
            Column(self.tr("Vad som hänt"), self._words, tooltip=self._words, stretch=True, drop_below=700),
        ]

    def _rating(self, action: Action) -> Rating:
        told = told_in(action, self._review_id)
        return told.rating if told else Rating.UNRATED

    def _words(self, action: Action) -> str:
        told = told_in(action, self._review_id)
        return told.words if told else ""

    def _tell(self, action: Action) -> None:
        self.opened.emit(action.id)


class FinishCard(Card):
    """The summary and the deed that moves the clock of 6 §."""

    finished = Signal(str)
    summarised = Signal(str)
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__("Sammanfattning")
        self.counts = plain_label("", wrap=True)
        self.text = InlineText(
            self.tr("Slutsats"),
            placeholder=self.tr("Vad gick bra, vad behöver ändras i planen"),
            framed=True,
            lines=4,
        )
        self.finish = primary_button(self.tr("Avsluta uppföljningen"), Icon.CHECKMARK)
        self.back = secondary_button(self.tr("Tillbaka till åtgärderna"), Icon.ARROW_LEFT)
        line = row(gap=8)
        line.addWidget(self.back)
        line.addStretch(1)
        line.addWidget(self.finish)
        for part in (self.counts, self.text):
            self.add(part)
        self.add(line)
        self.body.addStretch(1)
        self.finish.clicked.connect(self._tell)
        self.back.clicked.connect(self.back_asked)
        self.text.committed.connect(self.summarised)

    def show_summary(self, summary: ReviewSummary, written: str) -> None:
        """Show how the actions stand, and what she has written herself."""
        self.counts.setText(summary.text)
        self.text.set_text(written)

    def take_focus(self) -> None:
        self.text.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        self.text.edit.commit()
        self.finished.emit(self.text.text() or self.counts.text())
