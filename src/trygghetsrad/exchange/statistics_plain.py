"""A table typed or copied by hand: years down or across, the rest as its headers say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from trygghetsrad.domain.municipality_names import MunicipalityNames
from trygghetsrad.domain.statistics import Geography, ReadIndicator, Source
from trygghetsrad.domain.statistics_known import polarity_of, unit_of
from trygghetsrad.exchange.statistics_cells import column_letter, read_period, read_value
from trygghetsrad.exchange.statistics_collecting import place_named, quoted, shortened
from trygghetsrad.exchange.tables import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.exchange.statistics_cells import Period
    from trygghetsrad.exchange.statistics_collecting import Collector

_NO_NAMES = MunicipalityNames(())
_OURS = Geography(name="")
"""The council's own municipality: a table typed by hand need not say where it is."""
_UNNAMED = "Egen uppgift"


def read_plain(
    found: Collector, rows: Sequence[Row], names: MunicipalityNames | None, title: str = "", sheet: str = ""
) -> None:
    """Take a table with years across or down; where there are no years, nothing is taken."""
    known = names or _NO_NAMES
    rows = [_parted(row) for row in rows]
    if rows and len(_long(rows[0])) == 2:
        _read_long(found, rows, title, sheet)
        return
    if _is_bare(rows):
        rows = [Row(number=row.number, cells=("", *row.cells)) for row in rows]
    down = next((n for n, row in enumerate(rows) if _period(row.cells[0])), None)
    header = next((n for n, row in enumerate(rows) if _across(row)), None)
    if header is not None and (down is None or header < down):
        _read_across(found, rows, header, known, _heading(rows[:header]) or title, sheet)
    elif down is not None:
        _read_down(found, rows, down, known, title, sheet)


def _parted(row: Row) -> Row:
    """Return "2024 225" as two cells; what is parted already stays as it is."""
    if len(row.cells) > 1:
        return row
    first, _, rest = row.cells[0].strip().partition(" ")
    year = first.rstrip(":")
    if read_period(year) and rest.strip() and read_value(rest) is not None:
        return Row(number=row.number, cells=(year, rest.strip()))
    return row


def _is_bare(rows: Sequence[Row]) -> bool:
    """Tell whether years stand over values with no words beside them, as when some columns are copied."""
    years, below = rows[0].cells if rows else (), rows[1].cells[:1] if len(rows) > 1 else ()
    return len(years) > 1 and all(map(_period, years)) and bool(below) and not _period(below[0])


def _period(cell: str) -> Period | None:
    return read_period(cell.strip())


def _across(row: Row) -> list[tuple[int, Period]]:
    """Return the columns headed by a period; one alone must be so beside a header in words."""
    found = [(n, period) for n, cell in enumerate(row.cells) if n and (period := _period(cell))]
    return found if found and not _period(row.cells[0]) else []


_LONG: Final = {"kommun": "place", "region": "place", "område": "place", "år": "period", "period": "period"}


def _long(row: Row) -> dict[str, int]:
    """Return where a table with one value a row has its place and its period."""
    heads = [_LONG.get(cell.strip().casefold(), "") for cell in row.cells]
    return {head: n for n, head in enumerate(heads) if head}


def _read_long(found: Collector, rows: Sequence[Row], title: str, sheet: str) -> None:
    columns, heads = _long(rows[0]), rows[0].cells
    for row in rows[1:]:
        cells = row.cells + ("",) * (len(heads) - len(row.cells))
        period = _period(cells[columns["period"]])
        if period is None:
            found.skip(_where(sheet, row, columns["period"]), "Raden har inget år.")
            continue
        for column, head in enumerate(heads):
            if column not in columns.values():
                indicator = _indicator(" ".join(head.split()) or title)
                place = place_named(cells[columns["place"]])
                found.add(_where(sheet, row, column), indicator, place, period, cells[column])


def _heading(rows: Sequence[Row]) -> str:
    return next((" ".join(row.cells[0].split()) for row in rows if row.cells[0].strip()), "")


def _read_across(
    found: Collector,
    rows: Sequence[Row],
    header: int,
    known: MunicipalityNames,
    title: str,
    sheet: str,
) -> None:
    columns = _across(rows[header])
    words = min(column for column, _ in columns)
    corner = " ".join(rows[header].cells[0].split())
    fallback = title or (corner if corner.casefold() not in {"år", "kommun", "plats"} else "")
    for row in rows[header + 1 :]:
        labels = [" ".join(cell.split()) for cell in row.cells[:words] if cell.strip()]
        if not any(cell.strip() for cell in row.cells[words:]):
            found.skip(_where(sheet, row, 0), "Raden har inga värden.")
            continue
        place, label = _OURS, []
        for text in labels:
            if place is _OURS and (meant := known.find(text)) is not None:
                place = meant.geography
            else:
                label.append(text)
        indicator = _indicator(", ".join(label) or fallback)
        for column, period in columns:
            text = row.cells[column] if column < len(row.cells) else ""
            found.add(_where(sheet, row, column), indicator, place, period, text)


def _read_down(
    found: Collector, rows: Sequence[Row], first: int, known: MunicipalityNames, title: str, sheet: str
) -> None:
    above = rows[first - 1] if first and len(rows[first - 1].cells) > 1 else None
    title = _heading(rows[: first - 1 if above else first]) or title
    width = max(len(row.cells) for row in rows[first:])
    heads = [" ".join(cell.split()) for cell in (above.cells if above else ())]
    heads += [""] * (width - len(heads))
    meant = [known.find(head) if head else None for head in heads]
    for row in rows[first:]:
        period = _period(row.cells[0])
        if period is None:
            found.skip(_where(sheet, row, 0), f"”{quoted(row.cells[0])}” är inget år.")
            continue
        for column in range(1, width):
            text = row.cells[column] if column < len(row.cells) else ""
            place = meant[column]
            name = title if place is not None else heads[column] or title
            found.add(
                _where(sheet, row, column),
                _indicator(name if place is not None or column == 1 or heads[column] else f"{name} {column}"),
                place.geography if place is not None else _OURS,
                period,
                text,
            )


def _indicator(name: str) -> ReadIndicator:
    shown = shortened(name) or _UNNAMED
    return ReadIndicator(
        key=f"egen:{shown.casefold()}",
        name=shown,
        unit=unit_of(name, crimes="brott" in shown.casefold() or "anmäl" in shown.casefold()),
        source=Source.OWN,
        polarity=polarity_of(shown),
    )


def _where(sheet: str, row: Row, column: int) -> str:
    cell = f"{column_letter(column)}{row.number}"
    return f"blad {sheet}, cell {cell}" if sheet else f"rad {row.number}, kolumn {column + 1}"
