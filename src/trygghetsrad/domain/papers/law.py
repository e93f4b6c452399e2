"""Så följer kommunen lagen: each § with how it stands, and what shows it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trygghetsrad.domain.papers.letterhead import Letterhead, Words

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedDuty:
    """One row of Lagkollen."""

    section: str
    """ "6 §" """
    title: str
    says: str
    state: str
    due: str = ""
    evidence: tuple[str, ...] = ()
    lacking: str = ""
    not_said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LawPaperFacts:
    """The proof for the one who asks: Brå, länsstyrelsen, the auditors."""

    letterhead: Letterhead
    words: Words = field(default_factory=Words)
    as_of: date
    documented: int
    duties: tuple[PrintedDuty, ...] = ()
    source: str
    registry_number: str = ""
