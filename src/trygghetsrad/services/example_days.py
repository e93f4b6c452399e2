"""The days of the example council's story, counted from the day it is told and never on a red day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from trygghetsrad.domain.calendar import is_workday, last_workday, why_not
from trygghetsrad.domain.planning import alternatives, next_suitable_day
from trygghetsrad.services.red_days import red_days

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from trygghetsrad.domain.calendar import AvoidRules

BEGINS = -300
HELD = (-245, -160, -60)
AHEAD = 15
TUESDAY = 1
"""The second weekday, counted from Monday as 0, as the council's settings have it."""

_SEARCH_WEEKS = range(-6, 7)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryDays:
    """When the council met and when it meets next."""

    today: date
    begins: date
    held: tuple[date, ...]
    planned: tuple[date, ...]
    """The days the held meetings were first planned for; one of them was moved."""
    ahead: date
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

    def told(self, tale: Mapping[str, Any]) -> date:
        """Return the workday that the data names: days from a meeting, or from today."""
        if "meeting" in tale:
            return self.after(self.held[tale["meeting"] - 1], tale["days"])
        return self.before(self.today, -tale["days"])


def story_begins(today: date) -> date:
    """Return the workday on which the coordinator started with the program."""
    begins = today + timedelta(BEGINS)
    return last_workday(begins, red_days((begins.year - 1, begins.year)))


def story_days(today: date, rules: Callable[[int], AvoidRules], moved: int) -> StoryDays:
    """Return the days of the story; the held meeting at place `moved` was put off by some days."""
    planned = tuple(_nearest(today + timedelta(days), rules) for days in HELD)
    held = list(planned)
    first = planned[moved]
    earliest = first + timedelta(2)
    held[moved] = alternatives(first, rules(first.year), count=1, not_before=earliest)[0]
    ahead = today + timedelta(AHEAD)
    return StoryDays(
        today=today,
        begins=story_begins(today),
        held=tuple(held),
        planned=planned,
        ahead=next_suitable_day(ahead, rules(ahead.year), weekday=TUESDAY),
        red=red_days(range(today.year - 2, today.year + 2)),
    )


def _nearest(wished: date, rules: Callable[[int], AvoidRules]) -> date:
    """Return the Tuesday nearest to a day that suits a meeting."""
    tuesday = wished + timedelta(TUESDAY - wished.weekday())
    around = [tuesday + timedelta(7 * weeks) for weeks in _SEARCH_WEEKS]
    fit = [day for day in around if why_not(day, rules(day.year)) is None]
    return min(fit, key=lambda day: abs((day - wished).days))
