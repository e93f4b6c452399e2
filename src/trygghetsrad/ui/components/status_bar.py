"""The line at the bottom: is everything stored, and is there a copy."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from trygghetsrad.ui.components.labels import ElidedLabel, IconLabel
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, follow_look, look, row


class StatusBar(QFrame):
    """Tells at the left that all is stored, at the right when the last copy was made."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "status")
        self._picture = IconLabel(Icon.CHECKMARK, Ink.OK, size=16)
        self._left = ElidedLabel("", TextRole.CAPTION, Ink.SECONDARY)
        self._right = ElidedLabel("", TextRole.CAPTION, Ink.SECONDARY)
        line = row(self, gap=6, edge=(20, 0, 20, 0))
        line.addWidget(self._picture)
        line.addWidget(self._left, 1)
        line.addWidget(self._right)
        self._picture.hide()
        follow_look(self._restyle)

    def set_left(self, text: str, *, calm: bool = True) -> None:
        """Say how the storing goes; calm is False when something is not stored."""
        self._left.set_whole(text)
        self._picture.setVisible(bool(text))
        if calm:
            self._picture.set_icon(Icon.CHECKMARK, Ink.OK)
        else:
            self._picture.set_icon(Icon.WARNING, Ink.WARNING)

    def set_right(self, text: str) -> None:
        """Say when the last copy was made."""
        self._right.set_whole(text)

    def texts(self) -> tuple[str, str]:
        """Return what is said at the left and at the right."""
        return self._left.whole(), self._right.whole()

    def _restyle(self) -> None:
        self.setFixedHeight(look().px(26))
