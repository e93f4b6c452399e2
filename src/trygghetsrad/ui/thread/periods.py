"""Which years a new version is for, until she writes others."""

from __future__ import annotations

from datetime import date

LATE_IN_THE_YEAR = 9
"""From this month on a new version is for the years that come."""


def next_period(today: date) -> tuple[date, date]:
    """Return two whole years, this one and the next, or late in the year the two that come."""
    first = today.year + (today.month >= LATE_IN_THE_YEAR)
    return date(first, 1, 1), date(first + 1, 12, 31)
