"""What the coordinator answers for rows of the Act that have nothing to show: "Finns inte än"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.coordination import DutyAnswer
from trygghetsrad.domain.errors import Refused
from trygghetsrad.services.law_text import law
from trygghetsrad.services.live import live
from trygghetsrad.store.schema import DutyAnswerRow

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

    from trygghetsrad.store.database import Database


class DutyAnswersService:
    """A row that is answered reads "saknas", never "inte ifyllt" (practice.md 20)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def every(self) -> tuple[DutyAnswer, ...]:
        with self._database.read() as session:
            return answers_in(session)

    def answer(self, duty: str, today: date, note: str = "") -> None:
        """Tell that there is nothing to show for a row yet, with a note on how far it has come.

        Raises Refused for a row that the Act does not have.
        """
        if duty not in {known.key for known in law().duties}:
            raise Refused(f"Lagkollen har ingen rad som heter ”{duty}”. Inget har ändrats.")
        with self._database.write("Finns inte än") as session:
            row = _row(session, duty)
            if row is None:
                session.add(DutyAnswerRow(duty=duty, answered_on=today, note=note.strip()))
            else:
                row.answered_on, row.note = today, note.strip()

    def take_back(self, duty: str) -> None:
        """Let a row be unanswered again."""
        with self._database.write("Ta tillbaka svaret") as session:
            row = _row(session, duty)
            if row is not None:
                session.delete(row)


def answers_in(session: Session) -> tuple[DutyAnswer, ...]:
    rows = session.scalars(live(DutyAnswerRow).order_by(DutyAnswerRow.id))
    return tuple(DutyAnswer(duty=row.duty, answered_on=row.answered_on, note=row.note) for row in rows)


def _row(session: Session, duty: str) -> DutyAnswerRow | None:
    return session.scalar(live(DutyAnswerRow).where(DutyAnswerRow.duty == duty))
