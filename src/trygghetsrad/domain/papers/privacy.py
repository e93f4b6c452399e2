"""What those whose personal data the council keeps are told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trygghetsrad.domain.papers.letterhead import Letterhead, Words

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyFacts:
    """Så behandlar vi dina personuppgifter (articles 13 and 14 of the GDPR, on one page)."""

    letterhead: Letterhead
    words: Words = field(default_factory=Words)
    as_of: date
    controller: str
    """The board that answers for the council: "Kommunstyrelsen"."""
    council_contact: tuple[str, ...] = ()
    """Whom to ask about the council: name, phone and e-mail, as printed."""
    officer_contact: str = ""
    """How to reach the data protection officer; empty until somebody has told."""
