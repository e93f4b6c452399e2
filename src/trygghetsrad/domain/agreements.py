"""Agreements on cooperation (9 §) and the pledges that belong to them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from trygghetsrad.domain.actions import Rating
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.law_clock import months_after
from trygghetsrad.domain.law_facts import AgreementFact, SignatureFact

if TYPE_CHECKING:
    from datetime import date

LEAST_PARTIES = 2
_MONTHS_FROM, _YEARS_FROM = 2, 36


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
    drafted_on: date | None = None
    renews_id: int | None = None
    """The one whose text it was copied from."""
    replaced_by_id: int | None = None
    replaced_from: date | None = None
    """The first day of the one that replaces it."""
    is_elsewhere: bool = False
    attachment_id: int | None = None
    """The signed file."""
    parties: tuple[Party, ...] = ()
    clauses: tuple[Clause, ...] = ()
    pledges: tuple[Pledge, ...] = ()

    @property
    def signed_on(self) -> date | None:
        """Return when the last party signed; None while one is lacking, or there are fewer than two."""
        signed = [party.signed_on for party in self.parties if party.signed_on is not None]
        whole = len(signed) == len(self.parties) >= LEAST_PARTIES
        return max(signed) if whole else None

    @property
    def unsaid(self) -> tuple[str, ...]:
        """Return which of the two things that 9 § demands are lacking."""
        both = (("syften", self.purposes), ("områden", self.areas))
        return tuple(word for word, said in both if not said.strip())

    @property
    def period(self) -> str:
        """Return "2027-01-01–2030-12-31", "från 2027-01-01", or nothing."""
        if self.starts and self.ends:
            return f"{iso(self.starts)}–{iso(self.ends)}"
        if self.starts:
            return f"från {iso(self.starts)}"
        return f"till {iso(self.ends)}" if self.ends else ""


def agreement_state(agreement: Agreement, today: date) -> AgreementState:
    """Return how far an agreement has come; a replaced one is valid to its end (practice.md 23)."""
    signed = agreement.signed_on
    if signed is None or signed > today:
        begun = agreement.sent_on or any(party.signed_on for party in agreement.parties)
        return AgreementState.SENT if begun else AgreementState.DRAFT
    if agreement.starts and agreement.starts > today:
        return AgreementState.SIGNED
    has_ended = agreement.ends is not None and agreement.ends < today
    if agreement.ends is not None and not has_ended:
        return AgreementState.VALID
    if _is_replaced(agreement, today):
        return AgreementState.REPLACED
    return AgreementState.EXPIRED if has_ended and not agreement.extends else AgreementState.VALID


def _is_replaced(agreement: Agreement, today: date) -> bool:
    by, since = agreement.replaced_by_id, agreement.replaced_from
    return by is not None and (since is None or since <= today)


def days_left(agreement: Agreement, today: date) -> int | None:
    """Return how many days are left of the period; negative when it is over, None without an end."""
    return (agreement.ends - today).days if agreement.ends else None


def time_left(agreement: Agreement, today: date) -> str:
    """Return "8 månader kvar" as a list says it; nothing of what is not signed or is replaced."""
    state, ends = agreement_state(agreement, today), agreement.ends
    if state is AgreementState.SIGNED and agreement.starts:
        return f"börjar {iso(agreement.starts)}"
    if state is AgreementState.VALID:
        if ends is None:
            return "tills vidare"
        return span_left(ends, today) if today <= ends else "förlängd tills en ny tecknats"
    return f"löpte ut {iso(ends)}" if state is AgreementState.EXPIRED and ends else ""


def span_left(ends: date, today: date) -> str:
    """Return "8 månader kvar", "12 dagar kvar" or "3 år kvar"."""
    months = 0
    while months_after(today, months + 1) <= ends:
        months += 1
    if months >= _YEARS_FROM:
        return f"{months // 12} år kvar"
    if months >= _MONTHS_FROM:
        return f"{months} månader kvar"
    days = (ends - today).days
    return {0: "slutar i dag", 1: "1 dag kvar"}.get(days, f"{days} dagar kvar")


def next_period(starts: date | None, ends: date | None, today: date) -> tuple[date, date | None]:
    """Return the period that follows: it begins the day after, and is as long."""
    if ends is None:
        return today, None
    begins = ends + timedelta(days=1)
    if starts is None:
        return begins, None
    months = (begins.year - starts.year) * 12 + begins.month - starts.month
    if months and months_after(starts, months) == begins:
        return begins, months_after(begins, months) - timedelta(days=1)
    return begins, begins + (ends - starts)


def renewed_title(title: str, old: tuple[date | None, date | None], new: tuple[date, date | None]) -> str:
    """Return a title with its years moved: "Överenskommelse 2023–2026" becomes 2027–2030."""
    years = {
        str(before.year): str(after.year) for before, after in zip(old, new, strict=True) if before and after
    }
    # A year with a colon after it is the number of a law.
    return re.sub(r"\b(?:19|20)\d\d\b(?!:)", lambda year: years.get(year[0], year[0]), title)


# -- what the Act and the reminders read ---------------------------------------------------------


def agreement_fact(agreement: Agreement) -> AgreementFact:
    """Return an agreement as Lagkollen reads it."""
    return AgreementFact(
        id=agreement.id,
        title=agreement.title,
        parties=tuple(
            SignatureFact(party=party.name, signed_on=party.signed_on) for party in agreement.parties
        ),
        purposes=agreement.purposes,
        areas=agreement.areas,
        starts=agreement.starts,
        ends=agreement.ends,
        extends_until_new=agreement.extends,
        replaced_by_id=agreement.replaced_by_id,
        drafted_on=agreement.drafted_on,
        sent_on=agreement.sent_on,
        dnr=agreement.dnr,
    )
