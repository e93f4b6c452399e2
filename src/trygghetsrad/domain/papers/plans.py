"""The åtgärdsplan (5 §) as it is printed, and how it was followed up (6 §)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trygghetsrad.domain.papers.letterhead import Letterhead, Words

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedChapter:
    """A numbered heading with its text, or the honest line where nothing is written."""

    number: str = ""
    heading: str
    section: str = ""
    """Which section of the Act it answers: "4 § 1"."""
    text: str = ""
    otherwise: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedCause:
    """A cause with the number that goals and actions follow."""

    number: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedGoal:
    """A goal, with how it is seen and what came of it."""

    text: str
    kind: str = ""
    problem: str = ""
    measure: str = ""
    baseline: str = ""
    target: str = ""
    by: date | None = None
    result: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedAction:
    """One line of the plan's table, and its card."""

    what: str
    cause: str = ""
    nature: str = ""
    goal: str = ""
    when: str = ""
    owner: str = ""
    partners: str = ""
    result: str = ""
    is_added: bool = False
    """Added after the plan was decided."""
    scope: str = ""
    """ "Punktinsats" or "Del av ordinarie arbete" """
    effect: str = ""
    origin: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedProblem:
    """One prioritised problem of the plan."""

    title: str
    description: str = ""
    causes: tuple[PrintedCause, ...] = ()
    own: tuple[PrintedAction, ...] = ()
    others: tuple[PrintedAction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPaperFacts:
    """Åtgärdsplan; what nobody has written is said, and nothing is made up."""

    letterhead: Letterhead
    words: Words = field(default_factory=Words)
    issued_on: date
    period: str = ""
    """ "2026–2028" """
    is_draft: bool = False
    decided: str = ""
    """ "Kommunstyrelsen 2026-06-01, § 41" """
    registry_number: str = ""
    rests_on: str = ""
    """Which lägesbild it rests on: "Lägesbilden 2026–2028, beslutad 2026-04-20" """
    chapters: tuple[PrintedChapter, ...] = ()
    """Every chapter in printed order; those that are filled from the thread carry their heading alone."""
    goals: tuple[PrintedGoal, ...] = ()
    problems: tuple[PlannedProblem, ...] = ()
    follow_up: str = ""
    """When it is to be followed up, and how that is counted."""
    links: tuple[str, ...] = ()
    """Other planning it is coordinated with (7 §)."""
    notes: tuple[str, ...] = ()
    """What she may want to know before it is decided; never printed."""
