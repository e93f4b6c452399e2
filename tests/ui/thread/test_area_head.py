"""The head of an area: how far it has come, and what can be done with it as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from trygghetsrad.domain.thread_steps import Step
from trygghetsrad.ui.documents.entries import about_one
from trygghetsrad.ui.thread.areas_view import AreasView
from ui import builders
from ui.builders import TODAY
from ui.hands import press, settle, type_text

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
    chosen = next(one for one in view.head.more.menu.actions() if one.text() == words)
    if inner:
        chosen = next(one for one in chosen.menu().actions() if one.text() == inner)
    chosen.trigger()


def titles(council: OpenCouncil) -> list[str]:
    return [one.title for one in council.thread.problems()]


def told(view: AreasView, step: Step) -> str:
    return view.head.steps.by_step[step].accessibleDescription()


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
    assert view.head.more.reason.isVisible()
    type_text(view.head.more.reason.edit, "Läget är bra sedan två år")
    press(view.head.more.reason.edit, Qt.Key.Key_Return)
    assert titles(council) == ["Inbrott och stöld", "Trygga platser"]
    assert council.thread.every()[0].closed_because == "Läget är bra sedan två år"
    assert view.head.title.text() == "Inbrott och stöld"
    entry(view, "Ta upp ett avslutat område", "Unga och droger")
    assert "Unga och droger" in titles(council)
    assert view.head.title.text() == "Unga och droger"


def test_an_area_is_joined_with_another_and_its_actions_follow(view: AreasView, council: OpenCouncil) -> None:
    before = council.thread.problems()[2].id
    entry(view, "Slå ihop med", "Trygga platser")
    assert titles(council) == ["Inbrott och stöld", "Trygga platser"]
    assert view.head.title.text() == "Trygga platser"
    assert [one.what for one in council.actions.every(TODAY) if one.problem_id == before]
    council.undo.undo()
    assert len(titles(council)) == 3


def test_an_area_is_divided_in_two(view: AreasView, council: OpenCouncil) -> None:
    entry(view, "Dela området")
    type_text(view.head.more.split_title.edit, "Unga och alkohol")
    press(view.head.more.split_title.edit, Qt.Key.Key_Return)
    assert "Unga och alkohol" in titles(council)
    assert view.head.title.text() == "Unga och alkohol"
    assert view.head.more.split_title.isHidden()


def test_a_question_left_open_does_not_follow_to_another_area(view: AreasView, council: OpenCouncil) -> None:
    entry(view, "Avsluta området")
    view.open_item(council.thread.problems()[1].id)
    assert view.head.more.reason.isHidden()


def test_the_meeting_that_gave_the_area_something_to_do_is_one_click_away(
    qtbot: QtBot, view: AreasView, council: OpenCouncil
) -> None:
    meeting = council.meetings.every()[0]
    point = council.meetings.agenda(meeting.id)[0]
    number = council.actions.add("Prata med hallen", TODAY, item_id=point.id, problem_id=view.problem_id)
    given = next(one for one in council.actions.every(TODAY) if one.id == number)
    view.refresh()
    settle()
    link = next(one for one in view.head.meetings.findChildren(QPushButton) if one.text() == given.origin)
    assert link.isVisible()
    with qtbot.waitSignal(view.open_requested) as asked:
        link.click()
    assert asked.args == ["meeting", meeting.id]


def test_an_area_without_decisions_shows_no_empty_line(view: AreasView) -> None:
    assert view.head.meetings.isHidden()


def test_the_thread_of_the_area_is_one_click_from_paper(qtbot: QtBot, view: AreasView) -> None:
    with qtbot.waitSignal(view.open_requested) as asked:
        view.head.trail.click()
    assert asked.args == ["paper:sparlista", view.problem_id]
    assert about_one("sparlista", view.problem_id).problem_id == view.problem_id
