"""One person in the list of who is there: a tick, a name and what sets this one apart."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QMenu, QWidget

from trygghetsrad.ui.components.buttons import IconButton, icon_button
from trygghetsrad.ui.components.labels import ElidedLabel
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, row


class CheckRow(QWidget):
    """Tick, name and note; ticked carries the new state when a person changed it."""

    ticked = Signal(bool)

    def __init__(self, text: str, *, checked: bool = False, note: str = "") -> None:
        super().__init__()
        self.box = QCheckBox(text)
        self.more: IconButton | None = None
        self._text = text
        self._note = ElidedLabel("", TextRole.CAPTION, Ink.SECONDARY)
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._line = row(self, gap=4)
        self._line.addWidget(self.box)
        self._line.addWidget(self._note, 1)
        self.setFocusProxy(self.box)
        self.set_checked(checked=checked)
        self.set_note(note)
        self.box.clicked.connect(self.ticked)

    def is_checked(self) -> bool:
        """Say whether the row is ticked."""
        return self.box.isChecked()

    def set_checked(self, *, checked: bool) -> None:
        """Show a stored state, without telling anyone."""
        self.box.setChecked(checked)

    def set_note(self, note: str) -> None:
        """Say what sets this one apart, such as ersättare för Karin Öhman."""
        self._note.set_whole(note)
        self.box.setAccessibleName(f"{self._text}, {note}" if note else self._text)

    def has_room_for(self, note: str) -> bool:
        """Say whether a note stands whole beside the name, as wide as the row is now."""
        aside = [self.box, self.more] if self.more else [self.box]
        taken = sum(max(one.sizeHint().width(), one.minimumWidth()) + self._line.spacing() for one in aside)
        return taken + self._note.fontMetrics().horizontalAdvance(note) <= self.width()

    def set_menu(self, menu: QMenu) -> None:
        """Offer what else can be said of this one behind a button with three dots."""
        self.more = icon_button(Icon.MORE_HORIZONTAL, self.tr("Mer om {name}").format(name=self._text))
        self.more.set_menu(menu)
        self._line.addWidget(self.more)
