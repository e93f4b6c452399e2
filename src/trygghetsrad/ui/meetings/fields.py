"""What the fields of meetings have in common: an end that follows its start, and two fields side by side."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trygghetsrad.ui.theme import row

if TYPE_CHECKING:
    from trygghetsrad.ui.components.inline_field import FieldFrame

_LAST_MINUTE = time(23, 59)


def end_after(starts: time, old_start: time, old_end: time) -> time:
    """Return when a meeting ends that starts then and is as long as before, the same day."""
    day = datetime(2000, 1, 1)  # noqa: DTZ001  # any day: only the clock counts
    length = datetime.combine(day, old_end) - datetime.combine(day, old_start)
    ends = datetime.combine(day, starts) + length
    return ends.time() if ends < day + timedelta(days=1) else _LAST_MINUTE


class Pair(QWidget):
    """Two fields side by side, their labels on one line."""

    def __init__(self, left: FieldFrame, right: FieldFrame) -> None:
        super().__init__()
        # Tells the panel that the text of the fields is already moved in.
        self.inline = left.inline
        line = row(self, gap=8)
        line.addWidget(left, 1, Qt.AlignmentFlag.AlignTop)
        line.addWidget(right, 1, Qt.AlignmentFlag.AlignTop)
