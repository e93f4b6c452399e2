"""Letters to organisations about a place in the council, and the organisations that have stopped coming."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from trygghetsrad.domain.dates import iso

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

ENOUGH = 2
"""After this many meetings in a row without an organisation it gets a letter (10 §)."""


class LetterKind(StrEnum):
    """Which letter was written; the values are the kinds of papers."""

    INVITATION = "inbjudan"
    REPRESENTATION = "representation"


class Answer(StrEnum):
    NONE = "inget svar"
    YES = "ja"
    NO = "nej"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """One letter: when it was sent, whether somebody was reminded, and the answer."""

    id: int
    uid: str
    organisation_id: int
    organisation: str
    letter: LetterKind
    created_on: date
    document_uid: str = ""
    sent_on: date | None = None
    answer: Answer = Answer.NONE
    answered_on: date | None = None
    reminders: int = 0
    reminded_on: date | None = None
    seat_id: int | None = None
    notes: str = ""

    @property
    def title(self) -> str:
        return "Inbjudan" if self.letter is LetterKind.INVITATION else "Brev om representation"

    @property
    def is_waiting(self) -> bool:
        """Tell whether an answer is still to come."""
        return self.answer is Answer.NONE

    @property
    def tried_on(self) -> date | None:
        """Return when the organisation was asked last; what is not sent is no attempt (10 §)."""
        return self.reminded_on or self.sent_on

    @property
    def state(self) -> str:
        """Return "Skickad 2026-11-02, inget svar", or the answer with its day."""
        if self.answer is not Answer.NONE:
            said = f"Svarade {self.answer.value}"
            return f"{said} {iso(self.answered_on)}" if self.answered_on else said
        if self.sent_on is None:
            return "Inte skickad än" if self.letter is LetterKind.INVITATION else "Inte skickat än"
        sent = "Skickad" if self.letter is LetterKind.INVITATION else "Skickat"
        if self.reminded_on is not None:
            return f"{sent} {iso(self.sent_on)}, påmind {iso(self.reminded_on)}, inget svar"
        return f"{sent} {iso(self.sent_on)}, inget svar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turnout:
    """Whether anybody from an organisation came to one meeting where somebody was expected."""

    day: date
    meeting: str
    came: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """An organisation that nobody has come from for some meetings in a row."""

    organisation_id: int
    organisation: str
    missed: tuple[Turnout, ...]
    """The meetings, oldest first."""


def missed_in_a_row(meetings: Sequence[Turnout]) -> tuple[Turnout, ...]:
    """Return the latest meetings without anybody, oldest first."""
    missed: list[Turnout] = []
    for one in sorted(meetings, key=lambda one: one.day, reverse=True):
        if one.came:
            break
        missed.append(one)
    return tuple(reversed(missed))
