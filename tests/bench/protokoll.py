"""The protokoll that both printers print: the newest of the example council."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telling import council

from trygghetsrad.domain.meetings import MeetingState
from trygghetsrad.services.meetings import MeetingsService
from trygghetsrad.services.minutes_facts import minutes_facts
from trygghetsrad.services.room import room_of
from trygghetsrad.store.database import Database

if TYPE_CHECKING:
    from trygghetsrad.domain.papers import MinutesFacts


def facts() -> MinutesFacts:
    """Return what the newest meeting that is over has for its protokoll."""
    database = Database.snapshot(council())
    held = [one for one in MeetingsService(database).every() if one.state is MeetingState.HELD]
    with database.read() as session:
        found = minutes_facts(session, room_of(session, max(held, key=lambda one: one.day).id))
    database.close()
    return found
