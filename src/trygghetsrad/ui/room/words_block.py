"""A block of the minutes that keeps drafts of its words and has room for a few facts below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QWidget

from trygghetsrad.ui.components.block import Block
from trygghetsrad.ui.components.flow import FlowLayout
from trygghetsrad.ui.theme import row

if TYPE_CHECKING:
    from trygghetsrad.ui.icons import Icon
    from trygghetsrad.ui.room.desk import Desk
    from trygghetsrad.ui.room.draft_keeper import DraftKeeper
    from trygghetsrad.ui.theme import Tone


class WordsBlock(Block):
    """Words edited in place; what is typed is kept as a draft until it is left."""

    def __init__(self, desk: Desk, drafts: DraftKeeper, *, tone: Tone, icon: Icon, field: str) -> None:
        super().__init__("", "", tone=tone, icon=icon)
        self._desk, self._drafts, self._field = desk, drafts, field
        self._uid, self._stored = "", ""
        self.typed.connect(self._keep)
        self.committed.connect(self._commit)

    def show_words(self, uid: str, words: str) -> None:
        """Show stored words of this thing."""
        self._uid, self._stored = uid, words
        self.edit.show_text(words, self._drafts.unsaved(uid, self._field))

    def store(self, words: str) -> bool:
        """Save new words; False when they were refused."""
        raise NotImplementedError

    def add_below(self, part: QWidget, *, indent: int = 6) -> None:
        """Put a part under the words, in the block's own colour."""
        line = row(gap=0, edge=(indent, 0, 0, 0))
        line.addWidget(part, 1)
        self._words().addLayout(line)

    def _words(self) -> QBoxLayout:
        boxes = self.findChildren(QBoxLayout)
        return next(box for box in boxes if box.indexOf(self.edit) >= 0)

    def _keep(self, words: str) -> None:
        self._drafts.typed(self._uid, self._field, words, self._stored)

    def _commit(self, words: str) -> None:
        if self.store(words):
            self._drafts.settled(self._uid, self._field)
        else:
            self.edit.show_text(self._stored, words or None)


class FactLine(QWidget):
    """Small buttons and words in a line under a block."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, gap=4)

    def add(self, part: QWidget) -> None:
        self._flow.addWidget(part)
