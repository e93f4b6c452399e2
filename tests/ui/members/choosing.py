"""Choosing in a drop-down as a person does at the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.hands import press

if TYPE_CHECKING:
    from trygghetsrad.ui.components.choice_field import ChoiceField


def pick(field: ChoiceField, key: object) -> None:
    """Walk with the arrow keys to a choice; every step on the way counts as chosen."""
    box = field.box
    keys = [box.itemData(place) for place in range(box.count())]
    box.setFocus()
    steps = keys.index(key) - box.currentIndex()
    for _ in range(abs(steps)):
        press(box, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
