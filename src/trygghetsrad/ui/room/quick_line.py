"""The line at the bottom of the room: one line becomes text, a decision, an action or a verifier."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from trygghetsrad.domain.completion import complete
from trygghetsrad.domain.phrases import STANDARD_PHRASES
from trygghetsrad.domain.quickline import as_text, parse, settle
from trygghetsrad.domain.understood import Choice, LineKind, Part, QuickLine
from trygghetsrad.ui.components.buttons import Button, ButtonKind
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.room.candidates import Candidates
from trygghetsrad.ui.room.quick_preview import Option, QuickPreview
from trygghetsrad.ui.theme import TextRole, column, follow_look, look, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent

    from trygghetsrad.ui.room.desk import Desk
    from trygghetsrad.ui.room.quick_preview import Answer

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_MISSING = {
    LineKind.DECISION: "Skriv vad som beslutades efter b.",
    LineKind.ACTION: "Skriv vad som ska göras efter å.",
    LineKind.TEXT: "Skriv något först.",
    LineKind.VERIFIER: "Skriv ett namn efter j.",
}


class LineEdit(QLineEdit):
    """Lets the quick line look at every key before the field does."""

    left = Signal()

    def __init__(self, look_at: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self._look_at = look_at

    @override
    def event(self, event: QEvent) -> bool:
        # Tab never reaches keyPressEvent, so it is looked at here.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._look_at(event):
            return True
        return super().event(event)

    @override
    def sizeHint(self) -> QSize:
        # The style sheet sets the least height of every field; this one is taller.
        return QSize(super().sizeHint().width(), look().px(44))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class QuickLineBar(QWidget):
    """The line with its preview; take is asked to store what was understood and says whether it did."""

    typed = Signal(str)

    def __init__(self, desk: Desk, take: Callable[[QuickLine], bool]) -> None:
        super().__init__()
        self._desk, self._take = desk, take
        self._as_text = False
        self._answers: dict[tuple[Part, str], Answer] = {}
        self._asked = False
        self.understood: QuickLine | None = None
        self.edit = LineEdit(self._key)
        self.preview = QuickPreview()
        self.candidates = Candidates(self.edit)
        self._offered = complete("", 0, (), ())
        self.decision_button = self._prefix_button(self.tr("Beslut"), Icon.GAVEL, "b ")
        self.action_button = self._prefix_button(self.tr("Åtgärd"), Icon.TASK_LIST_LTR, "å ")
        self._assemble()
        self.edit.textChanged.connect(self._read)
        self.edit.textEdited.connect(self.candidates.hide)
        self.edit.left.connect(self.candidates.hide)
        self.preview.answered.connect(self._answer)
        self.candidates.picked.connect(self._complete_with)
        follow_look(self._restyle)

    def text(self) -> str:
        """Return what stands on the line."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put a line there, as if typed before."""
        self.edit.setText(text)

    def focus_line(self) -> None:
        """Give the line the focus with the cursor last."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def submit(self) -> bool:
        """Store the line; an open question is asked instead, and False is returned."""
        line = self.understood
        if line is None:
            return True
        if line.unsure:
            self._asked = True
            self.preview.focus_choices()
            return False
        if not (line.owners if line.kind is LineKind.VERIFIER else line.text):
            self.preview.say_hint(self.tr(_MISSING[line.kind]))
            return False
        if not self._take(line):
            return False
        self._start_over()
        return True

    def _start_over(self) -> None:
        self._as_text = self._asked = False
        self._answers = {}
        # Not clear(): Ctrl+Z would bring the stored line back here, to be stored once more.
        self.edit.setText("")
        self.focus_line()

    # -- understanding -------------------------------------------------------------------------

    def _read(self, text: str) -> None:
        if not text.strip():
            self._as_text, self._answers = False, {}
        self._asked = False
        self.understood = self._understand(text)
        self.preview.show_line(self.understood)
        for button in (self.decision_button, self.action_button):
            button.setVisible(not self.preview.options)
        self.typed.emit(text)

    def _understand(self, text: str) -> QuickLine | None:
        if not text.strip():
            return None
        if self._as_text:
            return as_text(text)
        desk = self._desk
        people, organisations = desk.known_people(), desk.known_organisations()
        line = parse(text, people, organisations, desk.today(), STANDARD_PHRASES)
        for choice in line.unsure:
            key = _key_of(line, choice)
            if key in self._answers:
                line = _settled(line, choice, self._answers[key])
        return line

    def _answer(self, option: Option) -> None:
        if self.understood is None:
            return
        self._answers[_key_of(self.understood, option.choice)] = option.answer
        asked = self._asked
        self._read(self.edit.text())
        self.focus_line()
        if asked and self.understood is not None:
            # She pressed Enter before the question came, so the answer adds the line, or asks the next.
            self.submit()

    # -- keys ----------------------------------------------------------------------------------

    def _key(self, event: QKeyEvent) -> bool:
        """Do what a key means on the line; False leaves it to the field."""
        key, pressed = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if pressed == Qt.KeyboardModifier.AltModifier:
            return self._press_choice(key)
        if pressed:
            return False
        if self.candidates.isVisible() and self._key_in_candidates(key):
            return True
        if key in _ENTER:
            self.submit()
            return True
        return (key == Qt.Key.Key_Tab and self._complete()) or (
            key == Qt.Key.Key_Escape and self._turn_to_text()
        )

    def _press_choice(self, key: int) -> bool:
        return self.preview.press(key - Qt.Key.Key_0)

    def _key_in_candidates(self, key: int) -> bool:
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.candidates.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_Tab, *_ENTER}:
            self._complete_with(self.candidates.take())
        elif key == Qt.Key.Key_Escape:
            self.candidates.hide()
        else:
            return False
        return True

    def _turn_to_text(self) -> bool:
        if self.understood is None or (self.understood.kind is LineKind.TEXT and not self._as_text):
            return False
        self._as_text = not self._as_text
        self._read(self.edit.text())
        return True

    def _complete(self) -> bool:
        desk, text, cursor = self._desk, self.edit.text(), self.edit.cursorPosition()
        if not text.strip():
            return False
        self._offered = complete(
            text, cursor, desk.known_people(), STANDARD_PHRASES, desk.known_organisations()
        )
        if len(self._offered) == 1:
            self._complete_with(0)
        elif self._offered:
            self.candidates.offer(self._offered)
        return bool(self._offered)

    def _complete_with(self, place: int) -> None:
        chosen = self._offered[place]
        self.edit.setText(chosen.applied(self.edit.text()))
        gap = chosen.text.find("…")
        if gap >= 0:
            self.edit.setSelection(chosen.start + gap, 1)
        else:
            self.edit.setCursorPosition(chosen.start + len(chosen.text))
        self.edit.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Keys that a choice did not use.
        focused = self.focusWidget()
        if event.key() in _ENTER and isinstance(focused, Button):
            focused.click()
        elif event.key() == Qt.Key.Key_Escape and focused in self.preview.buttons:
            self.focus_line()
        elif event.modifiers() != Qt.KeyboardModifier.AltModifier or not self._press_choice(event.key()):
            super().keyPressEvent(event)

    # -- building ------------------------------------------------------------------------------

    def _prefix_button(self, text: str, icon: Icon, prefix: str) -> Button:
        button = Button(text, icon, ButtonKind.CHIP)
        button.setObjectName(prefix)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.set_hint(self.tr("{prefix} och mellanslag").format(prefix=prefix.strip()))
        button.clicked.connect(self._put_prefix)
        return button

    def _put_prefix(self) -> None:
        prefix, text = self.sender().objectName(), self.edit.text()
        for other in ("b ", "å ", "t ", "j "):
            text = text.removeprefix(other)
        self._as_text = False
        self.edit.setText(prefix + text)
        self.focus_line()

    def show_kind(self, *, formal: bool) -> None:
        """Say what the first letters do; notes of a meeting have nobody to verify them."""
        words = self.tr("Skriv här. b beslut, å åtgärd, j justerare, annars text")
        plain = self.tr("Skriv här. b beslut, å åtgärd, annars text")
        self.edit.setPlaceholderText(words if formal else plain)

    def _assemble(self) -> None:
        self.edit.setAccessibleName(self.tr("Snabbrad"))
        self.show_kind(formal=True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        below = row(gap=8)
        below.addWidget(self.preview, 1)
        for button in (self.decision_button, self.action_button):
            below.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        whole = column(self, gap=6)
        whole.addWidget(self.edit)
        whole.addLayout(below)

    def _restyle(self) -> None:
        self.edit.setFont(look().font(TextRole.MINUTES))
        self.edit.updateGeometry()


def _key_of(line: QuickLine, choice: Choice) -> tuple[Part, str]:
    return choice.part, line.line[choice.start : choice.end].casefold()


def _settled(line: QuickLine, choice: Choice, answer: Answer) -> QuickLine:
    if answer is not None:
        return settle(line, choice, answer)
    rest = tuple(other for other in line.unsure if other != choice)
    owners = () if choice.part is Part.OWNER else line.owners
    return dataclasses.replace(line, owners=owners, unsure=rest)
