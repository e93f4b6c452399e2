"""The list of actions: chips and words that filter it, the table, and what is said when it is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from trygghetsrad.domain.actions import Action, ActionStatus
from trygghetsrad.ui.actions.columns import BY_URGENCY
from trygghetsrad.ui.actions.filters import (
    EVERYTHING,
    FIRST,
    chips_with_counts,
    kept_by,
    nothing_words,
    with_words,
)
from trygghetsrad.ui.components.buttons import primary_button
from trygghetsrad.ui.components.choices import ChipGroup
from trygghetsrad.ui.components.data_table import DataTable
from trygghetsrad.ui.components.empty_state import EmptyState
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, column, follow_look, look, row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from trygghetsrad.ui.components.rows import Column

_KEYS = dict(zip("1234", ActionStatus, strict=True))


class ActionList(QWidget):
    """Tells what was asked of a row; the page does it.

    chosen comes when the selection moved, clicked and opened when the row should be shown, marked when a
    digit gave it a state.
    """

    chosen = Signal(object)
    clicked = Signal(object)
    opened = Signal(object)
    marked = Signal(object, object)
    removed = Signal(object)
    new_asked = Signal()
    left = Signal()

    def __init__(self, columns: Sequence[Column[Action]], today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._actions: tuple[Action, ...] = ()
        self._refreshing = False
        self._adding = False
        self._make_parts(columns)
        self._lay_out()
        self._connect()
        self._add_keys()
        follow_look(self._restyle)

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Show these, as far as the chip and the words typed let them through."""
        self._actions = tuple(actions)
        self._fill()

    def set_adding(self, *, adding: bool) -> None:
        """Show the table even while it is empty, since a first action is being written."""
        self._adding = adding
        if adding:
            self.table.clearSelection()
        self._choose_view()

    def select(self, action_id: int) -> Action | None:
        """Select an action, without any filter if that hides it; None when there is none."""
        if not any(action.id == action_id for action in self._listed()):
            self.chips.select(EVERYTHING)
            self.search.clear()
            self._fill()
        return self.table.selected_row() if self.table.select_key(action_id) else None

    def place_of(self, action_id: int) -> int:
        """Return where in the list an action stands, 0 when a filter hides it."""
        rows = [action.id for action in self.table.rows()]
        return rows.index(action_id) if action_id in rows else 0

    def stay_at(self, place: int, action_id: int) -> None:
        """Select what now stands at a place, if the action that stood there has left the list."""
        rows = self.table.rows()
        if rows and not any(action.id == action_id for action in rows):
            self.table.select_key(rows[min(place, len(rows) - 1)].id)

    def take_focus(self) -> None:
        """Put the focus where the list can be worked on."""
        (self.table if self.table.isVisible() else self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)

    # -- making --------------------------------------------------------------------------------

    def _make_parts(self, columns: Sequence[Column[Action]]) -> None:
        self.chips = ChipGroup(self.tr("Visa"))
        self.search = QLineEdit()
        self.search.setProperty("seeks", True)
        self.search.setPlaceholderText(self.tr("Sök åtgärd"))
        self.search.setAccessibleName(self.tr("Sök bland åtgärderna"))
        self.search.setClearButtonEnabled(True)
        self.add_button = primary_button(self.tr("Ny åtgärd"), Icon.ADD)
        self.add_button.set_hint("Ctrl+N")
        self.table: DataTable[Action] = DataTable(
            columns, name=self.tr("Åtgärder"), key=lambda action: action.id, sort_by=BY_URGENCY
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

    def _lay_out(self) -> None:
        self._tools = QWidget()
        tools = row(self._tools, gap=8)
        tools.addWidget(self.chips, 1, Qt.AlignmentFlag.AlignVCenter)
        tools.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        tools.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignTop)
        self._views = QStackedWidget()
        for view in (self.table, self.nothing, self.empty):
            self._views.addWidget(view)
        body = column(self, gap=12, edge=(20, 14, 20, 12))
        body.addWidget(self._tools)
        body.addWidget(self._views, 1)

    def _connect(self) -> None:
        self.chips.chosen.connect(self._fill)
        self.search.textChanged.connect(self._fill)
        self.add_button.clicked.connect(self.new_asked)
        if self.empty.primary:
            self.empty.primary.clicked.connect(self.new_asked)
        self.table.chosen.connect(self._choose)
        self.table.clicked.connect(self._click)
        self.table.opened.connect(self.opened)
        self.table.delete_pressed.connect(self.removed)

    def _add_keys(self) -> None:
        for key in (*_KEYS, "Esc"):
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.setObjectName(key)
            shortcut.activated.connect(self.left if key == "Esc" else self._mark)

    def _restyle(self) -> None:
        self.search.setFixedWidth(look().px(160))

    # -- showing -------------------------------------------------------------------------------

    def _fill(self, *_news: object) -> None:
        self.chips.set_chips(chips_with_counts(self._actions, self._today()))
        self._refreshing = True
        self.table.show_rows(self._listed())
        self._refreshing = False
        self._choose_view()

    def _listed(self) -> list[Action]:
        kept = kept_by(self.chips.selected() or FIRST, self._actions, self._today())
        return with_words(kept, self.search.text())

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

    # -- choosing ------------------------------------------------------------------------------

    def _choose(self, action: Action | None) -> None:
        # A refresh and the writing of a new action move the selection too, but nobody chose.
        if not self._refreshing and not self._adding:
            self.chosen.emit(action)

    def _click(self, index: QModelIndex) -> None:
        self.clicked.emit(self.table.row_at(index))

    def _mark(self) -> None:
        action = self.table.selected_row()
        if action is not None:
            self.marked.emit(action, _KEYS[self.sender().objectName()])
