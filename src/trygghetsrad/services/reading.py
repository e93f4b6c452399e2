"""Rows of the council file turned into plain facts; nothing else of the file gets past this room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from trygghetsrad.domain.council import Council, StandingItem
from trygghetsrad.domain.people import Appointment, Organisation, OrganisationKind, Person, Seat, Term
from trygghetsrad.store.schema import (
    AppointmentRow,
    CouncilRow,
    OrganisationRow,
    PersonRow,
    SeatRow,
    StandingItemRow,
    TermRow,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session


def council_of(session: Session) -> Council:
    """Return the one council of the file."""
    row = session.scalars(select(CouncilRow)).one()
    return Council(**{name: getattr(row, name) for name in Council.__dataclass_fields__})


def standing_item_of(row: StandingItemRow) -> StandingItem:
    return StandingItem(
        id=row.id,
        uid=row.uid,
        position=row.position,
        title=row.title,
        minutes=row.minutes,
        content=row.content,
    )


def organisation_of(row: OrganisationRow) -> Organisation:
    return Organisation(
        id=row.id, uid=row.uid, name=row.name, kind=row.kind, parent_id=row.parent_id, notes=row.notes
    )


def organisations_by_id(session: Session) -> dict[int, OrganisationRow]:
    """Return every organisation, also those in the bin, since old seats may name them."""
    return {row.id: row for row in session.scalars(select(OrganisationRow))}


def belongs_to_municipality(row: OrganisationRow, known: Mapping[int, OrganisationRow]) -> bool:
    """Tell whether an organisation is the municipality or a part of it, such as its school."""
    above = known.get(row.parent_id) if row.parent_id is not None else None
    return row.kind is OrganisationKind.MUNICIPALITY or (
        above is not None and above is not row and belongs_to_municipality(above, known)
    )


def person_of(row: PersonRow, organisations: dict[int, OrganisationRow]) -> Person:
    organisation = organisations.get(row.organisation_id or 0)
    return Person(
        id=row.id,
        uid=row.uid,
        given_name=row.given_name,
        family_name=row.family_name,
        title=row.title,
        leading=row.leading,
        organisation_id=row.organisation_id,
        organisation=organisation.name if organisation else "",
        email=row.email,
        phone=row.phone,
        mobile=row.mobile,
        notes=row.notes,
        private_address=row.private_address,
        protected=row.protected,
    )


def term_of(row: TermRow) -> Term:
    return Term(id=row.id, uid=row.uid, name=row.name, starts=row.starts, ends=row.ends)


def seat_of(row: SeatRow, organisations: dict[int, OrganisationRow]) -> Seat:
    organisation = organisations.get(row.organisation_id or 0)
    return Seat(
        id=row.id,
        uid=row.uid,
        role=row.role,
        organisation_id=row.organisation_id,
        organisation=organisation.name if organisation else "",
        organisation_kind=organisation.kind if organisation else OrganisationKind.OTHER,
        label=row.label,
        for_seat_id=row.for_seat_id,
    )


def appointment_of(row: AppointmentRow, person: PersonRow, terms: dict[int, TermRow]) -> Appointment:
    term = terms.get(row.term_id or 0)
    return Appointment(
        id=row.id,
        uid=row.uid,
        seat_id=row.seat_id,
        person_id=row.person_id,
        person=f"{person.given_name} {person.family_name}".strip(),
        starts=row.starts or (term.starts if term else None),
        ends=row.ends or (term.ends if term else None),
        term_id=None if row.ends else row.term_id,
        term=term.name if term else "",
        appointed_by=row.appointed_by,
        appointed_on=row.appointed_on,
        section=row.section,
        instead_of=row.instead_of,
        party=row.party,
    )
