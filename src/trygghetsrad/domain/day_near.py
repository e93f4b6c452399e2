"""Reads a day typed about something that already has one, such as a meeting that is moved."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from trygghetsrad.domain.day_reading import parse_day

if TYPE_CHECKING:
    from collections.abc import Iterable

# What a council can have met on; it also keeps a slip of the keys from landing in the year 9026.
FIRST_YEAR, LAST_YEAR = 1990, 2100


def parse_day_near(text: str, near: date, today: date) -> date | None:
    """Read a day; one typed without a year is the one closest to `near`, not in the past if `near` is not.

    So "3 mars" in March's meeting is that meeting's year also in November, and "12 jan" in December's
    meeting is the next. Days before 1990 and after 2100 are not understood.
    """
    meant = parse_day(text, today)
    if meant is None or not FIRST_YEAR <= meant.year <= LAST_YEAR:
        return None
    return min(
        _same_words(text, meant, {near.year, near.year + 1}),
        key=lambda day: (day < today <= near, abs(day - near)),
    )


def _same_words(text: str, meant: date, years: Iterable[int]) -> set[date]:
    """Return the days that the same words mean in other years; +14 and i morgon mean one day only."""
    others = {parse_day(text, date(year, 1, 1)) for year in years}
    return {meant, *(day for day in others if day is not None and _is_same(day, meant))}


def _is_same(day: date, other: date) -> bool:
    by_month = (day.month, day.day) == (other.month, other.day)
    return by_month or day.isocalendar()[1:] == other.isocalendar()[1:]
