"""What an owner answered on the one-page form, typed in row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trygghetsrad.domain.actions import Action, ActionStatus, Rating
from trygghetsrad.domain.reviewing import RATING_WORDS, told_in
from trygghetsrad.domain.sorting import swedish_key
from trygghetsrad.ui.components.buttons import secondary_button
from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column, row
from trygghetsrad.ui.thread.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

NOBODY = "Ingen ansvarig"


class AnswerRow(QWidget):
    """One action with its state, its rating and one line of text, in the order of the form."""

    marked = Signal(int, object)
    told = Signal(int, object)

    def __init__(self, action: Action) -> None:
        super().__init__()
        self._id = action.id
        self.what = plain_label(action.what, TextRole.STRONG, wrap=True)
        self.status = ChoiceField(
            self.tr("Läge"), [(one.value, one.value.capitalize()) for one in ActionStatus], framed=True
        )
        self.rating = ChoiceField(
            self.tr("Omdöme"),
            [("", self.tr("Inget omdöme")), *((one.value, words) for one, words in RATING_WORDS.items())],
            framed=True,
        )
        self.text = InlineField(self.tr("Vad har hänt?"), framed=True)
        line = row(gap=8)
        line.addWidget(self.status, 2, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.rating, 3, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.text, 6, Qt.AlignmentFlag.AlignTop)
        body = column(self, gap=2)
        body.addWidget(self.what)
        body.addLayout(line)
        self.status.chosen.connect(self._tell_status)
        self.rating.chosen.connect(self._tell_rating)
        self.text.committed.connect(self._tell_text)

    def show_action(self, action: Action, review_id: int) -> None:
        """Show what is stored of the action."""
        told = told_in(action, review_id)
        self.status.set_current(action.status.value)
        self.rating.set_current(told.rating.value if told else "")
        self.text.set_text(told.text if told else "")
        self.text.edit.setAccessibleName(f"{action.what}: {self.text.label.text()}")

    def _tell_status(self, status: str) -> None:
        self.marked.emit(self._id, ActionStatus(status))

    def _tell_rating(self, rating: str) -> None:
        self.told.emit(self._id, {"rating": Rating(rating)})

    def _tell_text(self, text: str) -> None:
        self.told.emit(self._id, {"text": text})


class OwnerDesk(QWidget):
    """Choose an owner, and tab through that owner's actions."""

    marked = Signal(int, object)
    told = Signal(int, object)
    form_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._actions: tuple[Action, ...] = ()
        self._review_id = 0
        self.rows: dict[int, AnswerRow] = {}
        self.owner = ChoiceField(self.tr("Ansvarig"), framed=True)
        self.progress = plain_label("", TextRole.CAPTION, Ink.SECONDARY)
        self._card = Card(gap=12)
        self._sheet = Sheet(self.tr("Den ansvarigas åtgärder"))
        self._sheet.add(self._card)
        self.form = secondary_button(self.tr("Visa formuläret"), Icon.DOCUMENT_PDF)
        line = row(gap=12)
        line.addWidget(self.owner, 1)
        line.addWidget(self.progress, 2, Qt.AlignmentFlag.AlignBottom)
        line.addWidget(self.form, 0, Qt.AlignmentFlag.AlignBottom)
        whole = column(self, gap=12)
        whole.addLayout(line)
        whole.addWidget(self._sheet, 1)
        self.owner.chosen.connect(self._choose)
        self.form.clicked.connect(self.form_asked)

    def show_actions(self, actions: Sequence[Action], review_id: int) -> None:
        """Show the actions of the owner that is chosen, the first one's until another is."""
        self._actions, self._review_id = tuple(actions), review_id
        owners = sorted({_owner(one) for one in actions}, key=swedish_key)
        if [self.owner.box.itemText(n) for n in range(self.owner.box.count())] != owners:
            self.owner.set_options([(name, name) for name in owners])
        if self.owner.current() is None and owners:
            self.owner.set_current(owners[0])
        self._show()

    def _choose(self) -> None:
        self._show()

    def _show(self) -> None:
        mine = [one for one in self._actions if _owner(one) == self.owner.current()]
        self._card.setVisible(bool(mine))
        if list(self.rows) != [one.id for one in mine]:
            self._lay_rows(mine)
        for action in mine:
            self.rows[action.id].show_action(action, self._review_id)
        told = sum(told_in(one, self._review_id) is not None for one in mine)
        words = self.tr("{told} av {total} besvarade")
        self.progress.setText(words.format(told=told, total=len(mine)) if mine else "")

    def _lay_rows(self, actions: Sequence[Action]) -> None:
        for old in self.rows.values():
            self._card.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = {}
        for action in actions:
            line = AnswerRow(action)
            line.marked.connect(self.marked)
            line.told.connect(self.told)
            self.rows[action.id] = line
            self._card.add(line)


def _owner(action: Action) -> str:
    return action.owner or NOBODY
