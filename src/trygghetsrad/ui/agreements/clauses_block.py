"""What an agreement says, heading by heading; a draft is one click away and is then changed at will."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trygghetsrad.domain.agreement_clauses import ClauseKey
from trygghetsrad.ui.components.buttons import Button, ButtonKind, link_button
from trygghetsrad.ui.components.flow import FlowLayout
from trygghetsrad.ui.components.inline_text import InlineText
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column, row

if TYPE_CHECKING:
    from trygghetsrad.domain.agreement_clauses import AgreementGuide, ClauseGuide
    from trygghetsrad.domain.agreements import Agreement

FIRST = (ClauseKey.PURPOSES, ClauseKey.AREAS)
"""What 9 § demands stands first and never folds away."""


class ClauseField(QWidget):
    """One heading with its text; empty, it offers its draft."""

    written = Signal(str, str)
    draft_asked = Signal(str)

    def __init__(self, guide: ClauseGuide) -> None:
        super().__init__()
        self.key = guide.clause.value
        label = f"{guide.heading} ({guide.section})" if guide.section else guide.heading
        self.text = InlineText(label, placeholder=guide.help, lines=2)
        self.draft = link_button(self.tr("Visa förslag"))
        self.draft.setAccessibleName(self.tr("Visa förslag: {heading}").format(heading=guide.heading))
        whole = column(self, gap=0)
        whole.addWidget(self.text)
        line = row(gap=0, edge=(4, 0, 0, 0))
        line.addWidget(self.draft)
        line.addStretch(1)
        whole.addLayout(line)
        self.text.committed.connect(lambda text: self.written.emit(self.key, text))
        self.draft.clicked.connect(lambda: self.draft_asked.emit(self.key))

    def show_text(self, text: str) -> None:
        """Show what is written; the draft is offered while nothing is."""
        self.text.set_text(text)
        self.draft.setVisible(not text.strip())


class ClausesBlock(QWidget):
    """Purposes and areas first, then the headings that are written, then those that may be added."""

    inline = True
    written = Signal(str, str)
    draft_asked = Signal(str)

    def __init__(self, guide: AgreementGuide) -> None:
        super().__init__()
        self.fields: dict[str, ClauseField] = {}
        self.chips: dict[str, Button] = {}
        self.needed = plain_label("", TextRole.CAPTION, Ink.WARNING, wrap=True)
        self._more = QWidget()
        self._flow = FlowLayout(self._more, gap=8)
        self._more_title = plain_label(self.tr("Fler rubriker"), TextRole.CAPTION, Ink.SECONDARY)
        whole = column(self, gap=10)
        needed = row(gap=0, edge=(8, 0, 0, 0))
        needed.addWidget(self.needed)
        whole.addLayout(needed)
        rest = [one for one in guide.clauses if one.clause not in FIRST]
        for one in (*(one for one in guide.clauses if one.clause in FIRST), *rest):
            self.fields[one.clause.value] = field = ClauseField(one)
            field.written.connect(self.written)
            field.draft_asked.connect(self.draft_asked)
            whole.addWidget(field)
        for one in rest:
            self.chips[one.clause.value] = chip = Button(one.heading, Icon.ADD, ButtonKind.CHIP)
            chip.setToolTip(one.help)
            chip.clicked.connect(partial(self.draft_asked.emit, one.clause.value))
            self._flow.addWidget(chip)
        more = column(gap=4, edge=(8, 0, 0, 0))
        more.addWidget(self._more_title)
        more.addWidget(self._more)
        whole.addLayout(more)

    def show_agreement(self, agreement: Agreement) -> None:
        """Show what is written."""
        texts = {one.key: one.text for one in agreement.clauses}
        texts[ClauseKey.PURPOSES.value] = agreement.purposes
        texts[ClauseKey.AREAS.value] = agreement.areas
        for key, field in self.fields.items():
            field.show_text(texts.get(key, ""))
            always = key in {one.value for one in FIRST}
            field.setVisible(always or bool(texts.get(key)))
        for key, chip in self.chips.items():
            chip.setVisible(not texts.get(key))
        self._more.setVisible(any(not texts.get(key) for key in self.chips))
        self._more_title.setVisible(not self._more.isHidden())
        self._more.updateGeometry()
        self._say_needed(agreement)

    def _say_needed(self, agreement: Agreement) -> None:
        words = self.tr("9 § kräver att överenskommelsen anger {what}.")
        self.needed.setText(words.format(what=" och ".join(agreement.unsaid)))
        self.needed.setVisible(bool(agreement.unsaid))

    def focus_on(self, key: str) -> None:
        """Put the cursor in a text, to be changed."""
        self.fields[key].show()
        self.fields[key].text.edit.setFocus()
