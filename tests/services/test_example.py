"""The example council: believable, harmless, and the same every time."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import date, time, timedelta
from functools import cache
from io import BytesIO
from shutil import copyfile
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from norrmyra import example_of, person
from trygghetsrad.app import OpenCouncil, open_council, read_council, write_example
from trygghetsrad.domain.actions import ActionStatus, is_overdue
from trygghetsrad.domain.attachments import Provenance
from trygghetsrad.domain.calendar import why_not
from trygghetsrad.domain.errors import NothingToUndo
from trygghetsrad.domain.meetings import (
    Capacity,
    ItemOrigin,
    MeetingState,
    MeetingStep,
    MinutesState,
    Outcome,
    RoleAtMeeting,
    SpanReason,
)
from trygghetsrad.services.example_days import story_days
from trygghetsrad.services.example_older import older_year
from trygghetsrad.services.example_tales import read_years

if TYPE_CHECKING:
    from pathlib import Path

ON_SCREEN = date(2026, 11, 23)
DAYS_TO_VERIFY = 21
DAYS_TO_CALL = 15
DAYS = (ON_SCREEN, date(2027, 1, 2), date(2028, 2, 29))
"""An ordinary Monday; a Saturday in a year without meetings yet; a day that most years lack."""

RESERVED_PHONE = re.compile(r"070-174 06 (0[5-9]|[1-9]\d)")
ANY_PHONE = re.compile(r"\b0\d{1,3}[- /]\d[\d ]{4,}\d\b|\+46[\d -]+\d")
ANY_ADDRESS = re.compile(r"[\w.-]+@[\w.-]+|\bwww\.[\w.-]+|\b[\w-]+\.(?:se|com|nu|org)\b")


@pytest.fixture(params=DAYS, ids=str)
def today(request) -> date:
    return request.param


@pytest.fixture
def council(today):
    with read_council(example_of(today)) as opened:
        yield opened


@pytest.fixture
def norrmyra():
    """The example as it is on the screen of the pictures."""
    with read_council(example_of(ON_SCREEN)) as opened:
        yield opened


def held(council: OpenCouncil):
    return [one for one in council.meetings.every() if one.state is MeetingState.HELD]


def rooms(council: OpenCouncil):
    return [council.room.room(meeting.id) for meeting in held(council)]


def dump(path: Path) -> str:
    with closing(sqlite3.connect(path)) as raw:
        return "\n".join(raw.iterdump())


def words(path: Path) -> str:
    """All that can be read in the file, without the bytes of papers."""
    return re.sub(r"X'[0-9A-F]*'", "", dump(path))


# -- whatever day it is told ---------------------------------------------------------------------


def test_the_same_day_tells_the_same_story(tmp_path):
    again = tmp_path / "igen.trygghetsrad"
    write_example(again, ON_SCREEN)
    assert dump(again) == dump(example_of(ON_SCREEN))


def test_on_any_day_for_three_years_the_story_has_its_days_in_order_and_none_that_does_not_suit(norrmyra):
    rules = cache(norrmyra.meetings.rules)
    tales = read_years(3)
    for number in range(3 * 365):
        day = date(2026, 1, 1) + timedelta(number)
        days = story_days(day, tales, rules)
        *held, ahead = days.held.values()
        assert [days.begins, *held, day, ahead] == sorted({days.begins, *held, day, ahead})
        assert all(why_not(one, rules(one.year)) is None for one in (*days.planned.values(), *held, ahead))
        assert (day - held[-1]).days >= DAYS_TO_VERIFY, day
        assert (ahead - day).days >= DAYS_TO_CALL, day


def test_the_file_is_sound(council, today):
    report = council.checking.check(today)
    assert report.damage == ()
    assert report.warnings


def test_it_says_that_it_is_an_example(council):
    assert council.council.get().is_example
    assert council.council.get().municipality_code == "9999"


def test_eleven_meetings_are_held_and_their_minutes_done(council, today):
    meetings = held(council)
    states = [one.minutes_state for one in meetings]
    assert states.count(MinutesState.FINALISED) == 3
    assert states.count(MinutesState.AMENDED) == 1
    assert states.count(MinutesState.VERIFIED) == 7
    assert len(meetings) == 11
    assert all(one.verified_on and one.day < one.verified_on <= today for one in meetings)
    assert not any(room.changed_since_version for room in rooms(council))


def test_one_meeting_was_called_off_and_keeps_its_number(council):
    (off,) = [one for one in council.meetings.every() if one.state is MeetingState.CANCELLED]
    assert off.number is not None
    assert "skyfallet" in off.cancelled_because


def test_the_next_meeting_waits_for_its_notice_in_good_time(council, today):
    shown = council.overview.overview(today).next_meeting
    assert shown.step is MeetingStep.NOTICE
    assert not shown.is_late
    assert (shown.meeting.day - today).days >= 15
    assert shown.meeting.number is None


def test_further_meetings_are_planned(council, today):
    coming = [one for one in council.meetings.every() if one.day > today]
    assert len(coming) == 5
    assert all(one.state is MeetingState.PLANNED for one in coming)


def test_no_meeting_is_on_a_day_that_does_not_suit(council):
    for meeting in council.meetings.every():
        assert why_not(meeting.day, council.meetings.rules(meeting.day.year)) is None


def test_nothing_has_happened_after_today(today):
    with closing(sqlite3.connect(example_of(today))) as raw:
        for table, column in (("event", "at"), ("history", "at"), ("follow_up", "day")):
            (last,) = raw.execute(f"SELECT max({column}) FROM {table}").fetchone()
            assert str(last)[:10] <= today.isoformat()


def test_history_runs_forward(today):
    with closing(sqlite3.connect(example_of(today))) as raw:
        moments = [at for (at,) in raw.execute("SELECT at FROM event ORDER BY seq")]
        assert moments == sorted(moments)
        changes = [at for (at,) in raw.execute("SELECT at FROM history ORDER BY id")]
        assert changes == sorted(changes)


def test_two_actions_are_late_and_one_has_no_day(council, today):
    actions = council.actions.every(today)
    open_ones = [one for one in actions if one.is_open]
    assert len(actions) == 29
    assert sum(is_overdue(one, today) for one in open_ones) == 2
    assert [one.what for one in open_ones if one.due is None] == [
        "Märk-DNA för företagare på industriområdet"
    ]
    assert {one.status for one in actions} == set(ActionStatus)
    assert all(one.owner for one in actions)


def test_every_paper_can_be_written(norrmyra):
    for meeting in norrmyra.meetings.every():
        for choice in norrmyra.documents.choices(meeting.id):
            if choice.is_timely:
                paper = norrmyra.documents.current(choice.kind, ON_SCREEN, choice.meeting_id)
                assert paper.content.startswith(b"%PDF")
                assert paper.replaced == ()


def test_undo_does_not_walk_back_through_the_story(tmp_path):
    path = copyfile(example_of(ON_SCREEN), tmp_path / "Norrmyra.trygghetsrad")
    opened = open_council(path)
    try:
        assert opened.undo.next_undo() == ""
        with pytest.raises(NothingToUndo):
            opened.undo.undo()
    finally:
        opened.close()


@pytest.mark.parametrize(("years", "meetings"), [(1, 3), (2, 7), (5, 19)])
def test_a_council_of_fewer_or_more_years_is_as_whole(years, meetings):
    with read_council(example_of(ON_SCREEN, years)) as council:
        assert council.checking.check(ON_SCREEN).damage == ()
        assert len(held(council)) == meetings
        assert all(one.minutes_are_done for one in held(council))
        assert not any(room.changed_since_version for room in rooms(council))
        assert all(one.owner for one in council.actions.every(ON_SCREEN))


def test_no_two_older_meetings_say_the_same():
    meetings = [meeting for back in range(3, 20) for meeting in older_year(back)["meeting"]]
    said = [tuple(item["text"] for item in meeting["item"]) for meeting in meetings]
    assert len(set(said)) == len(meetings) == 68
    titles = [[item["title"] for item in meeting["item"]] for meeting in meetings]
    assert all(len(set(of_meeting)) == len(of_meeting) for of_meeting in titles)
    assert not any(re.search("[<>]", text) for texts in said for text in texts)


# -- nobody is real ------------------------------------------------------------------------------


def test_only_numbers_and_addresses_set_aside_for_fiction_are_used():
    text = words(example_of(ON_SCREEN))
    phones = set(ANY_PHONE.findall(text))
    assert len(phones) > 10
    assert [one for one in phones if not RESERVED_PHONE.fullmatch(one)] == []
    addresses = set(ANY_ADDRESS.findall(text))
    assert len(addresses) > 10
    assert [one for one in addresses if not one.endswith(".example")] == []


def test_nobody_has_the_number_of_another(norrmyra):
    numbers = [one.mobile for one in norrmyra.people.persons()]
    assert len(numbers) == len(set(numbers))


def test_the_story_does_not_tell_who_sat_at_the_computer():
    with closing(sqlite3.connect(example_of(ON_SCREEN))) as raw:
        who = raw.execute("SELECT who FROM event UNION SELECT who FROM history").fetchall()
    assert who == [("Anna Sjöberg",)]


# -- as in the pictures --------------------------------------------------------------------------


def test_the_fourth_meeting_of_the_year_is_on_8_december(norrmyra):
    shown = norrmyra.overview.overview(ON_SCREEN).next_meeting
    meeting = shown.meeting
    assert meeting.label == "Möte prel. 4/2026"
    assert (meeting.day, meeting.starts, meeting.ends) == (date(2026, 12, 8), time(13), time(15))
    assert meeting.place == "Kommunhuset, Björken"
    assert shown.due_text == "Skicka kallelsen senast i morgon, 24 november."
    assert [one.label for one in held(norrmyra)] == [
        *(f"Möte {number}/2024" for number in (1, 2, 3, 4)),
        *(f"Möte {number}/2025" for number in (1, 2, 4, 5)),
        *(f"Möte {number}/2026" for number in (1, 2, 3)),
    ]


def test_its_agenda_has_matters_of_its_own_and_one_that_came_back(norrmyra):
    meeting = norrmyra.meetings.next(ON_SCREEN)
    agenda = norrmyra.meetings.agenda(meeting.id)
    assert [item.title for item in agenda if item.origin is ItemOrigin.UNDISCUSSED] == [
        "Vad berättar vi för invånarna?"
    ]
    assert "Överenskommelse med polisen 2027" in [item.title for item in agenda]
    assert sum(item.minutes or 0 for item in agenda) <= 120


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_paragraphs_run_through_the_year(norrmyra, year):
    of_year = [room for room in rooms(norrmyra) if room.meeting.day.year == year]
    sections = [item.section for room in of_year for item in room.items]
    assert sections == list(range(1, len(sections) + 1))


def test_a_matter_without_time_came_back_and_was_dealt_with(norrmyra):
    *_, second, third = rooms(norrmyra)
    (left,) = [item for item in second.items if item.title == "Ordningen vid busstorget"]
    (back,) = [item for item in third.items if item.title == "Ordningen vid busstorget"]
    assert not left.was_reached
    assert back.origin is ItemOrigin.UNDISCUSSED
    assert back.decisions


def test_the_council_has_decided_in_every_way(norrmyra):
    decisions = [one for room in rooms(norrmyra) for item in room.items for one in item.decisions]
    assert {one.outcome for one in decisions} == set(Outcome)
    assert any(one.sent_to for one in decisions)
    assert any(one.reservations for one in decisions)


def test_people_came_late_left_stepped_aside_and_served(norrmyra):
    people = [one for room in rooms(norrmyra) for one in room.attendees]
    assert {span.reason for one in people for span in one.spans} == set(SpanReason)
    serving = [one for one in people if one.capacity is Capacity.SERVING_SUBSTITUTE]
    assert [(one.name, one.serves_for) for one in serving] == [
        ("Åke Lidström", "Birgitta Lövgren"),
        ("Ärla Östman", "Lena Marklund"),
    ]
    assert {Capacity.GUEST, Capacity.PRESENTER} <= {one.capacity for one in people}


def test_one_meeting_was_moved_with_a_changed_notice_and_its_minutes_corrected(norrmyra):
    papers = [(one.title, one.version, one.sent_on is not None) for one in norrmyra.documents.issued()]
    assert ("Kallelse möte 2/2026", 2, True) in papers
    assert ("Protokoll möte 2/2026", 2, True) in papers


def test_the_notice_names_the_chair_first_and_then_each_role_by_family_name(norrmyra):
    meeting = norrmyra.meetings.next(ON_SCREEN)
    paper = norrmyra.documents.current("kallelse", ON_SCREEN, meeting.id)
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(paper.content)).pages)
    called = re.findall(r"^(\w[\w -]+), ", text[text.index("Kallade") :], re.MULTILINE)
    assert called == [
        "Eva Nordlund", "Göran Stenlund", "Hassan Ali", "Åke Brännström", "Camilla Fors", "Per-Olov Granström",
        "Sara Hedlund", "Mats Lindgren", "Birgitta Lövgren", "Lena Marklund", "Jonas Wikström", "Karin Öhman",
        "Anna Sjöberg", "Åke Lidström", "Ärla Östman",
    ]  # fmt: skip


def test_the_seats_show_all_that_can_be_said_of_a_member(norrmyra):
    members = norrmyra.people.members(ON_SCREEN)
    assert [one.seat.organisation for one in members if one.person is None] == ["Norrmyra hälsocentral"]
    assert [one.name for one in members if one.person and one.person.protected] == ["Ärla Östman"]
    assert [one.name for one in members if one.person and one.person.given_name == "Åke"] == [
        "Åke Brännström",
        "Åke Lidström",
    ]
    elected = {one.name: one.appointment for one in members if one.appointment and one.appointment.party}
    told = {name: (one.term, one.section, one.instead_of) for name, one in elected.items()}
    assert told == {
        "Eva Nordlund": ("2023–2026", "§ 12", ""),
        "Göran Stenlund": ("2023–2026", "§ 97", "Ingrid Fahlgren"),
    }
    assert elected["Eva Nordlund"].appointed_on == date(2023, 1, 24)
    assert len({one.organisation for one in members}) >= 10


def test_seats_have_changed_hands(norrmyra):
    sat = {
        one.name: [former.person for former in norrmyra.people.appointments(one.seat.id)]
        for one in norrmyra.people.members(ON_SCREEN)
    }
    assert sat["Camilla Fors"] == ["Camilla Fors", "Torbjörn Rask"]
    assert sat["Jonas Wikström"] == ["Jonas Wikström", "Marita Holm"]
    assert sat["Göran Stenlund"] == ["Göran Stenlund", "Ingrid Fahlgren"]


def test_the_police_came_to_one_meeting_of_four_in_the_second_year(norrmyra):
    mats = norrmyra.people.attendance(person(norrmyra, "Mats Lindgren"), 2025)
    assert (mats.present, mats.meetings) == (1, 4)
    chief = norrmyra.people.attendance(person(norrmyra, "Torbjörn Rask"), 2025)
    assert chief.present == 0


def test_the_vice_chair_has_led_once(norrmyra):
    led = [room.holders(RoleAtMeeting.CHAIR)[0].name for room in rooms(norrmyra)]
    assert led.count("Göran Stenlund") == 1
    assert led.count("Eva Nordlund") == 10


def test_a_new_mandate_period_gives_the_elected_new_appointments():
    with read_council(example_of(date(2028, 2, 29))) as council:
        members = council.people.members(date(2028, 2, 29))
        elected = [one.appointment for one in members if one.appointment and one.appointment.party]
        assert {one.term for one in elected} == {"2027–2030"}
        assert not any(one.awaits_election for one in members)
        titles = [item.title for room in rooms(council) for item in room.items]
        assert titles.count("Ny mandatperiod 2027–2030") == 1


def test_between_the_new_year_and_the_election_the_elected_wait():
    with read_council(example_of(date(2027, 1, 2))) as council:
        members = council.people.members(date(2027, 1, 2))
        assert {one.name for one in members if one.awaits_election} == {"Eva Nordlund", "Göran Stenlund"}


def test_papers_lay_before_the_meetings(norrmyra):
    papers = [paper for one in norrmyra.meetings.every() for paper in norrmyra.attachments.of_meeting(one.id)]
    assert {paper.provenance for paper in papers} == set(Provenance)
    assert sum(not paper.is_stored for paper in papers) == 2
    stored = [paper for paper in papers if paper.is_stored]
    assert [paper.name for paper in stored if not paper.is_pdf] == ["Kostnader för kameror och belysning.csv"]
    for paper in stored:
        content = norrmyra.attachments.content(paper.id)
        assert content.startswith(b"%PDF" if paper.is_pdf else b"\xef\xbb\xbfAlternativ;")
    ahead = norrmyra.meetings.next(ON_SCREEN)
    assert len(norrmyra.attachments.of_meeting(ahead.id)) == 2


def test_no_sentence_is_left_with_a_gap_to_fill():
    assert not re.search(r"\{(year|last_year|next_year|previous|term)", words(example_of(ON_SCREEN)))
