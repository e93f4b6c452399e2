"""Pages of a Word file that stand and lie: each run of them is a section of its own."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn
from docx.section import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.documents.blocks import Flat
    from trygghetsrad.documents.docx.compose import Composer

_EMU_PER_TWIP = 635


def fill(word: Any, composer: Composer, sections: Sequence[tuple[bool, tuple[Flat, ...]]]) -> None:
    """Write the parts of a document before the file's last section, each turned as it asks for."""
    end = word.element.body.find(qn("w:sectPr"))
    standing = deepcopy(end)
    for number, (lying, blocks) in enumerate(sections):
        is_last = number == len(sections) - 1
        about = end if is_last else deepcopy(standing)
        if number:
            _go_on(about)
        section = Section(about, word.part)
        _turn(section, lying=lying)
        parts = composer.body(blocks, text_width(section))
        for part in parts:
            end.addprevious(part)
        if not is_last:
            parts[-1].find(qn("w:pPr")).append(about)


def text_width(section: Any) -> int:
    """Return the width of the text in twentieths of a point."""
    emu: int = section.page_width - section.left_margin - section.right_margin
    return round(emu / _EMU_PER_TWIP)


def _turn(section: Any, *, lying: bool) -> None:
    sides = sorted((section.page_width, section.page_height))
    if not lying and section.orientation is WD_ORIENTATION.PORTRAIT:
        return
    section.orientation = WD_ORIENTATION.LANDSCAPE if lying else WD_ORIENTATION.PORTRAIT
    section.page_height, section.page_width = sides if lying else sides[::-1]


def _go_on(about: Any) -> None:
    """Let a section go on with the head and the page numbers of the pages before it."""
    for name in ("w:titlePg", "w:pgNumType"):
        for one in about.findall(qn(name)):
            about.remove(one)
