"""Measures the program against the least that the same libraries can do, as ratios."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.environment import ROOT, program, variables
from workshop.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

SCRIPTS = ROOT / "tests" / "bench"
TURNS = 5
# Without these Python would compile the program anew at each start, which an installed one never does.
SLOWING = ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX")

Costs = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """What is measured, against what, and how many times as much it may cost; an aim is not set for all."""

    name: str
    title: str
    ours: str
    yardstick: str
    cost: str = "seconds"
    aim: float | None = None
    needs: str = ""
    """A program that the yardstick is, and that may be absent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How many times the yardstick the program cost; None when the yardstick is absent."""

    pair: Pair
    ratio: float | None

    @property
    def verdict(self) -> str:
        if self.ratio is None:
            return f"inte mätt, {self.pair.needs} finns inte här"
        if self.pair.aim is None:
            return "bara för jämförelse"
        return "nått" if self.ratio <= self.pair.aim else "inte nått"


PAIRS = (
    Pair(
        name="first paint",
        title="Första bilden, mot ett tomt Qt-fönster med en tabell",
        ours="own_window",
        yardstick="bare_window",
        aim=1.3,
    ),
    Pair(
        name="overview",
        title="Fylld Översikt, mot det tomma fönstret med SQLAlchemy",
        ours="own_overview",
        yardstick="bare_window_with_orm",
        aim=1.5,
    ),
    Pair(
        name="edit",
        title="En ändring, mot samma ändring utan ångra och historik",
        ours="own_edit",
        yardstick="orm_edit",
        aim=2,
    ),
    Pair(
        name="protokoll",
        title="Protokoll som PDF, mot samma text i bara ReportLab",
        ours="own_protokoll",
        yardstick="plain_protokoll",
        aim=1.5,
    ),
    Pair(
        name="memory",
        title="Mest minne till fylld Översikt, mot det tomma fönstret med SQLAlchemy",
        ours="own_overview",
        yardstick="bare_window_with_orm",
        cost="bytes",
        aim=1.5,
    ),
    Pair(
        name="20 years",
        title="Fylld Översikt efter tjugo år, mot efter ett år",
        ours="old_overview",
        yardstick="young_overview",
        aim=1.2,
    ),
    Pair(
        name="long protokoll",
        title="Protokoll på 60 sidor, mot samma text i bara ReportLab",
        ours="own_long_protokoll",
        yardstick="plain_long_protokoll",
        aim=1.5,
    ),
    Pair(
        name="long protokoll memory",
        title="Mest minne till protokoll på 60 sidor, mot bara ReportLab",
        ours="own_long_protokoll",
        yardstick="plain_long_protokoll",
        cost="bytes",
        aim=1.5,
    ),
    Pair(
        name="kallelse",
        title="Kallelse från kommandoraden, mot att bara läsa in ReportLab",
        ours="own_kallelse",
        yardstick="bare_reportlab",
        aim=2,
    ),
    Pair(
        name="figures 25 years",
        title="Siffror med 40 mått på fyra platser i 25 år, mot i 5 år",
        ours="figures_many_years",
        yardstick="figures_few_years",
        aim=1.5,
    ),
    Pair(
        name="statistics",
        title="Statistik för 290 kommuner från kommandoraden, mot Pythons csv",
        ours="own_statistics",
        yardstick="csv_statistics",
    ),
    Pair(
        name="libreoffice",
        title="Protokoll på 60 sidor, mot LibreOffice som gör PDF av vår Word-fil",
        ours="own_long_file",
        yardstick="office_long_file",
        needs="soffice",
    ),
)
# How long a life the council has that a script opens.
YEARS = {"old_overview": 20, "young_overview": 1}
USUAL_YEARS = 3


def run(*, as_json: bool) -> int:
    """Measure every pair and tell how it went; raises Refused when something could not be measured."""
    with tempfile.TemporaryDirectory() as made:
        councils = {years: _council_of(years, Path(made)) for years in (USUAL_YEARS, *YEARS.values())}
        results = measure(PAIRS, partial(_cost, councils=councils))
    print(as_object(results) if as_json else as_table(results))
    return 0


def _council_of(years: int, folder: Path) -> Path:
    council = folder / f"Norrmyra {years} år.trygghetsrad"
    _output_of("make_council", council, folder, str(years))
    return council


def measure(
    pairs: Sequence[Pair],
    cost: Callable[[str], Costs],
    find: Callable[[str], str | None] = shutil.which,
) -> list[Result]:
    """Return the ratio of each pair's least costs; the two take turns, so that both meet the same noise."""
    least: dict[tuple[str, str], tuple[Costs, Costs]] = {}
    possible = [pair for pair in pairs if not pair.needs or find(pair.needs)]
    for two in dict.fromkeys((pair.yardstick, pair.ours) for pair in possible):
        turns = [(cost(two[0]), cost(two[1])) for _ in range(TURNS)]
        least[two] = _least(turn[0] for turn in turns), _least(turn[1] for turn in turns)
    return [
        _result(pair, *least[pair.yardstick, pair.ours])
        if pair in possible
        else Result(pair=pair, ratio=None)
        for pair in pairs
    ]


def _least(costs: Iterable[Costs]) -> Costs:
    every = list(costs)
    return {name: min(one[name] for one in every) for name in every[0]}


def _result(pair: Pair, yardstick: Costs, ours: Costs) -> Result:
    if not yardstick[pair.cost]:
        raise Refused(f"”{pair.title}” går inte att mäta på den här sortens dator.")
    return Result(pair=pair, ratio=ours[pair.cost] / yardstick[pair.cost])


def as_object(results: Sequence[Result]) -> str:
    """Return the answer for scripts."""
    told = [
        {
            "name": one.pair.name,
            "ratio": None if one.ratio is None else round(one.ratio, 2),
            "aim": one.pair.aim,
        }
        for one in results
    ]
    return json.dumps({"results": told})


def as_table(results: Sequence[Result]) -> str:
    """Return the answer for people, the best of five turns of each."""
    wide = max(len(one.pair.title) for one in results)
    lines = [f"{'Mätning':{wide}}  Kvot  Mål"]
    for one in results:
        figures = f"{_swedish(one.ratio):>4}  {_swedish(one.pair.aim):>4}"
        lines.append(f"{one.pair.title:{wide}}  {figures}  {one.verdict}")
    return "\n".join(lines)


def _swedish(number: float | None) -> str:
    return "–" if number is None else f"{number:.2f}".replace(".", ",")


def _cost(script: str, *, councils: dict[int, Path]) -> Costs:
    """Run one script in a process, with a data folder and a copy of the council of its own."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(councils[YEARS.get(script, USUAL_YEARS)], folder))
        told = json.loads(_output_of(script, copy, Path(folder)))
    return {name: float(value) for name, value in told.items()}


def _output_of(script: str, council: Path, data: Path, *more: str) -> str:
    surroundings = {name: value for name, value in variables().items() if name not in SLOWING}
    surroundings |= {"QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(data), "LOCALAPPDATA": str(data)}
    if sys.platform == "linux":
        # Qt warns about a machine that has no language at all.
        surroundings["LANG"] = "C.UTF-8"
    command = [str(program("python")), str(SCRIPTS / f"{script}.py"), str(council), str(time.time()), *more]
    ran = subprocess.run(command, env=surroundings, capture_output=True, encoding="utf-8", check=False)
    if ran.returncode:
        raise Refused(f"Mätningen {script} stannade:\n{ran.stderr}")
    return ran.stdout
