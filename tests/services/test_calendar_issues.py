"""The number of a meeting's calendar file: it rises with every change that leaves the house, and only then."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import icalendar
import pytest

import norrmyra
from norrmyra import FIRST, TODAY
from trygghetsrad.app import read_council
from trygghetsrad.domain.errors import OpenedReadOnly

if TYPE_CHECKING:
    from pathlib import Path

    from norrmyra import Clock
    from trygghetsrad.app import OpenCouncil


@pytest.fixture
def first(council: OpenCouncil) -> int:
    return norrmyra.meeting(council, FIRST)


def event(council: OpenCouncil, meeting: int) -> icalendar.Event:
    content = council.delivery.calendar(meeting, TODAY).content
    return icalendar.Calendar.from_ical(content).walk("VEVENT")[0]


def number(council: OpenCouncil, meeting: int) -> int:
    return event(council, meeting)["SEQUENCE"]


def test_the_same_meeting_is_the_same_file_byte_for_byte(council, first, clock: Clock):
    before = council.delivery.calendar(first, TODAY)
    clock.wait(days=3)
    assert council.delivery.calendar(first, TODAY) == before
    assert before.name == "2026-03-10 Kallelse möte prel. 1.ics"


@pytest.mark.parametrize(
    "changes",
    [
        {"day": date(2026, 3, 12)},
        {"starts": time(9, 0), "ends": time(11, 0)},
        {"place": "Biblioteket"},
        {"link": "https://meet.norrmyra.example/1"},
    ],
)
def test_the_number_rises_when_time_or_place_changes(council, first, clock: Clock, changes):
    before = event(council, first)
    clock.wait(hours=1)
    council.meetings.change(first, **changes)
    after = event(council, first)
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert after["UID"] == before["UID"]
    assert after["DTSTAMP"].dt > before["DTSTAMP"].dt


def test_changes_that_nobody_was_told_of_do_not_count(council, first):
    assert number(council, first) == 0
    council.meetings.change(first, place="Biblioteket")
    council.meetings.change(first, place="Skolan")
    assert number(council, first) == 1
    council.meetings.change(first, theme="Vår")
    assert number(council, first) == 1


def test_going_back_to_the_old_place_is_one_more_change(council, first):
    council.delivery.calendar(first, TODAY)
    council.meetings.change(first, place="Biblioteket")
    council.delivery.calendar(first, TODAY)
    council.undo.undo()
    assert number(council, first) == 2


def test_undo_never_lowers_the_number(council, first):
    council.delivery.calendar(first, TODAY)
    council.meetings.cancel(first, "Snöstorm")
    assert number(council, first) == 1
    council.undo.undo()
    after = event(council, first)
    assert (after["SEQUENCE"], after["STATUS"]) == (2, "CONFIRMED")


def test_a_cancelled_meeting_is_cancelled_by_the_next_number(council, first):
    council.delivery.calendar(first, TODAY)
    council.meetings.cancel(first, "Snöstorm")
    content = council.delivery.calendar(first, TODAY).content
    cancelled = event(council, first)
    assert b"METHOD:CANCEL" in content
    assert (cancelled["SEQUENCE"], cancelled["STATUS"]) == (1, "CANCELLED")
    assert str(cancelled["SUMMARY"]).startswith("Inställt: Trygghetsrådet")


def test_meetings_have_their_own_numbers_and_uids(council, first):
    second = norrmyra.meeting(council, norrmyra.SECOND)
    council.delivery.calendar(first, TODAY)
    council.meetings.change(first, place="Biblioteket")
    assert (number(council, first), number(council, second)) == (1, 0)
    assert event(council, first)["UID"] != event(council, second)["UID"]


def test_a_copy_for_reading_gives_the_file_that_is_out_but_no_new_number(council, first):
    out = council.delivery.calendar(first, TODAY)
    council.close()
    with read_council(council.path) as reading:
        assert reading.delivery.calendar(first, TODAY) == out
        with pytest.raises(OpenedReadOnly):
            reading.delivery.calendar(norrmyra.meeting(reading, norrmyra.SECOND), TODAY)


def test_a_calendar_file_is_saved_as_it_is(council, first, tmp_path: Path):
    calendar = council.delivery.calendar(first, TODAY)
    council.delivery.save(calendar, tmp_path / calendar.name)
    assert (tmp_path / calendar.name).read_bytes() == calendar.content
