"""What is still to be asked and agreed before a notice goes out; it reminds and never stops anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trygghetsrad.domain.dates import short_day
from trygghetsrad.domain.gaps import Gap
from trygghetsrad.domain.meetings import MeetingState

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from trygghetsrad.domain.council import Council
    from trygghetsrad.domain.documents import IssuedDocument
    from trygghetsrad.domain.meetings import Meeting, MeetingRoom
    from trygghetsrad.domain.planning import Deadlines

ASKS, TO_CHAIR, NOTICE_PAPER = "paper:arendeforfragan", "paper:dagordning", "paper:kallelse"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """A meeting to come whose notice is not made, and what was sent about it before."""

    meeting: Meeting
    days: Deadlines
    request: IssuedDocument | None = None
    to_chair: IssuedDocument | None = None
    agenda_now: str = ""


def awaits_chair(room: MeetingRoom, council: Council) -> bool:
    """Tell whether an agenda goes to the chair before anybody is called."""
    is_ahead = room.meeting.state is MeetingState.PLANNED and room.meeting.started is None
    return council.chair_approves and is_ahead and not room.approval_holds


def to_prepare(found: Preparation, council: Council, today: date) -> tuple[Gap, ...]:
    """Return what is to be done for a meeting now, in the order it is done."""
    return (*_items(found, council, today), *_approval(found, council, today))


def _items(found: Preparation, council: Council, today: date) -> Iterator[Gap]:
    """Ask from the day that is due until the papers should be in; afterwards it would be too late."""
    meeting, days = found.meeting, found.days
    if not council.items_days or not days.ask_items <= today < days.material_stop:
        return
    if found.request is None:
        text = "Fråga efter ärenden"
        caption = f"{meeting.label}, svar senast {short_day(days.material_stop)}"
        yield Gap(text=text, caption=caption, kind=ASKS, item_id=meeting.id)
    elif found.request.sent_on is None:
        caption = f"{meeting.label}, markera när den är det"
        yield Gap(text="Är ärendeförfrågan skickad?", caption=caption, kind=ASKS, item_id=meeting.id)


def _approval(found: Preparation, council: Council, today: date) -> Iterator[Gap]:
    meeting = found.meeting
    if not council.chair_approves or today < found.days.material_stop:
        return
    if meeting.approved_on is not None:
        if meeting.approved_agenda != found.agenda_now:
            text = "Dagordningen är ändrad"
            caption = f"{meeting.label}, efter godkännandet"
            yield Gap(text=text, caption=caption, kind=TO_CHAIR, item_id=meeting.id)
    elif found.to_chair is None or found.to_chair.sent_on is None:
        text = "Be ordföranden godkänna"
        caption = f"{meeting.label}, senast {short_day(found.days.notice)}"
        yield Gap(text=text, caption=caption, kind=TO_CHAIR, item_id=meeting.id)
    else:
        text = "Väntar på ordföranden"
        caption = f"Dagordningen skickad {short_day(found.to_chair.sent_on)}"
        yield Gap(text=text, caption=caption, kind="meeting", item_id=meeting.id)
