"""A frågelista to one organisation before a lägesbild: what it was asked, and what came back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.dates import iso, overdue_text

if TYPE_CHECKING:
    from datetime import date

    from trygghetsrad.domain.chapters import Chapter
    from trygghetsrad.domain.people import OrganisationKind

WEEKS_TO_ANSWER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One question as it was asked, and its answer."""

    id: int
    uid: str
    question: str
    """Which question of its form it was, "3"; never shown."""
    asked: str
    chapter: Chapter
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Questionnaire:
    id: int
    uid: str
    picture_id: int
    organisation_id: int
    organisation: str
    kind: OrganisationKind
    created_on: date
    sent_on: date | None = None
    due: date | None = None
    answered_on: date | None = None
    replies: tuple[Reply, ...] = ()

    @property
    def answered(self) -> int:
        return sum(bool(one.text) for one in self.replies)


def state_words(listed: Questionnaire, today: date) -> str:
    """Return how far a list has come, late without blame: "Skickad 2026-11-02, 8 dagar försenad"."""
    if listed.answered_on:
        return f"Besvarad {iso(listed.answered_on)}"
    answers = f"{listed.answered} av {plural(len(listed.replies), 'svar', 'svar')}" if listed.answered else ""
    if not listed.sent_on:
        return answers or "Inte skickad"
    late = overdue_text(listed.due, today) if listed.due else ""
    waiting = f"svar senast {iso(listed.due)}" if listed.due and not late else late
    return ", ".join(filter(None, (f"Skickad {iso(listed.sent_on)}", answers or waiting)))


def attributed(listed: Questionnaire, chapter: Chapter) -> str:
    """Return an organisation's answers for a chapter as a draft that says whose they are."""
    said = [one.text.strip() for one in listed.replies if one.chapter == chapter and one.text.strip()]
    return f"{listed.organisation}: {' '.join(_ended(one) for one in said)}" if said else ""


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
