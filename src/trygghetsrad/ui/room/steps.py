"""The steps of a meeting's life as the header's buttons take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from trygghetsrad.domain.council import MinutesKind

if TYPE_CHECKING:
    from trygghetsrad.ui.room.desk import Desk


class RoomSteps:
    """Each step tells whether it was taken."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def start(self) -> bool:
        """Begin now, or at the planned time when it is written down on another day."""
        desk, meeting = self._desk, self._desk.meeting
        at = desk.time() if meeting.day == desk.today() else meeting.starts
        return desk.do(lambda: desk.council.room.start(meeting.id, at))

    def end(self) -> bool:
        """End now, or at the planned time when the clock is on another day; never before it began.

        Past midnight, or where the clock was set back, the time is put right in the checklist.
        """
        desk, meeting = self._desk, self._desk.meeting
        now = desk.time() if meeting.day == desk.today() else meeting.ends
        at = max(now, meeting.started or now)
        return desk.do(lambda: desk.council.room.end(meeting.id, at))

    def go_on(self) -> bool:
        """Go on with a meeting that was ended too early."""
        desk = self._desk
        return desk.do(lambda: desk.council.room.reopen(desk.meeting_id))

    def make_minutes(self) -> bool:
        """Make the paper that leaves the house, and go to it."""
        desk, notes = self._desk, self._desk.meeting.minutes_kind is MinutesKind.NOTES
        kind = "minnesanteckningar" if notes else "protokoll"
        toast = _tr("Anteckningarna är skapade") if notes else _tr("Protokollet är skapat")
        made = desk.do(
            lambda: desk.council.documents.issue(kind, desk.today(), desk.meeting_id), toast=toast, undo=False
        )
        if made:
            desk.open("documents", desk.meeting_id)
        return made


def _tr(words: str) -> str:
    return QCoreApplication.translate("RoomSteps", words)
