"""The one border text crosses on its way into a Word file."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from trygghetsrad.documents.hyphens import LINE_END, SOFT_HYPHEN, loosen

if TYPE_CHECKING:
    from collections.abc import Iterable

# What other programs put between lines, as Word does inside a paragraph.
_LINE_ENDS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_UNWRITTEN = frozenset({"Cc", "Cf", "Cs"})
# Soft hyphens part words; joiners hold an emoji together.
_KEPT = frozenset({"\n", SOFT_HYPHEN, "\u200c", "\u200d"})
_NO_CHARACTERS = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
# As wide as Calibri runs on average, as a share of its size.
_WIDTH_OF_LETTER = 0.52
# Word takes no property longer than 255.
_LONGEST_LINE = 250


def word_text(text: str) -> str:
    """Return text that XML may hold and that steers no screen; line ends are kept."""
    text = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text)).replace("\t", " ")
    text = _NO_CHARACTERS.sub("", text)
    return "".join(sign for sign in text if sign in _KEPT or unicodedata.category(sign) not in _UNWRITTEN)


def one_line(texts: Iterable[str], between: str = "") -> str:
    """Return what stands on one line, for heads, feet and the file's own properties."""
    said = between.join(text for text in texts if text.strip())
    line = " ".join(word_text(said).replace(SOFT_HYPHEN, "").split())
    return line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]} …"


def parted(text: str, width: float, size: float) -> str:
    """Return a cell's text with soft hyphens in words too long for a width in points.

    Addresses get none: what is copied out of the file must stay an address.
    """

    def fits(word: str) -> bool:
        return len(word) * size * _WIDTH_OF_LETTER <= width

    return loosen(text, fits).replace(LINE_END, "")
