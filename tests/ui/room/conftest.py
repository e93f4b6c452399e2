"""The room of one meeting in its frame, with a clock that the test sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.room.hands import Room
from ui.room.people import Clock, room_window, twelve_seats

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil


@pytest.fixture
def council(tmp_path: Path) -> Iterator[OpenCouncil]:
    made = twelve_seats(tmp_path)
    yield made
    made.close()


@pytest.fixture
def open_room(qtbot: QtBot, council: OpenCouncil) -> Callable[..., Room]:
    """Open the room, as often as the test wants."""

    def opened(clock: Clock | None = None, size: tuple[int, int] = (1366, 688)) -> Room:
        clock = clock or Clock()
        shell, page = room_window(council, clock, size)
        qtbot.addWidget(shell)
        shell.activateWindow()
        qtbot.waitUntil(shell.isActiveWindow)
        page.quick.focus_line()
        room = Room(council, clock, shell, page)
        page.open_requested.connect(lambda kind, number: room.asked.append((kind, number)))
        return room

    return opened


@pytest.fixture
def room(open_room: Callable[..., Room]) -> Room:
    """The room on the day of the meeting, two minutes past one."""
    return open_room()
