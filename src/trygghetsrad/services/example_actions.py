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
        self._ids: dict[tuple[str, date], int] = {}

    def give(self, told: Mapping[str, Any], item_id: int, day: date) -> None:
        """Give an action under a point of a meeting."""
        details = self._details(told, day)
        self._ids[told["what"], day] = self._council.room.add_action(item_id, told["what"], day, **details)

    def note_outcomes(self, tale: Mapping[str, Any], given: date, diary: Diary) -> None:
        """Put in the diary how every action of a meeting went."""
        for told in (action for item in tale["item"] for action in item.get("action", ())):
            key = (told["what"], given)
            for line in told.get("follow_up", ()):
                day = self._days.told(line, given)
                diary.note(day, partial(self._follow_up, key, line, day), at=AFTERNOON)
            for line in told.get("status", ()):
                day = self._days.told(line, given)
                diary.note(day, partial(self._mark, key, line, day), at=AFTERNOON)

    def _follow_up(self, key: tuple[str, date], told: Mapping[str, Any], day: date) -> None:
        self._council.actions.follow_up(self._ids[key], told["text"], day, Rating(told["rating"]))

    def _mark(self, key: tuple[str, date], told: Mapping[str, Any], day: date) -> None:
        self._council.actions.set_status(self._ids[key], ActionStatus(told["is"]), day)

    def _details(self, told: Mapping[str, Any], given: date) -> ActionDetails:
        details: ActionDetails = {
            "areas": frozenset(Area(area) for area in told["areas"]),
            "nature": ActionNature(told.get("nature", "")),
            "due": self._days.due(told, given),
        }
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
