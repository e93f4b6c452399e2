"""Which § a paper is to hold: a chip for each, pressed when it is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trygghetsrad.ui.components.choices import Chip
from trygghetsrad.ui.components.flow import FlowLayout
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.theme import Ink, TextRole, column

if TYPE_CHECKING:
    from collections.abc import Sequence


class SectionChips(QWidget):
    """One or several; the last one pressed cannot be let go, since an extract of nothing says nothing."""

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._chips: dict[int, Chip] = {}
        self._shown: tuple[tuple[int, str], ...] = ()
        chips = QWidget()
        self._flow = FlowLayout(chips, gap=8)
        lines = column(self, gap=4)
        lines.addWidget(plain_label(name, TextRole.CAPTION, Ink.SECONDARY))
        lines.addWidget(chips)

    def show_sections(self, sections: Sequence[tuple[int, str]], chosen: Sequence[int]) -> None:
        """Show these numbers with the titles of their points; the chosen ones are pressed."""
        if tuple(sections) != self._shown:
            self._rebuild(sections)
        for number, chip in self._chips.items():
            chip.setChecked(number in chosen)
        self.updateGeometry()

    def numbers(self) -> tuple[int, ...]:
        """Return the pressed numbers."""
        return tuple(number for number, chip in self._chips.items() if chip.isChecked())

    def chip(self, number: int) -> Chip:
        """Return the chip of a number."""
        return self._chips[number]

    def _rebuild(self, sections: Sequence[tuple[int, str]]) -> None:
        for old in self._chips.values():
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown, self._chips = tuple(sections), {}
        for number, title in sections:
            if number not in self._chips:
                self._chips[number] = self._made(number, title)

    def _made(self, number: int, title: str) -> Chip:
        chip = Chip(str(number))
        chip.set_hint(title)
        chip.setAccessibleName(f"{number} {title}")
        chip.clicked.connect(lambda: self._take(number))
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _take(self, number: int) -> None:
        if not self.numbers():
            self._chips[number].setChecked(True)
            return
        self.chosen.emit(self.numbers())
