"""Where an action belongs: the area, the cause and the goal it answers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trygghetsrad.ui.components.buttons import link_button
from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.theme import column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.domain.actions import Action
    from trygghetsrad.domain.thread import Problem


class ThreadFields(QWidget):
    """Hidden while there is no area to choose; another area lets go of the former cause and goal."""

    changed = Signal(object)
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._problems: tuple[Problem, ...] = ()
        self._chosen: int | None = None
        self.problem = ChoiceField(self.tr("Område"))
        self.cause = ChoiceField(self.tr("Orsak"))
        self.goal = ChoiceField(self.tr("Mål"))
        self.link = link_button(self.tr("Visa området"))
        body = column(self, gap=4)
        for field in (self.problem, self.cause, self.goal):
            body.addWidget(field)
        body.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        self.problem.chosen.connect(self._take_problem)
        self.cause.chosen.connect(lambda key: self.changed.emit({"cause_id": key}))
        self.goal.chosen.connect(lambda key: self.changed.emit({"goal_id": key}))
        self.link.clicked.connect(self._open)

    def set_problems(self, problems: Sequence[Problem]) -> None:
        """Offer these areas."""
        self._problems = tuple(problems)
        self.problem.set_options(
            [(None, self.tr("Inget område")), *((one.id, one.title) for one in self._problems)]
        )

    def show_action(self, action: Action | None) -> None:
        """Show what an action answers to; None while a new one is written."""
        self.setVisible(bool(self._problems))
        self._show_problem(action.problem_id if action else None)
        self.cause.set_current(action.cause_id if action else None)
        self.goal.set_current(action.goal_id if action else None)

    def _show_problem(self, problem_id: int | None) -> None:
        """Offer the causes and goals of an area; a closed one keeps its number and offers none."""
        self._chosen = problem_id
        shown = next((one for one in self._problems if one.id == problem_id), None)
        causes = [(one.id, f"{one.number}. {one.text}") for one in (shown.causes if shown else ())]
        goals = [(one.id, one.text) for one in (shown.goals if shown else ())]
        self.problem.set_current(problem_id)
        self.cause.set_options([(None, self.tr("Ingen särskild")), *causes])
        self.goal.set_options([(None, self.tr("Inget särskilt")), *goals])
        self.cause.setVisible(bool(causes))
        self.goal.setVisible(bool(goals))
        self.link.setVisible(shown is not None)

    def _take_problem(self, problem_id: int | None) -> None:
        self._show_problem(problem_id)
        self.cause.set_current(None)
        self.goal.set_current(None)
        self.changed.emit({"problem_id": problem_id, "cause_id": None, "goal_id": None})

    def _open(self) -> None:
        if self._chosen is not None:
            self.opened.emit(self._chosen)
