"""A decision or an action in the minutes: its words edited in place, the rest in a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from trygghetsrad.ui.components.buttons import icon_button
from trygghetsrad.ui.components.flow import FlowLayout
from trygghetsrad.ui.components.inline_text import GrowingEdit
from trygghetsrad.ui.components.labels import IconLabel, plain_label
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, Tone, column, row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction


class Block(QFrame):
    """A coloured stripe, a small heading, the words, and facts such as who and when below."""

    committed = Signal(str)
    typed = Signal(str)

    def __init__(self, heading: str, text: str, *, tone: Tone = Tone.ACCENT, icon: Icon = Icon.GAVEL) -> None:
        super().__init__()
        ink = Ink.SECONDARY if tone is Tone.NEUTRAL else Ink(tone.value)
        self.setProperty("block", tone.value)
        self._heading = plain_label(heading, TextRole.CAPTION_STRONG, ink)
        self.edit = GrowingEdit(text)
        self.menu = QMenu(self)
        self.more = icon_button(Icon.MORE_HORIZONTAL, "")
        self.more.set_menu(self.menu)
        self._facts = QWidget()
        self._flow = FlowLayout(self._facts, gap=12)
        self._facts.hide()
        self._assemble(icon, ink)
        self.set_heading(heading)
        self.edit.committed.connect(self.committed)
        self.edit.typed.connect(self.typed)

    def text(self) -> str:
        """Return the words."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Show stored words, without telling anyone."""
        self.edit.show_text(text)

    def set_heading(self, heading: str) -> None:
        """Name the block, such as Beslut 1."""
        self._heading.setText(heading)
        self.setAccessibleName(heading)
        self.edit.setAccessibleName(heading)
        self.more.set_name(self.tr("Mer om {heading}").format(heading=heading))

    def set_facts(self, facts: Sequence[tuple[Icon, str]]) -> None:
        """Show short facts below the words, each with a picture."""
        while self._flow.count():
            item = self._flow.takeAt(0)
            old = item.widget() if item else None
            if old:
                old.hide()
                old.deleteLater()
        for icon, words in facts:
            self._flow.addWidget(fact(icon, words))
        self._facts.setVisible(bool(facts))

    def add_deed(self, text: str, deed: Callable[[], object]) -> QAction:
        """Offer a deed in the menu."""
        action = self.menu.addAction(text)
        action.triggered.connect(deed)
        return action

    def _assemble(self, icon: Icon, ink: Ink) -> None:
        words = column(gap=2, edge=(0, 5, 0, 5))
        heading = row(gap=0, edge=(8, 0, 0, 0))
        heading.addWidget(self._heading)
        words.addLayout(heading)
        words.addWidget(self.edit)
        facts = row(gap=0, edge=(8, 0, 0, 0))
        facts.addWidget(self._facts)
        words.addLayout(facts)
        line = row(self, gap=6, edge=(10, 0, 6, 0))
        line.addWidget(IconLabel(icon, ink), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(words, 1)
        line.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)


def fact(icon: Icon, words: str) -> QWidget:
    """Return a small picture with words in small type, such as a person or a day."""
    whole = QWidget()
    line = row(whole, gap=4)
    line.addWidget(IconLabel(icon, size=16), 0, Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(plain_label(words, TextRole.CAPTION, Ink.SECONDARY))
    return whole
