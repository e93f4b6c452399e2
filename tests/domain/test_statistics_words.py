"""What an indicator says: gaps are gaps, small counts are handled with care, and comparing is fair."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from trygghetsrad.domain.statistics import (
    CRIME_SCENE_NOTE,
    PER_HUNDRED_THOUSAND,
    PERCENT,
    REPORTED_CRIMES,
    Geography,
    GeographyKind,
    Indicator,
    Observation,
    Polarity,
    Population,
    Source,
    Unit,
    ValueState,
)
from trygghetsrad.domain.statistics_plan import Series
from trygghetsrad.domain.statistics_words import HIDDEN_SENTENCE, SeriesFacts, series_facts

HERE = Geography(name="Norrmyra", code="9999")
COUNTRY = Geography(name="Riket", kind=GeographyKind.COUNTRY, code="0000")
LIVED = (Population(year=2024, count=4000), Population(year=2015, count=4400))
FETCHED = date(2026, 3, 27)


def figures(values: dict[int, str | None], place: Geography = HERE, last_is_prel: bool = False):
    return tuple(
        Observation(
            geography=place,
            period=str(year),
            year=year,
            value=Decimal(text) if text and text != ".." else None,
            state=ValueState.SUPPRESSED if text == ".." else ValueState.KNOWN if text else ValueState.MISSING,
            preliminary=last_is_prel and year == max(values),
            retrieved_on=FETCHED,
        )
        for year, text in values.items()
    )


def told(
    values: dict[int, str | None],
    unit: Unit = REPORTED_CRIMES,
    *,
    others: dict[int, str | None] | None = None,
    source: Source = Source.BRA,
    populations: tuple[Population, ...] = LIVED,
    last_is_prel: bool = False,
    published: bool = False,
) -> SeriesFacts:
    indicator = Indicator(
        id=7,
        uid="u",
        key="k",
        name="Anmälda stölder",
        source=source,
        unit=unit,
        polarity=Polarity.LOW_IS_GOOD,
    )
    series = Series(
        indicator=indicator,
        own=figures(values, last_is_prel=last_is_prel),
        others=(("Riket", figures(others, COUNTRY)),) if others else (),
    )
    return series_facts(series, populations, published=published)


STEADY = {2020: "60", 2021: "62", 2022: "58", 2023: "61", 2024: "60", 2025: "63"}


def test_a_year_without_a_figure_is_a_gap_and_one_kept_by_the_source_is_two_dots():
    facts = told({2021: "60", 2023: "..", 2024: None, 2025: "63"}, last_is_prel=True)
    assert facts.chart is not None
    assert [(one.label, one.value, one.note) for one in facts.chart.points] == [
        ("2021", 60.0, ""),
        ("2022", None, "uppgift saknas"),
        ("2023", None, ".."),
        ("2024", None, "uppgift saknas"),
        ("2025", 63.0, "prel."),
    ]


def test_ten_years_are_drawn_and_all_of_them_stand_in_the_table_newest_first():
    facts = told(dict.fromkeys(range(2001, 2026), "60"))
    assert facts.chart is not None
    assert [one.label for one in facts.chart.points] == [str(year) for year in range(2016, 2026)]
    assert [one.period for one in facts.rows] == [str(year) for year in range(2025, 2000, -1)]


def test_counts_are_never_drawn_against_the_country_but_rates_are():
    country = dict.fromkeys(STEADY, "1480000")
    counted = told(STEADY, others=country)
    assert counted.chart is not None
    assert counted.chart.lines == ()
    assert counted.places == ("Norrmyra", "Riket")
    assert counted.rows[0].values == ("63", "1\u00a0480\u00a0000")
    rated = told(STEADY, PER_HUNDRED_THOUSAND, others={2024: "14000", 2025: None})
    assert rated.chart is not None
    assert [one.name for one in rated.chart.lines] == ["Riket"]
    assert rated.chart.lines[0].values == (None, None, None, None, 14000.0, None)


def test_a_year_like_the_others_is_called_normal_and_its_mean_is_told():
    facts = told(STEADY)
    assert "inom den normala variationen" in facts.sentences[0]
    assert "2023–2025: 61,3 i medeltal." in facts.sentences


def test_a_rate_is_told_as_the_count_behind_it_and_what_one_report_weighs():
    facts = told(dict.fromkeys(STEADY, "4000"), PER_HUNDRED_THOUSAND)
    said = " ".join(facts.sentences)
    assert "2025 motsvarar det ungefär 160 anmälningar." in said
    assert "1 anmälan = 25 per 100\u00a0000 hos er (räknat på 4\u00a0000 invånare 2024)." in said


def test_without_a_known_population_nothing_is_reckoned():
    facts = told(dict.fromkeys(STEADY, "4000"), PER_HUNDRED_THOUSAND, populations=())
    assert not any("1 anmälan" in one or "motsvarar" in one for one in facts.sentences)


def test_source_and_reservation_stand_with_every_figure_of_brå():
    facts = told(STEADY)
    assert facts.source == "Källa: Brå, hämtat 2026-03-27."
    assert CRIME_SCENE_NOTE in facts.notes
    assert CRIME_SCENE_NOTE not in told(STEADY, PERCENT, source=Source.NTU).notes


def test_polarity_is_always_said():
    assert any("Ett lägre värde är bättre." in one for one in told(STEADY).notes)
    rising = told(STEADY | {2025: "160"})
    assert any("ökning" in one and "Ett lägre värde är bättre." in one for one in rising.sentences)


def test_a_published_paper_hides_small_counts_and_everything_that_gives_them_away():
    values = {2020: "6", 2021: "0", 2022: "7", 2023: "3", 2024: "8", 2025: "9"}
    facts = told(values, published=True)
    assert facts.chart is not None
    assert [one.note for one in facts.chart.points] == ["", "..", "", "..", "", ""]
    assert [one.values[0] for one in facts.rows] == ["9", "8", "..", "7", "..", "6"]
    assert facts.sentences == (HIDDEN_SENTENCE,)
    assert any("mindre än 5" in one for one in facts.notes)
    open_to_her = told(values)
    assert [one.values[0] for one in open_to_her.rows] == ["9", "8", "3", "7", "0", "6"]


def test_a_published_rate_that_gives_a_small_count_away_is_hidden_too():
    facts = told({2023: "75", 2024: "250", 2025: "75"}, PER_HUNDRED_THOUSAND, published=True)
    assert [one.values[0] for one in facts.rows] == ["..", "250", ".."]
    assert not any("75" in one or "3 anmälningar" in one for one in facts.sentences)


def test_values_below_nought_get_no_chart_but_keep_their_table():
    facts = told({2024: "-1.5", 2025: "2"}, PERCENT, source=Source.KOLADA)
    assert facts.chart is None
    assert facts.rows[1].values == ("−1,5",)


def test_an_indicator_without_figures_says_so():
    facts = told({})
    assert facts.chart is None
    assert facts.sentences == ("Det finns inga helårsvärden att döma av.",)


def test_an_own_measure_without_a_unit_is_drawn_too():
    facts = told({2025: "12"}, Unit(text=""), source=Source.OWN)
    assert facts.chart is not None
    assert facts.chart.unit == "värde"
