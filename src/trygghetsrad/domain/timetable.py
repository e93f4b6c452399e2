"""When each point of a meeting begins, counted from how long the points before it are planned to take."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Any day will do: only the clock is counted.
_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Timetable:
    """The clock for each point, None from the first point that nobody knows the length of and on."""

    starts: tuple[time | None, ...]
    planned: int
    """Minutes in all, of the points whose length is known."""
    unplanned: int
    """How many points have no length."""


def timetable(begins: time, minutes: Sequence[int | None]) -> Timetable:
    """Return when each point begins."""
    at: datetime | None = datetime.combine(_DAY, begins)
    starts: list[time | None] = []
    for length in minutes:
        starts.append(at.time() if at else None)
        at = at + timedelta(minutes=length) if at is not None and length is not None else None
    known = [length for length in minutes if length is not None]
    return Timetable(tuple(starts), sum(known), len(minutes) - len(known))


def minutes_between(begins: time, ends: time) -> int:
    """Return how long a meeting is planned to be; one that ends after midnight too."""
    length = datetime.combine(_DAY, ends) - datetime.combine(_DAY, begins)
    return int(length.total_seconds() // 60) % (24 * 60)
