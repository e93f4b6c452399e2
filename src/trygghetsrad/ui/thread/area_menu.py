"""The … menu of one area: divide it, join it with another, close it, or take a closed one up again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from trygghetsrad.ui.components.buttons import icon_button
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import column

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from trygghetsrad.domain.thread import Problem


class AreaMenu(QWidget):
    """What needs a few words asks for them in a field under the button, which another area puts away."""

    split = Signal(str)
    joined = Signal(int)
    closed = Signal(str)
    reopened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._shown_id = 0
        self.button = icon_button(Icon.MORE_HORIZONTAL, self.tr("Mer om området"))
        self.menu = QMenu(self.button)
        self.button.set_menu(self.menu)
        self.split_title = self._field(self.tr("Det nya områdets namn"), self.split.emit)
        self.reason = self._field(self.tr("Varför avslutas området?"), self.closed.emit)
        body = column(self, gap=4)
        for field in (self.split_title, self.reason):
            body.addWidget(field)

    def offer(self, shown: Problem, every: Iterable[Problem]) -> None:
        """Offer what can be done with the shown area, among all of them."""
        if shown.id != self._shown_id:
            self.put_away()
        self._shown_id = shown.id
        others = [one for one in every if one.id != shown.id]
        self.menu.clear()
        self.menu.addAction(self.tr("Dela området")).triggered.connect(lambda: self._ask(self.split_title))
        self._list(self.tr("Slå ihop med"), [one for one in others if one.is_open], self.joined.emit)
        self.menu.addAction(self.tr("Avsluta området")).triggered.connect(lambda: self._ask(self.reason))
        self._list(
            self.tr("Ta upp ett avslutat område"),
            [one for one in others if not one.is_open],
            self.reopened.emit,
        )

    def put_away(self) -> None:
        """Let go of a question that was not answered."""
        for field in (self.split_title, self.reason):
            field.set_text("")
            field.hide()

    def _field(self, question: str, answer: Callable[[str], object]) -> InlineField:
        field = InlineField(question, placeholder=self.tr("Skriv och tryck Enter"), framed=True)
        field.hide()
        field.committed.connect(lambda text: self._take(text, answer))
        return field

    def _ask(self, field: InlineField) -> None:
        self.put_away()
        field.show()
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, text: str, answer: Callable[[str], object]) -> None:
        self.put_away()
        if text.strip():
            answer(text)

    def _list(self, words: str, problems: list[Problem], tell: Callable[[int], object]) -> None:
        if problems:
            inner = self.menu.addMenu(words)
            for one in problems:
                entry = inner.addAction(one.title)
                entry.triggered.connect(lambda _checked=False, number=one.id: tell(number))
