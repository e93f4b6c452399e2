"""Lists of people are weighed first and written once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import norrmyra
from norrmyra import TODAY, person
from trygghetsrad.domain.contacts import Contact, ImportReading
from trygghetsrad.domain.importing import Deed
from trygghetsrad.domain.people import OrganisationKind, SeatRole

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil


def contact(name: str, organisation: str = "", **told: str) -> Contact:
    given, _, family = name.partition(" ")
    return Contact(given_name=given, family_name=family, organisation=organisation, **told)


LIST = (
    contact("Åke Brännström", "Räddningstjänsten", role_text="Ledamot", email="ake@norrmyra.example"),
    contact("Ida In", "Räddningstjänsten", role_text="Ersättare"),
    contact("Per Utan", "", title="Fältare"),
)


def take_in(council: OpenCouncil, *contacts: Contact) -> list[Deed]:
    plan = council.importing.plan(ImportReading(contacts=contacts, problems=()))
    council.importing.apply(plan, TODAY)
    return [one.deed for one in plan.contacts]


def test_new_people_get_a_seat_and_organisations_are_made_once(council: OpenCouncil) -> None:
    assert take_in(council, *LIST) == [Deed.ADD] * 3
    members = {one.name: one for one in council.people.members(TODAY)}
    assert members["Åke Brännström"].seat.role is SeatRole.MEMBER
    assert members["Ida In"].seat.role is SeatRole.SUBSTITUTE
    assert members["Per Utan"].organisation == ""
    made = [one for one in council.people.organisations() if one.name == "Räddningstjänsten"]
    assert [one.kind for one in made] == [OrganisationKind.RESCUE]


def test_a_list_read_again_doubles_nobody(council: OpenCouncil) -> None:
    take_in(council, *LIST)
    before = norrmyra.dump(council.path)
    assert take_in(council, *LIST) == [Deed.LEAVE] * 3
    assert norrmyra.dump(council.path) == before


def test_one_step_takes_the_whole_list_back(council: OpenCouncil) -> None:
    before = norrmyra.dump(council.path)
    take_in(council, *LIST)
    assert council.undo.undo() == "Läs in 3 personer"
    assert norrmyra.dump(council.path) == before
    council.undo.redo()
    assert take_in(council, *LIST) == [Deed.LEAVE] * 3


def test_a_plan_carried_out_twice_does_nothing_the_second_time(council: OpenCouncil) -> None:
    plan = council.importing.plan(ImportReading(contacts=LIST, problems=()))
    council.importing.apply(plan, TODAY)
    before = norrmyra.dump(council.path)
    council.importing.apply(plan, TODAY)
    assert norrmyra.dump(council.path) == before


def test_what_is_new_is_filled_in_and_nothing_is_emptied(council: OpenCouncil) -> None:
    plan = council.importing.plan(
        ImportReading(
            contacts=(
                contact("Mats Lindgren", "Polisen", title="Kommunpolis", email="mats@norrmyra.example"),
            ),
            problems=(),
        )
    )
    assert plan.contacts[0].changes == ("title",)
    council.importing.apply(plan, TODAY)
    mats = council.people.person(person(council, "Mats Lindgren"))
    assert (mats.title, mats.email, mats.mobile) == ("Kommunpolis", "mats@norrmyra.example", "070-174 06 05")


def test_somebody_twice_in_a_list_is_taken_once(council: OpenCouncil) -> None:
    twice = (*LIST[:1], contact("Åke Brännström", "Räddningstjänsten", email="ake@norrmyra.example"))
    assert take_in(council, *twice) == [Deed.ADD, Deed.LEAVE]
    assert [one.name for one in council.people.persons()].count("Åke Brännström") == 1


@pytest.mark.parametrize(
    ("row", "deed"),
    [
        (contact("Mats Lindgren"), Deed.LEAVE),
        (contact("mats lindgren", "polisen"), Deed.LEAVE),
        (contact("Mats Lindgren", "Polisen", email="ny@norrmyra.example"), Deed.UPDATE),
        (contact("Mats Lindgren", "Kyrkan", email="annan@norrmyra.example"), Deed.ADD),
        (contact("Mats Lindgren", email="annan@norrmyra.example"), Deed.ADD),
        (contact("Nils Lindgren", "Polisen", email="mats@norrmyra.example"), Deed.ADD),
    ],
    ids=[
        "name alone",
        "written otherwise",
        "new address",
        "namesake elsewhere",
        "namesake",
        "shared address",
    ],
)
def test_the_same_name_is_the_same_person_when_nothing_speaks_against_it(
    council: OpenCouncil, row: Contact, deed: Deed
) -> None:
    (planned,) = council.importing.plan(ImportReading(contacts=(row,), problems=())).contacts
    assert planned.deed is deed


def test_a_party_in_the_name_goes_to_the_seat(council: OpenCouncil) -> None:
    take_in(council, contact("Eva Ny", "Norrmyra kommun", party="S"))
    (member,) = [one for one in council.people.members(TODAY) if one.name == "Eva Ny"]
    assert member.appointment is not None
    assert member.appointment.party == "S"


def test_an_empty_plan_is_no_step(council: OpenCouncil) -> None:
    before = council.undo.next_undo()
    assert take_in(council) == []
    assert take_in(council, contact("Mats Lindgren")) == [Deed.LEAVE]
    assert council.undo.next_undo() == before


def test_somebody_removed_is_new_again(council: OpenCouncil) -> None:
    council.people.remove_person(person(council, "Mats Lindgren"), TODAY)
    assert take_in(council, contact("Mats Lindgren", "Polisen")) == [Deed.ADD]
