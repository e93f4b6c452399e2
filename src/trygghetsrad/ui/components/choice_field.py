"""One of a few things to choose from, with its label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy
from typing_extensions import override

from trygghetsrad.ui.components.inline_field import FieldFrame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QWheelEvent


class _ChoiceBox(QComboBox):
    """Is not changed by a passing mouse wheel."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceField(FieldFrame):
    """A drop-down; chosen carries the key when a person chose another."""

    chosen = Signal(object)

    def __init__(
        self, label: str, choices: Sequence[tuple[object, str]] = (), *, framed: bool = False
    ) -> None:
        self.box = _ChoiceBox()
        self.box.setProperty("inline", "false" if framed else "true")
        super().__init__(label, self.box, inline=not framed)
        self._keys: list[object] = []
        self._current: object = None
        view = QListView()
        view.setAccessibleName(label)
        self.box.setView(view)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        self.box.activated.connect(self._tell)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Offer these (key, words); what is chosen stays chosen."""
        self._keys = [key for key, _words in choices]
        self.box.clear()
        self.box.addItems([words for _key, words in choices])
        self.set_current(self._current)

    def current(self) -> object:
        """Return the key shown, or None."""
        return self._current

    def set_current(self, key: object) -> None:
        """Show a stored choice, without telling anyone."""
        self._current = key
        self.box.setCurrentIndex(self._keys.index(key) if key in self._keys else -1)

    def choose(self, key: object) -> None:
        """Choose as a person does."""
        self.set_current(key)
        self.chosen.emit(key)

    def _tell(self, place: int) -> None:
        key = self._keys[place]
        if key != self._current:
            self.choose(key)
