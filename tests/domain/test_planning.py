"""The year's meetings in advance."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given, strategies as st

from trygghetsrad.domain.calendar import AvoidRules, is_workday, why_not
from trygghetsrad.domain.planning import (
    THEMES,
    LeadTimes,
    alternatives,
    deadlines,
    next_suitable_day,
    propose_meetings,
    second_weekday,
    themes,
)

TODAY = date(2026, 11, 23)
RED = {
    date(2026, 12, 25): "Juldagen",
    date(2026, 12, 26): "Annandag jul",
    date(2027, 1, 1): "Nyårsdagen",
    date(2027, 1, 6): "Trettondedag jul",
    date(2027, 3, 26): "Långfredagen",
    date(2027, 3, 29): "Annandag påsk",
    date(2027, 5, 1): "Första maj",
    date(2027, 5, 6): "Kristi himmelsfärdsdag",
    date(2027, 6, 26): "Midsommardagen",
}
RULES = AvoidRules(red_days=RED, weeks=frozenset({10, *range(27, 33), 44}))


def days(proposals):
    return [proposal.day for proposal in proposals]


def test_four_meetings_follow_the_yearly_wheel_on_tuesdays_at_one():
    proposals = propose_meetings(2027, 4, RULES, today=TODAY)
    assert days(proposals) == [date(2027, 2, 9), date(2027, 5, 11), date(2027, 9, 14), date(2027, 12, 14)]
    assert [proposal.week for proposal in proposals] == [6, 19, 37, 50]
    assert {(proposal.starts, proposal.ends) for proposal in proposals} == {(time(13), time(15))}
    assert tuple(proposal.theme for proposal in proposals) == THEMES
    assert {proposal.moved_because for proposal in proposals} == {None}


def test_the_council_chooses_weekday_time_and_length():
    first = propose_meetings(2027, 4, RULES, today=TODAY, weekday=3, starts=time(8, 30), minutes=150)[0]
    assert (first.day, first.starts, first.ends) == (date(2027, 2, 11), time(8, 30), time(11))


def test_a_meeting_in_a_week_to_avoid_moves_by_whole_weeks_and_says_why():
    rules = AvoidRules(red_days=RED, weeks=frozenset({6}))
    first = propose_meetings(2027, 4, rules, today=TODAY)[0]
    assert (first.day, first.moved_from) == (date(2027, 2, 16), date(2027, 2, 9))
    assert first.moved_because == "vecka 6 är en undvik-vecka"


def test_a_meeting_on_the_day_of_the_board_moves_by_whole_weeks():
    rules = AvoidRules(own_days={date(2027, 9, 14): "kommunstyrelsen"})
    third = propose_meetings(2027, 4, rules, today=TODAY)[2]
    assert (third.day, third.moved_because) == (date(2027, 9, 21), "kommunstyrelsen")


def test_when_no_such_weekday_suits_the_nearest_other_day_is_taken():
    rules = AvoidRules(weekdays=frozenset({1, 5, 6}))
    first = propose_meetings(2027, 4, rules, today=TODAY)[0]
    assert (first.day, first.moved_because) == (date(2027, 2, 10), "tisdag")


def test_what_has_passed_is_not_proposed():
    assert days(propose_meetings(2026, 4, RULES, today=TODAY)) == [date(2026, 12, 8)]
    assert days(propose_meetings(2026, 4, RULES, today=date(2026, 12, 8))) == [date(2026, 12, 8)]
    assert propose_meetings(2026, 4, RULES, today=date(2026, 12, 9)) == ()


def test_a_place_in_the_year_that_has_its_meeting_is_not_filled_again():
    existing = {date(2027, 2, 16), date(2027, 6, 22)}
    proposals = propose_meetings(2027, 4, RULES, today=TODAY, existing=existing)
    assert days(proposals) == [date(2027, 5, 11), date(2027, 9, 14), date(2027, 12, 14)]


def test_a_year_that_is_avoided_altogether_gets_no_meetings():
    assert propose_meetings(2027, 4, AvoidRules(weeks=frozenset(range(1, 54))), today=TODAY) == ()


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (
            1,
            ["Uppföljning och årsrapport, lägesbild och prioritering, åtgärdsplan, planering och budget"],
        ),
        (
            2,
            [
                "Uppföljning och årsrapport, lägesbild och prioritering",
                "Åtgärdsplan, planering och budget",
            ],
        ),
        (
            3,
            [
                "Uppföljning och årsrapport",
                "Lägesbild och prioritering",
                "Åtgärdsplan, planering och budget",
            ],
        ),
        (4, list(THEMES)),
        (6, [THEMES[0], "", THEMES[1], THEMES[2], "", THEMES[3]]),
    ],
)
def test_few_meetings_share_the_themes_and_many_leave_some_free(count, expected):
    assert list(themes(count)) == expected


@given(
    year=st.integers(2025, 2060),
    count=st.integers(1, 12),
    weekday=st.integers(0, 4),
    today=st.dates(date(2025, 1, 1), date(2060, 12, 31)),
    weeks=st.frozensets(st.integers(1, 53), max_size=20),
)
def test_every_proposed_day_suits_lies_in_the_year_and_ahead(year, count, weekday, today, weeks):
    rules = AvoidRules(red_days=RED, weeks=weeks)
    proposals = propose_meetings(year, count, rules, today=today, weekday=weekday)
    assert len(set(days(proposals))) == len(proposals) <= count
    assert days(proposals) == sorted(days(proposals))
    for proposal in proposals:
        assert proposal.day.year == year
        assert proposal.day >= today
        assert why_not(proposal.day, rules) is None
        assert (proposal.moved_because is None) == (proposal.moved_from is None)
        assert proposal.moved_from is not None or proposal.day.weekday() == weekday


@pytest.mark.parametrize("count", range(1, 13))
def test_a_calm_year_has_room_for_every_count(count):
    assert len(propose_meetings(2027, count, RULES, today=TODAY)) == count


def test_second_weekday_of_a_month_lies_between_the_eighth_and_the_fourteenth():
    assert second_weekday(2026, 12, 1) == date(2026, 12, 8)
    assert second_weekday(2027, 2, 0) == date(2027, 2, 8)
    assert second_weekday(2027, 2, 6) == date(2027, 2, 14)


def test_other_days_offered_are_the_nearest_that_suit():
    assert alternatives(date(2027, 5, 6), RULES) == (date(2027, 5, 5), date(2027, 5, 4), date(2027, 5, 3))
    assert alternatives(date(2027, 5, 6), RULES, 2, not_before=date(2027, 5, 6)) == (
        date(2027, 5, 10),
        date(2027, 5, 11),
    )
    assert alternatives(date(2027, 5, 6), RULES, 0) == ()
    assert alternatives(date(2027, 5, 6), AvoidRules(weeks=frozenset(range(1, 54)))) == ()


def test_what_is_due_around_a_meeting_counts_from_its_day():
    around = deadlines(date(2026, 12, 8), LeadTimes(), RED)
    assert around.ask_items == date(2026, 11, 10)
    assert around.material_stop == date(2026, 11, 24)
    assert around.notice == date(2026, 11, 27)
    assert around.last_notice == date(2026, 12, 1)
    assert around.verified == date(2026, 12, 22)


def test_what_falls_on_a_free_day_is_due_the_workday_before():
    around = deadlines(date(2027, 1, 12), LeadTimes(notice=11, last_notice=6, verified=12), RED)
    assert around.notice == date(2026, 12, 30)
    assert around.last_notice == date(2027, 1, 5)
    assert around.verified == date(2027, 1, 22)


@given(st.dates(date(2025, 1, 1), date(2060, 1, 1)))
def test_nothing_is_ever_due_on_a_free_day_and_notice_comes_before_the_meeting(day):
    around = deadlines(day, LeadTimes(), RED)
    due = [around.ask_items, around.material_stop, around.notice, around.last_notice, around.verified]
    assert all(is_workday(each, RED) for each in due)
    assert due == sorted(due)
    assert around.last_notice <= day - timedelta(days=7)
    assert around.verified <= day + timedelta(days=14)


def test_a_single_meeting_is_put_on_the_next_usual_weekday_that_suits_and_is_free():
    taken = {date(2026, 12, 15)}
    assert next_suitable_day(date(2026, 12, 3), RULES, taken=taken) == date(2026, 12, 8)
    assert next_suitable_day(date(2026, 12, 9), RULES, taken=taken) == date(2026, 12, 22)
    assert next_suitable_day(date(2026, 12, 24), RULES, weekday=4) == date(2027, 1, 8)


def test_a_council_that_avoids_every_week_still_gets_a_day_to_change():
    rules = AvoidRules(weeks=frozenset(range(1, 54)))
    assert next_suitable_day(date(2026, 12, 3), rules) == date(2026, 12, 8)


def test_days_that_have_a_meeting_are_no_alternatives():
    day = date(2027, 5, 11)
    assert alternatives(day, RULES, 2) == (date(2027, 5, 12), date(2027, 5, 10))
    assert alternatives(day, RULES, 2, taken={date(2027, 5, 12)}) == (date(2027, 5, 10), date(2027, 5, 13))
