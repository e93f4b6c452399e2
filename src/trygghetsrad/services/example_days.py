"""The days of the example council's story, counted from the day it is told and never on a red day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from trygghetsrad.domain.calendar import is_workday, last_workday, why_not
from trygghetsrad.domain.planning import alternatives, next_suitable_day
from trygghetsrad.services.red_days import red_days

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from trygghetsrad.domain.calendar import AvoidRules

BEGINS = -300
"""How many days before today the story begins, if it is of one year."""

YEAR = 364
"""A year of whole weeks, so that weekdays stay."""

TUESDAY = 1
"""The second weekday, counted from Monday as 0, as the council's settings have it."""

_SEARCH_WEEKS = range(-6, 7)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryDays:
    """When the council met and when it meets next, by the keys of the meetings in order."""

    today: date
    begins: date
    held: Mapping[str, date]
    """The days the meetings took place, those that were called off or are still to come with them."""
    planned: Mapping[str, date]
    """The days the meetings were first planned for; a moved one was held on another."""
    red: Mapping[date, str]

    def before(self, day: date, days: int) -> date:
        """Return the workday so many days before, or the nearest one earlier."""
        return last_workday(day - timedelta(days), self.red)

    def after(self, day: date, days: int) -> date:
        """Return the workday so many days after, or the nearest one later."""
        found = day + timedelta(days)
        while not is_workday(found, self.red):
            found += timedelta(1)
        return found

    def told(self, line: Mapping[str, Any], given: date) -> date:
        """Return the workday that a line names: from a meeting, from when it was given, or from today."""
        if "meeting" in line:
            return self.after(self.held[line["meeting"]], line["days"])
        if "after" in line:
            return self.after(given, line["after"])
        return self.before(self.today, -line["days"])

    def due(self, action: Mapping[str, Any], given: date) -> date | None:
        """Return when an action is to be done, if that is said."""
        if "within" in action:
            return self.before(given, -action["within"])
        return self.before(self.today, -action["due"]) if "due" in action else None


def story_begins(today: date, years: int) -> date:
    """Return the workday on which the coordinator started with the program."""
    begins = today + timedelta(BEGINS - YEAR * (years - 1))
    return last_workday(begins, red_days((begins.year - 1, begins.year)))


def story_days(
    today: date, tales: Sequence[Mapping[str, Any]], rules: Callable[[int], AvoidRules]
) -> StoryDays:
    """Return the days of the story; a meeting that was moved was put off by some days."""
    planned: dict[str, date] = {}
    held: dict[str, date] = {}
    for tale in tales:
        day = _planned(tale, today, rules, list(held.values()))
        planned[tale["key"]] = held[tale["key"]] = day
        if tale.get("moved"):
            earliest = day + timedelta(2)
            held[tale["key"]] = alternatives(day, rules(day.year), count=1, not_before=earliest)[0]
    years = tales[0]["back"] + 1
    return StoryDays(
        today=today,
        begins=story_begins(today, years),
        held=held,
        planned=planned,
        red=red_days(range(today.year - years - 1, today.year + 2)),
    )


def _planned(
    tale: Mapping[str, Any], today: date, rules: Callable[[int], AvoidRules], earlier: Sequence[date]
) -> date:
    """Return a meeting's first day; one that follows another is sought after that, and none is too soon."""
    if "follows" in tale:
        wished = earlier[-1] + timedelta(tale["follows"])
        return next_suitable_day(wished, rules(wished.year), weekday=TUESDAY)
    wished = today + timedelta(tale["days"] - YEAR * tale["back"])
    if wished > today:
        return next_suitable_day(wished, rules(wished.year), weekday=TUESDAY)
    return _nearest(wished, rules)


def _nearest(wished: date, rules: Callable[[int], AvoidRules]) -> date:
    """Return the Tuesday nearest to a day that suits a meeting."""
    tuesday = wished + timedelta(TUESDAY - wished.weekday())
    around = [tuesday + timedelta(7 * weeks) for weeks in _SEARCH_WEEKS]
    fit = [day for day in around if why_not(day, rules(day.year)) is None]
    return min(fit, key=lambda day: abs((day - wished).days))
