"""The line over a lägesbild or a plan: which version it is, how it stands, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trygghetsrad.ui.components import pills
from trygghetsrad.ui.components.buttons import primary_button, secondary_button
from trygghetsrad.ui.components.flow import FlowLayout
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.pills import StatusPill
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column, row

if TYPE_CHECKING:
    from trygghetsrad.domain.thread import ActionPlan, SituationPicture


class VersionLine(QWidget):
    """State, period and a sentence of help at the left, the deeds at the right."""

    start_asked = Signal()
    decide_asked = Signal()
    reopen_asked = Signal()
    paper_asked = Signal()

    def __init__(self, start: str, decide: str, paper: str) -> None:
        super().__init__()
        self.pill = StatusPill("")
        self.period = plain_label("", TextRole.STRONG)
        self.note = plain_label("", TextRole.CAPTION, Ink.SECONDARY, wrap=True)
        self.start = primary_button(start, Icon.ARROW_SYNC)
        self.decide = primary_button(decide, Icon.CHECKMARK)
        self.paper = secondary_button(paper, Icon.DOCUMENT_PDF)
        self.reopen = secondary_button(self.tr("Ta tillbaka"), Icon.ARROW_RESET)
        self.reopen.set_hint(self.tr("Om beslutet antecknades av misstag"))
        words = QWidget()
        flow = FlowLayout(words, gap=8)
        flow.addWidget(self.pill)
        flow.addWidget(self.period)
        left = column(gap=2)
        left.addWidget(words)
        left.addWidget(self.note)
        line = row(self, gap=8)
        line.addLayout(left, 1)
        for button in (self.reopen, self.paper, self.start, self.decide):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.start.clicked.connect(self.start_asked)
        self.decide.clicked.connect(self.decide_asked)
        self.paper.clicked.connect(self.paper_asked)
        self.reopen.clicked.connect(self.reopen_asked)

    def show_version(
        self,
        version: SituationPicture | ActionPlan,
        word: str,
        note: str,
        *,
        can_start: bool,
        has_paper: bool,
    ) -> None:
        """Show how a version stands."""
        self.pill.set_state(word, pills.ONGOING if version.is_draft else pills.DONE)
        self.period.setText(version.period)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.decide.setVisible(version.is_draft)
        self.start.setVisible(can_start)
        self.paper.setVisible(has_paper and not version.is_elsewhere)
        self.reopen.setVisible(not version.is_draft and not version.is_elsewhere)
