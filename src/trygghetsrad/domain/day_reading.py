"""Reads the days people type: 8 dec, fre v 50, +14, om två veckor, senast sista november.

A day without a year is the next one not before today, or with `prefer_past` the latest one not after it.
A weekday alone is never today. A week without a weekday is its Friday. "Nästa" means in the coming week.
What could be read in two ways, or contradicts itself, is not read at all.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Words = dict[str, str]
    Reader = Callable[[Words, date, bool], date | None]

WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
_COUNTS = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
_FRIDAY = 4
_SHORT_YEAR_REACH = 10

# In a sentence "fre" needs its "på", and "tor" may be a colleague.
_SHORT_IN_SENTENCE = r"(?:(?<=på\s)|(?<=senast\s))(?:mån|tis|ons|tors|fre|lör|sön)"
_WEEKDAY_IN_SENTENCE = rf"(?P<weekday>(?:{'|'.join(WEEKDAYS)})(?:en)?|{_SHORT_IN_SENTENCE})"
_WEEKDAY = rf"(?P<weekday>(?:{'|'.join(WEEKDAYS)})(?:en)?|mån|tis|ons|tors?|fre|lör|sön)"
_MONTH = rf"(?P<month>{'|'.join(MONTHS)}|jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|dec)\b"
_WEEK = r"v(?:eckan?|\.)?\s*(?P<week>\d{1,2})(?:\s+(?P<year>(?:19|20)\d\d))?"
_NEXT_WEEK = r"(?:i\s+)?nästa\s+v(?:ecka|\.)?"
_NAMED = rf"(?P<day>\d{{1,2}}(?::[ae])?|första|sista)\s*{_MONTH}"
_UNIT = r"(?P<unit>d|dag(?:ar)?|v|veck(?:a|or)|mån(?:ad|ader)?|år)"
_COUNT = rf"(?P<count>\d{{1,4}}|ett|{'|'.join(_COUNTS[1:])})\s+{_UNIT}"
_WEEKDAY_BEFORE = rf"(?:{_WEEKDAY}[.,]?\s+(?:den\s+)?)?"

_DUE = r"(?P<due>(?:(?:klart?|färdigt?)\s+)?(?:senast|före|innan|till|t\.o\.m\.|deadline:?)\s+|klart?\s+)?"
_LEAD = rf"{_DUE}(?:(?:den|på)\s+)?"
_BEFORE = r"(?<![\w/.:+§–-])(?<!§\s)(?<!varje\s)(?<!varannan\s)"
_AFTER = r"(?![\w/]|[.,:]\d|\s?[–-]\s?\d)"


class FoundDay(NamedTuple):
    """A day and where in the text it stands, lead word included."""

    day: date
    start: int
    end: int


def parse_day(text: str, today: date, *, prefer_past: bool = False) -> date | None:
    """Read one day out of a field; None when the text is no day or could be two."""
    typed = " ".join(unicodedata.normalize("NFC", text).split())
    for form in _FORMS:
        found = _pattern(form.alone).fullmatch(typed)
        day = _read(form, found, today, prefer_past=prefer_past) if found else None
        if day is not None:
            return day
    return None


def find_day(text: str, today: date) -> FoundDay | None:
    """Find the day something is due inside a sentence; of several the last."""
    found = find_days(text, today)
    return found[-1] if found else None


def find_days(text: str, today: date) -> tuple[FoundDay, ...]:
    """Find every day that may be meant; those led by "senast" or the like stand above the others."""
    days: list[FoundDay] = []
    due: list[FoundDay] = []
    taken = 0
    for found, form in sorted(_places(text), key=lambda place: (place[0].start(), -place[0].end())):
        if found.start() < taken:
            continue
        taken = found.end()
        day = _read(form, found, today, prefer_past=False)
        if day is not None:
            (due if found["due"] else days).append(FoundDay(day, found.start(), found.end()))
    return tuple(due or days)


def _places(text: str) -> Iterator[tuple[re.Match[str], _Form]]:
    for form in _FORMS:
        if form.in_sentence:
            yield from ((found, form) for found in _pattern(form.in_sentence).finditer(text))


def _read(form: _Form, found: re.Match[str], today: date, *, prefer_past: bool) -> date | None:
    try:
        return form.read(
            {key: value.casefold() for key, value in found.groupdict("").items()}, today, prefer_past
        )
    except (ValueError, OverflowError):
        # The thirtieth of February, week 53 of a short year, or a day beyond the calendar.
        return None


@dataclass(frozen=True, slots=True)
class _Form:
    """One way of writing a day: alone in a field, and where it is safe, inside a sentence."""

    alone: str
    in_sentence: str
    read: Reader


@cache
def _pattern(written: str) -> re.Pattern[str]:
    # At first use: the window opens without having read a single day.
    return re.compile(written, re.IGNORECASE)


def _form(pattern: str, read: Reader, sentence: str = "") -> _Form:
    """Pair a pattern with its reader; `sentence` is the stricter pattern for running text, if any."""
    inside = f"{_BEFORE}{_LEAD}{sentence}{_AFTER}" if sentence else ""
    return _Form(f"{_LEAD}{pattern}", inside, read)


def _both(pattern: str, read: Reader) -> _Form:
    return _form(pattern, read, pattern)


def _nearest(of_year: Callable[[int], date | None], today: date, *, past: bool) -> date | None:
    """Return the first such day not before today, or the last not after it; a leap day may be 8 years off."""
    for distance in range(-1, 10):
        day = _possible(of_year, today.year + (-distance if past else distance))
        if day is not None and (day <= today if past else day >= today):
            return day
    return None


def _possible(of_year: Callable[[int], date | None], year: int) -> date | None:
    try:
        return of_year(year)
    except ValueError:
        return None


def _calendar_day(words: Words, today: date, past: bool) -> date | None:
    month = words["month"]
    number = int(month) if month.isdecimal() else _index(MONTHS, month) + 1
    year = words.get("year", "")

    def of_year(year: int) -> date:
        return date(year, number, _day_of_month(words["day"], year, number))

    day = of_year(_full_year(year, today)) if year else _nearest(of_year, today, past=past)
    weekday = words.get("weekday", "")
    contradicts = day is not None and weekday and day.weekday() != _index(WEEKDAYS, weekday)
    return None if contradicts else day


def _day_of_month(word: str, year: int, month: int) -> int:
    if word == "sista":
        return monthrange(year, month)[1]
    return 1 if word == "första" else int(word.partition(":")[0])


def _full_year(digits: str, today: date) -> int:
    """Return the year meant; two digits are this century's, and only near today."""
    if len(digits) > 2:
        return int(digits)
    year = today.year - today.year % 100 + int(digits)
    if abs(year - today.year) > _SHORT_YEAR_REACH:
        raise ValueError(digits)
    return year


