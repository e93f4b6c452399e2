"""All that somebody promised to do: one list, late first, and a panel for the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from typing_extensions import override

from trygghetsrad.domain.actions import Action, ActionStatus
from trygghetsrad.domain.changes import Changed
from trygghetsrad.ui.actions.action_list import ActionList
from trygghetsrad.ui.actions.columns import action_columns, day_of
from trygghetsrad.ui.actions.owners import owner_choices
from trygghetsrad.ui.actions.panel import ActionPanel
from trygghetsrad.ui.components.committing import commit_within
from trygghetsrad.ui.components.details_panel import PanelHost
from trygghetsrad.ui.page import Page
from trygghetsrad.ui.theme import column

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.services.actions import ActionChanges, ActionDetails
    from trygghetsrad.ui.hub import Hub


class ActionsPage(Page):
    """The list of actions, with what is late on top."""

    SHOWS = Changed.ACTIONS | Changed.PEOPLE | Changed.MEETINGS | Changed.THREAD | Changed.TODAY

    def __init__(self, council: OpenCouncil, hub: Hub, now: Callable[[], datetime]) -> None:
        super().__init__(council, hub, now)
        self._actions: tuple[Action, ...] = ()
        columns = action_columns(self._today, self._edit_text, self._edit_day)
        self.list = ActionList(columns, self._today)
        self.panel = ActionPanel(self._today)
        column(self, gap=0).addWidget(PanelHost(self.list, self.panel, beside_from=1000))
        self._connect()
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.new_item)

    # -- what the window asks ------------------------------------------------------------------

    @override
    def arrive(self) -> None:
        self.title_changed.emit(self.tr("Åtgärder"), "")
        super().arrive()

    @override
    def take_focus(self) -> None:
        self.list.take_focus()

    @override
    def refresh(self) -> None:
        self._actions = self.council.actions.every(self._today())
        people = self.council.people
        self.panel.set_owners(owner_choices(people.persons(), people.organisations()))
        self.panel.belonging.set_problems(self.council.thread.problems())
        self.list.show_actions(self._actions)
        self._refresh_panel()

    @override
    def open_item(self, item_id: int) -> None:
        self.commit_pending()
        self.refresh()
        self._show_panel(self.list.select(item_id))

    @override
    def commit_pending(self) -> None:
        commit_within(self.panel)

    @Slot()
    def new_item(self) -> None:
        """Begin a new action in the panel; it is added when its text is left."""
        self.commit_pending()
        self.list.set_adding(adding=True)
        self.panel.show_new()

    # -- showing -------------------------------------------------------------------------------

    def _refresh_panel(self) -> None:
        """Show the same action as before, also when a filter hides its row; close when it is gone."""
        shown = self.panel.action()
        if shown is None or self.panel.isHidden():
            return
        now = next((action for action in self._actions if action.id == shown.id), None)
        if now is None:
            self.panel.close_panel()
        else:
            self.panel.show_action(now)

    def _show_panel(self, action: Action | None) -> None:
        if action is not None:
            self.list.set_adding(adding=False)
            self.panel.show_action(action)

    @Slot(object)
    def _choose(self, action: Action | None) -> None:
        """Follow the selection while the panel is open; leaving it empty closes the panel."""
        if action is None:
            self.panel.close_panel()
        elif not self.panel.isHidden():
            self._show_panel(action)

    @Slot(object)
    def _open(self, action: Action) -> None:
        self._show_panel(action)
        self.panel.what.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _close(self) -> None:
        self.list.set_adding(adding=False)
        self.list.take_focus()

    @Slot(int)
    def _open_meeting(self, meeting_id: int) -> None:
        self.open_requested.emit("meeting", meeting_id)

    @Slot(int)
    def _open_area(self, problem_id: int) -> None:
        self.open_requested.emit("problem", problem_id)

    # -- doing ---------------------------------------------------------------------------------

    @Slot(str, object)
    def _add(self, text: str, details: ActionDetails) -> None:
        added: list[int] = []
        if self.do(lambda: added.append(self.council.actions.add(text, self._today(), **details))):
            self.open_item(added[0])

    @Slot(object)
    def _change(self, changes: ActionChanges) -> None:
        shown = self.panel.action()
        if shown and not self.do(lambda: self.council.actions.change(shown.id, **changes)):
            self.panel.what.edit.setPlainText(shown.what)
            self.panel.show_action(shown)

    def _edit_text(self, action: Action, text: str) -> None:
        self.do(lambda: self.council.actions.change(action.id, what=text))

    def _edit_day(self, action: Action, text: str) -> None:
        self.do(lambda: self.council.actions.change(action.id, due=day_of(text, self._today())))

    @Slot(object, object)
    def _mark_row(self, action: Action, status: ActionStatus) -> None:
        """Mark a row and stay at its place in the list, so that the next can be marked."""
        place = self.list.place_of(action.id)
        self._mark(action, status)
        self.list.stay_at(place, action.id)

    @Slot(object)
    def _mark_shown(self, status: ActionStatus) -> None:
        if shown := self.panel.action():
            self._mark(shown, status)

    def _mark(self, action: Action, status: ActionStatus) -> None:
        words = {
            ActionStatus.PLANNED: self.tr("Åtgärden är markerad som planerad"),
            ActionStatus.ONGOING: self.tr("Åtgärden är markerad som pågående"),
            ActionStatus.DONE: self.tr("Åtgärden är klarmarkerad"),
            ActionStatus.CANCELLED: self.tr("Åtgärden är markerad som avbruten"),
        }
        if action.status is not status:
            self.do(
                lambda: self.council.actions.set_status(action.id, status, self._today()), toast=words[status]
            )

    @Slot(str)
    def _tell(self, text: str) -> None:
        if shown := self.panel.action():
            self.do(lambda: self.council.actions.follow_up(shown.id, text, self._today()))

    @Slot(int, str)
    def _change_follow_up(self, follow_up_id: int, text: str) -> None:
        if text:
            self.do(lambda: self.council.actions.change_follow_up(follow_up_id, text))
        else:
            self.do(
                lambda: self.council.actions.remove_follow_up(follow_up_id),
                toast=self.tr("Uppföljningen är borttagen"),
            )

    @Slot(object)
    def _remove(self, action: Action) -> None:
        place = self.list.place_of(action.id)
        if self.do(lambda: self.council.actions.remove(action.id), toast=self.tr("Åtgärden är borttagen")):
            self.list.stay_at(place, action.id)

    @Slot()
    def _remove_shown(self) -> None:
        if shown := self.panel.action():
            self._remove(shown)

    def _today(self) -> date:
        return self.now().date()

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.clicked.connect(self._show_panel)
        self.list.opened.connect(self._open)
        self.list.marked.connect(self._mark_row)
        self.list.removed.connect(self._remove)
        self.list.new_asked.connect(self.new_item)
        self.list.left.connect(self.panel.close_panel)
        self.panel.closed.connect(self._close)
        self.panel.changed.connect(self._change)
        self.panel.added.connect(self._add)
        self.panel.status_chosen.connect(self._mark_shown)
        self.panel.told.connect(self._tell)
        self.panel.follow_up_changed.connect(self._change_follow_up)
        self.panel.origin_opened.connect(self._open_meeting)
        self.panel.belonging.opened.connect(self._open_area)
        self.panel.removal_asked.connect(self._remove_shown)
