"""What the cards of the settings share: fields side by side, and one way to store a setting."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.theme import row

if TYPE_CHECKING:
    from trygghetsrad.domain.council import Council
    from trygghetsrad.ui.components.inline_field import FieldFrame, InlineField

Store = Callable[[str, object], str]
"""Stores one setting by name; returns the sentence of a refusal, or nothing."""


class SettingsCard(Card):
    """One group of settings; each field is stored by itself when it is left.

    typed carries the name of a setting and what stands in its field, before it is stored.
    """

    typed = Signal(str, object)

    def __init__(self, title: str, store: Store) -> None:
        super().__init__(title, gap=10, edge=(16, 12, 16, 16))
        self._store = store
        self._hints: dict[FieldFrame, str] = {}

    def show_council(self, council: Council) -> None:
        """Show what is stored."""
        raise NotImplementedError

    def listen(self, field: InlineField, name: str) -> None:
        """Tell of every letter typed, so that the paper beside the settings can follow."""
        field.edit.textEdited.connect(partial(self.typed.emit, name))
        field.edit.restored.connect(lambda: self.typed.emit(name, field.edit.text()))

    def keep(self, field: FieldFrame, name: str, value: object) -> None:
        """Store a value; a refusal stands under its field, else what helps to fill it in."""
        if refusal := self._store(name, value):
            field.set_error(refusal)
        else:
            field.set_hint(self._hints.get(field, ""))

    def explain(self, field: FieldFrame, words: str) -> None:
        """Say something helpful below a field, as long as it is not wrong."""
        self._hints[field] = words
        field.set_hint(words)


def beside(*fields: QWidget) -> QWidget:
    """Return fields side by side, equally wide."""
    whole = QWidget()
    line = row(whole, gap=12)
    for field in fields:
        line.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return whole
