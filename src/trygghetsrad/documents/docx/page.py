"""What stands around the text on every page of a Word file: sender, document type, page number, address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn

from trygghetsrad.documents.docx.pictures import UnreadablePicture, picture_run
from trygghetsrad.documents.docx.text import one_line
from trygghetsrad.documents.docx.xml import element, field_run, paragraph, right_tab, tab_run, text_run
from trygghetsrad.domain.council import SenderLines

if TYPE_CHECKING:
    from trygghetsrad.documents.docx.styles import Styles
    from trygghetsrad.documents.model import Meta

_LOGO_HEIGHT = 40.0
_LOGO_WIDTH = 113.0


class Stationery:
    """The paper of a municipality that has no template of its own."""

    def __init__(self, meta: Meta, styles: Styles, width: int) -> None:
        self._meta = meta
        self._styles = styles
        self._width = width
        self.logo_unreadable = False

    def print_on(self, section: Any, *, is_first: bool = True) -> None:
        """Print head and foot of a section; only the first one begins with the letterhead."""
        section.different_first_page_header_footer = is_first
        _replace(section.header, [self._later_head()])
        _replace(section.footer, self._foot())
        if is_first:
            _replace(section.first_page_header, [*self._logo(section.first_page_header), *self._first_head()])
            _replace(section.first_page_footer, self._foot())

    def _logo(self, head: Any) -> list[Any]:
        """Leave out a logo that cannot be read; the paper is still good."""
        letterhead = self._meta.letterhead
        if letterhead.logo is None:
            return []
        alt = one_line([letterhead.logo_words])
        try:
            run = picture_run(head, letterhead.logo, alt, _LOGO_WIDTH, _LOGO_HEIGHT)
        except UnreadablePicture:
            self.logo_unreadable = True
            return []
        return [paragraph(self._styles["header"], run, spacing=element("w:spacing", after=80))]

    def _first_head(self) -> list[Any]:
        meta = self._meta
        kind = one_line([meta.kind, meta.marking], ", ")
        number = meta.registry_number or meta.letterhead.registry_number
        dnr = one_line([f"Dnr {number}" if number else ""])
        first, *others = self._sender()
        below = one_line(others)
        lines = [
            self._head("Avsändare", [text_run(one_line([first])), tab_run(), text_run(kind)]),
            self._head("header", [text_run(below), tab_run(), *self._number()]),
        ]
        return [*lines, self._head("header", [tab_run(), text_run(dnr)]), self._air()]

    def _sender(self) -> list[str]:
        """Return the names in the order chosen; without a logo someone must say which municipality it is."""
        letterhead = self._meta.letterhead
        names = [letterhead.municipality, letterhead.body]
        if letterhead.sender is not SenderLines.MUNICIPALITY_FIRST:
            names.reverse()
        alone = letterhead.sender is SenderLines.COUNCIL_ONLY
        return names[:1] if alone and letterhead.logo is not None and not self.logo_unreadable else names

    def _air(self) -> Any:
        return paragraph(self._styles["header"])

    def _later_head(self) -> Any:
        meta = self._meta
        running = one_line([meta.letterhead.body, meta.title, meta.marking], " · ")
        return self._head("header", [text_run(running), tab_run(), *self._number()])

    def _head(self, style: str, runs: list[Any]) -> Any:
        return paragraph(self._styles[style], *runs, tabs=right_tab(self._width))

    def _number(self) -> list[Any]:
        """Return "2026-11-23 · 1 (2)"; Word counts the pages."""
        dated = one_line([self._meta.dated])
        return [
            text_run(f"{dated} · " if dated else ""),
            field_run("PAGE", "1"),
            text_run(" ("),
            field_run("NUMPAGES", "1"),
            text_run(")"),
        ]

    def _foot(self) -> list[Any]:
        letterhead, code = self._meta.letterhead, self._meta.code
        said = (
            one_line(letterhead.address_lines, " · "),
            one_line([letterhead.foot]),
            one_line([f"Kod {code}" if code else ""]),
        )
        lines = [text for text in said if text] or [""]
        return [paragraph(self._styles["footer"], text_run(text)) for text in lines]


def _replace(story: Any, lines: list[Any]) -> None:
    story.is_linked_to_previous = False
    root = story._element  # noqa: SLF001 - python-docx hands out the XML no other way
    for child in root.findall(qn("w:p")):
        root.remove(child)
    root.extend(lines)
