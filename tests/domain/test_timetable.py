"""When each point of a meeting begins."""

from __future__ import annotations

from datetime import time

from trygghetsrad.domain.timetable import minutes_between, timetable


def test_each_point_begins_when_the_ones_before_it_end():
    found = timetable(time(13), [5, 20, 35])
    assert found.starts == (time(13), time(13, 5), time(13, 25))
    assert (found.planned, found.unplanned) == (60, 0)


def test_after_a_point_of_unknown_length_no_clock_is_guessed():
    found = timetable(time(13), [5, None, 10, 10])
    assert found.starts == (time(13), time(13, 5), None, None)
    assert (found.planned, found.unplanned) == (25, 1)


def test_a_meeting_may_pass_midnight():
    assert timetable(time(23, 50), [20, 5]).starts == (time(23, 50), time(0, 10))
    assert minutes_between(time(23, 30), time(0, 30)) == 60


def test_a_meeting_without_points_has_no_times():
    assert timetable(time(13), []).starts == ()
