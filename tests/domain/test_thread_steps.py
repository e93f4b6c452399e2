"""The five steps of an area tell what is written, and how much is left."""

from __future__ import annotations

from datetime import date

import pytest

from trygghetsrad.domain.actions import Action, ActionStatus, FollowUp
from trygghetsrad.domain.thread import Cause, Goal, GoalKind, Problem, Side
from trygghetsrad.domain.thread_steps import Step, StepState, steps

EMPTY = {
    "description": "",
    "causes": (),
    "goals": (),
    "indicator_ids": (),
}


def _problem(**details: object) -> Problem:
    return Problem(id=1, uid="p", title="Inbrott och stöld", place=1, **{**EMPTY, **details})  # type: ignore[arg-type]


def _goal(**details: object) -> Goal:
    return Goal(id=1, uid="g", problem_id=1, kind=GoalKind.EFFECT, text="Färre inbrott", **details)  # type: ignore[arg-type]


def _action(status: ActionStatus, *told: FollowUp) -> Action:
    return Action(id=1, uid="a", what="Grannsamverkan i Västra byn", status=status, follow_ups=told)


TOLD = FollowUp(id=1, uid="f", day=date(2026, 11, 2), text="Startmötet är hållet.")
CAUSE = Cause(id=1, uid="c", problem_id=1, number=1, side=Side.PLACE, text="Fritidshus står tomma")


def test_an_area_with_only_a_name_has_not_begun_any_step() -> None:
    assert set(steps(_problem(), ()).values()) == {StepState.NOT_YET}


@pytest.mark.parametrize(
    ("problem", "step", "state"),
    [
        (_problem(description="Inbrott i fritidshus."), Step.SURVEY, StepState.ONGOING),
        (_problem(description="Inbrott i fritidshus.", indicator_ids=(4,)), Step.SURVEY, StepState.DONE),
        (_problem(description="  "), Step.SURVEY, StepState.NOT_YET),
        (_problem(causes=(CAUSE,)), Step.CAUSES, StepState.DONE),
        (_problem(goals=(_goal(),)), Step.GOALS, StepState.ONGOING),
        (_problem(goals=(_goal(measure="Anmälda inbrott"),)), Step.GOALS, StepState.ONGOING),
        (
            _problem(goals=(_goal(measure="Anmälda inbrott", by=date(2028, 12, 31)),)),
            Step.GOALS,
            StepState.DONE,
        ),
    ],
)
def test_what_is_written_of_the_area_moves_its_step(problem: Problem, step: Step, state: StepState) -> None:
    assert steps(problem, ())[step] is state


@pytest.mark.parametrize(
    ("actions", "doing", "following"),
    [
        ([_action(ActionStatus.PLANNED)], StepState.ONGOING, StepState.NOT_YET),
        (
            [_action(ActionStatus.ONGOING, TOLD), _action(ActionStatus.PLANNED)],
            StepState.ONGOING,
            StepState.ONGOING,
        ),
        (
            [_action(ActionStatus.DONE, TOLD), _action(ActionStatus.CANCELLED, TOLD)],
            StepState.DONE,
            StepState.DONE,
        ),
    ],
)
def test_what_is_done_and_told_of_the_actions_moves_the_last_two_steps(
    actions: list[Action], doing: StepState, following: StepState
) -> None:
    told = steps(_problem(), actions)
    assert (told[Step.ACTIONS], told[Step.FOLLOW_UP]) == (doing, following)
