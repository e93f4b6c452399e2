"""A small fact that can be pressed to change it, such as who and when under an action."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton

from trygghetsrad.ui.icons import Icon, icon as make_icon
from trygghetsrad.ui.theme import Ink, TextRole, follow_look, look


class FactButton(QToolButton):
    """Picture and words in small type; a fact that is missing asks for itself in the colour of warnings."""

    def __init__(self, icon: Icon, asks: str) -> None:
        super().__init__()
        self._icon, self._asks, self._fact = icon, asks, ""
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setAutoRaise(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        follow_look(self._restyle)

    def show_fact(self, fact: str) -> None:
        """Show the fact, or ask for it when there is none."""
        self._fact = fact
        self._restyle()

    def _restyle(self) -> None:
        ink = Ink.SECONDARY if self._fact else Ink.WARNING
        size = look().px(16)
        self.setFont(look().font(TextRole.CAPTION if self._fact else TextRole.CAPTION_STRONG))
        self.setIconSize(QSize(size, size))
        self.setIcon(make_icon(self._icon, look().ink(ink).name(), size=size))
        self.setText(f" {self._fact or self._asks} ")
        self.setAccessibleName(self._fact or self._asks)
        self.setMinimumHeight(look().px(26))
