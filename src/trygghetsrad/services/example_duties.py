"""What the Act asks for in the example council: agreement, matters to the boards, samordning, information."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from trygghetsrad.domain.actions import Rating
from trygghetsrad.domain.board_matters import MatterAbout, MatterOutcome
from trygghetsrad.services.example_thread import story_day, with_year, year_day

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.services.example_days import StoryDays
    from trygghetsrad.services.example_diary import Diary

Tale = dict[str, Any]


def note_duties(told: Tale, council: OpenCouncil, days: StoryDays, diary: Diary) -> None:
    """Put in the diary what was agreed, sent up, answered and told to the inhabitants."""
    for agreement in told["agreement"]:
        diary.note(story_day(days, agreement["days"]), partial(_agree, council, days, agreement))
        diary.note(story_day(days, agreement["renewed"], 1), partial(_renew, council, days, agreement))
    for matter in told["matter"]:
        diary.note(story_day(days, matter["meeting"]), partial(_matter, council, days, matter))
    for function in told["coordination"]:
        diary.note(story_day(days, function["days"]), partial(_begin, council, days, function))
    for paper in told["publication"]:
        diary.note(story_day(days, paper["days"]), partial(_publish, council, days, paper))
    for link in told["plan_link"]:
        diary.note(story_day(days, link["days"]), partial(_link, council, days, link))
    for grant in told["grant"]:
        diary.note(story_day(days, grant["days"]), partial(_apply, council, days, grant))


def _agree(council: OpenCouncil, days: StoryDays, told: Tale) -> None:
    """Write the agreement, send it and have it signed, with its pledges."""
    agreements, on = council.agreements, story_day(days, told["days"])
    agreement = agreements.add(
        on,
        told["title"],
        purposes=told["purposes"],
        areas=told["areas"],
        starts=year_day(days, told["starts"]),
        ends=year_day(days, told["ends"]),
        extends=told["extends"],
        dnr=with_year(told["dnr"], on),
    )
    agreements.send(agreement, days.before(days.today, -told["sent"]))
    signed = days.before(days.today, -told["signed"])
    for party in agreements.get(agreement).parties:
        agreements.change_party(party.id, signatory=told["signatories"].get(party.name, ""))
        agreements.sign(party.id, signed, days.today)
    for line in told["pledge"]:
        pledge = council.pledges.add(line["text"], agreement, who=line["who"])
        followed = days.before(days.today, -line["days"])
        council.pledges.follow_up(pledge, line["result"], Rating(line["rating"]), followed, days.today)


def _renew(council: OpenCouncil, days: StoryDays, told: Tale) -> None:
    """Begin the agreement that shall follow; it is still a draft."""
    old = next(one for one in council.agreements.every() if one.title == told["title"])
    council.agreements.renew(old.id, story_day(days, told["renewed"], 1))


def _matter(council: OpenCouncil, days: StoryDays, told: Tale) -> None:
    meeting = days.before(days.today, -told["meeting"])
    matter = council.boards.add(
        MatterAbout(told["about"]),
        told["title"],
        told["body"],
        meeting,
        meeting_day=meeting,
        memo_on=days.before(days.today, -told["begun"]),
        dnr=with_year(told["dnr"], meeting),
        year=meeting.year + told["year"] if "year" in told else None,
    )
    council.boards.answer(matter, MatterOutcome(told["outcome"]), days.today, section=told["section"])


def _begin(council: OpenCouncil, days: StoryDays, told: Tale) -> None:
    holder = next((one.id for one in council.people.persons() if one.name == told["person"]), None)
    council.coordination.begin(
        told["post"],
        story_day(days, told["days"]),
        person_id=holder,
        holder=told["person"],
        percent=told["percent"],
        deputy=told["deputy"],
        contact=told["contact"],
    )


def _publish(council: OpenCouncil, days: StoryDays, told: Tale) -> None:
    day = days.before(days.today, -told["days"])
    council.coordination.publish(told["title"], day, days.today, address=told["address"])


def _link(council: OpenCouncil, days: StoryDays, told: Tale) -> None:
    council.coordination.add_plan_link(
        told["name"],
        law=told.get("law", ""),
        how=told["how"],
        checked_on=days.before(days.today, -told["days"]),
    )


def _apply(council: OpenCouncil, days: StoryDays, told: Tale) -> None:
    """Write down a project for this year, what was granted and when it is reported."""
    year = days.today.year
    half_way = date(year, 8, 24)
    problem = next((one.id for one in council.thread.every() if one.title == told["problem"]), None)
    council.grants.add(
        told["title"],
        year,
        problem_id=problem,
        applied_on=story_day(days, told["days"]),
        starts=date(year, 1, 1),
        ends=date(year, 12, 31),
        interim_due=date(year, 8, 26),
        interim_on=half_way if half_way <= days.today else None,
        final_due=date(year + 1, 2, 26),
        **told["details"],
    )
