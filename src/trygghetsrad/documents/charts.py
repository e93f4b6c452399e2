"""A bar chart as blocks: its title, the drawing with its source, and its values in a table or in words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import Align, Cell, Column, Look, Para, Table
from trygghetsrad.documents.drawing import Anchor, Disc, Drawing, Label, Rectangle, Shade, Stroke
from trygghetsrad.domain.chart_geometry import SHORT_MISSING, Part, Sheet, Side, place_chart
from trygghetsrad.domain.charts import (
    MISSING,
    PRELIMINARY,
    WITHHELD,
    chart_alt,
    chart_text,
    chart_values,
    compared_text,
    source_line,
    value_text,
)
from trygghetsrad.domain.wrapping import estimated_width

if TYPE_CHECKING:
    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.documents.drawing import Shape
    from trygghetsrad.domain.chart_geometry import BarPlace, ChartPlaces, TextPlace
    from trygghetsrad.domain.chart_lines import LinePlace, Spot
    from trygghetsrad.domain.charts import BarChart

WIDTH, HEIGHT = 166.0, 62.0
POINTS = 8.5
_MILLIMETRES_PER_POINT = 25.4 / 72
LINE = POINTS * 1.2 * _MILLIMETRES_PER_POINT
_DASHES = ((), (5.0, 2.5), (1.2, 2.0))
_MARK = 0.9
_LOOKS = {
    Part.VALUE: (True, Shade.INK),
    Part.GAP: (False, Shade.QUIET),
    Part.LABEL: (False, Shade.INK),
    Part.NOTE: (False, Shade.QUIET),
    Part.TICK: (False, Shade.QUIET),
    Part.UNIT: (False, Shade.QUIET),
    Part.LINE_NAME: (True, Shade.INK),
}
_ANCHORS = {Side.LEFT: Anchor.LEFT, Side.MIDDLE: Anchor.MIDDLE, Side.RIGHT: Anchor.RIGHT}


def chart_blocks(
    chart: BarChart, *, with_table: bool = True, width: float = WIDTH, height: float = HEIGHT
) -> tuple[Block, ...]:
    """Return the chart as a paper shows it; one without any value is said in words instead."""
    title = Para(chart.title, Look.STRONG)
    if chart.is_empty:
        return (title, Para(chart_text(chart)))
    drawing = draw_chart(chart, width=width, height=height)
    return (title, drawing, chart_table(chart) if with_table else Para(chart_values(chart), Look.SMALL))


def draw_chart(chart: BarChart, *, width: float = WIDTH, height: float = HEIGHT) -> Drawing:
    """Return the bars and lines, with alternative text and the source under; lengths in millimetres."""
    places = place_chart(chart, Sheet(width=width, height=height, line=LINE, measure=measured))
    shapes: list[Shape] = [
        Stroke(start=(places.left, tick.y), end=(places.right, tick.y)) for tick in places.ticks[1:]
    ]
    shapes += [_clear(text) for text in places.texts if text.part is Part.VALUE]
    shapes += [_bar(bar) for bar in places.bars]
    shapes.append(
        Stroke(
            start=(places.left, places.baseline),
            end=(places.right, places.baseline),
            shade=Shade.QUIET,
            points=1,
        )
    )
    for line, dashes in zip(places.lines, _DASHES, strict=False):
        shapes += _line(line, dashes)
    shapes += [_label(text, width) for text in places.texts]
    return Drawing(
        shapes=tuple(shapes),
        width=width,
        height=height,
        alt=chart_alt(chart),
        caption=_caption(chart, places),
    )


def chart_table(chart: BarChart) -> Table:
    """Return the same values as a table, with the same notes."""
    bars = Column(chart.name or chart.unit, 2, Align.RIGHT)
    lines = (Column(line.name, 2, Align.RIGHT) for line in chart.lines)
    rows = tuple(
        (
            Cell(point.label),
            Cell(value_text(point)),
            *(Cell(compared_text(line.values[at])) for line in chart.lines),
        )
        for at, point in enumerate(chart.points)
    )
    return Table(
        summary=f"{chart.title}, {chart.unit}",
        columns=(Column(_kind_of_labels(chart), 2), bars, *lines),
        rows=rows,
        dense=True,
    )


def _kind_of_labels(chart: BarChart) -> str:
    years = all(point.label.strip()[:4].isdecimal() for point in chart.points)
    return "År" if years else "Vad"


def measured(text: str) -> float:
    """Return about how wide a text is in millimetres."""
    return estimated_width(text) * POINTS * _MILLIMETRES_PER_POINT


def _bar(bar: BarPlace) -> Rectangle:
    """Fill what is certain; what may still change is light and hatched."""
    return Rectangle(
        corner=(bar.x, bar.y),
        width=bar.width,
        height=bar.height,
        fill=Shade.PAPER if bar.preliminary else Shade.ACCENT,
        edge=Shade.ACCENT,
        hatch=Shade.ACCENT if bar.preliminary else None,
    )


def _clear(text: TextPlace) -> Rectangle:
    """Keep the lines across from going through a value."""
    width = measured(text.text)
    corner = (text.x - width / 2, text.y - LINE / 2)
    return Rectangle(corner=corner, width=width, height=LINE, fill=Shade.PAPER)


def _line(line: LinePlace, dashes: tuple[float, ...]) -> list[Shape]:
    """Draw a line with a light edge, so that it stands out from the bars it crosses."""
    pairs = [pair for stretch in line.stretches for pair in pairwise(stretch)]
    spots = [spot for stretch in line.stretches for spot in stretch]
    return [
        *(_piece(pair, Shade.PAPER, 3.2, ()) for pair in pairs),
        *(_piece(pair, Shade.INK, 1.4, dashes) for pair in pairs),
        *(Disc(centre=spot, radius=_MARK, fill=Shade.INK, edge=Shade.PAPER) for spot in spots),
    ]


def _piece(pair: tuple[Spot, Spot], shade: Shade, points: float, dashes: tuple[float, ...]) -> Stroke:
    return Stroke(start=pair[0], end=pair[1], shade=shade, points=points, dashes=dashes)


def _label(text: TextPlace, width: float) -> Label:
    strong, shade = _LOOKS[text.part]
    return Label(
        place=(text.x, text.y),
        text=text.text,
        points=POINTS,
        anchor=_ANCHORS[text.side],
        strong=strong,
        shade=shade,
        widest=width - text.x if text.part is Part.LINE_NAME else None,
    )


def _caption(chart: BarChart, places: ChartPlaces) -> str:
    """Say what the signs mean that the chart uses, and where the figures are from."""
    said = []
    if chart.lines:
        names = ", ".join(line.name for line in chart.lines)
        said.append(f"Staplar: {chart.name}." if chart.name else "")
        said.append(f"Linjer: {names}." if len(chart.lines) > 1 else f"Linje: {names}.")
    if any(bar.preliminary for bar in places.bars):
        said.append(f"Randig stapel ({PRELIMINARY}): preliminär uppgift.")
    if any(text.text == WITHHELD and text.part is Part.GAP for text in places.texts):
        said.append(f"{WITHHELD} = uppgiften lämnas inte ut eller är för osäker.")
    if any(text.text == SHORT_MISSING and text.part is Part.GAP for text in places.texts):
        said.append(f"{SHORT_MISSING} = {MISSING}.")
    return " ".join(filter(None, [*said, source_line(chart)]))
