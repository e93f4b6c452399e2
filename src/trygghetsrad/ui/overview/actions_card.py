"""The most urgent actions, late ones first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from trygghetsrad.domain.actions import is_overdue
from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.dates import overdue_text, relative
from trygghetsrad.ui.components import pills
from trygghetsrad.ui.components.action_states import state_pill, state_word
from trygghetsrad.ui.components.avatar import Avatar
from trygghetsrad.ui.components.buttons import link_button
from trygghetsrad.ui.components.labels import Label, plain_label
from trygghetsrad.ui.components.list_row import ListRow
from trygghetsrad.ui.components.pills import StatusPill
from trygghetsrad.ui.components.surfaces import Card, Divider
from trygghetsrad.ui.theme import Ink, TextRole, column

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from trygghetsrad.domain.actions import Action


class ActionRow(ListRow):
    """One action on the card."""

    def __init__(self, action: Action, today: date) -> None:
        self.action_id = action.id
        word = state_word(action, today)
        about = [action.owner or self.tr("Ingen ansvarig"), *(area.value for area in sorted(action.areas))]
        super().__init__(
            action.what,
            " · ".join(about),
            leading=Avatar(action.owner),
            trailing=(_due_label(action, today), StatusPill(word, state_pill(action, today))),
        )
        self.setAccessibleName(f"{action.what}, {about[0]}, {_due_words(action, today)}, {word}")


class ActionsCard(Card):
    """Rows open their action, the link opens all."""

    opened = Signal(int)
    all_asked = Signal()

    def __init__(self) -> None:
        super().__init__("Åtgärder att följa upp", gap=2, edge=(16, 10, 16, 8))
        self.late = StatusPill("", pills.LATE)
        self.everything = link_button("")
        self.everything.clicked.connect(self.all_asked)
        if self.header:
            self.header.add_beside(self.late)
            self.header.add_action(self.everything)
        self._lines = column(gap=2)
        self.add(self._lines)
        self.nothing = plain_label(self.tr("Inga öppna åtgärder. De som beslutas på möten hamnar här."))
        self.nothing.set_ink(Ink.SECONDARY)
        self.add(self.nothing)
        self.rows: list[ActionRow] = []
        self._shown: tuple[object, ...] = ()

    def show_actions(self, actions: Sequence[Action], overdue: int, today: date, most: int) -> None:
        """Show the first of these, at most so many."""
        self.late.set_state(plural(overdue, "försenad", "försenade"), pills.LATE)
        self.late.setVisible(overdue > 0)
        self.everything.set_text(self.tr("Visa alla {count}").format(count=len(actions)))
        self.everything.setVisible(len(actions) > most)
        self.nothing.setVisible(not actions)
        shown = (*actions[:most], today)
        if shown != self._shown:
            self._shown = shown
            self._lay_rows(actions[:most], today)

    def _lay_rows(self, actions: Sequence[Action], today: date) -> None:
        while self._lines.count():
            item = self._lines.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                old.hide()
                old.deleteLater()
        self.rows = [ActionRow(action, today) for action in actions]
        for place, row in enumerate(self.rows):
            if place:
                self._lines.addWidget(Divider())
            row.clicked.connect(self._open)
            self._lines.addWidget(row)

    def _open(self) -> None:
        row = self.sender()
        if isinstance(row, ActionRow):
            self.opened.emit(row.action_id)


def _due_words(action: Action, today: date) -> str:
    if action.due is None:
        return "utan datum"
    return overdue_text(action.due, today) or relative(action.due, today)


def _due_label(action: Action, today: date) -> Label:
    ink = Ink.ERROR if is_overdue(action, today) else Ink.SECONDARY
    return plain_label(_due_words(action, today), TextRole.CAPTION, ink)
