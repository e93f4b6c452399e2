"""Turns the blocks of a document into the body of a Word file."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, assert_never

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from trygghetsrad.documents.blocks import (
    Box,
    Bullets,
    Contents,
    Figure,
    Heading,
    KeyValues,
    Link,
    Look,
    PageBreak,
    Para,
    Signatures,
    Table,
    Tone,
    listed_items,
)
from trygghetsrad.documents.docx.contents import contents_field, heading_anchor
from trygghetsrad.documents.docx.drawings import drawn_picture
from trygghetsrad.documents.docx.pictures import picture_run
from trygghetsrad.documents.docx.tables import TableMaker
from trygghetsrad.documents.docx.text import one_line, word_text
from trygghetsrad.documents.docx.xml import element, paragraph, tab_run, text_run
from trygghetsrad.documents.drawing import Drawing
from trygghetsrad.domain.colours import tint

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from trygghetsrad.documents.blocks import Flat, Item, SignatureLine
    from trygghetsrad.documents.docx.styles import Styles

_LOOKS = {Look.BODY: "Normal", Look.LEAD: "Subtitle", Look.STRONG: "FetText", Look.SMALL: "LitenText"}
_OWN_NAMES = {
    "FetText": "Fet text",
    "LitenText": "Liten text",
    "EtikettOchVarde": "Etikett och värde",
    "InrePunktlista": "Inre punktlista",
    "InnerstaPunktlista": "Innersta punktlista",
    "Underskriftsrad": "Underskriftsrad",
}
_DEEPEST = 4
# A label longer than this gets a line of its own above its values.
_LONGEST_LABEL = 27
_LABEL_WIDTH = 2950
_NOTICE = ("FFF2D1", "7A4F00")
_BOX_INDENT = 227
_BULLET_INDENT = 284
_SIGN_INDENT = 425
_LIST_STYLES = ("ListBullet", "InrePunktlista", "InnerstaPunktlista")
_POINTS_PER_MILLIMETRE = 72 / 25.4
_TWIPS_PER_POINT = 20
# Bookmarks whose names begin so are not shown by Word.
_HIDDEN = "_"


class Composer:
    """Builds the body, in reading order."""

    def __init__(self, document: Any, styles: Styles, width: int, accent: str) -> None:
        self._document = document
        self._styles = styles
        self._width = width
        self._accent = accent
        self._tables = TableMaker(styles, width)
        self._new_page = False
        self._bookmarks = 0
        self._headings: tuple[Heading, ...] = ()
        self._marked = 0
        self.contents: list[Any] = []
        self.most_pages_without = 0

    def expect(self, headings: Iterable[Heading]) -> None:
        """Tell which headings a table of contents will list; without any they get no marks."""
        self._headings = tuple(headings)

    def body(self, blocks: Iterable[Flat], width: int | None = None) -> list[Any]:
        """Return the paragraphs and tables, set across the file's own width or that of a turned page."""
        if width is not None and width != self._width:
            self._width = width
            self._tables = TableMaker(self._styles, width)
        parts: list[Any] = []
        for block in blocks:
            made = self._block(block)
            if made and self._new_page:
                made = _on_new_page(made)
                self._new_page = False
            parts += made
        return parts

    def _block(self, block: Flat) -> list[Any]:  # noqa: PLR0911 - a line for each kind
        match block:
            case Heading() | Para() | Bullets() | Link():
                return self._text_block(block)
            case KeyValues():
                return self._key_values(block)
            case Table():
                # Word joins tables that nothing parts.
                return [self._tables.table(block), self._gap()]
            case Box():
                return self._box(block)
            case Signatures():
                return [part for line in block.lines for part in self._signature(line)]
            case Figure():
                return self._figure(block)
            case Drawing():
                return self._drawing(block)
            case Contents():
                self.contents = contents_field(block, self._headings, self._paragraph, self._width)
                self.most_pages_without = block.most_pages_without
                return self.contents
            case PageBreak():
                # Where the front page ends is for Word to say: here nobody knows how full it is.
                self._new_page = not block.after_front
                return []
        assert_never(block)

    def _text_block(self, block: Heading | Para | Bullets | Link, **properties: Any) -> list[Any]:
        match block:
            case Heading():
                style = f"Heading{min(block.level, _DEEPEST)}"
                made = [self._line(style, block.text, **properties)]
                if self._headings:
                    self._mark(made[0], heading_anchor(self._marked), hidden="")
                    self._marked += 1
            case Para():
                made = [self._paragraph(_LOOKS[block.look], *self._pieces(block), **properties)]
            case Bullets():
                made = [
                    self._item(item, depth, deepcopy(properties)) for depth, item in listed_items(block.items)
                ]
                if not properties:
                    _space_after(made[-1])
            case Link():
                return [self._paragraph("Normal", self._link(block), **properties)]
        if block.anchor:
            self._mark(made[0], block.anchor)
        return made

    def _pieces(self, para: Para) -> list[Any]:
        return [
            self._link(Link(text, url)) if url else text_run(word_text(text)) for text, url in para.pieces()
        ]

    def _item(self, item: Item, depth: int, properties: dict[str, Any]) -> Any:
        """Set an item as one of a list; one with a sign of its own begins with it."""
        if not item.sign:
            return self._line(_LIST_STYLES[min(depth, len(_LIST_STYLES) - 1)], item.text, **properties)
        left = _BULLET_INDENT * depth + _SIGN_INDENT + (_BOX_INDENT if properties else 0)
        properties |= {"ind": element("w:ind", left=left, hanging=_SIGN_INDENT)}
        properties.setdefault("spacing", element("w:spacing", after=40))
        sign, text = text_run(word_text(item.sign)), text_run(word_text(item.text))
        return self._paragraph("Normal", sign, tab_run(), text, **properties)

    def _paragraph(self, style: str, *runs: Any, **properties: Any) -> Any:
        return paragraph(self._styles[_OWN_NAMES.get(style, style)], *runs, **properties)

    def _line(self, style: str, text: str, **properties: Any) -> Any:
        return self._paragraph(style, text_run(word_text(text)), **properties)

    def _gap(self) -> Any:
        about = element("w:spacing", before=0, after=0, line=160, lineRule="exact")
        return self._paragraph("Normal", spacing=about)

    def _link(self, link: Link) -> Any:
        text = text_run(word_text(link.text), style=self._styles["Hyperlink"])
        made = element("w:hyperlink", text)
        url = one_line([link.url])
        target = self._document.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        made.set(qn("r:id"), target)
        return made

    def _mark(self, made: Any, anchor: str, hidden: str = _HIDDEN) -> None:
        """Put a bookmark that Word hides around a paragraph, so that an edited copy can be matched."""
        self._bookmarks += 1
        start = element("w:bookmarkStart", id=self._bookmarks)
        start.set(qn("w:name"), f"{hidden}{anchor}")
        made.find(qn("w:pPr")).addnext(start)
        made.append(element("w:bookmarkEnd", id=self._bookmarks))

    # -- labels and values ---------------------------------------------------------------------

    def _key_values(self, block: KeyValues) -> list[Any]:
        lines = [line for label, values in block.rows for line in self._pair(label, values)]
        if lines:
            lines[-1].find(qn("w:pPr")).find(qn("w:ind")).addprevious(element("w:spacing", after=160))
        return lines

    def _pair(self, label: str, values: Sequence[str | Link]) -> list[Any]:
        """Set a label and its values on lines of their own, the values under each other."""
        name = word_text(label)
        runs = [text_run(name, bold=True)]
        lines = []
        if len(name) > _LONGEST_LABEL or not values:
            lines.append(self._value(runs, keepNext=element("w:keepNext") if values else None))
            runs = []
        for value in values:
            lines.append(self._value([*runs, tab_run(), self._value_run(value)]))
            runs = []
        return lines

    def _value(self, runs: list[Any], **properties: Any) -> Any:
        tabs = element("w:tabs", element("w:tab", val="left", pos=_LABEL_WIDTH))
        hanging = element("w:ind", left=_LABEL_WIDTH, hanging=_LABEL_WIDTH)
        return self._paragraph("EtikettOchVarde", *runs, tabs=tabs, ind=hanging, **properties)

    def _value_run(self, value: str | Link) -> Any:
        return self._link(value) if isinstance(value, Link) else text_run(word_text(value))

    # -- boxes, signatures, pictures -----------------------------------------------------------

    def _box(self, box: Box) -> list[Any]:
        lines: list[Any] = []
        colours = (tint(self._accent)[1:], self._accent[1:]) if box.tone is Tone.DECISION else _NOTICE
        for block in box.blocks:
            bullet = _BULLET_INDENT if isinstance(block, Bullets) else 0
            lines += self._text_block(block, **_tinted(colours, bullet))
        for line in lines[:-1]:
            properties = line.find(qn("w:pPr"))
            if properties.find(qn("w:keepNext")) is None:
                properties.find(qn("w:pStyle")).addnext(element("w:keepNext"))
        _open_up(lines, colours[0])
        return lines

    def _signature(self, line: SignatureLine) -> list[Any]:
        keep = element("w:keepNext")
        above = element("w:spacing", before=200)
        role = self._paragraph("FetText", text_run(word_text(line.role)), keepNext=keep, spacing=above)
        name = self._line("Normal", line.name) if line.name.strip() else self._gap()
        if line.signed:
            signed = self._line("Normal", line.signed)
            return [role, name, signed]
        return [role, self._paragraph("Underskriftsrad"), name]

    def _figure(self, figure: Figure) -> list[Any]:
        return self._picture(figure.picture, figure.alt, figure.caption, figure.height)

    def _drawing(self, drawing: Drawing) -> list[Any]:
        picture = drawn_picture(drawing, self._accent)
        return self._picture(picture, drawing.alt, drawing.caption, drawing.height)

    def _picture(self, picture: bytes, alt: str, caption: str, most_height: float) -> list[Any]:
        width, height = self._width / _TWIPS_PER_POINT, most_height * _POINTS_PER_MILLIMETRE
        run = picture_run(self._document, picture, one_line([alt]), width, height)
        keep = element("w:keepNext") if caption else None
        below = [self._line("Caption", caption)] if caption else []
        return [self._paragraph("Normal", run, keepNext=keep), *below]


