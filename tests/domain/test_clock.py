"""Times of day out and in."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given, strategies as st

from trygghetsrad.domain.dates import clock, parse_clock, time_span

MINUTES = st.times().map(lambda moment: moment.replace(minute=moment.minute, second=0, microsecond=0))


@pytest.mark.parametrize(
    ("moment", "text"),
    [(time(13), "13.00"), (time(9, 5), "9.05"), (time(0), "0.00"), (time(23, 59), "23.59")],
)
def test_time_prints_with_a_point(moment, text):
    assert clock(moment) == text


def test_times_in_a_column_have_equal_digits():
    assert clock(time(9), padded=True) == "09.00"
    assert clock(time(13, 30), padded=True) == "13.30"


def test_span_prints_with_a_dash():
    assert time_span(time(13), time(15)) == "13.00–15.00"
    assert time_span(time(13), None) == "13.00"


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("13", time(13)),
        ("9", time(9)),
        ("09", time(9)),
        ("1300", time(13)),
        ("930", time(9, 30)),
        ("0930", time(9, 30)),
        ("13:00", time(13)),
        ("13.00", time(13)),
        ("9:30", time(9, 30)),
        ("kl 13", time(13)),
        ("kl. 13.15", time(13, 15)),
        ("KL.9.30", time(9, 30)),
        ("klockan 8", time(8)),
        ("  13.00 ", time(13)),
        ("0", time(0)),
        ("23:59", time(23, 59)),
    ],
)
def test_any_usual_way_of_typing_a_time_is_read(typed, moment):
    assert parse_clock(typed) == moment


@pytest.mark.parametrize(
    "typed",
    ["", "kl", "24", "24:00", "13:60", "1360", "9.5", "13,5", "halv två", "12345", "-1", "13 00 00", "8 dec"],
)
def test_what_is_no_time_is_not_read(typed):
    assert parse_clock(typed) is None


@given(MINUTES, st.booleans())
def test_every_printed_time_is_read_back(moment, padded):
    assert parse_clock(clock(moment, padded=padded)) == moment


@given(st.text())
def test_nothing_typed_as_a_time_breaks_the_program(typed):
    parse_clock(typed)
