"""What an import would do with each row of a list, and which cells want a look first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trygghetsrad.domain.contacts import ContactField
from trygghetsrad.domain.importing import Deed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from trygghetsrad.domain.importing import ImportPlan, PlannedContact
    from trygghetsrad.exchange.people import PeopleTable

NO_EMAIL = "E-post saknas"
HEADING = "Rubrik för raderna under"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What will happen, row by row; marks are the words for cells (row, column) that want a look."""

    words: tuple[str, ...]
    marks: Mapping[tuple[int, int], str]
    added: int
    updated: int
    unchanged: int
    skipped: int
    without_email: int
    above: int
    """Lines above the headers, which are not read."""


def judge(table: PeopleTable, fields: Sequence[ContactField], plan: ImportPlan) -> Judgement:
    """Return what a plan means for the rows of the table it was made from."""
    places = {table.where(row): row for row in range(len(table.rows))}
    columns = {field: place for place, field in reversed(list(enumerate(fields)))}
    words = [HEADING] * len(table.rows)
    marks: dict[tuple[int, int], str] = {}
    missing = 0
    for planned in plan.contacts:
        row = places[planned.contact.where]
        words[row] = _deed_words(planned)
        if planned.deed is Deed.ADD and not planned.contact.email:
            missing += 1
            if ContactField.EMAIL in columns:
                marks[row, columns[ContactField.EMAIL]] = NO_EMAIL
    above = 0
    for problem in plan.problems:
        place = places.get(problem.where)
        if place is None:
            above += 1
            continue
        words[place] = problem.text if problem.blocking else f"{words[place]}. {problem.text}"
        if problem.field in columns:
            marks[place, columns[problem.field]] = problem.text
    return Judgement(
        words=tuple(words),
        marks=marks,
        added=plan.count(Deed.ADD),
        updated=plan.count(Deed.UPDATE),
        unchanged=plan.count(Deed.LEAVE),
        skipped=len(plan.skipped),
        without_email=missing,
        above=above,
    )


def _deed_words(planned: PlannedContact) -> str:
    if planned.deed is Deed.UPDATE:
        changed = ", ".join(ContactField(name).label.lower() for name in planned.changes)
        return f"Uppdateras: {changed}"
    return "Läggs till" if planned.deed is Deed.ADD else "Finns redan"
