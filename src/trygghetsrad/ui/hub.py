"""Carries the news of what changed from the council file to every page that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from trygghetsrad.domain.changes import Changed


class Hub(QObject):
    """One signal for all changes; each page decides for itself whether to look again."""

    changed = Signal(object)

    def publish(self, changes: Changed) -> None:
        """Tell every page what a saved step changed."""
        self.changed.emit(changes)
