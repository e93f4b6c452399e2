"""Document to Word file, made in memory, from the same blocks as the PDF."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

    from trygghetsrad.documents.model import Document, Meta


_EMU_PER_TWIP = 635


@dataclass(frozen=True, slots=True, kw_only=True)
class DocxResult:
    """A finished Word file and what could not be put into it."""

    data: bytes
    logo_unreadable: bool = False


def render_docx(document: Document, *, fixed_time: datetime) -> DocxResult:
    """Return the Word file; the same document and time give the same bytes."""
    import docx
    from docx.oxml.ns import qn

    from trygghetsrad.documents.docx.compose import Composer
    from trygghetsrad.documents.docx.package import empty_file, packed_alike
    from trygghetsrad.documents.docx.page import Stationery
    from trygghetsrad.documents.docx.styles import Styles, set_language

    word = docx.Document(empty_file())
    styles = Styles(word)
    styles.wear(document.meta.letterhead.accent)
    set_language(word, document.meta.language)
    section = word.sections[-1]
    width = _text_width(section)
    body = word.element.body
    parts = Composer(word, styles, width, document.meta.letterhead.accent).body(document.blocks)
    end = body.find(qn("w:sectPr"))
    for part in parts:
        end.addprevious(part)
    stationery = Stationery(document.meta, styles, width)
    stationery.print_on(section)
    _describe(word.core_properties, document.meta, fixed_time)
    target = BytesIO()
    word.save(target)
    return DocxResult(
        data=packed_alike(target.getvalue(), fixed_time), logo_unreadable=stationery.logo_unreadable
    )


def _text_width(section: Any) -> int:
    """Return the width of the text in twentieths of a point."""
    emu: int = section.page_width - section.left_margin - section.right_margin
    return round(emu / _EMU_PER_TWIP)


def _describe(about: Any, meta: Meta, moment: datetime) -> None:
    """Fill in what the file says about itself."""
    from trygghetsrad.documents.docx.text import one_line

    body = one_line([meta.letterhead.body])
    about.title, about.subject = one_line([meta.title]), one_line([meta.kind])
    about.author = about.last_modified_by = body
    about.language = meta.language
    about.created = about.modified = moment
    about.revision = 1
    about.comments = about.keywords = ""
