"""Invisible grids that put things side by side: labels and values, boxes, signatures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from reportlab.platypus import Table
from typing_extensions import override

from trygghetsrad.documents.blocks import Tone
from trygghetsrad.documents.pdf.flowables import TintsAndLines
from trygghetsrad.documents.pdf.fonts import REGULAR
from trygghetsrad.documents.pdf.theme import LABEL_WIDTH, NOTICE_LINE, NOTICE_TINT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from trygghetsrad.documents.pdf.theme import Dress

_PLAIN = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("FONTNAME", (0, 0), (-1, -1), REGULAR),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
]
# Running text of more than some lines may part; less of it moves to the next page whole.
_TALL_TEXT = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LongCell:
    """A cell that reaches over more rows than can be kept on one page."""

    column: int
    first: int
    last: int
    again: Callable[[], list[Any]]
    """Sets its text once more, for a page on which its rows go on."""


class Grid(Table):
    """A table that parts between rows, and inside a row only where the row is too tall to move."""

    too_tall: float = 0
    long_cells: tuple[LongCell, ...] = ()

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Any]:
        self.wrap(availWidth, availHeight)
        first: float = vars(self)["_rowHeights"][self.repeatRows]
        self.splitInRow = int(first > self.too_tall)
        parts: list[Any] = super().split(availWidth, availHeight)
        if parts[1:]:
            self._carry_over(parts[1])
        return parts

    def _carry_over(self, rest: Any) -> None:
        """Begin the rest with what its rows belong to, where a cell reaches into it from the page before."""
        values = vars(rest)["_cellvalues"]
        gone = len(vars(self)["_cellvalues"]) - len(values)
        rest.long_cells = tuple(
            replace(cell, first=cell.first - gone, last=cell.last - gone)
            for cell in self.long_cells
            if cell.last - gone >= self.repeatRows
        )
        for cell in rest.long_cells:
            if cell.first < self.repeatRows:
                values[self.repeatRows][cell.column] = cell.again()

    @override
    def onSplit(self, T: Any, byRow: int = 1) -> None:
        T.too_tall = self.too_tall


def grid(
    rows: Sequence[Sequence[Any]],
    widths: Sequence[float],
    style: Sequence[Any],
    *,
    head: int = 0,
    heights: Sequence[float] | None = None,
    too_tall: float = _TALL_TEXT,
) -> Grid:
    """Return a grid without lines or padding but those of the style."""
    made = Grid(
        [list(row) for row in rows],
        colWidths=list(widths),
        rowHeights=list(heights) if heights else None,
        style=[*_PLAIN, *style],
        repeatRows=head,
        splitByRow=1,
        hAlign="LEFT",
        renderCB=cast("Any", TintsAndLines()),
    )
    made.too_tall = too_tall
    return made


def pair_grid(rows: Sequence[Sequence[Any]], width: float) -> Any:
    table = grid(rows, (LABEL_WIDTH, width - LABEL_WIDTH), [("BOTTOMPADDING", (0, 0), (-1, -1), 3)])
    table.spaceBefore = 4
    table.spaceAfter = 4
    return table


def box_grid(inner: list[Any], tone: Tone, dress: Dress, width: float) -> Any:
    tint, line = (NOTICE_TINT, NOTICE_LINE) if tone is Tone.NOTICE else (dress.tint, dress.accent)
    padding = [("BOTTOMPADDING", (0, row), (0, row), part.getSpaceAfter()) for row, part in enumerate(inner)]
    between = [
        ("TOPPADDING", (0, row), (0, row), part.getSpaceBefore()) for row, part in enumerate(inner) if row
    ]
    table = grid(
        [[[part]] for part in inner],
        (width,),
        [
            ("BACKGROUND", (0, 0), (-1, -1), tint),
            ("LINEBEFORE", (0, 0), (0, -1), 2.2, line),
            ("LEFTPADDING", (0, 0), (-1, -1), 10),
            ("RIGHTPADDING", (0, 0), (-1, -1), 10),
            *padding,
            *between,
            ("TOPPADDING", (0, 0), (0, 0), 7),
            ("BOTTOMPADDING", (0, -1), (0, -1), 9),
        ],
    )
    table.spaceBefore = 8
    table.spaceAfter = 9
    return table


def side_by_side(parts: Sequence[list[Any]], across: int, width: float) -> Any:
    """Put parts beside each other, so many in each row."""
    rows = [list(parts[at : at + across]) for at in range(0, len(parts), across)]
    rows[-1] += [[]] * (across - len(rows[-1]))
    made = grid(rows, (width / across,) * across, [])
    made.spaceBefore = 8
    return made
