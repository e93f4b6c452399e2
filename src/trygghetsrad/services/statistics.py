"""What the coordinator does with statistics: take in a file, paste or type figures, and look at them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypedDict

from sqlalchemy import func, select

from trygghetsrad.domain.errors import CouncilError, Refused
from trygghetsrad.domain.municipality_names import MunicipalityNames
from trygghetsrad.domain.statistics import Layout, Source, ValueState
from trygghetsrad.domain.statistics_plan import FigureDeed
from trygghetsrad.services.importing import file_bytes
from trygghetsrad.services.live import assign, one
from trygghetsrad.services.municipalities import municipalities
from trygghetsrad.services.reading import council_of
from trygghetsrad.services.reading_statistics import indicators_in, own_name, populations_in, series_in
from trygghetsrad.services.statistics_weighing import Book, weighed
from trygghetsrad.store.schema import IndicatorRow, ObservationRevisionRow, ObservationRow, PopulationRow

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import date
    from decimal import Decimal
    from pathlib import Path

    from sqlalchemy.orm import Session
    from typing_extensions import Unpack

    from trygghetsrad.domain.statistics import (
        Indicator,
        Polarity,
        Population,
        ReadIndicator,
        ReadStatistics,
    )
    from trygghetsrad.domain.statistics_plan import PlannedFigure, Series, StatisticsPlan
    from trygghetsrad.store.database import Database


_ANY_YEAR = 2020


class IndicatorDetails(TypedDict, total=False):
    """What is told of an indicator beside its name."""

    source: Source
    unit: str
    denominator: int | None
    polarity: Polarity
    description: str
    chapter: str


class IndicatorChanges(IndicatorDetails, total=False):
    """What may be changed of an indicator."""

    name: str


class StatisticsService:
    """Figures about the municipality, from Brå and Kolada or typed by hand."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # -- looking -------------------------------------------------------------------------------

    def indicators(self) -> tuple[Indicator, ...]:
        """Return what is measured."""
        with self._database.read() as session:
            return indicators_in(session)

    def series(self, indicator_ids: Collection[int] | None = None) -> tuple[Series, ...]:
        """Return the figures of some indicators, or of all."""
        with self._database.read() as session:
            return series_in(session, indicator_ids)

    def populations(self) -> tuple[Population, ...]:
        """Return how many lived here, year by year."""
        with self._database.read() as session:
            return populations_in(session)

    def population(self, year: int) -> Population | None:
        """Return how many lived here that year, or in the year known that is nearest to it."""
        known = self.populations()
        return min(known, key=lambda one: (abs(one.year - year), -one.year), default=None)

    # -- taking in -----------------------------------------------------------------------------

    def read_file(self, path: Path, year: int | None = None) -> ReadStatistics:
        """Return what a file says; this may take a while and changes nothing.

        Raises NoStatistics, YearUnknown, ImportRefused, FileMissing or Unreadable.
        """
        return self.reading_of(path, year)()

    def reading_of(self, path: Path, year: int | None = None) -> Callable[[], ReadStatistics]:
        """Return a job that reads a file and needs the council no more; it may be done on another thread."""
        return partial(_read, path, year, self._names())

    def recognises(self, path: Path) -> bool:
        """Tell whether a file is one of Brå's or Kolada's; a plain table might be anything, so it is not.

        Raises FileMissing, NotAFile or Unreadable.
        """
        from trygghetsrad.exchange.statistics import read_statistics

        content = file_bytes(path)
        try:
            # Any year will do: here it matters only whether figures are found.
            reading = read_statistics(path.name, content, _ANY_YEAR, names=self._names())
        except CouncilError:
            return False
        return reading.layout is not Layout.PLAIN and bool(reading.rows)

    def read_pasted(self, text: str, title: str = "") -> ReadStatistics:
        """Return what a pasted table says.

        Raises NoStatistics or ImportRefused.
        """
        from trygghetsrad.exchange.statistics import read_pasted

        return read_pasted(text, names=self._names(), title=title)

    def plan(self, reading: ReadStatistics) -> StatisticsPlan:
        """Weigh a file against the council: new figures, revised ones, and those known as they are.

        Raises Refused for a file in which the council's own municipality does not stand.
        """
        with self._database.read() as session:
            return weighed(session, reading)

    def apply(self, plan: StatisticsPlan, today: date) -> None:
        """Write a plan, one step to undo; what a figure was before a revision is kept.

        The figures are weighed anew, so that a plan that is carried out twice does nothing the second time.
        """
        if not (plan.count(FigureDeed.ADD) + plan.count(FigureDeed.REVISE)):
            return
        with self._database.write("Läs in statistik") as session:
            now = weighed(session, plan.reading)
            book = Book(session)
            for planned in now.figures:
                if planned.deed is not FigureDeed.LEAVE:
                    _write(session, book, planned, today)
            for population in now.population:
                session.add(PopulationRow(year=population.year, count=population.count, about=True))
            book.show_where_it_sheds_light()
            self._database.event(session, "statistik inläst", count=len(now.figures))

    # -- by hand -------------------------------------------------------------------------------

    def add_indicator(self, name: str, **details: Unpack[IndicatorDetails]) -> int:
        """Add something that is measured; return its number.

        Raises Refused without a name.
        """
        if not name.strip():
            raise Refused("Skriv vad som mäts. Inget har ändrats.")
        with self._database.write("Lägg till mått") as session:
            row = IndicatorRow(key=f"egen: {name.strip()}", name=name.strip(), place=_next_place(session))
            assign(row, dict(details))
            session.add(row)
            session.flush()
            return row.id

    def change_indicator(self, indicator_id: int, **changes: Unpack[IndicatorChanges]) -> None:
        """Change what is told of an indicator.

        Raises Refused when the name would become empty.
        """
        if "name" in changes and not changes["name"].strip():
            raise Refused("Ett mått behöver ett namn. Det gamla namnet är kvar.")
        with self._database.write(
            "Ändra mått", merge_key=f"indicator:{indicator_id}:{','.join(changes)}"
        ) as session:
            assign(one(session, IndicatorRow, indicator_id, "Måttet"), dict(changes))

    def remove_indicator(self, indicator_id: int) -> None:
        """Put an indicator in the bin; its figures come back with it."""
        with self._database.write("Ta bort mått") as session:
            one(session, IndicatorRow, indicator_id, "Måttet").deleted_at = self._database.clock()

    def set_value(self, indicator_id: int, year: int, text: str, today: date) -> None:
        """Type the municipality's figure for a year; nothing typed takes the figure away.

        Raises Refused for what is no number.
        """
        from trygghetsrad.exchange.statistics_cells import read_value

        value = read_value(text) if text.strip() else None
        if text.strip() and value is None:
            raise Refused(f"”{text.strip()}” är inget tal. Skriv siffror, eller .. om uppgiften saknas.")
        with self._database.write("Ändra värde", merge_key=f"value:{indicator_id}:{year}") as session:
            one(session, IndicatorRow, indicator_id, "Måttet")
            known = select(ObservationRow).where(
                ObservationRow.indicator_id == indicator_id,
                ObservationRow.geography == own_name(session),
                ObservationRow.period == str(year),
            )
            row = session.scalar(known)
            if value is None:
                if row is not None:
                    session.delete(row)
                return
            if row is None:
                row = ObservationRow(
                    indicator_id=indicator_id,
                    geography=own_name(session),
                    geography_code=council_of(session).municipality_code,
                    period=str(year),
                    year=year,
                )
                session.add(row)
            row.value = "" if value.number is None else str(value.number)
            row.state, row.original = value.state, text.strip()
            row.preliminary, row.retrieved_on = False, today

    def set_population(self, year: int, count: int | None) -> None:
        """Type how many lived here at the end of a year; None takes the number away.

        Raises Refused for a number that cannot be one of inhabitants.
        """
        if count is not None and count <= 0:
            raise Refused("Antalet invånare ska vara större än noll. Inget har ändrats.")
        with self._database.write("Ändra folkmängd", merge_key=f"population:{year}") as session:
            row = session.scalar(select(PopulationRow).where(PopulationRow.year == year))
            if count is None:
                if row is not None:
                    session.delete(row)
            elif row is None:
                session.add(PopulationRow(year=year, count=count))
            else:
                row.count, row.about = count, False

    def _names(self) -> MunicipalityNames:
        """Return the municipalities, and the council's own should it be an invented one."""
        with self._database.read() as session:
            own = council_of(session).municipality_code, own_name(session)
        known = [(one.code, one.name) for one in municipalities()]
        return MunicipalityNames(known if own in known else [*known, own])


