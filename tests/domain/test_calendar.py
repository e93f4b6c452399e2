"""Which days suit a meeting."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from trygghetsrad.domain.calendar import (
    AvoidRules,
    DayNotUnderstood,
    WeeksNotUnderstood,
    eve,
    is_bridge_day,
    is_workday,
    last_workday,
    own_days_text,
    parse_own_days,
    parse_week_names,
    parse_weeks,
    week_days,
    weeks_in_year,
    weeks_text,
    why_not,
)

RED = {
    date(2026, 5, 1): "Första maj",
    date(2026, 5, 14): "Kristi himmelsfärdsdag",
    date(2026, 6, 6): "Nationaldagen",
    date(2026, 6, 20): "Midsommardagen",
    date(2026, 12, 25): "Juldagen",
    date(2026, 12, 26): "Annandag jul",
    date(2027, 1, 1): "Nyårsdagen",
    date(2027, 1, 6): "Trettondedag jul",
}
RULES = AvoidRules(
    red_days=RED, weeks=frozenset({9, *range(27, 33), 44}), own_days={date(2026, 12, 9): "kommunstyrelsen"}
)


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("27–32, 44, 9", {9, 27, 28, 29, 30, 31, 32, 44}),
        ("27-32,44,9", {9, 27, 28, 29, 30, 31, 32, 44}),
        ("veckor 27–28 och vecka 44", {27, 28, 44}),
        ("v. 27 – 32; v 44", {27, 28, 29, 30, 31, 32, 44}),
        ("v27–28", {27, 28}),
        ("vecka 9 och 44", {9, 44}),
        ("veckorna 9, 10 och 44", {9, 10, 44}),
        ("51–2", {51, 52, 53, 1, 2}),
        ("53", {53}),
        ("9, 9, 9", {9}),
        ("", set()),
        (" , ", set()),
    ],
)
def test_weeks_to_avoid_are_read_as_typed(text, weeks):
    assert parse_weeks(text) == weeks


@pytest.mark.parametrize(
    ("text", "part"),
    [("9, sportlov", "sportlov"), ("54", "54"), ("0", "0"), ("27–99", "27–99"), ("9 10", "9 10")],
)
def test_what_is_no_week_is_pointed_out(text, part):
    with pytest.raises(WeeksNotUnderstood) as refused:
        parse_weeks(text)
    assert refused.value.part == part
    assert str(refused.value) == f"”{part}” är ingen vecka. Inget har ändrats. Skriv till exempel 27–32, 44."


def test_weeks_are_written_short_and_read_back():
    assert weeks_text({44, 9, 27, 28, 29, 30, 31, 32}) == "9, 27–32, 44"
    assert weeks_text(()) == ""


@given(st.sets(st.integers(1, 53)))
def test_any_weeks_survive_being_written(weeks):
    assert parse_weeks(weeks_text(weeks)) == weeks


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2027-02-16 Kommunfullmäktige", {date(2027, 2, 16): "Kommunfullmäktige"}),
        ("16 feb 2027: KF\n\n2 mars 2027 – KS", {date(2027, 2, 16): "KF", date(2027, 3, 2): "KS"}),
        ("KS: 2/2, 9/3 och 13/4", {date(2027, 2, 2): "KS", date(2027, 3, 9): "KS", date(2027, 4, 13): "KS"}),
        ("8 december", {date(2026, 12, 8): "egen dag att undvika"}),
        ("", {}),
    ],
)
def test_own_days_are_read_as_pasted(text, days):
    assert parse_own_days(text, date(2026, 11, 23)) == days


def test_a_heading_names_the_bare_days_below_it():
    pasted = (
        "Kommunstyrelsen 2027\n2027-02-02\n9 mars\n\nKommunfullmäktiges sammanträden:\n16/2, 27/4 extra\n"
    )
    assert parse_own_days(pasted, date(2027, 1, 1)) == {
        date(2027, 2, 2): "Kommunstyrelsen",
        date(2027, 3, 9): "Kommunstyrelsen",
        date(2027, 2, 16): "extra",
        date(2027, 4, 27): "extra",
    }


def test_own_days_keep_their_year_when_they_are_written_back():
    days = parse_own_days("KS: 2/2, 9/3", date(2027, 1, 1))
    assert own_days_text(days) == "2027-02-02 KS\n2027-03-09 KS"
    assert parse_own_days(own_days_text(days), date(2028, 1, 1)) == days


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("älgjakten", "älgjakten"),
        ("Kommunstyrelsen\nKommunfullmäktige\n2/2", "Kommunstyrelsen"),
        ("31 februari KS", "31 februari KS"),
        ("2/2 KS\nvarannan tisdag kl. 14.30", "varannan tisdag kl. 14.30"),
    ],
)
def test_what_names_no_day_is_pointed_out(text, line):
    with pytest.raises(DayNotUnderstood) as refused:
        parse_own_days(text, date(2027, 1, 1))
    assert refused.value.line == line


def test_a_line_without_a_day_is_pointed_out():
    with pytest.raises(DayNotUnderstood) as refused:
        parse_own_days("2027-02-16 KF\nälgjakten", date(2026, 11, 23))
    assert str(refused.value).startswith("Raden ”älgjakten” har inget datum.")


@pytest.mark.parametrize(
    ("year", "weeks"), [(2015, 53), (2020, 53), (2024, 52), (2025, 52), (2026, 53), (2027, 52), (2032, 53)]
)
def test_some_years_have_a_week_53(year, weeks):
    assert weeks_in_year(year) == weeks


def test_a_week_runs_from_monday_to_sunday_over_the_new_year():
    days = week_days(2026, 53)
    assert (days[0], days[-1]) == (date(2026, 12, 28), date(2027, 1, 3))
    with pytest.raises(ValueError, match="Invalid week"):
        week_days(2027, 53)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 6, 19), "Midsommarafton"),
        (date(2027, 6, 25), "Midsommarafton"),
        (date(2026, 6, 26), None),
        (date(2026, 6, 20), None),
        (date(2026, 12, 24), "Julafton"),
        (date(2026, 12, 31), "Nyårsafton"),
        (date(2026, 12, 30), None),
    ],
)
def test_eves_are_known_without_any_list(day, name):
    assert eve(day) == name


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2026, 5, 14), "röd dag: Kristi himmelsfärdsdag"),
        (date(2026, 5, 15), "klämdag"),
        (date(2026, 6, 6), "röd dag: Nationaldagen"),
        (date(2026, 6, 19), "röd dag: Midsommarafton"),
        (date(2026, 12, 24), "röd dag: Julafton"),
        (date(2027, 1, 1), "röd dag: Nyårsdagen"),
        (date(2027, 1, 4), None),
        (date(2027, 1, 5), None),
        (date(2026, 7, 7), "vecka 28 är en undvik-vecka"),
        (date(2026, 10, 28), "vecka 44 är en undvik-vecka"),
        (date(2026, 12, 12), "lördag"),
        (date(2026, 12, 13), "söndag"),
        (date(2026, 12, 9), "kommunstyrelsen"),
        (date(2026, 12, 8), None),
    ],
)
def test_a_day_that_does_not_suit_says_why(day, reason):
    assert why_not(day, RULES) == reason


def test_a_council_may_avoid_other_weekdays_and_keep_its_klamdagar():
    rules = AvoidRules(red_days=RED, weekdays=frozenset({4, 5, 6}), bridge_days=False)
    assert why_not(date(2026, 12, 11), rules) == "fredag"
    assert why_not(date(2026, 5, 15), AvoidRules(red_days=RED, bridge_days=False)) is None


def test_monday_before_a_red_tuesday_is_a_klamdag_but_a_weekend_is_none():
    red = {date(2028, 6, 6): "Nationaldagen"}
    assert is_bridge_day(date(2028, 6, 5), red)
    assert not is_bridge_day(date(2028, 6, 4), red)
    assert not is_bridge_day(date(2028, 6, 7), red)


def test_a_workday_is_neither_weekend_nor_red_nor_an_eve():
    assert is_workday(date(2026, 12, 23), RED)
    assert not any(is_workday(date(2026, 12, number), RED) for number in (24, 25, 26, 27, 31))


def test_a_deadline_on_christmas_falls_back_to_the_last_workday():
    assert last_workday(date(2026, 12, 27), RED) == date(2026, 12, 23)
    assert last_workday(date(2026, 12, 23), RED) == date(2026, 12, 23)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_workday_is_always_within_a_week_back(day):
    assert day - timedelta(days=7) < last_workday(day, RED) <= day


def test_weeks_may_be_called_by_name() -> None:
    typed = "9 sportlov, v. 36 (älgjakt), 27–28 semester och 44"
    assert parse_weeks(typed) == {9, 36, 27, 28, 44}
    assert parse_week_names(typed) == {9: "sportlov", 36: "älgjakt", 27: "semester", 28: "semester"}
    rules = AvoidRules(weeks=parse_weeks(typed), week_names=parse_week_names(typed))
    assert why_not(date(2027, 3, 2), rules) == "vecka 9: sportlov"
    assert why_not(date(2027, 11, 2), rules) == "vecka 44 är en undvik-vecka"
