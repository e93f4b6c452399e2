"""Help with a first cause analysis: questions for three lists, and drafts to start from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trygghetsrad.domain.actions import ActionNature
    from trygghetsrad.domain.thread import Factor, Influence, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class SideGuide:
    """What to ask oneself about one of the three sides."""

    side: Side
    heading: str
    help: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A word of the method, with what it means."""

    key: str
    label: str
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CausesGuide:
    intro: str
    no_persons: str
    sides: tuple[SideGuide, ...]
    words: tuple[Explained, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseDraft:
    """A possible cause to try, change or strike; a guess and not a fact about the municipality."""

    focus: str
    side: Side
    text: str
    nature: ActionNature
    factor: Factor
    influence: Influence
