"""Choose a person by typing any part of the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QSizePolicy
from typing_extensions import override

from trygghetsrad.ui.components.calm_boxes import CalmComboBox
from trygghetsrad.ui.components.inline_field import FieldFrame
from trygghetsrad.ui.theme import follow_look, look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent


class _PersonBox(CalmComboBox):
    """Tells when it is left, and is not changed by a passing mouse wheel."""

    left = Signal()
    entered = Signal()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
            event.accept()


class PersonPicker(FieldFrame):
    """A field with suggestions; picked carries the key, or the words when free text is allowed.

    An emptied field carries None.
    """

    picked = Signal(object)

    def __init__(self, label: str, *, free_text: bool = False, framed: bool = False) -> None:
        self.box = _PersonBox()
        self.box.setEditable(True)
        self.box.setProperty("inline", "false" if framed else "true")
        super().__init__(label, self.box, inline=not framed)
        self._free_text = free_text
        self._current: object = None
        self._set_up_box(label)
        self.box.activated.connect(self._take)
        self.box.left.connect(self._take_typed)
        self.box.entered.connect(self._take_typed)
        follow_look(self._restyle)

    def set_people(self, people: Sequence[tuple[object, str]]) -> None:
        """Offer these (key, name); who is chosen stays chosen."""
        kept = self._current
        self.box.clear()
        for key, name in people:
            self.box.addItem(name, key)
        self.set_current(kept)

    def current(self) -> object:
        """Return the key chosen, the words written, or None."""
        return self._current

    def set_current(self, key: object) -> None:
        """Show a stored choice, without telling anyone; words not among the people are shown as written."""
        self._current = key
        place = self._place_of(key)
        self.box.setCurrentIndex(place)
        if place < 0:
            self.box.setEditText(key if isinstance(key, str) and self._free_text else "")

    def _set_up_box(self, label: str) -> None:
        line, suggestions, everyone = QLineEdit(), QListView(), QListView()
        suggestions.setProperty("popup", "true")
        for part in (line, suggestions, everyone):
            part.setAccessibleName(label)
        self.box.setLineEdit(line)
        self.box.setView(everyone)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.setMinimumContentsLength(8)
        completer = QCompleter(self.box.model(), self.box)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setPopup(suggestions)
        self.box.setCompleter(completer)

    def _place_of(self, key: object) -> int:
        keys = [self.box.itemData(place) for place in range(self.box.count())]
        return keys.index(key) if key is not None and key in keys else -1

    def _take(self, place: int) -> None:
        self._settle(self.box.itemData(place))

    def _take_typed(self) -> None:
        text = self.box.currentText().strip()
        if not text:
            self._settle(None)
            return
        place = self.box.findText(text, Qt.MatchFlag.MatchFixedString)
        if place >= 0:
            self._settle(self.box.itemData(place))
        elif self._free_text:
            self._settle(text)
        else:
            self.set_error(self.tr("Ingen heter så. Välj i listan eller lägg till personen först."))

    def _settle(self, value: object) -> None:
        self.set_error("")
        changed = value != self._current
        self.set_current(value)
        if changed:
            self.picked.emit(value)

    def _restyle(self) -> None:
        self.box.view().setMinimumWidth(look().px(220))
