"""What came back from Word: where an edited copy of the minutes says something else than the minutes do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trygghetsrad.domain.meetings import Outcome


class EditedPart(Enum):
    """Which part of a point was edited."""

    TITLE = auto()
    TEXT = auto()
    DECISION = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One part that differs; each is taken over by itself."""

    part: EditedPart
    item_id: int
    where: str
    """ "§ 16 Lägesbild från polisen" """
    now: str
    """As it stands in the minutes; empty for a decision that was written in Word."""
    then: str
    """As it stands in the file; empty for what was struck out there."""
    decision_id: int | None = None
    outcome: Outcome | None = None
    """Of an edited decision, when the words before it were edited too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedMinutes:
    """An edited copy held against the minutes."""

    file_name: str
    differences: tuple[Difference, ...] = ()
    notes: tuple[str, ...] = ()
    """What differs too but has to be changed by hand, and how the file was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTemplate:
    """The municipality's own template for Word files."""

    name: str
    missing: tuple[str, ...] = ()
    """What it lacks and papers usually have, in words of Word; lacking styles are added."""
