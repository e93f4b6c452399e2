"""The sheet of one grant project: what it is for, the money, and when it is reported."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trygghetsrad.domain.counting import grouped
from trygghetsrad.domain.dates import iso, parse_day
from trygghetsrad.domain.grants import grant_deadlines, grant_state
from trygghetsrad.ui.agreements.states import GRANT_PILLS, state_word
from trygghetsrad.ui.components.buttons import link_button, primary_button
from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.components.date_field import DateField
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.inline_text import InlineText
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.number_field import NumberField
from trygghetsrad.ui.components.pills import StatusPill
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.components.upright import Upright
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, look, row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from trygghetsrad.domain.grants import GrantProject

FIRST_YEAR, LAST_YEAR = 2000, 2100
_TEXTS = ("purpose", "plan", "partners", "other_grants", "evaluation")
_DAYS = ("starts", "ends", "applied_on", "interim_due", "interim_on", "final_due", "final_on")
_AMOUNTS = ("salaries", "other_costs", "granted", "used")
_PAST = frozenset({"applied_on", "interim_on", "final_on"})


class GrantSheet(Upright):
    """Tells what was changed; the page does it."""

    changed = Signal(object)
    refused = Signal(str)
    """Why what was typed could not be read."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("Valt bidragsprojekt")
        self._today = today
        self._grant: GrantProject | None = None
        self._make_fields()
        self._lay_out()
        self._connect()

    def show_grant(self, grant: GrantProject, problems: Sequence[tuple[int, str]]) -> None:
        """Show one project, and offer these problems for it to serve."""
        self._grant = grant
        state = grant_state(grant)
        self.pill.set_state(state_word(state), GRANT_PILLS[state])
        left = [f"{one.what} {iso(one.day)}." for one in grant_deadlines(grant) if not one.is_done]
        self.told.setText(" ".join(left))
        self.name.set_text(grant.title)
        self.funder.set_text(grant.funder)
        self.year.set_value(grant.year)
        self.problem.set_options([(None, self.tr("Inget valt")), *problems])
        self.problem.set_current(grant.problem_id)
        for name in _TEXTS:
            self.texts[name].set_text(getattr(grant, name))
        for name in _DAYS:
            self.days[name].set_day(getattr(grant, name))
        for name in _AMOUNTS:
            self._show_amount(name)
        sum_told = self.tr("Sökt belopp: {amount} kronor.")
        applied = grant.applied
        self.sum.setText("" if applied is None else sum_told.format(amount=grouped(applied)))
        self.sum.setVisible(applied is not None)

    def _show_amount(self, name: str) -> None:
        amount = getattr(self._grant, name)
        self.amounts[name].set_text("" if amount is None else grouped(amount))

    def _make_fields(self) -> None:
        self.name = InlineText(self.tr("Projekt"), role=TextRole.SUBTITLE)
        self.name.label.hide()
        self.pill = StatusPill("")
        self.told = plain_label("", TextRole.BODY, Ink.SECONDARY, wrap=True)
        self.paper = primary_button(self.tr("Visa underlaget"), Icon.DOCUMENT)
        self.funder = InlineField(self.tr("Bidragsgivare"), placeholder=self.tr("Brå"))
        self.year = NumberField(self.tr("Bidragsår"), minimum=FIRST_YEAR, maximum=LAST_YEAR)
        self.problem = ChoiceField(self.tr("Problem som projektet gäller"))
        self.texts = {
            "purpose": InlineText(self.tr("Syfte"), placeholder=self.tr("Det här ska bli bättre")),
            "plan": InlineText(
                self.tr("Så ska projektet genomföras"), placeholder=self.tr("Vad som ska göras, och när")
            ),
            "partners": InlineText(self.tr("Vilka som är med")),
            "other_grants": InlineText(self.tr("Andra bidrag till samma sak")),
            "evaluation": InlineText(self.tr("Uppföljning och utvärdering")),
        }
        labels = {
            "starts": self.tr("Börjar"),
            "ends": self.tr("Slutar"),
            "applied_on": self.tr("Ansökan skickad"),
            "interim_due": self.tr("Delredovisning senast"),
            "interim_on": self.tr("Delredovisning skickad"),
            "final_due": self.tr("Slutredovisning senast"),
            "final_on": self.tr("Slutredovisning skickad"),
        }
        self.days = {
            name: DateField(label, self._read_past if name in _PAST else self._read_day)
            for name, label in labels.items()
        }
        amounts = {
            "salaries": self.tr("Löner, kronor"),
            "other_costs": self.tr("Övriga kostnader, kronor"),
            "granted": self.tr("Beviljat, kronor"),
            "used": self.tr("Använt, kronor"),
        }
        hints = {"granted": self.tr("0 vid avslag")}
        self.amounts = {
            name: InlineField(label, placeholder=hints.get(name, "")) for name, label in amounts.items()
        }
        self.sum = plain_label("", TextRole.BODY, Ink.SECONDARY, wrap=True)
        self.remove = link_button(self.tr("Ta bort projektet"))

    def _lay_out(self) -> None:
        head = Card(gap=10)
        head.add(self.name)
        head.add(_indented(self.pill, self.told))
        head.add(_indented(self.paper, QWidget()))
        head.add(_beside(self.funder, self.year))
        head.add(_beside(self.problem))
        head.add(_beside(self.days["starts"], self.days["ends"]))
        for text in self.texts.values():
            head.add(text)
        self.add(head)
        money = Card(self.tr("Pengar"), gap=8)
        money.add(_beside(self.amounts["salaries"], self.amounts["other_costs"]))
        self.sum.setContentsMargins(look().px(8), 0, 0, 0)
        money.add(self.sum)
        money.add(_beside(self.amounts["granted"], self.amounts["used"]))
        self.add(money)
        reports = Card(self.tr("Ansökan och redovisning"), gap=8)
        reports.add(_beside(self.days["applied_on"]))
        reports.add(_beside(self.days["interim_due"], self.days["interim_on"]))
        reports.add(_beside(self.days["final_due"], self.days["final_on"]))
        self.add(reports)
        self.add(_indented(self.remove, QWidget()))

    def _connect(self) -> None:
        self.name.committed.connect(partial(self._give, "title"))
        self.funder.committed.connect(partial(self._give, "funder"))
        self.year.committed.connect(partial(self._give, "year"))
        for name, text in self.texts.items():
            text.committed.connect(partial(self._give, name))
        for name, day in self.days.items():
            day.committed.connect(partial(self._give, name))
        for name, amount in self.amounts.items():
            amount.committed.connect(partial(self._take_amount, name))
        self.problem.chosen.connect(partial(self._give, "problem_id"))

    def _take_amount(self, name: str, text: str) -> None:
        """Take whole kronor, with or without spaces; what cannot be read is put back and told."""
        digits = "".join(text.lower().removesuffix("kr").split())
        if digits and not (digits.isascii() and digits.isdigit()):
            self._show_amount(name)
            said = self.tr("”{text}” gick inte att läsa som ett belopp i hela kronor.")
            self.refused.emit(said.format(text=text))
            return
        self._give(name, int(digits) if digits else None)

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


def _indented(first: QWidget, second: QWidget) -> QWidget:
    whole = QWidget()
    line = row(whole, gap=8, edge=(8, 0, 0, 0))
    line.addWidget(first)
    line.addWidget(second, 1)
    return whole
