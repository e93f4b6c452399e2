"""Dates as they are printed."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given, strategies as st

from trygghetsrad.domain.dates import (
    iso,
    iso_week,
    long_day,
    meeting_time,
    overdue_text,
    parse_day,
    relative,
    short_day,
    week_text,
    weekday,
)

MEETING = date(2026, 12, 8)


def test_a_day_prints_the_same_way_everywhere():
    assert iso(MEETING) == "2026-12-08"
    assert long_day(MEETING) == "tisdag 8 december 2026"
    assert short_day(MEETING) == "8 december"
    assert weekday(MEETING) == "tisdag"
    assert week_text(MEETING) == "vecka 50"
    assert meeting_time(MEETING, time(13), time(15)) == "tisdag 8 december 2026 kl. 13.00–15.00"


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2026, 12, 31), (2026, 53)),
        (date(2027, 1, 1), (2026, 53)),
        (date(2027, 1, 4), (2027, 1)),
        (date(2028, 1, 1), (2027, 52)),
        (date(2029, 12, 31), (2030, 1)),
        (date(2024, 12, 30), (2025, 1)),
        (date(2021, 1, 3), (2020, 53)),
    ],
)
def test_week_at_the_turn_of_the_year_belongs_to_its_own_year(day, week):
    assert iso_week(day) == week
    assert week_text(day) == f"vecka {week[1]}"


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (0, "i dag"),
        (1, "i morgon"),
        (2, "om 2 dagar"),
        (11, "om 11 dagar"),
        (30, "om 30 dagar"),
        (31, "2026-12-24"),
        (-1, "i går"),
        (-2, "för 2 dagar sedan"),
        (-8, "för 8 dagar sedan"),
        (-30, "för 30 dagar sedan"),
        (-31, "2026-10-23"),
    ],
)
def test_a_near_day_is_counted_and_a_far_one_is_written_out(days, text):
    today = date(2026, 11, 23)
    assert relative(today + timedelta(days), today) == text


@pytest.mark.parametrize(
    ("first", "later", "text"),
    [
        (date(2028, 2, 28), date(2028, 3, 1), "om 2 dagar"),
        (date(2027, 2, 28), date(2027, 3, 1), "i morgon"),
        (date(2026, 12, 31), date(2027, 1, 1), "i morgon"),
        (date(2026, 3, 28), date(2026, 3, 30), "om 2 dagar"),
        (date(2026, 10, 24), date(2026, 10, 26), "om 2 dagar"),
    ],
)
def test_leap_days_new_years_and_summer_time_do_not_disturb_the_count(first, later, text):
    assert relative(later, first) == text


@pytest.mark.parametrize(
    ("due", "text"),
    [
        (date(2026, 11, 15), "8 dagar försenad"),
        (date(2026, 11, 22), "1 dag försenad"),
        (date(2026, 11, 23), ""),
        (date(2026, 12, 1), ""),
        (date(2025, 11, 23), "365 dagar försenad"),
    ],
)
def test_what_is_late_says_by_how_many_days(due, text):
    assert overdue_text(due, date(2026, 11, 23)) == text


@given(st.dates(date(1901, 1, 1), date(2090, 12, 31)), st.dates(date(1920, 1, 1), date(2080, 1, 1)))
def test_every_printed_day_is_read_back(day, today):
    assert parse_day(iso(day), today) == day
    assert parse_day(long_day(day), today) == day


@given(st.dates(date(1920, 1, 1), date(2080, 1, 1)), st.integers(-40, 40))
def test_every_counted_day_is_read_back(today, days):
    day = today + timedelta(days)
    assert parse_day(relative(day, today), today) == day
