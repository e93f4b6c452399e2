"""Rows of a list, read as persons: what each cell means and what to tell about the row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trygghetsrad.domain.contacts import (
    Contact,
    ContactField,
    ContactProblem,
    ImportReading,
    clean_email,
    folded,
    role_of,
    split_name,
    split_party,
    tidy,
    tidy_lines,
)
from trygghetsrad.domain.phones import is_crushed_phone, is_mobile, phone_key, phones_in
from trygghetsrad.exchange.addresses import split_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_SEVERAL = re.compile(r"\s*:::\s*")


def contacts_of(
    rows: Iterable[Sequence[str]], fields: Sequence[ContactField], places: Iterable[str]
) -> ImportReading:
    """Return the persons of the rows and what was wrong; of two equal rows the first one counts."""
    contacts: list[Contact] = []
    problems: list[ContactProblem] = []
    seen = _Seen()
    heading = ""
    for cells, where in zip(rows, places, strict=True):
        section = _section(cells)
        heading = section or heading
        if section:
            continue
        contact, faults = _contact(_gathered(cells, fields), where, heading)
        problems += faults
        double = seen.problem_of(contact) if contact else None
        problems += [double] if double else []
        if contact and not (double and double.blocking):
            seen.add(contact)
            contacts.append(contact)
    return ImportReading(contacts=tuple(contacts), problems=tuple(problems))


class _Seen:
    """Whom the list has named so far."""

    def __init__(self) -> None:
        self._by_name: dict[str, list[Contact]] = {}
        self._by_email: dict[str, Contact] = {}

    def add(self, contact: Contact) -> None:
        self._by_name.setdefault(folded(contact.name), []).append(contact)
        self._by_email.setdefault(contact.email.casefold(), contact)

    def problem_of(self, contact: Contact) -> ContactProblem | None:
        """Tell of two rows for one person, or of two persons who share an address."""
        namesakes = self._by_name.get(folded(contact.name), ())
        twin = next((other for other in namesakes if _is_same(contact, other)), None)
        if twin:
            text = f"{_short(contact.name)} står redan på {twin.where}, så raden togs inte med."
            return ContactProblem(where=contact.where, text=text, blocking=True)
        sharer = self._by_email.get(contact.email.casefold()) if contact.email else None
        if sharer is None:
            return None
        who = f"{_short(sharer.name)} på {sharer.where}"
        text = f"{_short(contact.name)} har samma e-postadress som {who}. Båda togs med."
        return ContactProblem(where=contact.where, field=ContactField.EMAIL, text=text)


def _is_same(contact: Contact, namesake: Contact) -> bool:
    if contact.email and namesake.email:
        return contact.email.casefold() == namesake.email.casefold()
    return folded(contact.organisation) == folded(namesake.organisation)


def _section(cells: Sequence[str]) -> str:
    """Return the role that a row of its own announces for the rows below it, such as Ersättare."""
    filled = [cell for cell in cells if cell and not cell.isspace()]
    return (role_of(filled[0]) or "") if len(filled) == 1 else ""


def _gathered(cells: Sequence[str], fields: Sequence[ContactField]) -> dict[ContactField, list[str]]:
    """Return the filled cells of each field; two columns may hold the same."""
    found: dict[ContactField, list[str]] = {}
    for cell, kind in zip(cells, fields, strict=False):
        if kind is not ContactField.IGNORE and cell and not cell.isspace():
            found.setdefault(kind, []).append(cell)
    return found


def _contact(
    found: Mapping[ContactField, Sequence[str]], where: str, heading: str
) -> tuple[Contact | None, list[ContactProblem]]:
    given, family, party, beside_name = _name(found)
    if not given and not family:
        word = "Kortet" if where.startswith("kort") else "Raden"
        text = f"{word} har inget namn och togs inte med."
        return None, [ContactProblem(where=where, field=ContactField.FULL_NAME, text=text, blocking=True)]
    emails = [*found.get(ContactField.EMAIL, ()), *([beside_name] if beside_name else [])]
    email = next((sound for written in emails if (sound := clean_email(written))), "")
    phone, mobile = _phones(found)
    organisation, department = (
        _first(found, ContactField.ORGANISATION),
        _first(found, ContactField.DEPARTMENT),
    )
    contact = Contact(
        given_name=given,
        family_name=family,
        title=_first(found, ContactField.TITLE),
        organisation=organisation or department,
        department=department if organisation else "",
        role_text=_first(found, ContactField.ROLE) or heading,
        party=party,
        email=email,
        phone=phone,
        mobile=mobile,
        notes="\n".join(tidy_lines(text) for text in found.get(ContactField.NOTES, ())),
        where=where,
    )
    return contact, [*_email_faults(emails, email, where), *_phone_faults(found, where)]


def _name(found: Mapping[ContactField, Sequence[str]]) -> tuple[str, str, str, str]:
    """Return given name, family name, party and an address that stood in the name's cell."""
    given, family = _first(found, ContactField.GIVEN_NAME), _first(found, ContactField.FAMILY_NAME)
    if given or family:
        family, party = split_party(family)
        return given, family, party, ""
    entry = split_address(_first(found, ContactField.FULL_NAME))
    name, party = split_party(entry.name)
    return *split_name(name), party, entry.email


def _phones(found: Mapping[ContactField, Sequence[str]]) -> tuple[str, str]:
    """Return telephone and mobile; a mobile among several telephones fills an empty mobile."""
    phones = _numbers(found.get(ContactField.PHONE, ()))
    mobiles = _numbers(found.get(ContactField.MOBILE, ()))
    if not mobiles and len(phones) > 1:
        mobiles = [number for number in phones if is_mobile(number)][:1]
        phones = [number for number in phones if number not in mobiles]
    return next(iter(phones), ""), next(iter(mobiles), "")


def _numbers(texts: Iterable[str]) -> list[str]:
    """Return each number once, as it is printed."""
    cells = (tidy_lines(text) for text in texts)
    numbers = (number for text in cells if not is_crushed_phone(text) for number in phones_in(text))
    return list({phone_key(number): number for number in reversed(list(numbers)) if number}.values())[::-1]


def _email_faults(written: Sequence[str], email: str, where: str) -> list[ContactProblem]:
    if email or not written:
        return []
    text = f"E-postadressen ”{_short(written[0])}” går inte att skriva till. Personen togs med utan adress."
    return [ContactProblem(where=where, field=ContactField.EMAIL, text=text)]


def _phone_faults(found: Mapping[ContactField, Sequence[str]], where: str) -> list[ContactProblem]:
    crushed = (
        (kind, text)
        for kind in (ContactField.PHONE, ContactField.MOBILE)
        for text in found.get(kind, ())
        if is_crushed_phone(text)
    )
    return [
        ContactProblem(
            where=where,
            field=kind,
            text=f"Numret ”{_short(text)}” har förlorat siffror. Personen togs med utan det.",
        )
        for kind, text in crushed
    ]


def _first(found: Mapping[ContactField, Sequence[str]], kind: ContactField) -> str:
    """Return the first value of a field; Google writes several in one cell."""
    texts = found.get(kind, ())
    return tidy(_SEVERAL.split(texts[0], maxsplit=1)[0]) if texts else ""


def _short(text: str) -> str:
    line = tidy(text)
    return line if len(line) <= 60 else f"{line[:59]}…"
