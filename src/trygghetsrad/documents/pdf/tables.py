"""Tables of the document: a header that is repeated, thin lines, cells with smaller lines under."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.lib.units import mm

from trygghetsrad.documents.blocks import Align, Group
from trygghetsrad.documents.pdf.grids import grid
from trygghetsrad.documents.pdf.theme import HAIRLINE, HEADER_TINT, PAGE_HEIGHT, TEXT_WIDTH, Styles

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportlab.lib.styles import ParagraphStyle

    from trygghetsrad.documents.blocks import Cell, Column, Table
    from trygghetsrad.documents.pdf.flowables import TaggedParagraph
    from trygghetsrad.documents.pdf.tags import Tag
    from trygghetsrad.documents.pdf.theme import Dress

    SetText = Callable[[str, ParagraphStyle, Tag, float], list[TaggedParagraph]]

_PADDING = 5.0
_SHORT = PAGE_HEIGHT / 4
_TALL_ROW = PAGE_HEIGHT / 3
_DENSE = [
    ("TOPPADDING", (0, 1), (-1, -1), 1.3),
    ("BOTTOMPADDING", (0, 1), (-1, -1), 2.0),
]


def compose_table(table: Table, parent: Tag, set_text: SetText, dress: Dress) -> Any:
    """Return the table, with rows that belong together on one page."""
    widths = _widths(table.columns)
    tag = parent.add("Table", summary=table.summary)
    rows = [_header(table.columns, widths, tag.add("THead").add("TR"), set_text)]
    body = tag.add("TBody")
    for row in table.rows:
        line = body.add("TR")
        rows.append(
            _group(row, len(widths), line, set_text, dress)
            if isinstance(row, Group)
            else _row(row, table, widths, line, set_text)
        )
    groups = [number for number, row in enumerate(table.rows, start=1) if isinstance(row, Group)]
    style = [*_lines(dress), *(_DENSE if table.dense else []), *_group_lines(groups)]
    made = _measured(rows, widths, style, groups, table.row_height)
    made.spaceBefore = 6
    made.spaceAfter = 8
    return made


def _measured(
    rows: list[list[Any]], widths: list[float], style: list[Any], groups: list[int], room: float | None
) -> Any:
    """Set the table twice: once to know the heights, once with what follows from them."""
    draft = grid(rows, widths, style, head=1)
    draft.wrap(TEXT_WIDTH, PAGE_HEIGHT)
    head, *heights = vars(draft)["_rowHeights"]
    style = [*style, *_kept_together(heights, groups)]
    if room is None:
        return grid(rows, widths, style, head=1, too_tall=_TALL_ROW)
    # Every row is at least as high as people need to write in.
    fixed = [head, *(max(height, room * mm) for height in heights)]
    return grid(
        rows,
        widths,
        [*style, ("VALIGN", (0, 1), (-1, -1), "MIDDLE")],
        head=1,
        heights=fixed,
        too_tall=_TALL_ROW,
    )


def _kept_together(heights: list[float], groups: list[int]) -> list[Any]:
    """Keep a group with its first row, and do not leave the last row alone on a page."""
    pairs = [number for number in (*groups, len(heights) - 1) if 0 < number < len(heights)]
    short = [number for number in pairs if heights[number - 1] + heights[number] < _SHORT]
    return [("NOSPLIT", (0, number), (0, number + 1)) for number in short]


def _widths(columns: Sequence[Column]) -> list[float]:
    whole = sum(column.weight for column in columns)
    return [TEXT_WIDTH * column.weight / whole for column in columns]


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


def _header(columns: Sequence[Column], widths: list[float], line: Tag, set_text: SetText) -> list[Any]:
    cells = []
    for column, width in zip(columns, widths, strict=True):
        cell = set_text(column.title, Styles.column, line.add("TH", scope="Column"), width - 2 * _PADDING)
        for paragraph in cell:
            paragraph.tag.repeats = True
        cells.append(cell)
    return cells


def _group(group: Group, columns: int, line: Tag, set_text: SetText, dress: Dress) -> list[Any]:
    head = line.add("TH", scope="Row", columns=columns)
    return [set_text(group.title, dress.group, head, TEXT_WIDTH), *[""] * (columns - 1)]


def _row(
    row: Sequence[Cell], table: Table, widths: list[float], line: Tag, set_text: SetText
) -> list[list[Any]]:
    return [
        _cell(
            cell,
            line,
            set_text,
            width=width - 2 * _PADDING,
            column=column,
            names_row=place == table.row_header,
        )
        for place, (cell, column, width) in enumerate(zip(row, table.columns, widths, strict=True))
    ]


def _cell(
    cell: Cell, line: Tag, set_text: SetText, *, width: float, column: Column, names_row: bool
) -> list[Any]:
    """Set a cell; one without text cannot name its row."""
    tag = line.add("TH", scope="Row") if names_row and cell.text.strip() else line.add("TD")
    style = Styles.cell_right if column.align is Align.RIGHT else Styles.cell
    parts: list[Any] = set_text(cell.text, Styles.cell_strong if cell.strong else style, tag, width)
    for detail in cell.details:
        parts += set_text(detail, Styles.cell_detail, tag, width)
    return parts
