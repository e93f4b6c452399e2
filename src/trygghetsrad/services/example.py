"""The example council: years of Norrmyra, lived through with the same verbs a coordinator uses."""

from __future__ import annotations

from datetime import UTC, datetime, time
from functools import cache, partial
from itertools import groupby
from typing import TYPE_CHECKING

from trygghetsrad.domain.dates import iso_week
from trygghetsrad.domain.planning import ProposedMeeting
from trygghetsrad.services.example_actions import ToldActions
from trygghetsrad.services.example_days import story_begins, story_days
from trygghetsrad.services.example_diary import SWEDEN, Diary, StoryClock
from trygghetsrad.services.example_duties import note_duties
from trygghetsrad.services.example_meetings import ToldMeeting
from trygghetsrad.services.example_papers import note_papers
from trygghetsrad.services.example_people import note_people
from trygghetsrad.services.example_reading import read_logo, read_tale
from trygghetsrad.services.example_tales import TOLD_YEARS, Tale, read_years, with_term
from trygghetsrad.services.example_thread import note_thread

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.services.example_days import StoryDays

__all__ = [
    "EXAMPLE_NAME",
    "EXAMPLE_WRITER",
    "TOLD_YEARS",
    "StoryClock",
    "example_starts",
    "live_through_example",
]

EXAMPLE_NAME = "Folkhälso- och trygghetsrådet"
EXAMPLE_WRITER = "Anna Sjöberg"
"""Who did everything in the story, instead of whoever is at the computer."""

PLANNED_BEFORE = 20
"""How many days before a year's last meeting the next year is planned."""

FURTHER = 4
"""How many meetings are planned after the next one."""


def example_starts(today: date, years: int) -> datetime:
    """Return the moment in which the story begins, so many years before the day it is told."""
    return datetime.combine(story_begins(today, years), time(8), SWEDEN).astimezone(UTC)


def live_through_example(council: OpenCouncil, clock: StoryClock, today: date, years: int) -> None:
    """Write the story into a new council, up to the present; nothing of it can be undone."""
    council.council.change(**read_tale("council")["council"])
    council.council.set_logo(read_logo())
    tales = read_years(years)
    days = story_days(today, tales, cache(council.meetings.rules))
    diary = Diary()
    note_people(read_tale("people"), council, days, diary)
    meetings = _note_meetings(tales, council, days, diary)
    note_papers(read_tale("papers")["paper"], council, meetings, days, diary)
    thread = read_tale("thread")
    note_thread(thread, council, days, diary)
    note_duties(thread, council, days, diary)
    diary.note(days.before(today, 2), partial(_plan_further, council, days.held[tales[-1]["key"]]))
    diary.live(clock)
    council.council.forget_steps()


def _note_meetings(
    tales: Sequence[Tale], council: OpenCouncil, days: StoryDays, diary: Diary
) -> dict[str, ToldMeeting]:
    """Plan a year at a time, as a coordinator does, and put the lives of its meetings in the diary."""
    actions = ToldActions(council, days)
    usual = read_tale("usual")
    former: date | None = None
    plans_on = days.begins
    told: dict[str, ToldMeeting] = {}
    for _back, of_year in groupby(tales, key=lambda tale: int(tale["back"])):
        year: list[ToldMeeting] = []
        for tale in of_year:
            day = days.held[tale["key"]]
            meeting = ToldMeeting(with_term(tale, usual, former, day), council, actions, days)
            former = former if meeting.is_extra else day
            year.append(meeting)
            told[tale["key"]] = meeting
        diary.note(plans_on, partial(_plan, council, [one for one in year if not one.is_extra]))
        for meeting in year:
            meeting.note_all(diary)
        plans_on = days.before(year[-1].planned, PLANNED_BEFORE)
    return told


def _plan(council: OpenCouncil, meetings: Sequence[ToldMeeting]) -> None:
    ids = council.meetings.plan(_place(council, one.planned, one.theme) for one in meetings)
    for meeting, meeting_id in zip(meetings, ids, strict=True):
        meeting.id = meeting_id


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
