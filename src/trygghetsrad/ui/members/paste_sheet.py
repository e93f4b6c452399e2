"""What is seen of an import: a word of what to do, the list with its counts, and the deed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QWidget

from trygghetsrad.domain.contacts import ContactField
from trygghetsrad.domain.counting import plural
from trygghetsrad.ui.components import pills
from trygghetsrad.ui.components.buttons import primary_button, secondary_button
from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.components.empty_state import EmptyState
from trygghetsrad.ui.components.flow import FlowLayout
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.pills import Pill, StatusPill
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.members.paste_table import PasteModel, PasteTable
from trygghetsrad.ui.theme import Ink, TextRole, Tone, column, row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFrame, QHBoxLayout

    from trygghetsrad.exchange.people import PeopleTable
    from trygghetsrad.ui.members.judgement import Judgement

_NOTICE = Pill(tone=Tone.INFO, icon=Icon.INFO)
# Cards and address lists have columns of their own, so nobody needs to ask about a header row.
_WITHOUT_HEADER = {"cards", "addresses"}


class PasteSheet(QObject):
    """The parts on the sheet; it decides nothing, it shows what it is told."""

    def __init__(self, sheet: QFrame) -> None:
        super().__init__(sheet)
        self._make_parts()
        self._lay_out(sheet)
        self.show_waiting()

    # -- showing -------------------------------------------------------------------------------

    def show_waiting(self) -> None:
        """Ask for a list."""
        self.model.show((), ())
        self._stack.setCurrentWidget(self.waiting)
        for part in (self.has_header, self.sheets, self.aside, self.pick, self.add, self._counts):
            part.hide()

    def show_table(self, table: PeopleTable) -> None:
        """Show a list that was read, its columns as they are guessed."""
        headers = [one.header for one in table.columns]
        self.model.show(headers, table.rows)
        self.view.header.set_fields(headers, table.guesses)
        self.has_header.setChecked(table.has_header)
        self.has_header.setVisible(table.source not in _WITHOUT_HEADER)
        self.sheets.set_options([(name, name) for name in table.sheets])
        self.sheets.set_current(table.sheet)
        self.sheets.setVisible(len(table.sheets) > 1)
        self.pick.show()
        self._counts.show()
        self._stack.setCurrentWidget(self.view)
        self.show_columns()

    def show_columns(self) -> None:
        """Show the columns that are read, and on request the others that hold anything."""
        rows, fields = self.model.rows(), self.view.header.fields()
        filled = [any(cells[place] for cells in rows) for place in range(len(fields))]
        read = [field is not ContactField.IGNORE for field in fields]
        aside = sum(has and not is_read for has, is_read in zip(filled, read, strict=True))
        words = self.tr("Visa kolumner som inte läses in ({count})")
        self.aside.setText(words.format(count=aside))
        self.aside.setVisible(aside > 0 and any(read))
        everything = self.aside.isChecked() or not any(read)
        self.view.show_columns(
            [is_read or (everything and has) for has, is_read in zip(filled, read, strict=True)]
        )

    def show_counts(self, found: Judgement) -> None:
        """Say what would happen, in numbers, and name the deed after them."""
        self.model.judge(found)
        rows = (plural(self.model.rowCount(), "rad", "rader"), pills.DONE)
        counts = [
            _count(found.without_email, "e-postadress saknas", "e-postadresser saknas", pills.CAUTION),
            _count(found.updated, "finns redan och uppdateras", "finns redan och uppdateras", _NOTICE),
            _count(found.unchanged, "finns redan", "finns redan", _NOTICE),
            _count(found.skipped, "rad tas inte med", "rader tas inte med", pills.CAUTION),
            _count(found.above, "rad ovanför rubrikerna", "rader ovanför rubrikerna", _NOTICE),
        ]
        for pill, (words, look) in zip(self.pills, [rows, *counts], strict=True):
            pill.set_state(words, look)
            pill.setVisible(bool(words))
        self.add.set_text(self._deed(found))
        self.add.setVisible(found.added + found.updated > 0)

    def show_problem(self, sentence: str) -> None:
        """Say why a list could not be read; an empty sentence takes it away."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def show_reading(self, *, reading: bool) -> None:
        """Say that a file is being read, or what can be done."""
        done = self.tr("Kolumnerna känns igen av sig själva. Det som är fel rättar du direkt i listan.")
        self.hint.setText(self.tr("Filen läses.") if reading else done)

    def point(self) -> None:
        """Put the cursor where something is missing, else on the deed."""
        marked = self.model.first_mark()
        if marked.isValid():
            self.view.setCurrentIndex(marked)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.add.isHidden():
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.pick.setFocus(Qt.FocusReason.OtherFocusReason)

    def _deed(self, found: Judgement) -> str:
        if not found.updated:
            return self.tr("Lägg till {who}").format(who=plural(found.added, "person", "personer"))
        if not found.added:
            return self.tr("Uppdatera {who}").format(who=plural(found.updated, "person", "personer"))
        words = self.tr("Lägg till {added} och uppdatera {updated}")
        return words.format(added=found.added, updated=found.updated)

    # -- making --------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.hint = plain_label("", TextRole.BODY, Ink.SECONDARY, wrap=True)
        self.problem = plain_label("", TextRole.BODY, Ink.ERROR, wrap=True)
        self.problem.hide()
        self.has_header = QCheckBox(self.tr("Första raden är rubriker"))
        self.aside = QCheckBox("")
        self.sheets = ChoiceField(self.tr("Blad"), framed=True)
        self.model = PasteModel(self.tr("Vad som händer"))
        self.view = PasteTable(self.model)
        self.waiting = EmptyState(
            Icon.CLIPBOARD_PASTE,
            self.tr("Kopiera listan och tryck Ctrl+V"),
            self.tr(
                "Markera raderna i Excel, eller mottagarna i ett brev i Outlook, och kopiera dem. "
                "Rubriker som Namn, Organisation och E-post känns igen."
            ),
            primary=self.tr("Klistra in"),
            primary_icon=Icon.CLIPBOARD_PASTE,
            secondary=self.tr("Välj fil"),
        )
        self.pills = [StatusPill("") for _ in range(6)]
        self.pick = secondary_button(self.tr("Välj fil"), Icon.FOLDER_OPEN)
        self.cancel = secondary_button(self.tr("Avbryt"))
        self.add = primary_button("")
        self.add.set_hint("Ctrl+Enter")
        self.show_reading(reading=False)

    def _lay_out(self, sheet: QFrame) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.waiting)
        self._stack.addWidget(self.view)
        self._counts = QWidget()
        flow = FlowLayout(self._counts, gap=8)
        for pill in self.pills:
            flow.addWidget(pill)
        body = column(sheet, gap=8, edge=(20, 16, 20, 16))
        body.addWidget(plain_label(self.tr("Klistra in från Excel eller Outlook"), TextRole.TITLE))
        body.addWidget(self.hint)
        body.addLayout(self._choices())
        body.addWidget(self.problem)
        body.addWidget(self._stack, 1)
        body.addWidget(self._counts)
        body.addLayout(self._deeds())

    def _choices(self) -> QHBoxLayout:
        line = row(gap=16)
        line.addWidget(self.sheets, 0, Qt.AlignmentFlag.AlignBottom)
        for part in (self.has_header, self.aside):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        return line

    def _deeds(self) -> QHBoxLayout:
        words = self.tr("Inget läggs till förrän du trycker på knappen. Allt går att ångra i ett steg.")
        line = row(gap=8)
        line.addWidget(plain_label(words, TextRole.CAPTION, Ink.SECONDARY, wrap=True), 1)
        for button in (self.pick, self.cancel, self.add):
            line.addWidget(button)
        return line


def _count(number: int, one: str, many: str, look: Pill) -> tuple[str, Pill]:
    return (plural(number, one, many) if number else "", look)
