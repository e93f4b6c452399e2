"""Reads the days of the boards as they are pasted: "KSau 2027-02-02, KS 2027-02-16 stopp 1 feb, KF 8/3"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trygghetsrad.domain.board_matters import Body
from trygghetsrad.domain.day_reading import find_days, parse_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedDay:
    """One day of one board, as it was read."""

    body: str
    day: date
    stop_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedDays:
    """What was read, and the pieces that were not understood, as they were written."""

    days: tuple[PastedDay, ...]
    unknown: tuple[str, ...] = ()


_BODIES = (
    (Body.WORKING_COMMITTEE, r"ksau|ks\s?au|kommunstyrelsens\s+arbetsutskott|arbetsutskottet"),
    (Body.EXECUTIVE_BOARD, r"ks|kommunstyrelsen"),
    (Body.ASSEMBLY, r"kf|kommunfullmäktige|fullmäktige"),
)
_OTHER_BOARD = r"[a-zåäöé -]*(?:nämnd(?:en)?|utskott(?:et)?|styrelse(?:n)?|beredning(?:en)?|direktion(?:en)?)"
_STOP = re.compile(
    r"[(\[]?\s*(?:stopp(?:dag|datum|tid)?|handlingar(?:na)?(?:\s+inne)?(?:\s+senast)?|senast)\s*:?\s*"
    r"(?P<day>[^)\]]+)[)\]]?\s*$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(20\d\d)\b")
_BETWEEN = re.compile(r"[\s.,;:|·•*&/+–-]+|\boch\b|\bden\b|\bkl\.?\s*\d\d?[.:]\d\d\b", re.IGNORECASE)


def read_board_days(text: str, today: date) -> PastedDays:
    """Read pasted days: several on a line, a board once for the days after it, a year once for all."""
    found: list[PastedDay] = []
    unknown: list[str] = []
    body, year = "", ""
    for line in text.splitlines():
        pieces = [piece for piece in (" ".join(one.split()) for one in re.split(r"[,;\t]", line)) if piece]
        for piece in pieces:
            named, rest = _body_of(piece)
            body = named or body
            days, left = _days_in(rest, year, today)
            heading = re.findall(r"\d+", rest)
            if not days and len(pieces) == len(heading) == 1 and _YEAR.fullmatch(heading[0]):
                year = heading[0]
            elif ((left or not days) and not (named and not rest)) or (days and not body):
                unknown.append(piece)
            else:
                found += [PastedDay(body=body, day=day, stop_day=stop) for day, stop in days]
    return PastedDays(days=tuple(dict.fromkeys(found)), unknown=tuple(unknown))


def _body_of(piece: str) -> tuple[str, str]:
    """Return the board a piece begins with, and the rest of it."""
    for body, words in (*_BODIES, (None, _OTHER_BOARD)):
        begins = re.match(rf"(?:{words})(?![a-zåäö])\s*:?\s*", piece, re.IGNORECASE)
        if begins:
            name = body.value if body else begins[0].strip(" :").lower()
            return name, piece[begins.end() :]
    return "", piece


def _days_in(text: str, year: str, today: date) -> tuple[list[tuple[date, date | None]], str]:
    """Return the days with their stop days, and what is left that is no day."""
    stop_words = _STOP.search(text)
    stop = _read(stop_words["day"].strip(), year, today) if stop_words else None
    rest = text[: stop_words.start()].strip() if stop_words and stop else text
    whole = _read(rest, year, today) if rest else None
    if whole:
        return [(whole, _before(stop, whole))], ""
    several = list(_several(rest, year, today))
    left = rest
    for _day, written in several:
        left = left.replace(written, " ", 1)
    days = [(day, _before(stop, day) if len(several) == 1 else None) for day, _written in several]
    return days, _BETWEEN.sub("", left)


def _several(text: str, year: str, today: date) -> Iterator[tuple[date, str]]:
    for one in find_days(text, today):
        written = text[one.start : one.end]
        yield _read(written, year, today) or one.day, written


def _read(text: str, year: str, today: date) -> date | None:
    """Read a day; one without a year is of the year the list is about."""
    with_year = parse_day(f"{text} {year}", today) if year and not _YEAR.search(text) else None
    return with_year or parse_day(text, today)


def _before(stop: date | None, day: date) -> date | None:
    """Return the stop day; one that was read into the wrong year stands before the day it is for."""
    if stop is None or stop <= day:
        return stop
    try:
        earlier = stop.replace(year=day.year if stop.replace(year=day.year) <= day else day.year - 1)
    except ValueError:
        return None
    return earlier
