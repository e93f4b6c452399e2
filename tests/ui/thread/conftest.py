"""A council with a few problems, causes, goals and actions, in the window's frame."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from trygghetsrad.domain.thread import GoalKind, Side
from ui import builders
from ui.builders import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from trygghetsrad.app import OpenCouncil


@pytest.fixture
def council(tmp_path: Path) -> OpenCouncil:
    """Three problems; the actions of two of them are planned."""
    council = builders.norrmyra(tmp_path)
    young = council.thread.add_problem("Unga och droger")
    theft = council.thread.add_problem("Inbrott och stöld")
    council.thread.add_problem("Trygga platser")
    cause = council.thread.add_cause(young, Side.OFFENDER, "Få vuxna ute på kvällarna")
    goal = council.thread.add_goal(young, GoalKind.EFFECT, "Färre unga dricker", cause_id=cause)
    for action in council.actions.every(TODAY):
        if "cannabis" in action.what:
            council.actions.change(action.id, problem_id=young, cause_id=cause, goal_id=goal)
        if "Grannsamverkan" in action.what or "Märk-DNA" in action.what:
            council.actions.change(action.id, problem_id=theft)
    return council


def start_picture(council: OpenCouncil) -> int:
    return council.pictures.start(date(2026, 1, 1), date(2027, 12, 31))
