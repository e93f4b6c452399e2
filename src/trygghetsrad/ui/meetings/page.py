"""The page Möten: what is planned, called and held, year by year, and the planning of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from typing_extensions import override

from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.dates import long_day
from trygghetsrad.ui.components.empty_state import EmptyState
from trygghetsrad.ui.components.inline_field import CommitEdit
from trygghetsrad.ui.components.inline_text import GrowingEdit
from trygghetsrad.ui.components.paper_work import PageWork
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.meetings.list_view import ListView
from trygghetsrad.ui.meetings.lookup import Lookup, coming_meeting, years_worth_a_look
from trygghetsrad.ui.meetings.planning_view import PlanningView
from trygghetsrad.ui.page import Page
from trygghetsrad.ui.theme import column

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.meetings import Meeting
    from trygghetsrad.domain.planning import ProposedMeeting
    from trygghetsrad.services.council import CouncilChanges
    from trygghetsrad.services.meetings import MeetingChanges
    from trygghetsrad.ui.hub import Hub
    from trygghetsrad.ui.meetings.lines import MeetingLine


class MeetingsPage(Page):
    """Lists a year's meetings, shows one in the panel, and plans a whole year."""

    SHOWS: ClassVar[Changed] = (
        Changed.MEETINGS | Changed.MINUTES | Changed.COUNCIL | Changed.DOCUMENTS | Changed.TODAY
    )

    def __init__(self, council: OpenCouncil, hub: Hub, now: Callable[[], datetime]) -> None:
        super().__init__(council, hub, now)
        self._lookup = Lookup(council)
        self._year = 0
        self._shown_id = 0
        self.empty = EmptyState(
            Icon.PEOPLE_TEAM,
            self.tr("Inga möten än"),
            self.tr(
                "Planera årets fyra möten på en gång. Programmet föreslår datum som inte krockar med röda"
                " dagar eller veckor ni undviker, fyller i dagordningen och påminner när kallelsen ska ut."
            ),
            primary=self.tr("Planera årets möten"),
            primary_icon=Icon.CALENDAR_ADD,
            secondary=self.tr("Lägg till ett möte"),
        )
        self.list = ListView(PageWork(self))
        self.planning = PlanningView()
        self._is_planning = False
        body = column(self, gap=0)
        body.addWidget(self.empty, 1)
        body.addWidget(self.list, 1)
        body.addWidget(self.planning, 1)
        self._connect()

    # -- looking -------------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        meetings = self.council.meetings.every()
        self.planning.setVisible(self._is_planning)
        self.empty.setVisible(not meetings and not self._is_planning)
        self.list.setVisible(bool(meetings) and not self._is_planning)
        if self._is_planning:
            self._show_plan()
            self.title_changed.emit(self.tr("Planera årets möten"), str(self.planning.habits.year()))
        else:
            self._show_year(meetings)
            self.title_changed.emit(self.tr("Möten"), str(self._year) if meetings else "")

    @override
    def open_item(self, item_id: int) -> None:
        """Select a meeting in its year and show its panel."""
        self.do(lambda: self._select(item_id))

    def _select(self, meeting_id: int) -> None:
        self._year = self.council.meetings.get(meeting_id).day.year
        self._is_planning = False
        self._shown_id = meeting_id
        self.refresh()
        self.list.select(meeting_id)
        self._show_panel(meeting_id)

    @override
    def commit_pending(self) -> None:
        for line in self.findChildren(CommitEdit):
            line.commit()
        for text in self.findChildren(GrowingEdit):
            text.commit()

    @override
    def take_focus(self) -> None:
        if self._is_planning:
            self.planning.habits.count.box.setFocus()
            self.planning.habits.count.box.selectAll()
        elif not self.list.isHidden():
            self.list.table.setFocus()
        elif self.empty.primary:
            self.empty.primary.setFocus()

    def _show_year(self, meetings: Sequence[Meeting]) -> None:
        today = self.now().date()
        years = {*years_worth_a_look(today), *(meeting.day.year for meeting in meetings)}
        if self._year not in years:
            coming = coming_meeting(meetings, today)
            self._year = coming.day.year if coming else today.year
        self.list.show_years(sorted(years, reverse=True), self._year)
        lines = self._lookup.lines(meetings, self._year, today)
        self.list.show_lines(lines, self._year, today)
        self._follow_shown(lines)

    # -- the panel -----------------------------------------------------------------------------

    def _follow_shown(self, lines: Sequence[MeetingLine]) -> None:
        """Keep the open panel up to date; close it when its meeting is gone."""
        if self.list.panel.isHidden():
            return
        if any(line.meeting.id == self._shown_id for line in lines):
            self._show_panel(self._shown_id)
        else:
            self.list.panel.hide()

    def _show_panel(self, meeting_id: int) -> None:
        self._shown_id = meeting_id
        self.list.panel.show_meeting(self._lookup.details(meeting_id, self.now().date()))
        self.list.panel.show()

    def _choose(self, line: MeetingLine | None) -> None:
        if line is None:
            self.list.panel.hide()
        else:
            self._show_panel(line.meeting.id)

    def _choose_year(self, year: int) -> None:
        self._year = year
        self.list.panel.hide()
        self.refresh()

    # -- deeds ---------------------------------------------------------------------------------

    @Slot()
    def start_planning(self, year: int | None = None) -> None:
        """Propose the meetings of a year; without one the next from October on, else this one."""
        self.commit_pending()
        today = self.now().date()
        self._is_planning = True
        self.planning.forget()
        wanted = year or years_worth_a_look(today)[-1]
        self.planning.habits.show_years(sorted({today.year, today.year + 1, wanted}), wanted)
        self.refresh()
        self.take_focus()

    def stop_planning(self) -> None:
        """Go back to the list; the council's habits are kept, the proposals are not."""
        self.commit_pending()
        self._is_planning = False
        self.refresh()
        self.take_focus()

    def _show_plan(self) -> None:
        habits = self.planning.habits
        self.planning.show_plan(self._lookup.plan(habits.year(), habits.count.value(), self.now().date()))

    def _change_habits(self, changes: CouncilChanges) -> None:
        if not self.do(lambda: self.council.council.change(**changes)):
            self.refresh()

    def _lay_in(self, proposed: Sequence[ProposedMeeting]) -> None:
        """Put the meetings in the year and show it."""
        self.commit_pending()
        proposed = self.planning.proposals.proposals()
        count = plural(len(proposed), self.tr("möte är inlagt"), self.tr("möten är inlagda"))
        self._is_planning = False
        self._year = proposed[0].day.year
        if not self.do(lambda: self.council.meetings.plan(proposed), toast=count):
            self._is_planning = True
        self.refresh()
        self.list.table.setFocus()

    def add_meeting(self) -> None:
        """Add a meeting on the next usual weekday that suits, and let its day be typed over."""
        self.commit_pending()
        day = self._lookup.next_free_day(self.now().date())
        added: list[int] = []
        if self.do(
            lambda: added.append(self.council.meetings.add(day)),
            toast=self.tr("Mötet är inlagt {day}").format(day=long_day(day)),
        ):
            self.open_item(added[0])
            self.list.panel.focus_day()

    def _change(self, changes: MeetingChanges) -> None:
        meeting_id = self._shown_id
        day = changes.get("day")
        toast = self.tr("Mötet är flyttat till {day}").format(day=long_day(day)) if day else ""
        if day:
            # The list follows a meeting that leaves its year.
            self._year = day.year
        if not self.do(lambda: self.council.meetings.change(meeting_id, **changes), toast=toast):
            self.refresh()
        elif day:
            self.list.select(meeting_id)

    def _cancel(self, reason: str) -> None:
        if self.do(
            lambda: self.council.meetings.cancel(self._shown_id, reason), toast=self.tr("Mötet är inställt")
        ):
            self.list.panel.show_notice()

    def _reinstate(self) -> None:
        self.do(lambda: self.council.meetings.reinstate(self._shown_id), toast=self.tr("Mötet hålls ändå"))

    def _remove_shown(self) -> None:
        self._remove(self._shown_id)

    def _remove_line(self, line: MeetingLine) -> None:
        self._remove(line.meeting.id)

    def _remove(self, meeting_id: int) -> None:
        label = self.council.meetings.get(meeting_id).label
        self.do(
            lambda: self.council.meetings.remove(meeting_id),
            toast=self.tr("{meeting} är borttaget").format(meeting=label),
        )

    def _open_line(self, line: MeetingLine) -> None:
        self.open_requested.emit("meeting", line.meeting.id)

    def _open_shown(self) -> None:
        self.open_requested.emit("meeting", self._shown_id)

    def _ask_documents(self) -> None:
        self.open_requested.emit("documents", self._shown_id)

    def _connect(self) -> None:
        for button, deed in (
            (self.empty.primary, self.start_planning),
            (self.empty.secondary, self.add_meeting),
        ):
            if button:
                button.clicked.connect(deed)
        self.planning.closed.connect(self.stop_planning)
        self.planning.planned.connect(self._lay_in)
        self.planning.habits.changed.connect(self._change_habits)
        self.planning.habits.asked.connect(self.refresh)
        view, panel = self.list, self.list.panel
        view.chosen.connect(self._choose)
        view.opened.connect(self._open_line)
        view.removed.connect(self._remove_line)
        view.year_chosen.connect(self._choose_year)
        view.plan_asked.connect(self.start_planning)
        view.add_asked.connect(self.add_meeting)
        panel.changed.connect(self._change)
        panel.open_asked.connect(self._open_shown)
        panel.documents_asked.connect(self._ask_documents)
        panel.cancel_asked.connect(self._cancel)
        panel.reinstate_asked.connect(self._reinstate)
        panel.remove_asked.connect(self._remove_shown)
        QShortcut(QKeySequence(QKeySequence.StandardKey.New), self).activated.connect(self.add_meeting)
