"""Vector drawings as plain shapes, in millimetres from the lower left corner."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Shade(Enum):
    """What a shape is coloured after; meaning never rests on it alone."""

    INK = auto()
    QUIET = auto()
    ACCENT = auto()
    HAIRLINE = auto()
    TINT = auto()
    PAPER = auto()


class Anchor(Enum):
    """Which point of a label stands at its place."""

    LEFT = auto()
    MIDDLE = auto()
    RIGHT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A straight line."""

    start: tuple[float, float]
    end: tuple[float, float]
    shade: Shade = Shade.HAIRLINE
    points: float = 0.6
    dashes: tuple[float, ...] = ()
    """Lengths of dash and gap in points; none for a whole line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rectangle:
    """A rectangle, filled, drawn around, or both; a hatched one is told from a filled one in grey too."""

    corner: tuple[float, float]
    """The lower left one."""
    width: float
    height: float
    fill: Shade | None = None
    edge: Shade | None = None
    hatch: Shade | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Disc:
    """A circle, filled, drawn around, or both."""

    centre: tuple[float, float]
    radius: float
    fill: Shade | None = None
    edge: Shade | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """A piece of a circle between two bearings, clockwise from the top in degrees."""

    centre: tuple[float, float]
    radius: float
    start: float
    end: float
    fill: Shade


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One line of text, its middle height at its place."""

    place: tuple[float, float]
    text: str
    points: float = 9
    anchor: Anchor = Anchor.MIDDLE
    strong: bool = False
    shade: Shade = Shade.INK
    widest: float | None = None
    """Millimetres; a longer text ends with three dots."""


Shape = Stroke | Rectangle | Disc | Slice | Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A figure drawn with the paper's own font and colours; what it says stands in a table beside it."""

    shapes: tuple[Shape, ...]
    width: float
    height: float
    alt: str
    caption: str = ""
