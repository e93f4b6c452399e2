"""The same words, tables and fonts laid out by ReportLab alone: no tags, no kept-together parts."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak as NewPage, Paragraph, SimpleDocTemplate, Table as Grid
from telling import timed

from trygghetsrad.documents.blocks import (
    Box,
    Bullets,
    Group,
    Heading,
    KeyValues,
    PageBreak,
    Para,
    Signatures,
    Table,
)
from trygghetsrad.documents.make import build
from trygghetsrad.documents.pdf.fonts import REGULAR, SEMIBOLD
from trygghetsrad.documents.pdf.theme import FOOT, LABEL_WIDTH, MARGIN, TEXT_WIDTH, TOP, Styles
from trygghetsrad.paths import resources

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from trygghetsrad.documents.model import Document, Meta

LINES = [("LINEBELOW", (0, 0), (-1, -1), 0.4, Styles.foot.textColor), ("VALIGN", (0, 0), (-1, -1), "TOP")]
TINT = [("BACKGROUND", (0, 0), (-1, -1), "#EAF4F8")]
HEADINGS = {1: Styles.title, 2: Styles.heading}


def load_plain_fonts() -> None:
    """Register the same fonts as ReportLab reads them."""
    for name in (REGULAR, SEMIBOLD):
        registerFont(TTFont(name, str(resources() / "fonts" / f"{name}.ttf")))


def lines(texts: Iterable[str], style: Any) -> list[Any]:
    return [Paragraph(escape(text).replace("\n", "<br/>"), style) for text in texts if text.strip()]


def story(blocks: Iterable[Any]) -> list[Any]:
    return [part for block in blocks for part in parts(block)]


def parts(block: Any) -> list[Any]:  # noqa: PLR0911 - a line for each kind
    match block:
        case Heading():
            return lines([block.text], HEADINGS.get(block.level, Styles.subheading))
        case Para():
            return lines([block.text], Styles.body)
        case Bullets():
            return [Paragraph(escape(text), Styles.item, bulletText="•") for text in block.items]
        case KeyValues():
            rows = [[lines([name], Styles.label), lines(values, Styles.value)] for name, values in block.rows]
            return [Grid(rows, colWidths=(LABEL_WIDTH, TEXT_WIDTH - LABEL_WIDTH), style=LINES)]
        case Table():
            return [table(block)]
        case Box():
            return [Grid([[story(block.blocks)]], colWidths=(TEXT_WIDTH,), style=TINT)]
        case Signatures():
            signed = [lines([one.role, one.name, one.signed], Styles.value) for one in block.lines]
            return [Grid([signed], style=LINES)]
        case PageBreak():
            return [NewPage()]
    raise TypeError(block)


def table(block: Table) -> Grid:
    whole = sum(column.weight for column in block.columns)
    widths = [TEXT_WIDTH * column.weight / whole for column in block.columns]
    head = [lines([column.title], Styles.column) for column in block.columns]
    return Grid([head, *(cells(row) for row in block.rows)], colWidths=widths, style=LINES, repeatRows=1)


def cells(row: Group | Sequence[Any]) -> list[Any]:
    if isinstance(row, Group):
        return [lines([row.title], Styles.group)]
    return [[*lines([cell.text], Styles.cell), *lines(cell.details, Styles.cell_detail)] for cell in row]


def stationery(canvas: Any, paper: Any, *, meta: Meta) -> None:
    canvas.setFont(Styles.foot.fontName, Styles.foot.fontSize)
    canvas.drawString(MARGIN, paper.pagesize[1] - TOP, f"{meta.letterhead.body} · {meta.title}")
    canvas.drawRightString(
        paper.pagesize[0] - MARGIN, paper.pagesize[1] - TOP, f"{meta.dated} · {paper.page}"
    )
    canvas.drawString(MARGIN, FOOT, " · ".join(meta.letterhead.address_lines))


def printed(document: Document) -> bytes:
    target = BytesIO()
    edges = {"leftMargin": MARGIN, "rightMargin": MARGIN, "topMargin": 2 * TOP, "bottomMargin": 2 * FOOT}
    around = partial(stationery, meta=document.meta)
    paper = SimpleDocTemplate(target, title=document.meta.title, lang=document.meta.language, **edges)
    paper.build(story(document.blocks), onFirstPage=around, onLaterPages=around)
    return target.getvalue()


if __name__ == "__main__":
    from protokoll import facts

    load_plain_fonts()
    told = facts()
    timed(lambda _turn: printed(build(told)))
