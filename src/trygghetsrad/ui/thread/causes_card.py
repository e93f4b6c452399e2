"""Orsaker: three lists for somebody who has never made a cause analysis, drawn as a fishbone on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trygghetsrad.domain.actions import ActionNature
from trygghetsrad.domain.thread import Factor, Influence, Side
from trygghetsrad.ui.components.buttons import icon_button, link_button
from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.inline_text import InlineText
from trygghetsrad.ui.components.keyed_rows import KeyedRows
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.domain.causes_guide import CausesGuide, SideGuide
    from trygghetsrad.domain.thread import Cause


class CauseRow(QWidget):
    """One cause: its number, its text, how it is known, and what sort of cause it is."""

    changed = Signal(int, object)
    removed = Signal(int)

    def __init__(self, cause: Cause) -> None:
        super().__init__()
        self.cause = cause
        self.number = plain_label(f"{cause.number}.", TextRole.STRONG)
        self.text = InlineText(self.tr("Orsak {number}").format(number=cause.number))
        self.evidence = InlineField(
            self.tr("Hur vet ni det"), placeholder=self.tr("Vem som har sett det, eller vilka siffror")
        )
        self.nature = ChoiceField(
            self.tr("Slag"),
            [(one, one.value.capitalize() or self.tr("Ej valt")) for one in ActionNature],
        )
        self.factor = ChoiceField(self.tr("Faktor"), [(one, one.value.capitalize()) for one in Factor])
        self.influence = ChoiceField(
            self.tr("Går att påverka"),
            [(one, one.value.capitalize() or self.tr("Ej valt")) for one in Influence],
        )
        self.remove = icon_button(Icon.DELETE, self.tr("Ta bort orsak {number}").format(number=cause.number))
        self._lay_out()
        self.text.committed.connect(lambda text: self._tell("text", text))
        self.evidence.committed.connect(lambda text: self._tell("evidence", text))
        for name in ("nature", "factor", "influence"):
            field: ChoiceField = getattr(self, name)
            field.chosen.connect(lambda key, name=name: self._tell(name, key))
        self.remove.clicked.connect(lambda: self.removed.emit(self.cause.id))

    def show_cause(self, cause: Cause) -> None:
        """Show the cause as it is stored."""
        self.cause = cause
        self.text.set_text(cause.text)
        self.evidence.set_text(cause.evidence)
        self.nature.set_current(cause.nature)
        self.factor.set_current(cause.factor)
        self.influence.set_current(cause.influence)

    def _tell(self, name: str, value: object) -> None:
        self.changed.emit(self.cause.id, {name: value})

    def _lay_out(self) -> None:
        words = column(gap=2)
        words.addWidget(self.text)
        words.addWidget(self.evidence)
        sorts = row(gap=8)
        for field in (self.nature, self.factor, self.influence):
            sorts.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        words.addLayout(sorts)
        line = row(self, gap=8)
        line.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)


class SideList(QWidget):
    """The causes on one side of the problem, with a question that helps to find more."""

    added = Signal(object, str)

    def __init__(self, side: Side, guide: SideGuide, rows: KeyedRows[Cause, CauseRow]) -> None:
        super().__init__()
        self.side, self.rows = side, rows
        self.add = InlineField(
            self.tr("Ny orsak: {side}").format(side=guide.heading.lower()),
            placeholder=self.tr("Skriv och tryck Enter"),
            framed=True,
        )
        whole = column(self, gap=6)
        whole.addWidget(plain_label(guide.heading, TextRole.STRONG))
        whole.addWidget(
            plain_label(" ".join(guide.questions[:2]), TextRole.CAPTION, Ink.SECONDARY, wrap=True)
        )
        whole.addWidget(rows)
        whole.addWidget(self.add)
        self.add.committed.connect(self._take)

    def _take(self, text: str) -> None:
        if text.strip():
            self.added.emit(self.side, text)
            self.add.set_text("")


class CausesCard(Card):
    """The cause analysis of one area."""

    added = Signal(object, str)
    changed = Signal(int, object)
    removed = Signal(int)
    examples_asked = Signal()
    drawing_asked = Signal()

    def __init__(self, guide: CausesGuide) -> None:
        super().__init__(self.tr("Orsaker"), gap=14)
        self.examples = link_button(self.tr("Visa exempel"))
        self.drawing = link_button(self.tr("Visa som fiskben"))
        if self.header:
            self.header.add_action(self.drawing)
            self.header.add_action(self.examples)
        self.add(plain_label(f"{guide.intro} {guide.no_persons}", TextRole.CAPTION, Ink.SECONDARY, wrap=True))
        self.sides: dict[Side, SideList] = {}
        for one in guide.sides:
            rows: KeyedRows[Cause, CauseRow] = KeyedRows(self._make, CauseRow.show_cause)
            part = SideList(one.side, one, rows)
            part.added.connect(self.added)
            self.sides[one.side] = part
            self.add(part)
        self.examples.clicked.connect(self.examples_asked)
        self.drawing.clicked.connect(self.drawing_asked)

    def show_causes(self, causes: Sequence[Cause], *, has_examples: bool) -> None:
        """Show the causes, each on its side."""
        self.examples.setVisible(has_examples)
        self.drawing.setVisible(bool(causes))
        for side, part in self.sides.items():
            part.rows.show_facts([cause for cause in causes if cause.side is side])

    def _make(self, cause: Cause) -> CauseRow:
        made = CauseRow(cause)
        made.changed.connect(self.changed)
        made.removed.connect(self.removed)
        return made
