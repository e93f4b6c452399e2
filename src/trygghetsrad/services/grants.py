"""What the coordinator does with grants: plan a project, tell what was sought and granted, and report it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.grants import STATE_FUNDER
from trygghetsrad.services.live import assign, one
from trygghetsrad.services.reading_grants import grants_in
from trygghetsrad.store.schema import GrantProjectRow, ProblemRow

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session
    from typing_extensions import Unpack

    from trygghetsrad.domain.grants import GrantProject
    from trygghetsrad.store.database import Database

_AMOUNTS = ("salaries", "other_costs", "granted", "used")


class GrantDetails(TypedDict, total=False):
    """What is told of a project beside its title and year; amounts in whole kronor."""

    funder: str
    problem_id: int | None
    purpose: str
    plan: str
    partners: str
    other_grants: str
    evaluation: str
    starts: date | None
    ends: date | None
    salaries: int | None
    other_costs: int | None
    applied_on: date | None
    granted: int | None
    used: int | None
    interim_due: date | None
    interim_on: date | None
    final_due: date | None
    final_on: date | None


class GrantChanges(GrantDetails, total=False):
    title: str
    year: int


class GrantsService:
    """The projects for which somebody else pays."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def every(self) -> tuple[GrantProject, ...]:
        """Return every project, the latest year first."""
        with self._database.read() as session:
            return grants_in(session)

    def add(self, title: str, year: int, **details: Unpack[GrantDetails]) -> int:
        """Write down a project.

        Raises Refused without a title, with a period turned round or an amount below nothing, and NotFound
        for a problem that is gone.
        """
        if not title.strip():
            raise Refused("Skriv vad projektet heter. Inget har lagts till.")
        with self._database.write("Lägg till bidragsprojekt") as session:
            row = GrantProjectRow(title=title.strip(), year=year, funder=STATE_FUNDER)
            _fill(session, row, dict(details))
            session.add(row)
            session.flush()
            return row.id

    def change(self, grant_id: int, **changes: Unpack[GrantChanges]) -> None:
        """Change a project.

        Raises Refused when it would lose its title, end before it begins or have an amount below nothing.
        """
        if "title" in changes and not changes["title"].strip():
            raise Refused("Ett bidragsprojekt behöver ett namn. Det gamla namnet är kvar.")
        with self._database.write(
            "Ändra bidragsprojektet", merge_key=f"grant:{grant_id}:{','.join(changes)}"
        ) as session:
            _fill(session, _row(session, grant_id), dict(changes))

    def remove(self, grant_id: int) -> None:
        with self._database.write("Ta bort bidragsprojektet") as session:
            _row(session, grant_id).deleted_at = self._database.clock()


def _row(session: Session, grant_id: int) -> GrantProjectRow:
    return one(session, GrantProjectRow, grant_id, "Bidragsprojektet")


def _fill(session: Session, row: GrantProjectRow, changes: dict[str, object]) -> None:
    problem_id = changes.get("problem_id")
    if isinstance(problem_id, int):
        one(session, ProblemRow, problem_id, "Problemet")
    assign(row, changes)
    if row.starts and row.ends and row.ends < row.starts:
        raise Refused("Projektet kan inte sluta före det börjar. Dagarna är som förut.")
    if any((getattr(row, name) or 0) < 0 for name in _AMOUNTS):
        raise Refused("Ett belopp kan inte vara mindre än noll. Beloppet är som förut.")
