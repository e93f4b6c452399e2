"""Underlag till Brås enkät: questions by theme, with what the council's own file answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trygghetsrad.domain.papers.letterhead import Letterhead, Words

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyAnswer:
    """One question with its answer; without one, where it is to be written."""

    question: str
    answer: str = ""
    proof: str = ""
    lacking: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyTheme:
    heading: str
    answers: tuple[SurveyAnswer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyPaperFacts:
    """What to have beside oneself when Brå asks about the year."""

    letterhead: Letterhead
    words: Words = field(default_factory=Words)
    issued_on: date
    year: int
    themes: tuple[SurveyTheme, ...] = ()
    registry_number: str = ""
