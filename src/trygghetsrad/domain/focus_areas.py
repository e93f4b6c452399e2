"""Problems that councils often work with, to start from when a problem of one's own is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trygghetsrad.domain.actions import Area
    from trygghetsrad.domain.people import OrganisationKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistic:
    """Figures that usually shed light on a problem."""

    name: str
    kolada: str = ""
    """The id in Kolada, "N07544"; empty for figures that somebody has to ask for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FocusArea:
    """A common problem: what it is about, which figures to look at and whom to ask."""

    key: str
    order: int
    title: str
    about: str
    areas: frozenset[Area]
    ask: tuple[OrganisationKind, ...]
    statistics: tuple[Statistic, ...]
