"""Calendar files: one meeting that other people's calendars take in, move or take away (RFC 5545, 5546)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Final

from trygghetsrad.domain.contacts import is_email

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime, time

PRODUCT: Final = "-//Trygghetsråd//Trygghetsråd//SV"
ZONE: Final = "Europe/Stockholm"
_OCTETS = 75
# By hand: icalendar's own table for Stockholm starts summer time an hour late and lists days, not a rule.
_STOCKHOLM = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:DAYLIGHT",
    "DTSTART:19810329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "END:STANDARD",
    "END:VTIMEZONE",
)
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_WEB = re.compile(r"https?://[!-~]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFacts:
    """One meeting as a calendar has it, by the clock on the wall in Sweden."""

    uid: str
    sequence: int
    summary: str
    day: date
    starts: time
    ends: time
    last_modified: datetime
    """A moment with its offset; also the stamp, so that the same facts give the same bytes."""
    description: str = ""
    location: str = ""
    link: str = ""
    organizer: str = ""
    organizer_email: str = ""
    cancelled: bool = False


def write_calendar(facts: CalendarFacts) -> bytes:
    """Return the file: published, or cancelled for the same meeting, never an invitation to answer.

    METHOD:REQUEST in a file blocks its own buttons in Outlook for whoever is not named as attendee.
    """
    return b"".join(_folded(line) for line in _lines(facts))


def _lines(facts: CalendarFacts) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:{PRODUCT}"
    yield f"METHOD:{'CANCEL' if facts.cancelled else 'PUBLISH'}"
    yield from _STOCKHOLM
    yield from _event(facts)
    yield "END:VCALENDAR"


def _event(facts: CalendarFacts) -> Iterator[str]:
    stamp = f"{facts.last_modified.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(facts.uid)}"
    yield f"SEQUENCE:{facts.sequence}"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield f"DTSTART;TZID={ZONE}:{facts.day:%Y%m%d}T{facts.starts:%H%M%S}"
    yield f"DTEND;TZID={ZONE}:{facts.day:%Y%m%d}T{facts.ends:%H%M%S}"
    yield f"STATUS:{'CANCELLED' if facts.cancelled else 'CONFIRMED'}"
    yield "TRANSP:OPAQUE"
    yield from _words(facts)
    yield "END:VEVENT"


def _words(facts: CalendarFacts) -> Iterator[str]:
    words = {"SUMMARY": facts.summary, "LOCATION": facts.location, "DESCRIPTION": facts.description}
    for name, value in words.items():
        if text := _text(value):
            yield f"{name}:{text}"
    if _WEB.fullmatch(facts.link):
        yield f"URL:{facts.link}"
    if is_email(facts.organizer_email):
        yield f'ORGANIZER;CN="{_quoted(facts.organizer)}":mailto:{facts.organizer_email}'
    elif facts.organizer:
        yield f"CONTACT:{_text(facts.organizer)}"


def _text(value: str) -> str:
    """Return words as a property holds them: no controls, and every end of a line escaped."""
    lines = (_NOT_TEXT.sub("", line) for line in value.strip().splitlines())
    escaped = (line.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,") for line in lines)
    return "\\n".join(escaped)


def _quoted(value: str) -> str:
    """Return words that may stand between quotes, on one line."""
    return " ".join(_NOT_TEXT.sub("", value).replace('"', "'").split())


def _folded(line: str) -> bytes:
    """Return a line cut at 75 octets, never inside a character."""
    parts, current, room = [], b"", _OCTETS
    for sign in line:
        octets = sign.encode()
        if len(current) + len(octets) > room:
            parts.append(current)
            current, room = b"", _OCTETS - 1
        current += octets
    return b"\r\n ".join([*parts, current]) + b"\r\n"
