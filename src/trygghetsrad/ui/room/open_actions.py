"""All open actions under their standing point: gone through with the keys 1 to 4."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from trygghetsrad.domain.actions import Action, ActionStatus, is_overdue, urgency
from trygghetsrad.domain.dates import iso, overdue_text
from trygghetsrad.domain.meetings import ItemKind
from trygghetsrad.ui.components import pills
from trygghetsrad.ui.components.buttons import secondary_button
from trygghetsrad.ui.components.data_table import DataTable
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.rows import Column
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column, follow_look, look, row

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from trygghetsrad.ui.components.pills import Pill
    from trygghetsrad.ui.room.desk import Desk

_STATUS_KEYS: dict[int, ActionStatus] = {
    Qt.Key.Key_1: ActionStatus.PLANNED,
    Qt.Key.Key_2: ActionStatus.ONGOING,
    Qt.Key.Key_3: ActionStatus.DONE,
    Qt.Key.Key_4: ActionStatus.CANCELLED,
}
_PILLS = {
    ActionStatus.PLANNED: pills.PLANNED,
    ActionStatus.ONGOING: pills.ONGOING,
    ActionStatus.DONE: pills.DONE,
    ActionStatus.CANCELLED: pills.STOPPED,
}
_ROWS_SHOWN = 8


class _Table(DataTable[Action]):
    """Hands the keys 1 to 4 to the list."""

    def __init__(self, owner: OpenActions, columns: list[Column[Action]], name: str) -> None:
        super().__init__(columns, name=name, key=lambda action: action.id, sort_by=2)
        self._owner = owner

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        status = _STATUS_KEYS.get(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if status is not None and plain and (action := self.selected_row()) is not None:
            self._owner.mark(action, status)
        else:
            super().keyPressEvent(event)


class OpenActions(QWidget):
    """Late first; what was finished today stays in sight so that a slip can be mended."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.table = _Table(self, self._columns(), self.tr("Öppna åtgärder"))
        self.lift_button = secondary_button(self.tr("Gör till egen punkt"), Icon.ADD)
        self.lift_button.clicked.connect(self.lift)
        self._none = plain_label(self.tr("Inga öppna åtgärder att följa upp."), ink=Ink.SECONDARY)
        foot = row(gap=12)
        keys = self.tr("1 Planerad, 2 Pågår, 3 Klar, 4 Avbruten. Enter öppnar")
        self._keys = plain_label(keys, TextRole.CAPTION, Ink.SECONDARY, wrap=True)
        foot.addWidget(self._keys, 1)
        foot.addWidget(self.lift_button)
        whole = column(self, gap=8)
        whole.addWidget(self._none)
        whole.addWidget(self.table)
        whole.addLayout(foot)
        self.table.opened.connect(self._open)
        self.table.menu_asked.connect(self._ask_menu)
        follow_look(self._restyle)

    def refresh(self) -> None:
        """Show what is open now, apart from what this very meeting decided."""
        desk, today = self._desk, self._desk.today()
        shown = [
            action
            for action in desk.council.actions.every(today)
            if (action.is_open or action.done_on == today) and action.meeting_id != desk.meeting_id
        ]
        self.table.show_rows(shown)
        if shown and self.table.selected_row() is None:
            self.table.select_key(self.table.rows()[0].id)
        for part in (self.table, self._keys, self.lift_button):
            part.setVisible(bool(shown))
        self._none.setVisible(not shown)
        self._restyle()

    def mark(self, action: Action, status: ActionStatus) -> None:
        """Mark how far the action has come."""
        desk = self._desk
        toast = self.tr("Åtgärden är markerad som {status}").format(status=status.value)
        desk.do(lambda: desk.council.actions.set_status(action.id, status, desk.today()), toast=toast)

    def lift(self) -> None:
        """Give the chosen action a point of its own on the agenda."""
        action, desk = self.table.selected_row(), self._desk
        if action is None:
            return
        toast = self.tr("Åtgärden har fått en egen punkt")
        desk.do(
            lambda: desk.council.meetings.add_item(
                desk.meeting_id,
                action.what,
                kind=ItemKind.DISCUSSION,
                presenter=action.owner,
                areas=action.areas,
            ),
            toast=toast,
        )

    def _columns(self) -> list[Column[Action]]:
        return [
            Column(
                self.tr("Åtgärd"),
                lambda action: action.what,
                tooltip=lambda action: action.what,
                stretch=True,
            ),
            Column(self.tr("Ansvarig"), lambda action: action.owner, width=128, drop_below=480),
            Column(
                self.tr("Klart senast"),
                lambda action: iso(action.due) if action.due else "",
                lambda action: urgency(action, self._desk.today()),
                width=98,
            ),
            Column(self.tr("Status"), self._status, pill=self._pill, width=166),
        ]

    def _status(self, action: Action) -> str:
        late = overdue_text(action.due, self._desk.today()) if action.is_open and action.due else ""
        return late or action.status.value.capitalize()

    def _pill(self, action: Action) -> Pill:
        return pills.LATE if is_overdue(action, self._desk.today()) else _PILLS[action.status]

    def _open(self, action: Action) -> None:
        self._desk.open("action", action.id)

    def _ask_menu(self, action: Action, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, status in zip("1234", _STATUS_KEYS.values(), strict=True):
            words = f"{status.value.capitalize()}\t{key}"
            menu.addAction(words, partial(self.mark, action, status))
        menu.addSeparator()
        menu.addAction(self.tr("Gör till egen punkt"), self.lift)
        menu.addAction(self.tr("Öppna i Åtgärder"), lambda: self._open(action))
        menu.popup(where)

    def _restyle(self) -> None:
        rows = min(len(self.table.rows()), _ROWS_SHOWN)
        self.table.setFixedHeight(look().px(30) + rows * look().px(36) + 4)


def _what(action: Action) -> str:
    return action.what
