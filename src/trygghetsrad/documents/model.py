"""A whole document before it has a format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trygghetsrad.documents.rules import check_blocks, check_title

if TYPE_CHECKING:
    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.domain.papers import Letterhead


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What stands around the text on every page and in the file's own description."""

    title: str
    kind: str
    """The document type at the top right: "Kallelse"."""
    letterhead: Letterhead
    dated: str = ""
    registry_number: str = ""
    marking: str = ""
    """ "Utkast 2": printed after the document type on every page."""
    code: str = ""
    """Printed at the foot so that paper and file can be matched."""
    numbered: bool = True
    """False where other pages come between, and a page number would mislead."""
    language: str = "sv-SE"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document; a bad one cannot be made (raises BadDocument)."""

    meta: Meta
    blocks: tuple[Block, ...]

    def __post_init__(self) -> None:
        check_title(self.meta.title, self.meta.kind, self.meta.language)
        check_blocks(self.blocks)
