"""What else the Act asks a municipality to hold: samordningsfunktion, information, other planning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class CoordinationFunction:
    """Who holds the samordningsfunktion from a day on (11 §)."""

    id: int
    uid: str
    post: str
    starts: date
    person_id: int | None = None
    holder: str = ""
    percent: int | None = None
    """Of full time."""
    deputy: str = ""
    contact: str = ""
    """Where inhabitants and actors turn (12 § 2)."""
    ends: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Something told to the inhabitants, where and when (12 § 3)."""

    id: int
    uid: str
    title: str
    day: date
    address: str = ""
    document_uid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLink:
    """Other planning that the work is coordinated with (7 §)."""

    id: int
    uid: str
    name: str
    law: str = ""
    how: str = ""
    contact: str = ""
    checked_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyAnswer:
    """What somebody has told of a row of the Act for which there is nothing to show yet."""

    duty: str
    answered_on: date
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedLink:
    """A plan that most municipalities have, and the law it rests on."""

    name: str
    law: str = ""


PROPOSED_LINKS = (
    ProposedLink(
        name="Handlingsprogram för skydd mot olyckor", law="Lagen (2003:778) om skydd mot olyckor, LSO"
    ),
    ProposedLink(
        name="Risk- och sårbarhetsanalys och beredskap",
        law="Lagen (2006:544) om extraordinära händelser och höjd beredskap, LEH",
    ),
    ProposedLink(name="Folkhälsa och ANDTS"),
    ProposedLink(name="Socialtjänstens förebyggande arbete", law="Socialtjänstlagen"),
    ProposedLink(name="Översiktsplan", law="Plan- och bygglagen (2010:900)"),
)
"""The Act names no plan; these are proposals."""


def links_to_propose(known: Iterable[PlanLink]) -> tuple[ProposedLink, ...]:
    """Return the proposals that are not there already."""
    there = {one.name.casefold() for one in known}
    return tuple(one for one in PROPOSED_LINKS if one.name.casefold() not in there)


def function_on(functions: Iterable[CoordinationFunction], today: date) -> CoordinationFunction | None:
    """Return who holds the samordningsfunktion on a day."""
    holding = [one for one in functions if one.starts <= today and (one.ends is None or today <= one.ends)]
    return max(holding, key=lambda one: (one.starts, one.id), default=None)
