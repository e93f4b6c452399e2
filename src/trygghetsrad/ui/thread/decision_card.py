"""Who decided, when, and under which § and number; noted where it is asked for, without a box in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from trygghetsrad.domain.day_reading import parse_day
from trygghetsrad.domain.thread import Resolution
from trygghetsrad.ui.components.buttons import primary_button, secondary_button
from trygghetsrad.ui.components.committing import commit_within
from trygghetsrad.ui.components.date_field import DateField
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, row

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QKeyEvent


class DecisionCard(Card):
    """Asks for a decision; decided carries it with the period, cancelled puts the card away."""

    decided = Signal(object, object, object)
    """Resolution, first day and last day of the period."""
    cancelled = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("", gap=8, edge=(16, 12, 16, 12))
        self._today = today
        self.heading = plain_label("", TextRole.STRONG)
        self.help = plain_label("", TextRole.CAPTION, Ink.SECONDARY, wrap=True)
        self.decider = InlineField(self.tr("Vem beslutade"), framed=True)
        self.day = DateField(self.tr("Dag"), self._read_day, framed=True)
        self.section = InlineField(self.tr("Paragraf"), placeholder=self.tr("§ 41"), framed=True)
        self.dnr = InlineField(self.tr("Diarienummer"), framed=True)
        self.starts = DateField(self.tr("Perioden börjar"), self._read_day, framed=True)
        self.ends = DateField(self.tr("Perioden slutar"), self._read_day, framed=True)
        self.take = primary_button("", Icon.CHECKMARK)
        self.leave = secondary_button(self.tr("Avbryt"))
        self._lay_out()
        self.take.clicked.connect(self._tell)
        self.leave.clicked.connect(self.cancelled)
        self.hide()

    def ask(self, heading: str, button: str, words: str, *, body: str, day: date | None) -> None:
        """Show the card with what is likely filled in, and the cursor in the day."""
        self.heading.setText(heading)
        self.setAccessibleName(heading)
        self.take.set_text(button)
        self.help.setText(words)
        self.help.setVisible(bool(words))
        self.decider.set_text(f"{body[:1].upper()}{body[1:]}")
        self.day.set_day(day)
        self.section.set_text("")
        self.show()
        self.day.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.day.edit.selectAll()

    def set_period(self, starts: date, ends: date, dnr: str = "") -> None:
        """Show the period that the version is for, and the number it has already."""
        self.starts.set_day(starts)
        self.ends.set_day(ends)
        self.dnr.set_text(dnr)

    def _lay_out(self) -> None:
        self.add(self.heading)
        self.add(self.help)
        first, second = row(gap=12), row(gap=12)
        for field, stretch in ((self.decider, 2), (self.day, 2), (self.section, 1), (self.dnr, 1)):
            first.addWidget(field, stretch, Qt.AlignmentFlag.AlignTop)
        for field in (self.starts, self.ends):
            second.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        second.addStretch(1)
        for button in (self.leave, self.take):
            second.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.add(first)
        self.add(second)

    def _read_day(self, text: str) -> date | None:
        return parse_day(text, self._today())

    def _tell(self) -> None:
        commit_within(self)
        decided = Resolution(
            day=self.day.day(),
            body=self.decider.text(),
            section=self.section.text(),
            dnr=self.dnr.text(),
        )
        self.decided.emit(decided, self.starts.day(), self.ends.day())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
