"""Drawings of plain shapes as pictures, since Word has no form for them that every version draws alike."""

from __future__ import annotations

from contextlib import nullcontext
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdfium2
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from trygghetsrad.documents.pdf.drawings import TaggedDrawing
from trygghetsrad.documents.pdf.fonts import load_fonts
from trygghetsrad.documents.pdf.tags import Tag
from trygghetsrad.documents.pdf.theme import Dress
from trygghetsrad.documents.text import PdfText

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from trygghetsrad.documents.drawing import Drawing

_DOTS_PER_POINT = 200 / 72


class _Sheet(Canvas):
    """A page that needs no structure, since a picture says its words itself."""

    def content(self, _tag: Tag) -> AbstractContextManager[None]:
        return nullcontext()


def drawn_picture(drawing: Drawing, accent: str) -> bytes:
    """Return the drawing as PNG, at 200 dots to the inch."""
    target = BytesIO()
    sheet = _Sheet(target, pagesize=(drawing.width * mm, drawing.height * mm), invariant=1)
    shapes: Any = TaggedDrawing(drawing, Tag(role="Figure"), PdfText(load_fonts()), Dress(accent))
    shapes.drawOn(sheet, 0, 0)
    sheet.save()
    pages = pypdfium2.PdfDocument(target.getvalue())
    try:
        picture = pages[0].render(scale=_DOTS_PER_POINT).to_pil()
    finally:
        pages.close()
    result = BytesIO()
    picture.save(result, "PNG")
    return result.getvalue()
