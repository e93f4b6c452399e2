"""The head of an area: its name, how far its thread has come, and where it has been decided on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trygghetsrad.domain.thread import Position
from trygghetsrad.domain.thread_steps import steps
from trygghetsrad.ui.components.buttons import link_button
from trygghetsrad.ui.components.flow import FlowLayout
from trygghetsrad.ui.components.inline_text import InlineText
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.theme import Ink, TextRole, row
from trygghetsrad.ui.thread.area_menu import AreaMenu
from trygghetsrad.ui.thread.step_pills import StepPills

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.domain.actions import Action
    from trygghetsrad.domain.thread import Problem


class AreaHead(Card):
    """Every meeting that gave the area something to do is one click away."""

    meeting_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__(gap=4)
        self.title = InlineText(self.tr("Område"), role=TextRole.SUBTITLE)
        self.description = InlineText(self.tr("Vad det handlar om"))
        self.position = plain_label("", TextRole.BODY, Ink.SECONDARY, wrap=True)
        self.judge = link_button(self.tr("Bedöm i lägesbilden"))
        self.trail = link_button(self.tr("Spårlista"))
        self.trail.setToolTip(self.tr("Hela tråden för området på papper, från iakttagelse till uppföljning"))
        self.steps = StepPills()
        self.more = AreaMenu()
        self.meetings = QWidget()
        self._line = FlowLayout(self.meetings)
        self._decided: dict[str, int] = {}
        self._lay_out()

    def show_problem(self, problem: Problem, position: Position, actions: Sequence[Action]) -> None:
        """Show an area, what the lägesbild says of it, and where its actions were decided."""
        self.title.set_text(problem.title)
        self.description.set_text(problem.description)
        words = {
            Position.UNSET: self.tr("Inget ställningstagande än (3 §)."),
            Position.PRIORITISED: self.tr("Prioriteras i lägesbilden."),
            Position.WATCHED: self.tr("Bevakas, enligt lägesbilden."),
            Position.NO_ACTION: self.tr("Ingen åtgärd, enligt lägesbilden."),
        }
        self.position.setText(words[position])
        self.steps.show_steps(steps(problem, actions))
        self._show_meetings(actions)

    def _show_meetings(self, actions: Sequence[Action]) -> None:
        decided = {
            one.origin: one.meeting_id
            for one in sorted(actions, key=lambda one: one.id)
            if one.origin and one.meeting_id
        }
        self.meetings.setVisible(bool(decided))
        if decided == self._decided:  # a link that has the focus keeps it
            return
        self._decided = decided
        while (taken := self._line.takeAt(0)) is not None:
            if (part := taken.widget()) is not None:
                part.hide()
                part.deleteLater()
        if decided:
            self._line.addWidget(plain_label(self.tr("Beslut på möten:"), TextRole.BODY, Ink.SECONDARY))
        for origin, meeting_id in decided.items():
            link = link_button(origin)
            link.setAccessibleName(self.tr("Öppna mötet: {origin}").format(origin=origin))
            link.clicked.connect(lambda _checked=False, number=meeting_id: self.meeting_asked.emit(number))
            self._line.addWidget(link)

    def _lay_out(self) -> None:
        top = row(gap=8)
        top.addWidget(self.title, 1)
        top.addWidget(self.more.button, 0, Qt.AlignmentFlag.AlignTop)
        self.add(top)
        for part in (self.more, self.steps, self.description):
            self.add(part)
        line = row(gap=8)
        line.addWidget(self.position, 1)
        line.addWidget(self.judge)
        line.addWidget(self.trail)
        self.add(line)
        self.add(self.meetings)
        self.meetings.hide()
