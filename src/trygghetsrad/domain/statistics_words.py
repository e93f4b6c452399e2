"""What the figures of one indicator say: a chart, careful sentences, and all values as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from trygghetsrad.domain.charts import MOST_LINES, WITHHELD, BarChart, ChartPoint, CompareLine, number
from trygghetsrad.domain.counting import grouped
from trygghetsrad.domain.small_numbers import (
    MOST_YEARS,
    Change,
    change,
    must_be_hidden,
    one_report_is,
    rolling_mean,
)
from trygghetsrad.domain.statistics import CRIME_SCENE_NOTE, GeographyKind, Source, ValueState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from decimal import Decimal

    from trygghetsrad.domain.statistics import Observation, Population, Unit
    from trygghetsrad.domain.statistics_plan import Series

MOST_BARS: Final = 10
LIMIT: Final = 5
"""Counts below this are not told in papers that anyone may read."""
NO_UNIT: Final = "värde"
HIDDEN_NOTE: Final = f"{WITHHELD} = antalet är mindre än {LIMIT} eller lämnas inte ut av källan."
HIDDEN_SENTENCE: Final = (
    f"Minst ett av åren har färre än {LIMIT}. Därför bedöms ingen ökning eller minskning här."
)
_LINES_FIRST: Final = (
    GeographyKind.GROUP,
    GeographyKind.COUNTY,
    GeographyKind.COUNTRY,
    GeographyKind.MUNICIPALITY,
    GeographyKind.OTHER,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TwinRow:
    """One period of the table: a text for the own municipality and for each place beside it."""

    period: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesFacts:
    """All that the window and the papers tell of one indicator."""

    indicator_id: int
    title: str
    unit: str
    chart: BarChart | None
    """None where there is nothing to draw: no values, or values below nought."""
    sentences: tuple[str, ...]
    notes: tuple[str, ...]
    source: str
    places: tuple[str, ...]
    rows: tuple[TwinRow, ...]


def series_facts(
    series: Series,
    populations: Sequence[Population] = (),
    *,
    name: str = "",
    published: bool = False,
    most: int = MOST_BARS,
) -> SeriesFacts:
    """Tell one indicator; `published` keeps counts below five to ourselves, and all that gives them away."""
    telling = _Telling(series, populations, published=published)
    judged = telling.judged()
    return SeriesFacts(
        indicator_id=series.indicator.id,
        title=series.indicator.name,
        unit=series.indicator.unit.text,
        chart=telling.chart(name, most, telling.judgement(judged)),
        sentences=tuple(
            filter(
                None,
                (
                    telling.judgement(judged),
                    telling.mean(),
                    telling.count_behind(),
                    telling.interval(),
                    telling.one_report(),
                ),
            )
        ),
        notes=telling.notes(judged),
        source=f"Källa: {source_words(series)}.",
        places=(name or own_place(series), *(place for place, _figures in series.others)),
        rows=telling.rows(),
    )


def own_place(series: Series) -> str:
    return series.own[0].geography.name if series.own else "Kommunen"


def source_words(series: Series) -> str:
    """Return whose figures they are and when the newest of them were fetched."""
    days = [one.retrieved_on for one in series.own if one.retrieved_on]
    said: str = series.indicator.source.value
    return f"{said}, hämtat {max(days).isoformat()}" if days else said


def nearest(populations: Iterable[Population], year: int) -> Population | None:
    """Return how many lived there that year, or in the year known that is nearest to it."""
    return min(populations, key=lambda one: (abs(one.year - year), -one.year), default=None)


class _Telling:
    """Works out what one indicator may say."""

    def __init__(self, series: Series, populations: Sequence[Population], *, published: bool) -> None:
        self._series, self._populations, self._published = series, populations, published
        self._unit: Unit = series.indicator.unit
        self._years = tuple(one for one in series.years if one.state is ValueState.KNOWN)
        self._newest = max(self._years, key=lambda one: one.year, default=None)

    # -- what is kept to ourselves ---------------------------------------------------------------

    def is_hidden(self, one: Observation) -> bool:
        if not self._published or one.value is None:
            return False
        own = one.geography.kind is GeographyKind.MUNICIPALITY
        lived = nearest(self._populations, one.year) if own else None
        return must_be_hidden(one.value, self._unit, lived.count if lived else None, LIMIT)

    def _some_hidden(self) -> bool:
        return any(self.is_hidden(one) for one in self._back(MOST_YEARS))

    def _back(self, years: int) -> tuple[Observation, ...]:
        if self._newest is None:
            return ()
        return tuple(one for one in self._years if one.year >= self._newest.year - years)

    # -- the chart -------------------------------------------------------------------------------

    def chart(self, name: str, most: int, message: str) -> BarChart | None:
        figures = _in_years(self._series.years) or {one.period: one for one in self._series.own}
        periods = list(figures)[-most:]
        shown = [figures[period] for period in periods]
        known = [one.value for one in shown if one is not None and one.value is not None]
        if not known or min(known) < 0:
            return None
        return BarChart(
            title=self._series.indicator.name,
            unit=self._unit.text or NO_UNIT,
            points=tuple(self._point(period, figures[period]) for period in periods),
            lines=self._lines(periods),
            source=source_words(self._series),
            message=message,
            name=name or own_place(self._series),
        )

    def _point(self, period: str, one: Observation | None) -> ChartPoint:
        if one is None or one.value is None:
            withheld = one is not None and one.state is ValueState.SUPPRESSED
            return ChartPoint(label=period, withheld=withheld)
        if self.is_hidden(one):
            return ChartPoint(label=period, withheld=True)
        return ChartPoint(label=period, value=float(one.value), preliminary=one.preliminary)

    def _lines(self, periods: Sequence[str]) -> tuple[CompareLine, ...]:
        """Hold rates and shares against other places; counts of places of other sizes cannot be."""
        if self._unit.is_count:
            return ()
        told = sorted(
            (one for one in self._series.others if one[1]),
            key=lambda one: _LINES_FIRST.index(one[1][0].geography.kind),
        )
        lines = []
        for place, figures in told:
            known = {
                one.period: float(one.value) for one in figures if one.value is not None and one.value >= 0
            }
            values = tuple(known.get(period) for period in periods)
            if any(value is not None for value in values):
                lines.append(CompareLine(name=place, values=values))
        return tuple(lines[:MOST_LINES])

    # -- the sentences ---------------------------------------------------------------------------

    def judged(self) -> Change:
        lived = nearest(self._populations, self._newest.year) if self._newest else None
        indicator = self._series.indicator
        return change(self._series.own, self._unit, indicator.polarity, lived.count if lived else None)

    def judgement(self, judged: Change) -> str:
        return HIDDEN_SENTENCE if self._some_hidden() else judged.sentence

    def mean(self) -> str:
        """Return the mean of three years, which says more of few counts than any one of them."""
        values = _values(self._years)
        if self._newest is None or len(values) < 3 or self._some_hidden():
            return ""
        found = rolling_mean(values, self._newest.year)
        return f"{found.text}." if found.value is not None else ""

    def count_behind(self) -> str:
        """Return about how many a rate is, so that the count comes first where the source has none."""
        newest = self._newest
        if newest is None or newest.value is None or not self._is_reports() or self.is_hidden(newest):
            return ""
        lived = nearest(self._populations, newest.year)
        if lived is None or self._unit.denominator is None:
            return ""
        count = round(newest.value * lived.count / self._unit.denominator)
        noun = "anmälan" if count == 1 else "anmälningar"
        return f"{newest.year} motsvarar det ungefär {grouped(count)} {noun}."

    def one_report(self) -> str:
        newest = self._newest
        lived = nearest(self._populations, newest.year) if newest else None
        if lived is None or self._unit.denominator is None or not self._is_reports():
            return ""
        about = "ungefär " if lived.about else ""
        alone = one_report_is(lived.count, self._unit.denominator)
        if self._published:
            alone = alone.replace("hos er", "i kommunen")
        return f"{alone} (räknat på {about}{grouped(lived.count)} invånare {lived.year})."

    def interval(self) -> str:
        """Return how sure a share from a survey is."""
        told = [one for one in self._series.own if one.low is not None and one.high is not None]
        if not told or self.is_hidden(told[-1]):
            return ""
        one = told[-1]
        ends = f"{number(float(one.low or 0))}–{number(float(one.high or 0))} {self._unit.text}"
        return f"Osäkerheten {one.period} är {ends} (konfidensintervall)."

    def _is_reports(self) -> bool:
        indicator = self._series.indicator
        return indicator.source is Source.BRA or "anmäl" in indicator.counted.casefold()

    def notes(self, judged: Change) -> tuple[str, ...]:
        indicator = self._series.indicator
        found = [f"Det som räknas: {indicator.counted.rstrip('.')}."] if indicator.description else []
        if indicator.polarity.sentence not in judged.sentence or self._some_hidden():
            found.append(indicator.polarity.sentence)
        if indicator.source is Source.BRA or (indicator.source is Source.KOLADA and self._is_reports()):
            found.append(CRIME_SCENE_NOTE)
        if any(self.is_hidden(one) for one in self._series.own):
            found.append(HIDDEN_NOTE)
        return tuple(found)

    # -- the table -------------------------------------------------------------------------------

    def rows(self) -> tuple[TwinRow, ...]:
        """Return every period, the newest first, for the own municipality and every other place."""
        places = [self._series.own, *(figures for _name, figures in self._series.others)]
        columns = [{one.period: one for one in figures} for figures in places]
        periods = {one.period: one.year for figures in places for one in figures}
        newest_first = sorted(periods, key=lambda period: (periods[period], period), reverse=True)
        return tuple(
            TwinRow(period=period, values=tuple(self._text(column.get(period)) for column in columns))
            for period in newest_first
        )

    def _text(self, one: Observation | None) -> str:
        if one is not None and self.is_hidden(one):
            return WITHHELD
        return figure_text(one)


def figure_text(one: Observation | None) -> str:
    """Return "160", "12,5 (prel.)", "..", "." or "uppgift saknas"."""
    if one is None or one.value is None:
        return (one.state if one else ValueState.MISSING).sign
    value = number(float(one.value))
    return f"{value} (prel.)" if one.preliminary else value


def _in_years(years: Sequence[Observation]) -> dict[str, Observation | None]:
    """Return every year from the first to the last; one without a figure is a gap, not left out."""
    if not years:
        return {}
    told = {one.year: one for one in years}
    return {str(year): told.get(year) for year in range(min(told), max(told) + 1)}


def _values(years: Iterable[Observation]) -> Mapping[int, Decimal]:
    return {one.year: one.value for one in years if one.value is not None}
