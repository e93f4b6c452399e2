"""The panel of one meeting: when, where, what is due around it, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.day_near import parse_day_near
from trygghetsrad.domain.meetings import MeetingKind, MeetingState, MeetingStep, MinutesState, current_step
from trygghetsrad.ui.components.buttons import link_button, primary_button, secondary_button
from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.components.date_field import DateField
from trygghetsrad.ui.components.details_panel import DetailsPanel
from trygghetsrad.ui.components.file_drops import FileDrops
from trygghetsrad.ui.components.flow import FlowLayout
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.inline_text import InlineText
from trygghetsrad.ui.components.papers import Papers
from trygghetsrad.ui.components.time_field import TimeField
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.meetings.calling_off import CallingOff
from trygghetsrad.ui.meetings.day_advice import Advice, AdvisedDay, advice_on
from trygghetsrad.ui.meetings.due_days import Asked, DueDays
from trygghetsrad.ui.meetings.fields import Pair, end_after
from trygghetsrad.ui.meetings.lines import AHEAD, state_pill
from trygghetsrad.ui.meetings.notes import Note

if TYPE_CHECKING:
    from datetime import date, time

    from trygghetsrad.domain.attachments import Attachment
    from trygghetsrad.domain.meetings import Meeting
    from trygghetsrad.domain.planning import Deadlines
    from trygghetsrad.ui.components.paper_work import PaperWork
    from trygghetsrad.ui.meetings.day_advice import Surroundings


NOTHING_ASKED = Asked()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDetails:
    """All that the panel shows of a meeting."""

    meeting: Meeting
    around: Surroundings
    days: Deadlines
    notice_is_outdated: bool
    asked: Asked = NOTHING_ASKED
    papers: tuple[Attachment, ...] = ()
    """Those of the whole meeting, not of its points."""


class MeetingPanel(DetailsPanel):
    """Every field is stored when it is left; changed carries the names and values that are new."""

    changed = Signal(object)
    open_asked = Signal()
    documents_asked = Signal()
    cancel_asked = Signal(str)
    reinstate_asked = Signal()
    remove_asked = Signal()

    def __init__(self, work: PaperWork) -> None:
        super().__init__(self.tr("Valt möte"))
        self._details: MeetingDetails | None = None
        self._lead_calls = False
        self.notice = Note()
        self.lead = primary_button("")
        self.other = secondary_button("")
        self.day = AdvisedDay(self.tr("Dag"), self._parse_day)
        self.starts = TimeField(self.tr("Börjar"))
        self.ends = TimeField(self.tr("Slutar"))
        self.place = InlineField(self.tr("Plats"), placeholder=self.tr("Rum och adress"))
        self.link = InlineField(self.tr("Länk"), placeholder=self.tr("För den som deltar på distans"))
        self.theme = InlineText(self.tr("Tema"), placeholder=self.tr("Vad mötet främst handlar om"))
        self.asked_of_you = InlineText(
            self.tr("Det här ber vi om"), placeholder=self.tr("Står på kallelsens första sida")
        )
        self.kind = ChoiceField(self.tr("Slags möte"), [(k, k.value.capitalize()) for k in MeetingKind])
        self.minutes_kind = ChoiceField(
            self.tr("Skrivs som"), [(k, k.value.capitalize()) for k in MinutesKind]
        )
        self.dnr = InlineField(self.tr("Diarienummer"))
        self.verification_place = InlineField(
            self.tr("Justeras"), placeholder=self.tr("Plats för justeringen")
        )
        self.verification_day = DateField(self.tr("Justeras den"), self._parse_verification)
        self.verification_time = TimeField(self.tr("Klockan"), optional=True)
        self._verification = Pair(self.verification_day, self.verification_time)
        self.due = DueDays()
        self.papers = Papers(work, columns=1)
        self.drops = FileDrops(self.papers, self.papers.take, lambda files: self.papers.hover(bool(files)))
        self.calling_off = CallingOff()
        self.open_link = secondary_button(self.tr("Öppna mötet"))
        self.reinstate_button = secondary_button(self.tr("Håll mötet ändå"), Icon.ARROW_RESET)
        self.remove_button = link_button(self.tr("Ta bort mötet"))
        self._lay_out()
        self._connect()

    def meeting_id(self) -> int:
        """Return which meeting is shown, 0 before any."""
        return self._details.meeting.id if self._details else 0

    def show_meeting(self, details: MeetingDetails) -> None:
        """Show a meeting as it is stored; what is being typed is left alone."""
        if details.meeting.id != self.meeting_id():
            self.calling_off.fold()
        self._details = details
        meeting = details.meeting
        self.set_title(meeting.label)
        self.set_pill(*state_pill(meeting))
        self._show_deeds(details)
        self._show_when(details)
        for field, text in (
            (self.place, meeting.place),
            (self.link, meeting.link),
            (self.theme, meeting.theme),
            (self.asked_of_you, meeting.asked_of_you),
            (self.dnr, meeting.dnr),
            (self.verification_place, meeting.verification_place),
        ):
            field.set_text(text)
        self.kind.set_current(meeting.kind)
        self.minutes_kind.set_current(meeting.minutes_kind)
        self.minutes_kind.setEnabled(meeting.minutes_state is MinutesState.DRAFT)
        self.verification_day.set_day(meeting.verification_day)
        self.verification_time.set_time(meeting.verification_time)
        for part in (self.verification_place, self._verification):
            part.setVisible(meeting.minutes_kind is MinutesKind.PROTOCOL)
        self.papers.show_papers(details.papers, {"meeting_id": meeting.id}, self.tr("hela mötet"))
        self.due.setVisible(meeting.state is not MeetingState.CANCELLED)
        self.due.show_days(meeting, details.days, details.around.today, details.asked)

    def focus_day(self) -> None:
        """Put the cursor in the date, its text marked, so that typing replaces it."""
        self.day.field.edit.setFocus()
        self.day.field.edit.selectAll()

    def show_notice(self) -> None:
        """Scroll to the message at the top and put the focus on what it asks for."""
        scroll = self.findChild(QScrollArea)
        if scroll is not None:
            scroll.verticalScrollBar().setValue(0)
        (self.open_link if self.notice.action.isHidden() else self.notice.action).setFocus()

    # -- showing -------------------------------------------------------------------------------

    def _show_deeds(self, details: MeetingDetails) -> None:
        """Offer the deed that is next as the first button, the other one beside it."""
        meeting, outdated = details.meeting, details.notice_is_outdated
        is_off = meeting.state is MeetingState.CANCELLED
        is_ahead = meeting.state in AHEAD and not meeting.is_ongoing
        self._show_notice(details, is_off=is_off)
        calls = (
            is_ahead and current_step(meeting) is MeetingStep.NOTICE and meeting.day >= details.around.today
        )
        self._lead_calls = calls and not outdated
        for button, is_notice in ((self.lead, self._lead_calls), (self.other, not self._lead_calls)):
            made = meeting.notice_issued_on is not None
            notice = self.tr("Visa kallelsen") if made else self.tr("Gör kallelsen")
            button.set_text(notice if is_notice else self.tr("Öppna mötet"))
        self.lead.setVisible(not is_off and not outdated)
        self.other.setVisible(self._lead_calls or (is_ahead and not outdated))
        self.open_link.setVisible(self.lead.isHidden() and self.other.isHidden())
        self.calling_off.setVisible(is_ahead)
        self.reinstate_button.setVisible(is_off)
        self.remove_button.setVisible(not meeting.minutes_are_done)

    def _show_notice(self, details: MeetingDetails, *, is_off: bool) -> None:
        if is_off and details.notice_is_outdated:
            words = self.tr("Mötet är inställt. De kallade behöver få veta det.")
            self.notice.say(words, action=self.tr("Gör ett besked"))
        elif is_off:
            reason = details.meeting.cancelled_because
            self.notice.say(" ".join(filter(None, (self.tr("Mötet är inställt."), reason))))
        elif details.notice_is_outdated:
            words = self.tr("Kallelsen gäller inte längre. Gör en ändrad kallelse.")
            self.notice.say(words, action=self.tr("Gör en ändrad kallelse"))
        else:
            self.notice.say("")

    def _show_when(self, details: MeetingDetails) -> None:
        meeting = details.meeting
        is_still_to_come = meeting.state in AHEAD and meeting.started is None
        advice = advice_on(meeting.day, details.around) if is_still_to_come else Advice()
        self.day.set_day(meeting.day, advice)
        self.starts.set_time(meeting.starts)
        self.ends.set_time(meeting.ends)
        moved = meeting.number_year is not None and meeting.number_year != meeting.day.year
        if moved:
            kept = self.tr("Mötet behåller sitt nummer, {number}/{year}.")
            self.day.field.set_hint(
                f"{self.day.field.note()}. {kept.format(number=meeting.number, year=meeting.number_year)}"
            )

    # -- changing ------------------------------------------------------------------------------

    def _parse_day(self, text: str) -> date | None:
        if self._details is None:
            return None
        return parse_day_near(text, self._details.meeting.day, self._details.around.today)

    def _parse_verification(self, text: str) -> date | None:
        if self._details is None:
            return None
        return parse_day_near(text, self._details.days.verified, self._details.around.today)

    def _start_at(self, starts: time) -> None:
        """Move the end along with the start, so that the meeting stays as long as it was."""
        if self._details is None:
            return
        meeting = self._details.meeting
        self.changed.emit({"starts": starts, "ends": end_after(starts, meeting.starts, meeting.ends)})

    def _end_at(self, ends: time) -> None:
        if self._details is None:
            return
        if ends <= self._details.meeting.starts:
            self.ends.set_time(self._details.meeting.ends)
            self.ends.set_error(self.tr("Slutet måste komma efter början. Den gamla tiden är kvar."))
            return
        self.changed.emit({"ends": ends})

    def _lay_out(self) -> None:
        self.add(self.notice)
        self.add(_Buttons(self.lead, self.other, self.open_link))
        self.add(self.day)
        self.add(Pair(self.starts, self.ends))
        for field in (self.place, self.link, self.theme, self.asked_of_you):
            self.add(field)
        self.add(self.due, gap_before=8)
        self.add_heading(self.tr("Mer om mötet"))
        for more in (self.kind, self.minutes_kind, self.verification_place, self._verification, self.dnr):
            self.add(more)
        self.add_heading(self.tr("Handlingar till hela mötet"))
        self.add(self.papers)
        self.add(self.calling_off, gap_before=8)
        self.add(_Buttons(self.reinstate_button))
        self.add(_Buttons(self.remove_button))

    def _connect(self) -> None:
        self.notice.action_clicked.connect(self.documents_asked)
        self.lead.clicked.connect(self._do_first)
        self.other.clicked.connect(self._do_other)
        self.open_link.clicked.connect(self.open_asked)
        self.reinstate_button.clicked.connect(self.reinstate_asked)
        self.remove_button.clicked.connect(self.remove_asked)
        self.calling_off.confirmed.connect(self.cancel_asked)
        self.starts.committed.connect(self._start_at)
        self.ends.committed.connect(self._end_at)
        for name, told in (
            ("day", self.day.committed),
            ("place", self.place.committed),
            ("link", self.link.committed),
            ("theme", self.theme.committed),
            ("asked_of_you", self.asked_of_you.committed),
            ("dnr", self.dnr.committed),
            ("verification_place", self.verification_place.committed),
            ("verification_day", self.verification_day.committed),
            ("verification_time", self.verification_time.committed),
        ):
            told.connect(partial(self._tell, name))
        self.kind.chosen.connect(self._choose_kind)
        self.minutes_kind.chosen.connect(self._choose_minutes)

    # Qt hands words of an enumeration back as plain text.

    def _choose_kind(self, kind: str) -> None:
        self.changed.emit({"kind": MeetingKind(kind)})

    def _choose_minutes(self, kind: str) -> None:
        self.changed.emit({"minutes_kind": MinutesKind(kind)})

    def _tell(self, name: str, value: object) -> None:
        self.changed.emit({name: value})

    def _do_first(self) -> None:
        (self.documents_asked if self._lead_calls else self.open_asked).emit()

    def _do_other(self) -> None:
        (self.open_asked if self._lead_calls else self.documents_asked).emit()


class _Buttons(QWidget):
    """Buttons in a line, below each other where the text is large."""

    def __init__(self, *buttons: QWidget) -> None:
        super().__init__()
        flow = FlowLayout(self, gap=8)
        for button in buttons:
            flow.addWidget(button)
