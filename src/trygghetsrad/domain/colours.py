"""The council's own colour on its papers: read as it is written, and dark enough for everyone to see."""

from __future__ import annotations

import re

from trygghetsrad.domain.errors import Refused

STANDARD = "#0B5A75"
PRESETS = (
    ("Petrol", STANDARD),
    ("Blå", "#1D4F91"),
    ("Marinblå", "#1B2F5B"),
    ("Grön", "#2B6B3F"),
    ("Röd", "#A3241B"),
    ("Vinröd", "#7A1F3D"),
    ("Lila", "#5B3A86"),
    ("Brun", "#6B4423"),
    ("Grå", "#44515E"),
)
LEAST_CONTRAST = 4.5
"""For text of ordinary size (WCAG 2.1, 1.4.3)."""

_TINTED = 0.08
_STEP = 0.97
_HEX = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_STORED = re.compile("#[0-9A-Fa-f]{6}")
_THREE = re.compile(r"(?:rgb)?\W*(\d{1,3})\D+(\d{1,3})\D+(\d{1,3})\W*", re.IGNORECASE)
_MOST = 255
_SHORT = 3

Parts = tuple[int, int, int]


def parse_colour(text: str) -> str:
    """Return "#0B5A75" for a colour written as in a graphic profile: #0B5A75, 0b5a75 or RGB 11, 90, 117.

    Nothing stays nothing, the program's own colour. Raises Refused.
    """
    text = text.strip()
    if not text:
        return ""
    if found := _HEX.fullmatch(text):
        digits = found[1]
        return f"#{''.join(digit * 2 for digit in digits) if len(digits) == _SHORT else digits}".upper()
    if found := _THREE.fullmatch(text):
        red, green, blue = (int(part) for part in found.groups())
        if max(red, green, blue) <= _MOST:
            return _hex((red, green, blue))
    raise Refused(f"”{text}” är ingen färg. Den gamla är kvar. Skriv till exempel #0B5A75 eller 11, 90, 117.")


def printable(colour: str) -> str:
    """Return the colour, darkened until text in it can be read on white and on its own tint.

    What is no colour, as in a file that another program wrote in, gives the program's own.
    """
    parts = _parts(colour if _STORED.fullmatch(colour) else STANDARD)
    while contrast(_hex(parts), tint(_hex(parts))) < LEAST_CONTRAST:
        red, green, blue = (int(part * _STEP) for part in parts)
        parts = red, green, blue
    return _hex(parts)


def tint(colour: str) -> str:
    """Return the pale shade that stands behind text."""
    red, green, blue = (round(_MOST - (_MOST - part) * _TINTED) for part in _parts(colour))
    return _hex((red, green, blue))


def contrast(one: str, other: str) -> float:
    """Return how far two colours are apart, from 1 to 21 (WCAG 2.1)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (part / _MOST for part in _parts(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> Parts:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _hex(parts: Parts) -> str:
    return f"#{parts[0]:02X}{parts[1]:02X}{parts[2]:02X}"
