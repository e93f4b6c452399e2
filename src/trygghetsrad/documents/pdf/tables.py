"""Tables of the document: a header that is repeated, thin lines, cells with smaller lines under."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.lib.units import mm

from trygghetsrad.documents.blocks import Align, Group
from trygghetsrad.documents.pdf.grids import grid
from trygghetsrad.documents.pdf.theme import HAIRLINE, HEADER_TINT, QUIET, TEXT_WIDTH, Styles

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportlab.lib.styles import ParagraphStyle

    from trygghetsrad.documents.blocks import Cell, Column, Table
    from trygghetsrad.documents.pdf.flowables import TaggedParagraph
    from trygghetsrad.documents.pdf.tags import Tag

    SetText = Callable[[str, ParagraphStyle, Tag], list[TaggedParagraph]]

_PADDING = 5.0


def compose_table(table: Table, parent: Tag, set_text: SetText) -> Any:
    tag = parent.add("Table", summary=table.summary)
    rows = [_header(table.columns, tag.add("THead").add("TR"), set_text)]
    body = tag.add("TBody")
    spans: list[Any] = []
    for row in table.rows:
        line = body.add("TR")
        if isinstance(row, Group):
            spans.append(("SPAN", (0, len(rows)), (-1, len(rows))))
            spans.append(("TOPPADDING", (0, len(rows)), (-1, len(rows)), 9))
            rows.append(_group(row, len(table.columns), line, set_text))
        else:
            rows.append(
                [
                    _cell(cell, line, set_text, column=column, names_row=place == table.row_header)
                    for place, (cell, column) in enumerate(zip(row, table.columns, strict=True))
                ]
            )
    grown = grid(rows, _widths(table.columns), [*_lines(), *spans], head=1)
    if table.row_height:
        _give_room(grown, table.row_height * mm)
    grown.spaceBefore = 3
    grown.spaceAfter = 8
    return grown


def _widths(columns: Sequence[Column]) -> list[float]:
    whole = sum(column.weight for column in columns)
    return [TEXT_WIDTH * column.weight / whole for column in columns]


def _lines() -> list[Any]:
    return [
        ("BACKGROUND", (0, 0), (-1, 0), HEADER_TINT),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, QUIET),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, HAIRLINE),
        ("TOPPADDING", (0, 0), (-1, -1), 3.2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
    ]


def _header(columns: Sequence[Column], line: Tag, set_text: SetText) -> list[Any]:
    cells = []
    for column in columns:
        cell = set_text(column.title, Styles.column, line.add("TH", scope="Column"))
        for paragraph in cell:
            paragraph.tag.repeats = True
        cells.append(cell)
    return cells


def _group(group: Group, columns: int, line: Tag, set_text: SetText) -> list[Any]:
    head = line.add("TH", scope="Row", columns=columns)
    return [set_text(group.title, Styles.group, head), *[""] * (columns - 1)]


def _cell(cell: Cell, line: Tag, set_text: SetText, *, column: Column, names_row: bool) -> list[Any]:
    """Set a cell; one without text cannot name its row."""
    tag = line.add("TH", scope="Row") if names_row and cell.text.strip() else line.add("TD")
    style = Styles.cell_right if column.align is Align.RIGHT else Styles.cell
    parts: list[Any] = set_text(cell.text, Styles.cell_strong if cell.strong else style, tag)
    for detail in cell.details:
        parts += set_text(detail, Styles.cell_detail, tag)
    return parts


def _give_room(table: Any, height: float) -> None:
    """Make every row at least as high as people need to write in."""
    from trygghetsrad.documents.pdf.theme import PAGE_HEIGHT

    table.wrap(TEXT_WIDTH, PAGE_HEIGHT)
    heights = table._rowHeights  # noqa: SLF001
    table._argH = [heights[0], *(max(row, height) for row in heights[1:])]  # noqa: SLF001
