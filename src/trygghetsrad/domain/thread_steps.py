"""How far one area has come through the five steps, told by what is written and by nothing else."""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from trygghetsrad.domain.actions import Action
    from trygghetsrad.domain.thread import Problem


class Step(StrEnum):
    """The way of working of the åtgärdsplan, from what happens to what came of it."""

    SURVEY = "1 Kartlägg"
    CAUSES = "2 Orsaker"
    GOALS = "3 Mål"
    ACTIONS = "4 Åtgärder"
    FOLLOW_UP = "5 Följ upp"


class StepState(Enum):
    """How far one step has come; that much is written, not that it is good."""

    NOT_YET = 0
    ONGOING = 1
    DONE = 2


def steps(problem: Problem, actions: Iterable[Action]) -> dict[Step, StepState]:
    """Return the state of each step of a problem, from it and its actions."""
    planned = list(actions)
    return {
        Step.SURVEY: _how_many(bool(problem.indicator_ids), bool(problem.description.strip())),
        Step.CAUSES: StepState.DONE if problem.causes else StepState.NOT_YET,
        Step.GOALS: _all_of([bool(goal.measure.strip() and goal.by) for goal in problem.goals]),
        Step.ACTIONS: _all_of([not action.is_open for action in planned]),
        Step.FOLLOW_UP: _followed([bool(action.follow_ups) for action in planned]),
    }


def _how_many(*facts: bool) -> StepState:
    return StepState(sum(facts))


def _all_of(facts: Sequence[bool]) -> StepState:
    """Return how it stands with something that is begun as soon as there is one of it."""
    if not facts:
        return StepState.NOT_YET
    return StepState.DONE if all(facts) else StepState.ONGOING


def _followed(facts: Sequence[bool]) -> StepState:
    return _all_of(facts) if any(facts) else StepState.NOT_YET
