"""Numbers of things in words: 1 möte, 3 möten, 1 234 invånare."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_NO_BREAK_SPACE = "\u00a0"


def plural(count: int, one: str, many: str) -> str:
    """Return the count with the word that goes with it."""
    return f"{grouped(count)} {one if count == 1 else many}"


def grouped(count: int) -> str:
    """Return a whole number with its thousands parted by a space that never breaks a line."""
    return f"{count:,}".replace(",", _NO_BREAK_SPACE).replace("-", "−")


def listed(parts: Sequence[str]) -> str:
    """Return "a, b och c"."""
    *first, last = parts or ("",)
    return f"{', '.join(first)} och {last}" if first else last
