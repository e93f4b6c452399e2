"""Mål: what shall be reached, how it is measured, and friendly remarks that never stand in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trygghetsrad.domain.day_reading import parse_day
from trygghetsrad.domain.goal_lint import remarks
from trygghetsrad.domain.thread import GoalKind
from trygghetsrad.ui.components.buttons import icon_button
from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.components.date_field import DateField
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.inline_text import InlineText
from trygghetsrad.ui.components.keyed_rows import KeyedRows
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column, row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from trygghetsrad.domain.thread import Cause, Goal


class GoalRow(QWidget):
    """One goal with its measure, baseline, target and day."""

    changed = Signal(int, object)
    removed = Signal(int)

    def __init__(self, goal: Goal, today: Callable[[], date]) -> None:
        super().__init__()
        self.goal, self._today = goal, today
        self.text = InlineText(self.tr("Mål"))
        self.kind = ChoiceField(self.tr("Slag"), [(one, one.value.capitalize()) for one in GoalKind])
        self.cause = ChoiceField(self.tr("Orsak"))
        self.measure = InlineField(self.tr("Mått"), placeholder=self.tr("Vad räknas"))
        self.baseline = InlineField(self.tr("Utgångsläge"))
        self.target = InlineField(self.tr("Målvärde"))
        self.by = DateField(self.tr("Senast"), lambda text: parse_day(text, self._today()))
        self.remarks = plain_label("", TextRole.CAPTION, Ink.SECONDARY, wrap=True)
        self.remove = icon_button(Icon.DELETE, self.tr("Ta bort målet"))
        self._lay_out()
        for name in ("text", "measure", "baseline", "target", "by"):
            getattr(self, name).committed.connect(lambda value, name=name: self._tell(name, value))
        self.kind.chosen.connect(lambda key: self._tell("kind", key))
        self.cause.chosen.connect(lambda key: self._tell("cause_id", key))
        self.remove.clicked.connect(lambda: self.removed.emit(self.goal.id))

    def show_goal(self, goal: Goal) -> None:
        """Show the goal as it is stored, and what would make it easier to follow up."""
        self.goal = goal
        self.text.set_text(goal.text)
        self.kind.set_current(goal.kind)
        self.measure.set_text(goal.measure)
        self.baseline.set_text(goal.baseline)
        self.target.set_text(goal.target)
        self.by.set_day(goal.by)
        said = [one.sentence for one in remarks(goal, self._today())]
        self.remarks.setText(" ".join(said))
        self.remarks.setVisible(bool(said))

    def offer_causes(self, causes: Sequence[Cause]) -> None:
        """Offer the causes of the area, by number."""
        self.cause.set_options(
            [(None, self.tr("Ingen särskild")), *((one.id, f"{one.number}. {one.text}") for one in causes)]
        )
        self.cause.set_current(self.goal.cause_id)

    def _tell(self, name: str, value: object) -> None:
        self.changed.emit(self.goal.id, {name: value})

    def _lay_out(self) -> None:
        words = column(gap=2)
        words.addWidget(self.text)
        for fields in ((self.kind, self.cause), (self.measure, self.baseline), (self.target, self.by)):
            line = row(gap=8)
            for field in fields:
                line.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            words.addLayout(line)
        words.addWidget(self.remarks)
        whole = row(self, gap=8)
        whole.addLayout(words, 1)
        whole.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)


class GoalsCard(Card):
    """The goals of one area."""

    added = Signal(str)
    changed = Signal(int, object)
    removed = Signal(int)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(self.tr("Mål"), gap=10)
        self._today = today
        self.rows: KeyedRows[Goal, GoalRow] = KeyedRows(self._make, GoalRow.show_goal, gap=12)
        self.new = InlineField(
            self.tr("Nytt mål"), placeholder=self.tr("Minska, öka, starta … Tryck Enter"), framed=True
        )
        self.add(self.rows)
        self.add(self.new)
        self.new.committed.connect(self._take)

    def show_goals(self, goals: Sequence[Goal], causes: Sequence[Cause]) -> None:
        """Show the goals."""
        self.rows.show_facts(goals)
        for made in self.rows.by_id.values():
            made.offer_causes(causes)

    def _take(self, text: str) -> None:
        if text.strip():
            self.added.emit(text)
            self.new.set_text("")

    def _make(self, goal: Goal) -> GoalRow:
        made = GoalRow(goal, self._today)
        made.changed.connect(self.changed)
        made.removed.connect(self.removed)
        return made