def _week_day(words: Words, today: date, past: bool) -> date | None:
    weekday = _index(WEEKDAYS, words["weekday"]) if words.get("weekday") else _FRIDAY

    def of_year(year: int) -> date:
        return date.fromisocalendar(year, int(words["week"]), weekday + 1)

    return of_year(int(words["year"])) if words["year"] else _nearest(of_year, today, past=past)


def _coming_weekday(words: Words, today: date, past: bool) -> date:
    ahead = (_index(WEEKDAYS, words["weekday"]) - today.weekday()) % 7
    return today + timedelta(ahead - 7 if past else ahead or 7)


def _passed_weekday(words: Words, today: date, _past: bool) -> date:
    return _coming_weekday(words, today, True)


def _next_week(words: Words, today: date, _past: bool) -> date:
    weekday = _index(WEEKDAYS, words["weekday"]) if words.get("weekday") else _FRIDAY
    return today + timedelta(7 - today.weekday() + weekday)


def _later(words: Words, today: date, _past: bool) -> date:
    return _moved(today, _count(words["count"]), words["unit"] or "d")


def _earlier(words: Words, today: date, _past: bool) -> date:
    return _moved(today, -_count(words["count"]), words["unit"] or "d")


def _moved(today: date, count: int, unit: str) -> date:
    if unit[0] in "dv":
        return today + timedelta(count if unit[0] == "d" else 7 * count)
    months = today.year * 12 + today.month - 1 + (12 * count if unit == "år" else count)
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def _count(word: str) -> int:
    if word.isdecimal():
        return int(word)
    return 1 if word == "ett" else _COUNTS.index(word)


