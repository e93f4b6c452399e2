"""Weighs a file of statistics against what the council has, so that nothing is doubled."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from trygghetsrad.domain.counting import listed
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.small_numbers import HUNDRED_THOUSAND, population_about
from trygghetsrad.domain.statistics import GeographyKind, Population, ValueState
from trygghetsrad.domain.statistics_plan import FigureDeed, PlannedFigure, StatisticsPlan
from trygghetsrad.services.knowledge import focus_area
from trygghetsrad.services.live import live
from trygghetsrad.services.reading import council_of
from trygghetsrad.services.reading_statistics import observation_of, own_name, populations_in
from trygghetsrad.store.schema import IndicatorRow, ObservationRow, ProblemIndicatorRow, ProblemRow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.statistics import Observation, ReadFigure, ReadIndicator, ReadStatistics

FEW_OTHERS = 6
"""A file with no more other municipalities than this was made to compare with them, so they are kept."""


def weighed(session: Session, reading: ReadStatistics) -> StatisticsPlan:
    """Say of each figure what it would do.

    Raises Refused for a file in which the council's own municipality does not stand.
    """
    kept = _kept(session, reading)
    book = Book(session)
    return StatisticsPlan(
        reading=reading,
        figures=tuple(_planned(book, figure) for figure in kept),
        left_out=len(reading.rows) - len(kept),
        population=_populations(session, kept),
    )


class Book:
    """The indicators and figures the council has, looked up by what a file calls them."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._indicators = {row.key: row for row in session.scalars(live(IndicatorRow))}
        self._figures: dict[tuple[int, str, str], ObservationRow] = {
            (row.indicator_id, row.geography, row.period): row
            for row in session.scalars(select(ObservationRow))
        }
        self._new: list[IndicatorRow] = []

    def indicator(self, told: ReadIndicator) -> IndicatorRow | None:
        return self._indicators.get(told.key)

    def figure(self, told: ReadIndicator, place: str, period: str) -> ObservationRow | None:
        row = self.indicator(told)
        return self._figures.get((row.id, place, period)) if row else None

    def add(self, row: IndicatorRow) -> None:
        """Know a new indicator from now on."""
        self._indicators[row.key] = row
        self._new.append(row)

    def show_where_it_sheds_light(self) -> None:
        """Show new indicators for the problems whose focus area asks for them."""
        for problem in self._session.scalars(live(ProblemRow).where(ProblemRow.focus != "")):
            area = focus_area(problem.focus)
            asked = {one.kolada for one in area.statistics if one.kolada} if area else set()
            shown = select(func.max(ProblemIndicatorRow.place)).where(
                ProblemIndicatorRow.problem_id == problem.id
            )
            place = self._session.scalar(shown) or 0
            for row in self._new:
                if row.key in asked:
                    place += 1
                    self._session.add(
                        ProblemIndicatorRow(problem_id=problem.id, indicator_id=row.id, place=place)
                    )


def _kept(session: Session, reading: ReadStatistics) -> list[ReadFigure]:
    """Return the figures of the own municipality, its county, the country and what it is compared with."""
    code, name = council_of(session).municipality_code, own_name(session)
    places = {one.observation.geography for one in reading.rows}
    municipalities = {place.name for place in places if place.kind is GeographyKind.MUNICIPALITY}
    others = {place for place in municipalities if place not in {name, ""}}
    if others and name not in municipalities and "" not in municipalities:
        shown = listed(sorted(others)[:3]) + (f" och {len(others) - 3} till" if len(others) > 3 else "")
        raise Refused(
            f"Filen gäller {shown}, inte {name}. Inget har ändrats. Välj en fil där {name} finns med."
        )
    compared = others if len(others) <= FEW_OTHERS else set()
    return [
        _own(one, name, code) for one in reading.rows if _is_wanted(one.observation, name, code, compared)
    ]


def _is_wanted(figure: Observation, name: str, code: str, compared: set[str]) -> bool:
    place = figure.geography
    if place.kind is GeographyKind.MUNICIPALITY:
        return place.name in {name, ""} or place.name in compared
    return place.kind is not GeographyKind.COUNTY or place.code in {"", code[:2]}


def _own(figure: ReadFigure, name: str, code: str) -> ReadFigure:
    """Return the figure with the council's own municipality where a table names no place."""
    place = figure.observation.geography
    if place.name or place.kind is not GeographyKind.MUNICIPALITY:
        return figure
    whole = replace(figure.observation, geography=replace(place, name=name, code=code))
    return replace(figure, observation=whole)


def _planned(book: Book, figure: ReadFigure) -> PlannedFigure:
    told = figure.observation
    row = book.figure(figure.indicator, told.geography.name, told.period)
    if row is None:
        return PlannedFigure(figure=figure, deed=FigureDeed.ADD)
    before = observation_of(row)
    same = (before.value, before.state, before.preliminary) == (told.value, told.state, told.preliminary)
    return PlannedFigure(figure=figure, deed=FigureDeed.LEAVE if same else FigureDeed.REVISE, before=before)


def _crime(key: str) -> str:
    """Return what is counted, without whether it is told as a count or as a rate (domain/statistics.py)."""
    return key.rpartition(":")[0] or key


def _populations(session: Session, figures: Iterable[ReadFigure]) -> tuple[Population, ...]:
    """Return how many live here as counts and rates beside each other tell, for years not known yet."""
    known = {one.year for one in populations_in(session)}
    name = own_name(session)
    values: defaultdict[tuple[str, int], dict[int | None, Decimal]] = defaultdict(dict)
    for figure in figures:
        told = figure.observation
        if told.geography.name == name and told.is_year and told.state is ValueState.KNOWN and told.value:
            values[_crime(figure.indicator.key), told.year][figure.indicator.unit.denominator] = told.value
    found: dict[int, int] = {}
    for (_, year), told_by in values.items():
        count, rate = told_by.get(None), told_by.get(HUNDRED_THOUSAND)
        about = population_about(count, rate) if count and rate else None
        if about and year not in known:
            found.setdefault(year, about)
    return tuple(Population(year=year, count=count, about=True) for year, count in sorted(found.items()))
