"""Every verb of the statistics is one step that tells the right pages and can be undone."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import pytest

from norrmyra import TODAY
from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.errors import NotFound, OpenedReadOnly

if TYPE_CHECKING:
    from collections.abc import Callable

    from trygghetsrad.app import OpenCouncil

READING = {
    "indicators",
    "plan",
    "population",
    "populations",
    "read_file",
    "read_pasted",
    "reading_of",
    "recognises",
    "series",
}
TABLE = "År;Trygga utomhus\n2024;71\n2025;74\n"


def _apply(council: OpenCouncil, _indicator: int) -> None:
    council.statistics.apply(council.statistics.plan(council.statistics.read_pasted(TABLE)), TODAY)


VERBS: dict[str, Callable[[OpenCouncil, int], object]] = {
    "apply": _apply,
    "add_indicator": lambda council, _number: council.statistics.add_indicator("Orosanmälningar"),
    "change_indicator": lambda council, number: council.statistics.change_indicator(number, unit="antal"),
    "remove_indicator": lambda council, number: council.statistics.remove_indicator(number),
    "set_value": lambda council, number: council.statistics.set_value(number, 2025, "12", TODAY),
    "set_population": lambda council, _number: council.statistics.set_population(2025, 4000),
}
OF_ONE = {
    "change_indicator": lambda council: council.statistics.change_indicator(9999, unit="antal"),
    "remove_indicator": lambda council: council.statistics.remove_indicator(9999),
    "set_value": lambda council: council.statistics.set_value(9999, 2025, "12", TODAY),
}


@pytest.fixture
def indicator(council: OpenCouncil) -> int:
    return council.statistics.add_indicator("Skadegörelse")


def _all(council: OpenCouncil) -> tuple[object, ...]:
    statistics = council.statistics
    return statistics.indicators(), statistics.series(), statistics.populations()


def test_no_verb_is_forgotten(council: OpenCouncil) -> None:
    verbs = {
        name
        for name, _ in inspect.getmembers(council.statistics, inspect.ismethod)
        if not name.startswith("_")
    }
    assert verbs == set(VERBS) | READING


@pytest.mark.parametrize("name", VERBS)
def test_a_verb_tells_that_figures_changed_and_is_undone_in_one_step(
    council: OpenCouncil, indicator: int, name: str
) -> None:
    before = _all(council)
    heard: list[Changed] = []
    council.on_change(heard.append)
    VERBS[name](council, indicator)
    assert len(heard) == 1
    assert heard[0] & Changed.STATISTICS
    assert _all(council) != before
    council.undo.undo()
    assert _all(council) == before


@pytest.mark.parametrize("name", OF_ONE)
def test_a_verb_refuses_what_is_gone(council: OpenCouncil, name: str) -> None:
    with pytest.raises(NotFound):
        OF_ONE[name](council)


@pytest.mark.parametrize("name", VERBS)
def test_a_council_that_is_only_read_is_not_written_to(
    council: OpenCouncil, indicator: int, name: str
) -> None:
    from trygghetsrad.app import read_council

    with read_council(council.path) as beside, pytest.raises(OpenedReadOnly):
        VERBS[name](beside, indicator)
