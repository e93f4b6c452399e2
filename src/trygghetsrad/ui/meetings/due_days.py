"""The days around a meeting: material, notice and verification, with what is late said plainly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.dates import overdue_text, short_day, weekday
from trygghetsrad.ui.components.labels import Label, plain_label
from trygghetsrad.ui.meetings.lines import AHEAD
from trygghetsrad.ui.theme import Ink, TextRole

if TYPE_CHECKING:
    from datetime import date

    from trygghetsrad.domain.meetings import Meeting
    from trygghetsrad.domain.planning import Deadlines

_Top = Qt.AlignmentFlag.AlignTop


class DueDays(QWidget):
    """Three lines: what, and by which day."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Dagar kring mötet"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(plain_label(self.tr("Att hålla reda på"), TextRole.STRONG), 0, 0, 1, 2)
        self._rows: list[tuple[Label, Label]] = []
        for line in range(1, 4):
            name = plain_label("", TextRole.CAPTION, Ink.SECONDARY)
            day = plain_label("", TextRole.CAPTION_STRONG, wrap=True)
            grid.addWidget(name, line, 0, _Top)
            grid.addWidget(day, line, 1, _Top)
            self._rows.append((name, day))

    def show_days(self, meeting: Meeting, days: Deadlines, today: date) -> None:
        """Show the days; a deed that is done is never late."""
        is_called = meeting.called_on is not None or meeting.state not in AHEAD
        verified = self.tr("Justerat senast")
        if meeting.minutes_kind is MinutesKind.NOTES:
            verified = self.tr("Klart senast")
        for (name, value), (words, day, done) in zip(
            self._rows,
            (
                (self.tr("Material senast"), days.material_stop, is_called or meeting.day < today),
                (self.tr("Kallelsen ut senast"), days.notice, is_called or meeting.day < today),
                (verified, days.verified, meeting.minutes_are_done),
            ),
            strict=True,
        ):
            late = "" if done else overdue_text(day, today)
            name.setText(words)
            value.setText("\n".join(filter(None, (f"{weekday(day)} {short_day(day)}", late))))
            value.set_ink(Ink.ERROR if late else Ink.TEXT)

    def words(self) -> list[str]:
        """Return every line as text."""
        return [f"{name.text()} {day.text()}" for name, day in self._rows]
