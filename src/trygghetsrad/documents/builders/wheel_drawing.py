"""The circle of the year: twelve months around, meetings outside, what comes before them inside."""

from __future__ import annotations

from datetime import date
from math import cos, pi, sin
from typing import TYPE_CHECKING

from trygghetsrad.documents.drawing import Anchor, Disc, Drawing, Label, Shade, Slice, Stroke
from trygghetsrad.domain.dates import MONTHS, short_day
from trygghetsrad.domain.papers import WheelMark

if TYPE_CHECKING:
    from trygghetsrad.documents.drawing import Shape
    from trygghetsrad.domain.papers import WheelDay, WheelFacts

_WIDTH, _HEIGHT = 166.0, 118.0
_CENTRE = (_WIDTH / 2, _HEIGHT / 2)
_RIM, _INNER, _HUB = 44.0, 35.5, 14.0
_OUTSIDE, _LABELS = 47.0, 51.5
_RINGS = {WheelMark.NOTICE: 31.2, WheelMark.MATERIAL: 25.4, WheelMark.ITEMS: 19.6}
_LETTERS = {WheelMark.NOTICE: "K", WheelMark.MATERIAL: "H", WheelMark.ITEMS: "Ä"}
_DOT, _LETTER_DOT = 1.5, 2.2
_LINE = 8.6
"""Least distance between two labels on the same side, each of two lines."""
_HALF_LINE = 1.9


def draw_wheel(facts: WheelFacts, alt: str) -> Drawing:
    shapes: list[Shape] = [*_months(), *_rings(), *_hub(facts)]
    shapes += [shape for one in facts.days if one.mark in _RINGS for shape in _lead_time(one)]
    shapes += _outside([one for one in facts.days if one.mark not in _RINGS])
    return Drawing(shapes=tuple(shapes), width=_WIDTH, height=_HEIGHT, alt=alt, caption=_caption(facts))


def _caption(facts: WheelFacts) -> str:
    the_meeting = facts.words.meeting
    return (
        f"Fylld punkt utanför ringen: {the_meeting}. Inne i ringen: K = kallelsen ska ut, "
        "H = handlingarna ska vara inne, Ä = ärendeförfrågan ska ut."
    )


def _bearing(day: date) -> float:
    """Return how far round the year a day is, in degrees clockwise from the top."""
    first = date(day.year, 1, 1)
    length = (date(day.year + 1, 1, 1) - first).days
    return (day - first).days * 360 / length


def _at(bearing: float, radius: float) -> tuple[float, float]:
    angle = bearing * pi / 180
    return _CENTRE[0] + radius * sin(angle), _CENTRE[1] + radius * cos(angle)


def _months() -> list[Shape]:
    starts = [_bearing(date(2027, month, 1)) for month in range(1, 13)] + [360.0]
    shapes: list[Shape] = [
        Slice(centre=_CENTRE, radius=_RIM, start=starts[at], end=starts[at + 1], fill=Shade.TINT)
        for at in range(0, 12, 2)
    ]
    shapes += [Disc(centre=_CENTRE, radius=_INNER, fill=Shade.PAPER, edge=Shade.HAIRLINE)]
    shapes += [Disc(centre=_CENTRE, radius=_RIM, edge=Shade.HAIRLINE)]
    shapes += [Stroke(start=_at(start, _INNER), end=_at(start, _RIM)) for start in starts[:12]]
    middle = (_RIM + _INNER) / 2
    for at, name in enumerate(MONTHS):
        place = _at((starts[at] + starts[at + 1]) / 2, middle)
        shapes.append(Label(place=place, text=name[:3], points=10, strong=True, shade=Shade.QUIET))
    return shapes


def _rings() -> list[Shape]:
    return [Disc(centre=_CENTRE, radius=radius, edge=Shade.HAIRLINE) for radius in _RINGS.values()]


def _hub(facts: WheelFacts) -> list[Shape]:
    return [
        Disc(centre=_CENTRE, radius=_HUB, fill=Shade.TINT),
        Label(place=_CENTRE, text=str(facts.year), points=20, strong=True, shade=Shade.ACCENT),
    ]


def _lead_time(one: WheelDay) -> list[Shape]:
    place = _at(_bearing(one.day), _RINGS[one.mark])
    return [
        Disc(centre=place, radius=_LETTER_DOT, fill=Shade.QUIET, edge=Shade.PAPER),
        Label(place=place, text=_LETTERS[one.mark], points=8, strong=True, shade=Shade.PAPER),
    ]


def _outside(days: list[WheelDay]) -> list[Shape]:
    """Return a point on the rim for each day, and its label beside, moved where two would collide."""
    right = [one for one in days if _bearing(one.day) < 180]
    left = [one for one in days if one not in right]
    shapes: list[Shape] = []
    for side, anchor in ((right, Anchor.LEFT), (left, Anchor.RIGHT)):
        heights = _spread([_at(_bearing(one.day), _LABELS)[1] for one in side])
        for one, height in zip(side, heights, strict=True):
            shapes += _pointed_out(one, height, anchor)
    return shapes


def _pointed_out(one: WheelDay, height: float, anchor: Anchor) -> list[Shape]:
    bearing = _bearing(one.day)
    point, bend = _at(bearing, _OUTSIDE), (_at(bearing, _LABELS)[0], height)
    is_meeting = one.mark is WheelMark.MEETING
    outwards = 1.5 if anchor is Anchor.LEFT else -1.5
    place = (bend[0] + outwards, height)
    room = _WIDTH - place[0] if anchor is Anchor.LEFT else place[0]
    dot = Shade.ACCENT if is_meeting else Shade.PAPER
    lines = ((short_day(one.day), _HALF_LINE, True, Shade.INK), (one.what, -_HALF_LINE, False, Shade.QUIET))
    return [
        Stroke(start=_at(bearing, _RIM), end=point, shade=Shade.ACCENT),
        Stroke(start=point, end=bend, shade=Shade.QUIET, points=0.4),
        Disc(centre=point, radius=_DOT, fill=dot, edge=Shade.ACCENT),
        *(
            Label(
                place=(place[0], height + up),
                text=text,
                anchor=anchor,
                strong=strong,
                shade=shade,
                widest=room,
            )
            for text, up, strong, shade in lines
        ),
    ]


def _spread(heights: list[float]) -> list[float]:
    """Move heights apart so that no two labels touch, keeping their order and staying on the drawing."""
    order = sorted(range(len(heights)), key=lambda at: -heights[at])
    placed = list(heights)
    above = _HEIGHT + _LINE / 2
    for at in order:
        placed[at] = above = min(placed[at], above - _LINE)
    below = -_LINE / 2
    for at in reversed(order):
        placed[at] = below = max(placed[at], below + _LINE)
    return placed
