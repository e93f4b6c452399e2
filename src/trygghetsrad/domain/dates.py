"""Dates as Swedes write them: short in tables, spelled out in text, counted when near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.clock import clock, parse_clock, time_span
from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.day_reading import MONTHS, WEEKDAYS, FoundDay, find_day, find_days, parse_day

if TYPE_CHECKING:
    from datetime import date, time

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "FoundDay",
    "clock",
    "find_day",
    "find_days",
    "iso",
    "iso_week",
    "long_day",
    "meeting_time",
    "overdue_text",
    "parse_clock",
    "parse_day",
    "relative",
    "short_day",
    "time_span",
    "week_text",
    "weekday",
]

_NEAR = 30
_NAMED = {-1: "i går", 0: "i dag", 1: "i morgon"}


def iso(day: date) -> str:
    """Return "2026-12-08", for tables and file names."""
    return day.isoformat()


def long_day(day: date) -> str:
    """Return "tisdag 8 december 2026", for running text."""
    return f"{weekday(day)} {short_day(day)} {day.year}"


def short_day(day: date) -> str:
    """Return "8 december", where the year is plain from what stands around."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()]


def iso_week(day: date) -> tuple[int, int]:
    """Return the year the week belongs to and its number (ISO 8601); 1 January may be in week 53."""
    year, week, _ = day.isocalendar()
    return year, week


def week_text(day: date) -> str:
    """Return "vecka 50"."""
    return f"vecka {iso_week(day)[1]}"


def meeting_time(day: date, starts: time, ends: time | None) -> str:
    """Return "tisdag 8 december 2026 kl. 13.00–15.00"."""
    return f"{long_day(day)} kl. {time_span(starts, ends)}"


def relative(day: date, today: date) -> str:
    """Return how near a day is, "om 11 dagar" or "för 8 dagar sedan"; the date itself beyond thirty days."""
    ahead = (day - today).days
    if abs(ahead) > _NEAR:
        return iso(day)
    counted = plural(abs(ahead), "dag", "dagar")
    return _NAMED.get(ahead) or (f"om {counted}" if ahead > 0 else f"för {counted} sedan")


def overdue_text(due: date, today: date) -> str:
    """Return "8 dagar försenad", or nothing while there is time left."""
    late = (today - due).days
    return f"{plural(late, 'dag', 'dagar')} försenad" if late > 0 else ""
