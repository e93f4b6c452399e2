"""A whole number, such as the minutes planned for an item."""

from __future__ import annotations

from PySide6.QtCore import Signal

from trygghetsrad.ui.components.calm_boxes import CalmSpinBox
from trygghetsrad.ui.components.inline_field import FieldFrame
from trygghetsrad.ui.theme import follow_look, look


class NumberField(FieldFrame):
    """Up and down by buttons or arrow keys; committed comes when it is left, if the number changed."""

    committed = Signal(int)

    def __init__(
        self, label: str, value: int = 0, *, minimum: int = 0, maximum: int = 999, unit: str = ""
    ) -> None:
        self.box = CalmSpinBox()
        super().__init__(label, self.box, inline=False)
        self.box.setRange(minimum, maximum)
        self.box.setSuffix(f" {unit}" if unit else "")
        self._stored = value
        self.box.setValue(value)
        self.box.editingFinished.connect(self._commit)
        follow_look(self._restyle)

    def value(self) -> int:
        """Return the number in the field."""
        return self.box.value()

    def set_value(self, value: int) -> None:
        """Show a stored number, without telling anyone."""
        self._stored = value
        self.box.setValue(value)

    def _commit(self) -> None:
        if self.box.value() != self._stored:
            self._stored = self.box.value()
            self.committed.emit(self._stored)

    def _restyle(self) -> None:
        # Qt gives a spin box no padding at its left from a style sheet.
        self.box.lineEdit().setTextMargins(look().px(10), 0, 0, 0)
        self.box.setFixedHeight(look().px(34))
