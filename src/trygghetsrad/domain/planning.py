"""The year's meetings in advance: which days, which theme, and what must be done before and after each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from trygghetsrad.domain.calendar import AvoidRules, last_workday, why_not
from trygghetsrad.domain.dates import iso_week

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

MOST_MEETINGS = 12
THEMES = (
    "Uppföljning och årsrapport",
    "Lägesbild och prioritering",
    "Åtgärdsplan",
    "Planering och budget",
)
"""What the four meetings of the yearly wheel are about, in its order (domain.md d)."""

# Haparanda and Nordmaling meet four times a year, Växjö and Lomma three; July is free as long as possible.
_MONTHS: Mapping[int, tuple[int, ...]] = {
    1: (9,),
    2: (3, 10),
    3: (2, 5, 10),
    4: (2, 5, 9, 12),
    5: (2, 4, 6, 9, 12),
    6: (2, 4, 5, 9, 10, 12),
    7: (2, 3, 4, 5, 9, 10, 12),
    8: (2, 3, 4, 5, 9, 10, 11, 12),
    9: (1, 2, 3, 4, 5, 9, 10, 11, 12),
    10: (1, 2, 3, 4, 5, 6, 9, 10, 11, 12),
    11: (1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12),
    12: tuple(range(1, 13)),
}
_THEME_MONTHS = _MONTHS[4]
_CLOSE = 14
_SEARCH_DAYS = 60
_YEAR_OF_WEEKS = 52


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedMeeting:
    """A day for a meeting, and if it is not the first choice, which day was and why not."""

    day: date
    week: int
    starts: time
    ends: time
    theme: str
    moved_from: date | None = None
    moved_because: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadTimes:
    """How many days before a meeting, or for verification after it, each thing is due (domain.md d)."""

    ask_items: int = 28
    material_stop: int = 14
    notice: int = 10
    last_notice: int = 7
    verified: int = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadlines:
    """The days around one meeting, each a workday."""

    ask_items: date
    material_stop: date
    notice: date
    last_notice: date
    verified: date


def propose_meetings(
    year: int,
    count: int,
    rules: AvoidRules,
    *,
    today: date,
    weekday: int = 1,
    starts: time = time(13),
    minutes: int = 120,
    existing: Collection[date] = (),
) -> tuple[ProposedMeeting, ...]:
    """Spread `count` meetings (1–12) over a year, on the second such weekday of each month where possible.

    Months that have passed, and places near an existing meeting, are left out, so there may be fewer than
    asked for. Weekdays count from Monday as 0. A day that does not suit is moved, if possible by whole weeks.
    """
    proposals: list[ProposedMeeting] = []
    for month, theme in _places(count):
        wished = second_weekday(year, month, weekday)
        if wished < today or any(abs((wished - taken).days) <= _CLOSE for taken in existing):
            continue
        day = _suitable(wished, rules, today, taken={*existing, *(proposal.day for proposal in proposals)})
        if day is not None:
            proposals.append(_proposal(day, wished, starts, minutes, theme, rules))
    return tuple(sorted(proposals, key=lambda proposal: proposal.day))


def themes(count: int) -> tuple[str, ...]:
    """Return the theme of each of a year's meetings; few meetings share the four, many leave some without."""
    months = _months(count)
    closest = [min(months, key=lambda month: abs(month - wheel)) for wheel in _THEME_MONTHS]
    placed = [*zip(THEMES, closest, strict=True)]
    return tuple(_joined([theme for theme, at in placed if at == month]) for month in months)


def second_weekday(year: int, month: int, weekday: int) -> date:
    """Return the month's second such weekday, Monday as 0; far from month ends and most red days."""
    eighth = date(year, month, 8)
    return eighth + timedelta((weekday - eighth.weekday()) % 7)


def next_suitable_day(
    earliest: date, rules: AvoidRules, *, weekday: int = 1, taken: Collection[date] = ()
) -> date:
    """Return the first such weekday that suits and is free; the first one at all if none does in a year."""
    first = earliest + timedelta((weekday - earliest.weekday()) % 7)
    weeks = (first + timedelta(7 * week) for week in range(_YEAR_OF_WEEKS))
    return next((day for day in weeks if day not in taken and why_not(day, rules) is None), first)


def alternatives(
    day: date,
    rules: AvoidRules,
    count: int = 3,
    *,
    not_before: date = date.min,
    taken: Collection[date] = (),
) -> tuple[date, ...]:
    """Return the nearest other days that suit and are free, the closest first, the later of two as close."""
    found: list[date] = []
    for other in _outwards(day, 1, _SEARCH_DAYS):
        if len(found) == count:
            break
        if other >= not_before and other not in taken and why_not(other, rules) is None:
            found.append(other)
    return tuple(found)


def deadlines(day: date, lead: LeadTimes, red_days: Mapping[date, str]) -> Deadlines:
    """Return the days around a meeting; one that falls on a free day is the workday before."""

    def workday(days: int) -> date:
        return last_workday(day + timedelta(days), red_days)

    return Deadlines(
        ask_items=workday(-lead.ask_items),
        material_stop=workday(-lead.material_stop),
        notice=workday(-lead.notice),
        last_notice=workday(-lead.last_notice),
        verified=workday(lead.verified),
    )


def _places(count: int) -> Iterator[tuple[int, str]]:
    return zip(_months(count), themes(count), strict=True)


def _months(count: int) -> Sequence[int]:
    return _MONTHS[max(1, min(count, MOST_MEETINGS))]


def _joined(names: list[str]) -> str:
    """Join themes into one sentence; only the first keeps its capital."""
    return ", ".join([*names[:1], *(name[0].lower() + name[1:] for name in names[1:])])


def _suitable(wished: date, rules: AvoidRules, today: date, *, taken: Collection[date]) -> date | None:
    """Return the wished day or the best instead: whole weeks away within two, else the nearest day at all."""
    same_weekday = (wished, *_outwards(wished, 7, 14))
    for day in (*same_weekday, *_outwards(wished, 1, _SEARCH_DAYS)):
        if day.year == wished.year and day >= today and day not in taken and why_not(day, rules) is None:
            return day
    return None


def _outwards(day: date, step: int, reach: int) -> Iterator[date]:
    """Yield the days around one, nearest first and the later before the earlier."""
    for distance in range(step, reach + 1, step):
        yield day + timedelta(distance)
        yield day - timedelta(distance)


def _proposal(
    day: date, wished: date, starts: time, minutes: int, theme: str, rules: AvoidRules
) -> ProposedMeeting:
    moved = day != wished
    return ProposedMeeting(
        day=day,
        week=iso_week(day)[1],
        starts=starts,
        ends=(datetime.combine(day, starts) + timedelta(minutes=minutes)).time(),
        theme=theme,
        moved_from=wished if moved else None,
        moved_because=(why_not(wished, rules) or "annat möte samma dag") if moved else None,
    )
