"""The list of a year's meetings, worked by mouse and by keyboard alone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox

from trygghetsrad.ui.meetings.page import MeetingsPage
from trygghetsrad.ui.theme import Theme, apply_theme
from ui.builders import TODAY, empty_council, next_meeting, norrmyra, window
from ui.meetings.keys import keys

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.ui.components.shell import Shell

LEFT = Qt.MouseButton.LeftButton
DECEMBER = date(2026, 12, 8)


@pytest.fixture
def council(tmp_path: Path) -> Iterator[OpenCouncil]:
    made = norrmyra(tmp_path)
    yield made
    made.close()


@pytest.fixture
def shell_and_page(council: OpenCouncil, qtbot: QtBot) -> tuple[Shell, MeetingsPage]:
    return window(qtbot, council, MeetingsPage)  # type: ignore[return-value]


@pytest.fixture
def page(shell_and_page: tuple[Shell, MeetingsPage]) -> MeetingsPage:
    return shell_and_page[1]


def click_row(page: MeetingsPage, row: int, *, twice: bool = False) -> None:
    table = page.list.table
    spot = table.visualRect(table.model().index(row, 0)).center()
    QTest.mouseClick(table.viewport(), LEFT, pos=spot)
    if twice:
        QTest.mouseDClick(table.viewport(), LEFT, pos=spot)


def press(page: MeetingsPage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(page.window().windowHandle(), key, modifier)


def test_each_meeting_says_when_what_and_how_far_it_has_come(page):
    table = page.list.table
    assert [row[2:] for row in table.texts()] == [*[["Hållet", "Justerat"]] * 3, ["Planerat", ""]]
    words, deed, *_ = table.texts()[3]
    assert words == (
        "Nästa möte, Möte prel. 4/2026, tisdag 8 december, vecka 50 · 13.00–15.00 · Kommunhuset, Björken"
    )
    assert deed == "Gör dagordningen, kallelsen ut 27 november"
    assert [line.is_next for line in table.rows()] == [False, False, False, True]


def test_a_double_click_or_enter_opens_the_meeting(page, qtbot):
    with qtbot.waitSignal(page.open_requested) as asked:
        click_row(page, 3, twice=True)
    assert asked.args == ["meeting", next_meeting(page.council)]
    with qtbot.waitSignal(page.open_requested) as asked:
        QTest.keyClick(page.list.table, Qt.Key.Key_Return)
    assert asked.args[0] == "meeting"


def test_a_click_shows_the_panel_esc_closes_it_and_the_same_row_opens_it_again(page):
    panel = page.list.panel
    assert panel.isHidden()
    click_row(page, 3)
    assert (panel.isVisible(), panel.title()) == (True, "Möte prel. 4/2026")
    panel.focus_day()
    press(page, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert page.list.table.hasFocus()
    click_row(page, 3)
    assert panel.isVisible()


def test_the_arrow_keys_walk_through_the_meetings_and_the_panel_follows(page):
    page.list.table.setFocus()
    click_row(page, 3)
    press(page, Qt.Key.Key_Up)
    assert page.list.panel.title() == "Möte 3/2026"


def test_a_refresh_does_not_open_a_panel_that_was_closed(page, council):
    click_row(page, 3)
    page.list.panel.close_panel()
    council.meetings.change(next_meeting(council), place="Biblioteket")
    assert page.list.panel.isHidden()
    assert "Biblioteket" in page.list.table.texts()[3][0]


def test_delete_removes_a_planned_meeting_and_the_toast_takes_it_back(shell_and_page, council, qtbot):
    shell, page = shell_and_page
    click_row(page, 3)
    QTest.keyClick(page.list.table, Qt.Key.Key_Delete)
    assert shell.toast_text() == "Möte prel. 4/2026 är borttaget"
    assert len(council.meetings.every()) == 3
    assert page.list.panel.isHidden()
    qtbot.mouseClick(shell._toast.undo, LEFT)
    assert len(page.list.table.texts()) == 4


def test_a_meeting_with_verified_minutes_stays_and_says_why(page, council, qtbot):
    click_row(page, 0)
    with qtbot.waitSignal(page.trouble) as told:
        QTest.keyClick(page.list.table, Qt.Key.Key_Delete)
    assert "justerat" in told.args[0]
    assert len(council.meetings.every()) == 4
    assert page.list.panel.remove_button.isHidden()


def test_ctrl_n_adds_a_meeting_on_a_day_that_suits_with_the_date_ready_to_be_typed_over(page, council):
    press(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    added = council.meetings.every()[-1]
    # 8 December is the first Tuesday after the days a notice needs, and taken.
    assert added.day == date(2026, 12, 15)
    field = page.list.panel.day.field.edit
    assert (field.hasFocus(), field.selectedText()) == (True, "2026-12-15")
    keys(field, "12 jan")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert council.meetings.get(added.id).day == date(2027, 1, 12)
    assert page.list.years.selected() == "2027"
    assert page.list.table.selected_row().meeting.id == added.id


def test_a_year_without_meetings_offers_to_plan_it(page, qtbot):
    qtbot.mouseClick(page.list.years.button("2027"), LEFT)
    assert page.list.no_meetings.isVisible()
    assert page.list.table.isHidden()
    qtbot.mouseClick(page.list.no_meetings.primary, LEFT)
    assert page.planning.isVisible()


def test_a_council_without_meetings_is_shown_how_to_begin(tmp_path, qtbot):
    council = empty_council(tmp_path)
    _shell, page = window(qtbot, council, MeetingsPage)
    assert page.empty.isVisible()
    assert page.list.isHidden()
    qtbot.mouseClick(page.empty.secondary, LEFT)
    assert [meeting.day for meeting in council.meetings.every()] == [DECEMBER]
    assert page.list.panel.isVisible()
    council.undo.undo()
    assert page.empty.isVisible()
    council.close()


def test_a_meeting_whose_day_has_passed_unheld_is_told_without_blame(page, council):
    council.meetings.change(next_meeting(council), day=date(2026, 11, 10))
    assert page.list.table.texts()[3][1] == "Öppna mötet, dagen har passerat"


def test_a_cancelled_meeting_is_no_longer_the_next(page, council):
    council.meetings.cancel(next_meeting(council), "Förhinder")
    row = page.list.table.texts()[3]
    assert row[0].startswith("Möte utan nummer")
    assert row[1:] == ["", "Inställt", ""]
    assert not any(line.is_next for line in page.list.table.rows())
    assert page.list._strip.as_text().endswith("8 december: Möte, inställt")


def test_notes_of_a_meeting_are_never_asked_to_be_verified(page, council):
    from datetime import time

    from trygghetsrad.domain.council import MinutesKind

    meeting = next_meeting(council)
    council.meetings.change(meeting, day=TODAY, minutes_kind=MinutesKind.NOTES)
    council.room.end(meeting, time(15))
    assert page.list.table.texts()[3][1:] == [
        "Skriv klart anteckningarna, senast 7 december",
        "Hållet",
        "Utkast",
    ]


def test_two_hundred_meetings_are_shown_by_year(tmp_path, qtbot):
    council = empty_council(tmp_path)
    for year in range(1996, 2046):
        council.meetings.plan(council.meetings.propose(year, 4, date(year, 1, 1)))
    _shell, page = window(qtbot, council, MeetingsPage)
    assert len(page.list.table.texts()) == 4
    qtbot.mouseClick(page.list.years.button("1999"), LEFT)
    assert page.list.table.texts()[0][0].startswith("Möte prel. 1/1999")
    council.close()


def test_everything_that_can_be_worked_has_a_name_and_room(page):
    click_row(page, 3)
    for kind in (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox):
        for part in page.findChildren(kind):
            if part.isVisible() and not isinstance(part.parent(), (QSpinBox, QComboBox)):
                assert part.accessibleName(), part
                assert min(part.width(), part.height()) >= 24, part.accessibleName()


def test_tab_reaches_every_field_of_the_panel(page):
    click_row(page, 3)
    page.list.panel.focus_day()
    reached = []
    for _step in range(40):
        reached.append(QApplication.focusWidget())
        press(page, Qt.Key.Key_Tab)
    panel = page.list.panel
    for field in (panel.starts, panel.ends, panel.place, panel.theme, panel.kind, panel.dnr):
        assert field.field in reached


@pytest.mark.parametrize("size", [(1366, 688), (1280, 640), (960, 460)])
@pytest.mark.parametrize("text", [100, 110])
@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_nothing_is_cut_or_pushed_out_sideways(shell_and_page, dressed_app, size, text, theme):
    shell, page = shell_and_page
    click_row(page, 3)
    apply_theme(dressed_app, theme, text)
    shell.resize(*size)
    # Twice: what folds asks for a new layout.
    dressed_app.processEvents()
    dressed_app.processEvents()
    assert page.minimumSizeHint().width() <= page.parentWidget().width()
    for button in page.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.sizeHint().width() <= button.width() + 1, button.accessibleName()
            right = button.mapTo(page, QPoint(button.width(), 0)).x()
            assert right <= page.width(), button.accessibleName()


def test_a_meeting_that_was_removed_meanwhile_is_told_of_not_crashed_on(page, council, qtbot):
    gone = next_meeting(council)
    council.meetings.remove(gone)
    with qtbot.waitSignal(page.trouble) as told:
        page.open_item(gone)
    assert told.args[0] == "Mötet finns inte. Inget har ändrats."
