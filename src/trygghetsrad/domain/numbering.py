"""How paragraphs of the minutes and meetings of the year get their numbers."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class NumberingRule(StrEnum):
    """How the § numbers of the minutes run."""

    YEAR = "löpande per kalenderår"
    MEETING = "per möte"
    NONE = "utan §"


class SectionStyle(StrEnum):
    """How the number of a paragraph is printed."""

    SIGN = "§ 12"
    WITH_YEAR = "§ 12/2026"
    WORD = "Paragraf 12"


def printed_section(label: str, style: SectionStyle, year: int) -> str:
    """Return "§ 12", "§§ 12–14" or "§ 12 a" as the council prints it; other labels stay as they are."""
    if not label.startswith("§"):
        return label
    if style is SectionStyle.WITH_YEAR:
        return f"{label}/{year}"
    number = label.lstrip("§").strip()
    several = "er" if label.startswith("§§") else ""
    return f"Paragraf{several} {number}" if style is SectionStyle.WORD else label


def section_numbers(rule: NumberingRule, items_count: int, last_used: int = 0) -> tuple[int | None, ...]:
    """Return the § of each item in agenda order; `last_used` is the year's highest § so far, 0 if none."""
    if rule is NumberingRule.NONE:
        return (None,) * items_count
    first = last_used + 1 if rule is NumberingRule.YEAR else 1
    return tuple(range(first, first + items_count))


def section_label(number: int | None) -> str:
    """Return "§ 14", or nothing where minutes go without §."""
    return "" if number is None else f"§ {number}"


def section_span(numbers: Iterable[int | None]) -> str:
    """Return "§ 14" or "§§ 14–20" for all the paragraphs of one meeting."""
    given = [number for number in numbers if number is not None]
    if not given:
        return ""
    first, last = min(given), max(given)
    return section_label(first) if first == last else f"§§ {first}–{last}"


def section_list(numbers: Iterable[int], sign: str = "§") -> str:
    """Return "§ 14", "§§ 14–16, 19", or the same with another word for the sign: "punkt 2, 5"."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    several = sign * 2 if sign == "§" and sum(map(len, runs)) > 1 else sign
    spans = (str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
    return f"{several} {', '.join(spans)}" if runs else ""


def next_meeting_number(issued: Iterable[int]) -> int:
    """Return the number a notice issued now gives its meeting; a cancelled meeting keeps its own."""
    return max(issued, default=0) + 1


def meeting_label(number: int, year: int, preliminary: bool = False, *, word: str = "Möte") -> str:
    """Return "Möte 4/2026", or "Möte prel. 4/2026" until the notice has given the number."""
    return f"{word} {'prel. ' if preliminary else ''}{number}/{year}"
