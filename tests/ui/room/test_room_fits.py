"""The room on every screen: folded where it is narrow, named for those who listen, nothing cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from trygghetsrad.ui.components.shell import PageScroll
from trygghetsrad.ui.theme import Theme, apply_theme
from ui.looking import clipped, too_small, unnamed
from ui.room.hands import CONTROL

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.room.hands import Room

SIZES = [(1366, 688), (1280, 640), (960, 460)]


def filled(room: Room) -> Room:
    room.start()
    room.go_to("Lägesbild från polisen")
    room.hands.line("Inbrotten har minskat.")
    room.hands.line("b Rådet tackar för informationen")
    room.hands.line("å Lena kontrollerar kamerorna vid macken 18 dec")
    room.page.attendance.row("Karin Öhman").check.box.click()
    return room


def page_scroll(room: Room) -> QScrollArea:
    return room.shell.findChildren(PageScroll)[0]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("percent", [100, 110])
def test_nothing_is_cut_or_too_wide(
    open_room: Callable[..., Room], dressed_app: QApplication, size: tuple[int, int], percent: int
) -> None:
    room = filled(open_room(size=size))
    apply_theme(dressed_app, Theme.LIGHT, percent)
    QApplication.processEvents()
    assert room.page.minimumSizeHint().width() <= page_scroll(room).viewport().width()
    assert clipped(room.page) == []
    assert too_small(room.page) == []
    if size == (1366, 688):
        assert page_scroll(room).verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("step", ["before", "during", "checklist", "sent", "verified"])
def test_everything_says_its_name(room: Room, step: str) -> None:
    steps = ["before", "during", "checklist", "sent", "verified"]
    reached = steps.index(step)
    if reached >= 1:
        filled(room)
    if reached >= 2:
        room.page.take_step("end")
    if reached >= 3:
        room.page.checklist.make_button.click()
        room.page.take_step("verify")
    if reached >= 4:
        room.page.verification.mark_button.click()
        room.page.take_step("withdraw")
    assert unnamed(room.page) == []
    assert clipped(room.page) == []


def test_a_narrow_window_puts_the_attendance_behind_a_button(open_room: Callable[..., Room]) -> None:
    room = filled(open_room(size=(1000, 600)))
    assert not room.page.attendance.isVisible()
    button = room.page.header.buttons["attendance"]
    assert button.text() == "Närvaro 11/12"
    button.click()
    assert room.page.attendance.isVisible()
    assert room.page.attendance.geometry().right() == room.page.columns.rect().right()
    room.hands.press(Qt.Key.Key_Escape)
    assert not room.page.attendance.isVisible()
    room.shell.resize(1366, 688)
    assert room.page.attendance.isVisible()
    assert "attendance" not in room.page.header.buttons


def test_a_very_narrow_window_makes_the_agenda_a_drop_down(
    open_room: Callable[..., Room], dressed_app: QApplication
) -> None:
    room = filled(open_room(size=(960, 460)))
    assert room.page.agenda.isVisible()
    apply_theme(dressed_app, Theme.LIGHT, 110)
    assert not room.page.agenda.isVisible()
    box = room.page.picker.box
    assert box.currentText() == "5  Lägesbild från polisen"
    box.activated.emit(1)
    assert room.page.item_view.heading.text() == "2 Val av justerare"
    room.hands.press(Qt.Key.Key_N, CONTROL)
    room.hands.line("Ny fråga")
    assert "Ny fråga" in box.currentText()
    room.hands.press(Qt.Key.Key_F2)
    assert room.hands.focus() is room.page.item_view.about.title.edit


def test_the_quick_line_stays_where_it_is_while_she_types(room: Room) -> None:
    filled(room)
    room.page.quick.focus_line()
    QApplication.processEvents()
    before = room.page.quick.edit.mapTo(room.page, room.page.quick.edit.rect().topLeft())
    room.hands.letters("å Lena kontrollerar kamerorna vid macken 18 dec")
    QApplication.processEvents()
    assert room.page.quick.edit.mapTo(room.page, room.page.quick.edit.rect().topLeft()) == before
    assert room.page.quick.edit.height() == 44


def test_dark_and_light_show_the_same_words(room: Room, dressed_app: QApplication) -> None:
    filled(room)
    apply_theme(dressed_app, Theme.DARK)
    QApplication.processEvents()
    assert clipped(room.page) == []
