"""What the coordinator can do with organisations, persons, seats and terms."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypedDict

from sqlalchemy import or_, select

from trygghetsrad.domain.contacts import split_name, split_party
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.meetings import HERE, Capacity
from trygghetsrad.domain.people import (
    Appointment,
    AttendanceCount,
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
    organisation_of,
    organisations_by_id,
    person_of,
    seat_of,
    term_of,
)
from trygghetsrad.services.seating import (
    AppointmentChanges,
    PersonDetails,
    appointments_in,
    end_appointment,
    members_on,
    new_person,
    new_seat,
    organisation_named,
    person_key,
    seated,
)
from trygghetsrad.store.schema import (
    ActionRow,
    AppointmentRow,
    AttendanceRow,
    MeetingRow,
    OrganisationRow,
    PersonRow,
    SeatRow,
    TermRow,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session
    from typing_extensions import Unpack

    from trygghetsrad.domain.terms import ProposedTerm
    from trygghetsrad.store.database import Database


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


class TermChanges(TypedDict, total=False):
    """What may be changed of a mandate period."""

    name: str
    starts: date
    ends: date


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
            found = [one for one in appointments_in(session) if one.seat_id == seat_id]
            return tuple(sorted(found, key=lambda a: (str(a.starts or ""), a.id), reverse=True))

    def terms(self) -> tuple[Term, ...]:
        with self._database.read() as session:
            return tuple(term_of(row) for row in session.scalars(select(TermRow).order_by(TermRow.starts)))

    def attendance(self, person_id: int, year: int) -> AttendanceCount:
        """Count the year's finished meetings where a person was; an idle substitute was not expected."""
        with self._database.read() as session:
            rows = session.execute(
                select(AttendanceRow.presence, AttendanceRow.capacity)
                .join(MeetingRow, MeetingRow.id == AttendanceRow.meeting_id)
                .where(AttendanceRow.person_id == person_id, MeetingRow.deleted_at.is_(None))
                .where(MeetingRow.ended.is_not(None))
                .where(MeetingRow.day.between(date(year, 1, 1), date(year, 12, 31)))
            ).all()
            here = [presence in HERE for presence, _ in rows]
            waited = [capacity is Capacity.IDLE_SUBSTITUTE for _, capacity in rows]
            expected = [was or not idle for was, idle in zip(here, waited, strict=True)]
            return AttendanceCount(present=sum(here), meetings=sum(expected))

    # -- persons and organisations -------------------------------------------------------------

    def add_person(self, given_name: str, family_name: str, **details: Unpack[PersonDetails]) -> int:
        """Add a person without a seat; return the number."""
        with self._database.write(f"Lägg till {given_name} {family_name}".strip()) as session:
            return new_person(session, given_name, family_name, **details).id

    def change_person(self, person_id: int, **changes: Unpack[PersonChanges]) -> None:
        """Change a person; minutes that are issued keep the name as it was printed.

        Raises Refused when no name would be left.
        """
        with self._database.write(
            "Ändra person", merge_key=f"person:{person_id}:{','.join(changes)}"
        ) as session:
            row = one(session, PersonRow, person_id, "Personen")
            assign(row, dict(changes))
            if not f"{row.given_name}{row.family_name}".strip():
                raise Refused("En person behöver ett namn. Det gamla namnet är kvar.")
            row.sort_key = person_key(row)

    def remove_person(self, person_id: int, today: date) -> None:
        """Put a person in the bin; the seats become vacant, minutes and decisions keep the name."""
        with self._database.write("Ta bort person") as session:
            row = one(session, PersonRow, person_id, "Personen")
            for appointment in session.scalars(
                select(AppointmentRow).where(AppointmentRow.person_id == row.id)
            ):
                end_appointment(appointment, today)
            row.deleted_at = self._database.clock()

    def add_organisation(self, name: str, kind: OrganisationKind, parent_id: int | None = None) -> int:
        """Add an organisation; return its number.

        Raises Refused without a name.
        """
        if not name.strip():
            raise Refused("En organisation behöver ett namn. Inget har ändrats.")
        with self._database.write(f"Lägg till {name}") as session:
            row = OrganisationRow(name=name.strip(), kind=kind, parent_id=parent_id)
            session.add(row)
            session.flush()
            return row.id

    def change_organisation(self, organisation_id: int, **changes: Unpack[OrganisationChanges]) -> None:
        """Change an organisation.

        Raises Refused when it would become part of itself or lose its name.
        """
        if "name" in changes and not changes["name"].strip():
            raise Refused("En organisation behöver ett namn. Det gamla namnet är kvar.")
        with self._database.write(
            "Ändra organisation", merge_key=f"organisation:{organisation_id}:{','.join(changes)}"
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

    def move_to(
        self, organisation: int | str | None, *, person_id: int | None = None, seat_id: int | None = None
    ) -> None:
        """Let a person, a seat or both belong to an organisation; a new name becomes one in the same step."""
        with self._database.write("Byt organisation") as session:
            is_name = isinstance(organisation, str)
            home = organisation_named(session, str(organisation)) if is_name else organisation
            if person_id is not None:
                assign(one(session, PersonRow, person_id, "Personen"), {"organisation_id": home})
            if seat_id is not None:
                assign(one(session, SeatRow, seat_id, "Platsen"), {"organisation_id": home})

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
                end_appointment(appointment, today)
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

    def appoint_new(self, seat_id: int, name: str, today: date) -> int:
        """Put somebody the council did not know in a seat, in one step; return the person's number."""
        whole, party = split_party(name)
        given_name, family_name = split_name(whole)
        with self._database.write(f"Tillsätt {whole.strip()}") as session:
            seat = one(session, SeatRow, seat_id, "Platsen")
            person = new_person(session, given_name, family_name, organisation_id=seat.organisation_id)
            seated(session, seat, person.id, today, {"party": party})
            return person.id

    def give_seat(self, person_id: int, role: SeatRole, today: date) -> int:
        """Make a new seat for somebody the council knows already; return the seat's number."""
        with self._database.write("Ge uppdrag i rådet") as session:
            person = one(session, PersonRow, person_id, "Personen")
            seat = new_seat(session, role, person.organisation_id)
            seated(session, seat, person.id, today, {})
            return seat.id

    def change_appointment(self, appointment_id: int, **changes: Unpack[AppointmentChanges]) -> None:
        with self._database.write(
            "Ändra uppdrag i rådet", merge_key=f"appointment:{appointment_id}:{','.join(changes)}"
        ) as session:
            assign(one(session, AppointmentRow, appointment_id, "Uppdraget"), dict(changes))

    def vacate(self, appointment_id: int, last_day: date) -> None:
        """Let a member leave; the seat stays and shows as vacant."""
        with self._database.write("Avsluta uppdrag i rådet") as session:
            end_appointment(one(session, AppointmentRow, appointment_id, "Uppdraget"), last_day)

    def add_member(
        self,
        given_name: str,
        family_name: str,
        role: SeatRole,
        today: date,
        *,
        organisation: str = "",
        **details: Unpack[PersonDetails],
    ) -> int:
        """Add a person, a seat and the appointment in one step; return the person's number.

        A named organisation is made if there is none with that name.
        """
        with self._database.write(f"Lägg till {given_name} {family_name}".strip()) as session:
            if organisation:
                details["organisation_id"] = organisation_named(session, organisation)
            person = new_person(session, given_name, family_name, **details)
            seat = new_seat(session, role, person.organisation_id)
            seated(session, seat, person.id, today, {})
            return person.id

    def serve(self, appointment_id: int, term: ProposedTerm) -> None:
        """Let an appointment last for a mandate period that is not there yet, in one step."""
        with self._database.write(f"Välj mandatperioden {term.name}") as session:
            served = TermRow(name=term.name, starts=term.starts, ends=term.ends)
            session.add(served)
            session.flush()
            row = one(session, AppointmentRow, appointment_id, "Uppdraget")
            row.term_id, row.ends = served.id, None

    def add_term(self, name: str, starts: date, ends: date) -> int:
        """Add a mandate period.

        Raises Refused when it ends before it starts.
        """
        _check_term(starts, ends)
        with self._database.write(f"Lägg till mandatperioden {name}") as session:
            row = TermRow(name=name.strip(), starts=starts, ends=ends)
            session.add(row)
            session.flush()
            return row.id

    def change_term(self, term_id: int, **changes: Unpack[TermChanges]) -> None:
        """Change a mandate period and with it every appointment that lasts for it.

        Raises Refused when it would end before it starts.
        """
        with self._database.write(
            "Ändra mandatperiod", merge_key=f"term:{term_id}:{','.join(changes)}"
        ) as session:
            row = one(session, TermRow, term_id, "Mandatperioden")
            assign(row, dict(changes))
            _check_term(row.starts, row.ends)

    def remove_term(self, term_id: int) -> None:
        """Remove a mandate period.

        Raises Refused as long as appointments last for it.
        """
        with self._database.write("Ta bort mandatperiod") as session:
            row = one(session, TermRow, term_id, "Mandatperioden")
            if session.scalar(select(AppointmentRow.id).where(AppointmentRow.term_id == term_id).limit(1)):
                raise Refused(
                    f"Mandatperioden {row.name} är kvar, eftersom uppdrag i rådet gäller den. "
                    "Ge dem en annan period först."
                )
            session.delete(row)


def _check_term(starts: date, ends: date) -> None:
    if ends < starts:
        raise Refused("Mandatperioden slutar innan den börjar. Inget har ändrats. Kontrollera datumen.")


def _leads_back(session: Session, parent_id: int | None, organisation_id: int) -> bool:
    seen: set[int] = set()
    while parent_id is not None and parent_id not in seen:
        if parent_id == organisation_id:
            return True
        seen.add(parent_id)
        parent_id = session.scalar(select(OrganisationRow.parent_id).where(OrganisationRow.id == parent_id))
    return False
