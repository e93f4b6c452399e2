"""One of a short list, such as the kind of an item or the state of an action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListView, QSizePolicy

from trygghetsrad.ui.components.calm_boxes import CalmComboBox
from trygghetsrad.ui.components.inline_field import FieldFrame

if TYPE_CHECKING:
    from collections.abc import Sequence


class ChoiceField(FieldFrame):
    """A drop-down with its label; chosen carries the key when a person chose another."""

    chosen = Signal(object)

    def __init__(
        self, label: str, options: Sequence[tuple[object, str]] = (), *, framed: bool = False
    ) -> None:
        self.box = CalmComboBox()
        self.box.setProperty("inline", "false" if framed else "true")
        super().__init__(label, self.box, inline=not framed)
        self._current: object = None
        everything = QListView()
        everything.setAccessibleName(label)
        self.box.setView(everything)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.setMinimumContentsLength(6)
        self.box.activated.connect(self._take)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer these (key, words); what is chosen stays chosen if it is still there."""
        kept = self._current
        self.box.clear()
        for key, words in options:
            self.box.addItem(words, key)
        self.set_current(kept)

    def current(self) -> object:
        """Return the key shown, or None."""
        return self._current

    def set_current(self, key: object) -> None:
        """Show a stored choice, without telling anyone; an unknown key shows nothing."""
        keys = [self.box.itemData(place) for place in range(self.box.count())]
        self._current = key if key in keys else None
        self.box.setCurrentIndex(keys.index(key) if key in keys else -1)

    def _take(self, place: int) -> None:
        key = self.box.itemData(place)
        if key != self._current:
            self._current = key
            self.chosen.emit(key)
