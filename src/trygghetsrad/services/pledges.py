"""What the coordinator does with medborgarlöften: write them, change them, tell how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from trygghetsrad.domain.actions import Rating
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.errors import Refused
from trygghetsrad.services.live import assign, one
from trygghetsrad.services.reading_agreements import pledges_in
from trygghetsrad.store.schema import AgreementRow, PledgeRow

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session
    from typing_extensions import Unpack

    from trygghetsrad.domain.agreements import Pledge
    from trygghetsrad.store.database import Database


class PledgeDetails(TypedDict, total=False):
    """What is told of a pledge beside its text."""

    who: str
    starts: date | None
    ends: date | None


class PledgeChanges(PledgeDetails, total=False):
    text: str
    result: str


class PledgesService:
    """What the parties promise the inhabitants."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def every(self) -> tuple[Pledge, ...]:
        """Return every pledge, also those without an agreement."""
        with self._database.read() as session:
            return pledges_in(session)

    def add(self, text: str, agreement_id: int | None = None, **details: Unpack[PledgeDetails]) -> int:
        """Write a pledge; without days of its own it has those of its agreement.

        Raises NotFound, or Refused without a text or with a period turned round.
        """
        if not text.strip():
            raise Refused("Skriv vad ni lovar invånarna. Inget har lagts till.")
        with self._database.write("Lägg till medborgarlöfte") as session:
            row = PledgeRow(text=text.strip())
            if agreement_id is not None:
                home = one(session, AgreementRow, agreement_id, "Överenskommelsen")
                row.agreement_id, row.starts, row.ends = home.id, home.starts, home.ends
            assign(row, dict(details))
            _check_period(row)
            session.add(row)
            session.flush()
            return row.id

    def change(self, pledge_id: int, **changes: Unpack[PledgeChanges]) -> None:
        """Change a pledge.

        Raises Refused when it would lose its text or end before it begins.
        """
        if "text" in changes and not changes["text"].strip():
            raise Refused("Ett medborgarlöfte behöver en text. Den gamla texten är kvar.")
        with self._database.write(
            "Ändra medborgarlöfte", merge_key=f"pledge:{pledge_id}:{','.join(changes)}"
        ) as session:
            row = _row(session, pledge_id)
            assign(row, dict(changes))
            _check_period(row)

    def follow_up(self, pledge_id: int, result: str, rating: Rating, on: date, today: date) -> None:
        """Tell how it went.

        Raises Refused when nothing is told, or on a day to come.
        """
        if not result.strip() and rating is Rating.UNRATED:
            raise Refused("Skriv hur det gick med löftet. Inget har ändrats.")
        if on > today:
            raise Refused(f"{iso(on)} har inte varit än. Skriv dagen när ni följde upp löftet.")
        with self._database.write("Följ upp medborgarlöfte") as session:
            row = _row(session, pledge_id)
            row.result, row.rating, row.followed_up_on = result.strip(), rating, on

    def remove(self, pledge_id: int) -> None:
        with self._database.write("Ta bort medborgarlöfte") as session:
            _row(session, pledge_id).deleted_at = self._database.clock()


def _row(session: Session, pledge_id: int) -> PledgeRow:
    return one(session, PledgeRow, pledge_id, "Medborgarlöftet")


def _check_period(row: PledgeRow) -> None:
    if row.starts and row.ends and row.ends < row.starts:
        raise Refused("Löftet kan inte sluta före det börjar. Dagarna är som förut.")
