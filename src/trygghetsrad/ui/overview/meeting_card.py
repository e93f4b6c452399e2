"""The next meeting: when and where, how far it has come, what is due and the button for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from trygghetsrad.domain.clock import time_span
from trygghetsrad.domain.dates import short_day
from trygghetsrad.domain.meetings import MeetingStep, step_titles
from trygghetsrad.ui.components.buttons import primary_button, secondary_button
from trygghetsrad.ui.components.date_tile import DateTile
from trygghetsrad.ui.components.labels import ElidedLabel, IconLabel, plain_label
from trygghetsrad.ui.components.step_line import StepLine
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column, row

if TYPE_CHECKING:
    from datetime import date

    from trygghetsrad.domain.meetings import Meeting
    from trygghetsrad.domain.overview import NextMeeting
    from trygghetsrad.ui.overview.next_step import NextStep


class MeetingCard(Card):
    """Shows one meeting; the two buttons tell which deed was asked for."""

    asked = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__(gap=8, edge=(16, 10, 16, 10))
        self._step: NextStep | None = None
        self.tile = DateTile(today)
        self.when = plain_label("", TextRole.CAPTION_STRONG, Ink.SECONDARY)
        self.name = ElidedLabel("", TextRole.SUBTITLE)
        self.place = ElidedLabel("", ink=Ink.SECONDARY)
        self.steps = StepLine([""])
        self.clock = IconLabel(Icon.CLOCK)
        self.due = plain_label("", TextRole.STRONG, wrap=True)
        self.beside = secondary_button("")
        self.primary = primary_button("")
        self._lay_out()
        self.primary.clicked.connect(self._ask_primary)
        self.beside.clicked.connect(self._ask_beside)

    def show_meeting(self, council: str, found: NextMeeting, step: NextStep, today: date) -> None:
        """Show this meeting and what to do for it."""
        self._step = step
        meeting = found.meeting
        self.tile.set_day(meeting.day)
        self.when.setText(_when(meeting, today))
        label = meeting.label[:1].lower() + meeting.label[1:]
        self.name.set_whole(f"{council}, {label}")
        self.place.set_whole(_where(meeting))
        self._show_steps(found)
        self.due.setText(step.asks or found.due_text)
        ink = Ink.WARNING if found.is_late or step.asks else Ink.TEXT
        self.due.set_ink(ink)
        self.clock.set_icon(Icon.CLOCK, Ink.WARNING if found.is_late or step.asks else Ink.SECONDARY)
        self.beside.set_text(step.beside)
        self.primary.set_text(step.text)
        self.primary.set_icon(step.icon)
        self.setAccessibleName(f"{self.when.text()}: {self.name.whole()}")

    def _show_steps(self, found: NextMeeting) -> None:
        titles = step_titles(found.meeting.minutes_kind)
        here = len(titles) if found.step is None else list(MeetingStep).index(found.step)
        self.steps.set_steps(titles, here)

    def _lay_out(self) -> None:
        words = column(gap=4)
        for label in (self.when, self.name, self.place):
            words.addWidget(label)
        head = row(gap=16)
        head.addWidget(self.tile)
        head.addLayout(words, 1)
        self.add(head)
        self.add(self.steps)
        foot = row(gap=8)
        foot.addWidget(self.clock)
        foot.addWidget(self.due, 1)
        foot.addWidget(self.beside, 0, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.primary, 0, Qt.AlignmentFlag.AlignVCenter)
        self.add(foot)

    def _ask_primary(self) -> None:
        if self._step:
            self.asked.emit(self._step.deed)

    def _ask_beside(self) -> None:
        if self._step:
            self.asked.emit(self._step.beside_deed)


def _when(meeting: Meeting, today: date) -> str:
    if meeting.day == today:
        return "Dagens möte"
    return "Nästa möte" if meeting.day > today else "Senaste mötet"


def _where(meeting: Meeting) -> str:
    """Return "8 december kl. 13.00–15.00 · Kommunhuset, Björken"."""
    time = f"{short_day(meeting.day)} kl. {time_span(meeting.starts, meeting.ends)}"
    place = meeting.place.strip() or ("på distans" if meeting.link.strip() else "plats inte bestämd")
    return f"{time} · {place}"
