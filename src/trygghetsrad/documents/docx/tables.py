"""Tables of a Word file: a header row that is repeated, whole rows, cells with smaller lines under."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn

from trygghetsrad.documents.blocks import Align, Cell, Group
from trygghetsrad.documents.cells import Placed, placed_rows
from trygghetsrad.documents.docx.text import parted, word_text
from trygghetsrad.documents.docx.xml import element, paragraph, text_run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.documents.blocks import Column, Table
    from trygghetsrad.documents.cells import PlacedRow
    from trygghetsrad.documents.docx.styles import Styles

_TWIPS_PER_POINT = 20
_TWIPS_PER_MILLIMETRE = 1440 / 25.4
_PADDING = 10
# Longer than this, a table that should stay together would jump a page and leave the one before it empty.
_MOST_ROWS_TOGETHER = 24
_MOST_LETTERS_WHOLE = 1_500
_SIZE = 10
_SHORT_WORD = 10
_TWIPS_PER_LETTER = 110


class TableMaker:
    """Lays out tables across the text of one file."""

    def __init__(self, styles: Styles, width: int) -> None:
        self._styles = styles
        self._width = width

    def table(self, table: Table) -> Any:
        widths = self._widths(table)
        made = element("w:tbl", self._properties(table), _grid(widths), self._header(table, widths))
        together = table.together and len(table.rows) <= _MOST_ROWS_TOGETHER
        reaching: dict[int, Placed] = {}
        for number, row in enumerate(placed_rows(table), start=1):
            if isinstance(row, Group):
                made.append(self._group(row, len(widths)))
                continue
            made.append(self._row(row, table, widths, reaching, keep=together and number < len(table.rows)))
            below = [*reaching.values(), *row]
            reaching = {one.column: _shorter(one) for one in below if one.cell.rows > 1}
        return made

    def _properties(self, table: Table) -> Any:
        looks = {"firstRow": 1, "lastRow": 0, "firstColumn": int(table.row_header == 0), "lastColumn": 0}
        dense = element(
            "w:tblCellMar",
            element("w:top", w=20, type="dxa"),
            element("w:bottom", w=30, type="dxa"),
        )
        return element(
            "w:tblPr",
            element("w:tblStyle", val=self._styles["Dokumenttabell"]),
            element("w:tblW", w=self._width, type="dxa"),
            element("w:tblLayout", type="fixed"),
            *([dense] if table.dense else []),
            element("w:tblLook", val="0420", noHBand=1, noVBand=1, **looks),
            element("w:tblCaption", val=word_text(table.summary)),
        )

    def _widths(self, table: Table) -> list[int]:
        """Return the shares of the columns; one too narrow for its short words takes from the widest."""
        whole = sum(column.weight for column in table.columns)
        widths = [round(self._width * column.weight / whole) for column in table.columns]
        for place, least in enumerate(_least_widths(table)):
            lacking = least - widths[place]
            if lacking > 0:
                widths[place] += lacking
                widths[widths.index(max(widths))] -= lacking
        return widths

    def _header(self, table: Table, widths: list[int]) -> Any:
        cells = [
            self._cell(Cell(column.title), column, width, "Tabellhuvud")
            for column, width in zip(table.columns, widths, strict=True)
        ]
        return _row(cells, element("w:tblHeader"))

    def _group(self, group: Group, columns: int) -> Any:
        text = text_run(word_text(group.title))
        line = paragraph(self._styles["Tabellgrupp"], text, keepNext=element("w:keepNext"))
        about = element("w:tcPr", element("w:tcW", w=self._width, type="dxa"))
        about.append(element("w:gridSpan", val=columns))
        return _row([element("w:tc", about, line)])

    def _row(
        self, row: PlacedRow, table: Table, widths: list[int], reaching: dict[int, Placed], *, keep: bool
    ) -> Any:
        """Return a row; where a cell reaches into it from above, Word wants an empty one."""
        from_above = {
            column: Placed(Cell("", rows=one.cell.rows, columns=one.cell.columns), column)
            for column, one in reaching.items()
        }
        cells = []
        for one in sorted([*row, *from_above.values()], key=lambda one: one.column):
            width = sum(widths[one.column : one.end])
            cell = self._cell(one.cell, table.columns[one.column], width, "Tabelltext", keep=keep)
            _merge(cell, one.cell, begins=one.column not in from_above)
            cells.append(cell)
        if table.row_height is None:
            return _row(cells)
        height = round(table.row_height * _TWIPS_PER_MILLIMETRE)
        for cell in cells:
            cell.find(qn("w:tcPr")).append(element("w:vAlign", val="center"))
        return _row(cells, element("w:trHeight", val=height, hRule="atLeast"))

    def _cell(self, cell: Cell, column: Column, width: int, style: str, *, keep: bool = False) -> Any:
        right = column.align is Align.RIGHT
        room = width / _TWIPS_PER_POINT - _PADDING

        def line(text: str, style: str, *, bold: bool = False) -> Any:
            run = text_run(parted(word_text(text), room, _SIZE), bold=bold)
            return paragraph(
                self._styles[style],
                run,
                keepNext=element("w:keepNext") if keep else None,
                jc=element("w:jc", val="right") if right else None,
            )

        texts = [text for text in word_text(cell.text).split("\n") if text.strip()] or [""]
        lines = [line(text, style, bold=cell.strong) for text in texts]
        lines += [line(text, "Tabellnot") for text in cell.details if text.strip()]
        return element("w:tc", element("w:tcPr", element("w:tcW", w=width, type="dxa")), *lines)


def _shorter(one: Placed) -> Placed:
    return Placed(replace(one.cell, rows=one.cell.rows - 1), one.column)


def _merge(made: Any, cell: Cell, *, begins: bool) -> None:
    """Tell Word over how many columns a cell reaches, and whether it goes on from the row above."""
    about = made.find(qn("w:tcPr"))
    if cell.columns > 1:
        about.append(element("w:gridSpan", val=cell.columns))
    if not begins:
        about.append(element("w:vMerge"))
    elif cell.rows > 1:
        about.append(element("w:vMerge", val="restart"))


def _least_widths(table: Table) -> list[int]:
    """Return what "§ 14" and "2026-12-08" need so as not to be broken."""
    texts = [[column.title] for column in table.columns]
    for row in placed_rows(table):
        if not isinstance(row, Group):
            for one in row:
                if one.cell.columns == 1:
                    texts[one.column].append(one.cell.text)
    longest = [
        max((len(word) for text in column for word in text.split(" ") if len(word) <= _SHORT_WORD), default=0)
        for column in texts
    ]
    return [letters * _TWIPS_PER_LETTER + _PADDING * _TWIPS_PER_POINT for letters in longest]


def _grid(widths: Sequence[int]) -> Any:
    return element("w:tblGrid", *(element("w:gridCol", w=width) for width in widths))


def _row(cells: Sequence[Any], *properties: Any) -> Any:
    """Return a row that moves to the next page whole, unless it may be as tall as a page."""
    letters = sum(len(text.text or "") for cell in cells for text in cell.iter(qn("w:t")))
    whole = [element("w:cantSplit")] if letters < _MOST_LETTERS_WHOLE else []
    return element("w:tr", element("w:trPr", *whole, *properties), *cells)
