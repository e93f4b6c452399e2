"""The five steps of one area in a row that breaks when there is too little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from trygghetsrad.domain.thread_steps import Step, StepState
from trygghetsrad.ui.components import pills
from trygghetsrad.ui.components.flow import FlowLayout
from trygghetsrad.ui.components.pills import StatusPill

if TYPE_CHECKING:
    from collections.abc import Mapping

_LOOKS = {
    StepState.NOT_YET: pills.PLANNED,
    StepState.ONGOING: pills.ONGOING,
    StepState.DONE: pills.DONE,
}


class StepPills(QWidget):
    """Says how much is written of each step, in words also to a screen reader."""

    def __init__(self) -> None:
        super().__init__()
        self.by_step = {step: StatusPill(step.value) for step in Step}
        line = FlowLayout(self)
        for pill in self.by_step.values():
            line.addWidget(pill)

    def show_steps(self, states: Mapping[Step, StepState]) -> None:
        """Show how far each step has come."""
        words = {
            StepState.NOT_YET: self.tr("inte påbörjat"),
            StepState.ONGOING: self.tr("påbörjat"),
            StepState.DONE: self.tr("ifyllt"),
        }
        for step, state in states.items():
            self.by_step[step].set_state(step.value, _LOOKS[state])
            self.by_step[step].setToolTip(words[state])
            self.by_step[step].setAccessibleDescription(words[state])
