"""The example council: half a year of Norrmyra, lived through with the same verbs a coordinator uses."""

from __future__ import annotations

from datetime import UTC, datetime, time
from functools import cache, partial
from typing import TYPE_CHECKING

from trygghetsrad.domain.dates import iso_week
from trygghetsrad.domain.planning import ProposedMeeting
from trygghetsrad.services.example_actions import ToldActions
from trygghetsrad.services.example_days import story_begins, story_days
from trygghetsrad.services.example_diary import SWEDEN, Diary, StoryClock, read_logo, read_tale
from trygghetsrad.services.example_meetings import ToldMeeting
from trygghetsrad.services.example_people import note_people

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from typing import Any

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.services.example_days import StoryDays

__all__ = ["EXAMPLE_NAME", "EXAMPLE_WRITER", "StoryClock", "example_starts", "live_through_example"]

EXAMPLE_NAME = "Folkhälso- och trygghetsrådet"
EXAMPLE_WRITER = "Anna Sjöberg"
"""Who did everything in the story, instead of whoever is at the computer."""

FURTHER = 4
"""How many meetings are planned after the next one."""


def example_starts(today: date) -> datetime:
    """Return the moment in which the story begins, some ten months before the day it is told."""
    return datetime.combine(story_begins(today), time(8), SWEDEN).astimezone(UTC)


def live_through_example(council: OpenCouncil, clock: StoryClock, today: date) -> None:
    """Write the story into a new council, up to the present; nothing of it can be undone."""
    council.council.change(**read_tale("council")["council"])
    council.council.set_logo(read_logo())
    tales = read_tale("meetings")["meeting"]
    moved = next(place for place, tale in enumerate(tales) if tale.get("moved"))
    days = story_days(today, cache(council.meetings.rules), moved)
    diary = Diary()
    note_people(read_tale("people"), council, days, diary)
    _note_meetings(tales, council, days, diary)
    diary.note(days.before(today, 2), partial(_plan_further, council, days.ahead))
    diary.live(clock)
    council.council.forget_steps()


def _note_meetings(
    tales: Sequence[Mapping[str, Any]], council: OpenCouncil, days: StoryDays, diary: Diary
) -> None:
    """Plan all meetings at once, as a coordinator does, and put their lives in the diary."""
    planned = (*days.planned, days.ahead)
    ids = council.meetings.plan(
        _place(council, day, tale["theme"]) for day, tale in zip(planned, tales, strict=True)
    )
    actions = ToldActions(council, days)
    told = [
        ToldMeeting(tale, council, actions, meeting_id, day)
        for tale, meeting_id, day in zip(tales, ids, (*days.held, days.ahead), strict=True)
    ]
    for meeting, day in zip(told, days.planned, strict=False):
        meeting.note_all(diary, days, day)
    told[-1].note_agenda(diary, days.before(days.today, 4))


def _place(council: OpenCouncil, day: date, theme: str) -> ProposedMeeting:
    habits = council.council.get()
    return ProposedMeeting(
        day=day, week=iso_week(day)[1], starts=habits.usual_start, ends=habits.usual_end, theme=theme
    )


def _plan_further(council: OpenCouncil, after: date) -> None:
    proposed = [
        meeting
        for year in (after.year, after.year + 1)
        for meeting in council.meetings.propose(year, FURTHER, after)
        if meeting.day > after
    ]
    council.meetings.plan(proposed[:FURTHER])
