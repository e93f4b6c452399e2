"""An agreement on cooperation (9 §) and the pledges to the inhabitants, as they are printed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trygghetsrad.domain.papers.letterhead import Letterhead, Words

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningParty:
    """One who signs: the party, and who does it for them."""

    name: str
    signatory: str = ""
    title: str = ""
    signed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementChapter:
    """A heading of the agreement with its text; `lacking` is the honest line where nothing is written."""

    heading: str
    text: str = ""
    lacking: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPaperFacts:
    """Överenskommelse om samverkan; what nobody has written is said, and nothing is made up."""

    letterhead: Letterhead
    words: Words = field(default_factory=Words)
    issued_on: date
    title: str
    period: str = ""
    """ "2027-01-01–2030-12-31" """
    parties: tuple[SigningParty, ...] = ()
    chapters: tuple[AgreementChapter, ...] = ()
    pledges: tuple[str, ...] = ()
    signing_words: str = ""
    registry_number: str = ""
    notes: tuple[str, ...] = ()
    """What she may want to know before it is signed; never printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPledge:
    """One promise, and how it went once somebody has said."""

    text: str
    who: str = ""
    period: str = ""
    result: str = ""
    rating: str = ""
    followed_up_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgePaperFacts:
    """Medborgarlöften: one page for the inhabitants."""

    letterhead: Letterhead
    words: Words = field(default_factory=Words)
    issued_on: date
    place: str
    """The municipality as people say it: "Norrmyra"."""
    promisers: tuple[str, ...] = ()
    pledges: tuple[PrintedPledge, ...] = ()
    contact: tuple[str, ...] = ()
    registry_number: str = ""
