"""Åtgärder of one area: what is done about it, and ideas that can be changed before they are added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from trygghetsrad.ui.components.action_states import state_pill, state_word
from trygghetsrad.ui.components.buttons import secondary_button
from trygghetsrad.ui.components.data_table import DataTable
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.rows import Column
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, follow_look, look

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from trygghetsrad.domain.actions import Action
    from trygghetsrad.domain.ideas import Idea
    from trygghetsrad.domain.thread import Cause


class AreaActionsCard(Card):
    """Enter or a double click opens the action on its own page."""

    added = Signal(str, object)
    """What is to be done, and the idea it began as, or None."""
    opened = Signal(int)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(self.tr("Åtgärder"), gap=8)
        self._today = today
        self._causes: dict[int, int] = {}
        self._idea: Idea | None = None
        self.ideas = secondary_button(self.tr("Förslag"), Icon.LIGHTBULB)
        self.menu = QMenu(self.ideas)
        self.menu.setToolTipsVisible(True)
        self.ideas.setMenu(self.menu)
        if self.header:
            self.header.add_action(self.ideas)
        self.table: DataTable[Action] = DataTable(
            self._columns(), name=self.tr("Åtgärder"), key=lambda one: one.id, sort_by=3, flat=True
        )
        self.nothing = plain_label(self.tr("Inga åtgärder än."), ink=Ink.SECONDARY)
        self.new = InlineField(
            self.tr("Ny åtgärd"), placeholder=self.tr("Vad ska göras? Tryck Enter"), framed=True
        )
        self.hint = plain_label("", TextRole.CAPTION, Ink.SECONDARY, wrap=True)
        self.hint.hide()
        for part in (self.table, self.nothing, self.new, self.hint):
            self.add(part)
        self.table.opened.connect(lambda action: self.opened.emit(action.id))
        self.new.committed.connect(self._take)
        follow_look(self._restyle)

    def show_actions(self, actions: Sequence[Action], causes: Sequence[Cause], ideas: Sequence[Idea]) -> None:
        """Show the actions, late ones first, and what could be done besides."""
        self._causes = {cause.id: cause.number for cause in causes}
        self.table.show_rows(actions)
        self.table.setVisible(bool(actions))
        self.nothing.setVisible(not actions)
        known = {action.what for action in actions}
        self.menu.clear()
        for idea in ideas:
            if idea.title not in known:
                entry = self.menu.addAction(idea.title)
                entry.setToolTip(idea.how)
                entry.triggered.connect(lambda _checked=False, idea=idea: self.begin_with(idea))
        self.ideas.setVisible(not self.menu.isEmpty())
        self._restyle()

    def begin_with(self, idea: Idea) -> None:
        """Put an idea in the field, to be changed before it is added."""
        self._idea = idea
        self.new.edit.take(idea.title)
        self.new.edit.setFocus()
        self.hint.setText(self.tr("{how} Tryck Enter för att lägga till.").format(how=idea.how))
        self.hint.show()

    def _take(self, text: str) -> None:
        if text.strip():
            self.added.emit(text, self._idea)
        self._idea = None
        self.new.set_text("")
        self.hint.hide()

    def _columns(self) -> list[Column[Action]]:
        return [
            Column(
                self.tr("Orsak"),
                lambda one: str(self._causes.get(one.cause_id or 0, "")),
                lambda one: self._causes.get(one.cause_id or 0, 0),
                width=64,
                drop_below=460,
            ),
            Column(
                self.tr("Åtgärd"),
                lambda one: one.what,
                tooltip=lambda one: one.what,
                stretch=True,
                strong=True,
            ),
            Column(
                self.tr("Ansvarig"),
                lambda one: one.owner,
                avatar=lambda one: one.owner if one.owner_person_id else "",
                width=170,
                drop_below=560,
            ),
            Column(
                self.tr("Klart senast"),
                lambda one: one.due.isoformat() if one.due else "",
                lambda one: one.due.isoformat() if one.due else "9",
                width=110,
            ),
            Column(
                self.tr("Status"),
                lambda one: state_word(one, self._today()),
                pill=lambda one: state_pill(one, self._today()),
                width=130,
            ),
        ]

    def _restyle(self) -> None:
        self.table.setFixedHeight(look().px(30 + 36 * max(1, len(self.table.rows())) + 4))
