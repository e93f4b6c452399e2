"""One sentence about what is due: plain when there is time, plain when the day has passed."""

from __future__ import annotations

from datetime import date, time

import pytest

from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.meetings import Meeting, MeetingKind, MeetingState, MeetingStep, MinutesState
from trygghetsrad.domain.planning import Deadlines
from trygghetsrad.domain.todo import what_is_due

DAY = date(2026, 12, 8)
DAYS = Deadlines(
    ask_items=date(2026, 11, 10),
    material_stop=date(2026, 11, 24),
    notice=date(2026, 11, 27),
    last_notice=date(2026, 12, 1),
    verified=date(2026, 12, 22),
)
BEFORE, LATE = date(2026, 11, 23), date(2026, 11, 30)
AFTER, LONG_AFTER = date(2026, 12, 10), date(2026, 12, 28)


def a_meeting(state: MeetingState, **details: object) -> Meeting:
    return Meeting(
        id=4,
        uid="m4",
        day=DAY,
        starts=time(13),
        ends=time(15),
        place="Björken",
        link="",
        kind=MeetingKind.ORDINARY,
        state=state,
        **details,  # type: ignore[arg-type]
    )


AHEAD, HELD = a_meeting(MeetingState.PLANNED), a_meeting(MeetingState.HELD)
NOTES = a_meeting(MeetingState.HELD, minutes_kind=MinutesKind.NOTES)
OUT = a_meeting(MeetingState.HELD, minutes_state=MinutesState.SENT_FOR_VERIFICATION)


@pytest.mark.parametrize(
    ("meeting", "step", "today", "sentence", "late"),
    [
        (
            AHEAD,
            MeetingStep.AGENDA,
            BEFORE,
            "Gör klar dagordningen, kallelsen ska ut om 4 dagar, 27 november.",
            False,
        ),
        (
            AHEAD,
            MeetingStep.AGENDA,
            LATE,
            "Gör klar dagordningen. Kallelsen skulle ha gått ut 27 november.",
            True,
        ),
        (AHEAD, MeetingStep.NOTICE, BEFORE, "Skicka kallelsen senast om 4 dagar, 27 november.", False),
        (AHEAD, MeetingStep.NOTICE, LATE, "Skicka kallelsen. Sista dagen var 27 november.", True),
        (
            HELD,
            MeetingStep.MINUTES,
            AFTER,
            "Skriv klart protokollet. Det ska vara justerat om 12 dagar, 22 december.",
            False,
        ),
        (
            HELD,
            MeetingStep.MINUTES,
            LONG_AFTER,
            "Skriv klart protokollet. Det skulle vara justerat 22 december.",
            True,
        ),
        (
            NOTES,
            MeetingStep.MINUTES,
            LONG_AFTER,
            "Skriv klart minnesanteckningarna. Sista dagen var 22 december.",
            True,
        ),
        (
            OUT,
            MeetingStep.VERIFIED,
            AFTER,
            "Protokollet väntar på justering, senast om 12 dagar, 22 december.",
            False,
        ),
        (
            OUT,
            MeetingStep.VERIFIED,
            LONG_AFTER,
            "Protokollet väntar på justering. Sista dagen var 22 december.",
            True,
        ),
    ],
)
def test_the_sentence_says_what_to_do_and_by_when(meeting, step, today, sentence, late):
    assert what_is_due(meeting, step, DAYS, today) == (sentence, late)
