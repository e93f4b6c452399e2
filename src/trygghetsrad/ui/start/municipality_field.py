"""The field where she writes her municipality: by name, with or without rings and dots, or by code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QSizePolicy
from typing_extensions import override

from trygghetsrad.domain.errors import UnknownMunicipality
from trygghetsrad.domain.sorting import fold
from trygghetsrad.services.municipalities import municipalities, municipality
from trygghetsrad.ui.components.inline_field import FieldFrame

if TYPE_CHECKING:
    from trygghetsrad.domain.council import Municipality

_MOST_SUGGESTED = 12


def suggestions(text: str) -> list[str]:
    """Return the names that begin with the text, then those that hold it; digits are a code."""
    typed = text.strip()
    if typed.isdigit():
        return [one.name for one in municipalities() if one.code.startswith(typed)][:_MOST_SUGGESTED]
    wanted = fold(typed).removesuffix(" kommun")
    names = [one.name for one in municipalities()]
    beginning = [name for name in names if fold(name).startswith(wanted)]
    inside = [name for name in names if wanted in fold(name) and name not in beginning]
    return (beginning + inside)[:_MOST_SUGGESTED]


class MunicipalityField(FieldFrame):
    """Suggests while she writes; found gives the municipality, or says beside the field what is wrong."""

    changed = Signal()

    def __init__(self) -> None:
        self.box = QComboBox()
        super().__init__(self.tr("Kommun"), self.box, inline=False)
        self.line = QLineEdit()
        self._suggested = QStringListModel(self)
        self._set_up_box()
        self.line.textEdited.connect(self._suggest)
        self.line.editingFinished.connect(self._complete)

    def text(self) -> str:
        """Return what stands in the field."""
        return self.line.text().strip()

    def found(self) -> Municipality | None:
        """Return the municipality that is written; without one, say so beside the field."""
        try:
            one = municipality(self.text())
        except UnknownMunicipality:
            one = None
        if one is None or one not in municipalities():
            self.set_error(self._problem())
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        self.set_error("")
        return one

    def _problem(self) -> str:
        if not self.text():
            return self.tr("Skriv vilken kommun rådet hör till.")
        return self.tr("Det finns ingen kommun som heter så. Välj i listan eller skriv kommunkoden.")

    def _set_up_box(self) -> None:
        box, line = self.box, self.line
        everyone, popup = QListView(), QListView()
        popup.setProperty("popup", "true")
        for part in (line, everyone, popup):
            part.setAccessibleName(self.tr("Kommun"))
        box.setEditable(True)
        box.setLineEdit(line)
        box.setView(everyone)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.addItems([one.name for one in municipalities()])
        box.setCurrentIndex(-1)
        line.setPlaceholderText(self.tr("Börja skriva, till exempel Nor"))
        completer = QCompleter(self._suggested, self)
        # What fits is chosen by our own rule, since Qt's does not know that a may be å or ä.
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setPopup(popup)
        box.setCompleter(completer)

    @Slot(str)
    def _suggest(self, text: str) -> None:
        self.set_error("")
        self._suggested.setStringList(suggestions(text) if text.strip() else [])
        self.changed.emit()

    @Slot()
    def _complete(self) -> None:
        """Write out the name when there is only one it can be."""
        found = suggestions(self.text()) if self.text() else []
        if len(found) == 1:
            self.line.setText(found[0])

    @override
    def set_label(self, label: str) -> None:
        super().set_label(label)
        self.line.setAccessibleName(label)
