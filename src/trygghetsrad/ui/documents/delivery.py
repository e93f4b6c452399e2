"""What is done with the paper in view: make it for good, save, print, mark as sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.day_reading import parse_day
from trygghetsrad.ui.components.buttons import Button, link_button, primary_button, secondary_button
from trygghetsrad.ui.components.date_field import DateField
from trygghetsrad.ui.components.labels import IconLabel, plain_label
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column, row

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from trygghetsrad.domain.documents import IssuedDocument
    from trygghetsrad.ui.documents.making import Making

DEFINITE = {
    "kallelse": "kallelsen",
    "protokoll": "protokollet",
    "minnesanteckningar": "minnesanteckningarna",
}


class Delivery(QWidget):
    """Buttons in a column at the right, or in a row over the paper where room is short."""

    make_asked = Signal()
    save_asked = Signal()
    print_asked = Signal()
    sent = Signal(object)
    open_asked = Signal()
    folder_asked = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._can_make = self._has_paper = False
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

    def show_sending(self, issued: IssuedDocument | None) -> None:
        """Ask when an issued paper was sent, or say when it was."""
        self._sending.setVisible(issued is not None)
        if issued is None:
            return
        is_sent = issued.sent_on is not None
        self._tick.setVisible(is_sent)
        self.question.setText(
            self.tr("{sent} {day}").format(
                sent="Skickat" if issued.kind == "protokoll" else "Skickad", day=iso(issued.sent_on)
            )
            if issued.sent_on
            else self.tr("Har du skickat {paper}?").format(paper=DEFINITE.get(issued.kind, "dokumentet"))
        )
        self.day.set_day(issued.sent_on or self._today())
        self.mark.set_text(self.tr("Ändra datum") if is_sent else self._mark_words(issued.kind))

    def show_saved(self, path: Path | None) -> None:
        """Say where the paper was saved, with a way to open it."""
        self._saved.setVisible(path is not None)
        self.saved_as.setText(self.tr("Sparad: {name}").format(name=path.name) if path else "")

    def set_enabled(self, *, enabled: bool) -> None:
        """Let nothing be saved or printed while there is no paper in view."""
        self._has_paper = enabled
        self._show_saving()

    def fold(self, *, folded: bool) -> None:
        """Lie in a row instead of a column."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for line in (self._blocks, self._buttons, self._dates):
            line.setDirection(across if folded else down)
        self._heading.setVisible(not folded)
        # In a column the words stand under the button they are about, in a row under all of them.
        if folded:
            self._left.insertWidget(1, self.explains)
        else:
            self._buttons.insertWidget(1, self.explains)

    def save_button(self) -> Button:
        """Return the button that saves: the primary one unless the paper is still to be made."""
        return self.save_draft if self._can_make else self.save

    def _show_saving(self) -> None:
        self.save_draft.setVisible(self._has_paper and self._can_make)
        self.save.setVisible(self._has_paper and not self._can_make)
        self.printing.setVisible(self._has_paper)

    def _mark_words(self, kind: str) -> str:
        return self.tr("Markera som skickat") if kind == "protokoll" else self.tr("Markera som skickad")

    def _make_parts(self) -> None:
        self._heading = plain_label(self.tr("Leverera"), TextRole.STRONG)
        self.make = primary_button("", Icon.DOCUMENT)
        self.explains = plain_label("", TextRole.CAPTION, Ink.SECONDARY, wrap=True)
        self.save = primary_button(self.tr("Spara som PDF"), Icon.DOCUMENT_PDF)
        self.save_draft = secondary_button(self.tr("Spara utkast som PDF"), Icon.DOCUMENT_PDF)
        self.printing = secondary_button(self.tr("Skriv ut"), Icon.PRINT)
        self.saved_as = plain_label("", TextRole.CAPTION, Ink.SECONDARY, wrap=True)
        self.open_saved = link_button(self.tr("Öppna"))
        self.open_folder = link_button(self.tr("Visa i mappen"))
        self._tick = IconLabel(Icon.CHECKMARK_CIRCLE, Ink.OK)
        self.question = plain_label("", TextRole.STRONG)
        self.day = DateField(self.tr("Skickad den"), self._read_day, framed=True)
        self.day.label.hide()
        self.mark = secondary_button(self.tr("Markera som skickad"), Icon.CHECKMARK)

    def _lay_out(self) -> None:
        self._buttons = column(gap=8)
        for part in (self.make, self.save, self.save_draft, self.printing):
            self._buttons.addWidget(part)
        self._left = column(gap=8)
        self._left.addLayout(self._buttons)
        self._left.addWidget(self._saved_lines())
        self._left.addStretch(1)
        self._blocks = column(gap=16)
        self._blocks.addLayout(self._left)
        self._blocks.addWidget(self._sending_lines())
        whole = column(self, gap=8)
        whole.addWidget(self._heading)
        whole.addLayout(self._blocks)
        whole.addStretch(1)
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

    def _sending_lines(self) -> QWidget:
        self._sending = QWidget()
        asked = row(gap=8)
        asked.addWidget(self._tick)
        asked.addWidget(self.question, 1)
        self._dates = column(gap=8)
        self._dates.addWidget(self.day, 0, Qt.AlignmentFlag.AlignTop)
        self._dates.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        sending = column(self._sending, gap=4)
        sending.addLayout(asked)
        sending.addLayout(self._dates)
        sending.addStretch(1)
        return self._sending

    def _connect(self) -> None:
        self.make.clicked.connect(self.make_asked)
        self.save.clicked.connect(self.save_asked)
        self.save_draft.clicked.connect(self.save_asked)
        self.printing.clicked.connect(self.print_asked)
        self.open_saved.clicked.connect(self.open_asked)
        self.open_folder.clicked.connect(self.folder_asked)
        self.mark.clicked.connect(self._mark)

    def _read_day(self, text: str) -> date | None:
        return parse_day(text, self._today(), prefer_past=True)

    def _mark(self) -> None:
        self.day.edit.commit()
        day = self._read_day(self.day.edit.text())
        if day is not None:
            self.sent.emit(day)
