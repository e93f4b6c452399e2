"""Takes the table of a plan written elsewhere into causes, goals and actions, and never a row twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from trygghetsrad.domain.attachments import ending_of
from trygghetsrad.domain.errors import Refused, one_line
from trygghetsrad.domain.old_plan import MOST_ROWS, OldPlanRow, old_plan_rows, plain, row_key
from trygghetsrad.domain.thread import GoalKind, Side
from trygghetsrad.exchange.plan_files import word_tables, workbook_tables
from trygghetsrad.services.actions import new_action
from trygghetsrad.services.attachments import AttachmentsService
from trygghetsrad.services.live import live, one
from trygghetsrad.services.paper_files import read_paper
from trygghetsrad.services.thread import new_cause, new_problem
from trygghetsrad.store.schema import (
    ActionRow,
    CauseRow,
    GoalRow,
    OrganisationRow,
    PersonRow,
    ProblemRow,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.old_plan import RawTable
    from trygghetsrad.services.actions import ActionDetails
    from trygghetsrad.store.database import Database

WORD, EXCEL = "docx", "xlsx"
Key = tuple[str, str]


def may_be_read(name: str) -> bool:
    """Tell whether a file is of a kind whose table can be read."""
    return ending_of(name) in {WORD, EXCEL}


class OldPlan(NamedTuple):
    """What stands in the table, and which rows are in the council already."""

    name: str
    rows: tuple[OldPlanRow, ...]
    known: frozenset[int]
    """Places among the rows, counted from 0."""


class TakenIn(NamedTuple):
    """How many of each came in, and how many rows were there already."""

    causes: int = 0
    goals: int = 0
    actions: int = 0
    known: int = 0


class OldPlansService:
    """Reads an old plan; nothing is written until its rows are taken in."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self, path: Path, today: date) -> OldPlan:
        """Return the rows of a file she has chosen.

        Raises the FileErrors of `read_paper`, and Refused for a file without a plan's table.
        """
        return self._weighed(path.name, _rows(path.name, read_paper(path), today))

    def read_kept(self, attachment_id: int, today: date) -> OldPlan:
        """Return the rows of a file that is kept here.

        Raises NotFound, KeptElsewhere, and Refused for a file without a plan's table.
        """
        papers = AttachmentsService(self._database)
        name = papers.get(attachment_id).name
        return self._weighed(name, _rows(name, papers.content(attachment_id), today))

    def take_in(
        self,
        rows: Sequence[OldPlanRow],
        today: date,
        *,
        problem_id: int | None = None,
        title: str = "",
        side: Side = Side.OFFENDER,
    ) -> TakenIn:
        """Make causes, goals and actions of the rows, as one step, under a problem or a new one.

        A row that is in the council already is counted and left alone. Raises NotFound, and Refused when
        no row is chosen or a new problem has no title.
        """
        if not rows:
            raise Refused("Välj minst en rad. Inget har lästs in.")
        if problem_id is None and not title.strip():
            raise Refused("Välj ett område eller skriv vad det nya heter. Inget har lästs in.")
        with self._database.read() as session:
            fresh = _fresh(rows, _known_keys(session))
        if not fresh:
            return TakenIn(known=len(rows))
        with self._database.write("Läs in planens tabell") as session:
            if problem_id is None:
                problem_id = new_problem(session, title.strip()).id
            else:
                one(session, ProblemRow, problem_id, "Området")
            taking = _Taking(session, problem_id, side, today)
            for row in fresh:
                taking.take(row)
            return TakenIn(taking.causes, taking.goals, taking.actions, len(rows) - len(fresh))

    def _weighed(self, name: str, rows: tuple[OldPlanRow, ...]) -> OldPlan:
        with self._database.read() as session:
            seen = _known_keys(session)
        fresh = {id(row) for row in _fresh(rows, seen)}
        known = frozenset(place for place, row in enumerate(rows) if id(row) not in fresh)
        return OldPlan(name, rows, known)


