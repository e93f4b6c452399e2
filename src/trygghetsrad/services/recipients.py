"""Who a paper goes to: those called, those who verify, those who were there, or the council as it is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import select

from trygghetsrad.domain.contacts import is_email
from trygghetsrad.domain.delivery import Recipient
from trygghetsrad.domain.meetings import MinutesState, RoleAtMeeting
from trygghetsrad.domain.preparing import awaits_chair
from trygghetsrad.domain.sorting import swedish_key
from trygghetsrad.services.invitations import LETTERS
from trygghetsrad.services.live import live
from trygghetsrad.services.questionnaire_papers import KIND as QUESTIONNAIRE
from trygghetsrad.services.reading import council_of, organisations_by_id, person_of
from trygghetsrad.services.room import room_of
from trygghetsrad.services.seating import members_on
from trygghetsrad.store.schema import DeliveryRow, IssuedDocumentRow, MeetingRow, PersonRow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.meetings import Attendee, MeetingRoom
    from trygghetsrad.domain.people import Person

PROTECTED = "skyddade uppgifter"
TO_APPROVE = "dagordning att godkänna"
NO_ADDRESS = "saknar e-postadress"
NOT_AN_ADDRESS = "adressen går inte att använda"
UNKNOWN = "finns inte bland personerna"
PRIVACY = "personuppgifter"
TO_ORGANISATIONS = LETTERS | {QUESTIONNAIRE}
"""Papers that go to the contact of one organisation."""
FOR_OTHERS = TO_ORGANISATIONS | {
    "protokollsutdrag",
    "webbtext",
    "tjansteskrivelse",
    "overenskommelse",
    "medborgarlofte",
    "bra-enkat",
    "statsbidrag",
}
"""Papers for people outside the council, whom she names herself."""


def meeting_of_paper(session: Session, paper: IssuedDocumentRow) -> MeetingRoom | None:
    """Return the meeting a paper is about; papers of the whole council have none.

    Raises NotFound when the meeting is in the bin.
    """
    if not paper.about_uid:
        return None
    row_id = session.scalar(select(MeetingRow.id).where(MeetingRow.uid == paper.about_uid))
    return room_of(session, row_id or 0)


def organisation_of_paper(paper: IssuedDocumentRow) -> int | None:
    """Return the organisation a letter was written to; other papers may only be about one."""
    if paper.kind not in TO_ORGANISATIONS:
        return None
    found: int | None = json.loads(paper.variant or "{}").get("organisation_id")
    return found


def recipients_for(
    session: Session, kind: str, room: MeetingRoom | None, today: date, organisation_id: int | None = None
) -> tuple[Recipient, ...]:
    """Return everybody a paper may go to, in name order; those it usually goes to are chosen.

    A letter to an organisation goes to its contact, the others of that organisation follow.
    """
    if organisation_id is not None and room is None:
        return (*_organisation(session, organisation_id), *_others(session, kind, today, organisation_id))
    persons = _persons(session)
    if room is not None and kind == "dagordning" and awaits_chair(room, council_of(session)):
        kind = TO_APPROVE
    found = _members(session, kind, today) if room is None else _at_meeting(kind, room, persons)
    return tuple(sorted(found, key=lambda one: swedish_key(one.name)))


def _organisation(session: Session, organisation_id: int) -> list[Recipient]:
    """Return the people of an organisation; its contact, whoever leads it first, is chosen."""
    everybody = [one for one in _persons(session).values() if one.organisation_id == organisation_id]
    everybody.sort(key=lambda one: (not one.leading, swedish_key(one.name)))
    contact = next((one.uid for one in everybody if not _why_left_out(one)), "")
    return [_recipient(one, one.organisation, one.title, chosen=one.uid == contact) for one in everybody]


def _others(session: Session, kind: str, today: date, organisation_id: int) -> list[Recipient]:
    """Return those of the council who do not belong to an organisation; none is chosen."""
    home = {one.uid for one in _persons(session).values() if one.organisation_id == organisation_id}
    others = [one for one in _members(session, kind, today) if one.uid not in home]
    return sorted(others, key=lambda one: swedish_key(one.name))


def _members(session: Session, kind: str, today: date) -> list[Recipient]:
    """Return the council of the day, each person once."""
    usual = kind not in FOR_OTHERS
    informed = _informed(session) if kind == PRIVACY else set()
    seats = {one.person.id: one for one in members_on(session, today) if one.person}
    return [
        _recipient(
            one.person, one.organisation, one.seat.role.value, chosen=usual and one.person.uid not in informed
        )
        for one in seats.values()
        if one.person
    ]


def _informed(session: Session) -> set[str]:
    """Return those who have been sent the page about personal data; nobody needs it twice."""
    rows = session.scalars(
        select(DeliveryRow.recipient_uids)
        .join(IssuedDocumentRow, IssuedDocumentRow.id == DeliveryRow.document_id)
        .where(IssuedDocumentRow.kind == PRIVACY, DeliveryRow.sent_on.is_not(None))
    )
    return {uid for row in rows for uid in row.split()}


def _at_meeting(kind: str, room: MeetingRoom, persons: dict[int, Person]) -> list[Recipient]:
    """Return those of a meeting, the usual ones chosen."""
    few = _the_few(kind, room)
    return [
        *(
            _recipient(
                persons[one.person_id],
                one.organisation,
                _role(one),
                chosen=one.role is not None if few is None else one.person_id in few,
            )
            for one in room.attendees
            if one.person_id in persons
        ),
        *(_strangers(room) if _is_to_be_signed(kind, room) else ()),
    ]


def _the_few(kind: str, room: MeetingRoom) -> set[int | None] | None:
    """Return who alone gets a paper of this kind, None for everybody.

    A protokoll that is not verified goes to those who sign it, the chair's own paper to the chair.
    """
    if kind in FOR_OTHERS:
        return set()
    roles = [RoleAtMeeting.CHAIR] if kind in {"korschema", TO_APPROVE} else []
    if _is_to_be_signed(kind, room):
        roles = [RoleAtMeeting.CHAIR, RoleAtMeeting.VERIFIER]
    return {one.person_id for role in roles for one in room.holders(role)} if roles else None


def _is_to_be_signed(kind: str, room: MeetingRoom) -> bool:
    return kind == "protokoll" and room.meeting.minutes_state is MinutesState.SENT_FOR_VERIFICATION


def _strangers(room: MeetingRoom) -> Iterable[Recipient]:
    """Return those who are to verify and are known by name alone."""
    return (
        Recipient(uid="", name=one.name, role=one.role.value, chosen=False, left_out=UNKNOWN)
        for one in room.holders(RoleAtMeeting.VERIFIER)
        if one.person_id is None
    )


def _role(attendee: Attendee) -> str:
    return attendee.role.value if attendee.role else attendee.capacity.value


def _recipient(person: Person, organisation: str, role: str, *, chosen: bool) -> Recipient:
    """Return a person as recipient; protected contact data goes no further than here (practice.md 27)."""
    left_out = _why_left_out(person)
    return Recipient(
        uid=person.uid,
        name=person.name,
        organisation=organisation,
        role=role,
        email="" if left_out else person.email.strip(),
        private=person.private_address,
        chosen=chosen and not left_out,
        left_out=left_out,
    )


def _why_left_out(person: Person) -> str:
    if person.protected:
        return PROTECTED
    if not person.email.strip():
        return NO_ADDRESS
    return "" if is_email(person.email.strip()) else NOT_AN_ADDRESS


def _persons(session: Session) -> dict[int, Person]:
    organisations = organisations_by_id(session)
    return {row.id: person_of(row, organisations) for row in session.scalars(live(PersonRow))}
