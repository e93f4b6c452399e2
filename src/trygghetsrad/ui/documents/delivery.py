"""What is done with the paper in view: make it for good, put it in a letter, save, print, mark as sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from trygghetsrad.ui.components.buttons import link_button, primary_button, secondary_button
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.documents.extras import Extras
from trygghetsrad.ui.documents.mailing import Mailing
from trygghetsrad.ui.documents.sending import Sending
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column, row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from trygghetsrad.domain.delivery import DeliveryNote
    from trygghetsrad.domain.documents import IssuedDocument
    from trygghetsrad.ui.documents.making import Making


class Delivery(QWidget):
    """Buttons in a column at the right, or in a row over the paper where room is short."""

    make_asked = Signal()
    save_asked = Signal()
    word_asked = Signal()
    word_back_asked = Signal()
    print_asked = Signal()
    draft_asked = Signal()
    hand_over_asked = Signal()
    calendar_asked = Signal()
    sent = Signal(object)
    open_asked = Signal()
    folder_asked = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._can_make = self._has_paper = self._has_word = self._can_send = self._mails = False
        self._make_parts()
        self._lay_out()
        self._connect()

    def show_making(self, making: Making | None) -> None:
        """Offer to make the paper for good, and say what that does; else saving is the next thing to do."""
        can_make = making is not None and bool(making.button)
        self.make.setVisible(can_make)
        if making is not None and making.button:
            self.make.set_text(making.button)
        self.explains.setText(making.explains if making else "")
        self.explains.setVisible(bool(making and making.explains))
        self._can_make = can_make
        self._show_saving()

    def show_mailing(self, *, mail: bool, by_file: bool, calendar: bool) -> None:
        """Offer a letter: as a draft file, or by copying where the mail program opens no drafts."""
        self.draft.setVisible(mail and by_file)
        self.hand_over.setVisible(mail and not by_file)
        self.calendar.setVisible(calendar)
        self._mails = mail
        self.mailing.setVisible(mail)
        self.mailing.show_way(by_file=by_file)
        self._show_sending()

    def show_sending(self, issued: IssuedDocument | None, notes: Sequence[DeliveryNote]) -> None:
        """Ask when an issued paper was sent, or say when it was."""
        self._can_send = issued is not None
        self.sending.show_paper(issued, notes)
        self._show_sending()

    def show_saved(self, path: Path | None) -> None:
        """Say where the paper was saved, with a way to open it."""
        self._saved.setVisible(path is not None)
        self.saved_as.setText(self.tr("Sparad: {name}").format(name=path.name) if path else "")

    def show_word(self, *, offered: bool, back: bool) -> None:
        """Offer the paper as a Word file, and minutes to be taken back from one.

        A paper that was made earlier is kept as PDF alone.
        """
        self._has_word = offered
        self.word_back.setVisible(back)
        self._show_saving()

    def set_enabled(self, *, enabled: bool) -> None:
        """Let nothing be saved or printed while there is no paper in view."""
        self._has_paper = enabled
        self._show_saving()

    def fold(self, *, folded: bool) -> None:
        """Lie in a row instead of a column."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for line in (self._lower, self._buttons):
            line.setDirection(across if folded else down)
        for button in (self.printing, self.word, self.calendar):
            button.fold(folded=folded)
            wide = QSizePolicy.Policy.Fixed if folded else QSizePolicy.Policy.Minimum
            button.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self.mailing.fold(folded=folded)
        self.sending.fold(folded=folded)
        self._heading.setVisible(not folded)
        # In a column the words stand under the button they are about, in a row under all of them.
        if folded:
            self._whole.insertWidget(2, self.explains)
            self._whole.insertWidget(3, self.word_note)
        else:
            self._buttons.insertWidget(1, self.explains)
            self._buttons.insertWidget(self._buttons.indexOf(self.word) + 1, self.word_note)

    def _show_saving(self) -> None:
        self.save_draft.setVisible(self._has_paper and self._can_make)
        self.save.setVisible(self._has_paper and not self._can_make)
        self.printing.setVisible(self._has_paper)
        self.word.setVisible(self._has_paper and self._has_word)
        self.word_note.setVisible(self._has_paper and self._has_word)

    @Slot()
    def _show_sending(self) -> None:
        """Ask one thing at a time."""
        self.sending.setVisible(self._can_send and not (self._mails and self.mailing.is_busy()))

    def _make_parts(self) -> None:
        self._heading = plain_label(self.tr("Leverera"), TextRole.STRONG)
        self.make = primary_button("", Icon.DOCUMENT)
        self.explains = plain_label("", TextRole.CAPTION, Ink.SECONDARY, wrap=True)
        self.extras = Extras()
        self.draft = primary_button(self.tr("Skapa e-postutkast"), Icon.MAIL)
        self.hand_over = primary_button(self.tr("Kopiera och visa mappen"), Icon.COPY)
        self.hand_over.set_hint(self.tr("Kopierar mottagare och text, och visar mappen med bilagorna"))
        self.save = secondary_button(self.tr("Spara som PDF"), Icon.DOCUMENT_PDF)
        self.save_draft = secondary_button(self.tr("Spara utkast som PDF"), Icon.DOCUMENT_PDF)
        self.word = secondary_button(self.tr("Spara som Word"), Icon.EDIT)
        self.word_back = link_button(self.tr("Ta in ändrad Word-fil…"))
        self.word_note = plain_label(
            self.tr("PDF-filen är originalet. Word-filen är till för att skriva vidare i."),
            TextRole.CAPTION,
            Ink.SECONDARY,
            wrap=True,
        )
        self.printing = secondary_button(self.tr("Skriv ut"), Icon.PRINT)
        self.calendar = secondary_button(self.tr("Kalenderfil (.ics)"), Icon.CALENDAR_ADD)
        self.saved_as = plain_label("", TextRole.CAPTION, Ink.SECONDARY, wrap=True)
        self.open_saved = link_button(self.tr("Öppna"))
        self.open_folder = link_button(self.tr("Visa i mappen"))
        self.mailing = Mailing()
        self.sending = Sending(self._today)

    def _lay_out(self) -> None:
        self._buttons = column(gap=8)
        for part in (
            self.make,
            self.extras,
            self.draft,
            self.hand_over,
            self.save,
            self.save_draft,
            self.printing,
            self.word,
            self.word_note,
            self.word_back,
            self.calendar,
        ):
            self._buttons.addWidget(part)
        self._lower = column(gap=16)
        self._lower.addWidget(self.mailing, 1, Qt.AlignmentFlag.AlignTop)
        self._lower.addWidget(self.sending, 1, Qt.AlignmentFlag.AlignTop)
        self._whole = column(self, gap=8)
        self._whole.addWidget(self._heading)
        self._whole.addLayout(self._buttons)
        self._whole.addWidget(self._saved_lines())
        self._whole.addSpacing(4)
        self._whole.addLayout(self._lower)
        self._whole.addStretch(1)
        self.show_saved(None)

    def _saved_lines(self) -> QWidget:
        self._saved = QWidget()
        saved = column(self._saved, gap=2)
        saved.addWidget(self.saved_as)
        links = row(gap=16)
        links.addWidget(self.open_saved)
        links.addWidget(self.open_folder)
        links.addStretch(1)
        saved.addLayout(links)
        return self._saved

    def _connect(self) -> None:
        self.make.clicked.connect(self.make_asked)
        self.save.clicked.connect(self.save_asked)
        self.save_draft.clicked.connect(self.save_asked)
        self.word.clicked.connect(self.word_asked)
        self.word_back.clicked.connect(self.word_back_asked)
        self.printing.clicked.connect(self.print_asked)
        self.open_saved.clicked.connect(self.open_asked)
        self.open_folder.clicked.connect(self.folder_asked)
        self.draft.clicked.connect(self.draft_asked)
        self.hand_over.clicked.connect(self.hand_over_asked)
        self.calendar.clicked.connect(self.calendar_asked)
        self.sending.sent.connect(self.sent)
        self.mailing.room_taken.connect(self._show_sending)
