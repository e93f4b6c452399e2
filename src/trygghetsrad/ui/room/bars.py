"""What the whole room should know: the meeting is cancelled, on another day, or changed since it was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.dates import long_day
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


class OtherDayBar(NoticeBar):
    """Asks about the day of a meeting that is begun before the day it is planned for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(Tone.WARNING)
        self._desk = desk
        self.move_button = self.add_deed(self.tr("Flytta mötet till i dag"), self._move)
        self.wait_button = self.add_deed(self.tr("Starta inte än"), self._wait, quiet=True)

    def show_room(self) -> None:
        """Show the sentence while the meeting is said to go on, or to be held, on a day to come."""
        desk, meeting = self._desk, self._desk.meeting
        is_early = meeting.day > desk.today() and not meeting.minutes_are_done
        is_held = meeting.state is MeetingState.HELD
        words = self._too_early() if is_held else self.tr("Mötet är planerat till {day}. Hålls det i dag?")
        self.wait_button.setVisible(meeting.is_ongoing)
        self.say(
            words.format(day=long_day(meeting.day)) if is_early and (is_held or meeting.is_ongoing) else ""
        )

    def _too_early(self) -> str:
        if self._desk.meeting.minutes_kind is MinutesKind.NOTES:
            return self.tr("Mötet står på {day}, så anteckningarna kan inte bli klara före den dagen.")
        return self.tr("Mötet står på {day}, så protokollet kan inte justeras före den dagen.")

    def _move(self) -> None:
        desk, day = self._desk, self._desk.today()
        toast = self.tr("Mötet är flyttat till {day}").format(day=long_day(day))
        desk.do(lambda: desk.council.meetings.change(desk.meeting_id, day=day), toast=toast)

    def _wait(self) -> None:
        desk = self._desk
        desk.do(lambda: desk.council.room.take_back_start(desk.meeting_id))


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
