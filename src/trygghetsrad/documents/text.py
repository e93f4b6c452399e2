"""The one border text crosses on its way into a PDF; a test holds every writer to it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, unescape

if TYPE_CHECKING:
    from collections.abc import Container

REPLACEMENT = "□"
# ReportLab's time grows with the square of a paragraph's length.
LONGEST_PARAGRAPH = 5_000

# What other programs put between lines, as Word does inside a paragraph.
_LINE_ENDS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_TAG = re.compile("<[^>]*>")
# Joiners and colour selectors belong to the emoji before them and are no loss of their own.
_JOINERS = re.compile("[\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]")
_UNWRITTEN = frozenset({"Cc", "Cf", "Cs"})


class PdfText:
    """Makes text safe to print with a font, and remembers which characters the font lacked."""

    def __init__(self, glyphs: Container[int]) -> None:
        self._replaced: dict[str, None] = {}
        self._table = _Printed(glyphs, self._replaced)

    @property
    def replaced(self) -> tuple[str, ...]:
        """The characters printed as a square, in the order they were met."""
        return tuple(self._replaced)

    def line(self, text: str) -> str:
        """Return one line of plain text, for drawing, bookmarks and file properties."""
        return " ".join(self._printable(text).split())

    def markup(self, text: str) -> list[str]:
        """Return ReportLab markup that prints exactly the text, in pieces it can set quickly."""
        return [escape(piece).replace("\n", "<br/>") for piece in _pieces(self._printable(text))]

    def _printable(self, text: str) -> str:
        text = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text))
        return _JOINERS.sub("", text).translate(self._table)


class _Printed(dict[int, str]):
    """What each character is printed as, found out when it is first met."""

    def __init__(self, glyphs: Container[int], replaced: dict[str, None]) -> None:
        super().__init__({ord("\n"): "\n", ord("\t"): " "})
        self._glyphs = glyphs
        self._replaced = replaced

    def __missing__(self, code: int) -> str:
        self[code] = self._glyph(chr(code))
        return self[code]

    def _glyph(self, character: str) -> str:
        if character != "\u00ad" and unicodedata.category(character) in _UNWRITTEN:
            return ""
        if ord(character) in self._glyphs:
            return character
        self._replaced[character] = None
        return REPLACEMENT


def without_markup(markup: str) -> str:
    """Return the text that markup from here prints."""
    return unescape(_TAG.sub("", markup.replace("<br/>", "\n")))


def _pieces(text: str) -> list[str]:
    """Cut long text at a line end or a space, never inside a word."""
    pieces = []
    while len(text) > LONGEST_PARAGRAPH:
        at = _last_gap(text[:LONGEST_PARAGRAPH])
        pieces.append(text[:at].rstrip())
        text = text[at:].lstrip()
    return [*pieces, text] if text.strip() or not pieces else pieces


def _last_gap(text: str) -> int:
    for gap in ("\n", " "):
        at = text.rfind(gap)
        if at > len(text) // 2:
            return at
    return len(text)
