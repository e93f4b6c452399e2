"""Where the cells of a table stand once some of them reach over several rows or columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import Group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.documents.blocks import Cell, Table


class RaggedTable(ValueError):
    """The rows of a table do not fill it evenly; holds the number of the first such row, from 1."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell with the column it begins in."""

    cell: Cell
    column: int

    @property
    def end(self) -> int:
        return self.column + self.cell.columns


PlacedRow = tuple[Placed, ...]


def placed_rows(table: Table) -> list[PlacedRow | Group]:
    """Return each row with its own cells, without those that reach into it from above; raises RaggedTable."""
    width = len(table.columns)
    reaching = [0] * width
    rows: list[PlacedRow | Group] = []
    for number, row in enumerate(table.rows, start=1):
        if isinstance(row, Group):
            if any(reaching):
                raise RaggedTable(number)
            rows.append(row)
            continue
        rows.append(_placed(row, reaching, number))
        reaching = [max(0, left - 1) for left in reaching]
    if any(reaching):
        raise RaggedTable(len(table.rows))
    return rows


def _placed(row: Sequence[Cell], reaching: list[int], number: int) -> PlacedRow:
    """Put the cells where no cell from above reaches, and note how far down they reach themselves."""
    placed = []
    column = 0
    for cell in row:
        while column < len(reaching) and reaching[column]:
            column += 1
        one = Placed(cell, column)
        if min(cell.rows, cell.columns) < 1 or one.end > len(reaching) or any(reaching[column : one.end]):
            raise RaggedTable(number)
        reaching[column : one.end] = [cell.rows] * cell.columns
        placed.append(one)
        column = one.end
    if not placed or not all(reaching):
        raise RaggedTable(number)
    return tuple(placed)
