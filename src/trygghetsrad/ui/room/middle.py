"""The middle of the room: the point in hand with its quick line, or the checklist after the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.meetings import MeetingState
from trygghetsrad.ui.components.empty_state import EmptyState
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.room.checklist_view import ChecklistView
from trygghetsrad.ui.room.draft_keeper import QUICK_LINE, DraftKeeper
from trygghetsrad.ui.room.item_view import ItemView
from trygghetsrad.ui.room.notice_bar import NoticeBar
from trygghetsrad.ui.room.quick_line import QuickLineBar
from trygghetsrad.ui.theme import Tone, column

if TYPE_CHECKING:
    from trygghetsrad.domain.understood import QuickLine
    from trygghetsrad.ui.room.desk import Desk

_POINT, _CHECKLIST, _EMPTY = range(3)


class RoomMiddle(Card):
    """Goes from point to point; walked tells that the desk has another point before it."""

    walked = Signal()
    add_asked = Signal()

    def __init__(self, desk: Desk, drafts: DraftKeeper) -> None:
        super().__init__(gap=0, edge=(0, 12, 0, 12))
        self._desk, self._drafts = desk, drafts
        self.checking = False
        self.item_view = ItemView(desk, drafts)
        self.quick = QuickLineBar(desk, self._take_line)
        self.checklist = ChecklistView(desk)
        self.lacking = NoticeBar(Tone.INFO)
        self._stack = QStackedWidget()
        self._empty = EmptyState(
            Icon.TEXT_BULLET_LIST,
            self.tr("Dagordningen är tom"),
            self.tr("Lägg till den första punkten, så kan den få text, beslut och åtgärder."),
            primary=self.tr("Lägg till punkt"),
            primary_icon=Icon.ADD,
        )
        for part in (self._point(), self.checklist, self._empty):
            self._stack.addWidget(part)
        self.add(self._stack, 1)
        self.lacking.add_deed(self.tr("Visa listan"), self.show_checklist, quiet=True)
        self.quick.typed.connect(self._line_typed)
        if self._empty.primary:
            self._empty.primary.clicked.connect(self.add_asked)

    def show_room(self) -> None:
        """Show the point or the checklist as they are now."""
        desk = self._desk
        held_draft = desk.meeting.state is MeetingState.HELD and not desk.room.versions
        self.checking = self.checking and held_draft
        self.quick.show_kind(formal=desk.meeting.minutes_kind is MinutesKind.PROTOCOL)
        if held_draft:
            self.checklist.show_room()
        self._show_lacking(shown=held_draft and not self.checking)
        if self.checking:
            self._stack.setCurrentIndex(_CHECKLIST)
        elif desk.item is None:
            self._stack.setCurrentIndex(_EMPTY)
        else:
            self.item_view.show_item()
            self._stack.setCurrentIndex(_POINT)

    def focus_inside(self) -> None:
        """Give the focus to where the work goes on."""
        if self.checking:
            self.checklist.focus_first()
        elif self._desk.item is not None:
            self.quick.focus_line()

    def commit(self) -> None:
        """Store what is typed, and keep the line that was not ended."""
        self.item_view.commit()
        self._drafts.keep_now()

    def bring_back_line(self) -> None:
        """Put a line that was not ended on the quick line again."""
        council = self._desk.council
        # Where nothing can be written, the line is somebody else's who is still typing it.
        draft = None if council.is_read_only else council.drafts.find(self._desk.meeting.uid, QUICK_LINE)
        self.quick.blockSignals(True)
        self.quick.set_text(draft.text if draft else "")
        self.quick.blockSignals(False)
        if draft:
            self._drafts.adopt(draft)

    # -- from point to point -------------------------------------------------------------------

    def go_to(self, item_id: int) -> None:
        """Show a point of the agenda."""
        self.item_view.commit()
        self._desk.item_id = item_id
        self.checking = False
        self.walked.emit()

    def next_point(self) -> None:
        """Tick the point as dealt with and go to the next."""
        if not self._leave_point():
            return
        desk = self._desk
        item, following = desk.item, desk.neighbour(1)
        if item is not None and desk.meeting.is_ongoing and not item.treated:
            desk.do(lambda: desk.council.room.set_treated(item.id, treated=True))
        if following is not None:
            self.go_to(following)
        self.quick.focus_line()
        if following is None:
            self.quick.preview.say_hint(self.tr("Det var sista punkten."))

    def previous_point(self) -> None:
        """Go back one point; nothing is ticked."""
        if not self._leave_point():
            return
        before = self._desk.neighbour(-1)
        if before is not None:
            self.go_to(before)
        self.quick.focus_line()

    def show_checklist(self) -> None:
        """Show what is lacking before the minutes are made."""
        self.item_view.commit()
        self.checking = True
        self.walked.emit()
        self.checklist.focus_first()

    def _leave_point(self) -> bool:
        self.item_view.commit()
        return self.quick.submit()

    def _take_line(self, line: QuickLine) -> bool:
        self.item_view.commit()
        self.item_view.follow_end()
        return self._desk.add(line)

    def _line_typed(self, text: str) -> None:
        self._drafts.typed(self._desk.meeting.uid, QUICK_LINE, text, "")

    def _show_lacking(self, *, shown: bool) -> None:
        count = len(self.checklist.lacks)
        left = plural(count, "sak", "saker") if count else self.tr("inget")
        self.lacking.say(self.tr("Kvar att se över: {things}.").format(things=left) if shown else "")

    def _point(self) -> QWidget:
        point = QWidget()
        body = column(point, gap=8)
        above = column(edge=(16, 0, 16, 0))
        above.addWidget(self.lacking)
        below = column(edge=(16, 0, 16, 0))
        below.addWidget(self.quick)
        body.addLayout(above)
        body.addWidget(self.item_view, 1)
        body.addLayout(below)
        return point
