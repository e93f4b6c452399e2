"""The areas: chosen to the left, with their figures, causes, goals and actions to the right."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from trygghetsrad.domain.actions import ActionNature
from trygghetsrad.domain.thread import Side
from trygghetsrad.ui.thread.areas_view import AreasView
from ui import builders
from ui.builders import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil


@pytest.fixture
def view(qtbot: QtBot, council: OpenCouncil) -> AreasView:
    return builders.window(qtbot, council, AreasView)[1]


def typed(qtbot: QtBot, field, text: str) -> None:
    """Write in a field and press Enter, as she does."""
    field.edit.setFocus()
    field.edit.selectAll()
    field.edit.insert(text)  # QTest cannot press å, ä and ö
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)


def test_an_area_is_added_by_its_name_and_is_shown_at_once(
    qtbot: QtBot, view: AreasView, council: OpenCouncil
) -> None:
    typed(qtbot, view.new, "Bedrägeri mot äldre")
    assert [one.title for one in council.thread.problems()][-1] == "Bedrägeri mot äldre"
    assert view.head.title.text() == "Bedrägeri mot äldre"
    assert view.new.text() == ""


def test_a_usual_area_brings_what_it_is_about_and_examples_of_causes(
    view: AreasView, council: OpenCouncil
) -> None:
    entry = next(one for one in view.usual_menu.actions() if one.text() == "Stölder och inbrott")
    entry.trigger()
    problem = council.thread.problems()[-1]
    assert problem.focus == "tillgrepp"
    assert view.head.description.text() == problem.description != ""
    view.causes.examples.click()
    assert len(council.thread.get(problem.id).causes) >= 6
    council.undo.undo()
    assert council.thread.get(problem.id).causes == ()


def test_a_cause_is_written_on_its_side_and_gets_a_number(
    qtbot: QtBot, view: AreasView, council: OpenCouncil
) -> None:
    theft = council.thread.problems()[1]
    view.open_item(theft.id)
    typed(qtbot, view.causes.sides[Side.PLACE].add, "Mörkt vid förråden")
    (cause,) = council.thread.get(theft.id).causes
    assert (cause.number, cause.side, cause.text) == (1, Side.PLACE, "Mörkt vid förråden")
    row = view.causes.sides[Side.PLACE].rows.by_id[cause.id]
    row.nature.chosen.emit(ActionNature.SITUATIONAL)
    typed(qtbot, row.evidence, "Polisen")
    stored = council.thread.get(theft.id).causes[0]
    assert (stored.nature, stored.evidence) == (ActionNature.SITUATIONAL, "Polisen")
    assert view.causes.sides[Side.PLACE].rows.by_id[cause.id] is row, "the field she stands in stays"


def test_taking_a_cause_away_says_what_rested_on_it_and_can_be_undone(
    qtbot: QtBot, view: AreasView, council: OpenCouncil
) -> None:
    young = council.thread.problems()[0]
    view.open_item(young.id)
    (row,) = view.causes.sides[Side.OFFENDER].rows.by_id.values()
    with qtbot.waitSignal(view.toast_requested) as told:
        qtbot.mouseClick(row.remove, Qt.MouseButton.LeftButton)
    assert told.args == ["Orsaken är borttagen. 1 mål och 1 åtgärd har inte längre någon orsak.", True]
    council.undo.undo()
    assert len(council.thread.get(young.id).causes) == 1


def test_a_goal_gets_friendly_remarks_until_it_can_be_followed_up(
    qtbot: QtBot, view: AreasView, council: OpenCouncil
) -> None:
    theft = council.thread.problems()[1]
    view.open_item(theft.id)
    typed(qtbot, view.goals.new, "Verka för färre inbrott")
    (goal,) = council.thread.get(theft.id).goals
    row = view.goals.rows.by_id[goal.id]
    assert "verka för" in row.remarks.text().lower()
    council.thread.change_goal(
        goal.id, text="Minska inbrotten", measure="Anmälda inbrott", baseline="31", target="20"
    )
    typed(qtbot, row.by, "2028-12-31")
    assert row.remarks.isHidden()


def test_an_action_added_here_belongs_to_the_area(
    qtbot: QtBot, view: AreasView, council: OpenCouncil
) -> None:
    theft = council.thread.problems()[1]
    view.open_item(theft.id)
    typed(qtbot, view.action_card.new, "Lås till alla förråd")
    (action,) = [one for one in council.actions.every(TODAY) if one.what == "Lås till alla förråd"]
    assert action.problem_id == theft.id
    assert "Lås till alla förråd" in [texts[1] for texts in view.action_card.table.texts()]


def test_an_idea_can_be_changed_before_it_is_added(
    qtbot: QtBot, view: AreasView, council: OpenCouncil
) -> None:
    council.thread.add_problem(focus="tillgrepp")
    view.open_item(council.thread.problems()[-1].id)
    entry = view.action_card.menu.actions()[0]
    entry.trigger()
    assert view.action_card.new.text() == entry.text()
    before = len(council.actions.every(TODAY))
    typed(qtbot, view.action_card.new, "Vår egen variant")
    added = council.actions.every(TODAY)
    assert len(added) == before + 1
    idea = next(one for one in added if one.what == "Vår egen variant")
    assert idea.nature is not ActionNature.UNSET
    assert idea.notes


def test_figures_are_drawn_and_heard(view: AreasView, council: OpenCouncil) -> None:
    theft = council.thread.problems()[1]
    indicator = council.statistics.add_indicator("Anmälda inbrott", unit="anmälda brott")
    for year, count in ((2022, 31), (2023, 28), (2024, 35), (2025, 22)):
        council.statistics.set_value(indicator, year, str(count), TODAY)
    council.thread.show_indicator(theft.id, indicator)
    view.open_item(theft.id)
    (chart,) = view.chart.charts
    assert chart.chart is not None
    assert [point.value for point in chart.chart.points] == [31, 28, 35, 22]
    assert "2025" in chart.accessibleDescription()
    assert council.statistics.series()[0].own[-1].value == Decimal(22)
    assert not chart.grab().isNull()


def test_the_fishbone_is_drawn_from_the_lists_and_has_its_words(
    view: AreasView, council: OpenCouncil
) -> None:
    view.open_item(council.thread.problems()[0].id)
    view.causes.drawing.click()
    assert view.fishbone.isVisible()
    assert "Unga och droger" in view.fishbone.accessibleDescription()
    assert not view.fishbone.grab().isNull()


def test_areas_are_moved_with_the_keyboard(qtbot: QtBot, view: AreasView, council: OpenCouncil) -> None:
    before = [one.title for one in council.thread.problems()]
    view.open_item(council.thread.problems()[0].id)
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [one.title for one in council.thread.problems()] == [before[1], before[0], before[2]]
    assert view.head.title.text() == before[0]


def test_a_removed_area_says_what_rests_on_it(qtbot: QtBot, view: AreasView, council: OpenCouncil) -> None:
    view.open_item(council.thread.problems()[0].id)
    view.table.setFocus()
    with qtbot.waitSignal(view.toast_requested) as told:
        qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert told.args[0].startswith("Området är borttaget. 1 orsak, 1 mål och 1 åtgärd är kvar utan område.")
    assert len(council.thread.problems()) == 2


def test_without_areas_there_is_one_thing_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    council = builders.norrmyra(tmp_path)
    view = builders.window(qtbot, council, AreasView)[1]
    assert view.empty.isVisible()
    assert not view.sheet.isVisible()
    typed(qtbot, view.new, "Trafik")
    assert view.sheet.isVisible()
