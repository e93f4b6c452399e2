"""What the coordinator can do with organisations, persons, seats and terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from sqlalchemy import or_, select

from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.people import (
    ROLE_ORDER,
    Appointment,
    Member,
    Organisation,
    OrganisationKind,
    Person,
    Seat,
    SeatRole,
    Term,
)
from trygghetsrad.domain.sorting import swedish_key
from trygghetsrad.services.live import assign, live, one
from trygghetsrad.services.reading import (
    appointment_of,
    organisation_of,
    organisations_by_id,
    person_of,
    seat_of,
    term_of,
)
from trygghetsrad.store.schema import (
    ActionRow,
    AppointmentRow,
    OrganisationRow,
    PersonRow,
    SeatRow,
    TermRow,
)

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session
    from typing_extensions import Unpack

    from trygghetsrad.store.database import Database


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


class PersonChanges(PersonDetails, total=False):
    """What may be changed of a person."""

    given_name: str
    family_name: str


class OrganisationChanges(TypedDict, total=False):
    """What may be changed of an organisation."""

    name: str
    kind: OrganisationKind
    parent_id: int | None
    notes: str


class SeatChanges(TypedDict, total=False):
    """What may be changed of a seat."""

    role: SeatRole
    organisation_id: int | None
    label: str
    for_seat_id: int | None


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


class PeopleService:
    """Who is in the council, for whom, as what and since when."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # -- looking -------------------------------------------------------------------------------

    def members(self, today: date) -> tuple[Member, ...]:
        """Return every seat with whoever sits in it today, vacant seats too, by name in Swedish order."""
        with self._database.read() as session:
            return members_on(session, today)

    def person(self, person_id: int) -> Person:
        with self._database.read() as session:
            row = one(session, PersonRow, person_id, "Personen")
            return person_of(row, organisations_by_id(session))

    def persons(self) -> tuple[Person, ...]:
        """Return everyone the council knows, members or not, by family name."""
        with self._database.read() as session:
            organisations = organisations_by_id(session)
            rows = session.scalars(live(PersonRow).order_by(PersonRow.sort_key))
            return tuple(person_of(row, organisations) for row in rows)

    def organisations(self) -> tuple[Organisation, ...]:
        with self._database.read() as session:
            found = [organisation_of(row) for row in session.scalars(live(OrganisationRow))]
            return tuple(sorted(found, key=lambda organisation: swedish_key(organisation.name)))

    def seats(self) -> tuple[Seat, ...]:
        with self._database.read() as session:
            organisations = organisations_by_id(session)
            return tuple(seat_of(row, organisations) for row in session.scalars(live(SeatRow)))

    def appointments(self, seat_id: int) -> tuple[Appointment, ...]:
        """Return everyone who has sat in a seat, the latest first."""
        with self._database.read() as session:
            found = [one for one in _appointments(session) if one.seat_id == seat_id]
            return tuple(sorted(found, key=lambda a: (str(a.starts or ""), a.id), reverse=True))

    def terms(self) -> tuple[Term, ...]:
        with self._database.read() as session:
            return tuple(term_of(row) for row in session.scalars(select(TermRow).order_by(TermRow.starts)))

    # -- persons and organisations -------------------------------------------------------------

    def add_person(self, given_name: str, family_name: str, **details: Unpack[PersonDetails]) -> int:
        """Add a person without a seat; return the number."""
        with self._database.write(f"Lägg till {given_name} {family_name}".strip()) as session:
            return new_person(session, given_name, family_name, **details).id

    def change_person(self, person_id: int, **changes: Unpack[PersonChanges]) -> None:
        """Change a person; minutes that are issued keep the name as it was printed."""
        with self._database.write(
            "Ändra person", merge_key=f"person:{person_id}:{','.join(changes)}"
        ) as session:
            row = one(session, PersonRow, person_id, "Personen")
            assign(row, dict(changes))
            row.sort_key = _person_key(row)

    def remove_person(self, person_id: int, today: date) -> None:
        """Put a person in the bin; the seats become vacant, minutes and decisions keep the name."""
        with self._database.write("Ta bort person") as session:
            row = one(session, PersonRow, person_id, "Personen")
            for appointment in session.scalars(
                select(AppointmentRow).where(AppointmentRow.person_id == row.id)
            ):
                _end(appointment, today)
            row.deleted_at = self._database.clock()

    def add_organisation(self, name: str, kind: OrganisationKind, parent_id: int | None = None) -> int:
        with self._database.write(f"Lägg till {name}") as session:
            row = OrganisationRow(name=name.strip(), kind=kind, parent_id=parent_id)
            session.add(row)
            session.flush()
            return row.id

    def change_organisation(self, organisation_id: int, **changes: Unpack[OrganisationChanges]) -> None:
        """Change an organisation.

        Raises Refused when it would become part of itself.
        """
        with self._database.write(
            "Ändra organisation", merge_key=f"organisation:{organisation_id}"
        ) as session:
            if _leads_back(session, changes.get("parent_id"), organisation_id):
                raise Refused("En organisation kan inte vara en del av sig själv. Inget har ändrats.")
            assign(one(session, OrganisationRow, organisation_id, "Organisationen"), dict(changes))

    def remove_organisation(self, organisation_id: int) -> None:
        """Put an organisation in the bin.

        Raises Refused as long as persons, seats or actions belong to it.
        """
        with self._database.write("Ta bort organisation") as session:
            row = one(session, OrganisationRow, organisation_id, "Organisationen")
            used = or_(
                live(PersonRow).where(PersonRow.organisation_id == row.id).exists(),
                live(SeatRow).where(SeatRow.organisation_id == row.id).exists(),
                live(ActionRow).where(ActionRow.owner_organisation_id == row.id).exists(),
            )
            if session.scalar(select(used)):
                raise Refused(
                    f"{row.name} har personer, platser eller åtgärder och är kvar. "
                    "Flytta dem till en annan organisation först."
                )
            row.deleted_at = self._database.clock()

    # -- seats ---------------------------------------------------------------------------------

    def add_seat(self, role: SeatRole, organisation_id: int | None, label: str = "") -> int:
        """Add a vacant seat; return its number."""
        with self._database.write(f"Lägg till plats: {role.value}") as session:
            return new_seat(session, role, organisation_id, label).id

    def change_seat(self, seat_id: int, **changes: Unpack[SeatChanges]) -> None:
        with self._database.write("Ändra plats", merge_key=f"seat:{seat_id}:{','.join(changes)}") as session:
            assign(one(session, SeatRow, seat_id, "Platsen"), dict(changes))

    def remove_seat(self, seat_id: int, today: date) -> None:
        """Put a seat in the bin, whoever sat there stays as a person."""
        with self._database.write("Ta bort plats") as session:
            seat = one(session, SeatRow, seat_id, "Platsen")
            for appointment in session.scalars(
                select(AppointmentRow).where(AppointmentRow.seat_id == seat.id)
            ):
                _end(appointment, today)
            seat.deleted_at = self._database.clock()

    def appoint(
        self, seat_id: int, person_id: int, today: date, **details: Unpack[AppointmentChanges]
    ) -> int:
        """Put a person in a seat from a day; whoever sat there leaves the day before."""
        with self._database.write("Tillsätt plats") as session:
            seat = one(session, SeatRow, seat_id, "Platsen")
            one(session, PersonRow, person_id, "Personen")
            starts = details.get("starts") or today
            return seated(session, seat, person_id, starts, details).id

    def change_appointment(self, appointment_id: int, **changes: Unpack[AppointmentChanges]) -> None:
        with self._database.write(
            "Ändra uppdrag i rådet", merge_key=f"appointment:{appointment_id}"
        ) as session:
            assign(one(session, AppointmentRow, appointment_id, "Uppdraget"), dict(changes))

    def vacate(self, appointment_id: int, last_day: date) -> None:
        """Let a member leave; the seat stays and shows as vacant."""
        with self._database.write("Avsluta uppdrag i rådet") as session:
            _end(one(session, AppointmentRow, appointment_id, "Uppdraget"), last_day)

    def add_member(
        self,
        given_name: str,
        family_name: str,
        role: SeatRole,
        today: date,
        *,
        organisation_id: int | None = None,
        email: str = "",
        mobile: str = "",
    ) -> int:
        """Add a person, a seat and the appointment in one step; return the person's number."""
        with self._database.write(f"Lägg till {given_name} {family_name}".strip()) as session:
            person = new_person(
                session, given_name, family_name, organisation_id=organisation_id, email=email, mobile=mobile
            )
            seat = new_seat(session, role, organisation_id)
            seated(session, seat, person.id, today, {})
            return person.id

    def add_term(self, name: str, starts: date, ends: date) -> int:
        """Add a mandate period.

        Raises Refused when it ends before it starts.
        """
        if ends < starts:
            raise Refused("Mandatperioden slutar innan den börjar. Inget har ändrats. Kontrollera datumen.")
        with self._database.write(f"Lägg till mandatperioden {name}") as session:
            row = TermRow(name=name.strip(), starts=starts, ends=ends)
            session.add(row)
            session.flush()
            return row.id


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
    for appointment in _appointments(session):
        if appointment.holds(today):
            former = found.get(appointment.seat_id)
            if former is None or (str(former.starts or ""), former.id) < (
                str(appointment.starts or ""),
                appointment.id,
            ):
                found[appointment.seat_id] = appointment
    return found


