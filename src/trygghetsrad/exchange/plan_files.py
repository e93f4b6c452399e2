"""The tables of a Word or Excel file, with merged cells filled out; what they say is for others to judge."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from zipfile import BadZipFile, ZipFile

from trygghetsrad.domain.contacts import ImportRefused, RefusalReason
from trygghetsrad.domain.errors import Refused, one_line
from trygghetsrad.domain.old_plan import RawTable
from trygghetsrad.exchange import worker

if TYPE_CHECKING:
    from collections.abc import Iterator

_OLD_FORMAT: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_UNNAMED: Final = re.compile(r"(?i)(?:blad|sheet|ark)\s*\d*")
_MOST_ROWS: Final = 5_000
_MOST_COLUMNS: Final = 60


def workbook_tables(data: bytes, name: str) -> tuple[RawTable, ...]:
    """Return every visible sheet of an Excel file as a table, read in a child process.

    Raises Refused for a file that is locked, broken or too big.
    """
    said = f"”{one_line(name)}”"
    if data.startswith(_OLD_FORMAT):
        raise _locked(said) if _LOCKED in data else _old(said)
    try:
        sheets = worker.read_sheets(data)
    except ImportRefused as error:
        if error.reason is RefusalReason.ENCRYPTED:
            raise _locked(said) from error
        if error.reason is RefusalReason.EMPTY:
            return ()
        if error.reason in {RefusalReason.TOO_BIG, RefusalReason.TOO_MANY_ROWS, RefusalReason.TIMED_OUT}:
            raise Refused(
                f"{said} är för stor att läsa. Inget har lästs in. Spara bladet med planen i en egen fil."
            ) from error
        raise _broken(said) from error
    return tuple(
        RawTable(
            title="" if _UNNAMED.fullmatch(sheet.name) else sheet.name,
            rows=tuple((row.number, row.cells) for row in sheet.rows),
        )
        for sheet in sheets
    )


def word_tables(data: bytes, name: str) -> tuple[RawTable, ...]:
    """Return every table of a Word file that has been checked (documents/docx/guard.py).

    Each carries the heading above it. Raises Refused for a file that is broken.
    """
    try:
        with ZipFile(BytesIO(data)) as packed:
            return tuple(_tables(packed.read("word/document.xml")))
    except (SyntaxError, KeyError, ValueError, OSError, BadZipFile) as error:
        raise _broken(f"”{one_line(name)}”") from error


def _tables(document: bytes) -> Iterator[RawTable]:
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    heading = ""
    for part in parse_xml(document).iter(qn("w:p"), qn("w:tbl")):
        if part.tag == qn("w:tbl"):
            yield RawTable(title=heading, rows=tuple(enumerate(_rows(part), start=1)))
        elif _is_heading(part):
            heading = _paragraph(part)


def _is_heading(part: Any) -> bool:
    from docx.oxml.ns import qn

    style = part.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    said = "" if style is None else str(style.get(qn("w:val"))).casefold()
    return said.startswith(("heading", "rubrik"))


def _rows(table: Any) -> Iterator[tuple[str, ...]]:
    from docx.oxml.ns import qn

    above: list[str] = []
    for number, row in enumerate(table.iter(qn("w:tr"))):
        if next(row.iterancestors(qn("w:tbl"))) is not table:
            continue  # a table within a cell has rows of its own
        if number > _MOST_ROWS:
            raise ValueError
        above = _cells(row, above)
        yield tuple(above)


def _cells(row: Any, above: list[str]) -> list[str]:
    """Return the texts of a row; a merged cell stands in every place it covers."""
    from docx.oxml.ns import qn

    cells = [""] * min(_number(row, "w:trPr", "w:gridBefore", 0), _MOST_COLUMNS)
    for cell in row.iter(qn("w:tc")):
        if next(cell.iterancestors(qn("w:tr"))) is not row:
            continue
        merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
        carried = merged is not None and merged.get(qn("w:val")) != "restart"
        place = len(cells)
        text = above[place] if carried and place < len(above) else _cell(cell)
        cells += [text] * min(_number(cell, "w:tcPr", "w:gridSpan", 1), _MOST_COLUMNS)
        if len(cells) > _MOST_COLUMNS:
            break
    return cells


def _number(part: Any, properties: str, name: str, usual: int) -> int:
    from docx.oxml.ns import qn

    found = part.find(f"{qn(properties)}/{qn(name)}")
    return usual if found is None else max(int(found.get(qn("w:val")) or usual), usual)


def _cell(cell: Any) -> str:
    from docx.oxml.ns import qn

    return "\n".join(filter(None, (_paragraph(one) for one in cell.findall(qn("w:p")))))


def _paragraph(part: Any) -> str:
    from docx.oxml.ns import qn

    signs = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:noBreakHyphen"): "\u2011"}
    pieces = [
        signs.get(piece.tag) or piece.text or ""
        for piece in part.iter(qn("w:t"), *signs)
        if not _moved(piece)
    ]
    return "".join(pieces).strip()


def _moved(piece: Any) -> bool:
    from docx.oxml.ns import qn

    return next(piece.iterancestors(qn("w:moveFrom"), qn("w:del"), qn("w:pPr")), None) is not None


def _locked(said: str) -> Refused:
    return Refused(f"{said} är låst med lösenord. Inget har lästs in. Ta bort lösenordet och försök igen.")


def _old(said: str) -> Refused:
    return Refused(
        f"{said} är i ett äldre format. Inget har lästs in. Spara den som .xlsx eller .docx först."
    )


def _broken(said: str) -> Refused:
    return Refused(f"{said} är skadad och gick inte att läsa. Inget har lästs in. Välj en annan fil.")
