"""What she does in the room: keys go to whatever has the focus, and acts and lines are counted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from trygghetsrad.ui.components.banner import Banner

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.meetings import AgendaItem, MeetingRoom
    from trygghetsrad.ui.components.shell import Shell
    from trygghetsrad.ui.room.page import RoomPage
    from ui.room.people import Clock

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NO_KEY = Qt.KeyboardModifier.NoModifier
# The screenless platform cannot grab the keyboard for a menu.
POPUP = pytest.mark.qt_log_ignore("does not support")


@dataclass
class Hands:
    """What she does: keys go to whatever has the focus; acts and lines are counted."""

    acts: int = 0
    lines: int = 0

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NO_KEY) -> None:
        self.acts += 1
        QTest.keyClick(self.focus(), key, held)

    def letters(self, text: str) -> None:
        """Type letter by letter; QTest cannot type å, ä and ö."""
        for sign in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.focus(), QKeyEvent(kind, 0, NO_KEY, sign))

    def line(self, text: str) -> None:
        """Type a line and end it by Enter."""
        self.lines += 1
        self.letters(text)
        self.press(Qt.Key.Key_Return)

    def letter(self, sign: str) -> None:
        """Press one letter that is a command of its own."""
        self.acts += 1
        self.letters(sign)

    def focus(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused


@dataclass
class Room:
    """The page in its window, and what is stored behind it."""

    council: OpenCouncil
    clock: Clock
    shell: Shell
    page: RoomPage
    hands: Hands = field(default_factory=Hands)
    asked: list[tuple[str, int]] = field(default_factory=list)

    @property
    def meeting_id(self) -> int:
        return self.page.desk.meeting_id

    @property
    def stored(self) -> MeetingRoom:
        return self.council.room.room(self.meeting_id)

    def item(self, title: str) -> AgendaItem:
        return next(item for item in self.stored.items if item.title == title)

    def go_to(self, title: str) -> AgendaItem:
        self.page.middle.go_to(self.item(title).id)
        self.page.quick.focus_line()
        return self.item(title)

    def start(self) -> None:
        self.page.take_step("start")

    def banners(self) -> list[str]:
        return [banner.text() for banner in self.shell.findChildren(Banner)]
