"""What an import of people would do, counted before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trygghetsrad.domain.contacts import Contact, ContactProblem


class Deed(StrEnum):
    """What happens to one row of a list."""

    ADD = "läggs till"
    UPDATE = "uppdateras"
    LEAVE = "oförändrad"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedContact:
    """One row of a list and what will be done with it."""

    contact: Contact
    deed: Deed
    person_id: int | None = None
    changes: tuple[str, ...] = ()
    """Fields that would get a new value; what is filled in already is never emptied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """A whole list, weighed against the council; nothing is written yet."""

    contacts: tuple[PlannedContact, ...]
    problems: tuple[ContactProblem, ...]

    def count(self, deed: Deed) -> int:
        return sum(1 for planned in self.contacts if planned.deed is deed)

    @property
    def skipped(self) -> tuple[ContactProblem, ...]:
        return tuple(problem for problem in self.problems if problem.blocking)

    @property
    def warnings(self) -> tuple[ContactProblem, ...]:
        return tuple(problem for problem in self.problems if not problem.blocking)

    @property
    def read(self) -> int:
        return len(self.contacts) + len(self.skipped)
