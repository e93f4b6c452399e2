"""The three kinds of goals, each explained in one sentence and shown by good examples."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from trygghetsrad.domain.thread import GoalKind


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalExample:
    """A goal that is whole: what, how it is seen, from where, to where, and when."""

    text: str
    measure: str
    baseline: str
    target: str
    by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalKindGuide:
    kind: GoalKind
    label: str
    help: str
    examples: tuple[GoalExample, ...]
