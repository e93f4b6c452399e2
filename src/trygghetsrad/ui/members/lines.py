"""The lines of the list of people: seats with whoever sits there, then persons without a seat."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trygghetsrad.domain.people import OrganisationKind
from trygghetsrad.domain.sorting import fold, swedish_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from trygghetsrad.domain.people import Member, Organisation, Person

LineKey = tuple[str, int]

EVERYONE, VACANT, WITHOUT_SEAT = "everyone", "vacant", "without"
NO_EMAIL, SHARED_EMAIL, AWAITS_ELECTION = "E-post saknas", "Delad e-post", "Väntar på nyval"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the list: a member, a vacant seat, or a person without a seat."""

    member: Member | None
    person: Person | None
    kind: OrganisationKind
    remark: str = ""
    shares_with: tuple[str, ...] = ()
    """Names of others with the same e-mail address."""

    @property
    def key(self) -> LineKey:
        if self.member:
            return ("seat", self.member.seat.id)
        return ("person", self.person.id if self.person else 0)

    @property
    def name(self) -> str:
        return self.person.name if self.person else "Vakant"

    @property
    def role(self) -> str:
        return self.member.seat.role.value.capitalize() if self.member else ""

    @property
    def organisation(self) -> str:
        if self.member:
            return self.member.organisation
        return self.person.organisation if self.person else ""

    @property
    def phone(self) -> str:
        return self.person.any_phone if self.person else ""

    @property
    def is_vacant(self) -> bool:
        return self.person is None

    @property
    def sort_key(self) -> str | None:
        """Return the key by family name; a vacant seat has none and comes last."""
        if self.person is None:
            return None
        given, family = self.person.given_name, self.person.family_name
        return swedish_key(f"{family or given} {given}")


def lines_of(
    members: Iterable[Member], persons: Sequence[Person], organisations: Iterable[Organisation]
) -> tuple[Line, ...]:
    """Return a line for every seat and for every person who holds none."""
    kinds = {organisation.id: organisation.kind for organisation in organisations}
    sharers = _sharers(persons)
    seats = [_line(member, member.person, kinds, sharers) for member in members]
    seated = {line.person.id for line in seats if line.person}
    rest = [_line(None, person, kinds, sharers) for person in persons if person.id not in seated]
    return (*seats, *rest)


def _line(
    member: Member | None,
    person: Person | None,
    kinds: Mapping[int, OrganisationKind],
    sharers: Mapping[str, Sequence[Person]],
) -> Line:
    home = member.seat.organisation_id if member else None
    home = home or (person.organisation_id if person else None)
    others = [one.name for one in sharers.get(fold(person.email), ()) if one != person] if person else []
    return Line(
        member=member,
        person=person,
        kind=kinds.get(home or 0, OrganisationKind.OTHER),
        remark=_remark(member, person, shared=bool(others)),
        shares_with=tuple(others),
    )


def _remark(member: Member | None, person: Person | None, *, shared: bool) -> str:
    if member and member.awaits_election:
        return AWAITS_ELECTION
    if person is None or member is None:
        return ""
    if not person.email:
        return "" if person.protected else NO_EMAIL
    return SHARED_EMAIL if shared else ""


def _sharers(persons: Iterable[Person]) -> dict[str, list[Person]]:
    found: defaultdict[str, list[Person]] = defaultdict(list)
    for person in persons:
        if person.email:
            found[fold(person.email)].append(person)
    return found


def matching(lines: Iterable[Line], words: str) -> list[Line]:
    """Return the lines that hold every word, with or without rings and dots."""
    wanted = fold(words).split()
    return [line for line in lines if all(word in _searched(line) for word in wanted)]


def _searched(line: Line) -> str:
    email = line.person.email if line.person else ""
    return fold(f"{line.name} {line.role} {line.organisation} {line.phone} {email}")


def under(lines: Iterable[Line], chip: str) -> list[Line]:
    """Return the lines that a chip shows: those with a seat, of one kind, vacant, or without a seat."""
    return [line for line in lines if chip in chips_of(line)]


def chips_of(line: Line) -> tuple[str, ...]:
    """Return the chips that a line stands under."""
    if line.member is None:
        return (WITHOUT_SEAT,)
    return (EVERYONE, line.kind.value, VACANT) if line.is_vacant else (EVERYONE, line.kind.value)


def chip_counts(every: Iterable[Line], shown: Iterable[Line]) -> list[tuple[str, int]]:
    """Return the chips that the council needs and how many of the filtered lines each would show."""
    needed = {chip for line in every for chip in chips_of(line)} | {EVERYONE}
    counts = Counter(chip for line in shown for chip in chips_of(line))
    order = (EVERYONE, *(kind.value for kind in OrganisationKind), VACANT, WITHOUT_SEAT)
    return [(chip, counts[chip]) for chip in order if chip in needed]
