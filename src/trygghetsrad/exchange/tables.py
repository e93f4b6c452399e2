"""Text with columns, as Excel and other programs save and copy it, taken apart into rows."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trygghetsrad.domain.contacts import ImportRefused, RefusalReason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_ROWS = 20_000
ROWS_IN_WORDS = "20 000"
MAX_COLUMNS = 100
_DELIMITERS = ("\t", ";", ",")
_SAMPLE_LINES = 200
_FIRST_ROW = 0.3
_MAX_REPAIRS = 50
_SEPARATOR_LINE = re.compile(r'\ufeff?"?sep=(.)"?[ ]*(?:\r\n|\r|\n|$)', re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a list and its number as a spreadsheet counts it."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextTable:
    """The rows that hold anything, the sign that parted their cells and how even they came out (0 to 1)."""

    rows: tuple[Row, ...]
    delimiter: str
    evenness: float


def read_table(text: str, *, max_rows: int = MAX_ROWS + 1) -> TextTable:
    """Return the rows of a text; cells are kept as written, rows may be of different length.

    Raises ImportRefused TOO_MANY_ROWS, counting the header row too.
    """
    announced = _SEPARATOR_LINE.match(text)
    body = text[announced.end() :] if announced else text.removeprefix("\ufeff")
    # Newlines stay as they are: a cell may hold one, and \x0b or U+2028 end no row.
    lines = list(io.StringIO(body, newline=""))
    delimiter = announced[1] if announced else choose_delimiter(lines[:_SAMPLE_LINES])
    rows: list[Row] = []
    for number, cells in enumerate(_records(lines, delimiter), start=1):
        if any(cell.strip() for cell in cells):
            rows.append(Row(number=number, cells=tuple(cells[:MAX_COLUMNS])))
        if len(rows) > max_rows:
            raise ImportRefused(RefusalReason.TOO_MANY_ROWS, {"limit": ROWS_IN_WORDS})
    evenness = _evenness(lines[:_SAMPLE_LINES], delimiter)
    return TextTable(rows=tuple(rows), delimiter=delimiter, evenness=evenness)


def choose_delimiter(lines: Sequence[str]) -> str:
    """Return the sign that gives most rows the same number of columns; tab before ; before comma."""

    def likelihood(delimiter: str) -> float:
        # The headers are parted by the sign itself, but seldom hold one that also stands in names.
        first = next((line for line in lines if line.strip()), "")
        return _evenness(lines, delimiter) + (_FIRST_ROW if delimiter in first else 0)

    # max() keeps the first of equals, so the order of _DELIMITERS decides a draw.
    return max(_DELIMITERS, key=likelihood)


def _evenness(lines: Sequence[str], delimiter: str) -> float:
    """Return which share of the rows has the commonest width, to a tenth; 0 when that is one column."""
    widths = [len(cells) for cells in _records(lines, delimiter) if any(cell.strip() for cell in cells)]
    several = [width for width in widths if width > 1]
    if not several:
        return 0
    # Rows cut short after their last filled cell count half: the sign is right, the width is not.
    alike = Counter(several).most_common(1)[0][1]
    return round((alike + (len(several) - alike) / 2) / len(widths), 1)


def _records(lines: Sequence[str], delimiter: str) -> Iterator[list[str]]:
    """Yield the cells of each row; a quote that is opened and never closed spoils its own line only."""
    start, repairs = 0, 0
    while start < len(lines) and repairs < _MAX_REPAIRS:
        reader = csv.reader(lines[start:], delimiter=delimiter, strict=True)
        done = 0
        try:
            for cells in reader:
                done = reader.line_num
                yield cells
        except csv.Error:
            yield _plain_cells(lines[start + done], delimiter)
            done += 1
            repairs += 1
        start += done
    for line in lines[start:]:
        yield _plain_cells(line, delimiter)


def _plain_cells(line: str, delimiter: str) -> list[str]:
    return [cell.strip('"') for cell in line.rstrip("\r\n").split(delimiter)]
