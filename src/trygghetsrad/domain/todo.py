"""One sentence about what is due for the next meeting, and whether it is late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.dates import relative, short_day
from trygghetsrad.domain.meetings import MeetingStep, MinutesState

if TYPE_CHECKING:
    from datetime import date

    from trygghetsrad.domain.meetings import Meeting
    from trygghetsrad.domain.planning import Deadlines


def what_is_due(meeting: Meeting, step: MeetingStep, days: Deadlines, today: date) -> tuple[str, bool]:
    """Return the sentence and whether its day has passed; late is said plainly, blame never."""
    if step is MeetingStep.AGENDA:
        return f"Gör klar dagordningen, kallelsen ska ut {_when(days.notice, today)}.", days.notice < today
    if step is MeetingStep.NOTICE:
        return _notice(meeting, days, today), days.notice < today
    if step is MeetingStep.MEETING:
        return _meeting(meeting, today)
    if step is MeetingStep.MINUTES:
        return (
            f"Skriv klart protokollet. Det ska vara justerat {_when(days.verified, today)}.",
            days.verified < today,
        )
    if meeting.minutes_state is MinutesState.SENT_FOR_VERIFICATION:
        return (
            f"Protokollet väntar på justering, senast {_when(days.verified, today)}.",
            days.verified < today,
        )
    return "Allt är klart med mötet.", False


def _notice(meeting: Meeting, days: Deadlines, today: date) -> str:
    if meeting.notice_issued_on is not None:
        return "Kallelsen är gjord. Markera den som skickad när den har gått i väg."
    return f"Skicka kallelsen senast {_when(days.notice, today)}."


def _meeting(meeting: Meeting, today: date) -> tuple[str, bool]:
    if meeting.is_ongoing:
        return "Mötet pågår.", False
    return f"Mötet är {relative(meeting.day, today)}.", meeting.day < today


def _when(day: date, today: date) -> str:
    """Return "i morgon, 24 november" or "11 december"; near days are named both ways."""
    near = relative(day, today)
    return short_day(day) if near == day.isoformat() else f"{near}, {short_day(day)}"
