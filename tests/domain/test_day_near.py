"""A day typed about a meeting that already has one."""

from __future__ import annotations

from datetime import date

import pytest

from trygghetsrad.domain.day_near import parse_day_near

TODAY = date(2026, 11, 23)
MARCH, DECEMBER, NEXT_MAY = date(2026, 3, 18), date(2026, 12, 8), date(2027, 5, 11)


@pytest.mark.parametrize(
    ("text", "near", "day"),
    [
        ("3 mars", MARCH, date(2026, 3, 3)),
        ("3 mars 2027", MARCH, date(2027, 3, 3)),
        ("12 jan", DECEMBER, date(2027, 1, 12)),
        ("1 nov", DECEMBER, date(2027, 11, 1)),
        ("15 dec", DECEMBER, date(2026, 12, 15)),
        ("18 maj", NEXT_MAY, date(2027, 5, 18)),
        ("tis v 20", NEXT_MAY, date(2027, 5, 18)),
        ("+14", NEXT_MAY, date(2026, 12, 7)),
        ("i morgon", NEXT_MAY, date(2026, 11, 24)),
        ("fredag", MARCH, date(2026, 11, 27)),
        ("", MARCH, None),
        ("snart", MARCH, None),
        ("+7300 år", MARCH, None),
    ],
)
def test_a_day_without_a_year_is_the_one_that_lies_closest_to_the_meeting(text, near, day):
    assert parse_day_near(text, near, TODAY) == day
