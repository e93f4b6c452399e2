"""What a document is made of: headings, paragraphs, lists, tables and boxes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from trygghetsrad.documents.drawing import Drawing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Look(Enum):
    """How a paragraph is set."""

    BODY = auto()
    LEAD = auto()
    """The line under the title."""
    STRONG = auto()
    SMALL = auto()


class Tone(Enum):
    """What a box is for; its colour follows, never its meaning alone."""

    DECISION = auto()
    NOTICE = auto()
    """Something changed or was called off."""


class Align(Enum):
    """On which side a column keeps its text."""

    LEFT = auto()
    RIGHT = auto()


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 is the title of the document and stands first; levels are never skipped."""

    level: int
    text: str
    anchor: str = ""
    """Hidden name in a Word file, by which an edited copy is matched; letters, digits and _ only."""


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; a line end in its text is printed as one."""

    text: str
    look: Look = Look.BODY
    anchor: str = ""
    links: tuple[Link, ...] = ()
    """Which words of the text lead somewhere, in their order."""

    def pieces(self) -> list[tuple[str, str]]:
        """Return the text in pieces with the address of each, empty for plain text; raises ValueError."""
        found: list[tuple[str, str]] = []
        at = 0
        for link in self.links:
            start = self.text.index(link.text, at)
            found += [(self.text[at:start], ""), (link.text, link.url)]
            at = start + len(link.text)
        return [piece for piece in (*found, (self.text[at:], "")) if piece[0]]


@dataclass(frozen=True, slots=True)
class Link:
    """An address on a line of its own or words in a paragraph, clickable."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, with items of its own under it, or with its own sign: "3."."""

    text: str
    items: tuple[str | Item, ...] = ()
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list whose order means nothing, unless its items carry their numbers as signs."""

    items: tuple[str | Item, ...]
    anchor: str = ""


BULLET = "•"


def listed_items(items: Iterable[str | Item], depth: int = 0) -> Iterator[tuple[int, Item]]:
    """Return every item of a list in reading order, with how deep it stands."""
    for one in items:
        item = Item(one) if isinstance(one, str) else one
        yield depth, item
        yield from listed_items(item.items, depth + 1)


@dataclass(frozen=True, slots=True)
class KeyValues:
    """Labels with what stands beside them, as on the front page of minutes."""

    rows: tuple[tuple[str, tuple[str | Link, ...]], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column takes the share of the width its weight says."""

    title: str
    weight: float = 1
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with smaller lines under its text; strong marks what is late.

    One that reaches over several rows or columns stands where it begins; the others leave its room out.
    """

    text: str
    details: tuple[str, ...] = ()
    strong: bool = False
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Group:
    """A row across the whole table that names the rows under it."""

    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a header row that is repeated on every page it reaches."""

    summary: str
    """What the table holds, for those who hear it."""
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...] | Group, ...]
    row_header: int | None = 0
    """The column that names its row."""
    together: bool = False
    """Kept on one page unless that would leave much of the page before it empty."""
    dense: bool = False
    """Rows close to each other, for lists to look things up in."""
    row_height: float | None = None
    """Least height in millimetres, where people write by hand."""


@dataclass(frozen=True, slots=True)
class Box:
    """Blocks set apart by a tint and a line."""

    blocks: tuple[Heading | Para | Bullets | Link, ...]
    tone: Tone = Tone.DECISION


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """A line to sign on, or the record of how it was signed."""

    role: str
    name: str
    signed: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines that stay together on one page."""

    lines: tuple[SignatureLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture (PNG or JPEG) with one sentence that says what it shows."""

    picture: bytes
    alt: str
    caption: str = ""
    height: float = 60
    """Millimetres."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""

    after_front: bool = False
    """Only where the first page is not left yet, and not to leave half of it empty."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The headings with their pages, in a document so long that they help; a shorter one gets none."""

    title: str = "Innehåll"
    deepest: int = 3
    """The deepest level of heading that is listed; the title of the document is not."""
    most_pages_without: int = 6


Flat = (
    Heading
    | Para
    | Link
    | Bullets
    | KeyValues
    | Table
    | Box
    | Signatures
    | Figure
    | Drawing
    | PageBreak
    | Contents
)


@dataclass(frozen=True, slots=True)
class Landscape:
    """Blocks on pages of their own that lie down, for tables wider than a standing page."""

    blocks: tuple[Flat, ...]


Block = Flat | Landscape


def with_inner(blocks: Iterable[Block]) -> Iterator[Block]:
    """Return every block with those inside it, in reading order."""
    for block in blocks:
        yield block
        if isinstance(block, (Box, Landscape)):
            yield from with_inner(block.blocks)


def sections(blocks: Iterable[Block]) -> list[tuple[bool, tuple[Flat, ...]]]:
    """Return the parts between which the page is turned, each with whether it lies down.

    A turn is a page break already; one asked for just before or after it would leave an empty page.
    """
    parts: list[tuple[bool, list[Flat]]] = []
    for block in blocks:
        lying, inner = (True, block.blocks) if isinstance(block, Landscape) else (False, (block,))
        if not parts or parts[-1][0] != lying:
            if parts and isinstance(parts[-1][1][-1], PageBreak):
                parts[-1][1].pop()
            parts.append((lying, []))
        for one in inner:
            if not isinstance(one, PageBreak) or parts[-1][1] or len(parts) == 1:
                parts[-1][1].append(one)
    return [(lying, tuple(inner)) for lying, inner in parts if inner]
