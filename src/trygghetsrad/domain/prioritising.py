"""Choosing between problems: questions to talk about, a sum that helps to sort, and what is still missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.thread import MOST_PRIORITIES, POINTS, Position, Weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from trygghetsrad.domain.thread import Assessment


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One row of the matrix, as a question that anybody can answer with ja, delvis or nej."""

    key: str
    label: str
    question: str
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionGuide:
    """What a position means, and how its motivation may begin."""

    position: Position
    label: str
    help: str
    starter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrioritisingGuide:
    intro: str
    criteria: tuple[Criterion, ...]
    positions: tuple[PositionGuide, ...]


def proposed_priorities(assessments: Iterable[Assessment]) -> tuple[Assessment, ...]:
    """Return the undecided ones with the highest sums, never more than there is room for among three.

    Where the last places would part problems with the same sum, none of them is proposed: people choose.
    """
    judged = list(assessments)
    room = MOST_PRIORITIES - sum(one.position is Position.PRIORITISED for one in judged)
    undecided = [one for one in judged if one.position is Position.UNSET and one.points]
    ranked = sorted(undecided, key=lambda one: -one.points)
    if room < 1:
        return ()
    beyond = ranked[room].points if len(ranked) > room else 0
    return tuple(one for one in ranked[:room] if one.points > beyond)


def sum_text(assessment: Assessment, criteria: Sequence[Criterion]) -> str:
    """Return "11 av 20", and how many questions have no answer yet."""
    answered = {mark.criterion: mark.weight for mark in assessment.marks if mark.weight is not Weight.UNSET}
    known = [answered[one.key] for one in criteria if one.key in answered]
    unanswered = len(criteria) - len(known)
    told = f"{sum(POINTS[weight] for weight in known)} av {len(criteria) * POINTS[Weight.YES]}"
    return f"{told}, {plural(unanswered, 'fråga', 'frågor')} utan svar" if unanswered else told


def what_is_missing(assessment: Assessment) -> str:
    """Return what a ställningstagande (3 §) still lacks, in one sentence; nothing when it is whole."""
    if assessment.position is Position.UNSET:
        return "Välj om problemet ska prioriteras, bevakas eller inte ge någon åtgärd."
    if not assessment.motivation.strip():
        return "Skriv en mening om varför ni tog ställning så."
    return ""


def crowding(assessments: Iterable[Assessment]) -> str:
    """Return a word of advice when more is prioritised than a small municipality can carry."""
    count = sum(one.position is Position.PRIORITISED for one in assessments)
    if count <= MOST_PRIORITIES:
        return ""
    return f"Ni har prioriterat {count} problem. Högst {MOST_PRIORITIES} brukar gå att hålla i."
