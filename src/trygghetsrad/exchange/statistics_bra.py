"""Brå's two files for municipalities: reported crimes of a year, and the indicators of a lägesbild."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from trygghetsrad.domain.statistics import (
    PER_HUNDRED_THOUSAND,
    PERCENT,
    REPORTED_CRIMES,
    Polarity,
    ReadIndicator,
    Source,
)
from trygghetsrad.domain.statistics_known import polarity_of, unit_of
from trygghetsrad.exchange.statistics_cells import Period, column_letter, read_period, read_value, year_in
from trygghetsrad.exchange.statistics_collecting import place_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from trygghetsrad.domain.statistics import Unit
    from trygghetsrad.exchange.spreadsheet import Sheet
    from trygghetsrad.exchange.statistics_collecting import Collector
    from trygghetsrad.exchange.tables import Row

_PLACES: Final = frozenset({"kommun", "kommuner", "kommunnamn", "region", "område", "geografi"})
_SEARCHED: Final = 10
_ALL_CRIMES: Final = {
    REPORTED_CRIMES: ReadIndicator(
        key="bra:totalt antal brott:antal",
        name="Anmälda brott totalt",
        unit=REPORTED_CRIMES,
        source=Source.BRA,
        polarity=Polarity.LOW_IS_GOOD,
    ),
    PER_HUNDRED_THOUSAND: ReadIndicator(
        key="bra:totalt antal brott:100000",
        name="Anmälda brott totalt per 100 000 invånare",
        unit=PER_HUNDRED_THOUSAND,
        source=Source.BRA,
        polarity=Polarity.LOW_IS_GOOD,
    ),
}


def yearly_header(rows: Sequence[Row]) -> int | None:
    """Return which row names the columns Kommun, Antal and Per 100 000 inv.; None when no row does."""
    for index, row in enumerate(rows[:_SEARCHED]):
        cells = [cell.strip().casefold() for cell in row.cells]
        if len(cells) > 1 and cells[0] in _PLACES and cells[1].startswith("antal") and len(cells) <= 4:
            return index
    return None


def is_yearly_without_header(rows: Sequence[Row]) -> bool:
    """Tell whether it is the layout of 2021: a name, a count and a rate in every row and no headers."""
    sample = [row.cells for row in rows[:_SEARCHED]]
    return bool(sample) and all(
        len(cells) == 3
        and read_value(cells[0]) is None
        and read_period(cells[1]) is None
        and all(_is_number(cell) for cell in cells[1:])
        for cells in sample
    )


def _is_number(cell: str) -> bool:
    value = read_value(cell)
    return value is not None and bool(cell.strip())


def yearly_year(rows: Sequence[Row], header: int | None) -> int | None:
    """Return the year that the headers or a title above them name."""
    if header is None:
        return None
    return year_in(" ".join(" ".join(row.cells) for row in rows[: header + 1]))


def read_yearly(found: Collector, rows: Sequence[Row], header: int | None, year: int, *, draft: bool) -> None:
    """Take a count and a rate from every row; `draft` when the file's name says that it is preliminary."""
    titles = () if header is None else rows[header].cells
    draft = draft or any("prel" in title.casefold() for title in titles)
    period = Period(str(year), year, draft)
    columns = [(1, _ALL_CRIMES[REPORTED_CRIMES]), (2, _ALL_CRIMES[PER_HUNDRED_THOUSAND])]
    for row in rows if header is None else rows[header + 1 :]:
        cells, where = row.cells, f"rad {row.number}"
        if not cells[0].strip() or not any(cell.strip() for cell in cells[1:]):
            found.skip(where, "Raden har inget namn eller inga värden.")
            continue
        place = place_named(cells[0])
        for column, indicator in columns:
            found.add(where, indicator, place, period, cells[column] if column < len(cells) else "")


_YEAR_COLUMN: Final = re.compile(r"^(.*\S)?\s*((?:19|20)\d\d)$", re.ASCII | re.DOTALL)
_MARK: Final = re.compile(r"\s*\((?:anmälda|ntu)\)", re.IGNORECASE)
_MOST_NOTES: Final = 400


def is_reported(sheet: Sheet) -> bool:
    return "(anmälda)" in sheet.name.casefold() or "(anmälda brott)" in _title(sheet).casefold()


def is_survey(sheet: Sheet) -> bool:
    return "(ntu)" in sheet.name.casefold() or "enligt ntu" in _title(sheet).casefold()


def _title(sheet: Sheet) -> str:
    return " ".join(sheet.rows[0].cells[0].split()) if sheet.rows[0].cells else ""


def _name(sheet: Sheet) -> str:
    return " ".join(_MARK.sub("", sheet.name).split()) or _title(sheet)


def _notes(rows: Iterable[Row]) -> str:
    """Return the footnotes: rows where only the first cell says anything."""
    texts = [
        " ".join(row.cells[0].split()) for row in rows if not any(cell.strip() for cell in row.cells[1:])
    ]
    return " ".join(text for text in texts if text)[:_MOST_NOTES]


