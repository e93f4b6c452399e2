"""How to speak of small numbers without saying more than they hold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from math import sqrt
from typing import TYPE_CHECKING, Final

from trygghetsrad.domain.charts import number
from trygghetsrad.domain.counting import grouped, listed
from trygghetsrad.domain.statistics import Polarity, Unit, ValueState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from trygghetsrad.domain.statistics import Observation

HUNDRED_THOUSAND: Final = 100_000
LEAST_YEARS: Final = 3
"""Earlier years that must be known before a change is judged."""
MOST_YEARS: Final = 5
"""Earlier years that are looked at; older ones describe another time."""
FEW: Final = 5
"""Below this many, before and now, nothing is said of rising or falling."""
LEAST_FOR_PERCENT: Final = 50
"""Below this many, chance alone moves a count by more than 14 percent (1/√50), so percent is refused."""
_TENTH: Final = Decimal("0.1")
# How many standard deviations hold 95 percent, by the number of earlier years (Student's t).
_T: Final = {3: 4.30, 4: 3.18, 5: 2.78}
_SPREADS: Final = 2.0


def per_hundred_thousand(count: Decimal | int, population: int) -> Decimal:
    """Return the rate with one decimal; ValueError when nobody lives there."""
    return rate(count, population, HUNDRED_THOUSAND)


def rate(count: Decimal | int, population: int, denominator: int) -> Decimal:
    """Return a count per so many inhabitants, with one decimal; ValueError when nobody lives there."""
    if population <= 0:
        raise ValueError(population)
    return (Decimal(count) * denominator / population).quantize(_TENTH, ROUND_HALF_UP)


def one_report_is(population: int, denominator: int = HUNDRED_THOUSAND) -> str:
    """Return "1 anmälan = 25 per 100 000 hos er", so that a rate in a small place is read rightly."""
    alone = number(float(rate(1, population, denominator)))
    return f"1 anmälan = {alone} per {grouped(denominator)} hos er"


def population_about(count: Decimal, per_100k: Decimal) -> int | None:
    """Return roughly how many inhabitants a count and its rate were reckoned with, or None."""
    return round(count * HUNDRED_THOUSAND / per_100k) if count > 0 and per_100k > 0 else None


def suppressed(value: Decimal | int, limit: int = 5) -> str:
    """Return a count as it may be published: "färre än 5" below the limit, nought too.

    A nought beside hidden ones would let the reader subtract what is hidden.
    """
    return f"färre än {limit}" if value < limit else number(float(value))


def must_be_hidden(value: Decimal, unit: Unit, population: int | None, limit: int = 5) -> bool:
    """Tell whether a count is below the limit, or a rate gives away a count that is.

    A rate whose population is not known is hidden nowhere: its count cannot be reckoned.
    """
    if unit.is_count:
        return value < limit
    if unit.denominator is None or not population:
        return False
    return value * population / unit.denominator < Decimal(limit) - Decimal("0.5")


def percentage_change(before: Decimal | int, now: Decimal | int) -> int | None:
    """Return the change in whole percent, or None where either count is too small to bear it."""
    if min(before, now) < LEAST_FOR_PERCENT:
        return None
    change = (Decimal(now) - Decimal(before)) * 100 / Decimal(before)
    return int(change.quantize(Decimal(1), ROUND_HALF_UP))


def percentage_text(before: Decimal | int, now: Decimal | int) -> str:
    """Return "+12 procent", or that the counts are too small to be told in percent."""
    change = percentage_change(before, now)
    if change is None:
        return f"färre än {LEAST_FOR_PERCENT}, för få för att räkna i procent"
    sign = "+" if change > 0 else "−" if change < 0 else "±"
    return f"{sign}{abs(change)} procent"


@dataclass(frozen=True, slots=True, kw_only=True)
class RollingMean:
    """The mean of some years in a row; years without a figure are left out and named."""

    first: int
    last: int
    value: Decimal | None
    missing: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """Return "2023–2025: 12,3 i medeltal (uppgift saknas för 2024)"."""
        said = "uppgift saknas" if self.value is None else f"{number(float(self.value))} i medeltal"
        gaps = (
            f" (uppgift saknas för {_years(self.missing)})" if self.missing and self.value is not None else ""
        )
        return f"{self.first}–{self.last}: {said}{gaps}"


def rolling_mean(values: Mapping[int, Decimal], last: int, span: int = 3) -> RollingMean:
    """Return the mean of `span` years up to and with `last`; None where fewer than two are known."""
    years = range(last - span + 1, last + 1)
    known = [values[year] for year in years if year in values]
    mean = (sum(known, Decimal(0)) / len(known)).quantize(_TENTH, ROUND_HALF_UP) if len(known) > 1 else None
    missing = tuple(year for year in years if year not in values)
    return RollingMean(first=years[0], last=last, value=mean, missing=missing)


def rolling_means(values: Mapping[int, Decimal], span: int = 3) -> tuple[RollingMean, ...]:
    """Return a mean for every year that has `span` years behind it in the series."""
    if not values:
        return ()
    return tuple(rolling_mean(values, last, span) for last in range(min(values) + span - 1, max(values) + 1))


class Direction(StrEnum):
    """What the newest year says compared with the years before it."""

    RISING = "ökar"
    FALLING = "minskar"
    NORMAL = "inom normal variation"
    TOO_FEW = "för lite att döma av"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A judgement of the newest year, with what it was held against."""

    direction: Direction
    polarity: Polarity
    unit: Unit
    year: int | None = None
    newest: Decimal | None = None
    mean: Decimal | None = None
    low: Decimal | None = None
    """The lower end of what earlier years lead one to expect."""
    high: Decimal | None = None
    years: tuple[int, ...] = ()
    missing: tuple[int, ...] = ()
    preliminary: bool = False

    @property
    def is_better(self) -> bool | None:
        """Return whether the change is for the better; None when there is none or nobody can say."""
        if self.direction not in _MOVED or self.polarity is Polarity.NEUTRAL:
            return None
        return (self.direction is Direction.FALLING) == (self.polarity is Polarity.LOW_IS_GOOD)

    @property
    def sentence(self) -> str:
        """Return the judgement in Swedish, with its ground and which way is better."""
        parts = [_first_words(self), *_ground(self)]
        if self.direction in _MOVED:
            parts.append(self.polarity.sentence)
        return " ".join(parts)


