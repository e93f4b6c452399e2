"""The frame around the pages: where one is, what was done, and the way there by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from trygghetsrad.ui.components.buttons import primary_button
from trygghetsrad.ui.components.shell import Shell
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Theme, Tone, Width, apply_theme, column

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def shell(qtbot: QtBot) -> Shell:
    """A window with two pages, shown as on a laptop."""
    made = Shell(subtitle="Norrmyra kommun")
    qtbot.addWidget(made)
    overview, meetings = QWidget(), QWidget()
    column(overview).addWidget(primary_button("Gör kallelsen"))
    column(meetings).addWidget(QLineEdit())
    made.set_pages(
        [("overview", "Översikt", Icon.HOME, overview), ("meetings", "Möten", Icon.PEOPLE_TEAM, meetings)],
        foot=[("help", "Hjälp", Icon.QUESTION_CIRCLE, QWidget())],
    )
    made.resize(1366, 688)
    made.show()
    made.show_page("overview")
    return made


def test_a_click_in_the_rail_asks_for_the_page_and_stays_until_the_window_goes_there(
    shell: Shell, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(shell.page_requested) as asked:
        qtbot.mouseClick(shell.rail.button("meetings"), Qt.MouseButton.LeftButton)
    assert asked.args == ["meetings"]
    assert (shell.page(), shell.rail.selected()) == ("overview", "overview")
    shell.show_page("meetings")
    assert (shell.page(), shell.rail.selected()) == ("meetings", "meetings")


def test_ctrl_and_a_number_asks_for_the_page(shell: Shell, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shell.page_requested) as asked:
        QTest.keyClick(shell.windowHandle(), Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == ["meetings"]


def test_a_narrow_window_folds_the_rail_and_keeps_the_names(shell: Shell) -> None:
    assert shell.width_class() is Width.WIDE
    assert not shell.rail.collapsed()
    shell.resize(1300, 688)
    button = shell.rail.button("meetings")
    assert (shell.rail.width(), button.text()) == (60, "")
    assert (button.accessibleName(), button.toolTip()) == ("Möten", "Möten (Ctrl+2)")


def test_larger_text_makes_the_window_count_as_narrower(shell: Shell, dressed_app: QApplication) -> None:
    apply_theme(dressed_app, Theme.LIGHT, 110)
    assert shell.width_class() is Width.MEDIUM
    assert shell.rail.collapsed()


def test_undo_in_the_toast_asks_the_window_to_undo(shell: Shell, qtbot: QtBot) -> None:
    shell.toast("Åtgärden är klarmarkerad", undo=True)
    assert shell.toast_text() == "Åtgärden är klarmarkerad"
    with qtbot.waitSignal(shell.undo_requested):
        qtbot.mouseClick(shell._toast.undo, Qt.MouseButton.LeftButton)
    assert not shell.toast_text()


def test_a_banner_stays_until_it_is_closed(shell: Shell, qtbot: QtBot) -> None:
    banner = shell.banner("Säkerhetskopian gick inte att göra.", Tone.ERROR, action="Försök igen")
    assert banner.isVisible()
    with qtbot.waitSignal(banner.action_clicked):
        qtbot.mouseClick(banner.action, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(banner.closed):
        qtbot.mouseClick(banner.close_button, Qt.MouseButton.LeftButton)
    assert banner.isHidden()


def test_the_ring_follows_tab_and_leaves_at_a_click(shell: Shell) -> None:
    assert shell.ring.target() is None
    shell.rail.button("overview").setFocus()
    QTest.keyClick(shell.windowHandle(), Qt.Key.Key_Tab)
    target = shell.ring.target()
    assert target is not None
    assert target.hasFocus()
    QTest.mouseClick(shell.windowHandle(), Qt.MouseButton.LeftButton)
    assert shell.ring.target() is None
