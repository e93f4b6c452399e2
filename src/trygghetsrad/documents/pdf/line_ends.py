"""Keeps words apart for those who listen: a line that was wrapped still ends with its space."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reportlab.lib.enums import TA_LEFT

from trygghetsrad.documents.hyphens import SOFT_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Sequence


def mend_line_ends(paragraph: Any, source: str, start: int) -> None:
    """Add the space that wrapping took from each line; a word cut in two gets none.

    A hyphen that only parts a word becomes a soft one, which is seen but not read.
    The text of the paragraph begins at a place in the source, which holds all its parts.
    """
    if paragraph.style.alignment != TA_LEFT:
        return
    lines = paragraph.blPara.lines
    place = start
    for number, line in enumerate(lines):
        parted = _is_parted(line, source, place)
        place = _after_line(line, source, place)
        if parted:
            lines[number] = _with_soft_hyphen(line)
        elif source[place : place + 1].isspace():
            lines[number] = _with_space(line)


def place_after(lines: Sequence[Any], source: str, start: int) -> int:
    """Return the place in the source where the text after these lines begins."""
    place = start
    for line in lines:
        place = _after_line(line, source, place)
    return place


def _after_line(line: Any, source: str, place: int) -> int:
    return _after(source, place, _letters(_text(line)) - _is_parted(line, source, place))


def _is_parted(line: Any, source: str, place: int) -> bool:
    """Tell whether the line ends with a hyphen that is not in the text."""
    text = _text(line)
    if not text.endswith("-"):
        return False
    at = _after(source, place, _letters(text) - 1)
    return source[at : at + 1] == SOFT_HYPHEN


def _letters(text: str) -> int:
    return len("".join(text.split()).replace(SOFT_HYPHEN, ""))


def _text(line: Any) -> str:
    words = line[1] if isinstance(line, tuple) else [fragment.text for fragment in line.words]
    return "".join(words)


def _after(source: str, place: int, count: int) -> int:
    """Return the place after so many letters; spaces and soft hyphens are not counted."""
    if count <= 0:
        return place
    letters = _places_of_letters(source)
    last = bisect_left(letters, place) + count - 1
    return letters[last] + 1 if last < len(letters) else len(source)


@lru_cache(maxsize=8)
def _places_of_letters(source: str) -> list[int]:
    """Return where the letters stand; a paragraph asks for each of its lines."""
    return [
        place
        for place, character in enumerate(source)
        if not character.isspace() and character != SOFT_HYPHEN
    ]


def _with_space(line: Any) -> Any:
    if isinstance(line, tuple):
        return (line[0], [*line[1], ""])
    if line.words:
        last = line.words[-1] = line.words[-1].clone()
        last.text += " "
    return line


def _with_soft_hyphen(line: Any) -> Any:
    if isinstance(line, tuple):
        *words, last = line[1]
        return (line[0], [*words, f"{last[:-1]}{SOFT_HYPHEN}"])
    # A fragment without text may stand last.
    place = max(number for number, fragment in enumerate(line.words) if fragment.text)
    parted = line.words[place] = line.words[place].clone()
    parted.text = f"{parted.text[:-1]}{SOFT_HYPHEN}"
    return line
