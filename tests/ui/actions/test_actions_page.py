"""Åtgärder: what is late comes first, and everything is done with the keyboard or in the panel."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from trygghetsrad.domain.actions import ActionStatus, Area
from trygghetsrad.ui.actions.page import ActionsPage
from trygghetsrad.ui.theme import Theme, apply_theme
from ui import builders, looking
from ui.builders import TODAY
from ui.hands import click, pick, press, type_text

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.actions import Action
    from trygghetsrad.ui.components.shell import Shell

LATE = "Belysning vid gångvägen Skolgatan–ishallen"
UNDATED = "Märk-DNA för företagare på industriområdet"


@pytest.fixture
def council(tmp_path: Path) -> OpenCouncil:
    return builders.norrmyra(tmp_path)


@pytest.fixture
def shell(qtbot: QtBot, council: OpenCouncil) -> Shell:
    return builders.window(qtbot, council, ActionsPage)[0]


@pytest.fixture
def page(shell: Shell) -> ActionsPage:
    return shell.findChildren(ActionsPage)[0]


def the(council: OpenCouncil, what: str) -> Action:
    return next(one for one in council.actions.every(TODAY) if one.what == what)


def choose_row(page: ActionsPage, what: str) -> None:
    """Click on a row as a person does."""
    place = [row[0] for row in page.list.table.texts()].index(what)
    spot = page.list.table.visualRect(page.list.table.model().index(place, 0)).center()
    QTest.mouseClick(
        page.list.table.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        cast("QPoint", spot),
    )


def write_owner(page: ActionsPage, name: str) -> None:
    """Write at once what a person types: the screenless platform cannot show the suggestions."""
    page.panel.owner.box.setFocus()
    page.panel.owner.box.setEditText(name)


def test_what_is_late_comes_first_and_what_has_no_day_last(page: ActionsPage) -> None:
    texts = page.list.table.texts()
    assert [row[0] for row in texts[:2]] == [LATE, "Föräldramöte om cannabis, årskurs 8–9"]
    assert texts[0] == [LATE, "Åke Brännström", "2026-10-30", "Försenad"]
    assert texts[-1] == [UNDATED, "Mats Lindgren", "", "Planerad"]


def test_chips_count_and_filter(page: ActionsPage, qtbot: QtBot) -> None:
    words = [page.list.chips.button(key).text() for key in ("open", "late", "undated", "done", "all")]
    assert words == ["Alla öppna 8", "Försenade 2", "Utan datum 1", "Klara 1", "Alla 9"]
    click(page.list.chips.button("undated"))
    assert [row[0] for row in page.list.table.texts()] == [UNDATED]


def test_words_find_actions_also_without_dots_and_rings(page: ActionsPage, qtbot: QtBot) -> None:
    type_text(page.list.search, "brannstrom")
    assert [row[0] for row in page.list.table.texts()] == [LATE]
    type_text(page.list.search, "xyz")
    assert page.list.nothing.isVisible()
    assert page.list.nothing.text() == "Ingen åtgärd har orden ”brannstromxyz”."


def test_a_click_opens_the_panel_with_how_late_it_is(page: ActionsPage, council: OpenCouncil) -> None:
    assert page.panel.isHidden()
    choose_row(page, LATE)
    assert page.panel.isVisible()
    assert page.panel._pill.word() == "24 dagar försenad"
    assert page.panel.what.text() == LATE
    assert page.panel.due.note() == "fredag, vecka 44"
    assert page.panel.areas[Area.CRIME_PREVENTION].isChecked()


@pytest.mark.parametrize(
    ("key", "status", "words"),
    [
        (Qt.Key.Key_2, ActionStatus.ONGOING, "Åtgärden är markerad som pågående"),
        (Qt.Key.Key_3, ActionStatus.DONE, "Åtgärden är klarmarkerad"),
        (Qt.Key.Key_4, ActionStatus.CANCELLED, "Åtgärden är markerad som avbruten"),
    ],
)
def test_a_digit_marks_the_row_and_can_be_taken_back(
    page: ActionsPage, shell: Shell, council: OpenCouncil, key: Qt.Key, status: ActionStatus, words: str
) -> None:
    page.list.table.setFocus()
    page.list.table.select_key(the(council, LATE).id)
    press(page.list.table, key)
    assert the(council, LATE).status is status
    assert shell.toast_text() == words
    click(shell._toast.undo)
    assert the(council, LATE).status is ActionStatus.PLANNED


def test_after_marking_one_as_done_the_next_is_chosen(page: ActionsPage, council: OpenCouncil) -> None:
    page.list.table.setFocus()
    page.list.table.select_key(the(council, LATE).id)
    press(page.list.table, Qt.Key.Key_3)
    chosen = page.list.table.selected_row()
    assert chosen is not None
    assert chosen.what == "Föräldramöte om cannabis, årskurs 8–9"


def test_klar_in_the_panel_keeps_the_action_in_view(
    page: ActionsPage, council: OpenCouncil, qtbot: QtBot
) -> None:
    choose_row(page, LATE)
    click(page.panel.done)
    click(page.panel.done)
    assert (the(council, LATE).status, the(council, LATE).done_on) == (ActionStatus.DONE, TODAY)
    assert page.panel.what.text() == LATE
    assert page.panel._pill.word() == "Klar"
    assert [one.status for one in council.actions.every(TODAY)].count(ActionStatus.DONE) == 2
    click(page.panel.reopen)
    assert the(council, LATE).is_open


def test_delete_removes_with_a_way_back(page: ActionsPage, shell: Shell, council: OpenCouncil) -> None:
    page.list.table.setFocus()
    page.list.table.select_key(the(council, LATE).id)
    press(page.list.table, Qt.Key.Key_Delete)
    assert LATE not in [row[0] for row in page.list.table.texts()]
    assert shell.toast_text() == "Åtgärden är borttagen"
    click(shell._toast.undo)
    assert page.list.table.texts()[0][0] == LATE


def test_ctrl_n_writes_a_new_action_that_is_saved_when_its_text_is_left(
    page: ActionsPage, shell: Shell, council: OpenCouncil, qtbot: QtBot
) -> None:
    shell.activateWindow()
    press(page.list.table, Qt.Key.Key_N, control=True)
    assert page.panel.what.edit.hasFocus()
    type_text(page.panel.what.edit, "Se över belysningen i parken")
    press(page.panel.what.edit, Qt.Key.Key_Tab)
    added = the(council, "Se över belysningen i parken")
    assert (added.created_on, added.status) == (TODAY, ActionStatus.PLANNED)
    shown = page.panel.action()
    assert shown is not None
    assert shown.id == added.id
    assert page.panel.owner.box.hasFocus()
    assert [row[0] for row in page.list.table.texts()].count("Se över belysningen i parken") == 1


def test_details_given_before_the_text_come_along(
    page: ActionsPage, council: OpenCouncil, qtbot: QtBot
) -> None:
    page.new_item()
    page.panel.due.edit.setFocus()
    type_text(page.panel.due.edit, "8 dec")
    press(page.panel.due.edit, Qt.Key.Key_Return)
    page.panel.what.edit.setFocus()
    type_text(page.panel.what.edit, "Bjud in hyresvärdarna")
    page.commit_pending()
    assert the(council, "Bjud in hyresvärdarna").due == date(2026, 12, 8)


def test_a_new_action_without_text_leaves_nothing_behind(page: ActionsPage, council: OpenCouncil) -> None:
    before = len(council.actions.every(TODAY))
    page.new_item()
    press(page.panel.what.edit, Qt.Key.Key_Escape)
    assert page.panel.isHidden()
    assert len(council.actions.every(TODAY)) == before
    assert page.list.table.isVisible()


def test_any_state_can_be_chosen_in_the_panel(page: ActionsPage, council: OpenCouncil) -> None:
    choose_row(page, LATE)
    pick(page.panel.status.box, "Avbruten")
    assert the(council, LATE).status is ActionStatus.CANCELLED


def test_fields_of_the_panel_are_saved_when_left(
    page: ActionsPage, council: OpenCouncil, qtbot: QtBot
) -> None:
    page.open_item(the(council, UNDATED).id)
    write_owner(page, "Polisen")
    press(page.panel.owner.box, Qt.Key.Key_Return)
    page.panel.areas[Area.OTHER].click()
    click(page.panel.move_day)
    assert page.panel.due.edit.hasFocus()
    type_text(page.panel.due.edit, "fre v 50")
    press(page.panel.due.edit, Qt.Key.Key_Return)
    stored = the(council, UNDATED)
    assert (stored.owner, stored.owner_person_id) == ("Polisen", None)
    assert stored.owner_organisation_id is not None
    assert stored.areas == {Area.CRIME_PREVENTION, Area.OTHER}
    assert stored.due == date(2026, 12, 11)


def test_someone_outside_the_register_may_be_responsible(
    page: ActionsPage, council: OpenCouncil, qtbot: QtBot
) -> None:
    page.open_item(the(council, UNDATED).id)
    write_owner(page, "Båtklubben")
    page.commit_pending()
    assert the(council, UNDATED).owner == "Båtklubben"


def test_the_text_cannot_be_emptied(
    page: ActionsPage, shell: Shell, council: OpenCouncil, qtbot: QtBot
) -> None:
    page.open_item(the(council, LATE).id)
    page.panel.what.edit.setFocus()
    page.panel.what.edit.selectAll()
    press(page.panel.what.edit, Qt.Key.Key_Backspace)
    with qtbot.waitSignal(page.trouble) as told:
        page.commit_pending()
    assert told.args == ["En åtgärd behöver en text. Den gamla texten är kvar."]
    assert page.panel.what.text() == LATE


def test_what_happened_is_written_with_enter_and_can_be_changed_and_removed(
    page: ActionsPage, council: OpenCouncil, qtbot: QtBot
) -> None:
    page.open_item(the(council, LATE).id)
    type_text(page.panel.news.edit, "Elbolaget lämnar offert")
    press(page.panel.news.edit, Qt.Key.Key_Return)
    told = the(council, LATE).follow_ups
    assert [(one.day, one.text) for one in told] == [(TODAY, "Elbolaget lämnar offert")]
    assert page.panel.news.text() == ""
    line = page.panel.follow_ups[0]
    line.edit.setFocus()
    type_text(line.edit, " i ")
    page.commit_pending()
    assert "i" in the(council, LATE).follow_ups[0].text
    line.edit.clear()
    page.commit_pending()
    assert the(council, LATE).follow_ups == ()
    assert page.panel.follow_ups == []


def test_where_it_was_decided_leads_to_the_meeting(
    page: ActionsPage, council: OpenCouncil, qtbot: QtBot
) -> None:
    meeting = builders.next_meeting(council)
    item = council.meetings.agenda(meeting)[0].id
    born = council.room.add_action(item, "Skriv till hyresvärdarna", TODAY)
    page.open_item(born)
    assert page.panel.origin.text().startswith("Möte prel. 4/2026")
    with qtbot.waitSignal(page.open_requested) as asked:
        click(page.panel.origin)
    assert asked.args == ["meeting", meeting]


def test_opening_an_action_that_the_filter_hides_shows_it_anyway(
    page: ActionsPage, council: OpenCouncil
) -> None:
    page.list.search.setText("cannabis")
    done = the(council, "Nattvandring vid skolavslutningen")
    page.open_item(done.id)
    chosen = page.list.table.selected_row()
    assert chosen is not None
    assert chosen.id == done.id
    assert page.panel._pill.word() == "Klar"


def test_text_and_day_can_be_typed_over_in_the_table(
    page: ActionsPage, council: OpenCouncil, qtbot: QtBot
) -> None:
    model = page.list.table.model()
    assert model.setData(model.index(0, 2), "8 dec")
    assert the(council, LATE).due == date(2026, 12, 8)
    with qtbot.waitSignal(page.trouble) as told:
        model.setData(model.index(0, 2), "någon gång")
    assert "någon gång" in told.args[0]


def test_esc_in_the_list_closes_the_panel_and_keeps_the_row(page: ActionsPage, council: OpenCouncil) -> None:
    choose_row(page, LATE)
    press(page.list.table, Qt.Key.Key_Escape)
    assert page.panel.isHidden()
    chosen = page.list.table.selected_row()
    assert chosen is not None
    assert chosen.what == LATE
    press(page.list.table, Qt.Key.Key_Return)
    assert page.panel.isVisible()
    assert page.panel.what.edit.hasFocus()


def test_a_council_without_actions_says_how_to_begin(tmp_path: Path, qtbot: QtBot) -> None:
    council = builders.empty_council(tmp_path)
    _shell, page = builders.window(qtbot, council, ActionsPage)
    assert isinstance(page, ActionsPage)
    assert page.list.empty.isVisible()
    assert not page.list.add_button.isVisible()
    assert page.list.empty.primary is not None
    click(page.list.empty.primary)
    type_text(page.panel.what.edit, "Bjud in polisen")
    page.commit_pending()
    assert [one.what for one in council.actions.every(TODAY)] == ["Bjud in polisen"]
    assert page.list.table.isVisible()


@pytest.mark.parametrize(("size", "text"), [((1366, 688), 100), ((1366, 688), 110), ((960, 460), 100)])
def test_everything_has_a_name_a_size_and_room(
    page: ActionsPage,
    shell: Shell,
    council: OpenCouncil,
    dressed_app: QApplication,
    size: tuple[int, int],
    text: int,
) -> None:
    apply_theme(dressed_app, Theme.LIGHT, text)
    shell.resize(*size)
    page.open_item(the(council, LATE).id)
    assert looking.unnamed(page) == []
    assert looking.too_small(page) == []
    assert looking.clipped(page) == []
    assert page.minimumSizeHint().width() <= page.width()
