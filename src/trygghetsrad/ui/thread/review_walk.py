"""Gå igenom: one action of the plan at a time, by the keyboard, until there are no more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trygghetsrad.domain.actions import Action, ActionStatus, Rating
from trygghetsrad.domain.dates import iso, overdue_text
from trygghetsrad.domain.reviewing import KEYS, RATING_KEYS, RATING_WORDS, told_in
from trygghetsrad.ui.components.buttons import primary_button, secondary_button
from trygghetsrad.ui.components.committing import commit_within
from trygghetsrad.ui.components.inline_text import InlineText
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column, row
from trygghetsrad.ui.thread.answer_choice import AnswerChoice
from trygghetsrad.ui.thread.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent

AFTER_TYPING = 2000
"""Milliseconds of rest after which what is typed is stored."""


class WalkDesk(QWidget):
    """Tells every answer at once; keys mark while no text is being written."""

    marked = Signal(int, object)
    told = Signal(int, object)
    """Number of the action, and what was told of it by name."""
    looked = Signal(int)
    ended = Signal()
    left = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._actions: tuple[Action, ...] = ()
        self._review_id = 0
        self._place = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._make_parts()
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(AFTER_TYPING)
        self._pause.timeout.connect(self._commit)
        self._connect()

    def action(self) -> Action | None:
        """Return the action shown."""
        return self._actions[self._place] if self._place < len(self._actions) else None

    def show_actions(self, actions: Sequence[Action], review_id: int) -> None:
        """Show how the actions stand now; the one shown stays."""
        shown = self.action()
        self._actions, self._review_id = tuple(actions), review_id
        if shown is not None:
            places = [place for place, one in enumerate(actions) if one.id == shown.id]
            self._place = places[0] if places else min(self._place, max(len(actions) - 1, 0))
        self._show()

    def go_to(self, place: int) -> None:
        """Show the action at a place in the plan, ready for the keys."""
        self._commit()
        self._place = place
        for field in self.fields.values():
            field.edit.clear()
            field.set_text("")
        self._show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def next(self) -> None:
        """Go on to the next action, or to the end after the last."""
        if shown := self.action():
            self._commit()
            self.looked.emit(shown.id)
            if self._place + 1 < len(self._actions):
                self.go_to(self._place + 1)
            else:
                self.ended.emit()

    def previous(self) -> None:
        """Go back to the action before."""
        if self._place > 0:
            self.go_to(self._place - 1)

    def _make_parts(self) -> None:
        self.progress = plain_label("", TextRole.STRONG, Ink.SECONDARY)
        self.what = plain_label("", TextRole.SUBTITLE, wrap=True)
        self.about = plain_label("", TextRole.CAPTION, Ink.SECONDARY, wrap=True)
        self.status = AnswerChoice(
            self.tr("Läge"),
            [(status.value, f"{key} {status.value.capitalize()}") for key, status in KEYS.items()],
        )
        self.rating = AnswerChoice(
            self.tr("Omdöme"),
            [
                (rating.value, f"{key.upper()} {rating.value.capitalize()}")
                for key, rating in RATING_KEYS.items()
            ],
        )
        self.rated = plain_label("", TextRole.CAPTION, Ink.SECONDARY)
        self.fields = {
            "production": InlineText(
                self.tr("Vad är gjort?"),
                placeholder=self.tr("Hur många gånger, hur många deltog"),
                framed=True,
            ),
            "process": InlineText(
                self.tr("Hur gick det?"),
                placeholder=self.tr("Vad fungerade, vad behöver ändras"),
                framed=True,
            ),
            "effect": InlineText(
                self.tr("Vad har det gett?"),
                placeholder=self.tr("Har problemet ändrats, hur vet ni det"),
                framed=True,
            ),
        }
        self.back = secondary_button(self.tr("Föregående"), Icon.ARROW_LEFT)
        self.forward = primary_button(self.tr("Nästa"), Icon.ARROW_RIGHT)
        self.close_walk = secondary_button(self.tr("Pausa"), Icon.PAUSE)
        self.forward.set_hint("Ctrl+Enter")
        self.back.set_hint("Ctrl+Shift+Enter")
        self.close_walk.set_hint("Esc")

    def _lay_out(self) -> None:
        card = Card()
        for part in (self.progress, self.what, self.about):
            card.add(part)
        for heading, choice in ((self.tr("Läge"), self.status), (self.tr("Omdöme"), self.rating)):
            card.add(plain_label(heading, TextRole.CAPTION, Ink.SECONDARY))
            card.body.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)
        card.add(self.rated)
        for field in self.fields.values():
            card.add(field)
        sheet = Sheet(self.tr("Åtgärd i planen"))
        sheet.add(card)
        buttons = row(gap=8)
        buttons.addWidget(self.close_walk)
        buttons.addWidget(
            plain_label(
                self.tr("1–4 läge, G Y R omdöme, Ctrl+Enter nästa, Esc pausa"),
                TextRole.CAPTION,
                Ink.SECONDARY,
                wrap=True,
            ),
            1,
        )
        buttons.addWidget(self.back)
        buttons.addWidget(self.forward)
        whole = column(self, gap=8)
        whole.addWidget(sheet, 1)
        whole.addLayout(buttons)

    def _connect(self) -> None:
        for keys, deed in (
            ("Ctrl+Return", self.next),
            ("Ctrl+Enter", self.next),
            ("Ctrl+Shift+Return", self.previous),
            ("Ctrl+Shift+Enter", self.previous),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)
        self.forward.clicked.connect(self.next)
        self.back.clicked.connect(self.previous)
        self.close_walk.clicked.connect(self._leave)
        self.status.chosen.connect(self._tell_status)
        self.rating.chosen.connect(self._tell_rating)
        for name, field in self.fields.items():
            field.committed.connect(partial(self._tell_text, name))
            field.typed.connect(self._rest)

    def _show(self) -> None:
        action = self.action()
        if action is None:
            return
        words = self.tr("{place} av {total}")
        self.progress.setText(words.format(place=self._place + 1, total=len(self._actions)))
        self.what.setText(action.what)
        self.setAccessibleName(f"{self.progress.text()}: {action.what}")
        late = overdue_text(action.due, self._today()) if action.due and action.is_open else ""
        due = self.tr("klart senast {day}").format(day=iso(action.due)) if action.due else ""
        owner = action.owner or self.tr("Ingen ansvarig")
        self.about.setText(" · ".join(filter(None, (owner, due, late))))
        self.status.show_choice(action.status.value)
        told = told_in(action, self._review_id)
        rating = told.rating if told else Rating.UNRATED
        self.rating.show_choice(rating.value)
        self.rated.setText(RATING_WORDS.get(rating, self.tr("Inget omdöme än")))
        for name, field in self.fields.items():
            field.set_text(getattr(told, name) if told else "")
        self.back.setVisible(self._place > 0)
        last = self._place + 1 == len(self._actions)
        self.forward.set_text(self.tr("Till sammanfattningen") if last else self.tr("Nästa"))

    def _rest(self) -> None:
        self._pause.start()

    def _commit(self) -> None:
        self._pause.stop()
        commit_within(self)

    def _leave(self) -> None:
        self._commit()
        self.left.emit()

    def _tell_status(self, status: str) -> None:
        if shown := self.action():
            self.marked.emit(shown.id, ActionStatus(status))

    def _tell_rating(self, rating: str) -> None:
        if shown := self.action():
            self.told.emit(shown.id, {"rating": Rating(rating)})

    def _tell_text(self, name: str, text: str) -> None:
        if shown := self.action():
            self.told.emit(shown.id, {name: text})

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.text().lower()
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif key in KEYS:
            self._tell_status(KEYS[key].value)
        elif key in RATING_KEYS:
            self._tell_rating(RATING_KEYS[key].value)
        else:
            super().keyPressEvent(event)
