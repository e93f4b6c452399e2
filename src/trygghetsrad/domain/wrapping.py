"""Breaks text into lines of a given width, for drawings on paper and screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_ELLIPSIS = "…"


# What letters take of the size of the text, in a common sans serif; a little more than most do.
_NARROW, _SLIM, _WIDE = frozenset("iljI.,:;'|!()[] "), frozenset("frtJ-/"), frozenset("mwMW…%@")


def estimated_width(text: str) -> float:
    """Return about how wide a text is, in heights of its letters, for those who cannot measure it."""
    return sum(_share(letter) for letter in text)


def _share(letter: str) -> float:
    if letter in _NARROW:
        return 0.29
    if letter in _SLIM:
        return 0.38
    if letter in _WIDE:
        return 0.86
    return 0.66 if letter.isupper() else 0.55


def wrapped(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Return the lines, broken between words only: a word wider than the width stands alone."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines or [""]


def wrapped_whole(text: str, width: float, measure: Callable[[str], float], most: int) -> list[str]:
    """Return so many lines at most, none wider than the width: long words are parted, the rest cut short."""
    lines = [piece for line in wrapped(text, width, measure) for piece in _parted(line, width, measure)]
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], shortened(f"{lines[most - 1]} {lines[most]}", width, measure)]


def shortened(text: str, width: float, measure: Callable[[str], float]) -> str:
    """Return the text, or as much of it as has room before three dots."""
    if measure(text) <= width:
        return text
    while text and measure(f"{text}{_ELLIPSIS}") > width:
        text = text[:-1]
    return f"{text.rstrip()}{_ELLIPSIS}"


def _parted(line: str, width: float, measure: Callable[[str], float]) -> list[str]:
    pieces = []
    while measure(line) > width and len(line) > 1:
        at = len(line) - 1
        while at > 1 and measure(f"{line[:at]}-") > width:
            at -= 1
        pieces.append(f"{line[:at]}-")
        line = line[at:]
    return [*pieces, line]
