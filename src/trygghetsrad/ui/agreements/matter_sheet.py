"""The sheet of one matter: what goes up to which board, when, and what came back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trygghetsrad.domain.board_matters import (
    Body,
    MatterAbout,
    MatterOutcome,
    MatterState,
    deadlines_of,
    matter_state,
)
from trygghetsrad.domain.dates import iso, parse_day
from trygghetsrad.ui.agreements.states import MATTER_PILLS, state_word
from trygghetsrad.ui.components.buttons import link_button, primary_button, secondary_button
from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.components.date_field import DateField
from trygghetsrad.ui.components.flow import FlowLayout
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.inline_text import InlineText
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.pills import StatusPill
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.components.upright import Upright
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, look, row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from trygghetsrad.domain.board_matters import BoardMatter


class MatterSheet(Upright):
    """Tells what was changed; the page does it."""

    changed = Signal(object)
    answered = Signal(object)
    """The outcome, its § or its number, as what to change."""
    deed_asked = Signal(str)
    """ "memo", "attach", "open_file", "detach" or "remove"."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("Valt ärende")
        self._today = today
        self._matter: BoardMatter | None = None
        self._make_fields()
        self._lay_out()
        self._connect()

    def matter(self) -> BoardMatter | None:
        """Return the matter shown."""
        return self._matter

    def show_matter(self, matter: BoardMatter, bodies: Iterable[str]) -> None:
        """Show one matter, and offer these boards beside the usual ones."""
        self._matter = matter
        state = matter_state(matter, self._today())
        self.pill.set_state(state_word(state), MATTER_PILLS[state])
        self.told.setText(" ".join(self._steps(matter)))
        self.name.set_text(matter.title)
        self.about.set_current(matter.about)
        known = list(dict.fromkeys((*(body.value for body in Body), *bodies, matter.body)))
        self.body_field.set_options([(body, body[:1].upper() + body[1:]) for body in known])
        self.body_field.set_current(matter.body)
        self.meeting.set_day(matter.meeting_day)
        self.stop.set_day(matter.stop_day)
        self.memo_on.set_day(matter.memo_on)
        self.outcome.set_current(matter.outcome)
        self.section.set_text(matter.section)
        self.dnr.set_text(matter.dnr)
        self.notes.set_text(matter.notes)
        has_file = matter.attachment_id is not None
        self.attach.setVisible(not has_file)
        self.open_file.setVisible(has_file)
        self.detach.setVisible(has_file)
        self.memo.setVisible(state is not MatterState.ANSWERED)

    def _steps(self, matter: BoardMatter) -> list[str]:
        """Say what is left, each with its day."""
        left = [one for one in deadlines_of(matter) if not one.is_done]
        return [f"{one.what} {iso(one.day)}." for one in left] if matter.is_open else []

    def _make_fields(self) -> None:
        self.name = InlineText(self.tr("Ärende"), role=TextRole.SUBTITLE)
        self.name.label.hide()
        self.pill = StatusPill("")
        self.told = plain_label("", TextRole.BODY, Ink.SECONDARY, wrap=True)
        self.about = ChoiceField(self.tr("Gäller"), [(one, one.value.capitalize()) for one in MatterAbout])
        self.body_field = ChoiceField(self.tr("Till"))
        self.meeting = DateField(self.tr("Sammanträde"), self._read_day)
        self.stop = DateField(self.tr("Stoppdag"), self._read_day)
        self.memo_on = DateField(self.tr("Tjänsteskrivelsen klar"), self._read_past)
        outcomes = [(one, one.value.capitalize() or self.tr("Inget svar än")) for one in MatterOutcome]
        self.outcome = ChoiceField(self.tr("Svar"), outcomes)
        self.section = InlineField(self.tr("Paragraf"), placeholder=self.tr("§ 31"))
        self.dnr = InlineField(self.tr("Diarienummer"), placeholder=self.tr("KS 2027/71"))
        self.notes = InlineText(
            self.tr("Anteckningar, kommer med i tjänsteskrivelsen"), placeholder=self.tr("Det här gäller det")
        )
        self.memo = primary_button(self.tr("Skriv tjänsteskrivelse"), Icon.DOCUMENT)
        self.attach = secondary_button(self.tr("Bifoga protokollsutdrag"), Icon.ATTACH)
        self.open_file = link_button(self.tr("Öppna protokollsutdraget"))
        self.detach = link_button(self.tr("Ta bort utdraget härifrån"))
        self.remove = link_button(self.tr("Ta bort ärendet"))

    def _lay_out(self) -> None:
        head = Card(gap=10)
        head.add(self.name)
        head.add(_indented(self.pill, self.told))
        head.add(_flow(self.memo, self.attach, self.open_file, self.detach))
        head.add(_beside(self.about, self.body_field))
        head.add(_beside(self.meeting, self.stop, self.memo_on))
        head.add(self.notes)
        self.add(head)
        answer = Card(self.tr("Svaret"), gap=8)
        answer.add(_beside(self.outcome, self.section, self.dnr))
        self.add(answer)
        self.add(_flow(self.remove))

    def _connect(self) -> None:
        for field, name in (
            (self.name, "title"),
            (self.meeting, "meeting_day"),
            (self.stop, "stop_day"),
            (self.memo_on, "memo_on"),
            (self.dnr, "dnr"),
            (self.notes, "notes"),
            (self.section, "section"),
        ):
            field.committed.connect(partial(self._give, name))
        # Qt hands words of an enumeration back as plain text.
        self.about.chosen.connect(lambda key: self._give("about", MatterAbout(str(key))))
        self.body_field.chosen.connect(partial(self._give, "body"))
        self.outcome.chosen.connect(lambda key: self.answered.emit(MatterOutcome(str(key))))
        for button, deed in (
            (self.memo, "memo"),
            (self.attach, "attach"),
            (self.open_file, "open_file"),
            (self.detach, "detach"),
            (self.remove, "remove"),
        ):
            button.clicked.connect(partial(self.deed_asked.emit, deed))

    def _give(self, name: str, value: object) -> None:
        self.changed.emit({name: value})

    def _read_day(self, text: str) -> date | None:
        return parse_day(text, self._today())

    def _read_past(self, text: str) -> date | None:
        return parse_day(text, self._today(), prefer_past=True)


def _beside(*fields: QWidget) -> QWidget:
    whole = QWidget()
    line = row(whole, gap=8)
    for field in fields:
        line.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return whole


def _indented(pill: QWidget, words: QWidget) -> QWidget:
    whole = QWidget()
    line = row(whole, gap=8, edge=(8, 0, 0, 0))
    line.addWidget(pill)
    line.addWidget(words, 1)
    return whole


def _flow(*buttons: QWidget) -> QWidget:
    whole = QWidget()
    flow = FlowLayout(whole, gap=8)
    whole.setContentsMargins(look().px(8), 0, 0, 0)
    for button in buttons:
        flow.addWidget(button)
    return whole
