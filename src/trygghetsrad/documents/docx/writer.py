"""Document to Word file, made in memory, from the same blocks as the PDF."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

    from trygghetsrad.documents.docx.styles import Styles
    from trygghetsrad.documents.model import Document, Meta

_TEMPLATE = "Word-mallen"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocxResult:
    """A finished Word file and what could not be put into it."""

    data: bytes
    logo_unreadable: bool = False


def render_docx(document: Document, *, fixed_time: datetime, template: bytes | None = None) -> DocxResult:
    """Return the Word file; the same document, time and template give the same bytes.

    Raises Refused for a template that cannot or should not be used.
    """
    import docx

    from trygghetsrad.documents.blocks import Contents, Heading, sections, with_inner
    from trygghetsrad.documents.docx.compose import Composer
    from trygghetsrad.documents.docx.contents import is_needless
    from trygghetsrad.documents.docx.package import empty_file, packed_alike
    from trygghetsrad.documents.docx.sections import fill, text_width
    from trygghetsrad.documents.docx.styles import Styles, set_language
    from trygghetsrad.documents.docx.template import open_template

    meta = document.meta
    word = open_template(template, _TEMPLATE) if template else docx.Document(empty_file())
    styles = Styles(word)
    styles.wear(meta.letterhead.accent)
    set_language(word, meta.language)
    composer = Composer(word, styles, text_width(word.sections[-1]), meta.letterhead.accent)
    if any(isinstance(block, Contents) for block in with_inner(document.blocks)):
        composer.expect(block for block in with_inner(document.blocks) if isinstance(block, Heading))
    fill(word, composer, sections(document.blocks))
    if composer.contents and is_needless(word, composer.most_pages_without):
        for line in composer.contents:
            line.getparent().remove(line)
    logo_unreadable = _dress(word, meta, styles, with_letterhead=template is None)
    _describe(word.core_properties, meta, fixed_time)
    target = BytesIO()
    word.save(target)
    return DocxResult(data=packed_alike(target.getvalue(), fixed_time), logo_unreadable=logo_unreadable)


def _dress(word: Any, meta: Meta, styles: Styles, *, with_letterhead: bool) -> bool:
    """Print our letterhead, or what that of a template cannot know; tell whether the logo was unreadable."""
    from trygghetsrad.documents.docx.page import Stationery
    from trygghetsrad.documents.docx.sections import text_width
    from trygghetsrad.documents.docx.template import facts_line

    if not with_letterhead:
        word.element.body.insert(0, facts_line(meta, styles))
        return False
    printed = [Stationery(meta, styles, text_width(section)) for section in word.sections]
    for number, (stationery, section) in enumerate(zip(printed, word.sections, strict=True)):
        stationery.print_on(section, is_first=number == 0)
    return printed[0].logo_unreadable


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
