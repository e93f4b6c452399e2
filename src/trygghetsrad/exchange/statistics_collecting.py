"""Collects the figures of a table one by one and says of each that was not taken where it stands and why."""

from __future__ import annotations

from dataclasses import replace
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
_NOBODY = MunicipalityNames(())


class Collector:
    """The figures found so far in one file."""

    def __init__(self, *, dash_is_nought: bool = False) -> None:
        self.rows: list[ReadFigure] = []
        self.skipped: list[Skipped] = []
        self.warnings: list[str] = []
        self.dash_is_nought = dash_is_nought

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
        if value is None:
            return
        observation = Observation(
            geography=place,
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
        names: MunicipalityNames | None,
        *,
        title: str = "",
        needs_year: bool = False,
    ) -> ReadStatistics:
        """Return what was read, each place under its own name and each figure once."""
        kept = list(self._placed(names, keep_unknown=names is None or layout is Layout.PLAIN))
        if any(row.observation.preliminary for row in kept):
            self.warnings.append("Preliminära siffror: de kan ändras när källan räknar om dem.")
        return ReadStatistics(
            layout=layout,
            source=source,
            rows=tuple(self._once(kept)),
            title=title,
            skipped=tuple(self.skipped),
            warnings=tuple(self.warnings),
            needs_year=needs_year,
        )

    def _placed(self, names: MunicipalityNames | None, *, keep_unknown: bool) -> Iterable[ReadFigure]:
        """Yield each row with the place it means; a name nobody knows is told, not dropped in silence."""
        told: set[str] = set()
        for row in self.rows:
            seen = row.observation
            written = seen.geography
            if not written.name and not written.code:
                yield row
                continue
            found = (names or _NOBODY).find(written.name, written.code)
            if found is None and keep_unknown:
                yield row
            elif found is None:
                if row.where not in told:
                    told.add(row.where)
                    self.skip(row.where, f"”{quoted(written.name or written.code)}” är ingen känd kommun.")
            elif not found.holds_in(seen.year):
                self.skip(row.where, f"”{quoted(written.name)}” gäller inte {seen.year}.")
            elif found.geography == written:
                yield row
            else:
                yield replace(row, observation=replace(seen, geography=found.geography))

    def _once(self, rows: Iterable[ReadFigure]) -> Iterable[ReadFigure]:
        """Yield the first figure for each indicator, place and period; tell of every later one."""
        first: dict[tuple[str, str, str], ReadFigure] = {}
        for row in rows:
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
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_QUOTE else f"{line[:_LONGEST_QUOTE]}…"


def place_named(name: str, code: str = "") -> Geography:
    """Return a place as a table writes it; what it really is, is settled when all is read."""
    return Geography(name=" ".join(name.split()), kind=GeographyKind.MUNICIPALITY, code=code.strip())
