"""Small numbers are told as small numbers."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from trygghetsrad.domain.small_numbers import (
    Direction,
    change,
    must_be_hidden,
    one_report_is,
    per_hundred_thousand,
    percentage_change,
    percentage_text,
    population_about,
    rolling_mean,
    rolling_means,
    suppressed,
)
from trygghetsrad.domain.statistics import (
    PER_HUNDRED_THOUSAND,
    PERCENT,
    REPORTED_CRIMES,
    Geography,
    Observation,
    Polarity,
    ValueState,
)

NORRMYRA = Geography(name="Norrmyra", code="9999")


def figure(year, value, *, preliminary=False):
    if value is None:
        return Observation(geography=NORRMYRA, period=str(year), year=year, state=ValueState.MISSING)
    return Observation(
        geography=NORRMYRA, period=str(year), year=year, value=Decimal(str(value)), preliminary=preliminary
    )


def series(*values, first=2020):
    return [figure(first + n, value) for n, value in enumerate(values)]


def judged(*values, unit=REPORTED_CRIMES, polarity=Polarity.LOW_IS_GOOD, population=None):
    return change(series(*values), unit, polarity, population)


def test_one_report_in_a_place_of_4_000_is_25_per_100_000():
    assert per_hundred_thousand(1, 4000) == 25
    assert one_report_is(4000) == "1 anmälan = 25 per 100\u00a0000 hos er"
    assert one_report_is(3900, 1000) == "1 anmälan = 0,3 per 1\u00a0000 hos er"
    with pytest.raises(ValueError, match="0"):
        per_hundred_thousand(1, 0)


def test_the_population_is_about_what_count_and_rate_say():
    assert population_about(Decimal(2537), Decimal(7810)) == 32484
    assert population_about(Decimal(0), Decimal(0)) is None


def test_counts_under_five_are_not_published_and_no_rate_gives_them_away():
    assert [suppressed(value) for value in (0, 4, 5, 1234)] == [
        "färre än 5",
        "färre än 5",
        "5",
        "1\u00a0234",
    ]
    assert must_be_hidden(Decimal(4), REPORTED_CRIMES, None)
    assert must_be_hidden(Decimal(100), PER_HUNDRED_THOUSAND, 4000)
    assert not must_be_hidden(Decimal(125), PER_HUNDRED_THOUSAND, 4000)
    assert not must_be_hidden(Decimal(3), PERCENT, 4000)


def test_percent_is_refused_on_small_counts():
    assert percentage_change(2, 4) is None
    assert "för få" in percentage_text(2, 4)
    assert percentage_change(200, 150) == -25
    assert percentage_text(200, 150) == "−25 procent"
    assert percentage_text(0, 80).startswith("färre än 50")


def test_a_rolling_mean_names_the_years_it_lacks():
    values = {2023: Decimal(10), 2025: Decimal(13)}
    mean = rolling_mean(values, 2025)
    assert mean.value == Decimal("11.5")
    assert mean.text == "2023–2025: 11,5 i medeltal (uppgift saknas för 2024)"
    assert rolling_mean({2025: Decimal(3)}, 2025).text == "2023–2025: uppgift saknas"
    assert [one.last for one in rolling_means({year: Decimal(1) for year in range(2020, 2026)}, 5)] == [
        2024,
        2025,
    ]


def test_a_rise_beyond_chance_is_called_one_and_says_which_way_is_better():
    found = judged(20, 22, 19, 21, 23, 60)
    assert found.direction is Direction.RISING
    assert found.is_better is False
    assert "ökning utöver" in found.sentence
    assert "Ett lägre värde är bättre." in found.sentence


def test_the_same_fall_is_worse_where_high_is_good():
    values = (80, 81, 79, 80, 82, 60)
    assert judged(*values, unit=PERCENT, polarity=Polarity.HIGH_IS_GOOD).is_better is False
    assert judged(*values, unit=PERCENT, polarity=Polarity.LOW_IS_GOOD).is_better is True
    assert judged(*values, unit=PERCENT, polarity=Polarity.NEUTRAL).is_better is None


def test_what_chance_gives_is_no_change():
    found = judged(20, 22, 19, 21, 23, 28)
    assert found.direction is Direction.NORMAL
    assert found.is_better is None
    assert "inom den normala variationen" in found.sentence
    assert "bättre" not in found.sentence


def test_three_earlier_years_are_needed_and_gaps_are_named():
    assert judged(20, 22, 90).direction is Direction.TOO_FEW
    assert "Minst 3 tidigare år behövs." in judged(20, 22, 90).sentence
    assert "Uppgift saknas för 2022." in judged(20, 22, None, 21, 23).sentence
    assert judged().sentence.startswith("Det finns inga helårsvärden att döma av.")


def test_two_reports_instead_of_one_are_too_few_to_speak_of():
    assert judged(1, 0, 2, 1, 1, 4).direction is Direction.TOO_FEW
    assert judged(0, 0, 0, 0, 0, 12).direction is Direction.RISING
    # 100 per 100 000 among 4 000 inhabitants are four reports.
    few = judged(25, 0, 50, 25, 100, unit=PER_HUNDRED_THOUSAND, population=4000)
    assert few.direction is Direction.TOO_FEW


def test_months_and_preliminary_years_are_kept_apart():
    month = Observation(geography=NORRMYRA, period="2026-08", year=2026, value=Decimal(900))
    found = change([*series(20, 22, 19, 21, 23), month], REPORTED_CRIMES, Polarity.LOW_IS_GOOD)
    assert found.year == 2024
    rising = change(
        [*series(20, 22, 19, 21), figure(2024, 60, preliminary=True)], REPORTED_CRIMES, Polarity.LOW_IS_GOOD
    )
    assert "60 anmälda brott, preliminärt." in rising.sentence


def test_steady_percentages_give_no_measure_of_chance():
    assert judged(80, 80, 80, 81, unit=PERCENT).direction is not Direction.RISING
    assert judged(80, 80, 80, 81, unit=PERCENT).direction is Direction.TOO_FEW


def test_chance_alone_is_called_a_change_in_at_most_about_one_year_of_twenty():
    dice = random.Random(2023)  # noqa: S311  (dice, no secret)

    def draw(mean):
        return sum(dice.random() < mean / 400 for _ in range(400))

    for mean in (8, 40):
        moved = sum(judged(*(draw(mean) for _ in range(6))).is_better is not None for _ in range(400))
        assert moved / 400 < 0.06


@given(st.lists(st.none() | st.integers(0, 5000), max_size=12), st.sampled_from(list(Polarity)))
def test_every_series_gets_a_sentence(values, polarity):
    found = judged(*values, polarity=polarity)
    assert found.sentence.endswith(".")
    assert (found.is_better is None) == (
        found.direction not in {Direction.RISING, Direction.FALLING} or polarity is Polarity.NEUTRAL
    )
