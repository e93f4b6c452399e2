"""The facts of the ärendeförfrågan: when and to whom the members answer, and what stands there already."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from typing import TYPE_CHECKING

from trygghetsrad.domain.calendar import last_workday
from trygghetsrad.domain.meetings import ItemOrigin
from trygghetsrad.domain.papers import ItemRequestFacts
from trygghetsrad.services.lead_days import days_around
from trygghetsrad.services.letterhead import letterhead_of, meeting_facts_of, words_of
from trygghetsrad.services.notices import absence_report
from trygghetsrad.services.reading import council_of
from trygghetsrad.services.red_days import red_days

if TYPE_CHECKING:
    from datetime import date

    from trygghetsrad.domain.council import Council
    from trygghetsrad.domain.meetings import Meeting
    from trygghetsrad.services.paper_choosing import PaperOrder


_DAY = timedelta(days=1)


def item_request_facts(order: PaperOrder) -> ItemRequestFacts:
    """Return the question as it would be asked today; points that stand on every agenda are not told."""
    session, room = order.session, order.meeting
    council = council_of(session)
    contact = absence_report(session, room, council)
    return ItemRequestFacts(
        letterhead=letterhead_of(session, council),
        words=words_of(council),
        meeting=dataclasses.replace(
            meeting_facts_of(room.meeting), starts=room.meeting.starts, ends=room.meeting.ends
        ),
        issued_on=order.today,
        theme=room.meeting.theme,
        answer_by=answer_by(council, room.meeting, order.today),
        to=contact.to,
        contact=contact.contact,
        items=tuple(item.title for item in room.items if item.origin is not ItemOrigin.STANDING),
    )


def answer_by(council: Council, meeting: Meeting, today: date) -> date:
    """Return the last day for answers: when the papers are due, as long as that lies ahead.

    A late question is answered on the last workday before the notice, else before the meeting; tomorrow when
    no such day is left, and never on the day of the meeting.
    """
    days = days_around(meeting, council)
    red = red_days((meeting.day.year - 1, meeting.day.year))
    before = (last_workday(edge - _DAY, red) for edge in (days.notice, meeting.day))
    ahead = [day for day in (days.material_stop, *before) if day > today]
    if ahead:
        return ahead[0]
    return today + _DAY if today + _DAY < meeting.day else today
