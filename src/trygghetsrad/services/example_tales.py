"""What is told of the example council: the files of resources/example, put together for so many years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trygghetsrad.domain.terms import proposed_terms
from trygghetsrad.services.example_older import older_year
from trygghetsrad.services.example_reading import read_tale

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

Tale = dict[str, Any]

TOLD_YEARS = 3
"""How many years have files of their own."""

ELECTED_BY = (1, 24)
"""Month and day by which the board has chosen for a new mandate period."""

ELECTION_MONTH = 10


def read_years(years: int) -> list[Tale]:
    """Return the meetings of the last years in order, each with how many years back it lies."""
    usual = read_tale("usual")
    told: list[Tale] = []
    for back in range(years - 1, -1, -1):
        of_year = read_tale(f"year{TOLD_YEARS - back}") if back < TOLD_YEARS else older_year(back)
        told += [{**meeting, "back": back} for meeting in of_year["meeting"]]
    return _with_former(told, usual)


def _with_former(tales: Sequence[Tale], usual: Mapping[str, Any]) -> list[Tale]:
    """Let every held meeting say what is said at each."""
    found: list[Tale] = []
    former = "first"
    for tale in tales:
        is_held = "started" in tale
        found.append({**tale, "item": _with_usual(tale["item"], usual, former)} if is_held else tale)
        former = tale.get("minutes", "protokoll") if is_held else former
    return found


def _with_usual(items: Sequence[Tale], usual: Mapping[str, Any], former: str) -> list[Tale]:
    """Return the points with what is said of the former minutes, and that nobody had other questions."""
    told = {item["title"] for item in items}
    other = [] if usual["other"]["title"] in told else [usual["other"]]
    return [{"title": "Föregående protokoll", **usual["previous"][former]}, *items, *other]


def with_term(tale: Tale, usual: Mapping[str, Any], former: date | None, day: date) -> Tale:
    """Return a meeting with the point that a new mandate period brings, at its first and before its last."""
    term = proposed_terms(day)[0]
    elected = term.starts.replace(month=ELECTED_BY[0], day=ELECTED_BY[1])
    point = None
    if former and former < elected <= day:
        point = usual["new_term"]
    elif day.year == term.ends.year and day.month >= ELECTION_MONTH:
        point = usual["last_of_term"]
    if point is None or "kind" in tale:
        return tale
    return {**tale, "item": [*tale["item"], point]}
