"""A time of day typed as people write it: 13, 1300, 13:00 or 13.00."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from trygghetsrad.domain.clock import clock, parse_clock
from trygghetsrad.ui.components.inline_field import CommitEdit, FieldFrame

if TYPE_CHECKING:
    from datetime import time


class TimeField(FieldFrame):
    """Shown as 13.00 whatever was typed; committed carries a time, or None from an optional one."""

    committed = Signal(object)

    def __init__(self, label: str, *, framed: bool = False, optional: bool = False) -> None:
        self._optional = optional
        self.edit = CommitEdit(inline=not framed)
        super().__init__(label, self.edit, inline=not framed)
        self.edit.setPlaceholderText(self.tr("13.00"))
        self.edit.committed.connect(self._read)

    def set_time(self, moment: time | None) -> None:
        """Show a stored time, or none, without telling anyone."""
        self.edit.show_text(clock(moment) if moment else "")
        self.set_error("")

    def _read(self, text: str) -> None:
        moment = parse_clock(text)
        if self._optional and not text.strip():
            self.set_error("")
            self.committed.emit(None)
            return
        if moment is None:
            self.set_error(self.tr("Det är inget klockslag. Skriv till exempel 13.00."))
            return
        self.edit.take(clock(moment))
        self.set_error("")
        self.committed.emit(moment)
