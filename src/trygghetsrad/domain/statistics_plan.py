"""What taking in a file of statistics would do, weighed against the council before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from trygghetsrad.domain.statistics import Indicator, Observation, Population, ReadFigure, ReadStatistics


class FigureDeed(StrEnum):
    """What happens to one figure of a file."""

    ADD = "läggs till"
    REVISE = "ändras"
    LEAVE = "oförändrad"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedFigure:
    """One figure and what will be done with it; `before` is what the council has now."""

    figure: ReadFigure
    deed: FigureDeed
    before: Observation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsPlan:
    """A whole file, weighed; figures of other municipalities are counted and left out."""

    reading: ReadStatistics
    figures: tuple[PlannedFigure, ...]
    left_out: int = 0
    """Figures of municipalities that are not compared with."""
    population: tuple[Population, ...] = ()
    """Numbers of inhabitants, about right, reckoned from counts and rates that stand beside each other."""

    def count(self, deed: FigureDeed) -> int:
        return sum(1 for planned in self.figures if planned.deed is deed)

    @property
    def revisions(self) -> tuple[PlannedFigure, ...]:
        """Return the figures that the source has changed since last time."""
        return tuple(planned for planned in self.figures if planned.deed is FigureDeed.REVISE)

    @property
    def new_indicators(self) -> tuple[str, ...]:
        """Return the names of what is measured in the file, each once."""
        return tuple({one.figure.indicator.key: one.figure.indicator.name for one in self.figures}.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What a figure was, and when it was replaced."""

    period: str
    geography: str
    before: Observation
    replaced_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """All figures of one indicator, place by place, each in the order of time."""

    indicator: Indicator
    own: tuple[Observation, ...] = ()
    others: tuple[tuple[str, tuple[Observation, ...]], ...] = ()
    """The county, the country and groups, by name."""
    revisions: tuple[Revision, ...] = ()

    @property
    def years(self) -> tuple[Observation, ...]:
        """Return the municipality's figures that hold for whole years."""
        return tuple(one for one in self.own if one.is_year)
