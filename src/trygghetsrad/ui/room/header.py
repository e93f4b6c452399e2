"""The line over the room: where the meeting stands, and the buttons of the step it is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trygghetsrad.domain.clock import clock, time_span
from trygghetsrad.domain.council import MinutesKind, QuorumRule
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.meetings import MeetingState, MinutesState, is_quorate
from trygghetsrad.ui.components import pills
from trygghetsrad.ui.components.buttons import Button, link_button, primary_button, secondary_button
from trygghetsrad.ui.components.pills import Pill, StatusPill
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Tone, row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QResizeEvent

    from trygghetsrad.ui.room.desk import Desk

NOTICE, START, PREVIEW, END = "notice", "start", "preview", "end"
APPROVE, TAKE_BACK = "approve", "take_back"
MINUTES, VERIFY, WITHDRAW, ATTENDANCE = "minutes", "verify", "withdraw", "attendance"

_CALLED = Pill(tone=Tone.INFO, icon=Icon.MAIL)
_NOW = Pill(tone=Tone.ACCENT, icon=Icon.CLOCK)
_HELD = Pill(tone=Tone.NEUTRAL, icon=Icon.CHECKMARK_CIRCLE)
_DRAFT = Pill(tone=Tone.NEUTRAL, icon=Icon.DOCUMENT)
_AWAITS = Pill(tone=Tone.INFO, icon=Icon.EDIT)

Spec = tuple[str, str, Icon, bool]


class RoomHeader(QWidget):
    """Tells by `pressed` which step the coordinator takes."""

    all_meetings = Signal()
    pressed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._specs: tuple[Spec, ...] = ()
        self._words: tuple[str, ...] = ()
        self.buttons: dict[str, Button] = {}
        self._back = link_button(self.tr("Alla möten"))
        self._back.clicked.connect(self.all_meetings)
        self._pills, self._deeds = row(gap=8), row(gap=8)
        line = row(self, gap=12)
        line.addWidget(self._back)
        line.addLayout(self._pills)
        line.addStretch(1)
        line.addLayout(self._deeds)

    def show_room(self, *, hidden: str, attendance: str) -> None:
        """Show the step; hidden is a deed that another part offers just now, attendance names its button."""
        self._show_pills()
        specs = tuple(spec for spec in self._specs_now(attendance) if spec[0] != hidden)
        if specs != self._specs:
            self._specs = specs
            self._rebuild()

    def fold(self) -> None:
        """Let all but the primary button be pictures where room is short."""
        others = [
            one
            for key, one in self.buttons.items()
            if key != ATTENDANCE and one.property("kind") != "primary"
        ]
        for button in others:
            button.fold(folded=False)
        if self.sizeHint().width() > self.width():
            for button in others:
                button.fold(folded=True)

    def pill_words(self) -> tuple[str, ...]:
        """Return the words of the pills shown."""
        return self._words

    def focus_first(self) -> None:
        """Give the focus to the button that is the right one now."""
        primary = [one for one in self.buttons.values() if one.property("kind") == "primary"]
        (primary or [*self.buttons.values(), self._back])[0].setFocus()

    def _show_pills(self) -> None:
        found = tuple(self._pills_now())
        if (words := tuple(word for word, _pill in found)) == self._words:
            return
        self._words = words
        while self._pills.count():
            item = self._pills.takeAt(0)
            if item and (old := item.widget()):
                old.hide()
                old.deleteLater()
        for word, pill in found:
            shown = StatusPill(word, pill)
            self._pills.addWidget(shown)
            # What is not shown yet does not count when the line is measured.
            shown.show()
        self.fold()

    def _pills_now(self) -> Iterator[tuple[str, Pill]]:
        meeting = self._desk.meeting
        yield self._state()
        if self._desk.is_ahead and meeting.approved_on is not None:
            if self._desk.room.approval_holds:
                yield self.tr("Godkänd {day}").format(day=iso(meeting.approved_on)), pills.DONE
            else:
                yield self.tr("Ändrad efter godkännandet"), pills.CAUTION
        if meeting.state is MeetingState.HELD:
            yield self._minutes()
        if meeting.minutes_are_done and self._desk.room.changed_since_version:
            is_notes = meeting.minutes_kind is MinutesKind.NOTES
            words = self.tr("Ändrade sedan de blev klara") if is_notes else self.tr("Ändrat efter justering")
            yield words, pills.CAUTION
        if self._desk.rules.quorum is QuorumRule.HALF and not self._desk.is_ahead:
            quorate = is_quorate(self._desk.room.attendees)
            yield (
                (self.tr("Beslutsfört"), pills.DONE)
                if quorate
                else (
                    self.tr("Inte beslutsfört"),
                    pills.CAUTION,
                )
            )

    def _state(self) -> tuple[str, Pill]:
        meeting = self._desk.meeting
        if meeting.state is MeetingState.CANCELLED:
            return self.tr("Inställt"), pills.STOPPED
        if meeting.is_ongoing and meeting.started:
            return self.tr("Pågår sedan {time}").format(time=clock(meeting.started)), _NOW
        if meeting.state is MeetingState.HELD:
            span = time_span(meeting.started or meeting.starts, meeting.ended)
            return self.tr("Hållet {times}").format(times=span), _HELD
        if meeting.state is MeetingState.CALLED:
            return self.tr("Kallat"), _CALLED
        return self.tr("Planerat"), pills.PLANNED

    def _minutes(self) -> tuple[str, Pill]:
        meeting, room = self._desk.meeting, self._desk.room
        notes = meeting.minutes_kind is MinutesKind.NOTES
        if meeting.minutes_state is MinutesState.DRAFT:
            return (self.tr("Inga anteckningar än") if notes else self.tr("Inget protokoll än")), _DRAFT
        if meeting.minutes_state is MinutesState.SENT_FOR_VERIFICATION:
            version = room.versions[-1].n if room.versions else 1
            words = self.tr("Utkast {n}") if notes else self.tr("På justering, utkast {n}")
            return words.format(n=version), _AWAITS
        day = iso(meeting.verified_on) if meeting.verified_on else ""
        done = self.tr("Klara {day}") if notes else self.tr("Justerat {day}")
        return done.format(day=day).strip(), pills.DONE

    def _specs_now(self, attendance: str) -> Iterator[Spec]:
        meeting = self._desk.meeting
        if attendance:
            yield ATTENDANCE, attendance, Icon.PEOPLE, False
        if meeting.state is MeetingState.CANCELLED:
            return
        if meeting.is_ongoing:
            yield PREVIEW, self.tr("Förhandsgranska"), Icon.DOCUMENT_PDF, False
            yield END, self.tr("Avsluta mötet"), Icon.CHECKMARK, True
        elif self._desk.is_ahead:
            on_the_day = meeting.day <= self._desk.today()
            uncalled = meeting.state is MeetingState.PLANNED
            made = meeting.notice_issued_on is not None
            notice = self.tr("Visa kallelsen") if made else self.tr("Gör kallelsen")
            yield from self._approval()
            yield NOTICE, notice, Icon.MAIL, uncalled and not on_the_day
            yield START, self.tr("Starta mötet"), Icon.PLAY, on_the_day
        else:
            yield PREVIEW, self.tr("Förhandsgranska"), Icon.DOCUMENT_PDF, False
            yield from self._after()

    def _approval(self) -> Iterator[Spec]:
        """Ask for the chair's word only where the council wants it, and before people are called."""
        room = self._desk.room
        if not self._desk.rules.chair_approves or room.meeting.state is not MeetingState.PLANNED:
            return
        if room.approval_holds:
            yield TAKE_BACK, self.tr("Återta godkännandet"), Icon.ARROW_RESET, False
        else:
            yield APPROVE, self.tr("Ordföranden har godkänt"), Icon.CHECKMARK, False

    def _after(self) -> Iterator[Spec]:
        meeting = self._desk.meeting
        notes = meeting.minutes_kind is MinutesKind.NOTES
        make = self.tr("Skapa anteckningarna") if notes else self.tr("Skapa protokoll")
        changed = self._desk.room.changed_since_version
        if meeting.minutes_state is MinutesState.DRAFT:
            yield MINUTES, make, Icon.DOCUMENT, True
            return
        if meeting.minutes_are_done:
            words = self.tr("Återta klarmarkeringen") if notes else self.tr("Återta justeringen")
            yield WITHDRAW, words, Icon.ARROW_RESET, False
        else:
            done = self.tr("Markera som klara") if notes else self.tr("Markera justerat")
            yield VERIFY, done, Icon.CHECKMARK, not changed
        if changed:
            yield MINUTES, make, Icon.DOCUMENT, True

    def _rebuild(self) -> None:
        for old in self.buttons.values():
            self._deeds.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = {}
        for key, text, icon, primary in self._specs:
            button = primary_button(text, icon) if primary else secondary_button(text, icon)
            button.setObjectName(key)
            button.clicked.connect(self._tell)
            self.buttons[key] = button
            self._deeds.addWidget(button)
            button.show()
        self.fold()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold()

    def _tell(self) -> None:
        self.pressed.emit(self.sender().objectName())
