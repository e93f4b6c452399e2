"""Who sits in the example council: organisations, seats and people from resources/example/people.toml."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from trygghetsrad.domain.calendar import last_workday
from trygghetsrad.domain.people import OrganisationKind, SeatRole
from trygghetsrad.domain.terms import proposed_terms
from trygghetsrad.services.red_days import red_days

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.services.example_days import StoryDays
    from trygghetsrad.services.example_diary import Diary
    from trygghetsrad.services.people import PeopleService
    from trygghetsrad.services.seating import AppointmentChanges

CONTACTS = ("title", "leading", "email", "phone", "mobile", "private_address", "protected")


def note_people(tale: Mapping[str, Any], council: OpenCouncil, days: StoryDays, diary: Diary) -> None:
    """Seat everyone as the story begins; some join and leave on days of their own."""
    people = Seating(council.people, tale, days.begins)
    diary.note(days.begins, people.lay_out)
    for person in tale["person"]:
        joins = days.told(person["joins"]) if "joins" in person else days.begins
        diary.note(joins, partial(people.seat, person, joins))
        if "leaves" in person:
            diary.note(days.told(person["leaves"]), partial(people.leave, person, days))


class Seating:
    """Puts the people of the story in their seats."""

    def __init__(self, people: PeopleService, tale: Mapping[str, Any], begins: date) -> None:
        self._people = people
        self._tale = tale
        self._begins = begins
        self._term = proposed_terms(begins)[0]
        self._term_id = 0
        self._seats: dict[str, int] = {}

    def lay_out(self) -> None:
        """Add the organisations and the mandate period that runs."""
        for told in self._tale["organisation"]:
            parent = self._organisation(told["part_of"]) if "part_of" in told else None
            self._people.add_organisation(told["name"], OrganisationKind(told["kind"]), parent)
        self._term_id = self._people.add_term(self._term.name, self._term.starts, self._term.ends)

    def seat(self, told: Mapping[str, Any], day: date) -> None:
        """Give a person a seat; a personal substitute one that belongs to another's."""
        organisation = self._organisation(told["organisation"])
        seat = self._people.add_seat(SeatRole(told["role"]), organisation, told.get("label", ""))
        if "substitute_for" in told:
            self._people.change_seat(seat, for_seat_id=self._seats[told["substitute_for"]])
        person = self._people.add_person(
            told["given_name"],
            told["family_name"],
            organisation_id=organisation,
            **{name: told[name] for name in CONTACTS if name in told},
        )
        self._seats[_name(told)] = seat
        self._people.appoint(seat, person, day, **self._appointment(told, day))

    def leave(self, told: Mapping[str, Any], days: StoryDays) -> None:
        (appointment,) = self._people.appointments(self._seats[_name(told)])
        self._people.vacate(appointment.id, days.told(told["leaves"]))

    def _appointment(self, told: Mapping[str, Any], day: date) -> AppointmentChanges:
        if "party" not in told:
            since = self._begins - timedelta(told["since"]) if "since" in told else day
            return {
                "starts": since.replace(day=1) if "since" in told else day,
                "appointed_by": "organisationen",
            }
        elected = self._tale["elected"]
        first = self._term.starts
        chosen = date.fromisoformat(f"{first.year}-{elected['on']}")
        return {
            "starts": first,
            "term_id": self._term_id,
            "appointed_by": elected["by"],
            "appointed_on": last_workday(chosen, red_days((first.year,))),
            "section": elected["section"],
            "party": told["party"],
        }

    def _organisation(self, name: str) -> int:
        """Return an organisation of the story; one that is invited later is made then."""
        known = {organisation.name: organisation.id for organisation in self._people.organisations()}
        return known.get(name) or self._people.add_organisation(name, OrganisationKind.BUSINESS)


def _name(told: Mapping[str, Any]) -> str:
    return f"{told['given_name']} {told['family_name']}"
