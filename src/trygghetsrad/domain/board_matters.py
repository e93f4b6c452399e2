"""Matters that go up to the boards, kommunstyrelsen and fullmäktige, and come back with an answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class MatterAbout(StrEnum):
    """What a matter concerns (practice.md 17)."""

    PICTURE = "lägesbild"
    PLAN = "åtgärdsplan"
    REPORT = "årsrapport"
    AGREEMENT = "överenskommelse"
    RULES = "reglemente"
    OTHER = "annat"


class MatterOutcome(StrEnum):
    """What the board answered."""

    WAITING = ""
    APPROVED = "bifall"
    CHANGED = "bifall med ändring"
    RETURNED = "återremiss"
    REJECTED = "avslag"
    NOTED = "noterad"


class Body(StrEnum):
    """The boards a matter may pass, in that order."""

    WORKING_COMMITTEE = "kommunstyrelsens arbetsutskott"
    EXECUTIVE_BOARD = "kommunstyrelsen"
    ASSEMBLY = "kommunfullmäktige"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardDay:
    """A day when a board meets, and the last day to hand in a matter for it."""

    id: int
    uid: str
    body: str
    day: date
    stop_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardMatter:
    """One matter before one board."""

    id: int
    uid: str
    about: MatterAbout
    title: str
    body: str
    about_uid: str = ""
    memo_on: date | None = None
    """When the tjänsteskrivelse was issued."""
    stop_day: date | None = None
    meeting_day: date | None = None
    outcome: MatterOutcome = MatterOutcome.WAITING
    section: str = ""
    dnr: str = ""
    attachment_id: int | None = None
    """The extract that came back."""
    notes: str = ""
    year: int | None = None
    """The year that a report is about."""
