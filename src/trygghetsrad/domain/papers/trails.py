"""The thread of each problem, from what was noticed to what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trygghetsrad.domain.papers.letterhead import Letterhead, Words

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailStep:
    """One step with those that follow from it."""

    text: str
    steps: tuple[TrailStep, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemTrail:
    """A problem: what it rests on, then causes, goals and actions."""

    title: str
    ground: tuple[TrailStep, ...] = ()
    """What was noticed, and what was decided about it."""
    steps: tuple[TrailStep, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailPaperFacts:
    """Spårlista: who can see why each action is done, and what came of it."""

    letterhead: Letterhead
    words: Words = field(default_factory=Words)
    issued_on: date
    problems: tuple[ProblemTrail, ...] = ()
