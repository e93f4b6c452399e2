"""Turns the blocks of a document into parts to lay out, each with its place in the structure."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any, TypeVar

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import CondPageBreak, NextPageTemplate, PageBreak as NewPage, Spacer

from trygghetsrad.documents.blocks import (
    BULLET,
    Box,
    Bullets,
    Contents,
    Figure,
    Heading,
    Item,
    KeyValues,
    Link,
    Look,
    PageBreak,
    Para,
    Signatures,
    Table,
    sections,
)
from trygghetsrad.documents.drawing import Drawing
from trygghetsrad.documents.hyphens import LINE_END, loosen
from trygghetsrad.documents.pdf.breaks import needed_heights
from trygghetsrad.documents.pdf.contents import ContentsLine, contents_style
from trygghetsrad.documents.pdf.drawings import TaggedDrawing
from trygghetsrad.documents.pdf.flowables import (
    EndOfFront,
    HeadingParagraph,
    ItemParagraph,
    LinkParagraph,
    Rule,
    TaggedParagraph,
    TaggedPicture,
)
from trygghetsrad.documents.pdf.grids import box_grid, pair_grid, side_by_side
from trygghetsrad.documents.pdf.links import LinkedParagraph, Segment
from trygghetsrad.documents.pdf.page import later_template
from trygghetsrad.documents.pdf.pictures import read_picture
from trygghetsrad.documents.pdf.tables import compose_table
from trygghetsrad.documents.pdf.tags import Tag
from trygghetsrad.documents.pdf.theme import LANDSCAPE, PORTRAIT, Styles, item_style
from trygghetsrad.documents.text import without_markup

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportlab.lib.styles import ParagraphStyle

    from trygghetsrad.documents.blocks import Block, Flat, SignatureLine
    from trygghetsrad.documents.pdf.contents import HeadingPlace
    from trygghetsrad.documents.pdf.theme import Dress
    from trygghetsrad.documents.text import PdfText

_P = TypeVar("_P", bound=TaggedParagraph)

_LOOKS = {
    Look.BODY: Styles.body,
    Look.LEAD: Styles.lead,
    Look.STRONG: Styles.strong,
    Look.SMALL: Styles.small,
}
_DEEPEST_BOOKMARK = 2
# A line end that is not one of the text: what stands around it is one word.
_NO_SPACE = "<br />"
_SIGNATURE_ROOM = 13 * mm
_SIGNATURES_ACROSS = 3
# A share of the height of a page; the rest is for head, foot and title.
_HIGHEST_DRAWING = 0.7
_SIGNATURE_GAP = 6 * mm


class Composer:
    """Builds the story for ReportLab and the tag tree beside it, in reading order."""

    def __init__(self, text: PdfText, dress: Dress, places: Sequence[HeadingPlace] = ()) -> None:
        self._places = places
        self._headings = 0
        self._text = text
        self._dress = dress
        self._sheet = PORTRAIT
        self.root = Tag(role="Document")

    def story(self, blocks: Iterable[Block]) -> list[Any]:
        """Return the flowables, with page breaks where a block would begin badly or the page is turned."""
        story: list[Any] = []
        for lying, inner in sections(blocks):
            self._sheet = LANDSCAPE if lying else PORTRAIT
            if story:
                story += [NextPageTemplate(later_template(self._sheet)), NewPage()]
            story += self._section(inner)
        return story

    def _section(self, blocks: Iterable[Flat]) -> list[Any]:
        parts = [(block, self._block(block, self.root)) for block in blocks]
        story: list[Any] = []
        for (block, flowables), needed in zip(parts, needed_heights(parts, self._sheet), strict=True):
            if not isinstance(block, PageBreak):
                story.append(CondPageBreak(needed))
            story += flowables
        return story

    def _block(self, block: Flat, parent: Tag) -> list[Any]:  # noqa: C901, PLR0911 - a line for each kind
        match block:
            case Heading():
                return [self._heading(block, parent)]
            case Para():
                return self._para(block, parent)
            case Link():
                return [self._link(block, parent, self._dress.link)]
            case Bullets():
                return self._bullets(block, parent)
            case KeyValues():
                return [self._key_values(block, parent)]
            case Table():
                return [compose_table(block, parent, self.cell, self._dress, self._sheet)]
            case Box():
                return [self._box(block, parent)]
            case Signatures():
                return [self._signatures(block, parent)]
            case Figure():
                return self._figure(block, parent)
            case Drawing():
                return self._drawing(block, parent)
            case Contents():
                return self._contents(block, parent)
            case PageBreak():
                return [EndOfFront() if block.after_front else NewPage()]

    def cell(self, text: str, style: ParagraphStyle, parent: Tag, width: float) -> list[TaggedParagraph]:
        """Return a table cell's text; words too long for its column get places to part at."""

        def fits(word: str) -> bool:
            return stringWidth(word, style.fontName, style.fontSize) <= width

        return [
            paragraph
            for line in text.splitlines()
            if line.strip()
            for paragraph in self._cell_line(loosen(line, fits), style, parent)
        ]

    def _cell_line(self, line: str, style: ParagraphStyle, parent: Tag) -> list[TaggedParagraph]:
        if LINE_END not in line:
            return self.paragraphs(line, style, parent.add, "P")
        pieces = [" ".join(self._text.markup(piece)) for piece in line.split(LINE_END)]
        return [self._paragraph(TaggedParagraph, _NO_SPACE.join(pieces), style, parent.add("P"))]

    def paragraphs(self, text: str, style: ParagraphStyle, add: Any, role: str) -> list[TaggedParagraph]:
        return [
            self._paragraph(TaggedParagraph, piece, style, add(role)) for piece in self._text.markup(text)
        ]

    @staticmethod
    def _paragraph(kind: type[_P], markup: str, style: ParagraphStyle, tag: Tag) -> _P:
        paragraph = kind(markup, style)
        paragraph.tag = tag
        paragraph.source = without_markup(markup)
        return paragraph

    def _heading(self, block: Heading, parent: Tag) -> HeadingParagraph:
        styles = {1: self._dress.title, 2: Styles.heading}
        style = styles.get(block.level, self._dress.subheading)
        tag = parent.add(f"H{block.level}")
        markup = " ".join(self._text.markup(block.text))
        heading = self._paragraph(HeadingParagraph, markup, style, tag)
        if block.level <= _DEEPEST_BOOKMARK:
            heading.bookmark = (self._text.line(block.text), block.level - 1)
        heading.number, heading.level, heading.title = (
            self._headings,
            block.level,
            self._text.line(block.text),
        )
        self._headings += 1
        return heading

    def _contents(self, block: Contents, parent: Tag) -> list[Any]:
        """List the headings whose places are known from a first try; without any there is no list."""
        listed = [place for place in self._places if 1 < place.level <= block.deepest]
        if not listed:
            return []
        tag = Tag(role="TOC")
        markup = " ".join(self._text.markup(block.title))
        parts: list[Any] = [self._paragraph(TaggedParagraph, markup, Styles.heading, parent.add("H2"))]
        parent.children.append(tag)
        for place in listed:
            link = tag.add("TOCI").add("Reference").add("Link")
            markup = " ".join(self._text.markup(place.title))
            line = self._paragraph(ContentsLine, markup, contents_style(place.level), link)
            line.place = place
            parts.append(line)
        parts.append(Spacer(0, Styles.heading.spaceBefore))
        return parts

    def _link(self, block: Link, parent: Tag, style: ParagraphStyle) -> LinkParagraph:
        tag = parent.add("P").add("Link")
        markup = f"<u>{' '.join(self._text.markup(block.text))}</u>"
        link = self._paragraph(LinkParagraph, markup, style, tag)
        link.url = block.url
        return link

    def _para(self, para: Para, parent: Tag) -> list[TaggedParagraph]:
        """Set a paragraph; where words of it lead somewhere every piece is an element of its own."""
        style = _LOOKS[para.look]
        if not para.links:
            return self.paragraphs(para.text, style, parent.add, "P")
        pieces, tag = para.pieces(), parent.add("P")
        markup = "".join(
            f'<a href="{number}">{" ".join(self._text.markup(text))}</a>'
            for number, (text, _) in enumerate(pieces)
        )
        made = self._paragraph(LinkedParagraph, markup, style, tag)
        made.segments = tuple(Segment(tag=tag.add("Link" if url else "Span"), url=url) for _, url in pieces)
        made.accent = self._dress.accent
        return [made]

    def _bullets(self, block: Bullets, parent: Tag) -> list[Any]:
        parts = self._items(block.items, parent, 0)
        last = parts[-1].style = copy(parts[-1].style)
        last.spaceAfter = Styles.body.spaceAfter
        return parts

    def _items(self, items: Iterable[str | Item], parent: Tag, depth: int) -> list[ItemParagraph]:
        """Set a list; one under an item belongs to its text."""
        whole = [Item(item) if isinstance(item, str) else item for item in items]
        signs = [self._text.line(item.sign) for item in whole]
        style = item_style(depth, max(signs, key=len))
        tag = parent.add("L", numbering="Decimal" if any(signs) else "Disc")
        parts: list[ItemParagraph] = []
        for item, sign in zip(whole, signs, strict=True):
            line = tag.add("LI")
            label, body = line.add("Lbl"), line.add("LBody")
            pieces = [
                self._paragraph(ItemParagraph, markup, style, body.add("P"))
                for markup in self._text.markup(item.text)
            ]
            pieces[0].label, pieces[0].sign = label, sign or BULLET
            parts += [*pieces, *(self._items(item.items, body, depth + 1) if item.items else [])]
        return parts

    def _key_values(self, block: KeyValues, parent: Tag) -> Any:
        tag = parent.add("L", numbering="None")
        rows = []
        for label, values in block.rows:
            row = tag.add("LI")
            name = self.paragraphs(label, Styles.label, row.add, "Lbl")
            body = row.add("LBody")
            rows.append((name, [part for value in values for part in self._value(value, body)]))
        return pair_grid(rows, self._sheet.text_width)

    def _value(self, value: str | Link, parent: Tag) -> list[Any]:
        if isinstance(value, Link):
            return [self._link(value, parent, self._dress.value_link)]
        return self.paragraphs(value, Styles.value, parent.add, "P")

    def _box(self, block: Box, parent: Tag) -> Any:
        tag = parent.add("Div")
        inner: list[Any] = []
        for part in block.blocks:
            inner += self._block(part, tag)
        return box_grid(inner, block.tone, self._dress, self._sheet.text_width)

    def _signatures(self, block: Signatures, parent: Tag) -> Any:
        parts = [self._signature(line, parent.add("Div")) for line in block.lines]
        return side_by_side(parts, _SIGNATURES_ACROSS, self._sheet.text_width)

    def _signature(self, line: SignatureLine, parent: Tag) -> list[Any]:
        parts: list[Any] = self.paragraphs(line.role, Styles.label, parent.add, "P")
        width = self._sheet.text_width / _SIGNATURES_ACROSS - _SIGNATURE_GAP
        name = self.cell(line.name, Styles.value, parent, width)
        if line.signed:
            signed = self.paragraphs(line.signed, Styles.value, parent.add, "P")
            return [*parts, *name, *signed, Spacer(0, 4 * mm)]
        return [*parts, Rule(width, _SIGNATURE_ROOM), Spacer(0, 1 * mm), *name, Spacer(0, 5 * mm)]

    def _figure(self, block: Figure, parent: Tag) -> list[Any]:
        picture, (width, height) = read_picture(block.picture, self._sheet.text_width, block.height * mm)
        tag = parent.add("Figure", alt=self._text.line(block.alt))
        return [TaggedPicture(picture, width, height, tag), *self._caption(block.caption, parent)]

    def _drawing(self, block: Drawing, parent: Tag) -> list[Any]:
        tag = parent.add("Figure", alt=self._text.line(block.alt))
        most = (self._sheet.text_width, self._sheet.height * _HIGHEST_DRAWING)
        drawn = TaggedDrawing(block, tag, self._text, self._dress, most)
        return [drawn, *self._caption(block.caption, parent)]

    def _caption(self, caption: str, parent: Tag) -> list[Any]:
        return list(self.paragraphs(caption, Styles.caption, parent.add, "Caption")) if caption else []
