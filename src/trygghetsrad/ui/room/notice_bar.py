"""A quiet message across the room with one or two things to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from trygghetsrad.ui.components.buttons import Button, link_button, secondary_button
from trygghetsrad.ui.components.labels import IconLabel, plain_label
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, Tone, row

if TYPE_CHECKING:
    from collections.abc import Callable

_PICTURES = {Tone.INFO: (Icon.INFO, Ink.INFO), Tone.WARNING: (Icon.WARNING, Ink.WARNING)}


class NoticeBar(QFrame):
    """Words and deeds; hidden until it has something to say."""

    def __init__(self, tone: Tone = Tone.INFO) -> None:
        super().__init__()
        self.setProperty("banner", tone.value)
        self._words = plain_label("", wrap=True)
        self._line = row(self, gap=8, edge=(12, 4, 8, 4))
        self._line.addWidget(IconLabel(*_PICTURES[tone]), 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addWidget(self._words, 1)
        self.hide()

    def text(self) -> str:
        """Return what is said, or nothing when the bar is hidden."""
        return "" if self.isHidden() else self._words.text()

    def add_deed(self, text: str, deed: Callable[[], object], *, quiet: bool = False) -> Button:
        """Offer a deed; a quiet one is a link."""
        button = link_button(text) if quiet else secondary_button(text)
        button.clicked.connect(deed)
        self._line.addWidget(button)
        return button

    def say(self, text: str) -> None:
        """Show these words; an empty text hides the bar."""
        self._words.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
