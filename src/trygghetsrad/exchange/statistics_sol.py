"""Tables from Brå's database of reported crimes, with one value a row or one period a column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from trygghetsrad.domain.statistics import PER_HUNDRED_THOUSAND, REPORTED_CRIMES, ReadIndicator, Source
from trygghetsrad.domain.statistics_known import polarity_of, unit_of
from trygghetsrad.exchange.statistics_cells import read_period
from trygghetsrad.exchange.statistics_collecting import place_named, quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.domain.statistics import Unit
    from trygghetsrad.exchange.statistics_cells import Period
    from trygghetsrad.exchange.statistics_collecting import Collector
    from trygghetsrad.exchange.tables import Row

_PLACES: Final = ("kommun", "region", "område")
_CRIMES: Final = ("brott", "brottstyp", "brottskategori")
_PERIODS: Final = ("periodetikett", "period", "år")
_LAST_YEAR: Final = re.compile(r"(.*\S)?\s*\b((?:19|20)\d\d(?:\b.*)?)", re.ASCII)
_TOTALS: Final = frozenset({"totalt antal brott", "samtliga brott", "totalt", "brott totalt"})


def sol_header(rows: Sequence[Row]) -> int | None:
    """Return which row names a place and a crime beside counts or periods; None when no row does."""
    for index, row in enumerate(rows[:10]):
        cells = _plain(row)
        if _column(cells, _PLACES) is not None and _column(cells, _CRIMES) is not None:
            return index
    return None


def read_sol(found: Collector, rows: Sequence[Row], header: int) -> None:
    """Take every value; a "därav" row is marked as a part of another, never to be added to it."""
    cells = _plain(rows[header])
    place, crime, dated = _column(cells, _PLACES), _column(cells, _CRIMES), _column(cells, _PERIODS)
    prel = _column(cells, ("preliminär",))
    across = _across(rows[header])
    counts = [(n, unit, None) for n, cell in enumerate(cells) if (unit := _measure(cell)) is not None]
    indicators: dict[tuple[str, Unit], ReadIndicator] = {}
    for row in rows[header + 1 :]:
        where = f"rad {row.number}"
        padded = row.cells + ("",) * (len(cells) - len(row.cells))
        label, name = shortened(padded[crime or 0]), shortened(padded[place or 0])
        if not label or not name:
            found.skip(where, "Raden saknar brott eller kommun.")
            continue
        period = read_period(padded[dated].strip()) if dated is not None else None
        if period is None and not across:
            found.skip(where, f"”{quoted(padded[dated or 0])}” är inget år och ingen månad.")
            continue
        if period and prel is not None and padded[prel].strip().casefold() in {"true", "sant", "ja", "1"}:
            period = type(period)(period.text, period.year, preliminary=True)
        for column, unit, own in across or counts:
            key = (label, unit)
            if key not in indicators:
                indicators[key] = _indicator(label, unit)
            if (when := own or period) is not None:
                found.add(where, indicators[key], place_named(name), when, padded[column])


def _plain(row: Row) -> list[str]:
    return [" ".join(cell.casefold().split()) for cell in row.cells]


def _column(cells: Sequence[str], names: Sequence[str]) -> int | None:
    return next((cells.index(name) for name in names if name in cells), None)


def _measure(cell: str) -> Unit | None:
    if cell.startswith("antal"):
        return REPORTED_CRIMES
    return PER_HUNDRED_THOUSAND if cell.replace(" ", "").startswith(("per100", "/100", "antal/100")) else None


def _across(header: Row) -> list[tuple[int, Unit, Period | None]]:
    """Return the columns that are named by a period: "2025", "Antal 2026 prel., Aug"."""
    columns: list[tuple[int, Unit, Period | None]] = []
    for index, cell in enumerate(header.cells):
        match = _LAST_YEAR.fullmatch(" ".join(cell.split())[:80])
        if match and (period := read_period(match[2])):
            columns.append((index, unit_of(match[1] or ""), period))
    return columns


def _indicator(label: str, unit: Unit) -> ReadIndicator:
    last = label.rsplit(", ", 1)[-1]
    name = "Anmälda brott totalt" if label.casefold() in _TOTALS else label
    # The ids differ between yearly and monthly tables, so the label itself is the key.
    plain = "totalt antal brott" if label.casefold() in _TOTALS else label.casefold()
    return ReadIndicator(
        key=f"bra:{plain}:{unit.denominator or 'antal'}",
        name=name if unit.denominator is None else f"{name} {unit.text}",
        unit=unit,
        source=Source.BRA,
        polarity=polarity_of(f"anmälda brott {label}"),
        description=label,
        is_part=last.casefold().startswith("därav") or ", därav " in label.casefold(),
    )
