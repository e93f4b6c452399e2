"""Grant projects in the window: begun, filled in, granted, shown on paper and taken away."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from trygghetsrad.ui.agreements.page import AgreementsPage
from ui import builders

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.ui.agreements.grants_view import GrantsView


@pytest.fixture
def council(tmp_path: Path) -> OpenCouncil:
    return builders.norrmyra(tmp_path)


@pytest.fixture
def page(qtbot: QtBot, council: OpenCouncil) -> AgreementsPage:
    found = builders.window(qtbot, council, AgreementsPage)[1]
    found.open_thing("grant", 0)
    return found


@pytest.fixture
def view(page: AgreementsPage) -> GrantsView:
    return page.grants


def typed(qtbot: QtBot, field, text: str) -> None:
    field.edit.setFocus()
    field.edit.selectAll()
    insert = getattr(field.edit, "insert", None) or field.edit.insertPlainText
    insert(text)  # QTest cannot press å, ä and ö
    qtbot.keyClick(field.edit, Qt.Key.Key_Tab)


def test_a_first_project_is_begun_for_the_coming_year(
    qtbot: QtBot, page: AgreementsPage, view: GrantsView, council: OpenCouncil
) -> None:
    assert page.tabs.selected() == "grants"
    assert view.empty.isVisible()
    qtbot.mouseClick(view.empty.primary, Qt.MouseButton.LeftButton)
    assert view.sheet.name.edit.hasFocus()
    typed(qtbot, view.sheet.name, "Trygga kvällar")
    typed(qtbot, view.sheet.amounts["salaries"], "180 000 kr")
    typed(qtbot, view.sheet.days["final_due"], "2028-02-26")
    (one,) = council.grants.every()
    assert (one.title, one.year, one.salaries) == ("Trygga kvällar", builders.TODAY.year + 1, 180000)
    assert one.final_due == date(2028, 2, 26)
    assert view.sheet.sum.text() == "Sökt belopp: 180\u00a0000 kronor."


def test_an_amount_that_cannot_be_read_is_put_back_and_told(
    qtbot: QtBot, page: AgreementsPage, view: GrantsView, council: OpenCouncil
) -> None:
    council.grants.add("Trygga kvällar", 2026, granted=1000)
    with qtbot.waitSignal(page.trouble) as told:
        typed(qtbot, view.sheet.amounts["granted"], "mycket")
    assert told.args == ["”mycket” gick inte att läsa som ett belopp i hela kronor."]
    assert council.grants.every()[0].granted == 1000
    assert "000" in view.sheet.amounts["granted"].text()
    typed(qtbot, view.sheet.amounts["granted"], "0")
    assert view.table.texts()[0][-1] == "Avslag"
    typed(qtbot, view.sheet.amounts["granted"], "")
    assert council.grants.every()[0].granted is None


def test_a_period_turned_round_is_put_back(qtbot: QtBot, view: GrantsView, council: OpenCouncil) -> None:
    council.grants.add("Trygga kvällar", 2026, starts=date(2026, 1, 1))
    typed(qtbot, view.sheet.days["ends"], "2025-01-01")
    assert council.grants.every()[0].ends is None
    assert view.sheet.days["ends"].day() is None


def test_the_project_is_tied_to_a_problem_and_shown_on_paper(
    qtbot: QtBot, page: AgreementsPage, view: GrantsView, council: OpenCouncil
) -> None:
    problem = council.thread.add_problem("Otrygga platser")
    grant = council.grants.add("Trygga kvällar", 2026)
    view.sheet.problem.chosen.emit(problem)
    assert council.grants.every()[0].problem_id == problem
    with qtbot.waitSignal(page.open_requested) as asked:
        qtbot.mouseClick(view.sheet.paper, Qt.MouseButton.LeftButton)
    assert asked.args == ["paper:statsbidrag", grant]


def test_delete_takes_a_project_away_and_undo_brings_it_back(
    qtbot: QtBot, view: GrantsView, council: OpenCouncil
) -> None:
    council.grants.add("Trygga kvällar", 2026)
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert council.grants.every() == ()
    assert view.empty.isVisible()
    council.undo.undo()
    assert len(council.grants.every()) == 1
    assert view.table.isVisible()
