"""Seats, terms and organisations as a coordinator changes them between meetings."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from trygghetsrad.app import OpenCouncil, create_council
from trygghetsrad.domain.council import Municipality
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.meetings import Presence
from trygghetsrad.domain.people import AttendanceCount, OrganisationKind, SeatRole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TODAY = date(2026, 11, 23)


@pytest.fixture
def council(tmp_path: Path) -> Iterator[OpenCouncil]:
    home = Municipality(code="9999", name="Norrmyra (exempel)")
    made = create_council(tmp_path / "norrmyra.trygghetsrad", home, "Trygghetsrådet", TODAY)
    yield made
    made.close()


def member_in(council: OpenCouncil, seat_id: int, day: date = TODAY) -> str:
    return next(member.name for member in council.people.members(day) if member.seat.id == seat_id)


def test_whoever_leaves_during_a_term_is_no_longer_called(council):
    council.people.add_member("Eva", "Nordlund", SeatRole.CHAIR, date(2023, 1, 15))
    term = council.people.add_term("2023–2026", date(2023, 1, 1), date(2026, 12, 31))
    (member,) = council.people.members(TODAY)
    council.people.change_appointment(member.appointment.id, term_id=term)
    assert council.people.members(date(2027, 2, 1))[0].awaits_election
    council.people.vacate(member.appointment.id, date(2026, 11, 22))
    assert member_in(council, member.seat.id) == "Vakant"
    assert member_in(council, member.seat.id, date(2027, 2, 1)) == "Vakant"


def test_a_seat_left_by_the_successor_does_not_fall_back_to_the_predecessor(council):
    council.people.add_member("Eva", "Nordlund", SeatRole.CHAIR, date(2023, 1, 15))
    term = council.people.add_term("2019–2022", date(2019, 1, 1), date(2022, 12, 31))
    (member,) = council.people.members(TODAY)
    council.people.change_appointment(member.appointment.id, term_id=term)
    seat = member.seat.id
    council.people.appoint_new(seat, "Anna Sjöberg (S)", TODAY)
    successor = next(m for m in council.people.members(TODAY) if m.seat.id == seat)
    assert (successor.name, successor.appointment.party) == ("Anna Sjöberg", "S")
    council.people.vacate(successor.appointment.id, TODAY)
    assert member_in(council, seat, date(2026, 12, 1)) == "Vakant"


def test_a_new_person_in_a_seat_is_one_step_to_undo(council):
    seat = council.people.add_seat(
        SeatRole.MEMBER, council.people.add_organisation("Polisen", OrganisationKind.POLICE)
    )
    council.people.appoint_new(seat, "Mats Lindgren", TODAY)
    (person,) = council.people.persons()
    assert (person.given_name, person.family_name, person.organisation) == ("Mats", "Lindgren", "Polisen")
    council.undo.undo()
    assert not council.people.persons()
    assert member_in(council, seat) == "Vakant"


def test_a_typed_organisation_is_made_once_and_told_by_its_name(council):
    council.people.add_member("Karin", "Öhman", SeatRole.MEMBER, TODAY)
    (member,) = council.people.members(TODAY)
    council.people.move_to("Räddningstjänsten", person_id=member.person.id, seat_id=member.seat.id)
    council.people.move_to("räddningstjänsten", person_id=member.person.id)
    (organisation,) = council.people.organisations()
    assert organisation.kind is OrganisationKind.RESCUE
    (member,) = council.people.members(TODAY)
    assert (member.seat.organisation_id, member.person.organisation_id) == (organisation.id, organisation.id)
    council.people.move_to(None, person_id=member.person.id, seat_id=member.seat.id)
    assert council.people.members(TODAY)[0].organisation == ""


def test_appointments_follow_a_term_that_is_moved_and_keep_it_from_being_removed(council):
    term = council.people.add_term("2027–2030", date(2027, 1, 1), date(2030, 12, 31))
    council.people.add_member("Eva", "Nordlund", SeatRole.CHAIR, TODAY)
    appointment = council.people.members(TODAY)[0].appointment.id
    council.people.change_appointment(appointment, term_id=term)
    council.people.change_term(term, ends=date(2030, 10, 14))
    assert council.people.members(TODAY)[0].appointment.ends == date(2030, 10, 14)
    with pytest.raises(Refused, match="2027–2030"):
        council.people.remove_term(term)
    with pytest.raises(Refused, match="innan den börjar"):
        council.people.change_term(term, ends=date(2026, 1, 1))
    council.people.change_appointment(appointment, term_id=None)
    council.people.remove_term(term)
    assert not council.people.terms()


def test_attendance_counts_finished_meetings_of_the_year_only(council):
    council.people.add_member("Eva", "Nordlund", SeatRole.CHAIR, date(2026, 1, 1))
    council.people.add_member("Sara", "Hedlund", SeatRole.SUBSTITUTE, date(2026, 1, 1))
    eva, sara = (
        next(p.id for p in council.people.persons() if p.given_name == name) for name in ("Eva", "Sara")
    )
    for month in (3, 6):
        meeting = council.meetings.add(date(2026, month, 10))
        council.room.start(meeting, time(13))
        if month == 6:
            chair = next(one for one in council.room.room(meeting).attendees if one.person_id == eva)
            council.room.set_presence(meeting, chair, Presence.EXCUSED)
        council.room.end(meeting, time(15))
    council.meetings.add(date(2026, 12, 8))
    assert council.people.attendance(eva, 2026) == AttendanceCount(present=1, meetings=2)
    assert council.people.attendance(eva, 2025) == AttendanceCount(present=0, meetings=0)
    assert council.people.attendance(sara, 2026) == AttendanceCount(present=0, meetings=0)
