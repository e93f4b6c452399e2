"""The rows of an old plan, laid over the window: tick them, choose the area, and they come in as one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.errors import CouncilError
from trygghetsrad.domain.old_plan import plain
from trygghetsrad.domain.thread import Side
from trygghetsrad.ui.components.buttons import link_button, primary_button, secondary_button
from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.components.flow import FlowLayout
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.overlay import Overlay
from trygghetsrad.ui.components.upright import Upright
from trygghetsrad.ui.components.waiting import waiting
from trygghetsrad.ui.theme import Ink, TextRole, column, row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from trygghetsrad.domain.old_plan import OldPlanRow
    from trygghetsrad.domain.thread import Problem
    from trygghetsrad.services.old_plans import OldPlan, OldPlansService

NEW = 0


class OldRow(QWidget):
    """One row of the old plan with its tick; what is there already says so and cannot be ticked."""

    def __init__(self, told: OldPlanRow, *, is_known: bool) -> None:
        super().__init__()
        self.told, self.is_known = told, is_known
        self.box = QCheckBox()
        self.box.setEnabled(not is_known)
        words = told.action or told.cause
        details = _details(told)
        if is_known:
            details = " ".join(filter(None, (self.tr("Fanns redan."), details)))
        self.details = plain_label(details, TextRole.CAPTION, Ink.SECONDARY, wrap=True)
        self.box.setAccessibleName(". ".join(filter(None, (words, details))))
        line = row(self, gap=8)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        text = column(gap=0)
        text.addWidget(plain_label(words, ink=Ink.SECONDARY if is_known else Ink.TEXT, wrap=True))
        text.addWidget(self.details)
        line.addLayout(text, 1)

    def is_ticked(self) -> bool:
        return self.box.isChecked() and not self.is_known


class OldPlanImport(Overlay):
    """Nothing is written until its deed is pressed; taken_in then carries what came in."""

    taken_in = Signal(object)

    def __init__(self, host: QWidget, old_plans: OldPlansService, today: Callable[[], date]) -> None:
        super().__init__(host, "Läs in planens tabell", width=900)
        self._old_plans, self._today = old_plans, today
        self._problems: tuple[Problem, ...] = ()
        self.rows: list[OldRow] = []
        self.hint = plain_label("", TextRole.BODY, Ink.SECONDARY, wrap=True)
        self.problem = plain_label("", TextRole.BODY, Ink.ERROR, wrap=True)
        self.area = ChoiceField(self.tr("Område"), framed=True)
        self.title = InlineField(self.tr("Det nya området heter"), framed=True)
        self.side = ChoiceField(
            self.tr("Orsakerna hör till"),
            [(side, side.value.capitalize()) for side in (Side.OFFENDER, Side.VICTIM, Side.PLACE)],
            framed=True,
        )
        self.all = link_button(self.tr("Markera alla"))
        self.none = link_button(self.tr("Avmarkera alla"))
        self.cancel = secondary_button(self.tr("Stäng"))
        self.take = primary_button("")
        self.take.set_hint("Ctrl+Enter")
        self._list = Upright(self.tr("Rader i planen"), gap=8, edge=(0, 4, 12, 4))
        self._lay_out()
        self._connect()

    # -- showing -------------------------------------------------------------------------------

    def show_plan(self, plan: OldPlan, problems: Sequence[Problem]) -> None:
        """Show the rows, with those of the first area that is not in yet ticked."""
        self._problems = tuple(one for one in problems if one.is_open)
        self._tell("")
        self._clear()
        first = next((one.area for place, one in enumerate(plan.rows) if place not in plan.known), "")
        area = ""
        for place, one in enumerate(plan.rows):
            if one.area != area:
                area = one.area
                self._list.add(plain_label(area, TextRole.STRONG, wrap=True))
            shown = OldRow(one, is_known=place in plan.known)
            shown.box.setChecked(one.area == first and not shown.is_known)
            shown.box.toggled.connect(self._count)
            self.rows.append(shown)
            self._list.add(shown)
        self._offer_areas(first)
        self.hint.setText(self._sentence(plan))
        self._count()
        if self.isHidden():
            self.open()
        self.area.box.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def sheet_height(self, room: int) -> int:
        return room

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stay open at a click beside the sheet: the ticks would be lost."""

    def _sentence(self, plan: OldPlan) -> str:
        words = self.tr("{name} har {rows}. Välj vilka som ska in och under vilket område.")
        told = words.format(name=plan.name, rows=plural(len(plan.rows), "rad", "rader"))
        if plan.known:
            known = self.tr("{count} fanns redan och läses inte in igen.")
            told = f"{told} {known.format(count=len(plan.known))}"
        return told

    def _offer_areas(self, likely: str) -> None:
        titles = {plain(one.title): one.id for one in self._problems}
        self.area.set_options(
            [*((one.id, one.title) for one in self._problems), (NEW, self.tr("Nytt område"))]
        )
        self.area.set_current(
            titles.get(plain(likely), self._problems[0].id if self._problems and not likely else NEW)
        )
        self.title.edit.take(likely)
        if self.side.current() is None:
            self.side.set_current(Side.OFFENDER)
        self._show_title()

    def _show_title(self) -> None:
        self.title.setVisible(self.area.current() == NEW)

    def _count(self) -> None:
        count = len(self._ticked())
        self.take.set_text(self.tr("Läs in {rows}").format(rows=plural(count, "rad", "rader")))
        self.take.setVisible(count > 0)

    def _ticked(self) -> list[OldPlanRow]:
        return [one.told for one in self.rows if one.is_ticked()]

    def _tick(self, *, ticked: bool) -> None:
        for one in self.rows:
            one.box.setChecked(ticked and not one.is_known)

    def _tell(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def _clear(self) -> None:
        self.rows = []
        while self._list.body.count() > 1:
            item = self._list.body.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    # -- writing -------------------------------------------------------------------------------

    def take_in(self) -> None:
        """Write the ticked rows as one step."""
        rows = self._ticked()
        if not rows:
            return
        chosen, side = self.area.current(), self.side.current()
        try:
            with waiting():
                taken = self._old_plans.take_in(
                    rows,
                    self._today(),
                    problem_id=chosen if isinstance(chosen, int) and chosen != NEW else None,
                    title=self.title.text(),
                    side=side if isinstance(side, Side) else Side.OFFENDER,
                )
        except CouncilError as refusal:
            self._tell(refusal.sentence())
            return
        self.close_overlay()
        self.taken_in.emit(taken)

    # -- making --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        body = column(self.sheet, gap=8, edge=(20, 16, 20, 16))
        body.addWidget(plain_label(self.tr("Läs in planens tabell"), TextRole.TITLE))
        for part in (self.hint, self.problem):
            body.addWidget(part)
        fields = row(gap=12)
        for field in (self.area, self.title, self.side):
            fields.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        body.addLayout(fields)
        ticks = QWidget()
        flow = FlowLayout(ticks, gap=12)
        for button in (self.all, self.none):
            flow.addWidget(button)
        body.addWidget(ticks)
        body.addWidget(self._list, 1)
        words = self.tr("Inget skrivs förrän du trycker på knappen. Allt går att ångra i ett steg.")
        foot = row(gap=8)
        foot.addWidget(plain_label(words, TextRole.CAPTION, Ink.SECONDARY, wrap=True), 1)
        for button in (self.cancel, self.take):
            foot.addWidget(button)
        body.addLayout(foot)

    def _connect(self) -> None:
        self.area.chosen.connect(self._show_title)
        self.all.clicked.connect(lambda: self._tick(ticked=True))
        self.none.clicked.connect(lambda: self._tick(ticked=False))
        self.cancel.clicked.connect(self.close_overlay)
        self.take.clicked.connect(self.take_in)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.take_in)


def _details(told: OldPlanRow) -> str:
    """Return "Orsak: …, mål: …, när: …, vem: …", as far as it is told."""
    parts = (
        ("Orsak", told.cause if told.action else ""),
        ("mål", told.goal),
        ("när", iso(told.due) if told.due else told.when),
        ("vem", told.who),
    )
    said = ", ".join(f"{word}: {text}" for word, text in parts if text)
    if not told.action:
        return "Orsak utan åtgärd"
    return f"{said[:1].upper()}{said[1:]}"