def read_reported(found: Collector, sheet: Sheet) -> None:
    """Take a sheet of reported crimes: a row for each place, a column for each unit and year."""
    header = next((n for n, row in enumerate(sheet.rows[:_SEARCHED]) if _year_columns(row)), None)
    if header is None:
        found.skip(f"blad {sheet.name}", "Bladet har inga kolumner med år.")
        return
    columns = _year_columns(sheet.rows[header])
    body = sheet.rows[header + 1 :]
    description = " ".join(filter(None, (_title(sheet), _notes(body))))
    indicators = {unit: _reported(sheet, unit, description) for _, unit, _ in columns}
    place_column = max(min(column for column, _, _ in columns) - 1, 0)
    for row in body:
        if not any(cell.strip() for cell in row.cells[1:]):
            continue
        place = place_named(row.cells[place_column])
        for column, unit, period in columns:
            text = row.cells[column] if column < len(row.cells) else ""
            found.add(_where(sheet, row, column), indicators[unit], place, period, text)


def _year_columns(row: Row) -> list[tuple[int, Unit, Period]]:
    columns = []
    for index, cell in enumerate(row.cells[1:], start=1):
        if match := _YEAR_COLUMN.match(" ".join(cell.split())):
            columns.append((index, unit_of(match[1] or ""), Period(match[2], int(match[2]))))
    return columns


def _reported(sheet: Sheet, unit: Unit, description: str) -> ReadIndicator:
    name = _name(sheet)
    ending = "" if unit.denominator is None else f" {unit.text}"
    return ReadIndicator(
        key=f"lagesbild:{name.casefold()}:{unit.denominator or 'antal'}",
        name=f"{name}, anmälda brott{ending}",
        unit=unit,
        source=Source.BRA,
        polarity=polarity_of(f"anmälda brott {name}"),
        description=description,
    )


def read_survey(found: Collector, sheet: Sheet) -> None:
    """Take a sheet of the NTU: years run down the first column, each place has a block with its interval."""
    rows = sheet.rows
    first = next((n for n, row in enumerate(rows) if n > 1 and read_period(row.cells[0].strip())), None)
    if first is None:
        found.skip(f"blad {sheet.name}", "Bladet har inga rader med år.")
        return
    blocks = _blocks(rows[first - 2].cells, rows[first - 1].cells)
    if not blocks:
        found.skip(f"blad {sheet.name}", "Bladet säger inte vilka platser värdena gäller.")
        return
    after = next((n for n in range(first, len(rows)) if not read_period(rows[n].cells[0].strip())), len(rows))
    indicator = _survey(sheet, rows[first - 1].cells[blocks[0][1]], _notes(rows[after:]))
    for row in rows[first:after]:
        if (period := read_period(row.cells[0].strip())) is None:
            continue
        for name, column, low, high in blocks:
            interval = (_end(found, sheet, row, low), _end(found, sheet, row, high))
            found.add(
                _where(sheet, row, column), indicator, place_named(name), period, _cell(row, column), interval
            )


def _blocks(names: Sequence[str], header: Sequence[str]) -> list[tuple[str, int, int, int]]:
    """Return for each place its name and the columns of its value and of its interval's ends (or 0)."""
    blocks: list[tuple[str, int, int, int]] = []
    name = ""
    for column, cell in enumerate(header):
        if column and column < len(names) and names[column].strip():
            name = names[column]
        text = cell.strip().casefold()
        if text.startswith(("andel", "antal", "medel")) and name:
            blocks.append((name, column, 0, 0))
        elif blocks and "undre" in text:
            blocks[-1] = (*blocks[-1][:2], column, blocks[-1][3])
        elif blocks and "övre" in text:
            blocks[-1] = (*blocks[-1][:3], column)
    return blocks


def _survey(sheet: Sheet, header: str, notes: str) -> ReadIndicator:
    title = _title(sheet)
    unit = unit_of(header, crimes=False)
    return ReadIndicator(
        key=f"lagesbild:{_name(sheet).casefold()}:ntu",
        name=f"{_name(sheet)} (NTU)",
        unit=unit if unit is PERCENT else unit_of(f"{header} {title}", crimes=False),
        source=Source.NTU,
        polarity=polarity_of(_name(sheet), title),
        description=" ".join(filter(None, (title, notes))),
    )


def _end(found: Collector, sheet: Sheet, row: Row, column: int) -> Decimal | None:
    """Return one end of a confidence interval; what is no figure there is told."""
    value = found.value(_where(sheet, row, column), _cell(row, column)) if column else None
    return value.number if value is not None else None


def _cell(row: Row, column: int) -> str:
    return row.cells[column] if column < len(row.cells) else ""


def _where(sheet: Sheet, row: Row, column: int) -> str:
    return f"blad {sheet.name}, cell {column_letter(column)}{row.number}"
