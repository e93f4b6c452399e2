"""A table of contents that Word keeps up to date itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn

from trygghetsrad.documents.docx.text import word_text
from trygghetsrad.documents.docx.xml import element, field_run, tab_run, text_run

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from trygghetsrad.documents.blocks import Contents, Heading

_INDENT = 284
_LETTERS_PER_PAGE = 2_200
_FIRST_LEVEL = 2
_NOT_YET = "–"
"""Stands for a page until Word has counted."""


def heading_anchor(number: int) -> str:
    """Return the name Word gives the bookmarks its tables of contents lead to."""
    return f"_Toc{number:06d}"


def contents_field(
    block: Contents, headings: Sequence[Heading], paragraph: Callable[..., Any], width: int
) -> list[Any]:
    """Return a line for each heading listed; Word works out their pages when it opens the file."""
    listed = [
        (number, heading)
        for number, heading in enumerate(headings)
        if _FIRST_LEVEL <= heading.level <= block.deepest
    ]
    if not listed:
        return []
    lines = [_line(number, heading, paragraph, width) for number, heading in listed]
    instruction = f' TOC \\o "{_FIRST_LEVEL}-{block.deepest}" \\h \\z \\u '
    first, last = lines[0].find(qn("w:pPr")), lines[-1]
    for run in reversed((_sign("begin", dirty="true"), _code(instruction), _sign("separate"))):
        first.addnext(run)
    last.append(_sign("end"))
    return [paragraph("FetText", text_run(word_text(block.title))), *lines]


def is_needless(word: Any, most_pages: int) -> bool:
    """Tell whether a file is about so short; how its pages fall is for Word to say."""
    letters = sum(len(text.text or "") for text in word.element.body.iter(qn("w:t")))
    return letters < most_pages * _LETTERS_PER_PAGE


def _line(number: int, heading: Heading, paragraph: Callable[..., Any], width: int) -> Any:
    link = element(
        "w:hyperlink",
        text_run(word_text(heading.text)),
        tab_run(),
        field_run(f"PAGEREF {heading_anchor(number)} \\h", _NOT_YET),
        anchor=heading_anchor(number),
    )
    tab = element("w:tab", val="right", leader="dot", pos=width)
    indent = element("w:ind", left=(heading.level - _FIRST_LEVEL) * _INDENT)
    spacing = element("w:spacing", after=40)
    return paragraph("Normal", link, tabs=element("w:tabs", tab), spacing=spacing, ind=indent)


def _sign(kind: str, **about: str) -> Any:
    return element("w:r", element("w:fldChar", fldCharType=kind, **about))


def _code(instruction: str) -> Any:
    code = element("w:instrText")
    code.text = instruction
    code.set(qn("xml:space"), "preserve")
    return element("w:r", code)