def _appointments(session: Session) -> list[Appointment]:
    persons = {row.id: row for row in session.scalars(select(PersonRow))}
    terms = {row.id: row for row in session.scalars(select(TermRow))}
    rows = session.scalars(select(AppointmentRow))
    return [appointment_of(row, persons[row.person_id], terms) for row in rows]


def new_person(
    session: Session, given_name: str, family_name: str, **details: Unpack[PersonDetails]
) -> PersonRow:
    row = PersonRow(given_name=given_name.strip(), family_name=family_name.strip(), sort_key="")
    assign(row, dict(details))
    row.sort_key = _person_key(row)
    session.add(row)
    session.flush()
    return row


def new_seat(session: Session, role: SeatRole, organisation_id: int | None, label: str = "") -> SeatRow:
    row = SeatRow(role=role, organisation_id=organisation_id, label=label)
    session.add(row)
    session.flush()
    return row


def seated(
    session: Session, seat: SeatRow, person_id: int, starts: date, details: AppointmentChanges
) -> AppointmentRow:
    """Put a person in a seat and let the former holder leave the day before."""
    from datetime import timedelta

    for former in session.scalars(select(AppointmentRow).where(AppointmentRow.seat_id == seat.id)):
        _end(former, starts - timedelta(days=1))
    row = AppointmentRow(seat_id=seat.id, person_id=person_id)
    assign(row, {**details, "starts": starts})
    session.add(row)
    session.flush()
    return row


def _end(appointment: AppointmentRow, last_day: date) -> None:
    """End an appointment that still runs; an earlier end stands."""
    if appointment.ends is None or appointment.ends > last_day:
        appointment.ends = last_day


def _person_key(row: PersonRow) -> str:
    return swedish_key(f"{row.family_name} {row.given_name}")


def _leads_back(session: Session, parent_id: int | None, organisation_id: int) -> bool:
    seen: set[int] = set()
    while parent_id is not None and parent_id not in seen:
        if parent_id == organisation_id:
            return True
        seen.add(parent_id)
        parent_id = session.scalar(select(OrganisationRow.parent_id).where(OrganisationRow.id == parent_id))
    return False
