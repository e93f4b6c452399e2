"""Fields that only meetings have: a time of day, one of a few words, and two fields side by side."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from trygghetsrad.domain.clock import clock, parse_clock
from trygghetsrad.ui.components.inline_field import CommitEdit, FieldFrame
from trygghetsrad.ui.theme import row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QWheelEvent

_LAST_MINUTE = time(23, 59)


def end_after(starts: time, old_start: time, old_end: time) -> time:
    """Return when a meeting ends that starts then and is as long as before, the same day."""
    day = datetime(2000, 1, 1)  # noqa: DTZ001  # any day: only the clock counts
    length = datetime.combine(day, old_end) - datetime.combine(day, old_start)
    ends = datetime.combine(day, starts) + length
    return ends.time() if ends < day + timedelta(days=1) else _LAST_MINUTE


class TimeField(FieldFrame):
    """A time of day typed as 13, 1300, 13:00 or 13.00; committed carries a time."""

    committed = Signal(object)

    def __init__(self, label: str, *, framed: bool = False) -> None:
        self.edit = CommitEdit(inline=not framed)
        super().__init__(label, self.edit, inline=not framed)
        self.edit.setPlaceholderText(self.tr("13.00"))
        self.edit.committed.connect(self._read)

    def set_time(self, moment: time) -> None:
        """Show a stored time, without telling anyone."""
        self.edit.show_text(clock(moment))
        self.set_error("")

    def _read(self, text: str) -> None:
        moment = parse_clock(text)
        if moment is None:
            self.set_error(self.tr("Det är inget klockslag. Skriv till exempel 13.00."))
            return
        self.edit.take(clock(moment))
        self.set_error("")
        self.committed.emit(moment)


class _Choice(QComboBox):
    """Is not changed by a passing mouse wheel."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceField(FieldFrame):
    """One of a few words; chosen carries the value behind it when a person chose another."""

    chosen = Signal(object)

    def __init__(self, label: str, choices: Sequence[tuple[object, str]], *, framed: bool = False) -> None:
        self.box = _Choice()
        if not framed:
            self.box.setProperty("inline", "true")
        super().__init__(label, self.box, inline=not framed)
        self._values = [value for value, _words in choices]
        self.box.addItems([words for _value, words in choices])
        self.box.activated.connect(self._tell)

    def value(self) -> object:
        """Return what is chosen."""
        return self._values[self.box.currentIndex()]

    def set_value(self, value: object) -> None:
        """Show a stored value, without telling anyone."""
        self.box.setCurrentIndex(self._values.index(value))

    def _tell(self) -> None:
        self.chosen.emit(self.value())


class Pair(QWidget):
    """Two fields side by side, their labels on one line."""

    def __init__(self, left: FieldFrame, right: FieldFrame) -> None:
        super().__init__()
        # Tells the panel that the text of the fields is already moved in.
        self.inline = left.inline
        line = row(self, gap=8)
        line.addWidget(left, 1, Qt.AlignmentFlag.AlignTop)
        line.addWidget(right, 1, Qt.AlignmentFlag.AlignTop)
