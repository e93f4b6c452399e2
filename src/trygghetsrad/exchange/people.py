"""Lists of people from any program: a file or a pasted text becomes a table, the table becomes contacts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from trygghetsrad.domain.contacts import (
    ContactField,
    ContactProblem,
    ImportReading,
    ImportRefused,
    RefusalReason,
    tidy,
)
from trygghetsrad.exchange import addresses, columns, tables, vcards, worker
from trygghetsrad.exchange.contacts import contacts_of
from trygghetsrad.exchange.tables import MAX_COLUMNS, MAX_ROWS, Row
from trygghetsrad.exchange.text import MAX_BYTES, decode

if TYPE_CHECKING:
    from collections.abc import Sequence


class SourceKind(StrEnum):
    """What sort of list was recognised."""

    TEXT = "text"
    SPREADSHEET = "spreadsheet"
    CARDS = "cards"
    ADDRESSES = "addresses"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column's header, as written or "Kolumn 1", and what it seems to hold."""

    header: str
    guess: ContactField


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleTable:
    """A list as read, every row as wide as the columns; `charset` is a codec name or empty."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    row_numbers: tuple[int, ...]
    has_header: bool
    source: SourceKind
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    charset: str = ""
    problems: tuple[ContactProblem, ...] = ()

    @property
    def guesses(self) -> tuple[ContactField, ...]:
        return tuple(column.guess for column in self.columns)

    def where(self, index: int) -> str:
        """Return how a coordinator finds the row again: rad 7, as the spreadsheet counts, or kort 3."""
        word = "kort" if self.source is SourceKind.CARDS else "rad"
        return f"{word} {self.row_numbers[index]}"


def read_people_text(text: str, *, has_header: bool | None = None) -> PeopleTable:
    """Return the list in a pasted text; `has_header` overrules what is guessed about the first row.

    Raises ImportRefused (EMPTY, TOO_BIG, TOO_MANY_ROWS, NOT_A_TABLE).
    """
    if len(text) > MAX_BYTES:
        raise ImportRefused(RefusalReason.TOO_BIG)
    if not tidy(text[:MAX_BYTES]):
        raise ImportRefused(RefusalReason.EMPTY)
    return _from_text(text, charset="", has_header=has_header)


def read_people_file(
    name: str, data: bytes, sheet: str | None = None, *, has_header: bool | None = None
) -> PeopleTable:
    """Return the list in a CSV, text, Excel or vCard file, known by its content and not by its name.

    Raises ImportRefused with the file's name among its facts.
    """
    try:
        return _from_bytes(data, sheet, has_header)
    except ImportRefused as refused:
        facts = dict(refused.facts) | {"name": tidy(re.split(r"[/\\]", name)[-1])}
        raise ImportRefused(refused.reason, facts) from refused


def contacts_from(table: PeopleTable, fields: Sequence[ContactField]) -> ImportReading:
    """Return the persons of a table, its columns read as the given fields, and what was wrong by row."""
    places = [table.where(index) for index in range(len(table.rows))]
    reading = contacts_of(table.rows, fields, places)
    return ImportReading(contacts=reading.contacts, problems=table.problems + reading.problems)


_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_EXCEL_STARTS: Final = (b"\x09\x08", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00", b"\x09\x00\x04\x00")
_OTHER_STARTS: Final = (
    (b"%PDF", "ett PDF-dokument"),
    (b"{\\rtf", "ett textdokument (RTF)"),
    (b"\x89PNG", "en bild"),
    (b"\xff\xd8\xff", "en bild"),
    (b"GIF8", "en bild"),
    (b"<!doctype html", "en webbsida"),
    (b"<html", "en webbsida"),
    (b"<table", "en webbsida"),
    (b"<?xml", "en XML-fil"),
)
_OTHER_OLE: Final = (
    ("WordDocument", "ett äldre Worddokument"),
    ("__properties_version1", "ett Outlookmeddelande"),
)


def _from_bytes(data: bytes, sheet: str | None, has_header: bool | None) -> PeopleTable:
    if not data:
        raise ImportRefused(RefusalReason.EMPTY)
    if len(data) > MAX_BYTES:
        raise ImportRefused(RefusalReason.TOO_BIG)
    if data.startswith(b"PK\x03\x04"):
        return _from_spreadsheet(data, sheet, has_header)
    _refuse_known_formats(data)
    if sheet is not None:
        raise ImportRefused(RefusalReason.NO_SHEETS, {"sheet": tidy(sheet)})
    decoded = decode(data)
    return _from_text(decoded.text, charset=decoded.charset, has_header=has_header)


def _refuse_known_formats(data: bytes) -> None:
    """Raise ImportRefused for what is recognised but cannot be read here."""
    if data.startswith(_OLE):
        # An Excel file with a password is an old-style container around the encrypted new one.
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise ImportRefused(RefusalReason.ENCRYPTED)
        what = next((words for mark, words in _OTHER_OLE if mark.encode("utf-16-le") in data), "")
        raise ImportRefused(RefusalReason.OTHER_FORMAT if what else RefusalReason.OLD_EXCEL, {"what": what})
    if data.startswith(_OLD_EXCEL_STARTS):
        raise ImportRefused(RefusalReason.OLD_EXCEL)
    start = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
    for mark, what in _OTHER_STARTS:
        if start[: len(mark)].lower() == mark.lower():
            raise ImportRefused(RefusalReason.OTHER_FORMAT, {"what": what})


def _from_spreadsheet(data: bytes, wanted: str | None, has_header: bool | None) -> PeopleTable:
    found = worker.read_spreadsheet(data, wanted)
    table = _table(found.rows, SourceKind.SPREADSHEET, has_header)
    return replace(table, sheets=found.sheets, sheet=found.name)


def _from_text(text: str, *, charset: str, has_header: bool | None) -> PeopleTable:
    if vcards.holds_cards(text):
        return replace(_from_cards(text), charset=charset)
    read = tables.read_table(text, max_rows=MAX_ROWS + columns.SEARCHED_ROWS)
    header = columns.find_header([row.cells for row in read.rows[: columns.SEARCHED_ROWS]])
    if header is None and addresses.is_address_list(text):
        return replace(_from_addresses(text), charset=charset)
    table = _table(read.rows, SourceKind.TEXT, has_header)
    if set(table.guesses) == {ContactField.IGNORE} and (len(table.columns) == 1 or read.evenness < 0.6):
        raise ImportRefused(RefusalReason.NOT_A_TABLE)
    return replace(table, charset=charset)


def _from_cards(text: str) -> PeopleTable:
    cards = vcards.read_cards(text)
    if not cards.rows:
        raise ImportRefused(RefusalReason.DAMAGED)
    return PeopleTable(
        columns=tuple(Column(header=kind.label, guess=kind) for kind in vcards.CARD_FIELDS),
        rows=tuple(row.cells for row in cards.rows),
        row_numbers=tuple(row.number for row in cards.rows),
        has_header=False,
        source=SourceKind.CARDS,
        problems=cards.problems,
    )


def _from_addresses(text: str) -> PeopleTable:
    rows = addresses.read_addresses(text)
    if len(rows) > MAX_ROWS:
        raise ImportRefused(RefusalReason.TOO_MANY_ROWS, {"limit": tables.ROWS_IN_WORDS})
    kinds = (ContactField.FULL_NAME, ContactField.EMAIL)
    return PeopleTable(
        columns=tuple(Column(header=kind.label, guess=kind) for kind in kinds),
        rows=tuple(row.cells for row in rows),
        row_numbers=tuple(row.number for row in rows),
        has_header=False,
        source=SourceKind.ADDRESSES,
    )


def _table(rows: Sequence[Row], source: SourceKind, has_header: bool | None) -> PeopleTable:
    """Return the rows below the headers, all of one width, each column with a guess."""
    found = columns.find_header([row.cells for row in rows[: columns.SEARCHED_ROWS]])
    header = {None: found, True: found or 0, False: None}[has_header]
    data = rows if header is None else rows[header + 1 :]
    if not data:
        raise ImportRefused(RefusalReason.EMPTY)
    if len(data) > MAX_ROWS:
        raise ImportRefused(RefusalReason.TOO_MANY_ROWS, {"limit": tables.ROWS_IN_WORDS})
    titles = () if header is None else tuple(tidy(cell) for cell in rows[header].cells)
    width = min(max(len(titles), *(len(row.cells) for row in data)), MAX_COLUMNS)
    cells = tuple((row.cells + ("",) * width)[:width] for row in data)
    titles = (titles + ("",) * width)[:width]
    guesses = columns.guess_columns(titles, cells) if any(titles) else columns.guess_by_content(width, cells)
    return PeopleTable(
        columns=tuple(
            Column(header=title or f"Kolumn {n}", guess=guess)
            for n, (title, guess) in enumerate(zip(titles, guesses, strict=True), start=1)
        ),
        rows=cells,
        row_numbers=tuple(row.number for row in data),
        has_header=header is not None,
        source=source,
        problems=_above(rows[:header] if header else ()),
    )


def _above(rows: Sequence[Row]) -> tuple[ContactProblem, ...]:
    """Tell of the lines above the headers: usually a title, but nothing is left out in silence."""
    return tuple(
        ContactProblem(where=f"rad {row.number}", text="Raden står ovanför rubrikerna och lästes inte.")
        for row in rows
    )
