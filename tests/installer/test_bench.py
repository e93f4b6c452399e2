"""The measurements: least cost of both sides, taken in turns, and the answer that scripts read."""

from __future__ import annotations

import json

import pytest

from workshop.bench import PAIRS, SCRIPTS, TURNS, as_object, as_table, measure
from workshop.commands import understand
from workshop.refusal import Refused


class FakeRun:
    """Costs that are twice the yardstick's for the program, with noise that comes and goes."""

    def __init__(self) -> None:
        self.ran: list[str] = []

    def __call__(self, script: str) -> dict[str, float]:
        self.ran.append(script)
        noise = len(self.ran) % 3
        least = 3 if script.startswith(("own", "old")) else 2
        return {"seconds": least + noise, "bytes": least + noise}


def test_the_two_of_a_pair_take_turns_and_the_least_counts() -> None:
    run = FakeRun()
    results = measure(PAIRS[:1], run)
    assert run.ran == ["bare_window", "own_window"] * TURNS
    assert [one.ratio for one in results] == [1.5]


def test_scripts_get_names_ratios_and_aims() -> None:
    answer = json.loads(as_object(measure(PAIRS, FakeRun(), str)))
    assert [set(one) for one in answer["results"]] == [{"name", "ratio", "aim"}] * len(PAIRS)
    assert {one["name"]: one["aim"] for one in answer["results"]} == {
        "first paint": 1.3,
        "overview": 1.5,
        "edit": 2,
        "protokoll": 1.5,
        "memory": 1.5,
        "20 years": 1.2,
        "long protokoll": 1.5,
        "long protokoll memory": 1.5,
        "kallelse": 2,
        "figures 25 years": 1.5,
        "statistics": None,
        "libreoffice": None,
    }


def test_people_read_which_aims_are_reached() -> None:
    first, *_, edit = as_table(measure(PAIRS[:3], FakeRun())).splitlines()[1:]
    assert first.endswith("1,50  1,30  inte nått")
    assert edit.endswith("1,50  2,00  nått")


def test_what_another_program_is_needed_for_is_told_as_unmeasured_where_it_is_absent() -> None:
    against_office = [pair for pair in PAIRS if pair.needs]
    run = FakeRun()
    results = measure(against_office, run, lambda _program: None)
    assert not run.ran
    assert json.loads(as_object(results))["results"] == [{"name": "libreoffice", "ratio": None, "aim": None}]
    assert as_table(results).endswith("–     –  inte mätt, soffice finns inte här")


def test_what_has_no_aim_is_told_for_comparison_alone() -> None:
    told = as_table(measure([pair for pair in PAIRS if pair.aim is None], FakeRun(), str))
    assert told.endswith("1,50     –  bara för jämförelse")


def test_what_cannot_be_measured_is_refused() -> None:
    with pytest.raises(Refused, match="går inte att mäta"):
        measure([pair for pair in PAIRS if pair.cost == "bytes"], lambda _script: {"seconds": 1, "bytes": 0})


def test_every_measurement_has_its_scripts() -> None:
    assert all((SCRIPTS / f"{name}.py").exists() for pair in PAIRS for name in (pair.ours, pair.yardstick))
    assert understand(["bench", "--json"]).as_json
