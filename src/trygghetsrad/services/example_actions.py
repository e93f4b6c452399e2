"""The example council's actions: given at a meeting, followed up and finished on days of their own."""

from __future__ import annotations

from datetime import time
from functools import partial
from typing import TYPE_CHECKING, Any

from trygghetsrad.domain.actions import ActionNature, ActionStatus, Area, Rating

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.services.actions import ActionDetails
    from trygghetsrad.services.example_days import StoryDays
    from trygghetsrad.services.example_diary import Diary

AFTERNOON = time(16)


class ToldActions:
    """What was promised in the story, and how it went."""

    def __init__(self, council: OpenCouncil, days: StoryDays) -> None:
        self._council = council
        self._days = days
        self._ids: dict[str, int] = {}

    def give(self, told: Mapping[str, Any], item_id: int, day: date) -> None:
        """Give an action under a point of a meeting."""
        what = told["what"]
        self._ids[what] = self._council.room.add_action(item_id, what, day, **self._details(told))

    def note_outcomes(self, tale: Mapping[str, Any], diary: Diary) -> None:
        """Put in the diary how every action of a meeting went."""
        for told in (action for item in tale["item"] for action in item.get("action", ())):
            for line in told.get("follow_up", ()):
                day = self._days.told(line)
                diary.note(day, partial(self._follow_up, told["what"], line, day), at=AFTERNOON)
            for line in told.get("status", ()):
                day = self._days.told(line)
                diary.note(day, partial(self._mark, told["what"], line, day), at=AFTERNOON)

    def _follow_up(self, what: str, told: Mapping[str, Any], day: date) -> None:
        self._council.actions.follow_up(self._ids[what], told["text"], day, Rating(told["rating"]))

    def _mark(self, what: str, told: Mapping[str, Any], day: date) -> None:
        self._council.actions.set_status(self._ids[what], ActionStatus(told["is"]), day)

    def _details(self, told: Mapping[str, Any]) -> ActionDetails:
        details: ActionDetails = {
            "areas": frozenset(Area(area) for area in told["areas"]),
            "nature": ActionNature(told.get("nature", "")),
        }
        if "due" in told:
            details["due"] = self._days.before(self._days.today, -told["due"])
        people = self._council.people
        if "owner" in told:
            owner = told["owner"]
            details["owner_person_id"] = next(one.id for one in people.persons() if one.name == owner)
        else:
            owner = told["organisation"]
            details["owner_organisation_id"] = next(
                one.id for one in people.organisations() if one.name == owner
            )
        return details
