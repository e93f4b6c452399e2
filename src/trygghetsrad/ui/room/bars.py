"""What the whole room should know: that the meeting is cancelled, or the text changed since it was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.meetings import MeetingState
from trygghetsrad.ui.room.notice_bar import NoticeBar
from trygghetsrad.ui.theme import Tone

if TYPE_CHECKING:
    from trygghetsrad.ui.room.desk import Desk


class CancelledBar(NoticeBar):
    """Says why the meeting is off, and lets it take place after all."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(Tone.WARNING)
        self._desk = desk
        self.reinstate_button = self.add_deed(self.tr("Återta inställandet"), self._reinstate)

    def show_room(self) -> None:
        """Show the reason while the meeting is cancelled."""
        meeting = self._desk.meeting
        words = self.tr("Mötet är inställt. {reason}").format(reason=meeting.cancelled_because).strip()
        self.say(words if meeting.state is MeetingState.CANCELLED else "")

    def _reinstate(self) -> None:
        desk = self._desk
        desk.do(lambda: desk.council.meetings.reinstate(desk.meeting_id))


class ChangedBar(NoticeBar):
    """Says that the minutes are no longer what left the house, and what to do about it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(Tone.WARNING)
        self._desk = desk

    def show_room(self) -> None:
        """Show the sentence while text and draft differ."""
        room = self._desk.room
        if not room.changed_since_version or not room.versions:
            self.say("")
            return
        notes = room.meeting.minutes_kind is MinutesKind.NOTES
        paper = self.tr("anteckningarna") if notes else self.tr("protokollet")
        last = room.versions[-1].n
        words = self.tr("Texten har ändrats sedan utkast {n}. Skapa {paper} igen, så blir det utkast {next}.")
        self.say(words.format(n=last, paper=paper, next=last + 1))
