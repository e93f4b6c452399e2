"""Long texts as the council writes them: paragraphs, and lists whose items begin with "- "."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

ITEM = "- "

# Unicode's own line and paragraph ends, beside the three of the computers.
_LINE_ENDS = str.maketrans({"\x0b": "\n", "\x0c": "\n\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n\n"})
_BULLET = re.compile(r"^[ \t]*(?:[•·◦▪■●‣⁃∙\uf0b7\uf0a7*][ \t]+|(?:[-–—o]|\uf0fc)\t[ \t]*)", re.MULTILINE)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of lines; a line end inside it is kept as a line end."""

    text: str


@dataclass(frozen=True, slots=True)
class BulletList:
    """Items in their order, each one line."""

    items: tuple[str, ...]


def parse_prose(text: str) -> tuple[Paragraph | BulletList, ...]:
    """Split free text at blank lines and around list items; every other character stands for itself."""
    blocks: list[Paragraph | BulletList] = []
    lines: list[str] = []
    for line in [*_one_line_end(text).split("\n"), ""]:
        stripped = line.strip()
        item = _item(line)
        if lines and (item is not None or not stripped):
            blocks.append(Paragraph("\n".join(lines)))
            lines = []
        if item:
            _add_item(blocks, item)
        elif item is None and stripped:
            lines.append(stripped)
    return tuple(blocks)


def reduce_pasted(text: str) -> str:
    """Turn what Word, a mail or a web page left on the clipboard into plain text with "- " items."""
    text = unicodedata.normalize("NFC", _one_line_end(text))
    text = _BULLET.sub(ITEM, text)
    text = _CONTROL.sub("", _INVISIBLE.sub("", text))
    lines = [_SPACES.sub(" ", line).strip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS)


def _item(line: str) -> str | None:
    """Return an item's text, empty for a dash that nothing follows yet, None for any other line."""
    line = line.lstrip()
    return line[len(ITEM) :].strip() if line.startswith(ITEM) else None


def _add_item(blocks: list[Paragraph | BulletList], item: str) -> None:
    last = blocks[-1] if blocks else None
    if isinstance(last, BulletList):
        blocks[-1] = BulletList((*last.items, item))
    else:
        blocks.append(BulletList((item,)))
