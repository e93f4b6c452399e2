"""Which days suit a meeting: weeks, red days, klämdagar and the days a council wants to avoid."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from typing_extensions import override

from trygghetsrad.domain.dates import find_days, iso_week, weekday
from trygghetsrad.domain.errors import CouncilError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from trygghetsrad.domain.dates import FoundDay

WEEKEND = frozenset({5, 6})
_SATURDAY = 5
_ONE_DAY = timedelta(days=1)
_LAST_WEEK = 53
_RANGE = re.compile(r"(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?(?:\s+\(?([^\W\d_][^\d()]*)\)?)?")
_WEEK_WORD = re.compile(r"\bv(?:eckorna|eckor|ecka|\.)?\s*(?=\d)", re.IGNORECASE)
_AROUND_DAYS = " \t,;:–-"
_YEAR = re.compile(r"\b20\d\d\b")
# Words and at most a year: "Kommunfullmäktiges sammanträden 2027:".
_HEADING = re.compile(r"(?:[^\W\d]|[^\w\n]|\b20\d\d\b)+")


@dataclass(eq=False)
class WeeksNotUnderstood(CouncilError):
    """A list of weeks holds something that is no week."""

    part: str

    @override
    def sentence(self) -> str:
        return f"”{self.part}” är ingen vecka. Inget har ändrats. Skriv till exempel 27–32, 44."


@dataclass(eq=False)
class DayNotUnderstood(CouncilError):
    """A line of days to avoid holds no day."""

    line: str

    @override
    def sentence(self) -> str:
        return f"Raden ”{self.line}” har inget datum. Inget har ändrats. Skriv till exempel 2027-02-16 KF."


@dataclass(frozen=True, slots=True, kw_only=True)
class AvoidRules:
    """What a council plans around; weekdays count from Monday as 0."""

    red_days: Mapping[date, str] = field(default_factory=lambda: MappingProxyType({}))
    weeks: frozenset[int] = frozenset()
    week_names: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    """What some of those weeks are avoided for: 9 is sportlov."""
    weekdays: frozenset[int] = WEEKEND
    own_days: Mapping[date, str] = field(default_factory=lambda: MappingProxyType({}))
    bridge_days: bool = True


def parse_weeks(text: str) -> frozenset[int]:
    """Read "27–32, 44, 9 sportlov"; "51–2" runs over the new year. Raises WeeksNotUnderstood."""
    return frozenset(week for part in _week_parts(text) for week in _weeks_of(part))


def parse_week_names(text: str) -> dict[int, str]:
    """Return what the weeks of such a line are called, those that have a name. Raises WeeksNotUnderstood."""
    names: dict[int, str] = {}
    for part in _week_parts(text):
        found = _RANGE.fullmatch(part)
        if found and found[3]:
            names |= dict.fromkeys(_weeks_of(part), found[3].strip())
    return names


def _week_parts(text: str) -> list[str]:
    parts = re.split(r"[,;\n]|\boch\b", _WEEK_WORD.sub("", text))
    return [part.strip() for part in parts if part.strip()]


def _weeks_of(part: str) -> Iterable[int]:
    found = _RANGE.fullmatch(part)
    if found is None:
        raise WeeksNotUnderstood(part)
    first, last = int(found[1]), int(found[2] or found[1])
    if not (1 <= first <= _LAST_WEEK and 1 <= last <= _LAST_WEEK):
        raise WeeksNotUnderstood(part)
    return range(first, last + 1) if first <= last else (*range(first, _LAST_WEEK + 1), *range(1, last + 1))


def weeks_text(weeks: Iterable[int]) -> str:
    """Return "9, 27–32, 44", which parse_weeks reads back."""
    runs: list[list[int]] = []
    for week in sorted(set(weeks)):
        if runs and week == runs[-1][-1] + 1:
            runs[-1].append(week)
        else:
            runs.append([week])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def parse_own_days(text: str, today: date) -> dict[date, str]:
    """Read lines like "2027-02-16 Kommunfullmäktige" or "KS: 2/2, 9/3 och 13/4".

    A line of words, such as "Kommunstyrelsen 2027", is a heading and names the bare days below it.
    Raises DayNotUnderstood for other lines without a day, and for a heading with no days below.
    """
    days: dict[date, str] = {}
    heading, unused = "", ""
    for line in filter(None, map(str.strip, text.splitlines())):
        found = find_days(line, today)
        if found:
            days |= _own_days(line, found, heading)
            unused = ""
        elif unused or not _HEADING.fullmatch(line):
            raise DayNotUnderstood(unused or line)
        else:
            heading, unused = _YEAR.sub("", line).strip(_AROUND_DAYS), line
    if unused:
        raise DayNotUnderstood(unused)
    return days


def own_days_text(days: Mapping[date, str]) -> str:
    """Return one line per day with its year, which parse_own_days reads back in any year."""
    return "\n".join(f"{day.isoformat()} {days[day]}" for day in sorted(days))


def _own_days(line: str, found: Sequence[FoundDay], heading: str) -> dict[date, str]:
    ends = [0, *(place.end for place in found)]
    starts = [*(place.start for place in found), len(line)]
    between = (line[end:start].strip(_AROUND_DAYS) for end, start in zip(ends, starts, strict=True))
    reason = " ".join(part for part in between if part and part.casefold() != "och")
    return {place.day: reason or heading or "egen dag att undvika" for place in found}


def weeks_in_year(year: int) -> int:
    """Return 52 or 53; 28 December is always in the last week (ISO 8601)."""
    return date(year, 12, 28).isocalendar().week


def week_days(year: int, week: int) -> tuple[date, ...]:
    """Return Monday to Sunday of a week. Raises ValueError when the year has no such week."""
    return tuple(date.fromisocalendar(year, week, number) for number in range(1, 8))


def eve(day: date) -> str | None:
    """Return the name of an eve that is red to everyone though not to the law (1989:253)."""
    if (day.month, day.day) == (12, 24):
        return "Julafton"
    if (day.month, day.day) == (12, 31):
        return "Nyårsafton"
    is_midsummer = day.month == 6 and 19 <= day.day <= 25 and day.weekday() == 4
    return "Midsommarafton" if is_midsummer else None


def red_day(day: date, red_days: Mapping[date, str]) -> str | None:
    """Return the name of a red day, eves counted, or None."""
    return red_days.get(day) or eve(day)


def is_workday(day: date, red_days: Mapping[date, str]) -> bool:
    return day.weekday() not in WEEKEND and red_day(day, red_days) is None


def is_bridge_day(day: date, red_days: Mapping[date, str]) -> bool:
    """Tell whether a day is a klämdag: a workday alone between two free days."""
    around = (day - _ONE_DAY, day + _ONE_DAY)
    return is_workday(day, red_days) and not any(is_workday(beside, red_days) for beside in around)


def last_workday(day: date, red_days: Mapping[date, str]) -> date:
    """Return the day itself if people work then, else the nearest workday before it."""
    while not is_workday(day, red_days):
        day -= _ONE_DAY
    return day


def why_not(day: date, rules: AvoidRules) -> str | None:
    """Return in Swedish why a day does not suit a meeting, or None when it does."""
    red = red_day(day, rules.red_days)
    if red is not None:
        return f"röd dag: {red}"
    if day in rules.own_days:
        return rules.own_days[day]
    if day.weekday() in rules.weekdays:
        return weekday(day)
    week = iso_week(day)[1]
    if week in rules.weeks:
        name = rules.week_names.get(week)
        return f"vecka {week}: {name}" if name else f"vecka {week} är en undvik-vecka"
    return "klämdag" if rules.bridge_days and is_bridge_day(day, rules.red_days) else None
