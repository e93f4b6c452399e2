"""Underlag to apply for a grant and to report it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trygghetsrad.domain.papers.letterhead import Letterhead, Words

if TYPE_CHECKING:
    from datetime import date

    from trygghetsrad.domain.papers.plans import PrintedCause, PrintedGoal


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantAction:
    """An action against the problem, and how it has gone."""

    what: str
    owner: str = ""
    when: str = ""
    status: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantPaperFacts:
    """One project, from problem to report."""

    letterhead: Letterhead
    words: Words = field(default_factory=Words)
    issued_on: date
    title: str = ""
    funder: str = ""
    period: str = ""
    state: str = ""
    is_granted: bool = False
    """True for the underlag to a report."""
    problem: str = ""
    description: str = ""
    causes: tuple[PrintedCause, ...] = ()
    goals: tuple[PrintedGoal, ...] = ()
    actions: tuple[GrantAction, ...] = ()
    purpose: str = ""
    plan: str = ""
    partners: str = ""
    other_grants: str = ""
    evaluation: str = ""
    amounts: tuple[tuple[str, int | None], ...] = ()
    """Each post of money in whole kronor."""
    days: tuple[tuple[str, str], ...] = ()
    """What is or was to be done when."""
    enclosures: tuple[str, ...] = ()
    registry_number: str = ""
    notes: tuple[str, ...] = ()
