"""Who sits where on which day, through terms, elections and partings."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import norrmyra
from norrmyra import TODAY, person
from trygghetsrad.domain.council import StandingContent, whole_name
from trygghetsrad.domain.errors import UnknownMunicipality
from trygghetsrad.domain.people import OrganisationKind, SeatRole
from trygghetsrad.services.municipalities import municipalities, municipality

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.people import Member

NEW_YEAR = date(2027, 1, 1)


def chair(council: OpenCouncil, day: date) -> Member:
    return next(one for one in council.people.members(day) if one.seat.role is SeatRole.CHAIR)


@pytest.fixture
def seat(council: OpenCouncil) -> int:
    return chair(council, TODAY).seat.id


@pytest.fixture
def nils(council: OpenCouncil) -> int:
    return council.people.add_person("Nils", "Ny")


def test_a_new_holder_begins_when_the_former_has_left(council: OpenCouncil, seat: int, nils: int) -> None:
    council.people.appoint(seat, nils, date(2026, 5, 1))
    assert chair(council, date(2026, 4, 30)).name == "Eva Nordlund"
    assert chair(council, date(2026, 5, 1)).name == "Nils Ny"
    assert [one.person for one in council.people.appointments(seat)] == ["Nils Ny", "Eva Nordlund"]


def test_somebody_in_between_leaves_the_later_appointment_as_it_was(
    council: OpenCouncil, seat: int, nils: int
) -> None:
    council.people.appoint(seat, nils, date(2026, 9, 1))
    stand_in = council.people.add_person("Ida", "In")
    council.people.appoint(seat, stand_in, date(2026, 6, 1))
    days = {date(2026, 5, 31): "Eva Nordlund", date(2026, 6, 1): "Ida In", date(2026, 8, 31): "Ida In"}
    for day, name in {**days, date(2026, 9, 1): "Nils Ny", date(2027, 9, 1): "Nils Ny"}.items():
        assert chair(council, day).name == name


def test_somebody_put_in_a_seat_by_mistake_never_sat_there(
    council: OpenCouncil, seat: int, nils: int
) -> None:
    council.people.appoint(seat, nils, date(2026, 6, 1))
    council.people.appoint(seat, norrmyra.person(council, "Bo Ek"), date(2026, 6, 1))
    assert chair(council, date(2026, 6, 1)).name == "Bo Ek"
    assert [one.person for one in council.people.appointments(seat)] == ["Bo Ek", "Eva Nordlund"]
    council.undo.undo()
    assert chair(council, date(2026, 6, 1)).name == "Nils Ny"


@pytest.fixture
def elected(council: OpenCouncil, seat: int) -> int:
    """The chair sits for the mandate period that ends with the year."""
    term = council.people.add_term("2023–2026", date(2023, 1, 1), date(2026, 12, 31))
    appointment = chair(council, TODAY).appointment
    assert appointment is not None
    council.people.change_appointment(appointment.id, term_id=term)
    return seat


def test_past_the_term_the_chair_waits_for_election_and_is_still_called(
    council: OpenCouncil, elected: int
) -> None:
    assert not chair(council, date(2026, 12, 31)).awaits_election
    waiting = chair(council, NEW_YEAR)
    assert (waiting.name, waiting.awaits_election) == ("Eva Nordlund", True)
    january = council.meetings.add(date(2027, 1, 19))
    assert "Eva Nordlund" in [one.name for one in council.room.room(january).attendees]
    assert (
        "Eva Nordlund väntar på nyval: mandatperioden är slut." in council.checking.check(NEW_YEAR).warnings
    )


def test_in_january_the_newly_elected_replaces_whoever_waits(
    council: OpenCouncil, elected: int, nils: int
) -> None:
    term = council.people.add_term("2027–2030", NEW_YEAR, date(2030, 12, 31))
    council.people.appoint(elected, nils, date(2027, 1, 12), term_id=term, appointed_by="KF", section="§ 4")
    assert chair(council, date(2027, 1, 11)).name == "Eva Nordlund"
    seated = chair(council, date(2027, 1, 12))
    assert seated.appointment is not None
    assert (seated.name, seated.awaits_election, seated.appointment.term) == ("Nils Ny", False, "2027–2030")
    assert chair(council, date(2031, 1, 1)).awaits_election


def test_an_appointment_without_days_follows_its_term(council: OpenCouncil, elected: int) -> None:
    appointment = chair(council, TODAY).appointment
    assert appointment is not None
    council.people.change_appointment(appointment.id, starts=None)
    (found,) = council.people.appointments(elected)
    assert (found.starts, found.ends) == (date(2023, 1, 1), date(2026, 12, 31))
    assert chair(council, date(2023, 1, 1)).name == "Eva Nordlund"
    assert chair(council, date(2022, 12, 31)).name == "Vakant"


def test_whoever_is_removed_leaves_the_seat_vacant_and_comes_back_with_undo(
    council: OpenCouncil, elected: int
) -> None:
    council.people.remove_person(person(council, "Eva Nordlund"), TODAY)
    for day in (TODAY, date(2026, 2, 3), NEW_YEAR):
        assert chair(council, day).name == "Vakant"
    assert "Eva Nordlund" not in {one.name for one in council.people.persons()}
    council.undo.undo()
    assert chair(council, NEW_YEAR).awaits_election


def test_a_removed_seat_lets_its_person_stay(council: OpenCouncil, seat: int) -> None:
    council.people.remove_seat(seat, TODAY)
    assert seat not in {one.seat.id for one in council.people.members(TODAY)}
    assert "Eva Nordlund" in {one.name for one in council.people.persons()}


def test_members_come_in_swedish_order_with_vacant_seats_last(council: OpenCouncil) -> None:
    council.people.add_seat(SeatRole.MEMBER, None)
    council.people.add_member("Åsa", "Ärla", SeatRole.MEMBER, TODAY)
    council.people.add_member("Åsa", "Ås", SeatRole.MEMBER, TODAY)
    names = [one.name for one in council.people.members(TODAY)]
    assert names[-4:] == ["Åsa Ås", "Åsa Ärla", "Karin Öhman", "Vakant"]


def test_an_organisation_may_be_part_of_another_but_never_of_itself(council: OpenCouncil) -> None:
    from trygghetsrad.domain.errors import Refused

    whole = council.people.add_organisation("Kommunen", OrganisationKind.MUNICIPALITY)
    part = council.people.add_organisation("Skolan", OrganisationKind.SCHOOL, whole)
    with pytest.raises(Refused, match="del av sig själv"):
        council.people.change_organisation(whole, parent_id=part)


# -- the council itself ----------------------------------------------------------------------------


def test_a_new_standing_point_comes_before_those_that_close_the_meeting(council: OpenCouncil) -> None:
    council.council.add_standing_item("Skyltfrågan")
    titles = [one.title for one in council.council.standing_items()]
    assert titles[-3:] == ["Skyltfrågan", "Övriga frågor", "Nästa möte"]


def test_standing_points_keep_their_numbers_in_a_row(council: OpenCouncil) -> None:
    points = council.council.standing_items()
    council.council.remove_standing_item(points[2].id)
    council.council.move_standing_item(points[0].id, 100)
    council.council.move_standing_item(points[-1].id, -100)
    left = council.council.standing_items()
    assert [one.position for one in left] == list(range(1, 8))
    assert (left[0].content, left[-1].content) == (StandingContent.NEXT_MEETING, StandingContent.OPENING)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("2417", "2417"),
        ("180", "0180"),
        ("Norsjö", "2417"),
        ("norsjo", "2417"),
        (" Norsjö kommun ", "2417"),
        ("Habo", "0643"),
        ("Håbo", "0305"),
        ("håbo kommun", "0305"),
        ("Lunds kommun", "1281"),
        ("lund", "1281"),
        ("9999", "9999"),
    ],
)
def test_a_municipality_is_found_as_it_is_typed(typed: str, code: str) -> None:
    assert municipality(typed).code == code


@pytest.mark.parametrize("typed", ["", " ", "0", "99", "²", "Norrmyra", "kommun", "Norsjöö"])
def test_what_is_no_municipality_is_refused(typed: str) -> None:
    with pytest.raises(UnknownMunicipality, match="Inget har skapats"):
        municipality(typed)


def test_all_municipalities_are_there_in_swedish_order() -> None:
    names = [one.name for one in municipalities()]
    assert len(names) == len(set(names)) == 290
    assert (names[0], names[-1]) == ("Ale", "Övertorneå")


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("Norsjö", "Norsjö kommun"),
        ("Berg", "Bergs kommun"),
        ("Lund", "Lunds kommun"),
        ("Robertsfors", "Robertsfors kommun"),
        ("Kalmar", "Kalmar kommun"),
        ("Falun", "Falu kommun"),
        ("Gotland", "Region Gotland"),
        ("Malung-Sälen", "Malung-Sälens kommun"),
        ("Norrmyra (exempel)", "Norrmyra (exempel)"),
        ("Norrmyra kommun", "Norrmyra kommun"),
    ],
)
def test_a_municipality_calls_itself_by_its_whole_name(name: str, whole: str) -> None:
    assert whole_name(name) == whole
