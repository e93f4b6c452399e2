"""The 290 municipalities with their SCB codes, and the invented one of the example."""

from __future__ import annotations

import csv
from functools import cache

from trygghetsrad.domain.council import Municipality, whole_name
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
    code = wanted.zfill(4) if wanted.isascii() and wanted.isdigit() else ""
    # Håbo and Habo are two, so the name as it is written goes before the name without its rings and dots.
    for same in (str.casefold, fold):
        name = same(wanted)
        for one in municipalities():
            if one.code == code or name in {same(known) for known in _names(one.name)}:
                return one
    raise UnknownMunicipality(wanted)


def _names(name: str) -> tuple[str, ...]:
    return (name, f"{name}s", f"{name} kommun", whole_name(name))
