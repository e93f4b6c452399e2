"""Planen: problem by problem, decided with its §, and honest about what came after."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from trygghetsrad.domain.chapters import PlanChapter
from trygghetsrad.domain.thread import Resolution
from trygghetsrad.ui.theme import Theme, apply_theme
from trygghetsrad.ui.thread.plan_view import PlanView
from ui import builders, looking
from ui.builders import TODAY
from ui.hands import click, press, settle, type_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.ui.components.shell import Shell


@pytest.fixture
def plan(council: OpenCouncil) -> int:
    return council.plans.start(date(2026, 1, 1), date(2027, 12, 31))


@pytest.fixture
def shell(qtbot: QtBot, council: OpenCouncil, plan: int) -> Shell:
    return builders.window(qtbot, council, PlanView)[0]


@pytest.fixture
def view(shell: Shell) -> PlanView:
    return shell.findChildren(PlanView)[0]


def rows(view: PlanView) -> dict[str, list[list[str]]]:
    return {table.accessibleName(): table.texts() for table in view.table.tables}


def test_a_plan_is_begun_with_one_click(qtbot: QtBot, council: OpenCouncil) -> None:
    view = builders.window(qtbot, council, PlanView)[1]
    assert isinstance(view, PlanView)
    click(view.empty.primary)
    assert council.plans.draft() is not None
    assert view.line.pill.word() == "Utkast"


def test_the_municipality_and_the_others_stand_apart_under_each_problem(view: PlanView) -> None:
    shown = rows(view)
    assert list(shown) == [
        "Unga och droger: Kommunens åtgärder",
        "Inbrott och stöld: Andra aktörers åtaganden",
    ]
    assert shown["Unga och droger: Kommunens åtgärder"] == [
        [
            "1. Få vuxna ute på kvällarna",
            "Föräldramöte om cannabis, årskurs 8–9",
            "Färre unga dricker",
            "2026-11-15",
            "Lena Marklund",
            "Försenad",
        ]
    ]


def test_an_action_opens_where_actions_live(view: PlanView, qtbot: QtBot) -> None:
    table = view.table.tables[0]
    row = table.rows()[0]
    table.select_key(row.action.id)
    with qtbot.waitSignal(view.open_requested) as asked:
        press(table, Qt.Key.Key_Return)
    assert asked.args == ["action", row.action.id]


def test_what_comes_after_the_decision_is_marked_until_a_new_version(
    view: PlanView, shell: Shell, council: OpenCouncil, plan: int
) -> None:
    click(view.line.decide)
    type_text(view.card.section.edit, "§ 12")
    type_text(view.card.dnr.edit, "KS 2026/7")
    click(view.card.take)
    decided = council.plans.get(plan).decided
    assert (decided.day, decided.section, decided.dnr) == (TODAY, "§ 12", "KS 2026/7")
    assert view.line.pill.word() == "Beslutad av kommunstyrelsen 2026-11-23, § 12"
    problem = council.thread.problems()[2]
    council.actions.add("Belysning", TODAY, problem_id=problem.id)
    assert rows(view)["Trygga platser: Kommunens åtgärder"][0][-1] == "Tillkommit efter beslutet"
    assert view.line.note.text().startswith("1 åtgärd har tillkommit efter beslutet")
    click(view.line.start)
    assert view.line.pill.word() == "Utkast"
    assert all(row[-1] != "Tillkommit efter beslutet" for table in rows(view).values() for row in table)


def test_the_plan_is_shown_as_it_will_be_printed(
    view: PlanView, council: OpenCouncil, plan: int, qtbot: QtBot
) -> None:
    view.show_part("chapters")
    view.chapters.table.select_key(PlanChapter.RESOURCES.value)
    type_text(view.chapters.text.edit, "Inom ram.")
    with qtbot.waitSignal(view.open_requested) as asked:
        click(view.line.paper)
    assert asked.args == ["paper:atgardsplan", 0]
    assert [one.text for one in council.plans.get(plan).chapters] == ["Inom ram."]


def test_a_decision_noted_by_mistake_is_taken_back(view: PlanView, council: OpenCouncil, plan: int) -> None:
    council.plans.decide(plan, Resolution(day=TODAY, body="Kommunstyrelsen"))
    click(view.line.reopen)
    assert council.plans.get(plan).is_draft


def test_a_chapter_is_written_where_it_stands(view: PlanView, council: OpenCouncil, plan: int) -> None:
    view.show_part("chapters")
    view.chapters.table.select_key(PlanChapter.RESOURCES.value)
    assert not view.chapters.nothing.isVisible()
    type_text(view.chapters.text.edit, "Inom ram.")
    view.show_part("table")
    assert [one.text for one in council.plans.get(plan).chapters] == ["Inom ram."]


def test_other_planning_is_one_click_or_one_line_away(view: PlanView, council: OpenCouncil) -> None:
    view.show_part("links")
    offered = view.links.buttons[0].text()
    click(view.links.buttons[0])
    type_text(view.links.name.edit, "Trafikplanen")
    press(view.links.name.edit, Qt.Key.Key_Return)
    assert {one.name for one in council.coordination.plan_links()} == {offered, "Trafikplanen"}
    assert offered not in [button.text() for button in view.links.buttons]
    first = view.links.table.rows()[0]
    view.links.table.select_key(first.id)
    press(view.links.table, Qt.Key.Key_Delete)
    assert len(council.coordination.plan_links()) == 1


@pytest.mark.parametrize("size", [(1366, 688), (960, 460)])
@pytest.mark.parametrize("percent", [100, 110])
def test_every_part_fits_and_says_its_name(
    view: PlanView, shell: Shell, qapp: QApplication, size: tuple[int, int], percent: int
) -> None:
    apply_theme(qapp, Theme.LIGHT, percent)
    shell.resize(*size)
    click(view.line.decide)
    for part in ("table", "chapters", "links"):
        view.show_part(part)
        settle()
        assert looking.unnamed(view) == []
        assert looking.too_small(view) == []
        assert looking.clipped(view) == []
        assert view.width() <= shell.width()
