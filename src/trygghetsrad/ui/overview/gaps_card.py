"""What is still to be completed, each with the way there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trygghetsrad.domain.preparing import ASKS, NOTICE_PAPER, TO_CHAIR
from trygghetsrad.ui.components.labels import IconLabel, plain_label
from trygghetsrad.ui.components.list_row import ListRow
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.domain.gaps import Gap

_ICONS = {
    "plan": Icon.CALENDAR_ADD,
    "meeting": Icon.CALENDAR_LTR,
    "member": Icon.PERSON,
    "members": Icon.PEOPLE,
    "action": Icon.TASK_LIST_LTR,
    "actions": Icon.TASK_LIST_LTR,
    "settings": Icon.BUILDING,
    "agreement": Icon.HANDSHAKE,
    "matter": Icon.GAVEL,
    "grant": Icon.DOCUMENT,
    ASKS: Icon.MAIL,
    TO_CHAIR: Icon.MAIL,
    NOTICE_PAPER: Icon.MAIL,
}


class GapRow(ListRow):
    """One thing to complete."""

    def __init__(self, gap: Gap) -> None:
        self.gap = gap
        leading = IconLabel(_ICONS.get(gap.kind, Icon.INFO))
        arrow = IconLabel(Icon.CHEVRON_RIGHT, size=16)
        super().__init__(gap.text, gap.caption, leading=leading, trailing=(arrow,))


class GapsCard(Card):
    """Rows lead to where the thing is done; nothing left is said calmly."""

    asked = Signal(str, int)

    def __init__(self) -> None:
        super().__init__("Att göra", gap=6, edge=16)
        self.rows: list[GapRow] = []
        self._shown: tuple[Gap, ...] | None = None
        self._lines = column(gap=6)
        self.add(self._lines)
        self.calm = QWidget()
        calm = row(self.calm, gap=12)
        calm.addWidget(IconLabel(Icon.CHECKMARK_CIRCLE, Ink.OK, filled=True))
        words = column(gap=2)
        words.addWidget(plain_label(self.tr("Inget saknas"), TextRole.STRONG))
        words.addWidget(
            plain_label(
                self.tr("Personer, möten och åtgärder har det som behövs."),
                TextRole.CAPTION,
                Ink.SECONDARY,
                wrap=True,
            )
        )
        calm.addLayout(words, 1)
        self.add(self.calm)
        self.body.addStretch(1)

    def show_gaps(self, gaps: Sequence[Gap], most: int) -> None:
        """Show the first of these, at most so many."""
        shown = tuple(gaps[:most])
        self.calm.setVisible(not gaps)
        if shown != self._shown:
            self._shown = shown
            self._lay_rows(shown)

    def _lay_rows(self, gaps: Sequence[Gap]) -> None:
        for old in self.rows:
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [GapRow(gap) for gap in gaps]
        for line in self.rows:
            line.clicked.connect(self._ask)
            self._lines.addWidget(line)

    def _ask(self) -> None:
        line = self.sender()
        if isinstance(line, GapRow):
            self.asked.emit(line.gap.kind, line.gap.item_id)
