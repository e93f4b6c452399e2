"""Letters to the chief of an organisation: an invitation, and a reminder of its place in the council."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trygghetsrad.domain.papers.letterhead import Letterhead, Words

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilYear:
    """How much time a place in the council takes."""

    meetings_a_year: int = 0
    usual_time: str = ""
    """ "13.00–15.00" """
    notice_days: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationFacts:
    """Inbjudan till rådet for an organisation without a place in it."""

    letterhead: Letterhead
    words: Words = field(default_factory=Words)
    issued_on: date
    organisation: str
    addressee: str = ""
    """Name and title of whoever leads the organisation; empty is its chief without a name."""
    members: tuple[str, ...] = ()
    """The organisations that have a place already."""
    year: CouncilYear = field(default_factory=CouncilYear)
    coming: tuple[str, ...] = ()
    """The next meetings, as printed."""
    answer_by: date
    contact: tuple[str, ...] = ()
    """Whom to answer: name, phone and e-mail."""
    chair: str = ""
    registry_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepresentationFacts:
    """Representation i rådet (10 §): nobody from the organisation has come for some meetings."""

    letterhead: Letterhead
    words: Words = field(default_factory=Words)
    issued_on: date
    organisation: str
    addressee: str = ""
    seats: tuple[str, ...] = ()
    """Who has the organisation's places today: "Mats Lindgren, kommunpolis", "ledamot, vakant"."""
    missed: tuple[str, ...] = ()
    """The latest meetings without anybody from the organisation, as printed."""
    coming: tuple[str, ...] = ()
    answer_by: date
    contact: tuple[str, ...] = ()
    chair: str = ""
    registry_number: str = ""
