"""Tables of the document: a header that is repeated, thin lines, cells with smaller lines under."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.lib.units import mm

from trygghetsrad.documents.blocks import Align, Group
from trygghetsrad.documents.cells import placed_rows
from trygghetsrad.documents.pdf.grids import LongCell, grid
from trygghetsrad.documents.pdf.spans import Reach, reach_style
from trygghetsrad.documents.pdf.tags import Tag
from trygghetsrad.documents.pdf.theme import HAIRLINE, HEADER_TINT, Styles

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.lib.styles import ParagraphStyle

    from trygghetsrad.documents.blocks import Cell, Column, Table
    from trygghetsrad.documents.cells import PlacedRow
    from trygghetsrad.documents.pdf.flowables import TaggedParagraph
    from trygghetsrad.documents.pdf.theme import Dress, Sheet

    SetText = Callable[[str, ParagraphStyle, Tag, float], list[TaggedParagraph]]

_PADDING = 5.0
# Shares of the height of a page.
_SHORT = 1 / 4
_TALL_ROW = 1 / 3
_KEPT_WHOLE = 1 / 3
_DENSE = [
    ("TOPPADDING", (0, 1), (-1, -1), 1.3),
    ("BOTTOMPADDING", (0, 1), (-1, -1), 2.0),
]


def compose_table(table: Table, parent: Tag, set_text: SetText, dress: Dress, sheet: Sheet) -> Any:
    """Return the table, with rows that belong together on one page."""
    return _Setting(table, set_text, dress, sheet).made(parent)


class _Setting:
    """Sets one table: its tags and texts first, then its heights and what follows from them."""

    def __init__(self, table: Table, set_text: SetText, dress: Dress, sheet: Sheet) -> None:
        self._table = table
        self._set_text = set_text
        self._dress = dress
        self._sheet = sheet
        whole = sum(column.weight for column in table.columns)
        self._widths = [sheet.text_width * column.weight / whole for column in table.columns]
        self._reaches: list[Reach] = []

    def made(self, parent: Tag) -> Any:
        tag = parent.add("Table", summary=self._table.summary)
        rows = [self._header(tag.add("THead").add("TR"))]
        body = tag.add("TBody")
        for number, row in enumerate(placed_rows(self._table), start=1):
            line = body.add("TR")
            rows.append(self._group(row, line) if isinstance(row, Group) else self._row(row, line, number))
        made = self._measured(rows)
        made.spaceBefore = 6
        made.spaceAfter = 8
        return made

    def _measured(self, rows: list[list[Any]]) -> Any:
        """Set the table twice: once to know the heights, once with what follows from them."""
        groups = [number for number, row in enumerate(self._table.rows, start=1) if isinstance(row, Group)]
        style = [*_lines(self._dress), *(_DENSE if self._table.dense else []), *_group_lines(groups)]
        draft = grid(rows, self._widths, [*style, *reach_style(self._reaches, short=False)], head=1)
        draft.wrap(self._sheet.text_width, self._sheet.height)
        head, *heights = vars(draft)["_rowHeights"]
        long = [reach for reach in self._reaches if self._is_long(reach, heights)]
        style += _kept_together(heights, groups, self._sheet.height * _SHORT)
        style += reach_style([reach for reach in self._reaches if reach not in long], short=True)
        style += reach_style(long, short=False)
        fixed = None
        if self._table.row_height is not None:
            # Every row is at least as high as people need to write in.
            fixed = [head, *(max(height, self._table.row_height * mm) for height in heights)]
            style.append(("VALIGN", (0, 1), (-1, -1), "MIDDLE"))
        tall = self._sheet.height * _TALL_ROW
        made = grid(rows, self._widths, style, head=1, heights=fixed, too_tall=tall)
        made.long_cells = tuple(self._long_cell(reach) for reach in long)
        return made

    def _is_long(self, reach: Reach, heights: list[float]) -> bool:
        covered = heights[reach.row - 1 : reach.row - 1 + reach.cell.rows]
        return reach.cell.rows > 1 and sum(covered) > self._sheet.height * _KEPT_WHOLE

    def _long_cell(self, reach: Reach) -> LongCell:
        def again() -> list[Any]:
            # Heard once, where it begins; on the pages after only seen.
            cell, aside = reach.cell, Tag(role="Div")
            parts = self._set_text(cell.text, _style_of(cell, self._column(reach)), aside, reach.width)
            for part in parts:
                part.tag.unheard = True
            return list(parts)

        last = reach.row + reach.cell.rows - 1
        return LongCell(column=reach.column, first=reach.row, last=last, again=again)

    def _column(self, reach: Reach) -> Column:
        return self._table.columns[reach.column]

    def _header(self, line: Tag) -> list[Any]:
        cells = []
        for column, width in zip(self._table.columns, self._widths, strict=True):
            style = Styles.column_right if column.align is Align.RIGHT else Styles.column
            tag = line.add("TH", scope="Column")
            cell = self._set_text(column.title, style, tag, width - 2 * _PADDING)
            for paragraph in cell:
                paragraph.tag.repeats = True
            cells.append(cell)
        return cells

    def _group(self, group: Group, line: Tag) -> list[Any]:
        columns = len(self._widths)
        head = line.add("TH", scope="Row", columns=columns)
        title = self._set_text(group.title, self._dress.group, head, self._sheet.text_width)
        return [title, *[""] * (columns - 1)]

    def _row(self, row: PlacedRow, line: Tag, number: int) -> list[Any]:
        """Set the cells that begin in the row; where others reach into it there is nothing."""
        cells: list[Any] = [""] * len(self._widths)
        for one in row:
            width = sum(self._widths[one.column : one.end]) - 2 * _PADDING
            reach = Reach(cell=one.cell, column=one.column, row=number, width=width)
            cells[one.column] = self._cell(reach, line)
            if one.cell.rows > 1 or one.cell.columns > 1:
                self._reaches.append(reach)
        return cells

    def _cell(self, reach: Reach, line: Tag) -> list[Any]:
        """Set a cell; one without text cannot name its row."""
        cell = reach.cell
        names_row = reach.column == self._table.row_header and cell.text.strip()
        role, scope = ("TH", "Row") if names_row else ("TD", "")
        tag = line.add(role, scope=scope, columns=cell.columns, rows=cell.rows)
        parts: list[Any] = self._set_text(cell.text, _style_of(cell, self._column(reach)), tag, reach.width)
        for detail in cell.details:
            parts += self._set_text(detail, Styles.cell_detail, tag, reach.width)
        return parts


def _style_of(cell: Cell, column: Column) -> ParagraphStyle:
    if cell.strong:
        return Styles.cell_strong
    return Styles.cell_right if column.align is Align.RIGHT else Styles.cell


def _kept_together(heights: list[float], groups: list[int], most: float) -> list[Any]:
    """Keep a group with its first row, and do not leave the last row alone on a page."""
    pairs = [number for number in (*groups, len(heights) - 1) if 0 < number < len(heights)]
    short = [number for number in pairs if heights[number - 1] + heights[number] < most]
    return [("NOSPLIT", (0, number), (0, number + 1)) for number in short]


def _lines(dress: Dress) -> list[Any]:
    return [
        ("BACKGROUND", (0, 0), (-1, 0), HEADER_TINT),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, dress.accent),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, HAIRLINE),
        ("TOPPADDING", (0, 0), (-1, -1), 3.2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
    ]


def _group_lines(groups: list[int]) -> list[Any]:
    spans = [("SPAN", (0, number), (-1, number)) for number in groups]
    return [*spans, *(("TOPPADDING", (0, number), (-1, number), 9) for number in groups)]
