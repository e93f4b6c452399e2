"""One paper in a list of papers: its name opens it, and its facts unfold below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget
from typing_extensions import override

from trygghetsrad.domain.attachments import Attachment, Audience, Provenance, Retention, size_text
from trygghetsrad.domain.dates import iso, parse_day
from trygghetsrad.ui.components.buttons import icon_button
from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.components.date_field import DateField
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.labels import IconLabel
from trygghetsrad.ui.components.list_row import ListRow
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import column, look

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from trygghetsrad.ui.components.paper_work import PaperWork

# How the width is shared out among columns of fields.
_SHARES = (3, 2, 2)
_OPENS = frozenset({Qt.Key.Key_F2})
_REMOVES = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class _Line(ListRow):
    """The row itself; Delete takes the paper away and F2 unfolds its facts."""

    remove_asked = Signal()
    edit_asked = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _REMOVES:
            self.remove_asked.emit()
        elif key in _OPENS:
            self.edit_asked.emit()
        else:
            super().keyPressEvent(event)


class PaperRow(QWidget):
    """Tells what is asked; facts are stored when their field is left."""

    open_asked = Signal(int)
    unfolded = Signal()
    save_asked = Signal(int)
    remove_asked = Signal(int)
    keep_asked = Signal(int, str)
    """The number of a reference, and why its file should be stored after all."""

    def __init__(self, work: PaperWork, paper: Attachment, columns: int) -> None:
        super().__init__()
        self._work, self.paper = work, paper
        self._picture = IconLabel(Icon.DOCUMENT)
        self.menu = QMenu(self)
        self.more = icon_button(Icon.MORE_HORIZONTAL, self.tr("Mer om handlingen"))
        self.more.set_menu(self.menu)
        self.line = _Line("", "", leading=self._picture, trailing=(self.more,), tight=True)
        self.from_whom = InlineField(self.tr("Från"), framed=True)
        self.day = DateField(self.tr("Datum"), lambda text: _day_of_paper(text, work.today()), framed=True)
        self.dnr = InlineField(self.tr("Diarienummer"), framed=True)
        self.name = InlineField(self.tr("Namn"), framed=True)
        self.audience = ChoiceField(self.tr("Mottagare"), _options(Audience), framed=True)
        self.named = InlineField(self.tr("Vilka"), framed=True)
        self.provenance = ChoiceField(self.tr("Inkommen eller upprättad"), _options(Provenance), framed=True)
        self.retention = ChoiceField(self.tr("Bevaras eller gallras"), _options(Retention), framed=True)
        self.description = InlineField(self.tr("Beskrivning"), framed=True)
        self.reason = InlineField(self.tr("Varför ska filen sparas här?"), framed=True)
        self.facts = QWidget()
        self._lay_out(columns)
        self._connect()
        self.show_paper(paper)

    def show_paper(self, paper: Attachment) -> None:
        """Show what is known of the paper now."""
        self.paper = paper
        self._picture.set_icon(_picture(paper))
        self.line.set_words(paper.title, " · ".join(self._told(paper)))
        self.more.set_name(self.tr("Mer om {name}").format(name=paper.title))
        self.name.set_text(paper.title)
        self.from_whom.set_text(paper.sender)
        self.day.set_day(paper.day)
        self.dnr.set_text(paper.dnr)
        self.named.set_text(paper.named)
        self.description.set_text(paper.description)
        self.named.setVisible(paper.audience is Audience.NAMED)
        self.audience.set_current(paper.audience)
        self.provenance.set_current(paper.provenance)
        self.retention.set_current(paper.retention)
        self.reason.setVisible(not paper.is_stored and paper.may_be_secret)
        self._fill_menu()

    def edit(self, *, name_first: bool = False) -> None:
        """Unfold the facts and begin with whom it came from, or with what it is called."""
        self.facts.show()
        self._fill_menu()
        first = self.name if name_first else self.from_whom
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        first.edit.selectAll()
        self.unfolded.emit()

    def fold(self) -> None:
        """Fold the facts and go back to the row."""
        inside = self.facts.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        if inside:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.facts.hide()
        self._fill_menu()

    def commit(self) -> None:
        """Store what is typed but not left."""
        for field in (self.from_whom, self.day, self.dnr, self.name, self.named, self.description):
            field.edit.commit()

    def _told(self, paper: Attachment) -> list[str]:
        """Return the line below the name: from whom, number, size, and whom it is for."""
        kept = size_text(paper.size) if paper.is_stored else _capital(paper.kept_elsewhere)
        whom = "" if paper.audience is Audience.EVERYONE else self.tr("för {whom}")
        facts = (
            paper.sender,
            iso(paper.day) if paper.day else "",
            paper.dnr if paper.is_stored else "",
            kept,
            whom.format(whom=_whom(paper)),
        )
        return [fact for fact in facts if fact]

    def _fill_menu(self) -> None:
        self.menu.clear()
        stored = self.paper.is_stored
        if stored:
            self.menu.addAction(self.tr("Öppna"), partial(self.open_asked.emit, self.paper.id))
            self.menu.addAction(self.tr("Spara en kopia…"), partial(self.save_asked.emit, self.paper.id))
        if self._work.council.is_read_only:
            return
        if self.facts.isHidden():
            self.menu.addAction(self.tr("Ändra uppgifter"), self.edit)
        else:
            self.menu.addAction(self.tr("Dölj uppgifter"), self.fold)
        self.menu.addSeparator()
        self.menu.addAction(self.tr("Ta bort"), partial(self.remove_asked.emit, self.paper.id))

    def _lay_out(self, columns: int) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(look().px(12))
        grid.setVerticalSpacing(look().px(8))
        fields = (
            self.from_whom,
            self.day,
            self.dnr,
            self.name,
            self.audience,
            self.named,
            self.provenance,
            self.retention,
        )
        for number, field in enumerate(fields):
            grid.addWidget(field, *divmod(number, columns), Qt.AlignmentFlag.AlignTop)
        for field in (self.description, self.reason):
            grid.addWidget(field, grid.rowCount(), 0, 1, columns)
        for place in range(columns):
            grid.setColumnStretch(place, _SHARES[place])
        unfolded = column(self.facts, gap=0, edge=(32 if columns > 1 else 8, 0, 0, 8))
        unfolded.addLayout(grid)
        self.facts.hide()
        whole = column(self, gap=4)
        whole.addWidget(self.line)
        whole.addWidget(self.facts)

    def _connect(self) -> None:
        self.line.clicked.connect(self._opened)
        self.line.edit_asked.connect(self.edit)
        self.line.remove_asked.connect(lambda: self.remove_asked.emit(self.paper.id))
        self.name.committed.connect(self._rename)
        self.from_whom.committed.connect(lambda words: self._change(sender=words))
        self.description.committed.connect(lambda words: self._change(description=words))
        self.dnr.committed.connect(lambda words: self._change(dnr=words))
        self.named.committed.connect(lambda words: self._change(named=words))
        self.day.committed.connect(self._set_day)
        self.audience.chosen.connect(lambda choice: self._change(audience=Audience(choice)))
        self.provenance.chosen.connect(lambda choice: self._change(provenance=Provenance(choice)))
        self.retention.chosen.connect(lambda choice: self._change(retention=Retention(choice)))
        self.reason.committed.connect(lambda why: self.keep_asked.emit(self.paper.id, why))

    def _opened(self) -> None:
        if self.paper.is_stored:
            self.open_asked.emit(self.paper.id)
        else:
            self.edit()

    def _rename(self, words: str) -> None:
        if not self._change(name=words):
            self.name.set_text(self.paper.title)

    def _set_day(self, day: date | None) -> None:
        self._change(day=day)

    def _change(self, **facts: object) -> bool:
        attachments, number = self._work.council.attachments, self.paper.id
        return self._work.do(lambda: attachments.change(number, **facts))  # type: ignore[arg-type]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.facts.isHidden():
            self.fold()
        else:
            super().keyPressEvent(event)


def _day_of_paper(text: str, today: date) -> date | None:
    """Return a day as it is typed; one without a year is the one that was, not the one to come."""
    return parse_day(text, today, prefer_past=True)


def _options(choices: type[Audience | Provenance | Retention]) -> list[tuple[object, str]]:
    return [(choice, choice.value.capitalize()) for choice in choices]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _whom(paper: Attachment) -> str:
    return paper.named if paper.audience is Audience.NAMED and paper.named else paper.audience.value


def _picture(paper: Attachment) -> Icon:
    if not paper.is_stored:
        return Icon.LOCK_CLOSED if paper.may_be_secret else Icon.LINK
    return Icon.DOCUMENT_PDF if paper.is_pdf else Icon.DOCUMENT
