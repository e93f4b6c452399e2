"""What was understood of the quick line, and the choices that are hers to make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trygghetsrad.domain.dates import iso, weekday
from trygghetsrad.domain.name_matching import Owner, OwnerKind
from trygghetsrad.domain.understood import Choice, LineKind, Part, QuickLine
from trygghetsrad.ui.components.block import fact
from trygghetsrad.ui.components.buttons import Button, ButtonKind
from trygghetsrad.ui.components.flow import FlowLayout
from trygghetsrad.ui.components.labels import ElidedLabel, plain_label
from trygghetsrad.ui.components.pills import Pill, StatusPill
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, Tone, follow_look, look, row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    Answer = Owner | date | None

_PILLS = {
    LineKind.DECISION: ("Beslut", Pill(tone=Tone.ACCENT, icon=Icon.GAVEL)),
    LineKind.ACTION: ("Åtgärd", Pill(tone=Tone.WARNING, icon=Icon.TASK_LIST_LTR)),
    LineKind.TEXT: ("Text", Pill(tone=Tone.NEUTRAL, icon=Icon.TEXT_BULLET_LIST)),
    LineKind.VERIFIER: ("Justerare", Pill(tone=Tone.INFO, icon=Icon.EDIT)),
}
_PICTURES = {Part.OWNER: Icon.PERSON, Part.VERIFIER: Icon.PERSON, Part.DUE: Icon.CALENDAR_LTR}


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to one question; None leaves the part out."""

    choice: Choice
    answer: Answer
    words: str


class QuickPreview(QWidget):
    """One calm line under the quick line; answered carries the Option that was pressed."""

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._understood: QuickLine | None = None
        self.options: list[Option] = []
        self.buttons: list[Button] = []
        self._parts = QWidget()
        self._flow = FlowLayout(self._parts, gap=6)
        self._parts.hide()
        self._hint = ElidedLabel("", TextRole.CAPTION, Ink.SECONDARY)
        line = row(self, gap=12)
        line.addWidget(self._parts, 5)
        line.addWidget(self._hint, 3)
        self.say_hint("")
        follow_look(self._restyle)

    def show_line(self, understood: QuickLine | None) -> None:
        """Show what was understood; None for an empty line."""
        if understood == self._understood:
            return
        self._understood = understood
        self._clear()
        if understood is not None:
            word, pill = _PILLS[understood.kind]
            self._add(StatusPill(word, pill))
            self._add_sure(understood)
            for choice in understood.unsure:
                self._add_choice(choice)
        self._parts.setVisible(understood is not None)
        self.say_hint("")

    def say_hint(self, words: str) -> None:
        """Say what is missing; an empty text brings back how the line works."""
        usual = "" if self._understood is not None else self.tr("Enter lägger till. Tab skriver klart")
        self._hint.set_ink(Ink.WARNING if words else Ink.SECONDARY)
        self._hint.set_whole(words or usual)
        self._hint.setVisible(bool(words or usual) and not self.options)

    def hint(self) -> str:
        """Return the words at the right."""
        return self._hint.whole()

    def words(self) -> list[str]:
        """Return what is shown as understood, and what can be pressed."""
        if self._understood is None:
            return []
        pill = _PILLS[self._understood.kind][0]
        return [pill, *self._sure_words(self._understood), *(option.words for option in self.options)]

    def focus_choices(self) -> None:
        """Give the focus to the first choice."""
        self.buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def press(self, number: int) -> bool:
        """Answer by the number on a button; False when there is none such."""
        if 1 <= number <= len(self.options):
            self.answered.emit(self.options[number - 1])
            return True
        return False

    def _sure_words(self, line: QuickLine) -> list[str]:
        sure = [] if self._asks(line, Part.OWNER) else [owner.name for owner in line.owners]
        return sure + ([f"{iso(line.due)} {weekday(line.due)}"] if line.due else [])

    def _asks(self, line: QuickLine, part: Part) -> bool:
        return any(choice.part is part for choice in line.unsure)

    def _add_sure(self, line: QuickLine) -> None:
        if not self._asks(line, Part.OWNER):
            for owner in line.owners:
                icon = Icon.PERSON if owner.kind is OwnerKind.PERSON else Icon.BUILDING
                self._add(fact(icon, owner.name))
        if line.due:
            self._add(fact(Icon.CALENDAR_LTR, f"{iso(line.due)} {weekday(line.due)}"))
        if any(span.part is Part.PHRASE for span in line.spans):
            self._add(plain_label(line.text, TextRole.CAPTION, Ink.SECONDARY))

    def _add_choice(self, choice: Choice) -> None:
        self._add(plain_label(self._question(choice), TextRole.CAPTION_STRONG, Ink.WARNING))
        for option in self._options(choice):
            self.options.append(option)
            number = len(self.options)
            button = Button(f"{number}  {option.words}", None, ButtonKind.CHIP)
            button.setAccessibleName(option.words)
            button.set_hint(f"Alt+{number}")
            button.setObjectName(str(number))
            button.clicked.connect(self._pressed)
            self.buttons.append(button)
            self._add(button)

    def _question(self, choice: Choice) -> str:
        words = self._understood.line[choice.start : choice.end].strip(" ,;:@/") if self._understood else ""
        if choice.part is Part.DUE:
            return self.tr("Vilken dag?")
        if not choice.owners:
            return self.tr("Ingen känd heter {name}.").format(name=words) if words else self.tr("Vem?")
        return self.tr("Vem?")

    def _options(self, choice: Choice) -> Iterator[Option]:
        if choice.part is Part.DUE:
            for day in choice.days:
                yield Option(choice, day, f"{iso(day)} {weekday(day)}")
            yield Option(choice, None, self.tr("Utan datum"))
            return
        names = [owner.name for owner in choice.owners]
        for owner in choice.owners:
            same = names.count(owner.name) > 1 and owner.detail
            yield Option(choice, owner, f"{owner.name}, {owner.detail}" if same else owner.name)
        if choice.part is Part.OWNER:
            yield Option(choice, None, self.tr("Utan ansvarig"))
        elif not choice.owners and self._understood:
            name = self._understood.line[choice.start : choice.end].strip()
            stranger = Owner(kind=OwnerKind.PERSON, id=0, name=name)
            yield Option(choice, stranger, self.tr("Skriv {name} ändå").format(name=name))
        else:
            yield Option(choice, None, self.tr("Ingen av dem"))

    def _add(self, part: QWidget) -> None:
        part.setMinimumHeight(look().px(28))
        if isinstance(part, StatusPill):
            part.setMinimumHeight(0)
            part = _centered(part)
        self._flow.addWidget(part)
        part.show()

    def _clear(self) -> None:
        self.options, self.buttons = [], []
        while self._flow.count():
            item = self._flow.takeAt(0)
            if item and (old := item.widget()):
                old.hide()
                old.deleteLater()

    def _pressed(self) -> None:
        self.press(int(self.sender().objectName()))

    def _restyle(self) -> None:
        self.setMinimumHeight(look().px(30))


def _centered(part: QWidget) -> QWidget:
    whole = QWidget()
    whole.setMinimumHeight(look().px(28))
    row(whole, gap=0).addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
    return whole
