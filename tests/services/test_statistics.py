"""Figures come in once, are revised openly, and those of other municipalities stay out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from norrmyra import TODAY
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.statistics import Population, Source, ValueState
from trygghetsrad.domain.statistics_plan import FigureDeed

if TYPE_CHECKING:
    from pathlib import Path

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.statistics_plan import StatisticsPlan

LATER = date(2026, 3, 27)
HEADER = "Kommun;Antal;Per 100 000 inv.\r\n"
OTHERS = "Ale;2537;7810\r\nAlingsås;4293;10100\r\nMalå;190;6 230\r\nNorsjö;205;5 170\r\n"
MORE = "Arvidsjaur;400;6500\r\nSorsele;100;4100\r\nHeby;900;6300\r\nHabo;500;3900\r\n"


def _file(
    folder: Path, own: str = "Norrmyra;160;4 000", name: str = "Anmälda brott kommunerna 2025.csv"
) -> Path:
    path = folder / name
    path.write_bytes(("\ufeff" + HEADER + OTHERS + MORE + own + "\r\nHela landet;1480000;14000\r\n").encode())
    return path


def _take_in(council: OpenCouncil, path: Path, today: date = TODAY) -> StatisticsPlan:
    plan = council.statistics.plan(council.statistics.read_file(path))
    council.statistics.apply(plan, today)
    return plan


def _own(council: OpenCouncil) -> dict[str, list[Decimal | None]]:
    return {
        f"{one.indicator.name}, {one.indicator.unit.text}": [figure.value for figure in one.own]
        for one in council.statistics.series()
    }


def test_a_file_of_the_whole_country_leaves_our_own_figures_and_the_country(
    council: OpenCouncil, tmp_path: Path
) -> None:
    plan = _take_in(council, _file(tmp_path))
    assert sorted(value for values in _own(council).values() for value in values if value) == [160, 4000]
    for series in council.statistics.series():
        assert [name for name, _figures in series.others] == ["Riket"]
    assert plan.left_out == 16, "eight other municipalities, a count and a rate each"


def test_how_many_live_here_is_reckoned_from_a_count_and_a_rate_and_called_about(
    council: OpenCouncil, tmp_path: Path
) -> None:
    _take_in(council, _file(tmp_path))
    assert council.statistics.populations() == (Population(year=2025, count=4000, about=True),)
    council.statistics.set_population(2025, 3_987)
    _take_in(council, _file(tmp_path, "Norrmyra;161;4 025"))
    assert council.statistics.population(2025) == Population(year=2025, count=3_987), "hers stands"


def test_the_same_file_again_changes_nothing(council: OpenCouncil, tmp_path: Path) -> None:
    _take_in(council, _file(tmp_path))
    told, heard = council.statistics.series(), []
    council.on_change(heard.append)
    again = _take_in(council, _file(tmp_path), LATER)
    assert again.count(FigureDeed.LEAVE) == len(again.figures) == 4
    assert (council.statistics.series(), heard) == (told, [])


def test_a_revised_figure_replaces_the_old_one_and_shows_what_it_was(
    council: OpenCouncil, tmp_path: Path
) -> None:
    _take_in(council, _file(tmp_path))
    plan = _take_in(council, _file(tmp_path, "Norrmyra;164;4 100"), LATER)
    assert plan.count(FigureDeed.REVISE) == 2
    assert all(one.before and one.before.value in {160, 4000} for one in plan.revisions)
    for series in council.statistics.series():
        (figure,) = series.own
        (revision,) = series.revisions
        assert (revision.replaced_on, revision.geography) == (LATER, "Norrmyra")
        assert revision.before.value != figure.value
    council.undo.undo()
    assert sorted(value for values in _own(council).values() for value in values if value) == [160, 4000]
    assert not any(series.revisions for series in council.statistics.series())


def test_a_file_of_another_municipality_is_refused_with_its_name(
    council: OpenCouncil, tmp_path: Path
) -> None:
    path = tmp_path / "2025.csv"
    path.write_text(HEADER + "Malå;190;6 230\r\n", encoding="utf-8")
    with pytest.raises(Refused, match=r"Filen gäller Malå, inte Norrmyra\. Inget har ändrats\."):
        council.statistics.plan(council.statistics.read_file(path))
    assert council.statistics.series() == ()


def test_a_pasted_table_is_the_municipalitys_own(council: OpenCouncil) -> None:
    reading = council.statistics.read_pasted("2022\t2023\t2024\n31\t28\t..\n", title="Anmälda stölder")
    council.statistics.apply(council.statistics.plan(reading), TODAY)
    (series,) = council.statistics.series()
    assert [(one.year, one.value, one.state) for one in series.own] == [
        (2022, Decimal(31), ValueState.KNOWN),
        (2023, Decimal(28), ValueState.KNOWN),
        (2024, None, ValueState.SUPPRESSED),
    ]
    assert {one.geography.name for one in series.own} == {"Norrmyra"}


def test_figures_can_be_typed_year_by_year(council: OpenCouncil) -> None:
    indicator = council.statistics.add_indicator("Bränder i containrar", source=Source.OWN, unit="antal")
    council.statistics.set_value(indicator, 2024, "1 204,5", TODAY)
    council.statistics.set_value(indicator, 2025, "7", TODAY)
    council.statistics.set_value(indicator, 2025, "8", TODAY)
    council.statistics.set_value(indicator, 2024, "", TODAY)
    (series,) = council.statistics.series([indicator])
    assert [(one.year, one.value) for one in series.years] == [(2025, Decimal(8))]


@pytest.mark.parametrize("typed", ["många", "12 eller 13", "=1+1"])
def test_what_is_no_number_is_refused_and_the_old_one_stays(council: OpenCouncil, typed: str) -> None:
    indicator = council.statistics.add_indicator("Bränder")
    council.statistics.set_value(indicator, 2025, "7", TODAY)
    with pytest.raises(Refused, match="är inget tal"):
        council.statistics.set_value(indicator, 2025, typed, TODAY)
    assert council.statistics.series()[0].own[0].value == 7


@pytest.mark.parametrize("count", [0, -5])
def test_nobody_living_here_is_refused(council: OpenCouncil, count: int) -> None:
    with pytest.raises(Refused, match="större än noll"):
        council.statistics.set_population(2025, count)


def test_a_new_indicator_shows_at_the_problem_that_asks_for_it(council: OpenCouncil, tmp_path: Path) -> None:
    problem = council.thread.add_problem(focus="tillgrepp")
    path = tmp_path / "kolada.csv"
    path.write_text(
        "KPI;Kommunkod;Kommun;År;Värde\nN07546;9999;Norrmyra;2024;275\nN07546;0000;Riket;2024;90\n",
        encoding="utf-8",
    )
    _take_in(council, path)
    (shown,) = council.thread.get(problem).indicator_ids
    assert council.statistics.series([shown])[0].indicator.key == "N07546"


def test_a_removed_indicator_comes_back_with_its_figures(council: OpenCouncil, tmp_path: Path) -> None:
    _take_in(council, _file(tmp_path))
    told = council.statistics.series()
    council.statistics.remove_indicator(told[0].indicator.id)
    assert len(council.statistics.series()) == len(told) - 1
    council.undo.undo()
    assert council.statistics.series() == told


def test_the_figures_are_there_after_a_restart(council: OpenCouncil, tmp_path: Path) -> None:
    from trygghetsrad.app import read_council

    _take_in(council, _file(tmp_path))
    with read_council(council.path) as again:
        assert again.statistics.series() == council.statistics.series()
