"""Taking people in from other programs: weighed first, then written in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select

from trygghetsrad.domain.contacts import folded, matching_key, split_party
from trygghetsrad.domain.errors import FileMissing, NotAFile, Unreadable
from trygghetsrad.domain.importing import Deed, ImportPlan, PlannedContact
from trygghetsrad.domain.organisation_kinds import kind_of
from trygghetsrad.domain.people import Person, SeatRole
from trygghetsrad.services.live import live, one
from trygghetsrad.services.reading import organisations_by_id, person_of
from trygghetsrad.services.seating import PersonDetails, new_seat, person_row, seated
from trygghetsrad.store.identity import new_uid
from trygghetsrad.store.schema import AppointmentRow, OrganisationRow, PersonRow, SeatRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.contacts import Contact, ContactField, ImportReading
    from trygghetsrad.exchange.people import PeopleTable
    from trygghetsrad.store.database import Database

FIELDS = ("title", "email", "phone", "mobile", "notes")


class ImportService:
    """People out of Excel, Outlook, CSV files and vCards."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read_whole_file(self, path: Path, sheet: str | None = None) -> ImportReading:
        """Return the persons of a file, its columns read as they are guessed.

        Raises ImportRefused, CouncilMissing or Unreadable.
        """
        table = self.read_file(path, sheet)
        return self.read_table(table, table.guesses)

    def read_text(self, text: str, *, has_header: bool | None = None) -> PeopleTable:
        """Return the list in a pasted text; `has_header` overrules the guess about its first row.

        Raises ImportRefused.
        """
        from trygghetsrad.exchange.people import read_people_text

        return read_people_text(text, has_header=has_header)

    def read_file(
        self, path: Path, sheet: str | None = None, *, has_header: bool | None = None
    ) -> PeopleTable:
        """Return the list in a file; this may take a while and touches no council.

        Raises ImportRefused, FileMissing or Unreadable.
        """
        from trygghetsrad.exchange.people import read_people_file

        return read_people_file(path.name, file_bytes(path), sheet, has_header=has_header)

    def read_table(self, table: PeopleTable, fields: Sequence[ContactField]) -> ImportReading:
        """Return the persons of a list, its columns read as these fields, and what was wrong by row."""
        from trygghetsrad.exchange.people import contacts_from

        return contacts_from(table, fields)

    def plan(self, reading: ImportReading) -> ImportPlan:
        """Weigh every row against the council: new, known with something new, or known as it is."""
        with self._database.read() as session:
            planned = tuple(_weighed(session, reading.contacts))
        return ImportPlan(contacts=planned, problems=reading.problems)

    def apply(self, plan: ImportPlan, today: date) -> None:
        """Write a plan: one step to undo; known people are updated, never doubled.

        The rows are weighed anew, so that a plan that is carried out twice does nothing the second time.
        """
        count = plan.count(Deed.ADD) + plan.count(Deed.UPDATE)
        if not count:
            return
        with self._database.write(f"Läs in {count} personer" if count > 1 else "Läs in 1 person") as session:
            register = _Register(session)
            wanted = [planned.contact for planned in plan.contacts if planned.deed is not Deed.LEAVE]
            deeds = [planned for planned in _weighed(session, wanted) if planned.deed is not Deed.LEAVE]
            new = [planned.contact for planned in deeds if planned.deed is Deed.ADD]
            _add_all(session, new, register, today)
            for planned in deeds:
                if planned.deed is Deed.UPDATE:
                    _update(session, planned, register, today)
            if deeds:
                self._database.event(session, "personer inlästa", count=len(deeds))


def file_bytes(path: Path) -> bytes:
    """Return the contents of a file she has chosen.

    Raises FileMissing, NotAFile or Unreadable.
    """
    try:
        if path.is_dir():
            raise NotAFile(path)
        if not path.is_file():
            raise FileMissing(path)
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(path) from error


def _weighed(session: Session, contacts: Iterable[Contact]) -> Iterator[PlannedContact]:
    """Say of each row what it would do; whoever stands twice in a list is taken once."""
    organisations = organisations_by_id(session)
    book = _Book([person_of(row, organisations) for row in session.scalars(live(PersonRow))])
    seen: set[tuple[str, str]] = set()
    for contact in contacts:
        key = (folded(contact.name), matching_key(contact))
        if key in seen:
            yield PlannedContact(contact=contact, deed=Deed.LEAVE)
        else:
            yield _planned(contact, book.find(contact))
        seen.add(key)


