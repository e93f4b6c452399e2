"""Old plans as municipalities wrote them, made anew in Word and Excel for each test."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import docx
import openpyxl

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADER = ("Orsak", "Åtgärd", "Operativa mål", "När", "Vem", "Uppföljning")
LOCKS = (
    "Drivmedel förvaras utan lås",
    "Lås till alla cisterner",
    "40 lås",
    "2026-05-01",
    "Kommunen",
    "Varje år",
)
ROWS = (
    LOCKS,
    ("Drivmedel förvaras utan lås", "Informera lantbrukare", "Alla nådda", "v. 20", "Polisen", ""),
    ("Mörka gångvägar", "Laga belysningen", "", "löpande", "Åke Brännström", "Felanmälningar"),
)


def word(*tables: Sequence[Sequence[str]], heading: str = "") -> bytes:
    """A Word file with tables one after the other, each under the same heading if there is one."""
    made = docx.Document()
    made.add_paragraph("Åtgärdsplan 2026–2027")
    for rows in tables:
        if heading:
            made.add_heading(heading, level=2)
        table = made.add_table(rows=len(rows), cols=max(len(row) for row in rows))
        for number, row in enumerate(rows):
            for place, text in enumerate(row):
                table.cell(number, place).text = text
    return saved(made)


def merged_word() -> bytes:
    """A cause that covers two rows, and an area over the whole table."""
    made = docx.Document()
    table = made.add_table(rows=5, cols=6)
    for place, text in enumerate(HEADER):
        table.cell(0, place).text = text
    table.cell(1, 0).merge(table.cell(1, 5)).text = "Tillgrepp på landsbygden"
    for number, row in enumerate(ROWS, start=2):
        for place, text in enumerate(row):
            if not (number == 3 and place == 0):
                table.cell(number, place).text = text
    table.cell(2, 0).merge(table.cell(3, 0))
    return saved(made)


def excel(rows: Sequence[Sequence[object]], *, merge: str = "", sheet: str = "Blad1") -> bytes:
    made = openpyxl.Workbook()
    made.active.title = sheet
    for row in rows:
        made.active.append(list(row))
    if merge:
        made.active.merge_cells(merge)
    return saved(made)


def saved(made: object) -> bytes:
    target = BytesIO()
    made.save(target)
    return target.getvalue()
