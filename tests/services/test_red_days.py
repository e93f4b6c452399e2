"""Sweden's red days, computed without network."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from trygghetsrad.services.red_days import red_days


def easter(year):
    """Return Easter Sunday by the Gregorian computus, independent of the package."""
    century, place = divmod(year, 100)
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (place // 4) - moon - place % 4) % 7
    shift = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def saturday_from(day):
    return day + timedelta((5 - day.weekday()) % 7)


def by_the_act(year):
    """Return the days of lagen (1989:253) om allmänna helgdagar and the three eves."""
    sunday = easter(year)
    midsummer = saturday_from(date(year, 6, 20))
    return {
        date(year, 1, 1): "Nyårsdagen",
        date(year, 1, 6): "Trettondedag jul",
        sunday - timedelta(2): "Långfredagen",
        sunday: "Påskdagen",
        sunday + timedelta(1): "Annandag påsk",
        date(year, 5, 1): "Första maj",
        sunday + timedelta(39): "Kristi himmelsfärdsdag",
        sunday + timedelta(49): "Pingstdagen",
        date(year, 6, 6): "Nationaldagen",
        midsummer - timedelta(1): "Midsommarafton",
        midsummer: "Midsommardagen",
        saturday_from(date(year, 10, 31)): "Alla helgons dag",
        date(year, 12, 24): "Julafton",
        date(year, 12, 25): "Juldagen",
        date(year, 12, 26): "Annandag jul",
        date(year, 12, 31): "Nyårsafton",
    }


@pytest.mark.parametrize("year", range(2024, 2041))
def test_red_days_are_those_of_the_act_and_the_three_eves(year):
    assert red_days([year]) == by_the_act(year)


def test_several_years_come_in_order_and_ordinary_sundays_are_left_out():
    days = red_days([2027, 2026])
    assert [*days] == sorted(days)
    assert {day.year for day in days} == {2026, 2027}
    assert date(2026, 12, 13) not in days


def test_two_feasts_on_one_day_share_it():
    assert red_days([2049])[date(2049, 6, 6)] == "Nationaldagen och Pingstdagen"


def test_a_year_beyond_the_list_has_no_red_days():
    assert red_days([1066]) == {}