class _Taking:
    """One taking in: what it has made, and what was there."""

    def __init__(self, session: Session, problem_id: int, side: Side, today: date) -> None:
        self._session, self._problem_id, self._side, self._today = session, problem_id, side, today
        self.causes = self.goals = self.actions = 0
        causes = session.scalars(live(CauseRow).where(CauseRow.problem_id == problem_id))
        self._causes = {plain(row.text): row.id for row in causes}
        goals = session.scalars(live(GoalRow).where(GoalRow.problem_id == problem_id))
        self._goals = {(plain(row.text), row.cause_id): row.id for row in goals}
        self._owners = _owners(session)

    def take(self, row: OldPlanRow) -> None:
        cause_id = self._cause(row.cause) if row.cause else None
        if not row.action:
            return
        details: ActionDetails = {
            "problem_id": self._problem_id,
            "cause_id": cause_id,
            "goal_id": self._goal(row.goal, cause_id) if row.goal else None,
            "due": row.due,
            "notes": row.notes,
        }
        owner = self._owners.get(plain(row.who))
        if owner and owner[0] == "person":
            details["owner_person_id"] = owner[1]
        elif owner:
            details["owner_organisation_id"] = owner[1]
        elif row.who:
            details["owner_text"] = row.who
        new_action(self._session, row.action, self._today, None, details)
        self.actions += 1

    def _cause(self, text: str) -> int:
        if plain(text) not in self._causes:
            self._causes[plain(text)] = new_cause(self._session, self._problem_id, self._side, text, {}).id
            self.causes += 1
        return self._causes[plain(text)]

    def _goal(self, text: str, cause_id: int | None) -> int:
        key = (plain(text), cause_id)
        if key not in self._goals:
            row = GoalRow(problem_id=self._problem_id, kind=GoalKind.PRODUCTION, text=text, cause_id=cause_id)
            self._session.add(row)
            self._session.flush()
            self._goals[key] = row.id
            self.goals += 1
        return self._goals[key]


def _rows(name: str, content: bytes, today: date) -> tuple[OldPlanRow, ...]:
    rows = old_plan_rows(_tables(name, content), today)
    said = f"”{one_line(name)}”"
    if not rows:
        raise Refused(
            f"{said} har ingen tabell med rubriker som Orsak, Åtgärd, Mål, När och Vem. Inget har lästs in."
        )
    if len(rows) > MOST_ROWS:
        raise Refused(f"{said} har fler än {MOST_ROWS} rader. Inget har lästs in. Dela upp filen.")
    return rows


def _tables(name: str, content: bytes) -> tuple[RawTable, ...]:
    if ending_of(name) == EXCEL:
        return workbook_tables(content, name)
    if ending_of(name) == WORD:
        from trygghetsrad.documents.docx.guard import checked_word

        return word_tables(checked_word(content, name), name)
    raise Refused(
        f"”{one_line(name)}” är ingen Word- eller Excelfil (.docx eller .xlsx). Inget har lästs in."
    )


def _known_keys(session: Session) -> set[Key]:
    """Return the causes and actions there are, under whatever problem they stand."""
    causes = {row.id: row.text for row in session.scalars(live(CauseRow))}
    actions = session.scalars(live(ActionRow).where(ActionRow.problem_id.is_not(None)))
    keys = {row_key(causes.get(row.cause_id or 0, ""), row.what) for row in actions}
    return keys | {row_key(text, "") for text in causes.values()}


def _fresh(rows: Sequence[OldPlanRow], known: set[Key]) -> list[OldPlanRow]:
    """Return the rows that are not known, the first of those that say the same."""
    seen, fresh = set(known), []
    for row in rows:
        if row.key not in seen:
            seen.add(row.key)
            fresh.append(row)
    return fresh


def _owners(session: Session) -> dict[str, tuple[str, int]]:
    """Return persons and organisations by name; a name that two bear is nobody's."""
    found: dict[str, tuple[str, int]] = {}
    twice: set[str] = set()
    named = [
        *((row.name, ("organisation", row.id)) for row in session.scalars(live(OrganisationRow))),
        *(
            (f"{row.given_name} {row.family_name}", ("person", row.id))
            for row in session.scalars(live(PersonRow))
        ),
    ]
    for name, owner in named:
        key = plain(name)
        if key in found:
            twice.add(key)
        found[key] = owner
    return {name: owner for name, owner in found.items() if name not in twice}
