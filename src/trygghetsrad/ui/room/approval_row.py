"""Marking the agenda as approved by the chair: one line under the header, no dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from trygghetsrad.domain.dates import iso, parse_day
from trygghetsrad.ui.components.buttons import primary_button
from trygghetsrad.ui.components.date_field import DateField
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.room.verification_row import InlineRow
from trygghetsrad.ui.theme import follow_look, look

if TYPE_CHECKING:
    from datetime import date

    from trygghetsrad.ui.room.desk import Desk


class ApprovalRow(InlineRow):
    """Asks for the day only; nobody signs an agenda."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Godkännande")
        self.day = DateField(self.tr("Ordföranden godkände den"), self._parse, framed=True)
        self.mark_button = primary_button(self.tr("Markera som godkänd"), Icon.CHECKMARK)
        self.line.addWidget(self.day, 0, Qt.AlignmentFlag.AlignTop)
        self.add_buttons(self.mark_button)
        self.line.addStretch(1)
        self.mark_button.clicked.connect(self._mark)
        follow_look(self._restyle)

    def ask(self) -> None:
        """Come forward with today."""
        self.day.set_day(self.desk.today())
        self.show()
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.day.edit.selectAll()

    def take_back(self) -> None:
        """Let the agenda wait for the chair again."""
        desk, toast = self.desk, self.tr("Godkännandet är återtaget")
        desk.do(lambda: desk.council.meetings.take_back_approval(desk.meeting_id), toast=toast)

    def _parse(self, text: str) -> date | None:
        return parse_day(text, self.desk.today(), prefer_past=True)

    def _mark(self) -> None:
        self.day.edit.commit()
        desk, day = self.desk, self.day.day() or self.desk.today()
        toast = self.tr("Dagordningen är markerad som godkänd {day}").format(day=iso(day))
        if desk.do(lambda: desk.council.meetings.approve_agenda(desk.meeting_id, day), toast=toast):
            self.close_row()

    def _restyle(self) -> None:
        self.day.setFixedWidth(look().px(220))
