"""Frågelistor: how far each organisation has come, and its answers written where the questions stand."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.day_reading import parse_day
from trygghetsrad.domain.questionnaires import WEEKS_TO_ANSWER, state_words
from trygghetsrad.ui.components import pills
from trygghetsrad.ui.components.buttons import link_button, secondary_button
from trygghetsrad.ui.components.data_table import DataTable
from trygghetsrad.ui.components.date_field import DateField
from trygghetsrad.ui.components.flow import FlowLayout
from trygghetsrad.ui.components.inline_text import InlineText
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.rows import Column
from trygghetsrad.ui.components.surfaces import Card, SectionHeader
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column, follow_look, look, row
from trygghetsrad.ui.thread.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from trygghetsrad.domain.questionnaires import Questionnaire, Reply
    from trygghetsrad.ui.components.pills import Pill


class QuestionnairesDesk(QWidget):
    """Tells what was sent and answered; each answer is typed once and shows up in its chapter."""

    make_asked = Signal()
    sent = Signal(int, object, object)
    """Number, day, and day answers are wanted."""
    due_changed = Signal(int, object)
    answered = Signal(int, str)
    closed = Signal(int, object)
    removed = Signal(object)
    paper_asked = Signal(int)
    """Number of the organisation."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._shown: Questionnaire | None = None
        self._fields: dict[int, InlineText] = {}
        self.make = secondary_button(self.tr("Gör frågelistor till rådets organisationer"), Icon.ADD)
        self.status = plain_label("", TextRole.BODY, Ink.SECONDARY, wrap=True)
        self.table: DataTable[Questionnaire] = DataTable(
            self._columns(), name=self.tr("Frågelistor"), key=lambda one: one.id
        )
        self._make_card()
        self._lay_out()
        self.make.clicked.connect(self.make_asked)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self._enter)
        self.table.delete_pressed.connect(self.removed)
        follow_look(self._restyle)

    def show_lists(self, lists: Sequence[Questionnaire], *, can_write: bool) -> None:
        """Show the lists of a lägesbild; answers stay hers to write as long as it is a draft."""
        kept = self._shown.id if self._shown else None
        self.make.setVisible(can_write)
        self.status.setText(self._status(lists, can_write=can_write))
        self.table.setVisible(bool(lists))
        self.table.show_rows(lists)
        if not self.table.selected_row() and lists:
            self.table.select_key(kept or lists[0].id)
        self._show(next((one for one in lists if one.id == kept), lists[0] if lists else None))
        for field in self._fields.values():
            field.edit.setReadOnly(not can_write)

    def _columns(self) -> list[Column[Questionnaire]]:
        return [
            Column(self.tr("Organisation"), lambda one: one.organisation, stretch=True, strong=True),
            Column(
                self.tr("Läge"),
                lambda one: state_words(one, self._today()),
                pill=self._pill,
                tooltip=lambda one: state_words(one, self._today()),
                width=260,
                drop_below=400,
            ),
        ]

    def _pill(self, one: Questionnaire) -> Pill:
        if one.answered_on:
            return pills.DONE
        if one.due and one.due < self._today():
            return pills.LATE
        return pills.ONGOING if one.sent_on else pills.PLANNED

    def _make_card(self) -> None:
        self.card = Card()
        self.header = SectionHeader("")
        self.state = plain_label("", TextRole.CAPTION, Ink.SECONDARY, wrap=True)
        self.due = DateField(self.tr("Svar senast"), self._read_day, framed=True)
        self.paper = secondary_button(self.tr("Öppna brevet"), Icon.MAIL)
        self.mark = secondary_button(self.tr("Markera som skickad"), Icon.CHECKMARK)
        self.close_list = link_button("")
        deeds = QWidget()
        flow = FlowLayout(deeds, gap=8)
        for button in (self.paper, self.mark, self.close_list):
            flow.addWidget(button)
        self._answers = column(gap=8)
        for part in (self.header, self.state, self.due, deeds):
            self.card.add(part)
        self.card.add(self._answers)
        self.paper.clicked.connect(self._ask_paper)
        self.mark.clicked.connect(self._tell_sent)
        self.close_list.clicked.connect(self._tell_closed)
        self.due.committed.connect(self._tell_due)

    def _lay_out(self) -> None:
        top = row(gap=12)
        top.addWidget(self.status, 1)
        top.addWidget(self.make)
        self._sheet = Sheet(self.tr("Vald frågelista"))
        self._sheet.add(self.card)
        below = row(gap=12)
        below.addWidget(self.table, 2)
        below.addWidget(self._sheet, 3)
        whole = column(self, gap=8)
        whole.addLayout(top)
        whole.addLayout(below, 1)

    def _restyle(self) -> None:
        self.table.setMinimumWidth(look().px(220))

    def _status(self, lists: Sequence[Questionnaire], *, can_write: bool) -> str:
        if not lists and not can_write:
            return self.tr(
                "Inga frågelistor gjordes till den här lägesbilden. Starta en revidering för att fråga."
            )
        if not lists:
            return self.tr(
                "Fråga organisationerna vad de ser (4 § 2). Varje organisation får egna frågor, och svaren "
                "väntar sedan i rätt kapitel."
            )
        answered = sum(one.answered_on is not None for one in lists)
        words = self.tr("{answered} av {total} besvarade.")
        return words.format(answered=answered, total=plural(len(lists), "frågelista", "frågelistor"))

    def _choose(self, one: Questionnaire | None) -> None:
        if one and (not self._shown or one.id != self._shown.id):
            for field in self._fields.values():
                field.edit.commit()
            self._show(one)

    def _enter(self) -> None:
        first = next(iter(self._fields.values()), None)
        if first:
            first.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, one: Questionnaire | None) -> None:
        self.card.setVisible(one is not None)
        former, self._shown = self._shown, one
        if one is None:
            return
        self.header.set_title(one.organisation)
        self.state.setText(state_words(one, self._today()))
        self.due.set_day(one.due or self._today() + timedelta(weeks=WEEKS_TO_ANSWER))
        self.mark.setVisible(one.sent_on is None)
        self.close_list.set_text(
            self.tr("Vänta på fler svar") if one.answered_on else self.tr("Fler svar kommer inte")
        )
        self.close_list.setVisible(one.sent_on is not None or bool(one.answered))
        if former is None or former.id != one.id or list(self._fields) != [reply.id for reply in one.replies]:
            self._lay_answers(one.replies)
        for reply in one.replies:
            self._fields[reply.id].set_text(reply.text)

    def _lay_answers(self, replies: Sequence[Reply]) -> None:
        for old in self._fields.values():
            self._answers.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._fields = {}
        for number, reply in enumerate(replies, start=1):
            field = InlineText(f"{number}. {reply.asked}", framed=True)
            field.label.setWordWrap(True)
            field.committed.connect(partial(self.answered.emit, reply.id))
            self._fields[reply.id] = field
            self._answers.addWidget(field)

    def _read_day(self, text: str) -> date | None:
        return parse_day(text, self._today())

    def _ask_paper(self) -> None:
        if self._shown:
            self.paper_asked.emit(self._shown.organisation_id)

    def _tell_sent(self) -> None:
        if self._shown:
            self.sent.emit(self._shown.id, self._today(), self.due.day())

    def _tell_due(self, day: date | None) -> None:
        if self._shown:
            self.due_changed.emit(self._shown.id, day)

    def _tell_closed(self) -> None:
        if self._shown:
            self.closed.emit(self._shown.id, None if self._shown.answered_on else self._today())
