"""A decision under a point: its words, what kind of decision it is, and whom it is sent to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup

from trygghetsrad.domain.meetings import Decision, Outcome
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.room.words_block import WordsBlock
from trygghetsrad.ui.theme import Tone

if TYPE_CHECKING:
    from trygghetsrad.ui.room.desk import Desk
    from trygghetsrad.ui.room.draft_keeper import DraftKeeper

OUTCOMES = {
    Outcome.DECIDES: "Beslutar",
    Outcome.AGREES: "Enas om",
    Outcome.PROPOSES: "Föreslår kommunstyrelsen besluta",
    Outcome.NOTES: "Noterar",
}
_DETAILS = {"sent_to": "Skickas till", "reservations": "Reservation", "votes": "Omröstning"}


class DecisionBlock(WordsBlock):
    """Every change is stored at once; the rare facts come forward when they are wanted."""

    def __init__(self, desk: Desk, drafts: DraftKeeper) -> None:
        super().__init__(desk, drafts, tone=Tone.ACCENT, icon=Icon.GAVEL, field="text")
        self._decision: Decision | None = None
        self.fields: dict[str, InlineField] = {}
        self._wanted: set[str] = set()
        self._add_menu()
        self._add_fields()

    def show_decision(self, number: int, decision: Decision) -> None:
        """Show a decision as the point's first, second, …."""
        self._decision = decision
        self.show_words(decision.uid, decision.text)
        kind = "" if decision.outcome is Outcome.DECIDES else f" · {OUTCOMES[decision.outcome]}"
        self.set_heading(self.tr("Beslut {number}").format(number=number) + kind)
        for name, field in self.fields.items():
            value = str(getattr(decision, name))
            field.set_text(value)
            field.setVisible(bool(value) or name in self._wanted)
        for action in self._outcomes.actions():
            action.setChecked(action.data() == decision.outcome.value)

    def store(self, words: str) -> bool:
        if not words:
            self._remove()
            return True
        return self._change(text=words)

    def _add_menu(self) -> None:
        self._outcomes = QActionGroup(self)
        for outcome, words in OUTCOMES.items():
            action = self.add_deed(words, partial(self._set_outcome, outcome))
            action.setCheckable(True)
            action.setData(outcome.value)
            self._outcomes.addAction(action)
        self.menu.addSeparator()
        for name, words in _DETAILS.items():
            self.add_deed(f"{words} …", partial(self._want, name))
        self.menu.addSeparator()
        self.add_deed(self.tr("Ta bort beslutet"), self._remove)

    def _add_fields(self) -> None:
        for name, words in _DETAILS.items():
            field = InlineField(words)
            field.committed.connect(partial(self._set_detail, name))
            field.hide()
            self.fields[name] = field
            self.add_below(field, indent=0)

    def _set_outcome(self, outcome: Outcome, _checked: bool = False) -> None:
        self._change(outcome=outcome)

    def _want(self, name: str, _checked: bool = False) -> None:
        self._wanted.add(name)
        self.fields[name].show()
        self.fields[name].setFocus()

    def _set_detail(self, name: str, words: str) -> None:
        self._wanted.discard(name)
        self._change(**{name: words})

    def _change(self, **changes: object) -> bool:
        decision = self._decision
        room = self._desk.council.room
        return decision is not None and self._desk.do(
            lambda: room.change_decision(decision.id, **changes)  # type: ignore[arg-type]
        )

    def _remove(self) -> None:
        if (decision := self._decision) is not None:
            room, toast = self._desk.council.room, self.tr("Beslutet är borttaget")
            self._desk.do(lambda: room.remove_decision(decision.id), toast=toast)
