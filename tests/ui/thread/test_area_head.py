"""The head of an area: how far it has come, and what can be done with it as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from trygghetsrad.domain.thread_steps import Step
from trygghetsrad.ui.thread.areas_view import AreasView
from ui import builders
from ui.builders import TODAY
from ui.hands import press, type_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil


@pytest.fixture
def view(qtbot: QtBot, council: OpenCouncil) -> AreasView:
    view = builders.window(qtbot, council, AreasView)[1]
    view.open_item(council.thread.problems()[0].id)
    return view


def entry(view: AreasView, words: str, inner: str = "") -> None:
    """Choose in the menu, which the screenless platform cannot open."""
    chosen = next(one for one in view.more.menu.actions() if one.text() == words)
    if inner:
        chosen = next(one for one in chosen.menu().actions() if one.text() == inner)
    chosen.trigger()


def titles(council: OpenCouncil) -> list[str]:
    return [one.title for one in council.thread.problems()]


def told(view: AreasView, step: Step) -> str:
    return view.steps.by_step[step].accessibleDescription()


def test_the_steps_follow_what_is_written(view: AreasView, council: OpenCouncil) -> None:
    assert [told(view, step) for step in Step] == [
        "inte påbörjat",
        "ifyllt",
        "påbörjat",
        "påbörjat",
        told(view, Step.FOLLOW_UP),
    ]
    council.thread.change_problem(view.problem_id, description="Unga köper via nätet.")
    assert told(view, Step.SURVEY) == "påbörjat"


def test_an_area_is_closed_with_a_reason_and_can_be_taken_up_again(
    view: AreasView, council: OpenCouncil
) -> None:
    entry(view, "Avsluta området")
    assert view.more.reason.isVisible()
    type_text(view.more.reason.edit, "Läget är bra sedan två år")
    press(view.more.reason.edit, Qt.Key.Key_Return)
    assert titles(council) == ["Inbrott och stöld", "Trygga platser"]
    assert council.thread.every()[0].closed_because == "Läget är bra sedan två år"
    assert view.title.text() == "Inbrott och stöld"
    entry(view, "Ta upp ett avslutat område", "Unga och droger")
    assert "Unga och droger" in titles(council)
    assert view.title.text() == "Unga och droger"


def test_an_area_is_joined_with_another_and_its_actions_follow(view: AreasView, council: OpenCouncil) -> None:
    before = council.thread.problems()[2].id
    entry(view, "Slå ihop med", "Trygga platser")
    assert titles(council) == ["Inbrott och stöld", "Trygga platser"]
    assert view.title.text() == "Trygga platser"
    assert [one.what for one in council.actions.every(TODAY) if one.problem_id == before]
    council.undo.undo()
    assert len(titles(council)) == 3


def test_an_area_is_divided_in_two(view: AreasView, council: OpenCouncil) -> None:
    entry(view, "Dela området")
    type_text(view.more.split_title.edit, "Unga och alkohol")
    press(view.more.split_title.edit, Qt.Key.Key_Return)
    assert "Unga och alkohol" in titles(council)
    assert view.title.text() == "Unga och alkohol"
    assert view.more.split_title.isHidden()


def test_a_question_left_open_does_not_follow_to_another_area(view: AreasView, council: OpenCouncil) -> None:
    entry(view, "Avsluta området")
    view.open_item(council.thread.problems()[1].id)
    assert view.more.reason.isHidden()
