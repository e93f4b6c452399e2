"""Buttons that say the deed: one primary on each page, the rest secondary, links or icons."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QToolButton
from typing_extensions import override

from trygghetsrad.ui.icons import Icon, icon as make_icon
from trygghetsrad.ui.theme import TextRole, follow_look, look

# Air between picture and words, in pixels at 100 %; Qt itself adds four.
_GAP = 5


class ButtonKind(StrEnum):
    """How much a button asks for attention."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    LINK = "link"
    RAIL = "rail"
    CHIP = "chip"
    SEGMENT = "segment"


class Button(QPushButton):
    """A button with words, an optional picture, and room to fold down to the picture alone."""

    def __init__(self, text: str, icon: Icon | None = None, kind: ButtonKind = ButtonKind.SECONDARY) -> None:
        super().__init__()
        self._text, self._icon, self._kind = text, icon, kind
        self._folded = False
        self._hint = ""
        self.setProperty("kind", kind.value)
        self.setAutoDefault(False)
        self.set_text(text)
        follow_look(self._restyle)

    def set_text(self, text: str) -> None:
        """Change the words; a screen reader always hears all of them."""
        self._text = text
        self.setAccessibleName(text)
        # A lone & would make Qt underline the next letter.
        self.setText("" if self._folded else text.replace("&", "&&"))
        self._tell()

    def set_icon(self, icon: Icon | None) -> None:
        """Change or remove the picture."""
        self._icon = icon
        self._restyle()

    def set_hint(self, hint: str) -> None:
        """Give a tooltip, such as the keys that do the same."""
        self._hint = hint
        self._tell()

    def fold(self, *, folded: bool) -> None:
        """Show the picture alone where room is short, with the words in the tooltip."""
        self._folded = folded and self._icon is not None
        self.set_text(self._text)
        self._restyle()

    def _tell(self) -> None:
        words = f"{self._text} ({self._hint})" if self._folded and self._hint else self._hint
        self.setToolTip(words or (self._text if self._folded else ""))

    def _color(self) -> str:
        colors = look().colors
        if self._kind is ButtonKind.PRIMARY:
            return colors.on_accent
        accented = self._kind is ButtonKind.LINK or (self.isCheckable() and self.isChecked())
        return colors.accent if accented else colors.secondary

    def _restyle(self) -> None:
        if self._icon is None:
            self.setIcon(QIcon())
            return
        size = look().px(20)
        gap = 0 if self._folded else look().px(_GAP)
        self.setIconSize(QSize(size + gap, size))
        filled = self._kind is ButtonKind.RAIL and self.isChecked()
        grey = look().colors.placeholder
        self.setIcon(make_icon(self._icon, self._color(), size=size, gap=gap, filled=filled, disabled=grey))

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self._kind in {ButtonKind.CHIP, ButtonKind.SEGMENT}:
            # Qt measures the words at rest; a pressed one is bold and must neither grow nor be cut.
            bold, rest = (QFontMetrics(look().font(role)) for role in (TextRole.STRONG, TextRole.BODY))
            hint += QSize(bold.horizontalAdvance(self.text()) - rest.horizontalAdvance(self.text()), 0)
        return hint


class IconButton(QToolButton):
    """A button that is only a picture; its name is heard and seen in the tooltip."""

    def __init__(self, icon: Icon, name: str, *, shortcut: str = "") -> None:
        super().__init__()
        self._icon = icon
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_name(name, shortcut)
        follow_look(self._restyle)

    def set_name(self, name: str, shortcut: str = "") -> None:
        """Change what the button is called, and which keys do the same."""
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({shortcut})" if shortcut else name)

    def set_icon(self, icon: Icon) -> None:
        """Change the picture."""
        self._icon = icon
        self._restyle()

    def set_menu(self, menu: QMenu) -> None:
        """Open this menu at a press, instead of doing one thing."""
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def color(self) -> str:
        """Return the colour of the picture; a subclass on another ground says another."""
        return look().colors.secondary

    def _restyle(self) -> None:
        size, side = look().px(20), look().px(32)
        self.setIconSize(QSize(size, size))
        self.setFixedSize(side, side)
        grey = look().colors.border
        self.setIcon(make_icon(self._icon, self.color(), size=size, disabled=grey))


def primary_button(text: str, icon: Icon | None = None) -> Button:
    """Return the one button on the page that is already the right one."""
    return Button(text, icon, ButtonKind.PRIMARY)


def secondary_button(text: str, icon: Icon | None = None) -> Button:
    """Return an ordinary button."""
    return Button(text, icon, ButtonKind.SECONDARY)


def link_button(text: str) -> Button:
    """Return words that lead somewhere."""
    button = Button(text, None, ButtonKind.LINK)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return button


def icon_button(icon: Icon, name: str, *, shortcut: str = "") -> IconButton:
    """Return a button that is only a picture, with a name for those who do not see it."""
    return IconButton(icon, name, shortcut=shortcut)
