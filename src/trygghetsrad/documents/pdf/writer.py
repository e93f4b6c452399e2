"""Document to PDF bytes, made in memory: tagged (PDF/UA-1) and fit for archives (PDF/A-2a)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from trygghetsrad.documents.model import Document
    from trygghetsrad.documents.pdf.contents import HeadingPlace

# ReportLab's fonts must not be shared by two documents at a time.
_ONE_AT_A_TIME = Lock()
# The pages settle at the second; a heading that hovers between two pages must not hold up the paper.
_MOST_TRIES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfResult:
    """A finished PDF and what could not be printed as it was written."""

    data: bytes
    replaced_characters: tuple[str, ...] = ()
    """Characters the font lacks, printed as squares."""
    logo_unreadable: bool = False


def render_pdf(document: Document, *, fixed_time: datetime | None = None) -> PdfResult:
    """Return the PDF; the same document and time give the same bytes.

    Without a fixed time SOURCE_DATE_EPOCH is heeded, else the time is now.
    """
    with _ONE_AT_A_TIME:
        return _render(document, fixed_time)


def _render(document: Document, fixed_time: datetime | None) -> PdfResult:
    """Render once, or until the table of contents names the pages it makes the headings stand on."""
    from trygghetsrad.documents.blocks import Contents, with_inner
    from trygghetsrad.documents.pdf.patches import patch_reportlab

    patch_reportlab()
    contents = next((block for block in with_inner(document.blocks) if isinstance(block, Contents)), None)
    result, pages, places = _rendered(document, fixed_time, [])
    if contents is None or pages <= contents.most_pages_without:
        return result
    for _ in range(_MOST_TRIES):
        listed = places
        result, _, places = _rendered(document, fixed_time, listed)
        if places == listed:
            break
    return result


def _rendered(
    document: Document, fixed_time: datetime | None, listed: list[HeadingPlace]
) -> tuple[PdfResult, int, list[HeadingPlace]]:
    """Return the PDF with these headings in its table of contents, its pages and where its headings stand."""
    from trygghetsrad.documents.pdf.canvas import TaggedCanvas
    from trygghetsrad.documents.pdf.compose import Composer
    from trygghetsrad.documents.pdf.fonts import load_fonts
    from trygghetsrad.documents.pdf.page import Stationery, paper
    from trygghetsrad.documents.pdf.theme import Dress
    from trygghetsrad.documents.text import PdfText

    text = PdfText(load_fonts())
    stationery = Stationery(document.meta, text)
    composer = Composer(text, Dress(document.meta.letterhead.accent), listed)
    stationery.take_place_in(composer.root)
    story = composer.story(document.blocks)
    target = BytesIO()
    places: list[HeadingPlace] = []
    canvas = partial(
        TaggedCanvas,
        root=composer.root,
        fixed_time=fixed_time,
        headings=places,
        draw_page_number=stationery.draw_page_number,
    )
    made = paper(stationery, document, text, target)
    made.build(story, canvasmaker=canvas)
    result = PdfResult(
        data=target.getvalue(),
        replaced_characters=text.replaced,
        logo_unreadable=stationery.logo_unreadable,
    )
    return result, made.page, places
