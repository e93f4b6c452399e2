"""Organisations, persons and the seats they hold in the council."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class OrganisationKind(StrEnum):
    """The eleven kinds of actors a council meets."""

    MUNICIPALITY = "kommun"
    POLICE = "polis"
    RESCUE = "räddningstjänst"
    REGION = "region"
    SCHOOL = "skola"
    SOCIAL_SERVICES = "socialtjänst"
    HOUSING = "bostadsbolag"
    BUSINESS = "näringsliv"
    ASSOCIATION = "förening"
    AUTHORITY = "myndighet"
    OTHER = "annan"


class SeatRole(StrEnum):
    """What a seat in the council is for."""

    CHAIR = "ordförande"
    VICE_CHAIR = "vice ordförande"
    MEMBER = "ledamot"
    SUBSTITUTE = "ersättare"
    PERSONAL_SUBSTITUTE = "personlig ersättare"
    CO_OPTED = "adjungerad"
    SECRETARY = "sekreterare"
    COORDINATOR = "samordnare"


MEMBER_ROLES = frozenset({SeatRole.CHAIR, SeatRole.VICE_CHAIR, SeatRole.MEMBER})
SUBSTITUTE_ROLES = frozenset({SeatRole.SUBSTITUTE, SeatRole.PERSONAL_SUBSTITUTE})
ROLE_ORDER = tuple(SeatRole)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """Someone who sends people to the council; may be part of another."""

    id: int
    uid: str
    name: str
    kind: OrganisationKind
    parent_id: int | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person the council knows, member or not."""

    id: int
    uid: str
    given_name: str
    family_name: str
    title: str = ""
    leading: bool = False
    organisation_id: int | None = None
    organisation: str = ""
    email: str = ""
    phone: str = ""
    mobile: str = ""
    notes: str = ""
    private_address: bool = False
    protected: bool = False

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def any_phone(self) -> str:
        return self.mobile or self.phone


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A mandate period, such as 2027–2030 (KL 6 kap.)."""

    id: int
    uid: str
    name: str
    starts: date
    ends: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A person in a seat from one day to another; without an end day until further notice."""

    id: int
    uid: str
    seat_id: int
    person_id: int
    person: str
    starts: date | None
    ends: date | None
    term_id: int | None = None
    term: str = ""
    appointed_by: str = ""
    appointed_on: date | None = None
    section: str = ""
    instead_of: str = ""
    party: str = ""

    def holds(self, today: date) -> bool:
        """Tell whether the person sits now; past the term still callable, until replaced."""
        begun = self.starts is None or self.starts <= today
        return begun and (self.ends is None or today <= self.ends or self.term_id is not None)

    def awaits_election(self, today: date) -> bool:
        """Tell whether the term is over and nobody has replaced the person yet."""
        return self.term_id is not None and self.ends is not None and self.ends < today


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A place in the council, held for an organisation; persons change, the seat stays."""

    id: int
    uid: str
    role: SeatRole
    organisation_id: int | None
    organisation: str
    organisation_kind: OrganisationKind
    label: str = ""
    for_seat_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One line of the list of members: a seat and whoever sits in it now."""

    seat: Seat
    appointment: Appointment | None
    person: Person | None
    awaits_election: bool = False

    @property
    def name(self) -> str:
        return self.person.name if self.person else "Vakant"

    @property
    def organisation(self) -> str:
        return self.seat.organisation or (self.person.organisation if self.person else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceCount:
    """At how many meetings a person was, of those where the person was expected."""

    present: int
    meetings: int


def initials(name: str) -> str:
    """Return the first letters of the first and last name: Per-Olov Granström gives PG."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()
