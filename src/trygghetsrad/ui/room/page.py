"""The meeting room: one meeting before, during and after it, worked with the keyboard alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.checklist import Lack, LackKind
from trygghetsrad.domain.dates import short_day, weekday
from trygghetsrad.domain.errors import NotFound
from trygghetsrad.domain.meetings import MeetingState, MinutesState
from trygghetsrad.ui.components.file_drops import FileDrops
from trygghetsrad.ui.page import Page
from trygghetsrad.ui.room import header as step
from trygghetsrad.ui.room.agenda_card import AgendaCard, AgendaPicker
from trygghetsrad.ui.room.approval_row import ApprovalRow
from trygghetsrad.ui.room.attendance_panel import AttendancePanel
from trygghetsrad.ui.room.bars import CancelledBar, ChangedBar, OtherDayBar
from trygghetsrad.ui.room.desk import Desk
from trygghetsrad.ui.room.draft_keeper import DraftKeeper
from trygghetsrad.ui.room.folding import RoomColumns, effective_width
from trygghetsrad.ui.room.leftovers import LeftoverBar
from trygghetsrad.ui.room.middle import RoomMiddle
from trygghetsrad.ui.room.original_bar import OriginalBar
from trygghetsrad.ui.room.returned_bar import ReturnedBar
from trygghetsrad.ui.room.room_keys import add_room_keys
from trygghetsrad.ui.room.signed_bar import SignedBar
from trygghetsrad.ui.room.steps import RoomSteps
from trygghetsrad.ui.room.verification_row import VerificationRow, WithdrawRow
from trygghetsrad.ui.theme import column, follow_look

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.ui.hub import Hub

_SHOWN = (
    Changed.COUNCIL
    | Changed.PEOPLE
    | Changed.MEETINGS
    | Changed.MINUTES
    | Changed.ACTIONS
    | Changed.DOCUMENTS
    | Changed.TODAY
)

_OVER_THE_QUICK_LINE = 150


class RoomPage(Page):
    """open_item takes the number of the meeting; typing_state goes to the status bar."""

    SHOWS: ClassVar[Changed] = _SHOWN

    typing_state = Signal(str)

    def __init__(self, council: OpenCouncil, hub: Hub, now: Callable[[], datetime]) -> None:
        super().__init__(council, hub, now)
        self.desk = Desk(self)
        self.steps = RoomSteps(self.desk)
        self.drafts = DraftKeeper(self.desk)
        self.header = step.RoomHeader(self.desk)
        self.cancelled_bar, self.changed_bar = CancelledBar(self.desk), ChangedBar(self.desk)
        self.other_day_bar = OtherDayBar(self.desk)
        self.leftovers, self.signed = LeftoverBar(self.desk), SignedBar(self.desk)
        self.original, self.returned = OriginalBar(self.desk), ReturnedBar(self.desk)
        self.verification, self.withdrawal = VerificationRow(self.desk), WithdrawRow(self.desk)
        self.approval = ApprovalRow(self.desk)
        self.agenda, self.picker = AgendaCard(self.desk), AgendaPicker(self.desk)
        self.middle = RoomMiddle(self.desk, self.drafts)
        self.item_view, self.quick = self.middle.item_view, self.middle.quick
        self.checklist = self.middle.checklist
        self.attendance = AttendancePanel(self.desk)
        self.columns = RoomColumns(self.agenda, self.picker, self.middle, self.attendance)
        self._assemble()
        self._connect()
        self._add_keys()
        self.drops = FileDrops(self, self._take_files, self._hover_files)
        follow_look(self._fold)

    # -- the page ------------------------------------------------------------------------------

    @override
    def open_item(self, item_id: int) -> None:
        self.commit_pending()
        # Where the usual points cannot be written, the meeting is shown all the same.
        if not self.council.is_read_only:
            self.do(lambda: self.council.meetings.open_agenda(item_id))
        self.desk.meeting_id, self.desk.item_id = item_id, 0
        if not self._read():
            return
        meeting = self.desk.meeting
        unwritten = meeting.state is MeetingState.HELD and meeting.minutes_state is MinutesState.DRAFT
        self.middle.checking = unwritten
        self.item_view.open_about(opened=self.desk.is_ahead)
        for line in (self.approval, self.verification, self.withdrawal):
            line.hide()
        self.refresh()
        self.leftovers.look_for_drafts()
        self.middle.bring_back_line()
        self.middle.focus_inside()

    @override
    def refresh(self) -> None:
        if not self.desk.meeting_id or not self._read():
            return
        self._tell_title()
        self.show_parts()
        self._fold()

    def _read(self) -> bool:
        """Read the meeting anew; False when it is gone, and then the list of meetings is shown."""
        try:
            self.desk.read()
        except NotFound:
            self.desk.meeting_id = 0
            self.desk.open("meetings", 0)
            return False
        return True

    @override
    def commit_pending(self) -> None:
        if self.desk.meeting_id:
            self.middle.commit()

    @override
    def take_focus(self) -> None:
        self.middle.focus_inside()

    @override
    def toast_height(self) -> int:
        return _OVER_THE_QUICK_LINE

    # -- moving about --------------------------------------------------------------------------

    def add_point(self) -> None:
        """Ask for the title of a new point."""
        (self.picker if self.columns.agenda_folded else self.agenda).new_point.ask()

    def take_answer(self) -> None:
        """Ask for a matter that somebody has answered with, as long as the meeting is ahead."""
        if self.desk.is_ahead:
            (self.picker if self.columns.agenda_folded else self.agenda).answer.ask()

    def rename_point(self) -> None:
        """Edit the title of the point in hand."""
        if self.columns.agenda_folded:
            self.item_view.rename()
        else:
            self.agenda.list.setFocus()
            self.agenda.list.rename_selected()

    def focus_next_column(self, steps: int = 1) -> None:
        """Let the focus go round: header, agenda, point, attendance."""
        agenda = self.picker if self.columns.agenda_folded else self.agenda
        zones: list[tuple[QWidget, Callable[[], object]]] = [
            (self.header, self.header.focus_first),
            (agenda, agenda.focus_agenda),
            (self.middle, self.middle.focus_inside),
            (self.attendance, self.show_attendance),
        ]
        focused = self.focusWidget()
        here = [place for place, (zone, _go) in enumerate(zones) if focused and zone.isAncestorOf(focused)]
        zones[((here[0] if here else 1) + steps) % len(zones)][1]()

    def show_attendance(self) -> None:
        """Let the attendance be seen and give it the focus."""
        self.columns.show_attendance()
        self.attendance.focus_list()

    # -- steps ---------------------------------------------------------------------------------

    def take_step(self, key: str) -> None:
        """Do what a button of the header says."""
        self.commit_pending()
        {
            step.NOTICE: self._open_documents,
            step.PREVIEW: self._open_documents,
            step.START: self._start,
            step.END: self._end,
            step.MINUTES: self.steps.make_minutes,
            step.APPROVE: self._approve,
            step.TAKE_BACK: self.approval.take_back,
            step.VERIFY: self._verify,
            step.WITHDRAW: self._withdraw,
            step.ATTENDANCE: self._toggle_attendance,
        }[key]()

    def _open_documents(self) -> None:
        self.commit_pending()
        self.desk.open("documents", self.desk.meeting_id)

    def _start(self) -> None:
        if self.steps.start():
            self.item_view.open_about(opened=False)
            # She may have been preparing any point; the meeting begins with the first.
            if self.desk.items:
                self.middle.go_to(self.desk.items[0].id)
            self.quick.focus_line()

    def _end(self) -> None:
        if self.quick.submit() and self.steps.end():
            self.middle.show_checklist()

    def _go_on(self) -> None:
        if self.steps.go_on():
            self.quick.focus_line()

    def _verify(self) -> None:
        self.withdrawal.hide()
        self.verification.ask()
        self._show_header()

    def _approve(self) -> None:
        self.approval.ask()
        self._show_header()

    def _withdraw(self) -> None:
        self.verification.hide()
        self.withdrawal.ask()
        self._show_header()

    def _mend(self, lack: Lack) -> None:
        """Go to where a lack is mended."""
        if lack.item_id is not None:
            self.middle.go_to(lack.item_id)
            if lack.action_id is not None:
                self.item_view.focus_action(lack.action_id)
            else:
                self.item_view.focus_text()
        elif lack.kind is LackKind.ATTENDANCE:
            self.show_attendance()
        else:
            self.columns.show_attendance()
            self.attendance.so_far.choose(lack.kind)

    def _toggle_attendance(self) -> None:
        if self.columns.toggle_attendance():
            self.attendance.focus_list()

    # -- showing -------------------------------------------------------------------------------

    def show_parts(self) -> None:
        """Let every part show what the desk holds."""
        for part in (
            self.agenda,
            self.picker,
            self.attendance,
            self.cancelled_bar,
            self.changed_bar,
            self.other_day_bar,
            self.signed,
            self.original,
            self.returned,
            self.middle,
        ):
            part.show_room()
        if self.middle.checking:
            self.agenda.list.select_none()
        self._show_header()

    def _tell_title(self) -> None:
        meeting = self.desk.meeting
        day = f"{weekday(meeting.day)} {short_day(meeting.day)}".capitalize()
        self.title_changed.emit(meeting.label, ", ".join(part for part in (day, meeting.place) if part))

    def _show_header(self) -> None:
        words = ""
        if self.columns.attendance_folded:
            count = self.attendance.count_words().replace(self.tr(" av "), "/")
            words = self.tr("Närvaro {count}").format(count=count)
        offered = (
            (step.MINUTES, self.middle.checking),
            (step.APPROVE, not self.approval.isHidden()),
            (step.VERIFY, not self.verification.isHidden()),
            (step.WITHDRAW, not self.withdrawal.isHidden()),
        )
        hidden = next((key for key, elsewhere in offered if elsewhere), "")
        self.header.show_room(hidden=hidden, attendance=words)

    # -- what the parts ask --------------------------------------------------------------------

    def _chosen(self, item_id: int) -> None:
        if item_id != self.desk.item_id or self.middle.checking:
            self.middle.go_to(item_id)

    def _entered(self, item_id: int) -> None:
        self._chosen(item_id)
        self.middle.focus_inside()

    def _take_files(self, files: Sequence[Path]) -> None:
        """Take files dropped in the room: the minutes come back, else papers of the point in hand."""
        self.commit_pending()
        if self.signed.is_for(files):
            self.signed.take(files[0])
        elif self.returned.is_for(files):
            self.returned.ask(files[0])
        elif self.desk.item is not None and not self.middle.checking:
            self.item_view.papers.take(files)

    def _hover_files(self, files: Sequence[Path]) -> None:
        come_back = self.signed.is_for(files) or self.returned.is_for(files)
        self.item_view.papers.hover(bool(files) and not come_back)

    def _keep_as_paper(self, path: Path) -> None:
        if self.desk.item is not None:
            self.item_view.papers.take([path])

    def _leave(self) -> None:
        self.commit_pending()
        self.desk.open("meetings", 0)

    # -- building ------------------------------------------------------------------------------

    def _assemble(self) -> None:
        whole = column(self, gap=12, edge=(20, 12, 20, 14))
        whole.addWidget(self.header)
        for part in (
            self.cancelled_bar,
            self.changed_bar,
            self.other_day_bar,
            self.leftovers,
            self.original,
            self.returned,
            self.signed,
            self.approval,
            self.verification,
            self.withdrawal,
        ):
            whole.addWidget(part)
        whole.addWidget(self.columns, 1)
        whole.addWidget(self.returned.comparison, 1)

    def _connect(self) -> None:
        self.header.all_meetings.connect(self._leave)
        self.header.pressed.connect(self.take_step)
        self.leftovers.restored.connect(self.middle.go_to)
        self.drafts.state.connect(self.typing_state)
        self.middle.walked.connect(self.show_parts)
        self.middle.add_asked.connect(self.add_point)
        for agenda in (self.agenda, self.picker):
            agenda.chosen.connect(self._chosen)
            agenda.entered_item.connect(self._entered)
            agenda.added.connect(self._entered)
        self.picker.rename_asked.connect(self.item_view.rename)
        self.checklist.jump.connect(self._mend)
        self.checklist.make.connect(self.steps.make_minutes)
        self.checklist.go_on.connect(self._go_on)
        self.returned.kept.connect(self._keep_as_paper)
        self.returned.compared.connect(self.columns.setHidden)
        self.approval.closed.connect(self._show_header)
        self.verification.closed.connect(self._show_header)
        self.withdrawal.closed.connect(self._show_header)

    def _add_keys(self) -> None:
        add_room_keys(
            self,
            {
                "Ctrl+Return": self.middle.next_point,
                "Ctrl+Enter": self.middle.next_point,
                "Ctrl+Shift+Return": self.middle.previous_point,
                "Ctrl+Shift+Enter": self.middle.previous_point,
                "Ctrl+N": self.add_point,
                "Ctrl+Shift+N": self.take_answer,
                "Ctrl+P": self._open_documents,
                "F2": self.rename_point,
                "F6": self.focus_next_column,
                "Shift+F6": partial(self.focus_next_column, -1),
            },
        )

    def _fold(self) -> None:
        self.columns.fold(effective_width(self))
        if self.desk.meeting_id:
            self._show_header()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)
