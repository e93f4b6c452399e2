"""What the cards of the settings share: fields side by side, and one way to store a setting."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.theme import row

if TYPE_CHECKING:
    from trygghetsrad.domain.council import Council
    from trygghetsrad.ui.components.inline_field import FieldFrame

Store = Callable[[str, object], str]
"""Stores one setting by name; returns the sentence of a refusal, or nothing."""


class SettingsCard(Card):
    """One group of settings; each field is stored by itself when it is left."""

    def __init__(self, title: str, store: Store) -> None:
        super().__init__(title, gap=10, edge=(16, 12, 16, 16))
        self._store = store

    def show_council(self, council: Council) -> None:
        """Show what is stored."""
        raise NotImplementedError

    def keep(self, field: FieldFrame, name: str, value: object) -> None:
        """Store a value; a refusal stands under its field."""
        field.set_error(self._store(name, value))


def beside(*fields: QWidget) -> QWidget:
    """Return fields side by side, equally wide."""
    whole = QWidget()
    line = row(whole, gap=12)
    for field in fields:
        line.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return whole
