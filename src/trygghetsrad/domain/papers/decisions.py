"""Everything the council decided in a period, meeting by meeting."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trygghetsrad.domain.papers.letterhead import Letterhead, MeetingFacts, Words

if TYPE_CHECKING:
    from datetime import date

    from trygghetsrad.domain.papers.minutes import DecisionFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedItem:
    """One point with what was decided under it."""

    label: str
    """ "§ 14", or "1" where §§ are not used """
    title: str
    registry_number: str = ""
    decisions: tuple[DecisionFacts, ...] = ()
    confidential: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidingMeeting:
    """One meeting of the period, also one that decided nothing."""

    meeting: MeetingFacts
    settled: bool
    """Whether its minutes are verified, or finished, as they stand now."""
    items: tuple[DecidedItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionListFacts:
    """Beslutslista; both days belong to the period."""

    letterhead: Letterhead
    words: Words = field(default_factory=Words)
    since: date
    until: date
    as_of: date
    meetings: tuple[DecidingMeeting, ...] = ()
