"""How the time of the Act is counted: months between days, and when something is near or late."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

MONTHS_BETWEEN = 24
"""6 § says "minst vartannat år"; the months are our way of counting it."""
SOON_MONTHS = 6
FRESH_MONTHS = 12
"""So long an attempt counts as work that goes on (9 and 10 §§), our measure."""
AGREEMENT_STEPS = (3, 6, 12)
"""So many months before its end an agreement is spoken of."""


def months_after(day: date, months: int) -> date:
    """Return the same day of another month, or its last day: 2024-02-29 and 24 months is 2026-02-28."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def is_soon(due: date, today: date, months: int = SOON_MONTHS) -> bool:
    """Tell whether a day is so near, or has passed."""
    return today >= months_after(due, -months)


def is_fresh(day: date, today: date) -> bool:
    """Tell whether something happened less than 12 months ago."""
    return day <= today < months_after(day, FRESH_MONTHS)


def agreement_step(ends: date, today: date) -> int | None:
    """Return 3, 6 or 12 when no more months than that are left; None before, and when the end has passed."""
    if today > ends:
        return None
    return next((months for months in AGREEMENT_STEPS if is_soon(ends, today, months)), None)
