"""How the åtgärdsplan was followed up (6 §), and the form on which owners tell how it goes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trygghetsrad.domain.papers.letterhead import Letterhead, Words

if TYPE_CHECKING:
    from datetime import date

    from trygghetsrad.domain.papers.plans import PrintedGoal


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedAction:
    """An action with what was told of it in the three kinds of follow-up."""

    what: str
    owner: str = ""
    when: str = ""
    status: str = ""
    rating: str = ""
    """In words: "Gul: går, men något behöver ändras"."""
    text: str = ""
    production: str = ""
    process: str = ""
    effect: str = ""

    @property
    def is_told(self) -> bool:
        return bool(self.rating or self.text or self.production or self.process or self.effect)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedProblem:
    """The actions of one problem."""

    title: str
    actions: tuple[ReviewedAction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerForm:
    """One page to send out: what somebody answers for, with room to write."""

    owner: str
    actions: tuple[ReviewedAction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPaperFacts:
    """Uppföljningsrapport over the plan, or the forms with which it is gathered."""

    letterhead: Letterhead
    words: Words = field(default_factory=Words)
    issued_on: date
    period: str = ""
    decided: str = ""
    state: str = ""
    """ "Genomgången avslutades 2026-11-20." """
    is_draft: bool = False
    summary: str = ""
    counted: str = ""
    problems: tuple[ReviewedProblem, ...] = ()
    goals: tuple[PrintedGoal, ...] = ()
    next_time: str = ""
    forms: tuple[OwnerForm, ...] = ()
    """Set when forms are wanted instead of the report."""
    answer_to: tuple[str, ...] = ()
    """Whom a form goes back to."""
