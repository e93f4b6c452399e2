"""What the inhabitants are told of a meeting (12 § 3 lagen 2023:196)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trygghetsrad.domain.papers.letterhead import Letterhead, MeetingFacts, Words

if TYPE_CHECKING:
    from datetime import date

    from trygghetsrad.domain.papers.minutes import DecisionFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class WebItem:
    """One matter that somebody outside the council may want to know of."""

    title: str
    text: str = ""
    decisions: tuple[DecisionFacts, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WebTask:
    """Something that will be done; persons are not named."""

    what: str
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WebTextFacts:
    """Webbtext: a meeting in short, in plain words."""

    letterhead: Letterhead
    words: Words = field(default_factory=Words)
    meeting: MeetingFacts
    settled: bool = True
    """Whether the minutes are verified, or finished."""
    items: tuple[WebItem, ...] = ()
    tasks: tuple[WebTask, ...] = ()
    next_meeting: str = ""
    website: str = ""
