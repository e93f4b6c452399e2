"""Which organisations have somebody at the meetings, and which have stopped coming."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.invitations import (
    ENOUGH,
    Absent,
    Invitation,
    LetterKind,
    Turnout,
    missed_in_a_row,
)
from trygghetsrad.domain.meetings import MeetingState
from trygghetsrad.domain.people import SUBSTITUTE_ROLES, OrganisationKind
from trygghetsrad.domain.sorting import swedish_key
from trygghetsrad.services.attendance import attendees_of
from trygghetsrad.services.live import live
from trygghetsrad.services.reading import organisations_by_id
from trygghetsrad.services.reading_meetings import MeetingNumbers, meeting_of
from trygghetsrad.store.schema import InvitationRow, MeetingRow, OrganisationRow, SeatRow

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

MEETINGS_LOOKED_AT = 12


def invitations_in(session: Session) -> tuple[Invitation, ...]:
    """Return every letter, the latest first."""
    organisations = organisations_by_id(session)
    rows = session.scalars(live(InvitationRow).order_by(InvitationRow.id.desc()))
    return tuple(invitation_of(row, organisations) for row in rows)


def invitation_of(row: InvitationRow, organisations: dict[int, OrganisationRow]) -> Invitation:
    home = organisations.get(row.organisation_id)
    return Invitation(
        id=row.id,
        uid=row.uid,
        organisation_id=row.organisation_id,
        organisation=home.name if home else "",
        letter=row.letter,
        created_on=row.created_on,
        document_uid=row.document_uid,
        sent_on=row.sent_on,
        answer=row.answer,
        answered_on=row.answered_on,
        reminders=row.reminders,
        reminded_on=row.reminded_on,
        seat_id=row.seat_id,
        notes=row.notes,
    )


def absent_organisations(session: Session, today: date) -> tuple[Absent, ...]:
    """Return those nobody has come from at two meetings in a row or more; the municipality itself leads."""
    seated = {row.organisation_id for row in session.scalars(live(SeatRow))}
    wanted = {
        row.name: row.id
        for row in session.scalars(live(OrganisationRow))
        if row.id in seated and row.kind is not OrganisationKind.MUNICIPALITY
    }
    met = presences(session, today)
    found = [
        Absent(organisation_id=wanted[name], organisation=name, missed=missed)
        for name in sorted(wanted, key=swedish_key)
        if len(missed := missed_in_a_row(met.get(name, ()))) >= ENOUGH
    ]
    return tuple(one for one in found if not _is_told(session, one))


def presences(session: Session, today: date) -> dict[str, list[Turnout]]:
    """Return for each organisation the latest meetings where somebody from it was expected."""
    numbers = MeetingNumbers(session)
    rows = session.scalars(
        live(MeetingRow)
        .where(MeetingRow.state == MeetingState.HELD, MeetingRow.day <= today)
        .order_by(MeetingRow.day.desc(), MeetingRow.id.desc())
        .limit(MEETINGS_LOOKED_AT)
    ).all()
    found: dict[str, list[Turnout]] = {}
    for row in rows:
        label = meeting_of(row, numbers).label
        for name, came in represented_at(session, row).items():
            found.setdefault(name, []).append(Turnout(day=row.day, meeting=label, came=came))
    return found


def represented_at(session: Session, meeting: MeetingRow) -> dict[str, bool]:
    """Return each organisation that was expected at the meeting, and whether anybody from it was there.

    Who has substitutes alone is expected only when one of them serves.
    """
    attendees = attendees_of(session, meeting)
    expected = dict.fromkeys(
        one.organisation
        for one in attendees
        if one.role is not None and (one.role not in SUBSTITUTE_ROLES or one.is_here)
    )
    here = {one.organisation for one in attendees if one.is_here}
    return {name: name in here for name in expected if name}


def _is_told(session: Session, absent: Absent) -> bool:
    """Tell whether a letter has gone out since the last meeting they missed."""
    return any(
        one.organisation_id == absent.organisation_id
        and one.letter is LetterKind.REPRESENTATION
        and one.sent_on is not None
        and one.sent_on >= absent.missed[-1].day
        for one in invitations_in(session)
    )
