"""A text that waits for its chapter: whose it is, what it says, and one click that takes it in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trygghetsrad.ui.components.buttons import secondary_button
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column, row

if TYPE_CHECKING:
    from trygghetsrad.domain.chapter_drafts import ChapterDraft


class DraftRow(QWidget):
    """Tells that its text was taken in."""

    taken = Signal(object)

    def __init__(self, draft: ChapterDraft) -> None:
        super().__init__()
        self.draft = draft
        self.take = secondary_button(self.tr("Ta in i texten"), Icon.ADD)
        self.take.setAccessibleName(self.tr("Ta in i texten: {source}").format(source=draft.source))
        words = column(gap=0)
        words.addWidget(plain_label(draft.source, TextRole.CAPTION_STRONG, Ink.SECONDARY))
        words.addWidget(plain_label(draft.text, wrap=True, selectable=True))
        line = row(self, gap=12)
        line.addLayout(words, 1)
        line.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        self.take.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.taken.emit(self.draft)
