"""Frågelista: what one organisation is asked before a lägesbild, with room to answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trygghetsrad.domain.papers.letterhead import Letterhead, Words

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    text: str
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionnaireFacts:
    """Frågelista till lägesbilden (4 § 2), to one organisation."""

    letterhead: Letterhead
    words: Words = field(default_factory=Words)
    issued_on: date
    organisation: str
    addressee: str = ""
    period: str = ""
    """Which lägesbild it is for: "2026–2027"."""
    answer_by: date
    intro: str = ""
    reminder: str = ""
    """That nothing is asked about single persons."""
    questions: tuple[AskedQuestion, ...] = ()
    contact: tuple[str, ...] = ()
