"""An old plan's table in the window: offered once its file is here, weighed, and taken in as one step."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from exchange import old_plans
from exchange.old_plans import HEADER, ROWS
from trygghetsrad.domain.thread import Resolution
from trygghetsrad.domain.where_now import Thing
from trygghetsrad.ui.theme import Theme, apply_theme
from trygghetsrad.ui.thread.where_now import WhereNow
from ui import builders, looking
from ui.builders import TODAY
from ui.dropping import drop
from ui.hands import click, press, settle, type_text

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.ui.components.shell import Shell
    from trygghetsrad.ui.thread.old_plan_import import OldPlanImport

DECIDED = Resolution(day=date(2025, 11, 20), body="kommunstyrelsen")


@pytest.fixture
def council(tmp_path: Path) -> OpenCouncil:
    return builders.norrmyra(tmp_path)


@pytest.fixture
def shell(qtbot: QtBot, council: OpenCouncil) -> Shell:
    return builders.window(qtbot, council, WhereNow)[0]


@pytest.fixture
def page(shell: Shell) -> WhereNow:
    return shell.findChildren(WhereNow)[0]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Plan 2025.docx"
    path.write_bytes(old_plans.word((HEADER, *ROWS), heading="Tillgrepp"))
    return path


def offered(page: WhereNow, file: Path) -> OldPlanImport:
    page.council.plans.register(date(2025, 1, 1), date(2026, 12, 31), DECIDED, file=file, today=TODAY)
    click(page.cards[Thing.PLAN].read_table)
    return page.old_plan


def test_a_plan_that_was_dropped_in_word_is_offered_for_reading_and_a_pdf_is_not(
    page: WhereNow, file: Path, tmp_path: Path
) -> None:
    card = page.cards[Thing.PLAN]
    assert not card.read_table.isVisible()
    drop(card, file)
    type_text(card.form.fields["day"].edit, "2025-11-20")
    click(card.form.take)
    assert card.read_table.isVisible()
    pdf = tmp_path / "plan.pdf"
    pdf.write_bytes(b"%PDF-1.7")
    page.council.plans.attach(card.held.id, pdf, TODAY)
    assert not card.read_table.isVisible()


def test_the_rows_are_shown_first_and_come_in_under_a_new_area_as_one_step(
    qtbot: QtBot, page: WhereNow, council: OpenCouncil, file: Path
) -> None:
    sheet = offered(page, file)
    assert sheet.isVisible()
    assert council.thread.problems() == ()
    assert sheet.take.text() == "Läs in 3 rader"
    assert sheet.title.text() == "Tillgrepp"
    sheet.rows[2].box.click()
    before = len(council.actions.every(TODAY))
    with qtbot.waitSignal(page.toast_requested) as told:
        click(sheet.take)
    assert told.args == ["1 orsak, 2 mål och 2 åtgärder är inlästa", True]
    assert sheet.isHidden()
    assert [one.title for one in council.thread.problems()] == ["Tillgrepp"]
    assert len(council.actions.every(TODAY)) == before + 2
    council.undo.undo()
    assert council.thread.problems() == ()
    assert len(council.actions.every(TODAY)) == before


def test_what_is_in_already_says_so_and_cannot_be_ticked(
    page: WhereNow, council: OpenCouncil, file: Path
) -> None:
    rows = council.old_plans.read(file, TODAY).rows
    problem = council.thread.add_problem("Tillgrepp")
    council.old_plans.take_in(rows[:2], TODAY, problem_id=problem)
    sheet = offered(page, file)
    assert [one.box.isEnabled() for one in sheet.rows] == [False, False, True]
    assert sheet.rows[0].details.text().startswith("Fanns redan.")
    assert "2 fanns redan" in sheet.hint.text()
    assert sheet.area.current() == problem
    assert sheet.title.isHidden()
    click(sheet.none)
    assert sheet.take.isHidden()
    click(sheet.all)
    assert sheet.take.text() == "Läs in 1 rad"
    press(sheet.area.box, Qt.Key.Key_Return, control=True)
    assert len(council.thread.problems()) == 1
    assert len(council.thread.problems()[0].action_ids) == len(ROWS)


def test_a_new_area_needs_a_name_and_the_ticks_stay(page: WhereNow, council: OpenCouncil, file: Path) -> None:
    sheet = offered(page, file)
    sheet.title.edit.clear()
    click(sheet.take)
    assert sheet.problem.text() == "Välj ett område eller skriv vad det nya heter. Inget har lästs in."
    assert sheet.isVisible()
    assert sheet.take.text() == "Läs in 3 rader"
    press(sheet.area.box, Qt.Key.Key_Escape)
    assert sheet.isHidden()
    assert council.thread.problems() == ()


def test_a_file_without_the_table_is_one_sentence_and_no_sheet(
    qtbot: QtBot, page: WhereNow, council: OpenCouncil, tmp_path: Path
) -> None:
    file = tmp_path / "plan.xlsx"
    file.write_bytes(old_plans.excel((("År", "Antal"), (2025, 31))))
    with qtbot.waitSignal(page.trouble) as said:
        sheet = offered(page, file)
    assert said.args[0].startswith("”plan.xlsx” har ingen tabell med rubriker som Orsak")
    assert sheet.isHidden()
    assert council.thread.problems() == ()


@pytest.mark.parametrize("size", [(1366, 688), (960, 460)])
@pytest.mark.parametrize("percent", [100, 110])
def test_the_sheet_fits(
    page: WhereNow, shell: Shell, qapp: QApplication, file: Path, size: tuple[int, int], percent: int
) -> None:
    apply_theme(qapp, Theme.LIGHT, percent)
    shell.resize(*size)
    sheet = offered(page, file)
    settle()
    assert looking.unnamed(sheet) == []
    assert looking.clipped(sheet) == []
