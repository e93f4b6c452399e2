"""All that the page of people shows, read at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trygghetsrad.ui.members.lines import lines_of

if TYPE_CHECKING:
    from datetime import date

    from trygghetsrad.domain.people import Member, Organisation, Person, Term
    from trygghetsrad.services.people import PeopleService
    from trygghetsrad.ui.members.lines import Line, LineKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Persons, seats, organisations and terms as they are today."""

    members: tuple[Member, ...]
    persons: tuple[Person, ...]
    organisations: tuple[Organisation, ...]
    terms: tuple[Term, ...]
    lines: tuple[Line, ...]

    def line(self, key: LineKey) -> Line | None:
        return next((line for line in self.lines if line.key == key), None)

    def line_of(self, person_id: int) -> Line | None:
        """Return the first line of a person, who may hold several seats."""
        return next((line for line in self.lines if line.person and line.person.id == person_id), None)


def read_register(people: PeopleService, today: date) -> Register:
    """Read everything that the page shows."""
    members, persons, organisations = people.members(today), people.persons(), people.organisations()
    return Register(
        members=members,
        persons=persons,
        organisations=organisations,
        terms=people.terms(),
        lines=lines_of(members, persons, organisations),
    )
