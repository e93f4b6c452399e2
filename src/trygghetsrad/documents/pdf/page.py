"""What stands around the text on every page: sender, document type, page number, address."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, Any

from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from trygghetsrad.documents.pdf.fonts import REGULAR
from trygghetsrad.documents.pdf.metadata import PRODUCER
from trygghetsrad.documents.pdf.pictures import UnreadablePicture, read_picture
from trygghetsrad.documents.pdf.theme import (
    FOOT,
    HAIRLINE,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TEXT_WIDTH,
    TOP,
    Styles,
)
from trygghetsrad.domain.council import SenderLines

if TYPE_CHECKING:
    from io import BytesIO

    from reportlab.lib.styles import ParagraphStyle

    from trygghetsrad.documents.model import Meta
    from trygghetsrad.documents.pdf.canvas import TaggedCanvas
    from trygghetsrad.documents.pdf.tags import Tag
    from trygghetsrad.documents.text import PdfText

_LOGO_HEIGHT = 14 * mm
_LOGO_WIDTH = 40 * mm
_LOGO_GAP = 4 * mm
_RIGHT_WIDTH = 58 * mm
_HEAD_GAP = 7 * mm
_FOOT_GAP = 5 * mm
# A head or foot longer than this would leave no room for the text.
_LONGEST = 300


class Stationery:
    """The municipality's paper for one document."""

    def __init__(self, meta: Meta, text: PdfText) -> None:
        self._meta = meta
        self._text = text
        self.logo_unreadable = False
        self._logo_tag: Tag | None = None
        self._logo, self._logo_size = self._read_logo()
        self._foot = self._set([*meta.letterhead.address_lines], " · ", Styles.foot)
        self._foot += self._set([meta.letterhead.foot], "", Styles.foot)
        self._code = self._set([f"Kod {meta.code}" if meta.code else ""], "", Styles.foot)
        self._running = self._set([meta.letterhead.body, meta.title, meta.marking], " · ", Styles.foot)

    def take_place_in(self, root: Tag) -> None:
        """Let the logo be a figure with words, read before all else on the first page."""
        if self._logo is not None:
            self._logo_tag = root.add("Figure", alt=self._text.line(self._meta.letterhead.logo_words))

    def templates(self) -> list[PageTemplate]:
        """Return the first page, with logo, and the pages after it, with one line at the top."""
        return [
            self._template("first", self._first_height(), self._draw_first),
            self._template("later", self._later_height(), self._draw_later),
        ]

    def draw_page_number(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Print "2026-11-23 · 1 (2)" at the right of the head."""
        style = Styles.page_facts if page == 1 else Styles.foot
        canvas.setFont(style.fontName, style.fontSize)
        canvas.setFillColor(style.textColor)
        number = f"{page} ({pages})" if self._meta.numbered else ""
        facts = [self._text.line(self._meta.dated), number]
        line = " · ".join(fact for fact in facts if fact)
        above = _height(self._kind(), _RIGHT_WIDTH) if page == 1 else 0
        canvas.drawRightString(PAGE_WIDTH - MARGIN, PAGE_HEIGHT - TOP - above - style.fontSize, line)

    def _template(self, name: str, head: float, draw: Any) -> PageTemplate:
        bottom = FOOT + self._foot_height() + _FOOT_GAP
        height = PAGE_HEIGHT - TOP - head - _HEAD_GAP - bottom
        frame = Frame(MARGIN, bottom, TEXT_WIDTH, height, 0, 0, 0, 0, id=name)
        return PageTemplate(name, [frame], onPage=draw, autoNextPageTemplate="later")

    def _draw_first(self, canvas: Any, _document: Any) -> None:
        top = PAGE_HEIGHT - TOP
        self._draw_logo(canvas, top)
        with canvas.decoration("Header"):
            _draw_down(canvas, self._sender(), MARGIN + self._indent(), top, self._sender_width())
            right = PAGE_WIDTH - MARGIN - _RIGHT_WIDTH
            below = _draw_down(canvas, self._kind(), right, top, _RIGHT_WIDTH)
            _draw_down(canvas, self._registry(), right, below - Styles.page_facts.leading, _RIGHT_WIDTH)
        self._draw_foot(canvas)
        canvas.place_page_number()

    def _draw_logo(self, canvas: Any, top: float) -> None:
        if self._logo is None or self._logo_tag is None:
            return
        width, height = self._logo_size
        self._logo_tag.box = (MARGIN, top - height, MARGIN + width, top)
        with canvas.content(self._logo_tag):
            canvas.drawImage(self._logo, MARGIN, top - height, width, height, mask="auto")

    def _draw_later(self, canvas: Any, _document: Any) -> None:
        top = PAGE_HEIGHT - TOP
        with canvas.decoration("Header"):
            _draw_down(canvas, self._running, MARGIN, top, TEXT_WIDTH - _RIGHT_WIDTH / 2)
            _line(canvas, top - self._later_height() + 2)
        self._draw_foot(canvas)
        canvas.place_page_number()

    def _draw_foot(self, canvas: Any) -> None:
        top = FOOT + self._foot_height()
        with canvas.decoration("Footer"):
            _line(canvas, top + 3)
            below = _draw_down(canvas, self._foot, MARGIN, top, TEXT_WIDTH)
            _draw_down(canvas, self._code, MARGIN, below, TEXT_WIDTH)

    def _sender(self) -> list[Paragraph]:
        """Return the names in the order chosen; without a logo someone must say which municipality it is."""
        letterhead = self._meta.letterhead
        names = [letterhead.municipality, letterhead.body]
        if letterhead.sender is not SenderLines.MUNICIPALITY_FIRST:
            names.reverse()
        if letterhead.sender is SenderLines.COUNCIL_ONLY and self._logo is not None:
            names.pop()
        first, *others = names
        return [
            *self._set([first], "", Styles.sender),
            *(part for name in others for part in self._set([name], "", Styles.sender_body)),
        ]

    def _kind(self) -> list[Paragraph]:
        return self._set([self._meta.kind, self._meta.marking], ", ", Styles.page_kind)

    def _registry(self) -> list[Paragraph]:
        number = self._meta.registry_number or self._meta.letterhead.registry_number
        return self._set([f"Dnr {number}" if number else ""], "", Styles.page_facts)

    def _set(self, lines: list[str], between: str, style: ParagraphStyle) -> list[Paragraph]:
        text = shorten(between.join(line for line in lines if line.strip()), _LONGEST, placeholder=" …")
        return [Paragraph(piece, style) for piece in self._text.markup(text)] if text else []

    def _first_height(self) -> float:
        right = _height(self._kind(), _RIGHT_WIDTH) + _height(self._registry(), _RIGHT_WIDTH)
        right += Styles.page_facts.leading
        return max(right, _height(self._sender(), self._sender_width()), self._logo_size[1])

    def _later_height(self) -> float:
        return _height(self._running, TEXT_WIDTH - _RIGHT_WIDTH / 2) + 4

    def _foot_height(self) -> float:
        return _height([*self._foot, *self._code], TEXT_WIDTH)

    def _indent(self) -> float:
        return self._logo_size[0] + _LOGO_GAP if self._logo is not None else 0

    def _sender_width(self) -> float:
        return TEXT_WIDTH - _RIGHT_WIDTH - self._indent()

    def _read_logo(self) -> tuple[Any, tuple[float, float]]:
        """Leave out a logo that cannot be read; the paper is still good."""
        data = self._meta.letterhead.logo
        if data is None:
            return None, (0, 0)
        try:
            return read_picture(data, _LOGO_WIDTH, _LOGO_HEIGHT)
        except UnreadablePicture:
            self.logo_unreadable = True
            return None, (0, 0)


def paper(stationery: Stationery, meta: Meta, text: PdfText, target: BytesIO) -> BaseDocTemplate:
    """Return ReportLab's document with our two kinds of pages and what the file says about itself."""
    return BaseDocTemplate(
        target,
        pageTemplates=stationery.templates(),
        title=text.line(meta.title),
        author=text.line(meta.letterhead.body),
        subject=text.line(meta.kind),
        creator=PRODUCER,
        producer=PRODUCER,
        lang=meta.language,
        displayDocTitle=True,
        initialFontName=REGULAR,
    )


def _height(paragraphs: list[Paragraph], width: float) -> float:
    return sum(paragraph.wrap(width, PAGE_HEIGHT)[1] for paragraph in paragraphs)


def _draw_down(canvas: Any, paragraphs: list[Paragraph], left: float, top: float, width: float) -> float:
    """Draw one under the other and return where the last one ends."""
    for paragraph in paragraphs:
        top -= paragraph.wrap(width, PAGE_HEIGHT)[1]
        paragraph.drawOn(canvas, left, top)
    return top


def _line(canvas: Any, height: float) -> None:
    canvas.setStrokeColor(HAIRLINE)
    canvas.setLineWidth(0.5)
    canvas.line(MARGIN, height, PAGE_WIDTH - MARGIN, height)
