"""The days around a meeting: items, material, notice and verification, with what is late said plainly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.dates import iso, overdue_text, short_day, weekday
from trygghetsrad.ui.components.labels import Label, plain_label
from trygghetsrad.ui.meetings.lines import AHEAD
from trygghetsrad.ui.theme import Ink, TextRole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from trygghetsrad.domain.meetings import Meeting
    from trygghetsrad.domain.planning import Deadlines

_MOST = 5
_Top = Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the council asks before a notice, and what has been asked."""

    for_items: bool = False
    asked_on: date | None = None
    for_approval: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Due:
    """What, by which day, and whether it is done; told stands instead of the day."""

    words: str
    day: date
    done: bool
    told: str = ""


class DueDays(QWidget):
    """One line for each thing: what, and by which day."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Dagar kring mötet"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(plain_label(self.tr("Att hålla reda på"), TextRole.STRONG), 0, 0, 1, 2)
        self._rows: list[tuple[Label, Label]] = []
        for line in range(1, _MOST + 1):
            name = plain_label("", TextRole.CAPTION, Ink.SECONDARY)
            day = plain_label("", TextRole.CAPTION_STRONG, wrap=True)
            grid.addWidget(name, line, 0, _Top)
            grid.addWidget(day, line, 1, _Top)
            self._rows.append((name, day))

    def show_days(self, meeting: Meeting, days: Deadlines, today: date, asked: Asked) -> None:
        """Show the days; a deed that is done is never late."""
        lines = list(self._lines(meeting, days, today, asked))
        for place, (name, value) in enumerate(self._rows):
            shown = place < len(lines)
            name.setVisible(shown)
            value.setVisible(shown)
            if not shown:
                continue
            line = lines[place]
            late = "" if line.done else overdue_text(line.day, today)
            told = line.told or f"{weekday(line.day)} {short_day(line.day)}"
            name.setText(line.words)
            value.setText("\n".join(filter(None, (told, late))))
            value.set_ink(Ink.ERROR if late else Ink.TEXT)

    def words(self) -> list[str]:
        """Return every line as text."""
        return [f"{name.text()} {day.text()}" for name, day in self._rows if not name.isHidden()]

    def _lines(self, meeting: Meeting, days: Deadlines, today: date, asked: Asked) -> Iterator[_Due]:
        called = meeting.called_on is not None or meeting.state not in AHEAD or meeting.day < today
        if asked.for_items:
            # After the material is due nobody is to be asked any more.
            done = called or asked.asked_on is not None or days.material_stop <= today
            told = self.tr("skickad {day}").format(day=iso(asked.asked_on)) if asked.asked_on else ""
            yield _Due(words=self.tr("Fråga efter ärenden"), day=days.ask_items, done=done, told=told)
        yield _Due(words=self.tr("Material senast"), day=days.material_stop, done=called)
        if asked.for_approval:
            approved = meeting.approved_on
            words = self.tr("Dagordningen godkänd") if approved else self.tr("Godkänns senast")
            told = iso(approved) if approved else ""
            yield _Due(words=words, day=days.notice, done=called or approved is not None, told=told)
        yield _Due(words=self.tr("Kallelsen ut senast"), day=days.notice, done=called)
        is_notes = meeting.minutes_kind is MinutesKind.NOTES
        verified = self.tr("Klart senast") if is_notes else self.tr("Justerat senast")
        yield _Due(words=verified, day=days.verified, done=meeting.minutes_are_done)