def _in_days(days: int) -> Reader:
    return lambda _words, today, _past: today + timedelta(days)


def _index(names: tuple[str, ...], word: str) -> int:
    """Return which weekday or month a word begins as; three letters always tell."""
    return next(place for place, name in enumerate(names) if name[:3] == word[:3])


_FORMS = (
    _both(rf"{_WEEKDAY_BEFORE}(?P<year>(?:19|20)\d\d)-(?P<month>\d\d?)-(?P<day>\d\d?)", _calendar_day),
    _form(r"(?P<year>(?:19|20)\d\d)[/.](?P<month>\d\d?)[/.](?P<day>\d\d?)", _calendar_day),
    _both(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)", _calendar_day),
    _form(r"(?P<year>\d\d)(?P<month>\d\d)(?P<day>\d\d)", _calendar_day),
    _both(rf"{_WEEKDAY_BEFORE}{_NAMED}\.?(?:\s+(?P<year>(?:19|20)\d\d))?", _calendar_day),
    _form(rf"{_WEEKDAY_BEFORE}{_NAMED}\.?\s*[-–’'\s]\s*(?P<year>\d\d)", _calendar_day),
    _form(
        rf"{_WEEKDAY_BEFORE}(?P<day>\d\d?)\s?[/.]\s?(?P<month>\d\d?)\.?(?:\s*[-–/.\s]\s*(?P<year>\d\d(?:\d\d)?))?",
        _calendar_day,
        rf"{_WEEKDAY_BEFORE}(?!24/7)(?P<day>\d\d?)/(?P<month>\d\d?)(?:[-\s](?P<year>20\d\d))?",
    ),
    _both(rf"(?:{_WEEKDAY}[.,]?\s+(?:i\s+)?)?{_WEEK}", _week_day),
    _both(rf"{_WEEK}[.,]?\s+(?:på\s+)?{_WEEKDAY}", _week_day),
    _both(rf"(?:{_WEEKDAY}[.,]?\s+)?{_NEXT_WEEK}", _next_week),
    _both(rf"nästa\s+{_WEEKDAY}", _next_week),
    _form(rf"(?:nu\s+)?(?:på\s+)?{_WEEKDAY}\.?", _coming_weekday, _WEEKDAY_IN_SENTENCE),
    _form(rf"i\s+(?P<weekday>{'|'.join(WEEKDAYS)})s", _passed_weekday),
    _form(r"i\s?dag", _in_days(0)),
    _both(r"i\s?morgon", _in_days(1)),
    _both(r"(?:i\s)?övermorgon", _in_days(2)),
    _form(r"i\s?går", _in_days(-1)),
    _form(r"(?:i\s)?förrgår", _in_days(-2)),
    _form(rf"\+\s?(?P<count>\d{{1,4}})\s?{_UNIT}?", _later, rf"\+(?P<count>\d{{1,4}})\s?{_UNIT}?\s*$"),
    _form(rf"[-−]\s?(?P<count>\d{{1,4}})\s?{_UNIT}?", _earlier),
    _both(rf"(?:om|inom)\s+{_COUNT}", _later),
    _form(rf"för\s+{_COUNT}\s+se(?:da)?n", _earlier),
)
