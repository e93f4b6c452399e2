"""Draws a figure of plain shapes as part of the page, so that it is sharp at any size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from trygghetsrad.documents.drawing import Anchor, Disc, Label, Rectangle, Shade, Slice, Stroke
from trygghetsrad.documents.pdf.fonts import REGULAR, SEMIBOLD
from trygghetsrad.documents.pdf.theme import HAIRLINE, HEADER_TINT, INK, QUIET

if TYPE_CHECKING:
    from trygghetsrad.documents.drawing import Drawing, Shape
    from trygghetsrad.documents.pdf.canvas import TaggedCanvas
    from trygghetsrad.documents.pdf.tags import Tag
    from trygghetsrad.documents.pdf.theme import Dress
    from trygghetsrad.documents.text import PdfText

_COLOURS = {
    Shade.INK: INK,
    Shade.QUIET: QUIET,
    Shade.HAIRLINE: HAIRLINE,
    Shade.TINT: HEADER_TINT,
    Shade.PAPER: HexColor("#FFFFFF"),
}
# Source Sans 3: half the height of a capital, as a share of the size.
_HALF_CAPITAL = 0.33
_EDGE = 0.6
_AIR = (3.0, 5.0)
# Points between two lines of a hatched rectangle.
_HATCH = 3.2


class TaggedDrawing(Flowable):
    """A drawing with its alternative text."""

    def __init__(
        self,
        drawing: Drawing,
        tag: Tag,
        text: PdfText,
        dress: Dress,
        most: tuple[float, float] = (float("inf"), float("inf")),
    ) -> None:
        super().__init__()
        self._colours = {**_COLOURS, Shade.ACCENT: dress.accent}
        self.drawing = drawing
        width, height = _points((drawing.width, drawing.height))
        # One made for a larger page is better small than not at all.
        self._scale = min(1.0, most[0] / width, most[1] / height)
        self.width, self.height = width * self._scale, height * self._scale
        self.spaceBefore, self.spaceAfter = _AIR
        self.tag = tag
        self._text = text

    def draw(self) -> None:
        canvas = cast("TaggedCanvas", cast("Any", self).canv)
        left, bottom = canvas.absolutePosition(0, 0)
        self.tag.box = (left, bottom, left + self.width, bottom + self.height)
        with canvas.content(self.tag):
            canvas.scale(self._scale, self._scale)
            for shape in self.drawing.shapes:
                self._shape(canvas, shape)

    def _shape(self, canvas: TaggedCanvas, shape: Shape) -> None:
        match shape:
            case Stroke():
                canvas.setStrokeColor(self._colours[shape.shade])
                canvas.setLineWidth(shape.points)
                canvas.setDash(list(shape.dashes))
                canvas.line(*_points(shape.start), *_points(shape.end))
                canvas.setDash([])
            case Rectangle():
                self._rectangle(canvas, shape)
            case Disc():
                self._disc(canvas, shape)
            case Slice():
                x, y = _points(shape.centre)
                radius = shape.radius * mm
                canvas.setFillColor(self._colours[shape.fill])
                # ReportLab counts anticlockwise from three o'clock.
                start, extent = 90 - shape.end, shape.end - shape.start
                canvas.wedge(x - radius, y - radius, x + radius, y + radius, start, extent, stroke=0, fill=1)
            case Label():
                self._label(canvas, shape)

    def _rectangle(self, canvas: TaggedCanvas, shape: Rectangle) -> None:
        x, y = _points(shape.corner)
        width, height = _points((shape.width, shape.height))
        if shape.fill:
            canvas.setFillColor(self._colours[shape.fill])
            canvas.rect(x, y, width, height, stroke=0, fill=1)
        if shape.hatch:
            self._hatch(canvas, shape.hatch, (x, y, width, height))
        if shape.edge:
            canvas.setStrokeColor(self._colours[shape.edge])
            canvas.setLineWidth(_EDGE)
            canvas.rect(x, y, width, height, stroke=1, fill=0)

    def _hatch(self, canvas: TaggedCanvas, shade: Shade, box: tuple[float, float, float, float]) -> None:
        """Fill a rectangle with lines from lower left to upper right."""
        x, y, width, height = box
        canvas.setStrokeColor(self._colours[shade])
        canvas.setLineWidth(_EDGE)
        across = _HATCH - height
        while across < width:
            low, high = max(0.0, -across), min(height, width - across)
            canvas.line(x + across + low, y + low, x + across + high, y + high)
            across += _HATCH

    def _disc(self, canvas: TaggedCanvas, shape: Disc) -> None:
        if shape.fill:
            canvas.setFillColor(self._colours[shape.fill])
        if shape.edge:
            canvas.setStrokeColor(self._colours[shape.edge])
            canvas.setLineWidth(_EDGE)
        x, y = _points(shape.centre)
        canvas.circle(x, y, shape.radius * mm, stroke=bool(shape.edge), fill=bool(shape.fill))

    def _label(self, canvas: TaggedCanvas, label: Label) -> None:
        font = SEMIBOLD if label.strong else REGULAR
        text = _fitting(self._text.line(label.text), font, label)
        x, y = _points(label.place)
        canvas.setFont(font, label.points)
        canvas.setFillColor(self._colours[label.shade])
        share = {Anchor.LEFT: 0.0, Anchor.MIDDLE: 0.5, Anchor.RIGHT: 1.0}[label.anchor]
        width = stringWidth(text, font, label.points)
        canvas.drawString(x - share * width, y - label.points * _HALF_CAPITAL, text)


def _points(place: tuple[float, float]) -> tuple[float, float]:
    return place[0] * mm, place[1] * mm


def _fitting(text: str, font: str, label: Label) -> str:
    if label.widest is None or stringWidth(text, font, label.points) <= label.widest * mm:
        return text
    while text and stringWidth(f"{text}…", font, label.points) > label.widest * mm:
        text = text[:-1]
    return f"{text.rstrip()}…"
