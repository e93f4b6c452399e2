"""Keeps words apart for those who listen: a line that was wrapped still ends with its space."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.lib.enums import TA_LEFT

if TYPE_CHECKING:
    from collections.abc import Iterable


def space_line_ends(paragraph: Any, source: str, letters_before: int) -> None:
    """Add the space that wrapping took from each line; a word cut in two gets none."""
    if paragraph.style.alignment != TA_LEFT:
        return
    lines = paragraph.blPara.lines
    place = _after(source, 0, letters_before)
    for number, line in enumerate(lines):
        place = _after(source, place, letters([line]))
        if source[place : place + 1].isspace():
            lines[number] = _with_space(line)


def letters(lines: Iterable[Any]) -> int:
    """Count what is not space in lines as ReportLab keeps them."""
    text = "".join(_text(line) for line in lines)
    return sum(not character.isspace() for character in text)


def _text(line: Any) -> str:
    words = line[1] if isinstance(line, (tuple, list)) else [fragment.text for fragment in line.words]
    return "".join(words)


def _after(source: str, place: int, count: int) -> int:
    """Return the place after so many letters, spaces not counted."""
    while count and place < len(source):
        count -= not source[place].isspace()
        place += 1
    return place


def _with_space(line: Any) -> Any:
    if isinstance(line, (tuple, list)):
        return (line[0], [*line[1], ""])
    if line.words:
        last = line.words[-1] = line.words[-1].clone()
        last.text += " "
    return line
