"""Cells of statistical tables: what is a figure, what stands for none, and which period is meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from trygghetsrad.domain.statistics import ValueState

if TYPE_CHECKING:
    from collections.abc import Callable

MONTHS: Final = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_SPACE: Final = "[ \u00a0\u202f\u2009]"
_NUMBER: Final = re.compile(
    rf"([-\u2212]?)(\d{{1,3}}(?:{_SPACE}\d{{3}})+|\d{{1,15}})(?:[.,](\d{{1,15}}))?{_SPACE}?%?", re.ASCII
)
_NOT_DIGITS: Final = re.compile(_SPACE)
_NOT_KNOWN: Final = {
    "": ValueState.MISSING,
    "..": ValueState.SUPPRESSED,
    "…": ValueState.SUPPRESSED,
    ".": ValueState.NOT_APPLICABLE,
    "-": ValueState.MISSING,
    "–": ValueState.MISSING,
    "—": ValueState.MISSING,
    "\u2212": ValueState.MISSING,
    "uppgift saknas": ValueState.MISSING,
}
_DASHES: Final = frozenset("-–—\u2212")
_DASH_LEGEND: Final = re.compile(
    r"(?:^|[\s\"”'(;,])[-–—][\"”']?[ \t]*(?:=|betyder|innebär|avser|står för)"
    r"[ \t]*[\"”']?(?:noll\b|0(?![\d,.]))",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Value:
    """A figure, or why there is none."""

    number: Decimal | None
    state: ValueState


_NOUGHT: Final = Value(Decimal(0), ValueState.KNOWN)
_NONE: Final = {text: Value(None, state) for text, state in _NOT_KNOWN.items()}


def read_value(text: str, *, dash_is_nought: bool = False) -> Value | None:
    """Return the figure in a cell as Swedish tables write it, or None when the cell holds something else.

    A dash is nought only where the table's own legend says so; below nought nothing is counted.
    """
    if text.isdecimal() and text.isascii() and len(text) <= 15:
        return Value(Decimal(text), ValueState.KNOWN)
    cell = text.strip()
    if dash_is_nought and cell in _DASHES:
        return _NOUGHT
    if (nothing := _NONE.get(cell.casefold())) is not None:
        return nothing
    found = _NUMBER.fullmatch(cell)
    if found is None or found[1]:
        return None
    whole, decimals = _NOT_DIGITS.sub("", found[2]), (found[3] or "").rstrip("0")
    return Value(Decimal(f"{whole}.{decimals}" if decimals else whole), ValueState.KNOWN)


def says_dash_is_nought(text: str) -> bool:
    """Tell whether a legend in the text says that a dash stands for nought."""
    return _DASH_LEGEND.search(text) is not None


@dataclass(frozen=True, slots=True)
class Period:
    """A year, a quarter, a month or some years together, counted to the last of them."""

    text: str
    year: int
    preliminary: bool = False


_YEAR: Final = r"((?:19[5-9]|20\d)\d)"
_PRELIMINARY: Final = re.compile(r"\(?\bprel(?:\.|iminär[at]?|iminart)?\)?", re.IGNORECASE)
_WHOLE_YEAR: Final = re.compile(rf"(?:helår(?:et)? )?{_YEAR}(?:[.,]0)?(?: helår)?[*¹²³)]*")
_YEARS: Final = re.compile(rf"{_YEAR} ?[-–—/] ?{_YEAR}[*¹²³)]*")
_QUARTER: Final = re.compile(rf"{_YEAR}[ -]?(?:kvartal|kv\.?|k|q) ?([1-4])")
_QUARTER_FIRST: Final = re.compile(rf"(?:kvartal|kv\.?|k|q) ?([1-4])[ -]{_YEAR}")
_MONTH: Final = re.compile(rf"{_YEAR}(?:-|/|m)(0[1-9]|1[0-2])")
_NAMED: Final = re.compile(rf"{_YEAR} ({'|'.join(MONTHS)})[a-zåäö]{{0,6}}\.?")
_NAMED_FIRST: Final = re.compile(rf"({'|'.join(MONTHS)})[a-zåäö]{{0,6}}\.? {_YEAR}")
_LONGEST: Final = 40


@lru_cache(maxsize=512)
def read_period(text: str) -> Period | None:
    """Return the period a cell names ("2025", "2026 prel., Aug", "2026K1", "2019–2020"), or None."""
    if len(text) > _LONGEST:
        return None
    plain = _PRELIMINARY.sub(" ", text)
    preliminary = plain != text
    words = " ".join(plain.replace(",", " ").split()).casefold() if preliminary else text.strip().casefold()
    words = words.replace(", ", " ")
    found = _period(words)
    return Period(found[0], found[1], preliminary) if found else None


def _period(words: str) -> tuple[str, int] | None:
    for pattern, year, text in _SHAPES:
        if found := pattern.fullmatch(words):
            return text(found), int(found[year])
    return None


def _month(name: str) -> str:
    return f"{MONTHS.index(name) + 1:02d}"


# Which group of each pattern is the year counted to, and how the period is written here.
_SHAPES: Final[tuple[tuple[re.Pattern[str], int, Callable[[re.Match[str]], str]], ...]] = (
    (_WHOLE_YEAR, 1, lambda found: found[1]),
    (_YEARS, 2, lambda found: f"{found[1]}–{found[2]}"),
    (_QUARTER, 1, lambda found: f"{found[1]} kv {found[2]}"),
    (_QUARTER_FIRST, 2, lambda found: f"{found[2]} kv {found[1]}"),
    (_MONTH, 1, lambda found: f"{found[1]}-{found[2]}"),
    (_NAMED, 1, lambda found: f"{found[1]}-{_month(found[2])}"),
    (_NAMED_FIRST, 2, lambda found: f"{found[2]}-{_month(found[1])}"),
)


_ANY_YEAR: Final = re.compile(rf"(?<!\d){_YEAR}(?!\d)", re.ASCII)


def year_in(text: str) -> int | None:
    """Return the only year a file name or a title speaks of, or None when there is none or several."""
    years = set(_ANY_YEAR.findall(text))
    return int(years.pop()) if len(years) == 1 else None


def column_letter(index: int) -> str:
    """Return how a spreadsheet names a column counted from nought: A, B … AA."""
    first, second = divmod(index, 26)
    return f"{chr(64 + first) if first else ''}{chr(65 + second)}"
