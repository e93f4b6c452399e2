"""Who sits in which seat on a day, and how persons and seats come into the council file."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, TypedDict

from sqlalchemy import select

from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.organisation_kinds import kind_of
from trygghetsrad.domain.people import ROLE_ORDER, Appointment, Member, SeatRole
from trygghetsrad.domain.sorting import fold, swedish_key
from trygghetsrad.services.live import assign, live
from trygghetsrad.services.reading import appointment_of, organisations_by_id, person_of, seat_of
from trygghetsrad.store.schema import AppointmentRow, OrganisationRow, PersonRow, SeatRow, TermRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session
    from typing_extensions import Unpack


class PersonDetails(TypedDict, total=False):
    """What is known of a person beside the name."""

    title: str
    leading: bool
    organisation_id: int | None
    email: str
    phone: str
    mobile: str
    notes: str
    private_address: bool
    protected: bool


class AppointmentChanges(TypedDict, total=False):
    """What may be changed of an appointment."""

    starts: date | None
    ends: date | None
    term_id: int | None
    appointed_by: str
    appointed_on: date | None
    section: str
    instead_of: str
    party: str


def members_on(session: Session, today: date) -> tuple[Member, ...]:
    """Return every seat with whoever holds it on a day."""
    organisations = organisations_by_id(session)
    persons = {row.id: row for row in session.scalars(select(PersonRow))}
    holders = _holders(session, today)
    found = []
    for row in session.scalars(live(SeatRow)):
        holder = holders.get(row.id)
        person = persons[holder.person_id] if holder else None
        present = person is not None and person.deleted_at is None
        found.append(
            Member(
                seat=seat_of(row, organisations),
                appointment=holder if present else None,
                person=person_of(person, organisations) if person and present else None,
                awaits_election=bool(holder and present and holder.awaits_election(today)),
            )
        )
    return tuple(sorted(found, key=_member_key))


def _member_key(member: Member) -> tuple[bool, str, int]:
    person = member.person
    name = swedish_key(f"{person.family_name} {person.given_name}") if person else ""
    return (person is None, name, ROLE_ORDER.index(member.seat.role))


def _holders(session: Session, today: date) -> dict[int, Appointment]:
    """Return who sits in each seat: the latest appointment that holds on the day."""
    found: dict[int, Appointment] = {}
    for appointment in appointments_in(session):
        if appointment.holds(today):
            former = found.get(appointment.seat_id)
            if former is None or (str(former.starts or ""), former.id) < (
                str(appointment.starts or ""),
                appointment.id,
            ):
                found[appointment.seat_id] = appointment
    return found


def appointments_in(session: Session) -> list[Appointment]:
    persons = {row.id: row for row in session.scalars(select(PersonRow))}
    terms = {row.id: row for row in session.scalars(select(TermRow))}
    rows = session.scalars(select(AppointmentRow))
    return [appointment_of(row, persons[row.person_id], terms) for row in rows]


def new_person(
    session: Session, given_name: str, family_name: str, **details: Unpack[PersonDetails]
) -> PersonRow:
    row = person_row(given_name, family_name, **details)
    session.add(row)
    session.flush()
    return row


def person_row(given_name: str, family_name: str, **details: Unpack[PersonDetails]) -> PersonRow:
    """Return a person who is not in the file yet."""
    if not f"{given_name}{family_name}".strip():
        raise Refused("En person behöver ett namn. Inget har ändrats.")
    row = PersonRow(given_name=given_name.strip(), family_name=family_name.strip(), sort_key="")
    assign(row, dict(details))
    row.sort_key = person_key(row)
    return row


def organisation_named(session: Session, name: str) -> int | None:
    """Return the organisation with this name, made now when there is none; nothing for an empty name."""
    wanted = name.strip()
    if not wanted:
        return None
    known = {fold(row.name): row.id for row in session.scalars(live(OrganisationRow))}
    if fold(wanted) in known:
        return known[fold(wanted)]
    row = OrganisationRow(name=wanted, kind=kind_of(wanted))
    session.add(row)
    session.flush()
    return row.id


def new_seat(session: Session, role: SeatRole, organisation_id: int | None, label: str = "") -> SeatRow:
    row = SeatRow(role=role, organisation_id=organisation_id, label=label)
    session.add(row)
    session.flush()
    return row


def seated(
    session: Session, seat: SeatRow, person_id: int, starts: date, details: AppointmentChanges
) -> AppointmentRow:
    """Put a person in a seat and let the former holder leave the day before.

    Whoever is to sit there later still does, from the day that was said; whoever was put there the same day
    never sat.
    """
    row = AppointmentRow(seat_id=seat.id, person_id=person_id)
    assign(row, {**details, "starts": starts})
    for other in session.scalars(select(AppointmentRow).where(AppointmentRow.seat_id == seat.id)):
        begins = _begins(session, other)
        if begins is not None and begins > starts:
            end_appointment(row, begins - timedelta(days=1))
        elif begins == starts:
            session.delete(other)
        else:
            end_appointment(other, starts - timedelta(days=1))
    session.add(row)
    session.flush()
    return row


def _begins(session: Session, appointment: AppointmentRow) -> date | None:
    if appointment.starts is None and appointment.term_id is not None:
        return session.get_one(TermRow, appointment.term_id).starts
    return appointment.starts


def end_appointment(appointment: AppointmentRow, last_day: date) -> None:
    """End an appointment that still runs; an earlier end stands."""
    if appointment.ends is None or appointment.ends > last_day:
        appointment.ends = last_day


def person_key(row: PersonRow) -> str:
    return swedish_key(f"{row.family_name} {row.given_name}")
