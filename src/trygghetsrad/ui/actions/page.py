"""All that somebody promised to do: one list, late first, and a panel for the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget
from typing_extensions import override

from trygghetsrad.domain.actions import Action, ActionStatus
from trygghetsrad.domain.changes import Changed
from trygghetsrad.ui.actions.columns import BY_URGENCY, action_columns, day_of
from trygghetsrad.ui.actions.filters import (
    EVERYTHING,
    FIRST,
    chips_with_counts,
    kept_by,
    nothing_words,
    with_words,
)
from trygghetsrad.ui.actions.owners import owner_choices
from trygghetsrad.ui.actions.panel import ActionPanel
from trygghetsrad.ui.components.buttons import primary_button
from trygghetsrad.ui.components.choices import ChipGroup
from trygghetsrad.ui.components.committing import commit_within
from trygghetsrad.ui.components.data_table import DataTable
from trygghetsrad.ui.components.details_panel import PanelHost
from trygghetsrad.ui.components.empty_state import EmptyState
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.page import Page
from trygghetsrad.ui.theme import Ink, column, follow_look, look, row

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.services.actions import ActionChanges, ActionDetails
    from trygghetsrad.ui.hub import Hub

_KEYS = {
    "1": ActionStatus.PLANNED,
    "2": ActionStatus.ONGOING,
    "3": ActionStatus.DONE,
    "4": ActionStatus.CANCELLED,
}


class ActionsPage(Page):
    """The list of actions, with what is late on top."""

    SHOWS = Changed.ACTIONS | Changed.PEOPLE | Changed.MEETINGS | Changed.TODAY

    def __init__(self, council: OpenCouncil, hub: Hub, now: Callable[[], datetime]) -> None:
        super().__init__(council, hub, now)
        self._actions: tuple[Action, ...] = ()
        self._refreshing = False
        self._adding = False
        self._make_parts()
        self._lay_out()
        self._connect()
        self._add_keys()
        follow_look(self._restyle)

    # -- what the window asks ------------------------------------------------------------------

    @override
    def arrive(self) -> None:
        self.title_changed.emit(self.tr("Åtgärder"), "")
        super().arrive()

    @override
    def refresh(self) -> None:
        self._actions = self.council.actions.every(self._today())
        self.panel.set_owners(
            owner_choices(self.council.people.persons(), self.council.people.organisations())
        )
        self._fill()

    @override
    def open_item(self, item_id: int) -> None:
        self.commit_pending()
        self.refresh()
        if not self._is_listed(item_id):
            self._show_everything()
        if self.table.select_key(item_id):
            self._show_panel(self.table.selected_row())

    @override
    def commit_pending(self) -> None:
        commit_within(self.panel)

    @Slot()
    def new_item(self) -> None:
        """Begin a new action in the panel; it is added when its text is left."""
        self.commit_pending()
        self.table.clearSelection()
        self._adding = True
        self.panel.show_new()
        self._choose_view()

    # -- making --------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.chips = ChipGroup(self.tr("Visa"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Sök åtgärd"))
        self.search.setAccessibleName(self.tr("Sök bland åtgärderna"))
        self.search.setClearButtonEnabled(True)
        self.add_button = primary_button(self.tr("Ny åtgärd"), Icon.ADD)
        self.add_button.set_hint("Ctrl+N")
        self.table: DataTable[Action] = DataTable(
            action_columns(self._today, self._edit_text, self._edit_day),
            name=self.tr("Åtgärder"),
            key=lambda action: action.id,
            sort_by=BY_URGENCY,
        )
        self.nothing = plain_label("", ink=Ink.SECONDARY, wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty = EmptyState(
            Icon.TASK_LIST_LTR,
            self.tr("Inga åtgärder än"),
            self.tr(
                "Här samlas det som någon har lovat att göra. Åtgärder som beslutas på möten hamnar här "
                "av sig själva, och du ser i god tid vad som behöver en påminnelse."
            ),
            primary=self.tr("Lägg till en åtgärd"),
            primary_icon=Icon.ADD,
        )
        self.panel = ActionPanel(self._today)

    def _lay_out(self) -> None:
        tools = row(gap=8)
        tools.addWidget(self.chips, 1, Qt.AlignmentFlag.AlignVCenter)
        tools.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        tools.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignTop)
        self._tools = QWidget()
        self._tools.setLayout(tools)
        self._views = QStackedWidget()
        for view in (self.table, self.nothing, self.empty):
            self._views.addWidget(view)
        main = QWidget()
        body = column(main, gap=12, edge=(20, 14, 20, 12))
        body.addWidget(self._tools)
        body.addWidget(self._views, 1)
        self._host = PanelHost(main, self.panel, beside_from=1000)
        column(self, gap=0).addWidget(self._host)

    def _connect(self) -> None:
        self.chips.chosen.connect(self._fill)
        self.search.textChanged.connect(self._fill)
        self.add_button.clicked.connect(self.new_item)
        if self.empty.primary:
            self.empty.primary.clicked.connect(self.new_item)
        self.table.chosen.connect(self._choose)
        self.table.clicked.connect(self._click)
        self.table.opened.connect(self._open)
        self.table.delete_pressed.connect(self._remove)
        self.panel.closed.connect(self._close)
        self.panel.changed.connect(self._change)
        self.panel.added.connect(self._add)
        self.panel.status_chosen.connect(self._mark_shown)
        self.panel.told.connect(self._tell)
        self.panel.follow_up_changed.connect(self._change_follow_up)
        self.panel.origin_opened.connect(self._open_meeting)
        self.panel.removal_asked.connect(self._remove_shown)

    def _add_keys(self) -> None:
        new = QShortcut(QKeySequence("Ctrl+N"), self)
        new.activated.connect(self.new_item)
        for key in (*_KEYS, "Esc"):
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.setObjectName(key)
            shortcut.activated.connect(self.panel.close_panel if key == "Esc" else self._mark_by_key)

    def _restyle(self) -> None:
        self.search.setFixedWidth(look().px(160))

    # -- showing -------------------------------------------------------------------------------

    @Slot()
    def _fill(self, *_news: object) -> None:
        """Show what the chip and the words typed let through."""
        self.chips.set_chips(chips_with_counts(self._actions, self._today()))
        self._refreshing = True
        self.table.show_rows(self._listed())
        self._refreshing = False
        self._choose_view()
        self._refresh_panel()

    def _listed(self) -> list[Action]:
        kept = kept_by(self.chips.selected() or FIRST, self._actions, self._today())
        return with_words(kept, self.search.text())

    def _is_listed(self, action_id: int) -> bool:
        return any(action.id == action_id for action in self._listed())

    def _show_everything(self) -> None:
        self.chips.select(EVERYTHING)
        self.search.clear()
        self._fill()

    def _choose_view(self) -> None:
        is_first = not self._actions and not self._adding
        self._tools.setVisible(not is_first)
        if is_first:
            self._views.setCurrentWidget(self.empty)
            return
        has_rows = bool(self.table.rows()) or self._adding
        typed = self.search.text().strip()
        self.nothing.setText(
            self.tr("Ingen åtgärd har orden ”{words}”.").format(words=typed)
            if typed
            else nothing_words(self.chips.selected() or FIRST)
        )
        self._views.setCurrentWidget(self.table if has_rows else self.nothing)

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
            self._adding = False
            self.panel.show_action(action)

    # -- choosing ------------------------------------------------------------------------------

    @Slot(object)
    def _choose(self, action: Action | None) -> None:
        if self._refreshing or self._adding:
            return
        if action is None:
            self.panel.close_panel()
        elif not self.panel.isHidden():
            self._show_panel(action)

    @Slot(QModelIndex)
    def _click(self, index: QModelIndex) -> None:
        self._show_panel(self.table.row_at(index))

    @Slot(object)
    def _open(self, action: Action) -> None:
        self._show_panel(action)
        self.panel.what.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _close(self) -> None:
        self._adding = False
        self._choose_view()
        (self.table if self.table.isVisible() else self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _open_meeting(self, meeting_id: int) -> None:
        self.open_requested.emit("meeting", meeting_id)

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

    @Slot()
    def _mark_by_key(self) -> None:
        """Mark the chosen row and stay at its place in the list, so that the next can be marked."""
        action = self.table.selected_row()
        if action is None:
            return
        place = [one.id for one in self.table.rows()].index(action.id)
        self._mark(action, _KEYS[self.sender().objectName()])
        self._stay_at(place, action.id)

    def _stay_at(self, place: int, action_id: int) -> None:
        rows = self.table.rows()
        if rows and not any(one.id == action_id for one in rows):
            self.table.select_key(rows[min(place, len(rows) - 1)].id)

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
        rows = [one.id for one in self.table.rows()]
        place = rows.index(action.id) if action.id in rows else 0
        if self.do(lambda: self.council.actions.remove(action.id), toast=self.tr("Åtgärden är borttagen")):
            self._stay_at(place, action.id)

    @Slot()
    def _remove_shown(self) -> None:
        if shown := self.panel.action():
            self._remove(shown)

    def _today(self) -> date:
        return self.now().date()
