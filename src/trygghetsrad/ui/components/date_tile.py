"""A day as a leaf of a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from trygghetsrad.ui.components.date_field import WEEKDAYS
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.theme import Ink, TextRole, column, follow_look, look

if TYPE_CHECKING:
    from datetime import date

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)


class DateTile(QFrame):
    """Month, day and weekday over each other."""

    def __init__(self, day: date) -> None:
        super().__init__()
        self.setProperty("surface", "tile")
        self._month = plain_label("", TextRole.CAPTION_STRONG, Ink.ACCENT)
        self._day = plain_label("", TextRole.NUMBER, Ink.ACCENT)
        self._weekday = plain_label("", TextRole.CAPTION, Ink.SECONDARY)
        body = column(self, gap=0, edge=(4, 6, 4, 6))
        for label in (self._month, self._day, self._weekday):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            body.addWidget(label)
        self.set_day(day)
        follow_look(self._restyle)

    def set_day(self, day: date) -> None:
        """Show another day."""
        month, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
        self._month.setText(month[:3].upper())
        self._day.setText(str(day.day))
        self._weekday.setText(weekday)
        self.setAccessibleName(f"{weekday} {day.day} {month} {day.year}")

    def _restyle(self) -> None:
        self.setFixedSize(look().px(72), look().px(86))
