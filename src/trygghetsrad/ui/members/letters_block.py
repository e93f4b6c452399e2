"""What an organisation has been asked about a place in the council, and what it said."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.invitations import LetterKind
from trygghetsrad.ui.components.buttons import link_button, secondary_button
from trygghetsrad.ui.components.flow import FlowLayout
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.domain.invitations import Invitation

MOST_SHOWN = 4
SENT, REMINDED, YES, NO, REMOVE = "sent", "reminded", "yes", "no", "remove"


class LettersBlock(QWidget):
    """Letters with what can be noted of each; a new one is made on the page Dokument."""

    letter_asked = Signal(str)
    """The kind of letter to write."""
    note_asked = Signal(str)
    """The kind of letter that was sent in some other way."""
    deed_asked = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self._kind = LetterKind.INVITATION
        self.missed = plain_label("", ink=Ink.WARNING, wrap=True)
        self.write = secondary_button("", Icon.MAIL)
        self.note = link_button("")
        self._letters = QWidget()
        self._lines = column(self._letters, gap=8)
        lines = column(self, gap=8)
        lines.addWidget(plain_label(self.tr("Plats i rådet (10 §)"), TextRole.CAPTION, Ink.SECONDARY))
        lines.addWidget(self.missed)
        lines.addWidget(self._letters)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        flow.addWidget(self.write)
        flow.addWidget(self.note)
        lines.addWidget(buttons)
        self.write.clicked.connect(self._ask_letter)
        self.note.clicked.connect(self._ask_note)

    def show_letters(self, letters: Sequence[Invitation], *, has_place: bool, missed: int) -> None:
        """Show the latest letters and offer the one that fits: an invitation, or one about representation."""
        self._kind = LetterKind.REPRESENTATION if has_place else LetterKind.INVITATION
        self.missed.setVisible(bool(missed))
        words = self.tr("Ingen därifrån har varit med på {count} i rad.")
        self.missed.setText(words.format(count=plural(missed, self.tr("möte"), self.tr("möten"))))
        self.write.set_text(
            self.tr("Skriv brev om representation") if has_place else self.tr("Skriv inbjudan")
        )
        self.note.set_text(
            self.tr("Anteckna skickat brev") if has_place else self.tr("Anteckna skickad inbjudan")
        )
        while (item := self._lines.takeAt(0)) is not None:
            former = item.widget()
            if former is not None:
                former.hide()
                former.deleteLater()
        for letter in letters[:MOST_SHOWN]:
            line = self._line(letter)
            self._lines.addWidget(line)
            # Qt would show it only when the events of the moment are over.
            line.show()
        self._letters.setVisible(bool(letters))

    def _line(self, letter: Invitation) -> QWidget:
        line = QWidget()
        words = column(line, gap=2)
        words.addWidget(plain_label(letter.title, TextRole.STRONG))
        words.addWidget(plain_label(letter.state, TextRole.CAPTION, Ink.SECONDARY, wrap=True))
        deeds = QWidget()
        flow = FlowLayout(deeds, gap=12)
        for deed, text in self._deeds(letter):
            button = link_button(text)
            button.setAccessibleName(f"{text}: {letter.title}, {letter.state}")
            button.clicked.connect(partial(self._do, deed, letter.id))
            flow.addWidget(button)
        words.addWidget(deeds)
        return line

    def _deeds(self, letter: Invitation) -> list[tuple[str, str]]:
        """Return what can be noted now."""
        remove = [(REMOVE, self.tr("Ta bort"))]
        if not letter.is_waiting:
            return remove
        if letter.sent_on is None:
            return [(SENT, self.tr("Markera som skickad")), *remove]
        return [
            (YES, self.tr("Svarade ja")),
            (NO, self.tr("Svarade nej")),
            (REMINDED, self.tr("Påmind i dag")),
            *remove,
        ]

    def _do(self, deed: str, letter_id: int) -> None:
        self.deed_asked.emit(deed, letter_id)

    def _ask_letter(self) -> None:
        self.letter_asked.emit(self._kind.value)

    def _ask_note(self) -> None:
        self.note_asked.emit(self._kind.value)
