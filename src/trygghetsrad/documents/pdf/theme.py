"""How the papers look: sizes, colours and paragraph styles."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth

from trygghetsrad.documents.pdf.fonts import REGULAR, SEMIBOLD
from trygghetsrad.domain.colours import tint

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 22 * mm
TOP = 14 * mm
FOOT = 12 * mm
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it is turned."""

    width: float
    height: float

    @property
    def text_width(self) -> float:
        return self.width - 2 * MARGIN


PORTRAIT, LANDSCAPE = Sheet(PAGE_WIDTH, PAGE_HEIGHT), Sheet(PAGE_HEIGHT, PAGE_WIDTH)
LABEL_WIDTH = 43 * mm
# What is better whole, or better on a page of its own, may leave this much of the page before it empty.
MOST_EMPTY = PAGE_HEIGHT / 4

INK = HexColor("#1A2530")
QUIET = HexColor("#4E5B69")
HAIRLINE = HexColor("#C3CCD5")
HEADER_TINT = HexColor("#EEF1F4")
NOTICE_TINT = HexColor("#FFF2D1")
NOTICE_LINE = HexColor("#7A4F00")


def _style(
    name: str, size: float, leading: float, *, font: str = REGULAR, color: Color = INK
) -> ParagraphStyle:
    style = ParagraphStyle(
        name,
        fontName=font,
        fontSize=size,
        leading=leading,
        textColor=color,
        bulletFontName=REGULAR,
        allowWidows=0,
        allowOrphans=0,
    )
    style.spaceAfter = 0
    return style


def _spaced(style: ParagraphStyle, before: float, after: float) -> ParagraphStyle:
    style.spaceBefore = before
    style.spaceAfter = after
    return style


def _in_cell(style: ParagraphStyle) -> ParagraphStyle:
    """Let a cell part anywhere, else a row taller than a page could not be set."""
    style.allowWidows = 1
    style.allowOrphans = 1
    return style


_ITEM_INDENT = 13.0


class Styles:
    """One style for each thing that is printed."""

    title = _spaced(_style("title", 19, 23, font=SEMIBOLD), 0, 5)
    heading = _spaced(_style("heading", 12.5, 16, font=SEMIBOLD), 12, 3)
    subheading = _spaced(_style("subheading", 10.5, 14, font=SEMIBOLD), 8, 2)
    body = _spaced(_style("body", 10.5, 14.5), 0, 5)
    lead = _spaced(_style("lead", 11.5, 15, color=QUIET), 0, 5)
    strong = _spaced(_style("strong", 10.5, 14.5, font=SEMIBOLD), 0, 3)
    small = _spaced(_style("small", 9, 12, color=QUIET), 0, 4)
    item = _spaced(_style("item", 10.5, 14.5), 0, 2)
    link = _spaced(_style("link", 10.5, 14.5), 0, 5)
    label = _in_cell(_style("label", 10, 14, font=SEMIBOLD))
    value = _in_cell(_style("value", 10, 14))
    value_link = _in_cell(_style("value link", 10, 14))
    cell = _in_cell(_style("cell", 9.5, 12.5))
    cell_right = _in_cell(_style("cell right", 9.5, 12.5))
    cell_strong = _in_cell(_style("cell strong", 9.5, 12.5, font=SEMIBOLD))
    cell_detail = _in_cell(_style("cell detail", 8.5, 11, color=QUIET))
    column = _in_cell(_style("column", 8.5, 11, font=SEMIBOLD, color=QUIET))
    column_right = _in_cell(_style("column right", 8.5, 11, font=SEMIBOLD, color=QUIET))
    group = _in_cell(_style("group", 9.5, 12.5, font=SEMIBOLD))
    caption = _spaced(_style("caption", 9, 12, color=QUIET), 2, 8)
    sender = _style("sender", 11.5, 14, font=SEMIBOLD)
    sender_body = _style("sender body", 9, 11.5, color=QUIET)
    page_kind = _style("page kind", 11.5, 14, font=SEMIBOLD)
    page_facts = _style("page facts", 9, 11.5, color=QUIET)
    foot = _style("foot", 8, 10, color=QUIET)


Styles.item.leftIndent = _ITEM_INDENT
for _right in (Styles.cell_right, Styles.column_right, Styles.page_kind, Styles.page_facts):
    _right.alignment = TA_RIGHT


def item_style(depth: int, longest_sign: str) -> ParagraphStyle:
    """Return the style of items so deep in a list whose signs are at most so long."""
    style = copy(Styles.item)
    width = stringWidth(longest_sign, style.fontName, style.fontSize)
    style.bulletIndent = depth * _ITEM_INDENT
    style.leftIndent = style.bulletIndent + max(_ITEM_INDENT, width + _ITEM_INDENT / 2)
    return style


class Dress:
    """What wears the council's own colour in one document."""

    def __init__(self, accent: str) -> None:
        self.accent = HexColor(accent)
        self.tint = HexColor(tint(accent))
        self.title = self._coloured(Styles.title)
        self.subheading = self._coloured(Styles.subheading)
        self.link = self._coloured(Styles.link)
        self.value_link = self._coloured(Styles.value_link)
        self.group = self._coloured(Styles.group)

    def _coloured(self, style: ParagraphStyle) -> ParagraphStyle:
        worn = copy(style)
        worn.textColor = self.accent
        return worn
