"""Lagkollen: every § of the Act with its state, its proof and the button that begins what is lacking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.law import Proof, Target, law_summary
from trygghetsrad.ui.components.buttons import secondary_button
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.opening import open_file
from trygghetsrad.ui.components.ring import Ring
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.components.upright import Upright
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.law.duty_card import DutyCard
from trygghetsrad.ui.page import Page
from trygghetsrad.ui.theme import Ink, TextRole, column, row

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.law import Evidence, Start
    from trygghetsrad.ui.hub import Hub

PLACE_OF_PROOF = {
    Proof.PICTURE: "thread",
    Proof.PROBLEM: "problem",
    Proof.PLAN: "thread",
    Proof.FOLLOW_UP: "thread",
    Proof.PLAN_LINK: "thread",
    Proof.AGREEMENT: "agreement",
    Proof.COORDINATION: "coordination",
    Proof.PUBLICATION: "coordination",
    Proof.REPORT: "matter",
    Proof.PERSON: "member",
    Proof.MEETING: "meeting",
    Proof.ORGANISATION: "members",
    Proof.INVITATION: "members",
}
PLACE_OF_TARGET = {
    Target.PICTURE: "thread",
    Target.PICTURE_REVISION: "thread",
    Target.POSITIONS: "thread",
    Target.PLAN: "thread",
    Target.FOLLOW_UP: "thread",
    Target.PLAN_LINKS: "thread",
    Target.AGREEMENT: "agreements",
    Target.COORDINATION: "coordination",
    Target.PUBLICATION: "coordination",
    Target.MEETING: "plan",
    Target.INVITATION: "members",
}
"""Where each thing is done; what has no page of its own yet is made under Dokument."""
ELSEWHERE = "documents"
WITH_NUMBER = frozenset({Proof.PROBLEM, Proof.AGREEMENT, Proof.PERSON, Proof.MEETING, Proof.REPORT})


class LawPage(Page):
    """Computed from the council file, nothing ticked by hand; open_with answers for the computer."""

    SHOWS = (
        Changed.THREAD
        | Changed.LAW
        | Changed.PEOPLE
        | Changed.MEETINGS
        | Changed.COUNCIL
        | Changed.STATISTICS
        | Changed.TODAY
    )

    def __init__(self, council: OpenCouncil, hub: Hub, now: Callable[[], datetime]) -> None:
        super().__init__(council, hub, now)
        self.open_with: Callable[[Path], bool] = open_file
        self.cards: dict[str, DutyCard] = {}
        self.ring = Ring(self.tr("Dokumenterade punkter"), size=56)
        self.told = plain_label("", TextRole.SUBTITLE, wrap=True)
        self.careful = plain_label(
            self.tr(
                "Dokumenterat betyder att det finns något att visa. "
                "Det är inte ett besked om att lagen följs."
            ),
            ink=Ink.SECONDARY,
            wrap=True,
        )
        self.proof = secondary_button(self.tr("Skriv ut underlag"), Icon.DOCUMENT_PDF)
        self.source = plain_label("", TextRole.CAPTION, Ink.SECONDARY, wrap=True)
        self._lay_out()
        self.proof.clicked.connect(lambda: self.open_requested.emit("paper:lagkoll", 0))

    @override
    def refresh(self) -> None:
        statuses = self.council.law.statuses(self.now().date())
        summary = law_summary(statuses)
        self.ring.set_progress(summary.documented, summary.total)
        words = self.tr("{documented} av {total} är dokumenterade")
        self.told.setText(
            words.format(
                documented=summary.documented,
                total=plural(summary.total, self.tr("punkt"), self.tr("punkter")),
            )
        )
        self.source.setText(self.council.law.text().source)
        for status in statuses:
            old = self.cards.get(status.duty.key)
            if old is None or old.status != status:
                self._put(DutyCard(status, can_write=not self.council.is_read_only), old)

    @override
    def take_focus(self) -> None:
        self.proof.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, card: DutyCard, old: DutyCard | None) -> None:
        """Show a row, in the place of what it was before."""
        place = self._rows.indexOf(old) if old else self._rows.count()
        if old is not None:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards[card.status.duty.key] = card
        self._rows.insertWidget(place, card)
        card.proof_asked.connect(self._open_proof)
        card.start_asked.connect(self._begin)
        card.not_yet.connect(self._answer)

    def _open_proof(self, proof: Evidence) -> None:
        if proof.attachment_id is not None:
            self._open_file(proof.attachment_id)
            return
        number = proof.id or 0 if proof.kind in WITH_NUMBER else 0
        self.open_requested.emit(PLACE_OF_PROOF.get(proof.kind, ELSEWHERE), number)

    def _open_file(self, attachment_id: int) -> None:
        opened: list[Path] = []
        if self.do(lambda: opened.append(self.council.attachments.open_copy(attachment_id))):
            self.open_with(opened[0])

    def _begin(self, start: Start) -> None:
        self.open_requested.emit(PLACE_OF_TARGET.get(start.target, ELSEWHERE), 0)

    def _answer(self, duty: str) -> None:
        self.do(
            lambda: self.council.duty_answers.answer(duty, self.now().date()),
            toast=self.tr("Svaret är antecknat"),
        )

    def _lay_out(self) -> None:
        top = Card()
        line = row(gap=16)
        words = column(gap=2)
        words.addWidget(self.told)
        words.addWidget(self.careful)
        line.addWidget(self.ring)
        line.addLayout(words, 1)
        line.addWidget(self.proof, 0, Qt.AlignmentFlag.AlignVCenter)
        top.add(line)
        sheet = Upright(self.tr("Lagens paragrafer"), edge=(20, 14, 20, 12))
        sheet.add(top)
        rows = QWidget()
        self._rows = column(rows, gap=12)
        sheet.add(rows)
        sheet.add(self.source)
        column(self, gap=0).addWidget(sheet)