class _Book:
    """Known people by address, and by name and organisation."""

    def __init__(self, known: list[Person]) -> None:
        self._by_email = {folded(person.email): person for person in known if person.email}
        self._by_name: dict[str, list[Person]] = {}
        for person in known:
            self._by_name.setdefault(folded(person.name), []).append(person)

    def find(self, contact: Contact) -> Person | None:
        """Return the same person: same address and name, or the same name with nothing against it."""
        same_name = self._by_name.get(folded(contact.name), [])
        by_email = self._by_email.get(folded(contact.email)) if contact.email else None
        if by_email is not None and by_email in same_name:
            return by_email
        fitting = [person for person in same_name if _may_be(person, contact)]
        return fitting[0] if len(fitting) == 1 else None


def _may_be(person: Person, contact: Contact) -> bool:
    """Tell whether the same name is the same person, as far as address and organisation say."""
    other_address = bool(person.email and contact.email and folded(person.email) != folded(contact.email))
    other_home = bool(
        person.organisation
        and contact.organisation
        and folded(person.organisation) != folded(contact.organisation)
    )
    return not (other_address and other_home) and not (other_address and not contact.organisation)


def _planned(contact: Contact, person: Person | None) -> PlannedContact:
    if person is None:
        return PlannedContact(contact=contact, deed=Deed.ADD)
    changes = tuple(name for name in FIELDS if getattr(contact, name) not in {"", getattr(person, name)})
    if contact.organisation and folded(contact.organisation) != folded(person.organisation):
        changes = (*changes, "organisation")
    deed = Deed.UPDATE if changes else Deed.LEAVE
    return PlannedContact(contact=contact, deed=deed, person_id=person.id, changes=changes)


class _Register:
    """Organisations by name, made when a row names one that is not there yet."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._ids = {folded(row.name): row.id for row in session.scalars(live(OrganisationRow))}

    def organisation(self, name: str) -> int | None:
        name = name.strip()
        if not name:
            return None
        if folded(name) not in self._ids:
            row = OrganisationRow(name=name, kind=kind_of(name))
            self._session.add(row)
            self._session.flush()
            self._ids[folded(name)] = row.id
        return self._ids[folded(name)]


def _add_all(session: Session, contacts: Sequence[Contact], register: _Register, today: date) -> None:
    """Add persons with a seat each, of the role the row tells, else as member; in few flushes."""
    homes = [register.organisation(contact.organisation) for contact in contacts]
    persons = [_person_row(contact, home) for contact, home in zip(contacts, homes, strict=True)]
    seats = [
        SeatRow(role=contact.role or SeatRole.MEMBER, organisation_id=home)
        for contact, home in zip(contacts, homes, strict=True)
    ]
    appointments = [
        AppointmentRow(seat_id=seat, person_id=person, starts=today, party=_party(contact))
        for contact, person, seat in zip(
            contacts, _written(session, persons), _written(session, seats), strict=True
        )
    ]
    _written(session, appointments)


def _written(session: Session, rows: Sequence[PersonRow | SeatRow | AppointmentRow]) -> list[int]:
    """Write many new rows at once, and return their numbers in the same order."""
    if not rows:
        return []
    model = type(rows[0])
    values = [{**vars(row), "uid": new_uid()} for row in rows]
    for one_row in values:
        del one_row["_sa_instance_state"]
    before = session.scalar(select(func.max(model.id))) or 0
    session.execute(insert(model), values)
    new = session.execute(select(model.uid, model.id).where(model.id > before))
    numbers = dict(new.all())
    return [numbers[one_row["uid"]] for one_row in values]


def _person_row(contact: Contact, home: int | None) -> PersonRow:
    family_name, _party_name = split_party(contact.family_name)
    details: PersonDetails = {
        "title": contact.title,
        "email": contact.email,
        "phone": contact.phone,
        "mobile": contact.mobile,
        "notes": contact.notes,
        "organisation_id": home,
    }
    return person_row(contact.given_name, family_name, **details)


def _party(contact: Contact) -> str:
    return contact.party or split_party(contact.family_name)[1]


def _update(session: Session, planned: PlannedContact, register: _Register, today: date) -> None:
    row = one(session, PersonRow, planned.person_id or 0, "Personen")
    for name in planned.changes:
        if name == "organisation":
            row.organisation_id = register.organisation(planned.contact.organisation)
        else:
            setattr(row, name, getattr(planned.contact, name))
    held = select(AppointmentRow.id).where(AppointmentRow.person_id == row.id)
    if planned.contact.role and session.scalar(held.limit(1)) is None:
        seat: SeatRow = new_seat(session, planned.contact.role, row.organisation_id)
        seated(session, seat, row.id, today, {})
