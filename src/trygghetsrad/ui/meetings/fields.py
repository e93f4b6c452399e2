"""Fields that only meetings have: a time of day, a choice of a few, and a day with advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from trygghetsrad.domain.clock import clock, parse_clock
from trygghetsrad.ui.components.inline_field import CommitEdit, FieldFrame

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import time

    from PySide6.QtGui import QWheelEvent


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
