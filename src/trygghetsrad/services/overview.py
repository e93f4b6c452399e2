"""What stands on Översikt and what `status` tells: what is next, what is late, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.actions import is_overdue
from trygghetsrad.domain.agreement_reminders import agreement_gaps
from trygghetsrad.domain.board_matters import matter_gaps
from trygghetsrad.domain.counting import listed, plural
from trygghetsrad.domain.gaps import Gap
from trygghetsrad.domain.grants import grant_gaps
from trygghetsrad.domain.meetings import MeetingState, MeetingStep, agenda_text, current_step
from trygghetsrad.domain.overview import NextMeeting, Overview
from trygghetsrad.domain.preparing import NOTICE_PAPER, Preparation, to_prepare
from trygghetsrad.domain.todo import TO_COME, what_is_due
from trygghetsrad.services.lead_days import days_around

MOST_NAMED = 3
PRIVACY_PAPER = "paper:personuppgifter"

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from trygghetsrad.domain.documents import IssuedDocument
    from trygghetsrad.domain.meetings import Meeting
    from trygghetsrad.domain.planning import Deadlines
    from trygghetsrad.services.actions import ActionsService
    from trygghetsrad.services.agreements import AgreementsService
    from trygghetsrad.services.boards import BoardsService
    from trygghetsrad.services.council import CouncilService
    from trygghetsrad.services.delivery import DeliveryService
    from trygghetsrad.services.documents import DocumentsService
    from trygghetsrad.services.grants import GrantsService
    from trygghetsrad.services.meetings import MeetingsService


class OverviewService:
    """The whole council at a glance."""

    def __init__(
        self,
        council: CouncilService,
        meetings: MeetingsService,
        actions: ActionsService,
        documents: DocumentsService,
        delivery: Callable[[], DeliveryService],
        agreements: AgreementsService,
        boards: BoardsService,
        grants: GrantsService,
    ) -> None:
        """Delivery is asked for only where a notice has gone out."""
        self._council = council
        self._meetings = meetings
        self._actions = actions
        self._documents = documents
        self._delivery = delivery
        self._agreements = agreements
        self._boards = boards
        self._grants = grants

    def overview(self, today: date) -> Overview:
        """Return the next meeting with its step, the open actions, late first, and the year's meetings."""
        meeting = self._meetings.next(today)
        actions = self._actions.open_ones(today)
        every = self._meetings.every()
        return Overview(
            council=self._council.get(),
            next_meeting=self._next(meeting, today) if meeting else None,
            actions=actions,
            overdue=sum(1 for action in actions if is_overdue(action, today)),
            meetings=self._meetings.of_year(today.year),
            unsent=self._unsent(every, today),
            preparing=self._preparing(every, today),
            reminders=(
                *matter_gaps(self._boards.matters(), today),
                *agreement_gaps(self._agreements.every(), today),
                *grant_gaps(self._grants.every(), today),
            ),
        )

    def _preparing(self, meetings: Sequence[Meeting], today: date) -> tuple[Gap, ...]:
        """Return what is to be done now for meetings whose notice is not made."""
        council = self._council.get()
        waiting = [
            one
            for one in meetings
            if one.state is MeetingState.PLANNED
            and one.started is None
            and one.notice_issued_on is None
            and one.day > today
        ]
        found: list[Gap] = []
        for meeting in waiting:
            days = self.deadlines(meeting)
            if today < min(days.ask_items, days.material_stop):
                break
            found += to_prepare(self._preparation(meeting, days), council, today)
        return (*found, *self._newcomers(meetings, today), *self._uninformed(meetings, today))

    def _uninformed(self, meetings: Sequence[Meeting], today: date) -> Iterator[Gap]:
        """Offer the page about personal data with a notice that goes to somebody for the first time."""
        ahead = (
            one for one in meetings if one.state in TO_COME and one.day >= today and one.notice_issued_on
        )
        meeting = next(ahead, None)
        if meeting is None:
            return
        everybody = self._delivery().usual_recipients("personuppgifter", today)
        if count := sum(one.chosen for one in everybody):
            caption = f"{plural(count, 'person', 'personer')} har inte fått sidan om det"
            yield Gap(
                text="Informera om personuppgifter", caption=caption, kind=PRIVACY_PAPER, item_id=meeting.id
            )

    def _newcomers(self, meetings: Sequence[Meeting], today: date) -> Iterator[Gap]:
        """Tell of those who belong to a called meeting and have not got its notice."""
        called = [
            one
            for one in meetings
            if one.state is MeetingState.CALLED and one.day >= today and one.started is None
        ]
        papers = self._documents.issued() if called else ()
        for meeting in called:
            sent = (one for one in papers if one.kind == "kallelse" and one.about_uid == meeting.uid)
            newest = next(sent, None)
            if newest is not None and newest.sent_on is not None:
                names = self._delivery().untold(newest.id, today)
                if names:
                    text = f"{listed(names[:MOST_NAMED])} har inte fått kallelsen"
                    yield Gap(text=text, caption=meeting.label, kind=NOTICE_PAPER, item_id=meeting.id)

    def _preparation(self, meeting: Meeting, days: Deadlines) -> Preparation:
        latest = self._documents.newest(meeting.uid)
        return Preparation(
            meeting=meeting,
            days=days,
            request=latest.get("arendeforfragan"),
            to_chair=latest.get("dagordning"),
            agenda_now=agenda_text(self._meetings.agenda(meeting.id)),
        )

    def _unsent(self, meetings: Sequence[Meeting], today: date) -> tuple[IssuedDocument, ...]:
        """Return the newest notice of each meeting to come, as long as it is not marked as sent."""
        to_come = {one.uid for one in meetings if one.state is not MeetingState.HELD and one.day >= today}
        newest: dict[str, IssuedDocument] = {}
        for paper in self._documents.issued():  # the latest first
            if paper.kind == "kallelse" and paper.about_uid in to_come:
                newest.setdefault(paper.about_uid, paper)
        return tuple(paper for paper in newest.values() if paper.sent_on is None)

    def _next(self, meeting: Meeting, today: date) -> NextMeeting:
        step = current_step(meeting)
        days = self.deadlines(meeting)
        text, late = what_is_due(meeting, step or MeetingStep.VERIFIED, days, today)
        return NextMeeting(meeting=meeting, step=step, due_text=text, is_late=late)

    def deadlines(self, meeting: Meeting) -> Deadlines:
        """Return the days around a meeting, as the council's lead times have it."""
        return days_around(meeting, self._council.get())
