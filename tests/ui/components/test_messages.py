"""What the window says: toasts, banners, empty pages, the palette and the list of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from shiboken6 import delete

from trygghetsrad.ui.components.banner import Banner, BannerArea
from trygghetsrad.ui.components.empty_state import EmptyState
from trygghetsrad.ui.components.toast import Toast
from trygghetsrad.ui.icons import Icon

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from trygghetsrad.ui.components.gallery import Gallery

Key = Qt.Key


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 400)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_a_toast_goes_by_itself(host: QWidget, qtbot: QtBot) -> None:
    toast = Toast(host)
    toast.say("Åtgärden är klarmarkerad", shown_ms=1)
    assert not toast.undo.isVisible()
    qtbot.waitUntil(toast.isHidden)


def test_a_toast_stays_while_its_button_has_the_focus(host: QWidget, qtbot: QtBot) -> None:
    toast = Toast(host)
    toast.say("Åtgärden är borttagen", undo=True)
    host.activateWindow()
    toast.undo.setFocus()
    toast._timer.timeout.emit()
    assert toast.isVisible()
    qtbot.keyClick(toast.undo, Key.Key_Escape)
    assert toast.isHidden()


def test_a_toast_stays_while_it_is_pointed_at(host: QWidget) -> None:
    toast = Toast(host)
    toast.say("Åtgärden är borttagen", undo=True)
    toast.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    toast._timer.timeout.emit()
    assert toast.isVisible()


def test_only_the_latest_toast_is_shown(host: QWidget) -> None:
    toast = Toast(host)
    toast.say("Första", undo=True)
    toast.say("Andra")
    assert toast.text() == toast.accessibleName() == "Andra"


def test_the_toast_stays_at_the_bottom_when_the_window_grows(host: QWidget) -> None:
    toast = Toast(host)
    toast.say("Klart")
    host.resize(1000, 600)
    assert 600 - 40 - 60 < toast.geometry().bottom() < 600 - 30
    assert abs(toast.geometry().center().x() - 500) < 3


def test_the_place_of_banners_takes_no_room_when_they_are_gone(host: QWidget, qtbot: QtBot) -> None:
    area = BannerArea()
    area.setParent(host)
    first, second = Banner("Ett"), Banner("Två", closable=False)
    area.add(first)
    area.add(second)
    assert area.texts() == ["Ett", "Två"]
    qtbot.mouseClick(first.close_button, Qt.MouseButton.LeftButton)
    assert area.texts() == ["Två"]
    second.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert area.isHidden()


def test_an_empty_page_offers_a_way_to_begin(qtbot: QtBot) -> None:
    page = EmptyState(
        Icon.PEOPLE_TEAM, "Inga möten än", "Planera årets möten.", primary="Planera årets möten"
    )
    qtbot.addWidget(page)
    page.show()
    assert page.secondary is None
    with qtbot.waitSignal(page.primary.clicked):
        qtbot.keyClick(page.primary, Key.Key_Space)


def test_ctrl_k_finds_a_command_and_enter_chooses_it(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.activateWindow()
    gallery.top.undo.setFocus()
    palette = gallery.palette_overlay
    qtbot.mouseClick(gallery.top.search, Qt.MouseButton.LeftButton)
    assert palette.edit.hasFocus()
    assert palette.texts()[:2] == ["Kommandon", "Skriv protokoll för möte 4/2026"]
    palette.edit.setText("möte 2")
    assert palette.texts() == ["Dokument", "Protokoll möte 2/2026"]
    with qtbot.waitSignal(palette.chosen) as told:
        qtbot.keyClick(palette.edit, Key.Key_Return)
    assert told.args == [4]
    assert palette.isHidden()


def test_arrows_pass_over_the_headings_and_go_round(gallery: Gallery, qtbot: QtBot) -> None:
    palette = gallery.palette_overlay
    palette.open()
    keys = []
    for _ in range(6):
        keys.append(palette.current().key)
        qtbot.keyClick(palette.edit, Key.Key_Down)
    assert keys == [1, 2, 3, 4, 5, 1]
    qtbot.keyClick(palette.edit, Key.Key_Up)
    assert palette.current().key == 1
    assert palette.edit.accessibleDescription().startswith("Skriv protokoll för möte 4/2026, Kommandon")


def test_the_palette_says_when_nothing_is_found(gallery: Gallery, qtbot: QtBot) -> None:
    palette = gallery.palette_overlay
    palette.open()
    qtbot.keyClicks(palette.edit, "xyz")
    assert palette.texts() == []
    assert palette._nothing.isVisible()
    with qtbot.assertNotEmitted(palette.chosen):
        qtbot.keyClick(palette.edit, Key.Key_Return)


def test_esc_closes_the_palette_and_gives_the_focus_back(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.activateWindow()
    gallery.top.shortcuts.setFocus()
    gallery.palette_overlay.open()
    qtbot.keyClick(gallery.palette_overlay.edit, Key.Key_Escape)
    assert gallery.palette_overlay.isHidden()
    assert gallery.top.shortcuts.hasFocus()


def test_a_sheet_closes_when_what_had_the_focus_is_gone(gallery: Gallery, qtbot: QtBot) -> None:
    welcome = QPushButton("Klistra in", gallery)
    welcome.show()
    welcome.setFocus()
    qtbot.waitUntil(welcome.hasFocus)
    gallery.palette_overlay.open()
    welcome.hide()
    delete(welcome)
    qtbot.keyClick(gallery.palette_overlay.edit, Key.Key_Escape)
    assert gallery.palette_overlay.isHidden()


def test_a_click_beside_the_sheet_closes_it(gallery: Gallery, qtbot: QtBot) -> None:
    gallery.palette_overlay.open()
    qtbot.mouseClick(gallery.palette_overlay, Qt.MouseButton.LeftButton, pos=QPoint(5, 300))
    assert gallery.palette_overlay.isHidden()


def test_tab_stays_on_the_sheet(gallery: Gallery) -> None:
    gallery.activateWindow()
    gallery.shortcuts_overlay.open()
    for _ in range(4):
        QTest.keyClick(gallery.windowHandle(), Key.Key_Tab)
        assert gallery.shortcuts_overlay.isAncestorOf(QApplication.focusWidget())


def test_the_sheets_fit_in_a_low_window(gallery: Gallery) -> None:
    gallery.resize(960, 460)
    for overlay in (gallery.palette_overlay, gallery.shortcuts_overlay):
        overlay.open()
        assert gallery.rect().contains(overlay.sheet.geometry())
        overlay.close_overlay()
