"""A lasting message across the page: what happened, what is safe, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget
from shiboken6 import isValid
from typing_extensions import override

from trygghetsrad.ui.components.buttons import Button, IconButton, icon_button, secondary_button
from trygghetsrad.ui.components.labels import IconLabel, plain_label
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, Tone, column, row

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_PICTURES = {
    Tone.INFO: (Icon.INFO, Ink.INFO),
    Tone.WARNING: (Icon.WARNING, Ink.WARNING),
    Tone.ERROR: (Icon.ERROR_CIRCLE, Ink.ERROR),
}


class Banner(QFrame):
    """Stays until it is closed or the reason is gone; tone is INFO, WARNING or ERROR."""

    action_clicked = Signal()
    closed = Signal()

    def __init__(self, text: str, tone: Tone = Tone.INFO, *, action: str = "", closable: bool = True) -> None:
        super().__init__()
        picture, ink = _PICTURES[tone]
        self.setProperty("banner", tone.value)
        self.setAccessibleName(text)
        self.setAccessibleDescription(text)
        self.close_button: IconButton | None = None
        self._words = plain_label(text, wrap=True, selectable=True)
        line = row(self, gap=12, edge=(12, 6, 6, 6))
        line.addWidget(IconLabel(picture, ink), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._words, 1)
        self._line = line
        self.action: Button | None = None
        if action:
            self.action = self.add_action(action)
            self.action.clicked.connect(self.action_clicked)
        if closable:
            self.close_button = icon_button(Icon.DISMISS, self.tr("Stäng meddelandet"))
            self.close_button.clicked.connect(self._close)
            line.addWidget(self.close_button)

    def text(self) -> str:
        """Return the message."""
        return self._words.text()

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._words.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(text)

    def add_action(self, label: str) -> Button:
        """Offer a deed after the words; the button is returned to be listened to."""
        button = secondary_button(label)
        last = self._line.count() - (1 if self.close_button else 0)
        self._line.insertWidget(last, button)
        return button

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.close_button:
            self._close()
        else:
            super().keyPressEvent(event)


class BannerArea(QWidget):
    """The place of a window's banners; takes no room while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = column(self, gap=8, edge=(20, 12, 20, 0))
        self._banners: list[Banner] = []
        self.hide()

    def add(self, banner: Banner) -> None:
        """Show a banner below the others until it is closed, hidden or deleted."""
        self._banners.append(banner)
        self._lines.addWidget(banner)
        banner.installEventFilter(self)
        banner.destroyed.connect(self._tidy)
        self.show()
        banner.show()

    def texts(self) -> list[str]:
        """Return the messages shown."""
        return [banner.text() for banner in self._shown()]

    def _shown(self) -> list[Banner]:
        self._banners = [banner for banner in self._banners if isValid(banner)]
        return [banner for banner in self._banners if not banner.isHidden()]

    def _tidy(self) -> None:
        self.setVisible(bool(self._shown()))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.HideToParent, QEvent.Type.ShowToParent}:
            self._tidy()
        return super().eventFilter(watched, event)
