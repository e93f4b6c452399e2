"""The days around a meeting, as the council's lead times and the red days have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.planning import Deadlines, LeadTimes, deadlines
from trygghetsrad.services.red_days import red_days

if TYPE_CHECKING:
    from trygghetsrad.domain.council import Council
    from trygghetsrad.domain.meetings import Meeting


def days_around(meeting: Meeting, council: Council) -> Deadlines:
    lead = LeadTimes(
        ask_items=council.items_days,
        material_stop=council.material_days,
        notice=council.notice_days,
        verified=council.verification_days,
    )
    year = meeting.day.year
    return deadlines(meeting.day, lead, red_days((year - 1, year, year + 1)))
