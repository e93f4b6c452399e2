"""Matters for the boards, their days, and samordningsfunktionen, in the window."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from trygghetsrad.domain.board_matters import MatterAbout, MatterOutcome
from trygghetsrad.ui.agreements.page import AgreementsPage
from ui import builders
from ui.builders import TODAY, person
from ui.hands import pick

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil

KS = "kommunstyrelsen"


@pytest.fixture
def council(tmp_path: Path) -> OpenCouncil:
    return builders.norrmyra(tmp_path)


@pytest.fixture
def page(qtbot: QtBot, council: OpenCouncil) -> AgreementsPage:
    return builders.window(qtbot, council, AgreementsPage)[1]


def typed(qtbot: QtBot, field, text: str) -> None:
    field.edit.setFocus()
    field.edit.selectAll()
    insert = getattr(field.edit, "insert", None) or field.edit.insertPlainText
    insert(text)  # QTest cannot press å, ä and ö
    qtbot.keyClick(field.edit, Qt.Key.Key_Tab)


def click(qtbot: QtBot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_tabs_lead_to_each_part(qtbot: QtBot, page: AgreementsPage) -> None:
    click(qtbot, page.tabs.button("boards"))
    assert page.boards.isVisible()
    page.open_thing("coordination", 0)
    assert page.coordination.isVisible()
    assert page.tabs.selected() == "coordination"


def test_a_year_of_days_is_pasted_and_what_is_unknown_is_named(
    qtbot: QtBot, page: AgreementsPage, council: OpenCouncil
) -> None:
    page.open_thing("boards", 0)
    boards = page.boards
    click(qtbot, boards.empty.link)
    assert not boards.days.take.isEnabled()
    boards.days.text.edit.insertPlainText("KS 2027-02-16 stopp 1 feb, KF 2027-03-08, hej")
    assert boards.days.told.text() == "2 dagar, förstår inte: hej"
    click(qtbot, boards.days.take)
    assert [row[1:] for row in boards.days.table.texts()] == [["KS", "2027-02-01"], ["KF", "2027-02-22"]]
    assert boards.days.told.text() == "2 nya dagar, förstod inte: hej"
    boards.days.table.select_key(council.boards.days()[0].id)
    qtbot.keyClick(boards.days.table, Qt.Key.Key_Delete)
    assert len(council.boards.days()) == 1


def test_a_matter_is_begun_with_the_next_day_and_its_memo_is_one_click_away(
    qtbot: QtBot, page: AgreementsPage, council: OpenCouncil
) -> None:
    council.boards.add_days("KS 2027-02-16 stopp 1 feb", TODAY)
    page.open_thing("boards", 0)
    boards = page.boards
    click(qtbot, boards.empty.primary)
    typed(qtbot, boards.sheet.name, "Åtgärdsplan 2027")
    pick(boards.sheet.about.box, "Åtgärdsplan")
    (matter,) = council.boards.matters()
    assert (matter.title, matter.about, matter.meeting_day) == (
        "Åtgärdsplan 2027",
        MatterAbout.PLAN,
        date(2027, 2, 16),
    )
    assert "Handlingarna ska vara inne 2027-02-01." in boards.sheet.told.text()
    with qtbot.waitSignal(page.open_requested) as asked:
        click(qtbot, boards.sheet.memo)
    assert asked.args == ["paper:tjansteskrivelse", matter.id]


def test_the_answer_is_written_down_with_its_paragraph_and_extract(
    qtbot: QtBot, page: AgreementsPage, council: OpenCouncil, tmp_path: Path
) -> None:
    number = council.boards.add(MatterAbout.REPORT, "Årsrapport", KS, TODAY, meeting_day=date(2026, 11, 10))
    page.open_thing("matter", number)
    sheet = page.boards.sheet
    assert sheet.pill.word() == "Väntar på svar"
    pick(sheet.outcome.box, "Noterad")
    typed(qtbot, sheet.section, "§ 31")
    extract = tmp_path / "utdrag.pdf"
    extract.write_bytes(b"%PDF-1.7")
    page.boards.choose_file = lambda: extract
    click(qtbot, sheet.attach)
    matter = council.boards.get(number)
    assert (matter.outcome, matter.section) == (MatterOutcome.NOTED, "§ 31")
    assert council.attachments.get(matter.attachment_id).name == "utdrag.pdf"
    assert page.boards.table.texts()[0][3] == "Noterad"


def test_an_answer_before_the_meeting_is_refused_and_not_shown(
    qtbot: QtBot, page: AgreementsPage, council: OpenCouncil
) -> None:
    number = council.boards.add(MatterAbout.REPORT, "Årsrapport", KS, TODAY, meeting_day=date(2026, 12, 10))
    page.open_thing("matter", number)
    with qtbot.waitSignal(page.trouble):
        pick(page.boards.sheet.outcome.box, "Bifall")
    assert council.boards.get(number).is_open
    assert page.boards.sheet.outcome.current() is MatterOutcome.WAITING


def test_the_samordningsfunktion_is_told_and_somebody_takes_over(
    qtbot: QtBot, page: AgreementsPage, council: OpenCouncil
) -> None:
    page.open_thing("coordination", 0)
    view = page.coordination
    typed(qtbot, view.post, "Samordnare")
    pick(view.holder.box, "Anna Sjöberg")
    typed(qtbot, view.starts, "2026-01-01")
    assert council.coordination.functions() == ()
    click(qtbot, view.begin)
    (first,) = council.coordination.functions()
    assert (first.person_id, first.starts) == (person(council, "Anna Sjöberg"), date(2026, 1, 1))
    typed(qtbot, view.deputy, "Bo Ek")
    assert council.coordination.functions()[0].deputy == "Bo Ek"
    click(qtbot, view.succeed)
    typed(qtbot, view.post, "Strateg")
    click(qtbot, view.begin)
    new, old = council.coordination.functions()
    assert (new.post, new.starts) == ("Strateg", TODAY)
    assert old.ends == date(2026, 11, 22)
    assert "Anna Sjöberg" in view.history.text()


def test_what_was_published_is_noted(qtbot: QtBot, page: AgreementsPage, council: OpenCouncil) -> None:
    page.open_thing("coordination", 0)
    view = page.coordination
    with qtbot.waitSignal(page.trouble):
        click(qtbot, view.publish)
    typed(qtbot, view.title, "Lägesbild 2026")
    typed(qtbot, view.address, "www.norrmyra.example")
    click(qtbot, view.publish)
    (told,) = council.coordination.publications()
    assert (told.title, told.address, told.day) == ("Lägesbild 2026", "www.norrmyra.example", TODAY)
    assert view.publications.texts() == [["2026-11-23", "Lägesbild 2026", "www.norrmyra.example"]]
    assert view.title.text() == ""


@pytest.mark.parametrize("tab", ["agreements", "boards", "coordination"])
def test_everything_has_a_name_and_fits_a_small_window(qtbot: QtBot, council: OpenCouncil, tab: str) -> None:
    from ui.looking import clipped, unnamed

    council.agreements.add(TODAY)
    council.boards.add(MatterAbout.PLAN, "Plan", KS, TODAY)
    shell, page = builders.window(qtbot, council, AgreementsPage, size=(960, 460))
    page.show_tab(tab)
    assert unnamed(page.shown) == []
    assert clipped(page.shown) == []
    assert shell.width() == 960
