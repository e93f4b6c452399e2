"""The meetings of one year: years to choose from, the rows, the year as a line, and the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trygghetsrad.domain.meetings import MeetingState
from trygghetsrad.ui.components.buttons import primary_button, secondary_button
from trygghetsrad.ui.components.choices import ChipGroup
from trygghetsrad.ui.components.details_panel import PanelHost
from trygghetsrad.ui.components.empty_state import EmptyState
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.components.year_strip import PointState, YearPoint, YearStrip
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.meetings.panel import MeetingPanel
from trygghetsrad.ui.meetings.table import MeetingsTable
from trygghetsrad.ui.theme import column, look, row

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from trygghetsrad.ui.components.paper_work import PaperWork
    from trygghetsrad.ui.meetings.lines import MeetingLine

PAGE_EDGE = (20, 14, 20, 12)
# What stands around the rows when the line of the year is shown, and from where buttons have their words.
_AROUND_ROWS, _WORDS_FROM = 210, 620


class ListView(QWidget):
    """Shows; the page decides. chosen carries a line, or None when nothing is selected."""

    chosen = Signal(object)
    opened = Signal(object)
    removed = Signal(object)
    year_chosen = Signal(int)
    plan_asked = Signal()
    add_asked = Signal()

    def __init__(self, work: PaperWork) -> None:
        super().__init__()
        self.years = ChipGroup(self.tr("År"))
        self.plan_button = secondary_button(self.tr("Planera årets möten"), Icon.CALENDAR_ADD)
        self.add_button = primary_button(self.tr("Lägg till ett möte"), Icon.ADD)
        self.add_button.set_hint("Ctrl+N")
        self.table = MeetingsTable()
        self.no_meetings = EmptyState(
            Icon.CALENDAR_LTR,
            self.tr("Inga möten det här året"),
            self.tr("Programmet föreslår dagar som inte krockar med röda dagar eller veckor ni undviker."),
            primary=self.tr("Planera årets möten"),
            primary_icon=Icon.CALENDAR_ADD,
        )
        self._strip = YearStrip(2000)
        self._year_card = Card(edge=(16, 10, 16, 12), gap=4)
        self._year_card.add(self._strip)
        self.panel = MeetingPanel(work)
        self._refreshing = False
        self._year = 0
        self._lay_out()
        self._connect()

    def show_years(self, years: Sequence[int], year: int) -> None:
        """Show these years, one of them chosen."""
        self.years.set_chips([(str(one), str(one), None) for one in years])
        self.years.select(str(year))

    def show_lines(self, lines: Sequence[MeetingLine], year: int, today: date) -> None:
        """Show the meetings of a year."""
        self._refreshing = True
        self.table.show_rows(lines)
        self._refreshing = False
        self.table.setVisible(bool(lines))
        self.no_meetings.setVisible(not lines)
        self._strip.set_points(year, [_point(line) for line in lines], today)
        self._fold()
        if year != self._year:
            self._year = year
            self.table.show_next()

    def select(self, meeting_id: int) -> bool:
        """Select the row of a meeting; False when the year shown does not have it."""
        return self.table.select_key(meeting_id)

    def _lay_out(self) -> None:
        tools = row(gap=8)
        tools.addWidget(self.years, 1)
        tools.addWidget(self.plan_button)
        tools.addWidget(self.add_button)
        main = _Main()
        main.resized.connect(self._fold)
        body = column(main, gap=12, edge=PAGE_EDGE)
        body.addLayout(tools)
        body.addWidget(self.table, 100)
        body.addWidget(self.no_meetings, 100)
        body.addWidget(self._year_card)
        body.addStretch(1)
        self._main = main
        column(self, gap=0).addWidget(PanelHost(main, self.panel))

    def _connect(self) -> None:
        self.years.chosen.connect(self._tell_year)
        self.plan_button.clicked.connect(self.plan_asked)
        self.add_button.clicked.connect(self.add_asked)
        if self.no_meetings.primary:
            self.no_meetings.primary.clicked.connect(self.plan_asked)
        self.table.chosen.connect(self._tell_chosen)
        self.table.clicked.connect(self._tell_clicked)
        self.table.space_pressed.connect(self.chosen)
        self.table.opened.connect(self.opened)
        self.table.delete_pressed.connect(self.removed)
        self.panel.closed.connect(self.table.setFocus)

    def _tell_year(self, key: str) -> None:
        self.year_chosen.emit(int(key))

    def _tell_chosen(self, line: object) -> None:
        if not self._refreshing:
            self.chosen.emit(line)

    def _tell_clicked(self, index: QModelIndex) -> None:
        # A row that is already selected says nothing when it is clicked, though its panel may be closed.
        if self.panel.isHidden():
            self.chosen.emit(self.table.row_at(index))

    def _fold(self) -> None:
        factor = look().factor
        room = self._main.height() / factor - _AROUND_ROWS
        has_rows = self.table.model().rowCount() > 0
        self._year_card.setVisible(has_rows and self.table.maximumHeight() / factor <= room)
        folded = self._main.width() / factor < _WORDS_FROM
        self.plan_button.fold(folded=folded)


class _Main(QWidget):
    """The part beside the panel, which tells when it has more or less room."""

    resized = Signal()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


def _point(line: MeetingLine) -> YearPoint:
    meeting = line.meeting
    state = PointState.NEXT if line.is_next else PointState.COMING
    if meeting.state is MeetingState.CANCELLED:
        state = PointState.CANCELLED
    elif meeting.state is MeetingState.HELD:
        state = PointState.DONE
    return YearPoint(label=meeting.short_label, day=meeting.day, state=state)
