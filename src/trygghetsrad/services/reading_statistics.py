"""Rows of statistics as facts: indicators, figures place by place, what was revised, how many live here."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from trygghetsrad.domain.statistics import Geography, GeographyKind, Indicator, Observation, Population, Unit
from trygghetsrad.domain.statistics_plan import Revision, Series
from trygghetsrad.services.live import live
from trygghetsrad.services.reading import council_of
from trygghetsrad.store.schema import IndicatorRow, ObservationRevisionRow, ObservationRow, PopulationRow

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Row
    from sqlalchemy.orm import Session

_NEAREST_FIRST = (
    GeographyKind.MUNICIPALITY,
    GeographyKind.GROUP,
    GeographyKind.COUNTY,
    GeographyKind.COUNTRY,
)


def indicators_in(session: Session) -> tuple[Indicator, ...]:
    """Return what is measured, in her order."""
    rows = live(IndicatorRow).order_by(IndicatorRow.place, IndicatorRow.id)
    return tuple(indicator_of(row) for row in session.scalars(rows))


def indicator_of(row: IndicatorRow) -> Indicator:
    return Indicator(
        id=row.id,
        uid=row.uid,
        key=row.key,
        name=row.name,
        source=row.source,
        unit=Unit(text=row.unit, denominator=row.denominator),
        polarity=row.polarity,
        description=row.description,
        chapter=row.chapter,
        place=row.place,
    )


def series_in(session: Session, indicator_ids: Collection[int] | None = None) -> tuple[Series, ...]:
    """Return the figures of some indicators, or of all, the municipality's own apart from the others'."""
    wanted = [one for one in indicators_in(session) if indicator_ids is None or one.id in indicator_ids]
    found: defaultdict[int, defaultdict[str, list[Observation]]] = defaultdict(lambda: defaultdict(list))
    # Columns, not rows to be changed: a long series is many figures.
    columns = ObservationRow.__table__.c
    statement = select(*columns).order_by(columns.year, columns.period)
    if indicator_ids is not None:
        statement = statement.where(columns.indicator_id.in_(list(indicator_ids)))
    for row in session.execute(statement):
        found[row.indicator_id][row.geography].append(observation_of(row))
    own, revised = own_name(session), _revisions(session)
    return tuple(
        Series(
            indicator=one,
            own=tuple(found[one.id][own]),
            others=_others(found[one.id], own),
            revisions=tuple(revised[one.id]),
        )
        for one in wanted
    )


def own_name(session: Session) -> str:
    """Return the municipality as tables of statistics name it."""
    return council_of(session).municipality_name.removesuffix(" (exempel)")


def observation_of(row: ObservationRow | Row[Any]) -> Observation:
    return Observation(
        geography=Geography(name=row.geography, kind=row.geography_kind, code=row.geography_code),
        period=row.period,
        year=row.year,
        value=_decimal(row.value),
        state=row.state,
        preliminary=row.preliminary,
        low=_decimal(row.low),
        high=_decimal(row.high),
        retrieved_on=row.retrieved_on,
        original=row.original,
    )


def populations_in(session: Session) -> tuple[Population, ...]:
    """Return how many lived here, year by year."""
    return tuple(
        Population(year=row.year, count=row.count, about=row.about)
        for row in session.scalars(select(PopulationRow).order_by(PopulationRow.year))
    )


def _others(found: dict[str, list[Observation]], own: str) -> tuple[tuple[str, tuple[Observation, ...]], ...]:
    told = [(name, tuple(figures)) for name, figures in found.items() if name != own]
    return tuple(sorted(told, key=lambda one: _nearness(one[1][0].geography)))


def _nearness(place: Geography) -> tuple[int, str]:
    known = _NEAREST_FIRST.index(place.kind) if place.kind in _NEAREST_FIRST else len(_NEAREST_FIRST)
    return known, place.name


def _revisions(session: Session) -> defaultdict[int, list[Revision]]:
    found: defaultdict[int, list[Revision]] = defaultdict(list)
    rows = session.execute(
        select(ObservationRevisionRow, ObservationRow)
        .join(ObservationRow, ObservationRow.id == ObservationRevisionRow.observation_id)
        .order_by(ObservationRevisionRow.id)
    )
    for old, now in rows:
        before = Observation(
            geography=Geography(name=now.geography, kind=now.geography_kind, code=now.geography_code),
            period=now.period,
            year=now.year,
            value=_decimal(old.value),
            state=old.state,
            preliminary=old.preliminary,
            retrieved_on=old.retrieved_on,
        )
        found[now.indicator_id].append(
            Revision(period=now.period, geography=now.geography, before=before, replaced_on=old.replaced_on)
        )
    return found


def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if text else None
