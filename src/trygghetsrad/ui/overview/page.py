"""The first page: what is next, what is late, and the button that is already the right one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.dates import iso, long_day, week_text
from trygghetsrad.domain.gaps import gaps
from trygghetsrad.ui.overview.actions_card import ActionsCard
from trygghetsrad.ui.overview.gaps_card import GapsCard
from trygghetsrad.ui.overview.meeting_card import MeetingCard
from trygghetsrad.ui.overview.next_step import Deed, next_step
from trygghetsrad.ui.overview.setup_card import SetupCard
from trygghetsrad.ui.overview.year_card import YearCard
from trygghetsrad.ui.page import Page
from trygghetsrad.ui.theme import column, follow_look, look, row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from PySide6.QtGui import QResizeEvent

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.documents import DocumentChoice
    from trygghetsrad.domain.meetings import Meeting
    from trygghetsrad.domain.overview import Overview
    from trygghetsrad.domain.people import Member
    from trygghetsrad.ui.hub import Hub

_FOLDS_BELOW = 1000
_SIDE, _SETUP, _ANY = 312, 820, 16_777_215
# Heights at 100 %: the other cards with three actions, and one more row.
_WITH_THREE, _ROW = 592, 49
_FEWEST, _MOST = 2, 9
_CARDS = 4


class OverviewPage(Page):
    """Three cards, and beside them what is to be completed; a new council gets its first steps instead."""

    SHOWS = Changed.everything()

    def __init__(self, council: OpenCouncil, hub: Hub, now: Callable[[], datetime]) -> None:
        super().__init__(council, hub, now)
        self._folded = False
        self._overview: Overview | None = None
        self._notice: DocumentChoice | None = None
        self.setup_card = SetupCard()
        self.meeting_card = MeetingCard(self._today())
        self.actions_card = ActionsCard()
        self.year_card = YearCard(self._today())
        self.gaps_card = GapsCard()
        self._lay_out()
        self._connect()
        follow_look(self._fold)

    @override
    def arrive(self) -> None:
        self._tell_title()
        super().arrive()

    @override
    def refresh(self) -> None:
        self._tell_title()
        today = self._today()
        self._overview = shown = self.council.overview.overview(today)
        members = self.council.people.members(today)
        meetings = self.council.meetings.every()
        absent = self.council.invitations.absent(today)
        is_new = not members or not meetings
        self._show_setup(shown, members, meetings, is_new=is_new)
        self._show_meeting(shown)
        self._show_year(shown, meetings)
        self.gaps_card.show_gaps(
            (
                *shown.preparing,
                *shown.reminders,
                *gaps(shown.council, members, shown.actions, meetings, today, absent),
            ),
            self._most_gaps(),
        )
        self.gaps_card.setVisible(not is_new)
        self.actions_card.setVisible(bool(shown.actions) or not is_new)
        self._show_actions()

    # -- showing -------------------------------------------------------------------------------

    def _tell_title(self) -> None:
        today = self._today()
        day = long_day(today)
        self.title_changed.emit(self.tr("Översikt"), f"{day[:1].upper()}{day[1:]}, {week_text(today)}")

    def _show_setup(
        self, shown: Overview, members: Sequence[Member], meetings: Sequence[Meeting], *, is_new: bool
    ) -> None:
        self.setup_card.setVisible(is_new)
        self.setup_card.show_done((bool(members), bool(meetings), bool(shown.council.address_lines)))

    def _show_meeting(self, shown: Overview) -> None:
        found = shown.next_meeting
        self.meeting_card.setVisible(found is not None)
        if found is None:
            return
        choices = self.council.documents.choices(found.meeting.id)
        self._notice = next((one for one in choices if one.kind == "kallelse"), None)
        step = next_step(found.meeting, found.step, self._notice, self._today())
        self.meeting_card.show_meeting(shown.council.name, found, step, self._today())

    def _show_year(self, shown: Overview, meetings: Sequence[Meeting]) -> None:
        today = self._today()
        next_id = shown.next_meeting.meeting.id if shown.next_meeting else None
        planned = any(one.day.year > today.year for one in meetings)
        # A council founded in autumn has its first meetings next year, and this year nothing to show.
        coming = shown.next_meeting.meeting.day.year if shown.next_meeting else today.year
        year = today.year if shown.meetings else coming
        of_year = shown.meetings or [one for one in meetings if one.day.year == year]
        self.year_card.show_year(year, of_year, next_id, today, next_is_planned=planned)
        self.year_card.setVisible(bool(meetings))

    def _show_actions(self) -> None:
        if self._overview is not None:
            shown = self._overview
            self.actions_card.show_actions(shown.actions, shown.overdue, self._today(), self._most_actions())

    def _most_actions(self) -> int:
        """Return how many rows there is room for without scrolling."""
        if self._folded:
            return _FEWEST + 1
        spare = self.height() / look().factor - _WITH_THREE
        return min(max(_FEWEST + 1 + int(spare // _ROW), _FEWEST), _MOST)

    def _most_gaps(self) -> int:
        return max(int((self.height() / look().factor - 90) // 52), 5)

    # -- doing ---------------------------------------------------------------------------------

    @Slot(object)
    def _do_deed(self, deed: Deed) -> None:
        found = self._overview.next_meeting if self._overview else None
        if found is None:
            return
        if deed is Deed.MARK_SENT:
            self._mark_sent()
        else:
            kind = "meeting" if deed is Deed.MEETING else "documents"
            self.open_requested.emit(kind, found.meeting.id)

    def _mark_sent(self) -> None:
        latest = self._notice.latest if self._notice else None
        if latest is not None:
            today = self._today()
            words = self.tr("Kallelsen är markerad som skickad {day}").format(day=iso(today))
            self.do(lambda: self.council.documents.mark_sent(latest.id, today), toast=words)

    @Slot(int)
    def _open_action(self, action_id: int) -> None:
        self.open_requested.emit("action", action_id)

    @Slot()
    def _open_actions(self) -> None:
        self.open_requested.emit("actions", 0)

    @Slot(int)
    def _plan(self, year: int) -> None:
        self.open_requested.emit("plan", year)

    @Slot(str)
    def _set_up(self, kind: str) -> None:
        self.open_requested.emit(kind, 0)

    def _today(self) -> date:
        return self.now().date()

    # -- laying out ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._left = column(gap=12)
        for card in (self.setup_card, self.meeting_card, self.actions_card, self.year_card):
            card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            self._left.addWidget(card)
        self._left.addStretch(1)
        self._whole = row(self, gap=12, edge=(20, 14, 20, 12))
        self._whole.addLayout(self._left, 1)
        self._whole.addWidget(self.gaps_card)

    def _connect(self) -> None:
        self.setup_card.asked.connect(self._set_up)
        self.meeting_card.asked.connect(self._do_deed)
        self.actions_card.opened.connect(self._open_action)
        self.actions_card.all_asked.connect(self._open_actions)
        self.year_card.plan_asked.connect(self._plan)
        self.gaps_card.asked.connect(self.open_requested)

    def _fold(self) -> None:
        self._folded = self.width() / look().factor < _FOLDS_BELOW
        if self._folded:
            self._left.insertWidget(_CARDS, self.gaps_card)
        else:
            self._whole.addWidget(self.gaps_card)
        self.gaps_card.setMinimumWidth(0 if self._folded else look().px(_SIDE))
        self.gaps_card.setMaximumWidth(_ANY if self._folded else look().px(_SIDE))
        self.setup_card.setMaximumWidth(look().px(_SETUP))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
        self._show_actions()
