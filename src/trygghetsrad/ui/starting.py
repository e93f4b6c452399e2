"""Starts that come to nothing: after two in a row the next one leaves out whatever may be the cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile

if TYPE_CHECKING:
    from pathlib import Path

    from trygghetsrad.ui.preferences import Preferences

MARKER = "start-pågår"
TOO_MANY = 2
SETTLED_AFTER_MS = 10_000


class StartMarker:
    """Lies beside the data from the start until ten seconds after the first paint.

    One that a stopped program left behind is a start that failed; one that a living program holds is not.
    """

    def __init__(self, folder: Path, preferences: Preferences) -> None:
        self._path = folder / MARKER
        self._preferences = preferences
        self._lock = QLockFile(str(self._path))

    def lay(self) -> bool:
        """Lay the marker down; True when so many starts have failed that this one must be careful."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            failed = self._path.exists()
        except OSError:
            return False
        if not self._lock.tryLock(0):  # another window is just opening, or nothing can be written here
            return False
        self._preferences.failed_starts = self._preferences.failed_starts + 1 if failed else 0
        return self._preferences.failed_starts >= TOO_MANY

    def take_up(self) -> None:
        """Take the marker up: this start went well, or was ended on purpose."""
        if self._lock.isLocked():
            self._preferences.failed_starts = 0
            self._lock.unlock()
