"""Collects the figures of a table one by one and says of each that was not taken where it stands and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.municipality_names import MunicipalityNames, plain_name
from trygghetsrad.domain.statistics import (
    Geography,
    GeographyKind,
    Layout,
    Observation,
    ReadFigure,
    ReadStatistics,
    Skipped,
    ValueState,
)
from trygghetsrad.exchange.statistics_cells import Value, read_value

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from trygghetsrad.domain.statistics import ReadIndicator, Source
    from trygghetsrad.exchange.statistics_cells import Period

_LONGEST_QUOTE = 40
_LONGEST_NAME = 200
_NOBODY = MunicipalityNames(())


class Collector:
    """The figures found so far in one file; without names of municipalities, places stay as written."""

    def __init__(self, names: MunicipalityNames | None = None, *, dash_is_nought: bool = False) -> None:
        self.rows: list[ReadFigure] = []
        self.skipped: list[Skipped] = []
        self.warnings: list[str] = []
        self.dash_is_nought = dash_is_nought
        self.keep_unknown = names is None
        """Whether a place that nobody knows is kept under its own name."""
        self._names = names or _NOBODY
        self._told: set[str] = set()

    def add(
        self,
        where: str,
        indicator: ReadIndicator,
        place: Geography,
        period: Period,
        text: str,
        interval: tuple[Decimal | None, Decimal | None] = (None, None),
    ) -> None:
        """Take one cell as a figure, or say why it is none."""
        value = self.value(where, text)
        geography = self._meant(where, place, period.year) if place.name or place.code else place
        if value is None or geography is None:
            return
        observation = Observation(
            geography=geography,
            period=period.text,
            year=period.year,
            value=value.number,
            state=value.state,
            preliminary=period.preliminary,
            low=interval[0],
            high=interval[1],
            original=text.strip(),
        )
        self.rows.append(ReadFigure(where=where, indicator=indicator, observation=observation))

    def value(self, where: str, text: str) -> Value | None:
        """Return what a cell holds, or None after having told that it is no figure."""
        value = read_value(text, dash_is_nought=self.dash_is_nought)
        if value is None:
            self.skip(where, f"”{quoted(text)}” är inget värde som går att läsa.")
        return value

    def skip(self, where: str, reason: str) -> None:
        self.skipped.append(Skipped(where=where, reason=reason))

    def done(
        self,
        layout: Layout,
        source: Source,
        *,
        title: str = "",
        needs_year: bool = False,
    ) -> ReadStatistics:
        """Return what was read, each figure once."""
        kept = tuple(self._once())
        if any(row.observation.preliminary for row in kept):
            self.warnings.append("Preliminära siffror: de kan ändras när källan räknar om dem.")
        return ReadStatistics(
            layout=layout,
            source=source,
            rows=kept,
            title=title,
            skipped=tuple(self.skipped),
            warnings=tuple(self.warnings),
            needs_year=needs_year,
        )

    def _meant(self, where: str, written: Geography, year: int) -> Geography | None:
        """Return the place a table means; a name nobody knows is told once a row, not dropped in silence."""
        found = self._names.find(written.name, written.code)
        if found is None:
            if self.keep_unknown:
                return written
            reason = f"”{quoted(written.name or written.code)}” är ingen känd kommun."
        elif found.holds_in(year):
            return found.geography
        else:
            reason = f"”{quoted(written.name)}” gäller inte {year}."
        if where not in self._told:
            self._told.add(where)
            self.skip(where, reason)
        return None

    def _once(self) -> Iterable[ReadFigure]:
        """Yield the first figure for each indicator, place and period; tell of every later one."""
        first: dict[tuple[str, str, str], ReadFigure] = {}
        for row in self.rows:
            seen = row.observation
            place = seen.geography.code or plain_name(seen.geography.name)
            before = first.setdefault((row.indicator.key, place, seen.period), row)
            if before is row:
                yield row
                continue
            same = before.observation.value == seen.value and before.observation.state == seen.state
            rest = "med samma värde" if same else f"med värdet {_shown(before)}, som togs"
            name = seen.geography.name or row.indicator.name
            self.skip(row.where, f"{quoted(name)} {seen.period} står redan på {before.where} {rest}.")


def _shown(row: ReadFigure) -> str:
    return quoted(row.observation.original) or ValueState.MISSING.value


def quoted(text: str) -> str:
    """Return foreign text short enough for a sentence, on one line."""
    line = " ".join(text[:_LONGEST_NAME].split())
    return line if len(line) <= _LONGEST_QUOTE else f"{line[:_LONGEST_QUOTE]}…"


def shortened(name: str) -> str:
    """Return a name on one line, cut where no real name is that long."""
    return " ".join(name[: 2 * _LONGEST_NAME].split())[:_LONGEST_NAME]


def place_named(name: str, code: str = "") -> Geography:
    """Return a place as a table writes it; what it really is, is settled when all is read."""
    return Geography(
        name=shortened(name), kind=GeographyKind.MUNICIPALITY, code=code.strip()[:_LONGEST_QUOTE]
    )
