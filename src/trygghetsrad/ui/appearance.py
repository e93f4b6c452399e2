"""How the window looks: chosen on the page Inställningar, remembered until next time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from trygghetsrad.ui.theme import Theme, apply_theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from trygghetsrad.ui.preferences import Preferences


class Appearance(QObject):
    """Shows the page what is chosen, and dresses the program when she chooses something else."""

    def __init__(self, app: QApplication, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._app, self._preferences = app, preferences

    @Slot(str, object)
    def join(self, key: str, page: Any) -> None:
        """Listen to a page that was made, if it is the one where looks are chosen."""
        if key == "settings":
            page.set_appearance(self._preferences.theme.value, self._preferences.text_size)
            page.theme_chosen.connect(self._choose_theme)
            page.text_size_chosen.connect(self._choose_text_size)

    @Slot(str)
    def _choose_theme(self, theme: str) -> None:
        self._preferences.theme = Theme(theme)
        self._dress()

    @Slot(int)
    def _choose_text_size(self, percent: int) -> None:
        self._preferences.text_size = percent
        self._dress()

    def _dress(self) -> None:
        apply_theme(self._app, self._preferences.theme, self._preferences.text_size)
