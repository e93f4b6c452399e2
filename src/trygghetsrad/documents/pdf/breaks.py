"""Where a page may end: not after a heading, not inside what is short enough to stay whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.platypus import Paragraph

from trygghetsrad.documents.blocks import Figure, Heading, Look, PageBreak, Para, Signatures, Table
from trygghetsrad.documents.pdf.grids import Grid
from trygghetsrad.documents.pdf.theme import PAGE_HEIGHT, TEXT_WIDTH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.documents.blocks import Block

_SHORT = PAGE_HEIGHT / 3
_LONGEST = PAGE_HEIGHT * 0.7
_LINES_TO_BEGIN = 3


def needed_height(parts: Sequence[tuple[Block, list[Any]]]) -> float:
    """Return the height the first part needs on its page, together with what must follow it."""
    height = 0.0
    for block, flowables in parts:
        if isinstance(block, PageBreak):
            break
        if not _leads_on(block):
            return min(height + _start(block, flowables), _LONGEST)
        height += _whole(flowables)
    return min(height, _LONGEST)


def _leads_on(block: Block) -> bool:
    """Tell whether a block would be lost as the last one on a page."""
    if isinstance(block, Para):
        return block.look in {Look.LEAD, Look.SMALL, Look.STRONG} or block.text.rstrip().endswith(":")
    return isinstance(block, Heading)


def _start(block: Block, flowables: Sequence[Any]) -> float:
    whole = _whole(flowables)
    if isinstance(block, (Signatures, Figure)):
        return whole
    kept = _LONGEST if isinstance(block, Table) and block.together else _SHORT
    return whole if whole <= kept else sum(_first_lines(flowable) for flowable in flowables[:1])


def _whole(flowables: Sequence[Any]) -> float:
    return sum(_height(flowable) for flowable in flowables)


def _height(flowable: Any) -> float:
    _, height = flowable.wrap(TEXT_WIDTH, PAGE_HEIGHT)
    return float(flowable.getSpaceBefore() + height + flowable.getSpaceAfter())


def _first_lines(flowable: Any) -> float:
    """Return the height of some lines, or of a table's header with its first row."""
    height = _height(flowable)
    if isinstance(flowable, Grid):
        rows: list[float] = vars(flowable)["_rowHeights"]
        return min(flowable.getSpaceBefore() + sum(rows[: flowable.repeatRows + 1]), _SHORT)
    if isinstance(flowable, Paragraph):
        return min(height, flowable.style.leading * _LINES_TO_BEGIN)
    return height
