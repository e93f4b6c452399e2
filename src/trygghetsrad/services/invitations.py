"""What the coordinator does with letters about a place in the council: note, send, remind, answer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypedDict

from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.invitations import Answer, LetterKind
from trygghetsrad.domain.people import SeatRole
from trygghetsrad.services.live import assign, live, one
from trygghetsrad.services.representation import absent_organisations, invitations_in
from trygghetsrad.services.seating import new_seat
from trygghetsrad.store.schema import InvitationRow, IssuedDocumentRow, OrganisationRow, SeatRow

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session
    from typing_extensions import Unpack

    from trygghetsrad.domain.invitations import Absent, Invitation
    from trygghetsrad.store.database import Database

LETTERS = frozenset(kind.value for kind in LetterKind)


class InvitationChanges(TypedDict, total=False):
    """What may be changed of a letter that is noted."""

    sent_on: date | None
    notes: str


class InvitationsService:
    """Whom the council has asked to take part, and what they said (10 §)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def every(self) -> tuple[Invitation, ...]:
        """Return every letter, the latest first."""
        with self._database.read() as session:
            return invitations_in(session)

    def absent(self, today: date) -> tuple[Absent, ...]:
        """Return the organisations that have missed two meetings in a row and have had no letter since."""
        with self._database.read() as session:
            return absent_organisations(session, today)

    def add(
        self,
        organisation_id: int,
        today: date,
        letter: LetterKind = LetterKind.INVITATION,
        *,
        sent_on: date | None = None,
    ) -> int:
        """Note a letter, also one written elsewhere; return its number."""
        with self._database.write("Anteckna brev") as session:
            home = one(session, OrganisationRow, organisation_id, "Organisationen")
            row = InvitationRow(organisation_id=home.id, letter=letter, created_on=today, sent_on=sent_on)
            session.add(row)
            session.flush()
            return row.id

    def change(self, invitation_id: int, **changes: Unpack[InvitationChanges]) -> None:
        with self._database.write(
            "Ändra brev", merge_key=f"invitation:{invitation_id}:{','.join(changes)}"
        ) as session:
            assign(_letter(session, invitation_id), dict(changes))

    def mark_sent(self, invitation_id: int, on: date) -> None:
        with self._database.write("Markera som skickad") as session:
            _letter(session, invitation_id).sent_on = on

    def remind(self, invitation_id: int, on: date) -> None:
        """Note a reminder.

        Raises Refused for a letter that is not sent or has its answer.
        """
        with self._database.write("Anteckna påminnelse") as session:
            row = _letter(session, invitation_id)
            if row.sent_on is None or row.answer is not Answer.NONE:
                raise Refused(
                    "En påminnelse behövs bara när brevet är skickat och svaret dröjer. Inget har ändrats."
                )
            row.reminders += 1
            row.reminded_on = on

    def answer(self, invitation_id: int, answer: Answer, on: date) -> None:
        """Note the answer; a yes to an invitation makes the place, vacant until somebody is put there."""
        with self._database.write(f"Anteckna svaret {answer.value}") as session:
            row = _letter(session, invitation_id)
            row.answer = answer
            row.answered_on = None if answer is Answer.NONE else on
            if answer is Answer.YES and row.letter is LetterKind.INVITATION:
                row.seat_id = _seat_for(session, row.organisation_id)

    def remove(self, invitation_id: int) -> None:
        """Put a letter in the bin; the paper itself is kept, and so is a place it has led to."""
        with self._database.write("Ta bort brev") as session:
            _letter(session, invitation_id).deleted_at = self._database.clock()


def _letter(session: Session, invitation_id: int) -> InvitationRow:
    return one(session, InvitationRow, invitation_id, "Brevet")


def _seat_for(session: Session, organisation_id: int) -> int:
    """Return the organisation's place in the council, made now when it has none."""
    known = session.scalar(live(SeatRow).where(SeatRow.organisation_id == organisation_id).limit(1))
    seat = known or new_seat(session, SeatRole.MEMBER, organisation_id)
    return seat.id


def note_sent_letter(session: Session, paper: IssuedDocumentRow, on: date) -> None:
    """Note that a letter to an organisation has gone out, whether it was noted before or not."""
    organisation_id = json.loads(paper.variant or "{}").get("organisation_id")
    if not organisation_id:
        return
    row = session.scalar(live(InvitationRow).where(InvitationRow.document_uid == paper.uid))
    if row is None:
        waiting = live(InvitationRow).where(
            InvitationRow.organisation_id == organisation_id,
            InvitationRow.letter == LetterKind(paper.kind),
            InvitationRow.sent_on.is_(None),
        )
        row = session.scalar(waiting.limit(1))
    if row is None:
        row = InvitationRow(
            organisation_id=organisation_id, letter=LetterKind(paper.kind), created_on=paper.issued_on
        )
        session.add(row)
    row.document_uid, row.sent_on = paper.uid, on
