"""The lines a chart's bars are compared with: their corners, and how texts keep clear of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from trygghetsrad.domain.charts import CompareLine

Spot = tuple[float, float]

_CLEAR = 0.7
"""How far from a line the middle of a text keeps, in lines of text; a line has marks at its corners."""
_FURTHEST = 2.6
"""How many lines of text a value may be moved from its bar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePlace:
    """One line, in a stretch for each run of known values; a stretch of one spot is a mark alone."""

    name: str
    stretches: tuple[tuple[Spot, ...], ...]
    ends_at: Spot


def line_places(
    lines: Sequence[CompareLine], centre: Callable[[int], float], height: Callable[[float], float]
) -> tuple[LinePlace, ...]:
    """Return the lines that have a value at all."""
    places = []
    for line in lines:
        stretches: list[list[Spot]] = [[]]
        for at, value in enumerate(line.values):
            if value is None:
                stretches.append([])
            else:
                stretches[-1].append((centre(at), height(value)))
        kept = tuple(tuple(stretch) for stretch in stretches if stretch)
        if kept:
            places.append(LinePlace(name=line.name, stretches=kept, ends_at=kept[-1][-1]))
    return tuple(places)


class Avoiding:
    """Moves a text up until no line crosses it, as long as it still stands near its bar."""

    def __init__(self, lines: Sequence[LinePlace], text_height: float, highest: float) -> None:
        self._pieces = [piece for line in lines for stretch in line.stretches for piece in _pieces(stretch)]
        self._height = text_height
        self._highest = highest

    def above(self, x: float, width: float, y: float) -> float:
        """Return the height for the middle of a text of this width, at or above the one wished for."""
        half, wished = self._height * _CLEAR, y
        crossed = self._crossed(x, width, y, half)
        while crossed is not None:
            y = crossed + half * 1.1
            crossed = self._crossed(x, width, y, half)
        return y if y <= min(self._highest, wished + _FURTHEST * self._height) else wished

    def _crossed(self, x: float, width: float, y: float, half: float) -> float | None:
        """Return the highest height at which a line goes through the text."""
        spans = [span for piece in self._pieces if (span := _heights(piece, x - width / 2, x + width / 2))]
        return max((high for low, high in spans if low < y + half and high > y - half), default=None)


def spread(heights: Sequence[float], apart: float, lowest: float, highest: float) -> list[float]:
    """Move heights apart so that no two texts touch, keeping their order."""
    order = sorted(range(len(heights)), key=lambda at: -heights[at])
    placed = list(heights)
    above = highest + apart
    for at in order:
        placed[at] = above = min(placed[at], above - apart)
    below = lowest - apart / 2
    for at in reversed(order):
        placed[at] = below = max(placed[at], below + apart)
    return placed


def _pieces(stretch: Sequence[Spot]) -> list[tuple[Spot, Spot]]:
    return list(pairwise(stretch)) if len(stretch) > 1 else [(stretch[0], stretch[0])]


def _heights(piece: tuple[Spot, Spot], left: float, right: float) -> tuple[float, float] | None:
    """Return how low and how high a piece of a line is between two sides."""
    (x1, y1), (x2, y2) = piece
    if x2 < left or x1 > right:
        return None
    if x1 == x2:
        return y1, y1
    inside = [y1 + (y2 - y1) * (min(max(x, x1), x2) - x1) / (x2 - x1) for x in (left, right)]
    return min(inside), max(inside)
