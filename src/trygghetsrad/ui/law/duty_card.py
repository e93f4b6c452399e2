"""One row of Lagkollen: the § in plain words, how it stands, what shows it, and what begins the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.law import DutyState
from trygghetsrad.ui.components import pills
from trygghetsrad.ui.components.buttons import link_button, primary_button, secondary_button
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.pills import StatusPill
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trygghetsrad.domain.law import DutyStatus, Evidence

STATE_PILLS = {
    DutyState.DOCUMENTED: pills.DONE,
    DutyState.DUE_SOON: pills.CAUTION,
    DutyState.IN_PROGRESS: pills.ONGOING,
    DutyState.NOT_FILLED: pills.PLANNED,
    DutyState.MISSING: pills.CAUTION,
    DutyState.OVERDUE: pills.LATE,
}


class DutyCard(Card):
    """Opens the proof, begins what is lacking, or takes the answer that it does not exist yet."""

    proof_asked = Signal(object)
    start_asked = Signal(object)
    not_yet = Signal(str)

    def __init__(self, status: DutyStatus, *, can_write: bool) -> None:
        super().__init__(f"{status.duty.label} {status.duty.title}", gap=6)
        self.status = status
        self.pill = StatusPill(status.state.value.capitalize(), STATE_PILLS[status.state])
        if self.header:
            self.header.add_beside(self.pill)
        self.add(plain_label(status.duty.says, ink=Ink.SECONDARY, wrap=True))
        for words in filter(None, (status.reckoned, status.lacking)):
            self.add(plain_label(f"{words[:1].upper()}{words[1:]}", wrap=True, selectable=True))
        self.proofs = [self._proof(proof) for proof in status.evidence]
        for proof in self.proofs:
            self.add(proof)
        self._offer(can_write=can_write)
        if status.duty.not_said:
            self.add(plain_label(status.duty.not_said, TextRole.CAPTION, Ink.SECONDARY, wrap=True))

    def _offer(self, *, can_write: bool) -> None:
        """Offer what begins what is lacking; what nobody has answered can be said not to exist yet."""
        line = row(gap=8)
        self.start = None
        self.nothing_yet = None
        if self.status.start is not None and can_write:
            urgent = self.status.state in {DutyState.MISSING, DutyState.OVERDUE}
            make = primary_button if urgent else secondary_button
            self.start = make(self.status.start.text, Icon.ARROW_RIGHT)
            self.start.clicked.connect(lambda: self.start_asked.emit(self.status.start))
            line.addWidget(self.start)
        if self.status.state is DutyState.NOT_FILLED and can_write:
            self.nothing_yet = secondary_button(self.tr("Finns inte än"))
            self.nothing_yet.clicked.connect(lambda: self.not_yet.emit(self.status.duty.key))
            line.addWidget(self.nothing_yet)
        line.addStretch(1)
        if line.count() > 1:
            self.add(line)

    def _proof(self, proof: Evidence) -> QWidget:
        decided = " ".join(filter(None, (proof.body, iso(proof.day) if proof.day else "")))
        dnr = f"dnr {proof.dnr}" if proof.dnr else ""
        button = link_button(", ".join(filter(None, (proof.what, decided, proof.section, dnr))))
        button.clicked.connect(lambda: self.proof_asked.emit(proof))
        holder = Card(edge=0)
        holder.setProperty("surface", "")
        line = row(gap=0)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        line.addStretch(1)
        holder.add(line)
        return holder
