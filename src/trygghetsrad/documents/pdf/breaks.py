"""Where a page may end: not after a heading, not inside what is short enough to stay whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.platypus import Paragraph

from trygghetsrad.documents.blocks import Box, Figure, Heading, Look, PageBreak, Para, Signatures, Table
from trygghetsrad.documents.drawing import Drawing
from trygghetsrad.documents.pdf.grids import Grid
from trygghetsrad.documents.pdf.theme import PORTRAIT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.documents.blocks import Flat
    from trygghetsrad.documents.pdf.theme import Sheet

# Shares of the height of a page.
_SHORT = 1 / 3
_LONGEST = 0.7
_CLOSE_TOGETHER = 1 / 5
_MOST_EMPTY = 1 / 4
_LINES_TO_BEGIN = 3
_SECTION = 2


def needed_heights(parts: Sequence[tuple[Flat, list[Any]]], sheet: Sheet = PORTRAIT) -> list[float]:
    """Return the height that each part needs on its page, together with what must follow it."""
    wholes = [_whole(flowables, sheet) for _, flowables in parts]
    closing, most = _closing([block for block, _ in parts])
    needs: list[float] = []
    below = to_the_end = 0.0
    for place in reversed(range(len(parts))):
        block, flowables = parts[place]
        to_the_end += wholes[place]
        if isinstance(block, PageBreak):
            below = 0.0
        elif place in closing and to_the_end <= sheet.height * most:
            below = to_the_end
        elif _leads_on(block) or (
            _follows_closely(parts, place + 1) and wholes[place] + below <= sheet.height * _CLOSE_TOGETHER
        ):
            below += wholes[place]
        else:
            below = _start(block, flowables, wholes[place], sheet)
        needs.append(min(below, sheet.height * _LONGEST))
    return needs[::-1]


def _closing(blocks: Sequence[Flat]) -> tuple[set[int], float]:
    """Return the places from which the rest stays together, and how much of a page that may take.

    That is the last section before the signatures, or where it is long the last thing in it, so that no page
    holds signatures alone; a certificate after the signatures stays with them.
    """
    if not blocks or not isinstance(blocks[-1], Signatures):
        return set(), _SHORT
    end = len(blocks) - 1
    while end and isinstance(blocks[end - 1], Heading):
        end -= 1
    section, most = _section_before(blocks, end), _SHORT
    closing = {section, end - 1}
    if section and isinstance(blocks[section - 1], Signatures):
        end, most = _section_before(blocks, section - 1), _LONGEST
        section = _section_before(blocks, end)
        closing |= {end, end - 1, section}
    turns = [at for at, block in enumerate(blocks) if isinstance(block, PageBreak)]
    return {at for at in closing if at > max(turns, default=-1)}, most


def _section_before(blocks: Sequence[Flat], place: int) -> int:
    return next((at for at in range(place - 1, -1, -1) if _begins_section(blocks[at])), 0)


def _begins_section(block: Flat) -> bool:
    return isinstance(block, PageBreak) or (isinstance(block, Heading) and block.level <= _SECTION)


def _follows_closely(parts: Sequence[tuple[Flat, list[Any]]], place: int) -> bool:
    """Tell whether what stands there has no heading of its own and says little alone."""
    return place < len(parts) and isinstance(parts[place][0], (Box, Table))


def _leads_on(block: Flat) -> bool:
    """Tell whether a block would be lost as the last one on a page."""
    if isinstance(block, Para):
        return block.look in {Look.LEAD, Look.SMALL, Look.STRONG} or block.text.rstrip().endswith(":")
    return isinstance(block, Heading)


def _start(block: Flat, flowables: Sequence[Any], whole: float, sheet: Sheet) -> float:
    """Return the height of what must not be parted: all of it where it is short, else its beginning."""
    whole -= sum(flowable.getSpaceAfter() for flowable in flowables[-1:])
    if isinstance(block, (Signatures, Figure, Drawing)):
        return whole
    beginning = sum(_first_lines(flowable, sheet) for flowable in flowables[:1])
    if isinstance(block, Table) and block.together:
        return max(beginning, min(whole, sheet.height * _MOST_EMPTY))
    return whole if whole <= sheet.height * _SHORT else beginning


def _whole(flowables: Sequence[Any], sheet: Sheet) -> float:
    return sum(_height(flowable, sheet) for flowable in flowables)


def _height(flowable: Any, sheet: Sheet) -> float:
    _, height = flowable.wrap(sheet.text_width, sheet.height)
    return float(flowable.getSpaceBefore() + height + flowable.getSpaceAfter())


def _first_lines(flowable: Any, sheet: Sheet) -> float:
    """Return the height of some lines, or of a table's header with its first row."""
    height = _height(flowable, sheet)
    if isinstance(flowable, Grid):
        rows: list[float] = vars(flowable)["_rowHeights"]
        return min(flowable.getSpaceBefore() + sum(rows[: flowable.repeatRows + 1]), sheet.height * _SHORT)
    if isinstance(flowable, Paragraph):
        return min(height, flowable.style.leading * _LINES_TO_BEGIN)
    return height
