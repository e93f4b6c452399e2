"""The year's meetings on one line, and the way to plan the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from trygghetsrad.domain.meetings import Meeting, MeetingState
from trygghetsrad.ui.components.buttons import link_button
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.components.year_strip import PointState, YearPoint, YearStrip
from trygghetsrad.ui.theme import Ink

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_LAST_QUARTER = 10


class YearCard(Card):
    """Tells which year she wants to plan."""

    plan_asked = Signal(int)

    def __init__(self, today: date) -> None:
        super().__init__("Årshjul", gap=4, edge=(16, 10, 16, 12))
        self._plans = today.year
        self.strip = YearStrip(today.year)
        self.plan = link_button("")
        self.plan.clicked.connect(self._ask)
        self.nothing = plain_label("", ink=Ink.SECONDARY)
        if self.header:
            self.header.add_action(self.plan)
        self.add(self.strip)
        self.add(self.nothing)

    def show_year(
        self,
        year: int,
        meetings: Sequence[Meeting],
        next_id: int | None,
        today: date,
        *,
        next_is_planned: bool,
    ) -> None:
        """Show a year's meetings; late in the year an empty next year is offered to be planned."""
        if self.header:
            self.header.set_title(self.tr("Årshjul {year}").format(year=year))
        self.strip.set_points(year, [_point(one, next_id, today) for one in meetings], today)
        wants_next = today.month >= _LAST_QUARTER and not next_is_planned
        self._plans = today.year + 1 if meetings and wants_next else today.year
        self.plan.set_text(self.tr("Planera {year}").format(year=self._plans))
        self.plan.setVisible(not meetings or wants_next)
        self.nothing.setText(self.tr("Inga möten är planerade {year}.").format(year=year))
        self.nothing.setVisible(not meetings)

    def _ask(self) -> None:
        self.plan_asked.emit(self._plans)


def _point(meeting: Meeting, next_id: int | None, today: date) -> YearPoint:
    return YearPoint(label=meeting.short_label, day=meeting.day, state=_state(meeting, next_id, today))


def _state(meeting: Meeting, next_id: int | None, today: date) -> PointState:
    if meeting.state is MeetingState.CANCELLED:
        return PointState.CANCELLED
    if meeting.state is MeetingState.HELD:
        return PointState.DONE
    if meeting.day < today:
        return PointState.LATE
    return PointState.NEXT if meeting.id == next_id else PointState.COMING
