"""The council's year at a glance: meetings, what must be done before them, and what the law says of pace."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from trygghetsrad.domain.papers.letterhead import Letterhead, Words

if TYPE_CHECKING:
    from datetime import date


class WheelMark(Enum):
    """What a day in the wheel is for; the three lead times have a ring each."""

    MEETING = auto()
    ITEMS = auto()
    """Ärendeförfrågan goes out."""
    MATERIAL = auto()
    """The papers of the meeting must be in."""
    NOTICE = auto()
    """Kallelse goes out."""
    OTHER = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class WheelDay:
    """One day of the year with what it is for."""

    day: date
    mark: WheelMark
    what: str
    """ "Möte 1/2027", "Kallelsen ska ut" """
    about: str = ""
    """Which meeting a lead time belongs to, or what a meeting is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How often the law asks for something, in its own words."""

    section: str
    what: str
    how_often: str
    latest: str = ""
    """When it was done last, once the program knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WheelFacts:
    """Årshjul for one year."""

    letterhead: Letterhead
    words: Words = field(default_factory=Words)
    year: int
    as_of: date
    days: tuple[WheelDay, ...]
    paces: tuple[Pace, ...] = ()
