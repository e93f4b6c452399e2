"""The parts of the page Dokument and how they fold: list, paper and delivery, or all over each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from trygghetsrad.ui.components.banner import Banner
from trygghetsrad.ui.components.buttons import link_button
from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.components.comparison import Comparison
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.pdf_preview import PdfPreview
from trygghetsrad.ui.documents.delivery import Delivery
from trygghetsrad.ui.documents.option_row import OptionRow
from trygghetsrad.ui.documents.paper_list import PaperList
from trygghetsrad.ui.theme import Ink, Tone, column, follow_look, look, row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from trygghetsrad.domain.documents import Paper
    from trygghetsrad.domain.word import EditedMinutes
    from trygghetsrad.ui.documents.entries import Entry

_FOLDS_BELOW = 1000
_LIST, _DELIVERY, _ANY = 312, 236, 16_777_215


class Desk(QWidget):
    """List, preview and delivery side by side; the list becomes a drop-down where room is short."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._shown = b""
        self._folded: bool | None = None
        self.meeting = ChoiceField(self.tr("Möte"), framed=True)
        self.plan = link_button(self.tr("Planera årets möten"))
        self.papers = PaperList(self.tr("Dokument"))
        self.drop_down = ChoiceField(self.tr("Dokument"), framed=True)
        self.preview = PdfPreview(self.tr("Förhandsgranskning"))
        self.preview.setMinimumHeight(220)
        self.refusal = plain_label("", ink=Ink.SECONDARY, wrap=True)
        self.comparison = Comparison(self.tr("Visa dokumentet igen"))
        self.delivery = Delivery(today)
        self.options = OptionRow(today)
        self.note: Banner | None = None
        self._lay_out()
        follow_look(self._restyle)

    def show_meetings(self, meetings: Sequence[tuple[object, str]]) -> None:
        """Offer these meetings; without any, planning them is offered instead."""
        self.meeting.set_options(meetings)
        self.meeting.setVisible(bool(meetings))
        self.plan.setVisible(not meetings)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these papers, in the list and in the drop-down."""
        self.papers.show_entries(entries)
        self.drop_down.set_options([(entry.key, _line(entry)) for entry in entries])

    def show_comparison(self, edited: EditedMinutes | None) -> None:
        """Show an edited Word file beside the minutes instead of the paper; None shows the paper again."""
        if edited is None:
            self._show_view(self.refusal.text())
        else:
            self.comparison.show_minutes(edited)
            self._views.setCurrentWidget(self.comparison)

    def _show_view(self, refusal: str) -> None:
        self._views.setCurrentWidget(self.refusal if refusal else self.preview)

    def select(self, key: str) -> None:
        """Show which paper is in view."""
        self.papers.select(key)
        self.drop_down.set_current(key)

    def show_paper(self, paper: Paper | None, refusal: str) -> None:
        """Show a paper as it prints, or why it cannot be made; the same bytes are left as they stand."""
        self.refusal.setText(refusal)
        if self._views.currentWidget() is not self.comparison:
            self._show_view(refusal)
        content = paper.content if paper else b""
        if content != self._shown:
            self._shown = content
            self.preview.show_pdf(content)
        self._show_note(paper)

    def show_question(self, question: QWidget) -> None:
        """Ask something over the paper."""
        self._middle.insertWidget(0, question)

    def _show_note(self, paper: Paper | None) -> None:
        if self.note is not None:
            self._middle.removeWidget(self.note)
            self.note.hide()
            self.note.deleteLater()
            self.note = None
        lines = list(paper.notes) if paper else []
        if paper and paper.replaced:
            words = self.tr("Dessa tecken finns inte i dokumentets typsnitt och är utbytta: {signs}")
            lines.append(words.format(signs=" ".join(paper.replaced)))
        if lines:
            self.note = Banner(" ".join(lines), Tone.WARNING if paper and paper.notes else Tone.INFO)
            self._middle.insertWidget(self._middle.count() - 1, self.note)

    def _lay_out(self) -> None:
        self._side = QWidget()
        self._side_lines = column(self._side, gap=12)
        for part in (self.meeting, self.plan):
            self._side_lines.addWidget(part)
        self._side_lines.addWidget(self.papers, 1)
        self._views = QStackedWidget()
        self._views.addWidget(self.preview)
        self._views.addWidget(self.refusal)
        self._views.addWidget(self.comparison)
        self._middle = column(gap=12)
        self._top = row(gap=12)
        self._middle.addLayout(self._top)
        self._middle.addWidget(self.options)
        self._middle.addWidget(self._views, 1)
        self._whole = row(self, gap=16, edge=(20, 14, 20, 12))
        self._whole.addWidget(self._side)
        self._whole.addLayout(self._middle, 1)
        self._whole.addWidget(self.delivery)

    def _restyle(self) -> None:
        self._side.setFixedWidth(look().px(_LIST))
        self._fold()

    def _fold(self) -> None:
        folded = self.width() / look().factor < _FOLDS_BELOW
        if folded != self._folded:
            self._folded = folded
            self._place(folded=folded)
        self.delivery.setMaximumWidth(_ANY if folded else look().px(_DELIVERY))
        self.delivery.setMinimumWidth(0 if folded else look().px(_DELIVERY))

    def _place(self, *, folded: bool) -> None:
        if folded:
            self._top.addWidget(self.meeting, 1)
            self._top.addWidget(self.drop_down, 1)
            self._middle.insertWidget(1, self.delivery)
        else:
            self._side_lines.insertWidget(0, self.meeting)
            self._whole.addWidget(self.delivery)
        self._side.setVisible(not folded)
        self.drop_down.setVisible(folded)
        self.delivery.fold(folded=folded)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()


def _line(entry: Entry) -> str:
    """Return the words of a paper in the drop-down."""
    return " · ".join(part for part in (entry.title, entry.word or entry.caption) if part)
