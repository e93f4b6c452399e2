"""The red days of Sweden, by name."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from trygghetsrad.paths import resources

if TYPE_CHECKING:
    from collections.abc import Iterable


def red_days(years: Iterable[int]) -> dict[date, str]:
    """Return the public holidays (1989:253) and the eves that are free by custom; ordinary Sundays not.

    Known are the years 1990 to 2100; other years have none.
    """
    known = _by_year()
    lines = [line for year in sorted(set(years)) for line in known.get(f"{year:04}", ())]
    return {date.fromisoformat(day): name for day, name in lines}


@cache
def _by_year() -> dict[str, list[tuple[str, str]]]:
    # A list and not the package it was made with: that one knows the whole world and takes 0.1 s to load.
    years = defaultdict(list)
    for line in (resources() / "red_days.csv").read_text(encoding="utf-8").splitlines():
        day, name = line.split(",")
        years[day[:4]].append((day, name))
    return dict(years)
