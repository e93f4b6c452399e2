"""The 290 municipalities with their SCB codes, and the invented one of the example."""

from __future__ import annotations

import csv
from functools import cache

from trygghetsrad.domain.council import Municipality
from trygghetsrad.domain.errors import UnknownMunicipality
from trygghetsrad.domain.sorting import fold, swedish_key
from trygghetsrad.paths import resources

EXAMPLE = Municipality(code="9999", name="Norrmyra (exempel)")


@cache
def municipalities() -> tuple[Municipality, ...]:
    """Return all 290 in Swedish order; the example is never offered."""
    with (resources() / "municipalities.csv").open(encoding="utf-8", newline="") as file:
        found = [Municipality(code=row["code"], name=row["name"]) for row in csv.DictReader(file)]
    return tuple(sorted(found, key=lambda one: swedish_key(one.name)))


def municipality(text: str) -> Municipality:
    """Find one by code (Excel's 180 is 0180) or by name, with or without "kommun".

    Raises UnknownMunicipality.
    """
    wanted = text.strip()
    if wanted == EXAMPLE.code:
        return EXAMPLE
    code = wanted.zfill(4) if wanted.isdigit() else ""
    name = fold(wanted).removesuffix(" kommun")
    same = [one for one in municipalities() if code == one.code or name in _names(one.name)]
    if not same:
        raise UnknownMunicipality(wanted)
    return same[0]


def _names(name: str) -> set[str]:
    return {fold(name), fold(name) + "s"}
