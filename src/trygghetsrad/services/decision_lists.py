"""What the council decided in a period."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from trygghetsrad.domain.papers import DecidedItem, DecidingMeeting, DecisionListFacts
from trygghetsrad.services.letterhead import letterhead_of, meeting_facts_of, words_of
from trygghetsrad.services.live import live
from trygghetsrad.services.minutes_facts import minutes_facts
from trygghetsrad.services.minutes_now import are_settled
from trygghetsrad.services.reading import council_of
from trygghetsrad.services.room import room_of
from trygghetsrad.store.schema import MeetingRow

if TYPE_CHECKING:
    from trygghetsrad.domain.meetings import MeetingRoom
    from trygghetsrad.services.paper_choosing import PaperOrder


def decision_list_facts(order: PaperOrder) -> DecisionListFacts:
    """Return every decision of the period, as the minutes have it; a period with one end is a year."""
    council = council_of(order.session)
    since = order.options.since or date(order.today.year, 1, 1)
    until = order.options.until or date(order.today.year, 12, 31)
    rows = order.session.scalars(
        live(MeetingRow)
        .where(MeetingRow.day >= since, MeetingRow.day <= until, MeetingRow.started.is_not(None))
        .order_by(MeetingRow.day, MeetingRow.id)
    )
    return DecisionListFacts(
        letterhead=letterhead_of(order.session, council),
        words=words_of(council),
        since=since,
        until=until,
        as_of=order.today,
        meetings=tuple(_meeting(order, room_of(order.session, row.id)) for row in rows),
    )


def _meeting(order: PaperOrder, room: MeetingRoom) -> DecidingMeeting:
    return DecidingMeeting(
        meeting=meeting_facts_of(room.meeting),
        settled=are_settled(room),
        items=tuple(
            DecidedItem(
                label=item.label,
                title=item.title,
                registry_number=item.registry_number,
                decisions=item.decisions,
                confidential=item.confidential,
            )
            for item in minutes_facts(order.session, room).items
            if item.decisions
        ),
    )
