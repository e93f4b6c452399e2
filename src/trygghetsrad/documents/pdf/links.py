"""A paragraph with words in it that lead somewhere."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, cast

from reportlab.pdfbase.pdfmetrics import stringWidth
from typing_extensions import override

from trygghetsrad.documents.pdf.flowables import TaggedParagraph
from trygghetsrad.documents.pdf.line_ends import mend_line_ends

if TYPE_CHECKING:
    from trygghetsrad.documents.pdf.canvas import TaggedCanvas
    from trygghetsrad.documents.pdf.tags import Tag

# Points under the line of letters, and how thick.
_UNDERLINE = (1.4, 0.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A piece of the text with its element, and its address if it is a link."""

    tag: Tag
    url: str


class LinkedParagraph(TaggedParagraph):
    """Draws its words itself, since every piece of them belongs to another element."""

    segments: tuple[Segment, ...] = ()
    accent: Any = None

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Any]:
        parts = super().split(availWidth, availHeight)
        for part in parts:
            part.segments, part.accent = self.segments, self.accent
        return parts

    @override
    def draw(self) -> None:
        mend_line_ends(self, self.source, self.start)
        self._set_for = None
        if not self.blPara.lines:
            return
        whole = self.blPara if self.blPara.kind == 0 else self.blPara.lines[0]
        y = self.height - whole.ascent
        for line in self.blPara.lines:
            x = self.style.leftIndent
            for number, text in _pieces(line):
                x += self._draw_piece(self.segments[number], text, x, y)
            y -= self.style.leading

    def _draw_piece(self, segment: Segment, text: str, x: float, y: float) -> float:
        """Draw a piece of one line and return its width."""
        canvas, style = cast("TaggedCanvas", cast("Any", self).canv), self.style
        width = stringWidth(text, style.fontName, style.fontSize)
        colour = self.accent if segment.url else style.textColor
        with canvas.content(segment.tag):
            canvas.setFont(style.fontName, style.fontSize)
            canvas.setFillColor(colour)
            canvas.drawString(x, y, text)
        if segment.url:
            below, thickness = _UNDERLINE
            with canvas.decoration():
                canvas.setStrokeColor(colour)
                canvas.setLineWidth(thickness)
                canvas.line(x, y - below, x + width, y - below)
            canvas.link_to(
                segment.tag, segment.url, (x, y - style.leading / 4, x + width, y + style.fontSize)
            )
        return width


def _pieces(line: Any) -> list[tuple[int, str]]:
    """Return the texts of a line with the numbers of their segments; without numbers there is but one."""
    if isinstance(line, tuple):
        return [(0, " ".join(line[1]))]
    words = [word for word in line.words if word.text]
    return [(number, "".join(word.text for word in run)) for number, run in groupby(words, key=_segment_of)]


def _segment_of(fragment: Any) -> int:
    """Return the number that was put into the markup as the address of each piece."""
    return int(fragment.link[0][1])
