"""The municipality's own Word template: its letterhead and styles, emptied of what stands in it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.shared import Mm

from trygghetsrad.documents.docx.guard import checked_word
from trygghetsrad.documents.docx.styles import name_of
from trygghetsrad.documents.docx.text import one_line as on_one_line
from trygghetsrad.documents.docx.xml import element, paragraph, text_run
from trygghetsrad.domain.errors import Refused, one_line

if TYPE_CHECKING:
    from trygghetsrad.documents.docx.styles import Styles
    from trygghetsrad.documents.model import Meta

# What a coordinator finds them under in a Swedish Word.
_WANTED_STYLES = {
    "heading 1": "formatmallen Rubrik 1",
    "heading 2": "formatmallen Rubrik 2",
    "heading 3": "formatmallen Rubrik 3",
    "list bullet": "formatmallen Punktlista",
}
_SIZES = {
    "page_width": 210,
    "page_height": 297,
    "left_margin": 22,
    "right_margin": 22,
    "top_margin": 30,
    "bottom_margin": 24,
}
_PARTS_OF_PAGE = {"w:headerReference": "sidhuvud", "w:footerReference": "sidfot"}


def open_template(data: bytes, name: str) -> Any:
    """Return a template as an empty document; raises Refused for one that cannot or should not be used."""
    checked = checked_word(data, name)
    try:
        word = docx.Document(BytesIO(checked))
        _empty(word)
    except (OpcError, KeyError, ValueError, SyntaxError, AttributeError, TypeError, IndexError) as error:
        raise Refused(
            f"”{one_line(name)}” gick inte att använda som mall. Inget har ändrats. "
            "Öppna den i Word, spara den som .docx och välj den igen."
        ) from error
    return word


def missing_in(word: Any) -> tuple[str, ...]:
    """Return what the template lacks and papers usually have, in words of Word."""
    present = {name_of(style) for style in word.styles.element.findall(qn("w:style"))}
    lacking = [words for name, words in _WANTED_STYLES.items() if name not in present]
    section = word.element.body.find(qn("w:sectPr"))
    lacking += [words for tag, words in _PARTS_OF_PAGE.items() if section.find(qn(tag)) is None]
    return tuple(lacking if _has_page_number(word) else [*lacking, "sidnummer"])


def facts_line(meta: Meta, styles: Styles) -> Any:
    """Return the line above the title that says what the letterhead of the template cannot know."""
    number = meta.registry_number or meta.letterhead.registry_number
    kind = ", ".join(part for part in (meta.kind, meta.marking) if part)
    said = (kind, meta.dated, f"Dnr {number}" if number else "", f"Kod {meta.code}" if meta.code else "")
    return paragraph(styles["Liten text"], text_run(on_one_line(said, " · ")))


def _empty(word: Any) -> None:
    """Take away the text; the letterhead is that of the first page, whose section comes first."""
    body = word.element.body
    sections = list(body.iter(qn("w:sectPr")))
    first = sections[0] if sections else element("w:sectPr")
    for child in list(body):
        body.remove(child)
    body.append(first)
    links = word.part.rels
    for link in [name for name, rel in links.items() if rel.reltype == RELATIONSHIP_TYPE.COMMENTS]:
        del links[link]
    settings = word.settings.element
    for attached in settings.findall(qn("w:attachedTemplate")):
        # Where the municipality keeps its templates is no business of those who get the paper.
        settings.remove(attached)
    outside = word.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels
    for link in [name for name, rel in outside.items() if rel.is_external]:
        del outside[link]
    _give_size(word)


def _give_size(word: Any) -> None:
    """Let a section without size or margins have those of our own paper."""
    section = word.sections[-1]
    for name, millimetres in _SIZES.items():
        if getattr(section, name) is None:
            setattr(section, name, Mm(millimetres))


def _has_page_number(word: Any) -> bool:
    section = word.element.body.find(qn("w:sectPr"))
    references = [one for tag in _PARTS_OF_PAGE for one in section.findall(qn(tag))]
    stories = [word.part.related_parts[one.get(qn("r:id"))].element for one in references]
    codes = (
        code for story in stories for code in story.xpath(".//w:instrText/text() | .//w:fldSimple/@w:instr")
    )
    return any("PAGE" in code for code in codes)
