"""Workbooks made for the tests, sound ones and ones that mean harm."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

SHARED = Path(__file__).parents[2].parent / "shared" / "data"
SHEET_PART = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def a_workbook(sheets: Mapping[str, Iterable[Sequence[object]]], hidden: Sequence[str] = ()) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
        for row in rows:
            sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def a_list() -> bytes:
    return a_workbook({"Ledamöter": [["Namn", "E-post"], ["Anna Ek", "anna.ek@norrmyra.example"]]})


def with_part(data: bytes, name: str, content: str | bytes | None) -> bytes:
    """Return the archive with one part replaced, added, or left out when the content is None."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry.filename, old.read(entry))
        if content is not None:
            new.writestr(name, content)
    return out.getvalue()


def with_sheet(body: str, before: str = "") -> bytes:
    xml = f'<?xml version="1.0"?><worksheet xmlns="{MAIN}">{before}<sheetData>{body}</sheetData></worksheet>'
    return with_part(a_list(), SHEET_PART, xml)


def text_cell(text: str, place: str = "A1") -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def text_rows(texts: Iterable[str]) -> str:
    return "".join(f'<row r="{n}">{text_cell(text, f"A{n}")}</row>' for n, text in enumerate(texts, start=1))


def _laughs() -> bytes:
    entities = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    xml = f'<!DOCTYPE l [<!ENTITY a "ha">{entities}]><worksheet xmlns="{MAIN}"><sheetData>&j;</sheetData></worksheet>'
    return with_part(a_list(), SHEET_PART, xml)


def _outsider() -> bytes:
    xml = f'<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/hostname">]><worksheet xmlns="{MAIN}"><sheetData><row>{text_cell("&a;")}</row></sheetData></worksheet>'
    return with_part(a_list(), SHEET_PART, xml)


def _encrypted_entry() -> bytes:
    data = bytearray(a_list())
    data[data.find(b"PK\x03\x04") + 6] |= 1
    data[data.find(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _lying_directory() -> bytes:
    """Return an archive whose directory says 100 bytes where 30 MB come out."""
    data = bytearray(with_sheet(" " * 30_000_000))
    place = data.find(SHEET_PART.encode(), data.find(b"PK\x01\x02")) - 46
    data[place + 24 : place + 28] = (100).to_bytes(4, "little")
    return bytes(data)


def _many_entries() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(2_001):
            archive.writestr(f"xl/{number}.xml", "")
    return out.getvalue()


def _zip_of(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "x")
    return out.getvalue()


HOSTILE: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "cut off in the middle": (lambda: a_list()[:2000], "damaged"),
    "only the first bytes": (lambda: b"PK\x03\x04", "damaged"),
    "no list of contents": (lambda: with_part(a_list(), "[Content_Types].xml", None), "damaged"),
    "no workbook part": (lambda: with_part(a_list(), "xl/workbook.xml", None), "damaged"),
    "not XML": (lambda: with_part(a_list(), SHEET_PART, "hej"), "damaged"),
    "letters for a number": (lambda: with_sheet('<row r="1"><c r="A1"><v>abc</v></c></row>'), "damaged"),
    "no such place": (lambda: with_sheet('<row r="???"><c r="???"><v>1</v></c></row>'), "damaged"),
    "a billion laughs": (_laughs, "damaged"),
    "a file from outside": (_outsider, "damaged"),
    "a cell at the far end": (
        lambda: with_sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "empty",
    ),
    "a bomb of spaces": (lambda: with_sheet(" " * 30_000_000), "too_big"),
    "a small bomb": (lambda: with_sheet(" " * 5_000_000), "too_big"),
    "a lying directory": (_lying_directory, "damaged"),
    "too many parts": (_many_entries, "too_big"),
    "an encrypted part": (_encrypted_entry, "encrypted"),
    "a Word document": (lambda: _zip_of("word/document.xml"), "other_format"),
    "a LibreOffice file": (lambda: _zip_of("mimetype"), "other_format"),
    "a binary workbook": (lambda: _zip_of("xl/workbook.bin"), "other_format"),
    "some other archive": (lambda: _zip_of("läs mig.txt"), "damaged"),
    "nothing in it": (lambda: a_workbook({"Blad1": []}), "empty"),
    "too many rows": (
        lambda: with_sheet(text_rows(f"Anna Ek{n * 7919}" for n in range(20_100))),
        "too_many_rows",
    ),
}
