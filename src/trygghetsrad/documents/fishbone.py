"""A cause analysis as blocks: the fishbone drawing, and the same causes as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import Bullets, Item
from trygghetsrad.documents.charts import LINE, POINTS, measured
from trygghetsrad.documents.drawing import Anchor, Drawing, Label, Rectangle, Shade, Stroke
from trygghetsrad.domain.chart_geometry import Sheet
from trygghetsrad.domain.fishbone_geometry import Kind, place_fishbone
from trygghetsrad.domain.fishbones import NO_CAUSES, fishbone_alt

if TYPE_CHECKING:
    from trygghetsrad.documents.drawing import Shape
    from trygghetsrad.domain.fishbone_geometry import BoxPlace, FishText
    from trygghetsrad.domain.fishbones import Fishbone

WIDTH, MOST_HEIGHT = 166.0, 200.0
LYING_WIDTH, LYING_MOST_HEIGHT = 253.0, 128.0
"""For a page that lies down."""
_BONE, _SPINE = 1.1, 2.0


def draw_fishbone(
    fishbone: Fishbone, *, width: float = WIDTH, most_height: float = MOST_HEIGHT, caption: str = ""
) -> Drawing:
    """Return the fishbone; a cause too long for its place ends with three dots. Lengths in millimetres."""
    places = place_fishbone(fishbone, Sheet(width=width, height=most_height, line=LINE, measure=measured))
    shapes: list[Shape] = [
        Stroke(start=twig.start, end=twig.end, shade=Shade.HAIRLINE) for twig in places.twigs
    ]
    shapes += [
        Stroke(start=bone.start, end=bone.end, shade=Shade.ACCENT, points=_BONE) for bone in places.bones
    ]
    shapes.append(Stroke(start=places.spine[0], end=places.spine[1], shade=Shade.ACCENT, points=_SPINE))
    shapes += [_box(bone.label) for bone in places.bones]
    shapes.append(_box(places.head))
    shapes += [_text(text) for text in places.texts]
    return Drawing(
        shapes=tuple(shapes),
        width=places.width,
        height=places.height,
        alt=fishbone_alt(fishbone),
        caption=caption,
    )


def fishbone_list(fishbone: Fishbone) -> Bullets:
    """Return the same causes as a list under each bone: the twin for those who listen."""
    return Bullets(
        tuple(
            Item(
                bone.name,
                tuple(Item(cause.text, sign=f"{cause.number}.") for cause in bone.causes) or (NO_CAUSES,),
            )
            for bone in fishbone.bones
        )
    )


def fishbone_blocks(
    fishbone: Fishbone, *, width: float = WIDTH, most_height: float = MOST_HEIGHT
) -> tuple[Drawing, Bullets]:
    """Return the drawing and its list."""
    return draw_fishbone(fishbone, width=width, most_height=most_height), fishbone_list(fishbone)


def _box(place: BoxPlace) -> Rectangle:
    return Rectangle(
        corner=(place.x, place.y), width=place.width, height=place.height, fill=Shade.TINT, edge=Shade.ACCENT
    )


def _text(text: FishText) -> Label:
    is_named = text.kind in {Kind.PROBLEM, Kind.BONE}
    return Label(
        place=(text.x, text.y),
        text=text.text,
        points=POINTS,
        anchor=Anchor.MIDDLE if is_named else Anchor.LEFT,
        strong=is_named,
        shade=Shade.QUIET if text.kind is Kind.NOTHING else Shade.INK,
    )