def _read(path: Path, year: int | None, names: MunicipalityNames) -> ReadStatistics:
    from trygghetsrad.exchange.statistics import read_statistics

    return read_statistics(path.name, file_bytes(path), year, names=names)


def _write(session: Session, book: Book, planned: PlannedFigure, today: date) -> None:
    """Write one figure under its indicator, which is made now if it is new."""
    figure, observation = planned.figure, planned.figure.observation
    row = book.figure(figure.indicator, observation.geography.name, observation.period)
    if row is None:
        row = ObservationRow(
            indicator_id=_indicator(session, book, figure.indicator).id,
            geography=observation.geography.name,
            geography_kind=observation.geography.kind,
            geography_code=observation.geography.code,
            period=observation.period,
            year=observation.year,
        )
        session.add(row)
    else:
        session.add(
            ObservationRevisionRow(
                observation_id=row.id,
                value=row.value,
                state=row.state,
                preliminary=row.preliminary,
                retrieved_on=row.retrieved_on,
                replaced_on=today,
            )
        )
    row.value, row.state = _text(observation.value), ValueState(observation.state)
    row.preliminary, row.original = observation.preliminary, observation.original
    row.low, row.high, row.retrieved_on = _text(observation.low), _text(observation.high), today


def _indicator(session: Session, book: Book, told: ReadIndicator) -> IndicatorRow:
    known = book.indicator(told)
    if known is not None:
        return known
    row = IndicatorRow(
        key=told.key,
        name=told.name,
        source=told.source,
        unit=told.unit.text,
        denominator=told.unit.denominator,
        polarity=told.polarity,
        description=told.description,
        place=_next_place(session),
    )
    session.add(row)
    session.flush()
    book.add(row)
    return row


def _next_place(session: Session) -> int:
    return (session.scalar(select(func.max(IndicatorRow.place))) or 0) + 1


def _text(value: Decimal | None) -> str:
    return "" if value is None else str(value)
