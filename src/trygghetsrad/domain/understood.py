"""What one line typed during a meeting was understood as, and what she has left to choose."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from trygghetsrad.domain.name_matching import Owner


class LineKind(StrEnum):
    """What a line becomes when Enter is pressed."""

    DECISION = "b"
    ACTION = "å"
    TEXT = "t"
    VERIFIER = "j"


class Part(StrEnum):
    """What a stretch of the line was understood as."""

    PREFIX = "prefix"
    OWNER = "owner"
    DUE = "due"
    PHRASE = "phrase"
    VERIFIER = "verifier"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the line to highlight."""

    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Choice:
    """Something only she can decide; no owners and no days at all means that nobody known was found."""

    part: Part
    start: int
    end: int
    owners: tuple[Owner, ...] = ()
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickLine:
    """What was understood; `line` is the line that the spans count in, composed (NFC).

    Where `unsure` is empty every owner is meant: one for an action, one or more for verifiers.
    """

    line: str
    kind: LineKind
    text: str
    owners: tuple[Owner, ...] = ()
    due: date | None = None
    spans: tuple[Span, ...] = ()
    unsure: tuple[Choice, ...] = ()

    @property
    def owner(self) -> Owner | None:
        """Return the owner if it is sure who it is."""
        open_question = any(choice.part is Part.OWNER for choice in self.unsure)
        return self.owners[0] if len(self.owners) == 1 and not open_question else None
