"""A calendar file as two independent parsers read it, at summer time's edges and with hostile words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from hypothesis import given, settings, strategies as st

from trygghetsrad.exchange.calendar import CalendarFacts, write_calendar

SWEDEN = ZoneInfo("Europe/Stockholm")
MEETING = CalendarFacts(
    uid="4f1c@trygghetsrad",
    sequence=2,
    summary="Trygghetsrådet: möte 4/2026",
    day=date(2026, 12, 8),
    starts=time(13, 0),
    ends=time(15, 0),
    last_modified=datetime(2026, 11, 23, 12, 42, tzinfo=UTC),
    description="Kallelsen kommer med e-post.\nLänk: https://möten.example/björken",
    location="Kommunhuset, Björken; plan 2",
    link="https://meet.norrmyra.example/4",
    organizer="Trygghetsrådet, Norrmyra kommun",
    organizer_email="trygghet@norrmyra.example",
)


def event(content: bytes) -> icalendar.Event:
    """The meeting as icalendar reads it."""
    return icalendar.Calendar.from_ical(content).walk("VEVENT")[0]


def other(content: bytes):
    """The meeting as vobject reads it, with our own rule for summer time."""
    return vobject.readOne(content.decode("utf-8")).vevent


def lines(content: bytes) -> list[str]:
    return content.decode("utf-8").replace("\r\n ", "").split("\r\n")


def test_both_parsers_read_the_same_meeting():
    content = write_calendar(MEETING)
    for one in (event(content), other(content)):
        is_other = hasattr(one, "dtstart")
        starts = one.dtstart.value if is_other else one["DTSTART"].dt
        ends = one.dtend.value if is_other else one["DTEND"].dt
        assert starts.astimezone(UTC) == datetime(2026, 12, 8, 12, 0, tzinfo=UTC)
        assert ends - starts == timedelta(hours=2)
    assert str(event(content)["SUMMARY"]) == other(content).summary.value == MEETING.summary
    assert str(event(content)["LOCATION"]) == other(content).location.value == MEETING.location
    assert str(event(content)["DESCRIPTION"]) == other(content).description.value == MEETING.description
    assert event(content)["UID"] == other(content).uid.value == MEETING.uid
    assert event(content).errors == []


def test_a_file_is_published_with_its_number_stamp_and_state_and_asks_for_no_answer():
    said = lines(write_calendar(MEETING))
    assert "METHOD:PUBLISH" in said
    assert "STATUS:CONFIRMED" in said
    assert "SEQUENCE:2" in said
    assert "DTSTAMP:20261123T124200Z" in said
    assert "DTSTART;TZID=Europe/Stockholm:20261208T130000" in said
    assert not any(line.startswith("ATTENDEE") for line in said)
    assert 'ORGANIZER;CN="Trygghetsrådet, Norrmyra kommun":mailto:trygghet@norrmyra.example' in said


def test_a_cancelled_meeting_is_taken_away_by_the_same_uid():
    said = lines(write_calendar(replace(MEETING, cancelled=True, sequence=3)))
    assert {"METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:3", f"UID:{MEETING.uid}"} <= set(said)


def test_the_same_facts_give_the_same_bytes():
    assert write_calendar(MEETING) == write_calendar(replace(MEETING))


@pytest.mark.parametrize("address", ["", "växeln", "a@b.example\r\nX-A:1", "a@b.example:X"])
def test_without_a_sound_address_of_its_own_the_council_is_only_named(address):
    said = lines(write_calendar(replace(MEETING, organizer_email=address)))
    assert "CONTACT:Trygghetsrådet\\, Norrmyra kommun" in said
    assert not any(line.startswith("ORGANIZER") for line in said)


def test_no_line_is_longer_than_75_octets_and_none_is_cut_inside_a_letter():
    content = write_calendar(replace(MEETING, summary="åäö€😀 " * 60, location="ö" * 300))
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")
    assert str(event(content)["LOCATION"]) == "ö" * 300


@pytest.mark.parametrize(
    "place",
    [
        "Björken\r\nATTENDEE:mailto:annan@fel.example",
        "Björken\u2028BEGIN:VALARM\u2028TRIGGER:-PT5M",
        "Björken\x85END:VEVENT\x0bEND:VCALENDAR",
        "Björken\nDTSTART:20200101T000000Z",
    ],
)
def test_lines_in_a_place_stay_inside_the_place(place):
    content = write_calendar(replace(MEETING, location=place))
    calendar = icalendar.Calendar.from_ical(content)
    found = calendar.walk("VEVENT")
    assert len(found) == 1
    assert "ATTENDEE" not in found[0]
    assert not calendar.walk("VALARM")
    assert found[0]["DTSTART"].dt.date() == date(2026, 12, 8)
    assert str(found[0]["LOCATION"]).startswith("Björken\n")


@pytest.mark.parametrize("link", ["javascript:alert(1)", "https://a.example/\r\nX:1", "möte på Teams", ""])
def test_what_is_no_web_address_is_no_url(link):
    assert not any(line.startswith("URL") for line in lines(write_calendar(replace(MEETING, link=link))))


def test_a_name_with_quotes_stays_a_name():
    content = write_calendar(replace(MEETING, organizer='Rådet "Trygg"\r\nX-EVIL:1'))
    assert event(content)["ORGANIZER"].params["CN"] == "Rådet 'Trygg' X-EVIL:1"
    assert not any(line.startswith("X-EVIL") for line in lines(content))


DAYS_OF_CHANGE = [
    date(year, month, day)
    for year, month, day in ((2026, 3, 29), (2026, 10, 25), (2027, 3, 28), (2027, 10, 31), (2028, 3, 26))
]


@pytest.mark.parametrize("change", DAYS_OF_CHANGE)
@pytest.mark.parametrize("around", [-1, 0, 1])
@pytest.mark.parametrize("hour", [1, 9, 13, 23])
def test_the_clock_is_right_around_the_days_when_it_is_changed(change, around, hour):
    day = change + timedelta(days=around)
    content = write_calendar(replace(MEETING, day=day, starts=time(hour, 0), ends=time(hour, 45)))
    true = datetime.combine(day, time(hour, 0), SWEDEN).astimezone(UTC)
    # vobject builds its zone from our VTIMEZONE and knows no other.
    assert other(content).dtstart.value.astimezone(UTC) == true
    assert event(content)["DTSTART"].dt.astimezone(UTC) == true


@given(day=st.dates(date(2026, 1, 1), date(2040, 12, 31)))
@settings(max_examples=60, deadline=None)
def test_our_rule_for_summer_time_agrees_with_the_zone_of_the_world(day):
    content = write_calendar(replace(MEETING, day=day, starts=time(9, 0), ends=time(10, 0)))
    true = datetime.combine(day, time(9, 0), SWEDEN).astimezone(UTC)
    assert other(content).dtstart.value.astimezone(UTC) == true


@given(text=st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_words_come_back_whole_and_break_nothing(text):
    content = write_calendar(replace(MEETING, summary=text, description=text, location=text))
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    calendar = icalendar.Calendar.from_ical(content)
    found = calendar.walk("VEVENT")
    assert len(found) == 1
    assert found[0].errors == []
    kept = "".join(sign for sign in text if sign.isalnum() or sign in ",;\\")
    read = "".join(sign for sign in str(found[0].get("SUMMARY", "")) if sign.isalnum() or sign in ",;\\")
    assert read == kept
