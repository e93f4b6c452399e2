"""The meeting room: one meeting before, during and after it, worked with the keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget
from typing_extensions import override

from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.checklist import Lack, LackKind
from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.dates import short_day, weekday
from trygghetsrad.domain.errors import NotFound
from trygghetsrad.domain.meetings import MeetingState, MinutesState
from trygghetsrad.ui.components.empty_state import EmptyState
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.page import Page
from trygghetsrad.ui.room import header as step
from trygghetsrad.ui.room.agenda_card import AgendaCard, AgendaPicker
from trygghetsrad.ui.room.attendance_panel import AttendancePanel
from trygghetsrad.ui.room.checklist_view import ChecklistView
from trygghetsrad.ui.room.desk import Desk
from trygghetsrad.ui.room.draft_keeper import QUICK_LINE, DraftKeeper
from trygghetsrad.ui.room.folding import RoomColumns, effective_width
from trygghetsrad.ui.room.item_view import ItemView
from trygghetsrad.ui.room.leftovers import LeftoverBar
from trygghetsrad.ui.room.notice_bar import NoticeBar
from trygghetsrad.ui.room.quick_line import QuickLineBar
from trygghetsrad.ui.room.room_keys import add_room_keys
from trygghetsrad.ui.room.steps import RoomSteps
from trygghetsrad.ui.room.verification_row import VerificationRow, WithdrawRow
from trygghetsrad.ui.theme import Tone, column, follow_look

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.understood import QuickLine
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


class RoomPage(Page):
    """open_item takes the number of the meeting; typing_state goes to the status bar."""

    SHOWS: ClassVar[Changed] = _SHOWN

    typing_state = Signal(str)

    def __init__(self, council: OpenCouncil, hub: Hub, now: Callable[[], datetime]) -> None:
        super().__init__(council, hub, now)
        self.desk = Desk(self)
        self.steps = RoomSteps(self.desk)
        self.drafts = DraftKeeper(self.desk)
        self._checking = False
        self.header = step.RoomHeader(self.desk)
        self.changed_bar = NoticeBar(Tone.WARNING)
        self.cancelled_bar = NoticeBar(Tone.WARNING)
        self.leftovers = LeftoverBar(self.desk)
        self.verification = VerificationRow(self.desk)
        self.withdrawal = WithdrawRow(self.desk)
        self.agenda, self.picker = AgendaCard(self.desk), AgendaPicker(self.desk)
        self.item_view = ItemView(self.desk, self.drafts)
        self.quick = QuickLineBar(self.desk, self._take_line)
        self.checklist = ChecklistView(self.desk)
        self.lacking = NoticeBar(Tone.INFO)
        self.attendance = AttendancePanel(self.desk)
        self._middle = QStackedWidget()
        self._assemble()
        self._connect()
        follow_look(self._fold)

    # -- the page ------------------------------------------------------------------------------

    @override
    def open_item(self, item_id: int) -> None:
        self.commit_pending()
        if not self.do(lambda: self.council.meetings.open_agenda(item_id)):
            return
        self.desk.meeting_id, self.desk.item_id = item_id, 0
        self.desk.read()
        meeting = self.desk.meeting
        self._checking = meeting.state is MeetingState.HELD and meeting.minutes_state is MinutesState.DRAFT
        self.item_view.open_about(opened=self.desk.is_ahead)
        self.verification.hide()
        self.withdrawal.hide()
        self.refresh()
        self.leftovers.look_for_drafts()
        self._bring_back_line()
        self._focus_middle()

    @override
    def refresh(self) -> None:
        if not self.desk.meeting_id:
            return
        try:
            self.desk.read()
        except NotFound:
            self.desk.meeting_id = 0
            self.desk.open("meetings", 0)
            return
        self._tell_title()
        self._show_parts()
        self._fold()

    @override
    def commit_pending(self) -> None:
        if self.desk.meeting_id:
            self.item_view.commit()
            self.drafts.keep_now()

    # -- moving about --------------------------------------------------------------------------

    def go_to(self, item_id: int) -> None:
        """Show a point of the agenda."""
        self.item_view.commit()
        self.desk.item_id = item_id
        self._checking = False
        self._show_parts()

    def next_point(self) -> None:
        """Tick the point as dealt with and go to the next."""
        if not self._leave_point():
            return
        item, following = self.desk.item, self.desk.neighbour(1)
        if item is not None and self.desk.meeting.is_ongoing and not item.treated:
            self.do(lambda: self.council.room.set_treated(item.id, treated=True))
        if following is not None:
            self.go_to(following)
        self.quick.focus_line()
        if following is None:
            self.quick.preview.say_hint(self.tr("Det var sista punkten."))

    def previous_point(self) -> None:
        """Go back one point; nothing is ticked."""
        if not self._leave_point():
            return
        before = self.desk.neighbour(-1)
        if before is not None:
            self.go_to(before)
        self.quick.focus_line()

    def add_point(self) -> None:
        """Ask for the title of a new point."""
        (self.picker if self.columns.agenda_folded else self.agenda).new_point.ask()

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
            (self._middle, self._focus_middle),
            (self.attendance, self.show_attendance),
        ]
        focused = self.focusWidget()
        here = [place for place, (zone, _go) in enumerate(zones) if focused and zone.isAncestorOf(focused)]
        zones[((here[0] if here else 1) + steps) % len(zones)][1]()

    def show_attendance(self) -> None:
        """Let the attendance be seen and give it the focus."""
        self.columns.show_attendance()
        self.attendance.focus_list()

    def show_checklist(self) -> None:
        """Show what is lacking before the minutes are made."""
        self.item_view.commit()
        self._checking = True
        self._show_parts()
        self.checklist.focus_first()

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
            self.quick.focus_line()

    def _end(self) -> None:
        if self.quick.submit() and self.steps.end():
            self.show_checklist()

    def _go_on(self) -> None:
        if self.steps.go_on():
            self._checking = False
            self._show_parts()
            self.quick.focus_line()

    def _make_minutes(self) -> None:
        self.commit_pending()
        self.steps.make_minutes()

    def _verify(self) -> None:
        self.withdrawal.hide()
        self.verification.ask()
        self._show_header()

    def _withdraw(self) -> None:
        self.verification.hide()
        self.withdrawal.ask()
        self._show_header()

    def _mend(self, lack: Lack) -> None:
        """Go to where a lack is mended."""
        if lack.item_id is not None:
            self.go_to(lack.item_id)
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

    def _tell_title(self) -> None:
        meeting = self.desk.meeting
        day = f"{weekday(meeting.day)} {short_day(meeting.day)}".capitalize()
        self.title_changed.emit(meeting.label, ", ".join(part for part in (day, meeting.place) if part))

    def _show_parts(self) -> None:
        desk = self.desk
        held_draft = desk.meeting.state is MeetingState.HELD and not desk.room.versions
        self._checking = self._checking and held_draft
        self.agenda.show_room()
        self.picker.show_room()
        self.attendance.show_room()
        self._show_bars()
        if self._checking or held_draft:
            self.checklist.show_room()
        self._show_lacking(held_draft=held_draft)
        if self._checking:
            self._middle.setCurrentIndex(1)
        elif desk.item is None:
            self._middle.setCurrentIndex(2)
        else:
            self.item_view.show_item()
            self._middle.setCurrentIndex(0)
        self._show_header()

    def _show_header(self) -> None:
        words = ""
        if self.columns.attendance_folded:
            count = self.attendance.count_words().replace(self.tr(" av "), "/")
            words = self.tr("Närvaro {count}").format(count=count)
        offered = (
            (step.MINUTES, self._checking),
            (step.VERIFY, not self.verification.isHidden()),
            (step.WITHDRAW, not self.withdrawal.isHidden()),
        )
        hidden = next((key for key, elsewhere in offered if elsewhere), "")
        self.header.show_room(hidden=hidden, attendance=words)

    def _show_bars(self) -> None:
        desk = self.desk
        self.changed_bar.say(self._changed_words())
        reason = desk.meeting.cancelled_because
        words = self.tr("Mötet är inställt. {reason}").format(reason=reason).strip()
        self.cancelled_bar.say(words if desk.meeting.state is MeetingState.CANCELLED else "")

    def _changed_words(self) -> str:
        room = self.desk.room
        if not room.changed_since_version or not room.versions:
            return ""
        paper = self.tr("protokollet")
        if room.meeting.minutes_kind is MinutesKind.NOTES:
            paper = self.tr("anteckningarna")
        last = room.versions[-1].n
        words = self.tr("Texten har ändrats sedan utkast {n}. Skapa {paper} igen, så blir det utkast {next}.")
        return words.format(n=last, paper=paper, next=last + 1)

    def _show_lacking(self, *, held_draft: bool) -> None:
        shown = held_draft and not self._checking
        count = len(self.checklist.lacks)
        left = plural(count, "sak", "saker") if count else self.tr("inget")
        self.lacking.say(self.tr("Kvar att se över: {things}.").format(things=left) if shown else "")

    # -- what the parts ask --------------------------------------------------------------------

    def _take_line(self, line: QuickLine) -> bool:
        self.item_view.commit()
        self.item_view.follow_end()
        return self.desk.add(line)

    def _line_typed(self, text: str) -> None:
        self.drafts.typed(self.desk.meeting.uid, QUICK_LINE, text, "")

    def _bring_back_line(self) -> None:
        draft = self.council.drafts.find(self.desk.meeting.uid, QUICK_LINE)
        self.quick.blockSignals(True)
        self.quick.set_text(draft.text if draft else "")
        self.quick.blockSignals(False)
        if draft:
            self.drafts.adopt(draft)

    def _leave_point(self) -> bool:
        self.item_view.commit()
        return self.quick.submit()

    def _chosen(self, item_id: int) -> None:
        if item_id != self.desk.item_id or self._checking:
            self.go_to(item_id)

    def _entered(self, item_id: int) -> None:
        self._chosen(item_id)
        self._focus_middle()

    def _point_added(self, item_id: int) -> None:
        self.go_to(item_id)
        self._focus_middle()

    def _reinstate(self) -> None:
        self.do(lambda: self.council.meetings.reinstate(self.desk.meeting_id))

    def _focus_middle(self) -> None:
        if self._checking:
            self.checklist.focus_first()
        elif self.desk.item is not None:
            self.quick.focus_line()

    # -- building ------------------------------------------------------------------------------

    def _assemble(self) -> None:
        card = Card(gap=0, edge=(0, 12, 0, 12))
        card.add(self._middle, 1)
        point = QWidget()
        body = column(point, gap=8)
        lacking = column(edge=(16, 0, 16, 0))
        lacking.addWidget(self.lacking)
        line = column(edge=(16, 0, 16, 0))
        line.addWidget(self.quick)
        body.addLayout(lacking)
        body.addWidget(self.item_view, 1)
        body.addLayout(line)
        self._empty = EmptyState(
            Icon.TEXT_BULLET_LIST,
            self.tr("Dagordningen är tom"),
            self.tr("Lägg till den första punkten, så kan den få text, beslut och åtgärder."),
            primary=self.tr("Lägg till punkt"),
            primary_icon=Icon.ADD,
        )
        for part in (point, self.checklist, self._empty):
            self._middle.addWidget(part)
        self.columns = RoomColumns(self.agenda, self.picker, card, self.attendance)
        whole = column(self, gap=12, edge=(20, 12, 20, 14))
        whole.addWidget(self.header)
        for part in (
            self.cancelled_bar,
            self.changed_bar,
            self.leftovers,
            self.verification,
            self.withdrawal,
        ):
            whole.addWidget(part)
        whole.addWidget(self.columns, 1)

    def _connect(self) -> None:
        self.header.all_meetings.connect(self._leave)
        self.header.pressed.connect(self.take_step)
        self.cancelled_bar.add_deed(self.tr("Återta inställandet"), self._reinstate)
        self.lacking.add_deed(self.tr("Visa listan"), self.show_checklist, quiet=True)
        self.leftovers.restored.connect(self.go_to)
        self.drafts.state.connect(self.typing_state)
        for agenda in (self.agenda, self.picker):
            agenda.chosen.connect(self._chosen)
            agenda.entered_item.connect(self._entered)
            agenda.added.connect(self._point_added)
        self.picker.rename_asked.connect(self.item_view.rename)
        self.quick.typed.connect(self._line_typed)
        self.verification.closed.connect(self._show_header)
        self.withdrawal.closed.connect(self._show_header)
        self.checklist.jump.connect(self._mend)
        self.checklist.make.connect(self._make_minutes)
        self.checklist.go_on.connect(self._go_on)
        if self._empty.primary:
            self._empty.primary.clicked.connect(self.add_point)
        add_room_keys(
            self,
            {
                "Ctrl+Return": self.next_point,
                "Ctrl+Enter": self.next_point,
                "Ctrl+Shift+Return": self.previous_point,
                "Ctrl+Shift+Enter": self.previous_point,
                "Ctrl+N": self.add_point,
                "Ctrl+P": self._open_documents,
                "F2": self.rename_point,
                "F6": self.focus_next_column,
                "Shift+F6": self._focus_previous_column,
            },
        )

    def _focus_previous_column(self) -> None:
        self.focus_next_column(-1)

    def _leave(self) -> None:
        self.commit_pending()
        self.desk.open("meetings", 0)

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
