"""The keys of the room, so that a whole meeting is held without the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget


def add_room_keys(room: QWidget, keys: Mapping[str, Callable[[], object]]) -> None:
    """Let each key do its deed while the focus is in the room."""
    for key, deed in keys.items():
        shortcut = QShortcut(QKeySequence(key), room)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(deed)
