"""Excel workbooks, read as text within limits that a hostile file cannot pass.

This runs in a child process (worker.py), since a workbook can be made to eat a computer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from trygghetsrad.domain.contacts import ImportRefused, RefusalReason
from trygghetsrad.exchange.archives import unpacked
from trygghetsrad.exchange.tables import MAX_COLUMNS, MAX_ROWS, ROWS_IN_WORDS, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_GIVE_UP_AFTER: Final = 200
_HEADER_AND_TITLES: Final = 50
_ERROR_CODES: Final = {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet of a workbook as text, and which other sheets there are."""

    sheets: tuple[str, ...]
    name: str
    rows: tuple[Row, ...]


def read_workbook(data: bytes, sheet: str | None = None) -> Sheet:
    """Return the named sheet, or the first visible one that holds anything.

    Raises ImportRefused (EMPTY, TOO_BIG, TOO_MANY_ROWS, NO_SUCH_SHEET, ENCRYPTED, OTHER_FORMAT, DAMAGED).
    """
    try:
        return _read(data, sheet)
    except ImportRefused:
        raise
    except MemoryError as error:
        raise ImportRefused(RefusalReason.TOO_BIG) from error
    except Exception as error:
        # openpyxl lets KeyError, ValueError, ParseError and more through from a broken workbook.
        raise ImportRefused(RefusalReason.DAMAGED) from error


def read_sheets(data: bytes) -> tuple[Sheet, ...]:
    """Return every visible sheet that holds anything, all of them within the limits of one.

    Raises ImportRefused as `read_workbook` does.
    """
    try:
        return _all_sheets(data)
    except ImportRefused:
        raise
    except MemoryError as error:
        raise ImportRefused(RefusalReason.TOO_BIG) from error
    except Exception as error:
        raise ImportRefused(RefusalReason.DAMAGED) from error


def _all_sheets(data: bytes) -> tuple[Sheet, ...]:
    import openpyxl

    book = openpyxl.load_workbook(unpacked(data), read_only=True, data_only=True, keep_links=False)
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    names = tuple(sheet.title for sheet in shown)
    found: list[Sheet] = []
    total = 0
    for worksheet in shown:
        rows = tuple(_filled_rows(worksheet))
        total += len(rows)
        if total > MAX_ROWS:
            raise ImportRefused(RefusalReason.TOO_MANY_ROWS, {"limit": ROWS_IN_WORDS})
        if rows:
            found.append(Sheet(sheets=names, name=worksheet.title, rows=rows))
    if not found:
        raise ImportRefused(RefusalReason.EMPTY)
    return tuple(found)


def _read(data: bytes, wanted: str | None) -> Sheet:
    import openpyxl

    book = openpyxl.load_workbook(unpacked(data), read_only=True, data_only=True, keep_links=False)
    worksheets = {sheet.title: sheet for sheet in book.worksheets}
    visible = tuple(name for name, sheet in worksheets.items() if sheet.sheet_state == "visible")
    names = visible or tuple(worksheets)
    if wanted is not None and wanted not in worksheets:
        raise ImportRefused(RefusalReason.NO_SUCH_SHEET, {"sheet": wanted, "sheets": ", ".join(names[:20])})
    for name in names if wanted is None else (wanted,):
        rows = tuple(_filled_rows(worksheets[name]))
        if rows:
            return Sheet(sheets=names, name=name, rows=rows)
    raise ImportRefused(RefusalReason.EMPTY)


def _filled_rows(worksheet: Any) -> Iterator[Row]:
    # The size a sheet states about itself may be a lie in either direction.
    worksheet.reset_dimensions()
    cells = worksheet.iter_rows(max_col=MAX_COLUMNS, values_only=True)
    empty = filled = 0
    for number, values in enumerate(cells, start=1):
        texts = _trimmed(cell_text(value) for value in values)
        if texts:
            empty, filled = 0, filled + 1
            yield Row(number=number, cells=texts)
        else:
            empty += 1
        if filled > MAX_ROWS + _HEADER_AND_TITLES:
            raise ImportRefused(RefusalReason.TOO_MANY_ROWS, {"limit": ROWS_IN_WORDS})
        if empty >= _GIVE_UP_AFTER:
            return


def _trimmed(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the cells up to the last one that holds anything."""
    cells = list(islice(texts, MAX_COLUMNS))
    while cells and not cells[-1].strip():
        cells.pop()
    return tuple(cells)


def cell_text(value: object) -> str:
    """Return a cell as a Swedish Excel shows it: no trailing .0, decimal comma, ISO dates, no error codes."""
    match value:
        case None:
            return ""
        case bool():
            return "SANT" if value else "FALSKT"
        case float():
            return f"{value:.15g}".replace(".", ",")
        case datetime():
            return value.strftime("%Y-%m-%d" if value.time() == time() else "%Y-%m-%d %H.%M")
        case date():
            return value.isoformat()
        case _:
            return "" if value in _ERROR_CODES else str(value)