def _space_after(line: Any) -> None:
    properties = line.find(qn("w:pPr"))
    spacing = properties.find(qn("w:spacing"))
    if spacing is None:
        spacing = element("w:spacing")
        indent = properties.find(qn("w:ind"))
        properties.append(spacing) if indent is None else indent.addprevious(spacing)
    spacing.set(qn("w:after"), "100")


def _tinted(colours: tuple[str, str], bullet: int) -> dict[str, Any]:
    """Return the look of a line in a box; lines of one box have the same left edge."""
    fill, edge = colours
    indent = {"hanging": bullet} if bullet else {}
    return {
        "pBdr": element("w:pBdr", element("w:left", val="single", sz=18, space=8, color=edge)),
        "shd": element("w:shd", val="clear", color="auto", fill=fill),
        "spacing": element("w:spacing", before=0, after=0),
        "ind": element("w:ind", left=_BOX_INDENT + bullet, **indent),
    }


def _open_up(lines: list[Any], fill: str) -> None:
    """Give a box air above and below its text, within its tint and around it."""

    def edge(name: str) -> Any:
        return element(f"w:{name}", val="single", sz=24, space=1, color=fill)

    first, last = (line.find(qn("w:pPr")) for line in (lines[0], lines[-1]))
    first.find(qn("w:pBdr")).insert(0, edge("top"))
    last.find(qn("w:pBdr")).append(edge("bottom"))
    first.find(qn("w:spacing")).set(qn("w:before"), "160")
    last.find(qn("w:spacing")).set(qn("w:after"), "200")


def _on_new_page(parts: list[Any]) -> list[Any]:
    if parts[0].tag == qn("w:p"):
        properties = parts[0].find(qn("w:pPr"))
        before = [
            one for one in properties if one.tag in {qn("w:pStyle"), qn("w:keepNext"), qn("w:keepLines")}
        ]
        before[-1].addnext(element("w:pageBreakBefore"))
        return parts
    return [element("w:p", element("w:r", element("w:br", type="page"))), *parts]
