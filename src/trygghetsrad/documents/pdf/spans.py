"""Cells of a table that reach over several rows or columns, in the words of ReportLab."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportlab.lib.colors import HexColor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.documents.blocks import Cell

_PAPER = HexColor("#FFFFFF")
# Wider than the line it hides.
_COVER = 1.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Such a cell, where it begins (the header is row 0) and how wide its text may be."""

    cell: Cell
    column: int
    row: int
    width: float


def reach_style(reaches: Sequence[Reach], *, short: bool) -> list[Any]:
    """Join the places of each cell: short ones whole on one page, long ones so that they may part."""
    return [command for reach in reaches for command in (_joined(reach) if short else _parting(reach))]


def _joined(reach: Reach) -> list[Any]:
    right, last = reach.column + reach.cell.columns - 1, reach.row + reach.cell.rows - 1
    span = ("SPAN", (reach.column, reach.row), (right, last))
    return [span, ("NOSPLIT", (0, reach.row), (0, last))] if reach.cell.rows > 1 else [span]


def _parting(reach: Reach) -> list[Any]:
    """Leave the places under the first one empty and without lines between."""
    right, last = reach.column + reach.cell.columns - 1, reach.row + reach.cell.rows - 1
    rows = range(reach.row, last + 1) if reach.cell.columns > 1 else ()
    spans = [("SPAN", (reach.column, row), (right, row)) for row in rows]
    return [*spans, ("LINEBELOW", (reach.column, reach.row), (right, last - 1), _COVER, _PAPER)]
