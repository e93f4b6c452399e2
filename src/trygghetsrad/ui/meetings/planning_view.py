"""Planning a year: the council's habits at the left, the proposed days at the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trygghetsrad.domain.counting import plural
from trygghetsrad.ui.components.buttons import link_button, primary_button
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.meetings.habits import HabitsCard
from trygghetsrad.ui.meetings.list_view import PAGE_EDGE
from trygghetsrad.ui.meetings.proposals import ProposalList
from trygghetsrad.ui.meetings.week_strip import WeekStrip, YearOfWeeks
from trygghetsrad.ui.theme import Ink, column, row

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from trygghetsrad.domain.council import Council
    from trygghetsrad.domain.meetings import Meeting
    from trygghetsrad.domain.planning import ProposedMeeting
    from trygghetsrad.ui.meetings.day_advice import Surroundings


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPlan:
    """What a year's planning starts from."""

    year: int
    council: Council
    existing: tuple[Meeting, ...]
    around: Surroundings
    proposed: tuple[ProposedMeeting, ...]

    @property
    def basis(self) -> tuple[object, ...]:
        """Return what the proposals rest on; as long as it holds, days changed by hand are kept."""
        council = self.council
        return (
            self.year,
            len(self.proposed),
            council.usual_weekday,
            self.around.rules,
            tuple((one.id, one.day) for one in self.existing),
        )


class PlanningView(QWidget):
    """closed leads back to the list; planned carries the meetings to lay in."""

    closed = Signal()
    planned = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._plan: YearPlan | None = None
        self.back_button = link_button(self.tr("Alla möten"))
        self.plan_button = primary_button("", Icon.CALENDAR_ADD)
        self.habits = HabitsCard()
        self.proposals = ProposalList()
        self.nothing = plain_label("", ink=Ink.SECONDARY, wrap=True)
        self.strip = WeekStrip()
        self._days_card = Card(self.tr("Förslag"), gap=10, edge=(16, 12, 16, 14))
        self._lay_out()
        self.back_button.clicked.connect(self.closed)
        self.plan_button.clicked.connect(self._tell_planned)
        self.proposals.changed.connect(self._show_result)

    def show_plan(self, plan: YearPlan) -> None:
        """Show the habits, and new proposals when what they rest on is new."""
        former, self._plan = self._plan, plan
        self.habits.show_habits(plan.council)
        if former is None or former.basis != plan.basis:
            self.proposals.show_days(plan.proposed, plan.existing, plan.around)
        self.proposals.set_times(plan.council.usual_start, plan.council.usual_end)

    def forget(self) -> None:
        """Start from new proposals next time."""
        self._plan = None

    def _show_result(self) -> None:
        if self._plan is None:
            return
        proposed = self.proposals.proposals()
        year = self._plan.year
        count = len(proposed)
        self.plan_button.set_text(
            self.tr("Lägg in {meetings}").format(meetings=plural(count, "möte", "möten"))
        )
        self.plan_button.setVisible(bool(proposed))
        self.nothing.setText(
            self.tr("Det finns inget mer att föreslå {year}. Öka antalet eller välj ett annat år.").format(
                year=year
            )
        )
        self.nothing.setVisible(not proposed)
        self.strip.show_year(
            YearOfWeeks(
                year=year,
                rules=self._plan.around.rules,
                proposed=frozenset(one.day for one in proposed),
                existing=frozenset(one.day for one in self._plan.existing),
            )
        )

    def _tell_planned(self) -> None:
        self.planned.emit(self.proposals.proposals())

    def _lay_out(self) -> None:
        tools = row(gap=8)
        tools.addWidget(self.back_button)
        tools.addStretch(1)
        tools.addWidget(self.plan_button)
        self._days_card.add(self.proposals)
        self._days_card.add(self.nothing)
        weeks = Card(gap=4, edge=(16, 10, 16, 8))
        weeks.add(self.strip)
        right = column(gap=12)
        right.addWidget(self._days_card)
        right.addWidget(weeks)
        right.addStretch(1)
        middle = row(gap=12)
        middle.addWidget(self.habits, 0, Qt.AlignmentFlag.AlignTop)
        middle.addLayout(right, 1)
        body = column(self, gap=12, edge=PAGE_EDGE)
        body.addLayout(tools)
        body.addLayout(middle, 1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
