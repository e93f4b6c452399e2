"""The letter a paper goes in: who gets it, what to look at, and the ways when no draft opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from trygghetsrad.ui.components.buttons import link_button, secondary_button
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.documents.recipients import Recipients
from trygghetsrad.ui.theme import Ink, TextRole, column

if TYPE_CHECKING:
    from collections.abc import Sequence


class Mailing(QWidget):
    """What stands under the button for a draft; answered carries whether the draft opened."""

    answered = Signal(bool)
    room_taken = Signal()
    copy_asked = Signal()
    link_asked = Signal()
    again_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._asking = False
        self.recipients = Recipients()
        self.question = plain_label(self.tr("Öppnades ett färdigt utkast?"), TextRole.STRONG, wrap=True)
        self.opened = secondary_button(self.tr("Utkastet öppnades"))
        self.not_opened = secondary_button(self.tr("Det öppnades inte"))
        self.warnings = plain_label("", TextRole.CAPTION, Ink.WARNING, wrap=True)
        self.copy = link_button(self.tr("Kopiera text och adresser"))
        self.link = link_button(self.tr("Öppna brev utan bilagor"))
        self.again = link_button(self.tr("Prova e-postutkast igen"))
        self._lay_out()
        self.opened.clicked.connect(lambda: self.answered.emit(True))
        self.not_opened.clicked.connect(lambda: self.answered.emit(False))
        self.recipients.turned.connect(self.room_taken)
        self.copy.clicked.connect(self.copy_asked)
        self.link.clicked.connect(self.link_asked)
        self.again.clicked.connect(self.again_asked)
        self.ask(asking=False)
        self.warn(())

    def ask(self, *, asking: bool) -> None:
        """Ask whether the draft opened, or stop asking."""
        self._asking = asking
        self._asked.setVisible(asking)
        self._rest.setVisible(not asking)
        self.room_taken.emit()

    def is_busy(self) -> bool:
        """Say whether something is asked or chosen here, so that other questions wait."""
        return self._asking or self.recipients.is_open()

    def fold(self, *, folded: bool) -> None:
        """Put the two answers beside each other where there is room across."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._answers.setDirection(across if folded else down)

    def warn(self, warnings: Sequence[str]) -> None:
        """Say what she may want to look at before sending."""
        self.warnings.setText("\n".join(warnings))
        self.warnings.setVisible(bool(warnings))

    def show_way(self, *, by_file: bool) -> None:
        """Offer the ways that are left when the mail program does not open drafts."""
        self.copy.setVisible(by_file)
        self.link.setVisible(not by_file)
        self.again.setVisible(not by_file)

    def _lay_out(self) -> None:
        self._asked = QWidget()
        asked = column(self._asked, gap=6)
        asked.addWidget(self.question)
        self._answers = column(gap=6)
        self._answers.addWidget(self.opened)
        self._answers.addWidget(self.not_opened)
        asked.addLayout(self._answers)
        self._rest = QWidget()
        rest = column(self._rest, gap=4)
        rest.addWidget(self.recipients)
        lines = column(self, gap=4)
        for block in (self._asked, self.warnings, self._rest):
            lines.addWidget(block)
        links = column(gap=0)
        for link in (self.copy, self.link, self.again):
            links.addWidget(link)
        rest.addLayout(links)
