"""What the page Möten asks the council file: lines, details, days that suit, a year's plan."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from trygghetsrad.domain.meetings import MeetingState
from trygghetsrad.domain.planning import next_suitable_day
from trygghetsrad.ui.meetings.day_advice import Surroundings
from trygghetsrad.ui.meetings.due_days import Asked
from trygghetsrad.ui.meetings.lines import AHEAD, MeetingLine, next_deed
from trygghetsrad.ui.meetings.panel import MeetingDetails
from trygghetsrad.ui.meetings.planning_view import YearPlan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.attachments import Attachment
    from trygghetsrad.domain.meetings import Meeting

# From October on the coming year is what wants planning.
_PLANNING_SEASON = 10


class Lookup:
    """Looks only; every question is asked of the file anew."""

    def __init__(self, council: OpenCouncil) -> None:
        self._council = council

    def lines(self, meetings: Sequence[Meeting], year: int, today: date) -> list[MeetingLine]:
        """Return a year's meetings as the list shows them."""
        coming = coming_meeting(meetings, today)
        return [
            self._line(meeting, today, is_next=meeting is coming)
            for meeting in meetings
            if meeting.day.year == year
        ]

    def details(self, meeting_id: int, today: date) -> MeetingDetails:
        """Return one meeting as the panel shows it. Raises NotFound."""
        meeting = self._council.meetings.get(meeting_id)
        return MeetingDetails(
            meeting=meeting,
            around=self._around(meeting.day.year, today, but=meeting_id),
            days=self._council.overview.deadlines(meeting),
            notice_is_outdated=self._notice_is_outdated(meeting, today),
            asked=self._asked(meeting),
            papers=self._papers(meeting_id),
        )

    def plan(self, year: int, count: int, today: date) -> YearPlan:
        """Return what a year's planning starts from."""
        meetings = self._council.meetings.of_year(year)
        return YearPlan(
            year=year,
            council=self._council.council.get(),
            existing=tuple(one for one in meetings if one.state is not MeetingState.CANCELLED),
            around=self._around(year, today),
            proposed=self._council.meetings.propose(year, count, today),
        )

    def next_free_day(self, today: date) -> date:
        """Return the first usual weekday that suits and leaves time for the notice."""
        council = self._council.council.get()
        around = self._around(today.year, today)
        earliest = today + timedelta(council.notice_days)
        return next_suitable_day(earliest, around.rules, weekday=council.usual_weekday, taken=around.taken)

    def _line(self, meeting: Meeting, today: date, *, is_next: bool) -> MeetingLine:
        days = self._council.overview.deadlines(meeting)
        outdated = self._notice_is_outdated(meeting, today)
        deed = next_deed(meeting, days, today, notice_is_outdated=outdated)
        return MeetingLine(meeting=meeting, deed=deed, is_next=is_next)

    def _asked(self, meeting: Meeting) -> Asked:
        council = self._council.council.get()
        request = self._council.documents.newest(meeting.uid).get("arendeforfragan")
        return Asked(
            for_items=council.items_days > 0,
            asked_on=request.sent_on if request else None,
            for_approval=council.chair_approves,
        )

    def _papers(self, meeting_id: int) -> tuple[Attachment, ...]:
        every = self._council.attachments.of_meeting(meeting_id)
        return tuple(paper for paper in every if paper.item_id is None)

    def _around(self, year: int, today: date, *, but: int = 0) -> Surroundings:
        taken = (
            one.day
            for one in self._council.meetings.every()
            if one.id != but and one.state is not MeetingState.CANCELLED
        )
        return Surroundings(rules=self._council.meetings.rules(year), taken=frozenset(taken), today=today)

    def _notice_is_outdated(self, meeting: Meeting, today: date) -> bool:
        """Tell whether people must be told; nobody is called to a day that has passed."""
        is_off = meeting.state is MeetingState.CANCELLED
        is_of_use = is_off or (meeting.state in AHEAD and meeting.day >= today and not meeting.is_ongoing)
        if meeting.notice_issued_on is None or not is_of_use:
            return False
        choices = self._council.documents.choices(meeting.id)
        return any(one.kind == "kallelse" and one.is_outdated for one in choices)


def coming_meeting(meetings: Sequence[Meeting], today: date) -> Meeting | None:
    """Return the first meeting still to be held, today's included."""
    return next((one for one in meetings if one.state in AHEAD and one.day >= today), None)


def years_worth_a_look(today: date) -> tuple[int, ...]:
    """Return the years to show also without meetings; the last is the one to plan."""
    return (today.year, today.year + 1) if today.month >= _PLANNING_SEASON else (today.year,)
