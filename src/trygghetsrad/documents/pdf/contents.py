"""A table of contents: each line a link to its heading, with the page it stands on."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from reportlab.pdfbase.pdfmetrics import stringWidth
from typing_extensions import override

from trygghetsrad.documents.pdf.flowables import TaggedParagraph
from trygghetsrad.documents.pdf.theme import QUIET, Styles

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle

    from trygghetsrad.documents.pdf.canvas import TaggedCanvas

_NUMBER_ROOM = 30.0
_INDENT = 13.0
_GAP = 4.0
_DOTS = (0.6, 2.4)
_FIRST_LEVEL = 2


@dataclass(frozen=True, slots=True)
class HeadingPlace:
    """A heading as it was drawn, by its number in the document."""

    number: int
    level: int
    title: str
    page: int

    @property
    def key(self) -> str:
        return f"place{self.number}"


class ContentsLine(TaggedParagraph):
    """A heading's title, dots and its page; all of it leads there."""

    place: HeadingPlace

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Any]:
        """Move to the next page whole."""
        return []

    @override
    def draw(self) -> None:
        super().draw()
        canvas = cast("TaggedCanvas", cast("Any", self).canv)
        style, number = self.style, str(self.place.page)
        height = style.leading - style.fontSize
        right = self.width
        with canvas.decoration():
            start = style.leftIndent + self._last_width() + _GAP
            canvas.setStrokeColor(QUIET)
            canvas.setLineWidth(_DOTS[0])
            canvas.setDash(list(_DOTS))
            canvas.line(
                start, height, right - stringWidth(number, style.fontName, style.fontSize) - _GAP, height
            )
            canvas.setDash([])
        with canvas.content(self.tag):
            canvas.setFont(style.fontName, style.fontSize)
            canvas.setFillColor(style.textColor)
            canvas.drawRightString(right, height, number)
        spoken = f"{self.place.title}, sidan {number}"
        canvas.lead_to(self.tag, self.place.key, (self.width, self.height), spoken)

    def _last_width(self) -> float:
        line = self.blPara.lines[-1]
        is_plain = isinstance(line, tuple)
        text = " ".join(line[1]) if is_plain else "".join(fragment.text for fragment in line.words)
        return float(stringWidth(text.rstrip(), self.style.fontName, self.style.fontSize))


def contents_style(level: int) -> ParagraphStyle:
    style = copy(Styles.item)
    style.leftIndent = max(0, level - _FIRST_LEVEL) * _INDENT
    style.rightIndent = _NUMBER_ROOM
    return style
