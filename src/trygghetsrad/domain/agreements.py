"""Agreements on cooperation (9 §) and the pledges that belong to them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from trygghetsrad.domain.actions import Rating

if TYPE_CHECKING:
    from datetime import date


class AgreementState(StrEnum):
    """How far an agreement has come; computed from its dates and signatures (practice.md 23)."""

    DRAFT = "utkast"
    SENT = "utsänd"
    SIGNED = "undertecknad"
    VALID = "gäller"
    EXPIRED = "löpt ut"
    REPLACED = "ersatt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One who signs: an organisation, or another municipality."""

    id: int
    uid: str
    name: str
    organisation_id: int | None = None
    signatory: str = ""
    signatory_title: str = ""
    signed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """A medborgarlöfte: what the parties promise the inhabitants, and how it went."""

    id: int
    uid: str
    text: str
    agreement_id: int | None = None
    who: str = ""
    starts: date | None = None
    ends: date | None = None
    result: str = ""
    followed_up_on: date | None = None
    rating: Rating = Rating.UNRATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One heading of an agreement beside purposes and areas, with its text."""

    key: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A written agreement on cooperation; purposes and areas are what 9 § demands of it."""

    id: int
    uid: str
    title: str
    purposes: str = ""
    areas: str = ""
    starts: date | None = None
    ends: date | None = None
    extends: bool = False
    """True when it holds on until a new one is signed."""
    sent_on: date | None = None
    dnr: str = ""
    replaced_by_id: int | None = None
    is_elsewhere: bool = False
    attachment_id: int | None = None
    """The signed file."""
    parties: tuple[Party, ...] = ()
    clauses: tuple[Clause, ...] = ()
    pledges: tuple[Pledge, ...] = ()

    @property
    def signed_on(self) -> date | None:
        """Return when the last party signed, or None while somebody has not."""
        days = [party.signed_on for party in self.parties]
        signed = [day for day in days if day is not None]
        return max(signed) if signed and len(signed) == len(days) else None
