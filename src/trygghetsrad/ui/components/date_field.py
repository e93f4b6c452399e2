"""A day typed as people say it: 8 dec, fre v 50, +14; shown back with weekday and week."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from trygghetsrad.ui.components.inline_field import CommitEdit, FieldFrame

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}


def weekday_and_week(day: date) -> str:
    """Return for example "fredag, vecka 51"; weeks as in ISO 8601."""
    return f"{WEEKDAYS[day.weekday()]}, vecka {day.isocalendar().week}"


class _DayEdit(CommitEdit):
    """Steps a day or a week by the arrow and page keys."""

    stepped = Signal(int)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        days = _STEPS.get(Qt.Key(event.key()))
        if days is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(days)


class DateField(FieldFrame):
    """Any way to write a day, read by the function given; committed carries a date, or None when emptied."""

    committed = Signal(object)

    def __init__(
        self,
        label: str,
        parse: Callable[[str], date | None],
        day: date | None = None,
        *,
        describe: Callable[[date], str] = weekday_and_week,
        framed: bool = False,
    ) -> None:
        self.edit = _DayEdit(inline=not framed)
        super().__init__(label, self.edit, inline=not framed)
        self._parse, self._describe = parse, describe
        self._day: date | None = None
        self.edit.setPlaceholderText(self.tr("8 dec, fre v 50 eller +14"))
        self.edit.committed.connect(self._read)
        self.edit.textEdited.connect(self._preview)
        self.edit.stepped.connect(self._step)
        self.edit.restored.connect(self._show_hint)
        self.set_day(day)

    def day(self) -> date | None:
        """Return the day as last understood."""
        return self._day

    def set_day(self, day: date | None) -> None:
        """Show a stored day, without telling anyone."""
        self._day = day
        self.edit.show_text(day.isoformat() if day else "")
        self._show_hint()

    def _show_hint(self) -> None:
        self.set_hint(self._describe(self._day) if self._day else "")

    def _preview(self, text: str) -> None:
        day = self._parse(text) if text.strip() else None
        self.set_hint(f"{day.isoformat()}, {self._describe(day)}" if day else "")

    def _read(self, text: str) -> None:
        day = self._parse(text) if text else None
        if text and day is None:
            self.edit.refuse(self._day.isoformat() if self._day else "")
            self.set_error(
                self.tr("Det gick inte att läsa som en dag. Skriv till exempel 8 dec eller fre v 50.")
            )
            return
        changed = day != self._day
        self._day = day
        self.edit.take(day.isoformat() if day else "")
        self._show_hint()
        if changed:
            self.committed.emit(day)

    def _step(self, days: int) -> None:
        start = self._parse(self.edit.text()) or self._day
        if start is not None:
            self.edit.setText((start + timedelta(days=days)).isoformat())
            self._preview(self.edit.text())
