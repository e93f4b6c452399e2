"""A day to meet on, what speaks against it, and the nearest days that suit better."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from trygghetsrad.domain.calendar import AvoidRules, why_not
from trygghetsrad.domain.dates import MONTHS, iso, short_day, week_text, weekday
from trygghetsrad.domain.planning import alternatives
from trygghetsrad.ui.components.buttons import Button, link_button
from trygghetsrad.ui.components.date_field import DateField
from trygghetsrad.ui.components.flow import FlowLayout
from trygghetsrad.ui.components.labels import Label, plain_label
from trygghetsrad.ui.theme import Ink, TextRole, column

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a day is judged by: the council's rules, the days taken by other meetings, and today."""

    rules: AvoidRules
    taken: frozenset[date]
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What speaks against a day and the nearest better ones; nothing when the day suits."""

    words: str = ""
    better: tuple[date, ...] = ()


def advice_on(day: date, around: Surroundings) -> Advice:
    """Return what to say of a day for a meeting that is still to come."""
    if day < around.today:
        return Advice(words=_tr("Dagen har passerat. Mötet går ändå att lägga här."))
    against = _against(day, around)
    if not against:
        return Advice()
    better = alternatives(day, around.rules, not_before=around.today, taken=around.taken)
    return Advice(words=against, better=better)


def _against(day: date, around: Surroundings) -> str:
    if day in around.taken:
        return _tr("Det finns redan ett möte den dagen.")
    reason = why_not(day, around.rules)
    if reason is None:
        return ""
    if reason == around.rules.own_days.get(day):
        return _tr("Dagen krockar: {reason}.").format(reason=reason)
    return f"{reason[0].upper()}{reason[1:]}."


class AdviceBox(QWidget):
    """A warning about a day, and the better days as links; hidden while the day suits. taken carries one."""

    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.warning: Label = plain_label("", TextRole.CAPTION, Ink.WARNING, wrap=True)
        self.offers: list[Button] = []
        self._links = QWidget()
        self._flow = FlowLayout(self._links, gap=8)
        body = column(self, gap=2)
        body.addWidget(self.warning)
        body.addWidget(self._links)
        self.show_advice(Advice())

    def show_advice(self, advice: Advice) -> None:
        """Show this instead of what was said before."""
        self.warning.setText(advice.words)
        for old in self.offers:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.offers = [self._offer(day) for day in advice.better]
        self._links.setVisible(bool(advice.better))
        self.setVisible(bool(advice.words))

    def _offer(self, day: date) -> Button:
        long = f"{weekday(day)} {short_day(day)}"
        button = link_button(f"{weekday(day)[:3]} {day.day} {MONTHS[day.month - 1][:3]}")
        button.setAccessibleName(
            self.tr("Välj {day}, {week} i stället").format(day=long, week=week_text(day))
        )
        button.setToolTip(f"{long}, {week_text(day)}")
        button.setProperty("day", iso(day))
        button.clicked.connect(self._take)
        self._flow.addWidget(button)
        return button

    def _take(self) -> None:
        self.taken.emit(date.fromisoformat(str(self.sender().property("day"))))


class AdvisedDay(QWidget):
    """A field for a day with advice below it; committed carries a day, also one taken from the advice.

    apart leaves it to the owner to place the advice box elsewhere.
    """

    committed = Signal(object)

    def __init__(self, label: str, parse: Callable[[str], date | None], *, apart: bool = False) -> None:
        super().__init__()
        # Tells the panel that the text of the field is already moved in.
        self.inline = not apart
        self._day: date | None = None
        self.field = DateField(label, parse, framed=apart)
        self.advice = AdviceBox()
        body = column(self, gap=4)
        body.addWidget(self.field)
        if not apart:
            below = column(gap=0, edge=(8, 0, 0, 0))
            below.addWidget(self.advice)
            body.addLayout(below)
        self.setFocusProxy(self.field)
        self.field.committed.connect(self._tell)
        self.advice.taken.connect(self._take)

    def set_day(self, day: date, advice: Advice) -> None:
        """Show a stored day and what is to be said of it."""
        self._day = day
        self.field.set_day(day)
        self.advice.show_advice(advice)

    def _take(self, day: date) -> None:
        # The link is about to go; without this the focus would wander to the next field.
        self.field.edit.setFocus()
        self.field.set_day(day)
        self.committed.emit(day)

    def _tell(self, day: object) -> None:
        if day is None:
            self.field.set_day(self._day)
        else:
            self.committed.emit(day)


def _tr(text: str) -> str:
    return QCoreApplication.translate("AdvisedDay", text)
