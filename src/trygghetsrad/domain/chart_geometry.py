"""Where the parts of a bar chart go, for paper and screen alike: lengths from the lower left corner.

All lengths are in one unit, that of the width and height asked for; a screen, which counts
downwards, turns the heights around.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby
from math import ceil, floor, log10
from typing import TYPE_CHECKING

from trygghetsrad.domain.chart_lines import Avoiding, LinePlace, line_places, spread
from trygghetsrad.domain.charts import MISSING, number
from trygghetsrad.domain.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from trygghetsrad.domain.charts import BarChart, ChartPoint

_BAR_SHARE = 0.62
"""How much of its room a bar fills."""
_MOST_TICKS = 5
SHORT_MISSING = "*"
"""Stands in a gap too narrow for the words; whoever draws the chart says what it means."""
_STEPS = (1, 2, 2.5, 5, 10)
_MOST_LABEL_LINES = 3
_WIDEST_BAR = 6
"""In lines of text, so that two bars do not become two blocks."""


_LEAST = 1e-9
"""Less than this is drawn as nought; a scale of it would be lost in the arithmetic."""


class Part(Enum):
    """What a text in the chart is."""

    VALUE = auto()
    GAP = auto()
    """Stands where a bar would have stood."""
    LABEL = auto()
    NOTE = auto()
    TICK = auto()
    UNIT = auto()
    LINE_NAME = auto()


class Side(Enum):
    """Which point of a text stands at its place; its height is always that of its middle."""

    LEFT = auto()
    MIDDLE = auto()
    RIGHT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPlace:
    """One line of text."""

    text: str
    x: float
    y: float
    part: Part
    side: Side = Side.MIDDLE


@dataclass(frozen=True, slots=True, kw_only=True)
class BarPlace:
    """One bar, standing on the baseline."""

    x: float
    y: float
    width: float
    height: float
    point: int
    """Which point of the chart it is, to answer a mouse with."""
    preliminary: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A line across at a round value."""

    y: float
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPlaces:
    """All places of one chart."""

    width: float
    height: float
    left: float
    right: float
    baseline: float
    bars: tuple[BarPlace, ...]
    ticks: tuple[Tick, ...]
    lines: tuple[LinePlace, ...]
    texts: tuple[TextPlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a chart is drawn on, and how much room its text takes."""

    width: float
    height: float
    line: float
    """The height of a line of text."""
    measure: Callable[[str], float]
    """The width of a text."""


def place_chart(chart: BarChart, sheet: Sheet) -> ChartPlaces:
    """Return where everything goes; labels that would collide are wrapped, thinned out or moved up."""
    return _Layout(chart, sheet).places()


def nice_ticks(highest: float, *, whole: bool = False) -> tuple[float, ...]:
    """Return round values from nought past the highest, six at most; whole ones for what is counted."""
    if highest < _LEAST:
        return (0.0, 1.0)
    size = 10.0 ** floor(log10(highest / _MOST_TICKS))
    steps = [step * size for step in _STEPS]
    if whole:
        steps = [step for step in steps if step >= 1 and step % 1 == 0] or [1.0]
    enough = highest * (1 - 1e-9)
    step = next(step for step in steps if step * _MOST_TICKS >= enough)
    count = ceil(enough / step)
    return tuple(round(place * step, 10) for place in range(count + 1))


class _Layout:
    """Works out one chart from its edges inwards."""

    def __init__(self, chart: BarChart, sheet: Sheet) -> None:
        self._chart = chart
        self._sheet = sheet
        values = _values_of(chart)
        whole = all(float(value).is_integer() for value in values)
        self._ticks = nice_ticks(max(values, default=0), whole=whole)
        measure, line = sheet.measure, sheet.line
        self._left = max(measure(number(tick)) for tick in self._ticks) + line / 2
        names = max((measure(one.name) for one in chart.lines), default=0.0)
        self._right = sheet.width - (min(names, sheet.width / 3) + line if names else line / 4)
        self._slot = (self._right - self._left) / len(chart.points)
        self._labels = [wrapped(point.label, self._slot - line / 3, measure) for point in chart.points]
        self._step = self._thinning()
        deepest = 1 if self._step > 1 else max(len(lines) for lines in self._labels)
        self._notes_row = line if any(point.preliminary for point in chart.points) else 0.0
        self._base = line * (deepest + 0.4) + self._notes_row
        # The unit has a line of its own above, the highest value another one.
        self._top = sheet.height - line * 2.4

    def places(self) -> ChartPlaces:
        bars = tuple(self._bar(at, point) for at, point in enumerate(self._chart.points) if point.value)
        lines = line_places(self._chart.lines, self._centre, self._y)
        return ChartPlaces(
            width=self._sheet.width,
            height=self._sheet.height,
            left=self._left,
            right=self._right,
            baseline=self._base,
            bars=bars,
            ticks=tuple(Tick(y=self._y(tick), value=tick) for tick in self._ticks),
            lines=lines,
            texts=(
                self._unit(),
                *self._tick_texts(),
                *self._values(lines),
                *self._gaps(),
                *self._label_texts(),
                *self._preliminary(),
                *self._line_names(lines),
            ),
        )

    def _thinning(self) -> int:
        """Return 1 where all labels have room, else how many bars share one."""
        room = self._slot - self._sheet.line / 3
        measure = self._sheet.measure
        fits = all(
            len(lines) <= _MOST_LABEL_LINES and all(measure(one) <= room for one in lines)
            for lines in self._labels
        )
        widest = max(measure(point.label) for point in self._chart.points)
        return 1 if fits else self._every(widest)

    def _centre(self, at: int) -> float:
        return self._left + (at + 0.5) * self._slot

    def _within(self, x: float, width: float) -> float:
        """Move the last texts in, away from the right edge or the names of lines there."""
        edge = self._right if self._chart.lines else self._sheet.width
        return min(x, edge - width / 2)

    def _every(self, widest: float) -> int:
        """Return how many bars must share a text so that two never touch, the last one moved in."""
        moved = max(0.0, (widest - self._slot) / 2)
        return max(1, -int(-(widest + moved + self._sheet.line / 4) // self._slot))

    def _y(self, value: float) -> float:
        return self._base + (self._top - self._base) * value / self._ticks[-1]

    def _bar(self, at: int, point: ChartPoint) -> BarPlace:
        width = min(self._slot * _BAR_SHARE, _WIDEST_BAR * self._sheet.line)
        height = self._y(point.value or 0) - self._base
        return BarPlace(
            x=self._centre(at) - width / 2,
            y=self._base,
            width=width,
            height=height,
            point=at,
            preliminary=point.preliminary,
        )

    def _unit(self) -> TextPlace:
        y = self._sheet.height - self._sheet.line / 2
        return TextPlace(text=self._chart.unit, x=0, y=y, part=Part.UNIT, side=Side.LEFT)

    def _tick_texts(self) -> list[TextPlace]:
        x = self._left - self._sheet.line / 3
        return [
            TextPlace(text=number(tick), x=x, y=self._y(tick), part=Part.TICK, side=Side.RIGHT)
            for tick in self._ticks
        ]

    def _values(self, lines: Sequence[LinePlace]) -> list[TextPlace]:
        """Place each value above its bar, higher where a line would cross it; too many are thinned out."""
        line, measure = self._sheet.line, self._sheet.measure
        shown = [
            (at, number(point.value))
            for at, point in enumerate(self._chart.points)
            if point.value is not None
        ]
        step = self._every(max((measure(text) for _, text in shown), default=0))
        last = shown[-1][0] if shown else 0
        avoiding = Avoiding(lines, line, self._sheet.height - line * 1.6)
        return [
            TextPlace(
                text=text,
                x=self._within(self._centre(at), measure(text)),
                y=avoiding.above(
                    self._centre(at), measure(text), self._y(self._chart.points[at].value or 0) + line * 0.6
                ),
                part=Part.VALUE,
            )
            for at, text in shown
            if (last - at) % step == 0
        ]

    def _gaps(self) -> list[TextPlace]:
        """Say in each gap why it is one; gaps beside each other share the words."""
        texts: list[TextPlace] = []
        for note, run in groupby(enumerate(self._chart.points), key=lambda one: _gap_note(one[1])):
            places = [at for at, _ in run]
            if note == MISSING:
                texts += self._missing(places)
            elif note:
                y = self._base + self._sheet.line * 0.6
                texts += [TextPlace(text=note, x=self._centre(at), y=y, part=Part.GAP) for at in places]
        return texts

    def _missing(self, places: Sequence[int]) -> list[TextPlace]:
        """Write the words in one line, in two, or as a star that the words under the chart explain."""
        line, measure = self._sheet.line, self._sheet.measure
        x = (self._centre(places[0]) + self._centre(places[-1])) / 2
        room = self._slot * len(places)
        lines = wrapped(MISSING, room, measure)
        if any(measure(text) > room for text in lines):
            lines = [SHORT_MISSING]
        return [
            TextPlace(text=text, x=x, y=self._base + line * (0.6 + (len(lines) - 1 - row)), part=Part.GAP)
            for row, text in enumerate(lines)
        ]

    def _label_texts(self) -> list[TextPlace]:
        line, last = self._sheet.line, len(self._chart.points) - 1
        texts: list[TextPlace] = []
        for at, point in enumerate(self._chart.points):
            x, top = self._centre(at), self._base - line * 0.7
            if (last - at) % self._step == 0:
                rows = self._labels[at] if self._step == 1 else [point.label]
                x = self._within(x, max(self._sheet.measure(text) for text in rows))
                texts += [
                    TextPlace(text=text, x=x, y=top - line * row, part=Part.LABEL)
                    for row, text in enumerate(rows)
                ]
        return texts

    def _preliminary(self) -> list[TextPlace]:
        """Say once for bars beside each other that they are preliminary."""
        texts = []
        for note, run in groupby(enumerate(self._chart.points), key=lambda one: _value_note(one[1])):
            places = [at for at, _ in run]
            if note:
                x = (self._centre(places[0]) + self._centre(places[-1])) / 2
                texts.append(TextPlace(text=note, x=x, y=self._sheet.line * 0.5, part=Part.NOTE))
        return texts

    def _line_names(self, lines: Sequence[LinePlace]) -> list[TextPlace]:
        line = self._sheet.line
        ends = [one.ends_at for one in lines]
        heights = spread([y for _, y in ends], line, self._base, self._sheet.height - line * 1.5)
        x = self._right + line / 3
        return [
            TextPlace(text=one.name, x=x, y=height, part=Part.LINE_NAME, side=Side.LEFT)
            for one, height in zip(lines, heights, strict=True)
        ]


def _gap_note(point: ChartPoint) -> str:
    return point.note if point.value is None else ""


def _value_note(point: ChartPoint) -> str:
    return point.note if point.value is not None else ""


def _values_of(chart: BarChart) -> list[float]:
    values = [point.value for point in chart.points] + [value for one in chart.lines for value in one.values]
    return [value for value in values if value is not None]
