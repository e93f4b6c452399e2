"""An action shows which area, cause and goal it answers to, and leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from trygghetsrad.domain.thread import GoalKind, Side
from trygghetsrad.ui.actions.page import ActionsPage
from ui import builders
from ui.builders import TODAY
from ui.hands import click, pick, type_text

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.actions import Action


@pytest.fixture
def council(tmp_path: Path) -> OpenCouncil:
    return builders.norrmyra(tmp_path)


def theft(council: OpenCouncil) -> int:
    """Add an area with one cause and one goal."""
    problem = council.thread.add_problem("Inbrott och stöld")
    council.thread.add_cause(problem, Side.PLACE, "Fritidshus står tomma")
    council.thread.add_goal(problem, GoalKind.EFFECT, "Färre än 20 inbrott per år")
    return problem


def open_page(qtbot: QtBot, council: OpenCouncil) -> ActionsPage:
    page = builders.window(qtbot, council, ActionsPage)[0].findChildren(ActionsPage)[0]
    page.open_item(council.actions.every(TODAY)[0].id)
    return page


def first(council: OpenCouncil) -> Action:
    return council.actions.every(TODAY)[0]


def test_without_areas_there_is_nothing_to_choose(qtbot: QtBot, council: OpenCouncil) -> None:
    assert open_page(qtbot, council).panel.belonging.isHidden()


def test_an_area_is_chosen_first_and_then_its_cause_and_goal(qtbot: QtBot, council: OpenCouncil) -> None:
    problem = theft(council)
    fields = open_page(qtbot, council).panel.belonging
    assert fields.cause.isHidden()
    assert fields.link.isHidden()
    pick(fields.problem.box, "Inbrott och stöld")
    pick(fields.cause.box, "1. Fritidshus står tomma")
    pick(fields.goal.box, "Färre än 20 inbrott per år")
    stored, area = first(council), council.thread.problems()[0]
    assert (stored.problem_id, stored.cause_id, stored.goal_id) == (
        problem,
        area.causes[0].id,
        area.goals[0].id,
    )


def test_another_area_lets_go_of_the_former_cause_and_goal(qtbot: QtBot, council: OpenCouncil) -> None:
    problem = theft(council)
    area = council.thread.problems()[0]
    council.actions.change(
        first(council).id, problem_id=problem, cause_id=area.causes[0].id, goal_id=area.goals[0].id
    )
    other = council.thread.add_problem("Trygga platser")
    fields = open_page(qtbot, council).panel.belonging
    assert fields.cause.box.currentText() == "1. Fritidshus står tomma"
    pick(fields.problem.box, "Trygga platser")
    stored = first(council)
    assert (stored.problem_id, stored.cause_id, stored.goal_id) == (other, None, None)
    council.undo.undo()
    assert first(council).cause_id == area.causes[0].id


def test_a_link_leads_to_the_area(qtbot: QtBot, council: OpenCouncil) -> None:
    problem = theft(council)
    council.actions.change(first(council).id, problem_id=problem)
    page = open_page(qtbot, council)
    with qtbot.waitSignal(page.open_requested) as asked:
        click(page.panel.belonging.link)
    assert asked.args == ["problem", problem]


def test_a_new_action_can_be_given_its_area_before_it_has_a_text(qtbot: QtBot, council: OpenCouncil) -> None:
    problem = theft(council)
    page = open_page(qtbot, council)
    page.new_item()
    pick(page.panel.belonging.problem.box, "Inbrott och stöld")
    type_text(page.panel.what.edit, "Lås till drivmedelstankarna")
    page.commit_pending()
    added = next(one for one in council.actions.every(TODAY) if one.what == "Lås till drivmedelstankarna")
    assert added.problem_id == problem
