"""Who sits in the example council: organisations, seats and people from resources/example/people.toml."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from trygghetsrad.domain.calendar import last_workday
from trygghetsrad.domain.people import OrganisationKind, SeatRole
from trygghetsrad.domain.terms import ProposedTerm, proposed_terms
from trygghetsrad.services.red_days import red_days

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.services.example_days import StoryDays
    from trygghetsrad.services.example_diary import Diary
    from trygghetsrad.services.people import PeopleService
    from trygghetsrad.services.seating import AppointmentChanges

CONTACTS = ("title", "leading", "email", "phone", "mobile", "private_address", "protected")
DECIDED = 6
"""How many days before somebody takes a seat between elections the board decides."""


def note_people(tale: Mapping[str, Any], council: OpenCouncil, days: StoryDays, diary: Diary) -> None:
    """Seat everyone as the story begins; some join and leave on days of their own."""
    people = Seating(council.people, tale, days)
    diary.note(days.begins, people.lay_out)
    for person in _in_story(tale, days):
        joins = _day(person.get("joins"), days) or days.begins
        diary.note(joins, partial(people.seat, person, joins))
        leaves = _day(person.get("leaves"), days)
        if leaves is not None:
            diary.note(leaves, partial(people.leave, person, leaves))
    for term, chosen in _new_terms(tale, days):
        diary.note(chosen, partial(people.elect, term, chosen))


def _in_story(tale: Mapping[str, Any], days: StoryDays) -> Iterator[Mapping[str, Any]]:
    """Yield those who sat in the council while the story goes on."""
    for person in tale["person"]:
        if "leaves" not in person or person["leaves"]["meeting"] in days.held:
            yield person


def _day(line: Mapping[str, Any] | None, days: StoryDays) -> date | None:
    """Return the day of something that happens in the story, nothing when it was before."""
    if line is None or line["meeting"] not in days.held:
        return None
    return days.told(line, days.begins)


def _new_terms(tale: Mapping[str, Any], days: StoryDays) -> Iterator[tuple[ProposedTerm, date]]:
    """Yield the mandate periods that have begun since, with the day the board chose for them."""
    coming = proposed_terms(days.begins)[1]
    while (chosen := _chosen(tale, coming)) <= days.today:
        yield coming, chosen
        coming = proposed_terms(coming.starts)[1]


def _chosen(tale: Mapping[str, Any], term: ProposedTerm) -> date:
    wished = date.fromisoformat(f"{term.starts.year}-{tale['elected']['on']}")
    return last_workday(wished, red_days((wished.year,)))


class Seating:
    """Puts the people of the story in their seats."""

    def __init__(self, people: PeopleService, tale: Mapping[str, Any], days: StoryDays) -> None:
        self._people = people
        self._tale = tale
        self._days = days
        self._term = proposed_terms(days.begins)[0]
        self._term_id = 0
        self._seats: dict[str, int] = {}
        self._elected: dict[int, tuple[int, str, date]] = {}

    def lay_out(self) -> None:
        """Add the organisations and the mandate period that runs."""
        for told in self._tale["organisation"]:
            parent = self._organisation(told["part_of"]) if "part_of" in told else None
            self._people.add_organisation(told["name"], OrganisationKind(told["kind"]), parent)
        self._add_term(self._term)

    def seat(self, told: Mapping[str, Any], day: date) -> None:
        """Give a person a seat: a new one, or that of somebody who has left."""
        organisation = self._organisation(told["organisation"])
        seat = self._seats.get(told.get("replaces", "")) or self._new_seat(told, organisation)
        person = self._people.add_person(
            told["given_name"],
            told["family_name"],
            organisation_id=organisation,
            **{name: told[name] for name in CONTACTS if name in told},
        )
        self._seats[_name(told)] = seat
        self._people.appoint(seat, person, day, **self._appointment(told, day))
        if "party" in told:
            self._elected[seat] = (person, told["party"], day)

    def leave(self, told: Mapping[str, Any], day: date) -> None:
        """Let somebody go; the seat stays."""
        held = self._people.appointments(self._seats[_name(told)])
        self._people.vacate(next(one.id for one in held if one.person == _name(told)), day)
        self._elected.pop(self._seats[_name(told)], None)

    def elect(self, term: ProposedTerm, chosen: date) -> None:
        """Appoint the elected anew for a mandate period."""
        self._term = term
        self._add_term(term)
        for seat, (person, party, since) in self._elected.items():
            details = self._for_term(chosen, party)
            details["starts"] = term.starts if since < term.starts else chosen
            self._people.appoint(seat, person, chosen, **details)

    def _new_seat(self, told: Mapping[str, Any], organisation: int) -> int:
        """Add a seat; a personal substitute gets one that belongs to another's."""
        seat = self._people.add_seat(SeatRole(told["role"]), organisation, told.get("label", ""))
        if "substitute_for" in told:
            self._people.change_seat(seat, for_seat_id=self._seats[told["substitute_for"]])
        return seat

    def _appointment(self, told: Mapping[str, Any], day: date) -> AppointmentChanges:
        if "party" not in told:
            since = self._days.begins - timedelta(told["since"]) if "since" in told else day
            return {
                "starts": since.replace(day=1) if "since" in told else day,
                "appointed_by": "organisationen",
            }
        if "replaces" in told and told["replaces"] in self._seats:
            return self._in_place_of(told, day)
        return self._for_term(_chosen(self._tale, self._term), told["party"])

    def _for_term(self, chosen: date, party: str) -> AppointmentChanges:
        elected = self._tale["elected"]
        return {
            "starts": self._term.starts,
            "term_id": self._term_id,
            "appointed_by": elected["by"],
            "appointed_on": chosen,
            "section": elected["section"],
            "party": party,
        }

    def _in_place_of(self, told: Mapping[str, Any], day: date) -> AppointmentChanges:
        elected = self._tale["elected"]
        return {
            "starts": day,
            "term_id": self._term_id,
            "appointed_by": elected["by"],
            "appointed_on": self._days.before(day, DECIDED),
            "section": elected["between"],
            "instead_of": told["replaces"],
            "party": told["party"],
        }

    def _add_term(self, term: ProposedTerm) -> None:
        self._term_id = self._people.add_term(term.name, term.starts, term.ends)

    def _organisation(self, name: str) -> int:
        """Return an organisation of the story; one that is invited later is made then."""
        known = {organisation.name: organisation.id for organisation in self._people.organisations()}
        return known.get(name) or self._people.add_organisation(name, OrganisationKind.BUSINESS)


def _name(told: Mapping[str, Any]) -> str:
    return f"{told['given_name']} {told['family_name']}"
