"""The calendar file of a meeting, with a number that rises whenever it says something new."""

from __future__ import annotations

import dataclasses
import hashlib
from typing import TYPE_CHECKING

from sqlalchemy import select

from trygghetsrad.domain.meetings import MeetingState
from trygghetsrad.exchange.calendar import CalendarFacts
from trygghetsrad.services.minutes_facts import plain
from trygghetsrad.store.events import canonical
from trygghetsrad.store.schema import CalendarIssueRow

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.council import Council
    from trygghetsrad.domain.meetings import Meeting

# Which number and which moment a file has is not part of what it says.
NOT_SAID = frozenset({"sequence", "last_modified"})


def calendar_facts(session: Session, meeting: Meeting, council: Council, now: datetime) -> CalendarFacts:
    """Return the meeting as calendars will have it: numbered as last issued, or with the next number."""
    facts = _said_of(meeting, council, now)
    latest = _latest(session, meeting.uid)
    if latest is None:
        return facts
    if latest.sha256 == fingerprint(facts):
        return dataclasses.replace(facts, sequence=latest.sequence, last_modified=latest.issued_at)
    return dataclasses.replace(facts, sequence=latest.sequence + 1)


def is_issued(session: Session, meeting: Meeting, facts: CalendarFacts) -> bool:
    """Tell whether exactly this has left the house already."""
    latest = _latest(session, meeting.uid)
    return latest is not None and latest.sequence == facts.sequence


def keep_issue(session: Session, meeting: Meeting, facts: CalendarFacts) -> None:
    """Note what leaves the house, so that the next change gets a higher number."""
    session.add(
        CalendarIssueRow(
            meeting_uid=meeting.uid,
            sequence=facts.sequence,
            sha256=fingerprint(facts),
            issued_at=facts.last_modified,
        )
    )


def fingerprint(facts: CalendarFacts) -> str:
    said = {name: value for name, value in plain(facts).items() if name not in NOT_SAID}
    return hashlib.sha256(canonical(said).encode()).hexdigest()


def _said_of(meeting: Meeting, council: Council, now: datetime) -> CalendarFacts:
    number = meeting.label.lower().removeprefix("möte ") if meeting.number is not None else ""
    name = f"{council.name}: {council.meeting_word} {number}".rstrip()
    cancelled = meeting.state is MeetingState.CANCELLED
    whose = f"{council.name}, {council.municipality}"
    link = "" if cancelled or not meeting.link else f"Länk till {council.meeting_word}t: {meeting.link}"
    reason = f"Skäl: {meeting.cancelled_because}" if cancelled and meeting.cancelled_because else ""
    return CalendarFacts(
        uid=f"{meeting.uid}@trygghetsrad",
        sequence=0,
        summary=f"Inställt: {name}" if cancelled else name,
        day=meeting.day,
        starts=meeting.starts,
        ends=meeting.ends,
        last_modified=now,
        description="\n".join(part for part in (reason, link, whose) if part),
        location=meeting.place or meeting.link,
        link=meeting.link,
        organizer=whose,
        organizer_email=council.email,
        cancelled=cancelled,
    )


def _latest(session: Session, meeting_uid: str) -> CalendarIssueRow | None:
    return session.scalar(
        select(CalendarIssueRow)
        .where(CalendarIssueRow.meeting_uid == meeting_uid)
        .order_by(CalendarIssueRow.sequence.desc())
        .limit(1)
    )
