"""One sentence about what is due for the next meeting, and whether it is late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.dates import relative, short_day
from trygghetsrad.domain.meetings import MeetingState, MeetingStep, MinutesState

if TYPE_CHECKING:
    from datetime import date

    from trygghetsrad.domain.meetings import Meeting
    from trygghetsrad.domain.planning import Deadlines


TO_COME = frozenset({MeetingState.PLANNED, MeetingState.CALLED})


def what_is_due(meeting: Meeting, step: MeetingStep, days: Deadlines, today: date) -> tuple[str, bool]:
    """Return the sentence and whether its day has passed; late is said plainly, blame never."""
    if meeting.state in TO_COME and meeting.day < today and not meeting.is_ongoing:
        when = relative(meeting.day, today)
        return f"Mötet skulle ha hållits {when}. Avsluta det eller ställ in det.", True
    if step is MeetingStep.MEETING:
        return _meeting(meeting, today), False
    if step in {MeetingStep.AGENDA, MeetingStep.NOTICE}:
        return _before(meeting, step, days, today), days.notice < today
    return _after(meeting, step, days, today)


def _before(meeting: Meeting, step: MeetingStep, days: Deadlines, today: date) -> str:
    if step is MeetingStep.AGENDA:
        if days.notice < today:
            return f"Gör klar dagordningen. Kallelsen skulle ha gått ut {short_day(days.notice)}."
        return f"Gör klar dagordningen, kallelsen ska ut {_when(days.notice, today)}."
    return _notice(meeting, days, today)


def _after(meeting: Meeting, step: MeetingStep, days: Deadlines, today: date) -> tuple[str, bool]:
    late = days.verified < today
    if step is MeetingStep.MINUTES:
        return _minutes(meeting, days.verified, today), late
    if meeting.minutes_state is MinutesState.SENT_FOR_VERIFICATION:
        return _verification(meeting, days.verified, today), late
    return "Allt är klart med mötet.", False


def _minutes(meeting: Meeting, by: date, today: date) -> str:
    if meeting.minutes_kind is MinutesKind.NOTES:
        return _by("Skriv klart minnesanteckningarna", by, today)
    if by < today:
        return f"Skriv klart protokollet. Det skulle vara justerat {short_day(by)}."
    return f"Skriv klart protokollet. Det ska vara justerat {_when(by, today)}."


def _verification(meeting: Meeting, by: date, today: date) -> str:
    if meeting.minutes_kind is MinutesKind.NOTES:
        return _by("Markera minnesanteckningarna som klara", by, today)
    return _by("Protokollet väntar på justering", by, today)


def _by(words: str, day: date, today: date) -> str:
    """Say when something should be done, or plainly that the day has passed."""
    if day < today:
        return f"{words}. Sista dagen var {short_day(day)}."
    return f"{words}, senast {_when(day, today)}."


def _notice(meeting: Meeting, days: Deadlines, today: date) -> str:
    if meeting.notice_issued_on is not None:
        return "Kallelsen är gjord. Markera den som skickad när den har gått i väg."
    if days.notice < today:
        return f"Skicka kallelsen. Sista dagen var {short_day(days.notice)}."
    return f"Skicka kallelsen senast {_when(days.notice, today)}."


def _meeting(meeting: Meeting, today: date) -> str:
    return "Mötet pågår." if meeting.is_ongoing else f"Mötet är {relative(meeting.day, today)}."


def _when(day: date, today: date) -> str:
    """Return "i morgon, 24 november" or "11 december"; near days are named both ways."""
    near = relative(day, today)
    return short_day(day) if near == day.isoformat() else f"{near}, {short_day(day)}"
