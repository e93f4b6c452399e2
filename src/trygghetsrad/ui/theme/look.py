"""The look that is in force now: colours, text size, and how a widget hears of a new one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont

from trygghetsrad.ui.theme.tokens import LIGHT_COLORS, Colors, Ink, Tone

if TYPE_CHECKING:
    from collections.abc import Callable


class TextRole(StrEnum):
    """What a piece of text is; its size and weight follow."""

    CAPTION = "caption"
    CAPTION_STRONG = "caption_strong"
    BODY = "body"
    STRONG = "strong"
    MINUTES = "minutes"
    SUBTITLE = "subtitle"
    TITLE = "title"
    NUMBER = "number"


_TYPE: dict[TextRole, tuple[int, bool]] = {
    TextRole.CAPTION: (12, False),
    TextRole.CAPTION_STRONG: (12, True),
    TextRole.BODY: (14, False),
    TextRole.STRONG: (14, True),
    TextRole.MINUTES: (15, False),
    TextRole.SUBTITLE: (16, True),
    TextRole.TITLE: (22, True),
    TextRole.NUMBER: (26, True),
}


class Width(IntEnum):
    """How much room the window has, counted in the user's own text size."""

    NARROW = 0
    MEDIUM = 1
    WIDE = 2


def width_class(effective_width: float) -> Width:
    """Return the class of a window this many pixels wide divided by the text factor."""
    if effective_width >= 1320:
        return Width.WIDE
    return Width.MEDIUM if effective_width >= 1100 else Width.NARROW


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Colours, font and text size of the whole window."""

    colors: Colors = LIGHT_COLORS
    family: str = ""
    text_size: int = 100
    dark: bool = False
    high_contrast: bool = False

    @property
    def factor(self) -> float:
        """The user's text size as a factor, 1.0 at 100 %."""
        return self.text_size / 100

    def px(self, size: float) -> int:
        """Scale a size of the token file by the user's text size."""
        return round(size * self.text_size / 100)

    def font(self, role: TextRole = TextRole.BODY) -> QFont:
        """Return the font of a kind of text."""
        size, strong = _TYPE[role]
        font = QFont(self.family) if self.family else QFont()
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font

    def ink(self, ink: Ink | Tone) -> QColor:
        """Return the colour of words as Qt wants it."""
        return QColor(self.colors.ink(ink))


class _Current(QObject):
    """Holds the look in force, as QApplication holds the palette."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.look = Look()

    def set(self, new: Look) -> None:
        self.look = new
        self.changed.emit()


current = _Current()


def look() -> Look:
    """Return the look in force."""
    return current.look


def follow_look(restyle: Callable[[], None]) -> None:
    """Dress a widget now and again at every new look; give a method of the widget, never a lambda."""
    current.changed.connect(restyle)
    restyle()
