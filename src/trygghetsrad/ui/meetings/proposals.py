"""The days proposed for a year's meetings: each may be moved, named or taken away before they are laid in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trygghetsrad.domain.dates import iso_week, parse_day, short_day, time_span, week_text, weekday
from trygghetsrad.ui.components.buttons import icon_button
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.labels import IconLabel, plain_label
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.meetings.day_advice import Advice, AdvisedDay, Surroundings, advice_on
from trygghetsrad.ui.theme import Ink, TextRole, column, follow_look, look, row

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import time

    from trygghetsrad.domain.meetings import Meeting
    from trygghetsrad.domain.planning import ProposedMeeting

_DAY_WIDTH = 168


class ProposalRow(QWidget):
    """One proposed meeting: its day, its theme, and why it is not the first choice."""

    moved = Signal()
    removed = Signal()

    def __init__(self, proposal: ProposedMeeting, number: int, today: date) -> None:
        super().__init__()
        self.proposal = proposal
        self._today = today
        self.day = AdvisedDay(self.tr("Dag för möte {number}").format(number=number), self._parse, apart=True)
        self.theme = InlineField(
            self.tr("Tema för möte {number}").format(number=number),
            proposal.theme,
            placeholder=self.tr("Tema"),
            framed=True,
        )
        self.note = plain_label("", TextRole.CAPTION, Ink.SECONDARY, wrap=True)
        self.remove_button = icon_button(
            Icon.DISMISS, self.tr("Ta bort förslag {number}").format(number=number)
        )
        self.theme.edit.setCursorPosition(0)
        self.day.field.label.hide()
        self.theme.label.hide()
        self._lay_out()
        self.day.committed.connect(self._move)
        self.theme.committed.connect(self._name)
        self.remove_button.clicked.connect(self.removed)
        follow_look(self._restyle)

    def judge(self, around: Surroundings) -> None:
        """Say what speaks against the day."""
        advice = advice_on(self.proposal.day, around)
        self.day.set_day(self.proposal.day, advice)
        self.note.setText(self._note(advice))
        self.note.setVisible(bool(self.note.text()))

    def set_times(self, starts: time, ends: time) -> None:
        """Give the meeting another time of day."""
        self.proposal = replace(self.proposal, starts=starts, ends=ends)

    def _note(self, advice: Advice) -> str:
        proposal = self.proposal
        if advice.words or proposal.moved_from is None:
            return ""
        words = self.tr("Flyttat från {day}: {reason}")
        return words.format(day=short_day(proposal.moved_from), reason=proposal.moved_because)

    def _parse(self, text: str) -> date | None:
        """Read a day; one without a year is in the year that is planned."""
        year = self.proposal.day.year
        day = parse_day(text, max(self._today, date(year, 1, 1)))
        return day if day and day.year in {year, year + 1} else None

    def _move(self, day: date) -> None:
        self.proposal = replace(
            self.proposal, day=day, week=iso_week(day)[1], moved_from=None, moved_because=None
        )
        self.moved.emit()

    def _name(self, theme: str) -> None:
        self.proposal = replace(self.proposal, theme=theme)

    def _lay_out(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        right = column(gap=4)
        right.addWidget(self.theme)
        right.addWidget(self.note)
        right.addWidget(self.day.advice)
        line = row(self, gap=12)
        line.addWidget(self.day, 0, top)
        line.addLayout(right, 1)
        right.addStretch(1)
        line.addWidget(self.remove_button, 0, top)

    def _restyle(self) -> None:
        self.day.setFixedWidth(look().px(_DAY_WIDTH))


class ExistingRow(QWidget):
    """A meeting the year has already, in grey."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self.words = self.tr("{meeting}, {day}, {week}, kl. {time} är redan inlagt").format(
            meeting=meeting.label,
            day=f"{weekday(meeting.day)} {short_day(meeting.day)}",
            week=week_text(meeting.day),
            time=time_span(meeting.starts, meeting.ends),
        )
        line = row(self, gap=8, edge=(0, 4, 0, 4))
        line.addWidget(IconLabel(Icon.CALENDAR_LTR, Ink.PLACEHOLDER))
        line.addWidget(plain_label(self.words, ink=Ink.SECONDARY, wrap=True), 1)


class ProposalList(QWidget):
    """The proposed days among the meetings there are, in time order."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Förslag"))
        self.rows: list[ProposalRow] = []
        self.existing: list[ExistingRow] = []
        self._body: QVBoxLayout = column(self, gap=10)
        self._around: Surroundings | None = None

    def show_days(
        self, proposed: Sequence[ProposedMeeting], existing: Sequence[Meeting], around: Surroundings
    ) -> None:
        """Show new proposals; what was changed by hand in the old ones is gone."""
        self._clear()
        self._around = around
        self.existing = [ExistingRow(meeting) for meeting in existing]
        self.rows = [
            ProposalRow(proposal, number, around.today) for number, proposal in enumerate(proposed, start=1)
        ]
        placed: list[tuple[date, QWidget]] = [
            *((meeting.day, shown) for meeting, shown in zip(existing, self.existing, strict=True)),
            *((shown.proposal.day, shown) for shown in self.rows),
        ]
        for _day, shown in sorted(placed, key=lambda one: one[0]):
            self._body.addWidget(shown)
        for shown in self.rows:
            shown.moved.connect(self._judge)
            shown.removed.connect(self._remove)
        self._judge()

    def set_times(self, starts: time, ends: time) -> None:
        """Give all proposals another time of day."""
        for shown in self.rows:
            shown.set_times(starts, ends)

    def proposals(self) -> tuple[ProposedMeeting, ...]:
        """Return what is proposed now, in time order."""
        return tuple(sorted((shown.proposal for shown in self.rows), key=lambda one: one.day))

    def _judge(self) -> None:
        if self._around is None:
            return
        for shown in self.rows:
            others = (other.proposal.day for other in self.rows if other is not shown)
            shown.judge(replace(self._around, taken=self._around.taken | frozenset(others)))
        self.changed.emit()

    def _remove(self) -> None:
        shown = self.sender()
        at = self.rows.index(shown)  # type: ignore[arg-type]
        gone = self.rows.pop(at)
        if self.rows:
            self.rows[min(at, len(self.rows) - 1)].remove_button.setFocus()
        self._body.removeWidget(gone)
        gone.hide()
        gone.deleteLater()
        self._judge()

    def _clear(self) -> None:
        for shown in (*self.rows, *self.existing):
            self._body.removeWidget(shown)
            shown.hide()
            shown.deleteLater()
        self.rows, self.existing = [], []