_MOVED = frozenset({Direction.RISING, Direction.FALLING})


def change(
    series: Iterable[Observation], unit: Unit, polarity: Polarity, population: int | None = None
) -> Change:
    """Judge the newest year of one place against at most five years before it, at least three of them known.

    Counts of crimes vary by chance at least as a Poisson count does, whose variance is its mean m; real life
    clusters, so the variance s² between the earlier years is taken where it is larger. The newest year is a
    new draw and m is itself reckoned from n years, hence a change must go beyond
    m ± 2·√(max(m, s²)·(1 + 1/n)), which chance alone passes in about one year of twenty.
    A rate is judged as the count behind it when the population is known. Other figures (procent) have no such
    floor: m ± t·√(s²·(1 + 1/n)), t after Student for so few years.
    Nothing is said of counts that are below five both before and now.
    """
    known = {one.year: one for one in series if one.is_year and one.state is ValueState.KNOWN}
    if not known:
        return Change(direction=Direction.TOO_FEW, polarity=polarity, unit=unit)
    year = max(known)
    back = range(max(year - MOST_YEARS, min(known)), year)
    earlier = tuple(each for each in back if each in known)
    found = Change(
        direction=Direction.TOO_FEW,
        polarity=polarity,
        unit=unit,
        year=year,
        newest=known[year].value,
        years=earlier,
        missing=tuple(each for each in back if each not in known),
        preliminary=known[year].preliminary,
    )
    if len(earlier) < LEAST_YEARS:
        return found
    return _judged(found, [float(known[each].value or 0) for each in earlier], population)


def _judged(found: Change, earlier: Sequence[float], population: int | None) -> Change:
    newest = float(found.newest or 0)
    mean = sum(earlier) / len(earlier)
    one = _one(found.unit, population)
    reach = _reach(earlier, mean, one)
    if reach is None:
        return found
    direction = Direction.NORMAL
    if one is not None and max(mean, newest) < FEW * one:
        direction = Direction.TOO_FEW
    elif abs(newest - mean) > reach:
        direction = Direction.RISING if newest > mean else Direction.FALLING
    return replace(
        found,
        direction=direction,
        mean=_rounded(mean),
        low=_rounded(max(0.0, mean - reach)),
        high=_rounded(mean + reach),
    )


def _one(unit: Unit, population: int | None) -> float | None:
    """Return how much one single report adds to the figure; None where that cannot be said."""
    if unit.is_count:
        return 1.0
    if unit.denominator is None or not population:
        return None
    return unit.denominator / population


def _reach(earlier: Sequence[float], mean: float, one: float | None) -> float | None:
    """Return how far from the mean chance alone takes a year, or None when the years do not tell."""
    years = len(earlier)
    variance = sum((value - mean) ** 2 for value in earlier) / (years - 1)
    if one is not None:
        # The count behind is mean/one; its variance as a rate is (mean/one)·one².
        return _SPREADS * sqrt(max(mean * one, variance) * (1 + 1 / years))
    return _T[years] * sqrt(variance * (1 + 1 / years)) if variance else None


def _rounded(value: float) -> Decimal:
    return Decimal(str(value)).quantize(_TENTH, ROUND_HALF_UP)


def _first_words(change: Change) -> str:
    if change.newest is None:
        return "Det finns inga helårsvärden att döma av."
    note = ", preliminärt" if change.preliminary else ""
    value = f"{change.year}: {number(float(change.newest))} {change.unit.text}{note}."
    return f"{value} {_JUDGED[change.direction]}"


_JUDGED = {
    Direction.RISING: "Det är en ökning utöver den normala variationen mellan åren.",
    Direction.FALLING: "Det är en minskning utöver den normala variationen mellan åren.",
    Direction.NORMAL: "Det är inom den normala variationen mellan åren.",
    Direction.TOO_FEW: "Det är för lite att döma av för att tala om ökning eller minskning.",
}


def _ground(change: Change) -> list[str]:
    said = []
    if change.mean is not None and change.low is not None and change.high is not None:
        said.append(
            f"Medelvärdet {change.years[0]}–{change.years[-1]} är {number(float(change.mean))}, "
            f"och slumpen ger {number(float(change.low))}–{number(float(change.high))}."
        )
    elif change.newest is not None and len(change.years) < LEAST_YEARS:
        said.append(f"Minst {LEAST_YEARS} tidigare år behövs.")
    if change.missing:
        said.append(f"Uppgift saknas för {_years(change.missing)}.")
    return said


def _years(years: Sequence[int]) -> str:
    return listed([str(year) for year in years])
