"""What the chair has in hand while leading a meeting: the points by the clock, who speaks, what to say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trygghetsrad.domain.papers.letterhead import Letterhead, MeetingFacts, Words

if TYPE_CHECKING:
    from datetime import time


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptRow:
    """One point as the chair leads it."""

    number: str
    title: str
    speaker: str = ""
    minutes: int | None = None
    kind: str = ""
    """ "information", "diskussion" or "beslut" """
    registry_number: str = ""
    proposed_decision: str = ""
    remember: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChairScriptFacts:
    """Ordförandens körschema."""

    letterhead: Letterhead
    words: Words = field(default_factory=Words)
    meeting: MeetingFacts
    planned_end: time | None = None
    rows: tuple[ScriptRow, ...]
    chair: str = ""
    secretary: str = ""
    excused: tuple[str, ...] = ()
    """ "Karin Holm, Kommunstyrelsen" """
