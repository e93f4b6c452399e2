"""Where the window stands: always on a screen that is there, and never larger than it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from collections.abc import Sequence

TITLE_BAR = 32


def clamped(window: QRect, screens: Sequence[QRect]) -> QRect:
    """Return the window's inside moved and shrunk onto the screen it covers most of, title bar and all."""
    if not screens:
        return window
    screen = max(screens, key=lambda one: _shared(one, window))
    room = screen.adjusted(0, TITLE_BAR, 0, 0)
    size = window.size().boundedTo(room.size())
    left = min(max(window.left(), room.left()), room.right() - size.width() + 1)
    top = min(max(window.top(), room.top()), room.bottom() - size.height() + 1)
    return QRect(left, top, size.width(), size.height())


def _shared(screen: QRect, window: QRect) -> int:
    both = screen.intersected(window)
    return both.width() * both.height() if both.isValid() else 0
