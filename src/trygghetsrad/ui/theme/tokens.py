"""The colours of the window in light and dark; every ink is readable on its ground."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a colour means: the state of a thing, never decoration."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    OK = "ok"
    WARNING = "warning"
    ERROR = "error"
    INFO = "info"


class Ink(StrEnum):
    """The colours that words may have."""

    TEXT = "text"
    SECONDARY = "secondary"
    PLACEHOLDER = "placeholder"
    ACCENT = "accent"
    OK = "ok"
    WARNING = "warning"
    ERROR = "error"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Colors:
    """One set of colours, as #RRGGBB."""

    text: str
    secondary: str
    placeholder: str
    window: str
    surface: str
    sunken: str
    rail: str
    hover: str
    selected: str
    line: str
    border: str
    accent: str
    on_accent: str
    accent_hover: str
    accent_pressed: str
    accent_soft: str
    ok: str
    ok_soft: str
    warning: str
    warning_soft: str
    error: str
    error_soft: str
    info: str
    info_soft: str
    focus: str
    toast: str
    on_toast: str
    toast_link: str

    def ink(self, ink: Ink | Tone) -> str:
        """Return the colour of words in this ink or of this tone."""
        if ink is Tone.NEUTRAL:
            return self.secondary
        return str(getattr(self, ink.value))

    def soft(self, tone: Tone) -> str:
        """Return the ground that words of this tone stand on."""
        if tone is Tone.NEUTRAL:
            return self.sunken
        return str(getattr(self, f"{tone.value}_soft"))


LIGHT_COLORS = Colors(
    text="#1A2530",
    secondary="#4E5B69",
    placeholder="#5F6C7A",
    window="#F4F6F8",
    surface="#FFFFFF",
    sunken="#EEF1F4",
    rail="#E9EEF2",
    hover="#E6ECF1",
    selected="#DCEBF1",
    line="#D5DCE3",
    border="#7C8896",
    accent="#0B5A75",
    on_accent="#FFFFFF",
    accent_hover="#094B62",
    accent_pressed="#073C4F",
    accent_soft="#E2F0F5",
    ok="#1A6B3C",
    ok_soft="#E3F3E9",
    warning="#7A4F00",
    warning_soft="#FFF2D1",
    error="#A3241B",
    error_soft="#FCE9E7",
    info="#3B4FA3",
    info_soft="#E9ECF9",
    focus="#1A2530",
    toast="#24313D",
    on_toast="#FFFFFF",
    toast_link="#66C2E0",
)

DARK_COLORS = Colors(
    text="#E8EDF2",
    secondary="#B3BECA",
    placeholder="#9BA8B5",
    window="#14181C",
    surface="#1D2329",
    sunken="#181D22",
    rail="#101418",
    hover="#28303A",
    selected="#1E3A47",
    line="#333C46",
    border="#7E8B99",
    accent="#66C2E0",
    on_accent="#05222D",
    accent_hover="#84CFE8",
    accent_pressed="#A2DBEE",
    accent_soft="#17323D",
    ok="#6FD39A",
    ok_soft="#15301F",
    warning="#F2C55C",
    warning_soft="#352A10",
    error="#FF9C92",
    error_soft="#3B1B19",
    info="#A9B6FF",
    info_soft="#222848",
    focus="#FFFFFF",
    toast="#E8EDF2",
    on_toast="#14181C",
    toast_link="#0B5A75",
)

# Grounds for a person's initials; white words on each, in both themes.
AVATAR_GROUNDS = ("#0B5A75", "#5B3A8E", "#8A2F52", "#8A4B00", "#3B4FA3", "#1A6B3C")
ON_AVATAR = "#FFFFFF"
# Behind the command palette, with its alpha.
SCRIM = "#73000000"
