"""A message inside a panel, with a button below the words because the panel is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from trygghetsrad.ui.components.buttons import secondary_button
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.theme import Tone, column


class Note(QFrame):
    """Hidden as long as there is nothing to say."""

    action_clicked = Signal()

    def __init__(self, tone: Tone = Tone.WARNING) -> None:
        super().__init__()
        self.setProperty("banner", tone.value)
        self._words = plain_label("", wrap=True, selectable=True)
        self.action = secondary_button("")
        body = column(self, gap=8, edge=(12, 8, 12, 10))
        body.addWidget(self._words)
        body.addWidget(self.action, 0, Qt.AlignmentFlag.AlignLeft)
        self.action.clicked.connect(self.action_clicked)
        self.say("")

    def text(self) -> str:
        """Return what is said, or nothing."""
        return self._words.text()

    def say(self, words: str, *, action: str = "") -> None:
        """Say this; an empty text takes the note away."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.action.set_text(action)
        self.action.setVisible(bool(action))
        self.setVisible(bool(words))
