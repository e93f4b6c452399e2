"""Chips and segments: one of a few, chosen by a click or the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from trygghetsrad.ui.components.buttons import Button, ButtonKind
from trygghetsrad.ui.components.flow import FlowLayout
from trygghetsrad.ui.theme import row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.ui.icons import Icon


class Chip(Button):
    """A filter with how many it would show; stays pressed while it filters."""

    def __init__(self, text: str, count: int | None = None) -> None:
        super().__init__("", None, ButtonKind.CHIP)
        self.setCheckable(True)
        self._label = text
        self.set_count(count)

    def set_count(self, count: int | None) -> None:
        """Show another number after the words, or none."""
        self.set_text(self._label if count is None else f"{self._label} {count}")


class _Choice(QWidget):
    """Buttons of which exactly one is pressed; chosen carries its key when a person pressed it."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._buttons: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._tell)

    def selected(self) -> str:
        """Return the key of the pressed button, or an empty text."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def select(self, key: str) -> None:
        """Press a button without telling anyone."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def button(self, key: str) -> Button:
        """Return the button with this key."""
        return self._buttons[key]

    def _tell(self) -> None:
        self.chosen.emit(self.selected())


class ChipGroup(_Choice):
    """Filters in a line, in several lines when room is short."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._flow = FlowLayout(self, gap=8)

    def set_chips(self, chips: Sequence[tuple[str, str, int | None]]) -> None:
        """Show these chips (key, text, count); the pressed one stays pressed, else the first is."""
        kept = self.selected()
        if list(self._buttons) != [key for key, _text, _count in chips]:
            self._rebuild(chips)
        for key, _text, count in chips:
            chip = self._buttons[key]
            if isinstance(chip, Chip):
                chip.set_count(count)
        self.select(kept if kept in self._buttons else next(iter(self._buttons), ""))
        self.updateGeometry()

    def _rebuild(self, chips: Sequence[tuple[str, str, int | None]]) -> None:
        for old in self._buttons.values():
            self._group.removeButton(old)
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = {}
        for key, text, count in chips:
            chip = Chip(text, count)
            self._buttons[key] = chip
            self._group.addButton(chip)
            self._flow.addWidget(chip)
            chip.show()


class Segmented(_Choice):
    """Two or three ways to see the same thing, joined into one control."""

    def __init__(self, name: str, segments: Sequence[tuple[str, str, Icon | None]]) -> None:
        super().__init__(name)
        line = row(self, gap=0)
        for number, (key, text, icon) in enumerate(segments):
            button = Button(text, icon, ButtonKind.SEGMENT)
            button.setCheckable(True)
            button.setProperty("place", _place(number, len(segments)))
            self._buttons[key] = button
            self._group.addButton(button)
            line.addWidget(button)
        self.select(segments[0][0])

    def fold(self, *, folded: bool) -> None:
        """Show the pictures alone where room is short."""
        for button in self._buttons.values():
            button.fold(folded=folded)


def _place(number: int, total: int) -> str:
    if total == 1:
        return "only"
    return {0: "first", total - 1: "last"}.get(number, "middle")
