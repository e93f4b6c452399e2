"""What stands around the text on every page: sender, document type, page number, address."""

from __future__ import annotations

from functools import partial
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from trygghetsrad.documents.blocks import sections
from trygghetsrad.documents.pdf.fonts import REGULAR
from trygghetsrad.documents.pdf.metadata import PRODUCER
from trygghetsrad.documents.pdf.pictures import UnreadablePicture, read_picture
from trygghetsrad.documents.pdf.theme import (
    FOOT,
    HAIRLINE,
    LANDSCAPE,
    MARGIN,
    PAGE_HEIGHT,
    PORTRAIT,
    TOP,
    Styles,
)
from trygghetsrad.domain.council import SenderLines

if TYPE_CHECKING:
    from io import BytesIO

    from reportlab.lib.styles import ParagraphStyle

    from trygghetsrad.documents.model import Document, Meta
    from trygghetsrad.documents.pdf.canvas import TaggedCanvas
    from trygghetsrad.documents.pdf.tags import Tag
    from trygghetsrad.documents.pdf.theme import Sheet
    from trygghetsrad.documents.text import PdfText

_LOGO_HEIGHT = 14 * mm
_LOGO_WIDTH = 40 * mm
_LOGO_GAP = 4 * mm
_RIGHT_WIDTH = 58 * mm
_HEAD_GAP = 7 * mm
_FOOT_GAP = 5 * mm
# A head or foot longer than this would leave no room for the text.
_LONGEST = 300


def later_template(sheet: Sheet) -> str:
    """Return the name of the pages that are not the first one."""
    return "lying" if sheet is LANDSCAPE else "standing"


class Stationery:
    """The municipality's paper for one document."""

    def __init__(self, meta: Meta, text: PdfText) -> None:
        self._meta = meta
        self._text = text
        self.logo_unreadable = False
        self._turned: dict[int, Sheet] = {}
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

    def templates(self, first: Sheet) -> list[PageTemplate]:
        """Return the first page, with logo, and the pages after it, with one line at the top."""
        return [
            self._template(first, "first", self._first_height(first), self._draw_first),
            *(
                self._template(sheet, later_template(sheet), self._later_height(sheet), self._draw_later)
                for sheet in (PORTRAIT, LANDSCAPE)
            ),
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
        sheet = self._turned[page]
        canvas.drawRightString(sheet.width - MARGIN, sheet.height - TOP - above - style.fontSize, line)

    def _template(self, sheet: Sheet, name: str, head: float, draw: Any) -> PageTemplate:
        bottom = FOOT + self._foot_height(sheet) + _FOOT_GAP
        height = sheet.height - TOP - head - _HEAD_GAP - bottom
        frame = Frame(MARGIN, bottom, sheet.text_width, height, 0, 0, 0, 0, id=name)
        return PageTemplate(
            name,
            [frame],
            onPage=partial(self._dress_page, sheet, draw),
            autoNextPageTemplate=later_template(sheet),
            pagesize=(sheet.width, sheet.height),
        )

    def _dress_page(self, sheet: Sheet, draw: Any, canvas: Any, _document: Any) -> None:
        self._turned[canvas.getPageNumber()] = sheet
        draw(canvas, sheet)
        self._draw_foot(canvas, sheet)
        canvas.place_page_number()

    def _draw_first(self, canvas: Any, sheet: Sheet) -> None:
        top = sheet.height - TOP
        self._draw_logo(canvas, top)
        with canvas.decoration("Header"):
            _draw_down(canvas, self._sender(), MARGIN + self._indent(), top, self._sender_width(sheet))
            right = sheet.width - MARGIN - _RIGHT_WIDTH
            below = _draw_down(canvas, self._kind(), right, top, _RIGHT_WIDTH)
            _draw_down(canvas, self._registry(), right, below - Styles.page_facts.leading, _RIGHT_WIDTH)

    def _draw_logo(self, canvas: Any, top: float) -> None:
        if self._logo is None or self._logo_tag is None:
            return
        width, height = self._logo_size
        self._logo_tag.box = (MARGIN, top - height, MARGIN + width, top)
        with canvas.content(self._logo_tag):
            canvas.drawImage(self._logo, MARGIN, top - height, width, height, mask="auto")

    def _draw_later(self, canvas: Any, sheet: Sheet) -> None:
        top = sheet.height - TOP
        with canvas.decoration("Header"):
            _draw_down(canvas, self._running, MARGIN, top, sheet.text_width - _RIGHT_WIDTH / 2)
            _line(canvas, top - self._later_height(sheet) + 2, sheet)

    def _draw_foot(self, canvas: Any, sheet: Sheet) -> None:
        top = FOOT + self._foot_height(sheet)
        with canvas.decoration("Footer"):
            _line(canvas, top + 3, sheet)
            below = _draw_down(canvas, self._foot, MARGIN, top, sheet.text_width)
            _draw_down(canvas, self._code, MARGIN, below, sheet.text_width)

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

    def _first_height(self, sheet: Sheet) -> float:
        right = _height(self._kind(), _RIGHT_WIDTH) + _height(self._registry(), _RIGHT_WIDTH)
        right += Styles.page_facts.leading
        return max(right, _height(self._sender(), self._sender_width(sheet)), self._logo_size[1])

    def _later_height(self, sheet: Sheet) -> float:
        return _height(self._running, sheet.text_width - _RIGHT_WIDTH / 2) + 4

    def _foot_height(self, sheet: Sheet) -> float:
        return _height([*self._foot, *self._code], sheet.text_width)

    def _indent(self) -> float:
        return self._logo_size[0] + _LOGO_GAP if self._logo is not None else 0

    def _sender_width(self, sheet: Sheet) -> float:
        return sheet.text_width - _RIGHT_WIDTH - self._indent()

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


def paper(stationery: Stationery, document: Document, text: PdfText, target: BytesIO) -> BaseDocTemplate:
    """Return ReportLab's document with our kinds of pages and what the file says about itself."""
    meta = document.meta
    lying, _ = sections(document.blocks)[0]
    return BaseDocTemplate(
        target,
        pageTemplates=stationery.templates(LANDSCAPE if lying else PORTRAIT),
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


def _line(canvas: Any, height: float, sheet: Sheet) -> None:
    canvas.setStrokeColor(HAIRLINE)
    canvas.setLineWidth(0.5)
    canvas.line(MARGIN, height, sheet.width - MARGIN, height)
