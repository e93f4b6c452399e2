"""A new mandate period, and people who come and go while a meeting is prepared."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from norrmyra import FIRST, SECOND, attendee, call, council_with_people, hold, meeting, person, titles
from trygghetsrad.domain.constituent import CONSTITUENT_POINTS
from trygghetsrad.domain.meetings import Capacity, MeetingKind, Presence, RoleAtMeeting
from trygghetsrad.domain.people import SeatRole
from trygghetsrad.domain.terms import proposed_terms

if TYPE_CHECKING:
    from pathlib import Path

    from norrmyra import Clock
    from trygghetsrad.app import OpenCouncil

JUNE = date(2026, 6, 1)


def names(council: OpenCouncil, meeting_id: int) -> list[str]:
    return [one.name for one in council.room.room(meeting_id).attendees]


def chair(council: OpenCouncil, meeting_id: int) -> str:
    return next(one.name for one in council.room.room(meeting_id).holders(RoleAtMeeting.CHAIR))


def appointment(council: OpenCouncil, name: str, on: date):
    return next(one.appointment for one in council.people.members(on) if one.name == name)


def todo(council: OpenCouncil, today: date) -> list[tuple[str, str]]:
    """Return what is to be done; the page about personal data has tests of its own."""
    found = council.overview.overview(today).preparing
    return [(gap.text, gap.kind) for gap in found if gap.kind != "paper:personuppgifter"]


def test_a_first_meeting_brings_its_points_and_takes_them_away_again(council: OpenCouncil) -> None:
    first = meeting(council, FIRST)
    before = titles(council, first)
    council.meetings.change(first, kind=MeetingKind.CONSTITUENT)
    own = [title for title, _minutes, _kind in CONSTITUENT_POINTS]
    assert titles(council, first) == [*before[:3], *own, *before[3:]]
    assert [item.position for item in council.meetings.agenda(first)] == list(range(1, 13))
    council.meetings.change(first, kind=MeetingKind.ORDINARY)
    assert titles(council, first) == before
    added = council.meetings.add(date(2026, 4, 14), kind=MeetingKind.CONSTITUENT)
    assert set(own) <= set(titles(council, added))


def test_what_is_written_under_such_a_point_stays(council: OpenCouncil) -> None:
    first = meeting(council, FIRST)
    council.meetings.change(first, kind=MeetingKind.CONSTITUENT)
    item = next(one for one in council.meetings.agenda(first) if one.title == "Val av vice ordförande")
    council.room.add_decision(item.id, "Bo Ek väljs till vice ordförande")
    council.meetings.change(first, kind=MeetingKind.EXTRA)
    assert titles(council, first).count("Val av vice ordförande") == 1


def test_the_old_council_is_called_until_it_is_replaced(council: OpenCouncil) -> None:
    term = proposed_terms(date(2026, 2, 2))[0]
    for name in ("Eva Nordlund", "Bo Ek"):
        council.people.serve(appointment(council, name, FIRST).id, term)
    january = council.meetings.add(date(2027, 1, 19), kind=MeetingKind.CONSTITUENT)
    waiting = [one.name for one in council.people.members(date(2027, 1, 19)) if one.awaits_election]
    assert set(waiting) == {"Bo Ek", "Eva Nordlund"}
    assert chair(council, january) == "Eva Nordlund"
    assert len(council.delivery.usual_recipients("kallelse", date(2027, 1, 4), january)) == 6
    seat = next(one.seat for one in council.people.members(FIRST) if one.name == "Eva Nordlund")
    council.people.appoint_new(seat.id, "Siv Berg", date(2027, 1, 1))
    assert chair(council, january) == "Siv Berg"
    assert "Eva Nordlund" not in names(council, january)
    assert chair(council, meeting(council, SECOND)) == "Eva Nordlund"


def test_the_vice_chair_leads_when_the_chair_leaves_the_council(council: OpenCouncil) -> None:
    second = meeting(council, SECOND)
    council.room.set_presence(second, attendee(council, second, "Mats Lindgren"), Presence.EXCUSED)
    council.people.vacate(appointment(council, "Eva Nordlund", JUNE).id, JUNE)
    assert "Eva Nordlund" not in names(council, second)
    assert chair(council, second) == "Bo Ek"
    assert "Eva Nordlund" not in {
        one.name for one in council.delivery.usual_recipients("kallelse", JUNE, second)
    }
    hold(council, second)
    assert "Eva Nordlund" not in names(council, second)
    assert attendee(council, second, "Mats Lindgren").presence is Presence.EXCUSED


def test_a_substitute_who_becomes_a_member_sits_as_one(council: OpenCouncil) -> None:
    second = meeting(council, SECOND)
    council.room.set_presence(second, attendee(council, second, "Bo Ek"), Presence.EXCUSED)
    seat = next(one.seat for one in council.people.members(JUNE) if one.name == "Lena Marklund")
    council.people.vacate(appointment(council, "Karin Öhman", JUNE).id, JUNE)
    council.people.appoint(seat.id, person(council, "Karin Öhman"), JUNE + timedelta(days=1))
    assert attendee(council, second, "Karin Öhman").capacity is Capacity.MEMBER
    hold(council, second)
    assert attendee(council, second, "Karin Öhman").role is SeatRole.MEMBER
    assert "Lena Marklund" not in names(council, second)


def test_whoever_joins_after_the_notice_has_not_got_it(council: OpenCouncil) -> None:
    second = meeting(council, SECOND)
    paper = council.documents.issue("kallelse", JUNE, second)
    everybody = [one.uid for one in council.delivery.recipients(paper.document_id or 0, JUNE) if one.chosen]
    council.delivery.mark_sent(paper.document_id or 0, JUNE, everybody)
    assert todo(council, JUNE) == []
    council.people.add_member("Nils", "Ny", SeatRole.MEMBER, JUNE, email="nils@norrmyra.example")
    assert todo(council, JUNE) == [("Nils Ny har inte fått kallelsen", "paper:kallelse")]
    nils = council.people.person(person(council, "Nils Ny")).uid
    council.delivery.mark_sent(paper.document_id or 0, JUNE, [nils])
    assert todo(council, JUNE) == []


def test_nothing_is_said_where_it_is_not_known_who_got_the_notice(council: OpenCouncil) -> None:
    call(council, meeting(council, SECOND), JUNE)
    council.people.add_member("Nils", "Ny", SeatRole.MEMBER, JUNE, email="nils@norrmyra.example")
    assert todo(council, JUNE) == []


def test_a_clock_a_year_behind_is_noticed_and_nothing_is_refused(tmp_path: Path, clock: Clock) -> None:
    council = council_with_people(tmp_path, clock)
    council.council.change(name="Rådet")
    assert council.council.newest_day() is None
    clock.wait(days=-365)
    assert council.council.newest_day() == date(2026, 2, 2)
    council.council.change(name="Trygghetsrådet")
    assert council.council.get().name == "Trygghetsrådet"
    clock.wait(days=364)
    assert council.council.newest_day() is None, "a day is no more than the edge of a journey"
    council.close()
