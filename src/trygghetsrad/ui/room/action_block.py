"""An action under a point: what is to be done, by whom and when, each changed where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from trygghetsrad.domain.dates import iso, parse_day, weekday
from trygghetsrad.domain.name_matching import OwnerKind
from trygghetsrad.ui.components.date_field import DateField
from trygghetsrad.ui.components.person_picker import PersonPicker
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.room.fact_button import FactButton
from trygghetsrad.ui.room.words_block import FactLine, WordsBlock
from trygghetsrad.ui.theme import Tone, row

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from trygghetsrad.domain.meetings import ItemAction
    from trygghetsrad.ui.room.desk import Desk
    from trygghetsrad.ui.room.draft_keeper import DraftKeeper


class ActionBlock(WordsBlock):
    """Owner and day are small buttons; pressing one opens both fields."""

    def __init__(self, desk: Desk, drafts: DraftKeeper) -> None:
        super().__init__(desk, drafts, tone=Tone.WARNING, icon=Icon.TASK_LIST_LTR, field="what")
        self._action: ItemAction | None = None
        self._owners: dict[str, tuple[OwnerKind, int]] = {}
        self.owner_button = FactButton(Icon.PERSON, self.tr("Välj ansvarig"))
        self.due_button = FactButton(Icon.CALENDAR_LTR, self.tr("Sätt datum"))
        self.owner = PersonPicker(self.tr("Ansvarig"), free_text=True, framed=True)
        self.due = DateField(self.tr("Klart senast"), self._parse, framed=True)
        self._fields = QWidget()
        self._fields.hide()
        self._lay_out()
        self.owner_button.clicked.connect(self.edit_owner)
        self.due_button.clicked.connect(self.edit_due)
        self.owner.picked.connect(self._set_owner)
        self.due.committed.connect(self._set_due)
        self.add_deed(self.tr("Öppna i Åtgärder"), self._open)
        self.add_deed(self.tr("Ändra ansvarig"), self.edit_owner)
        self.add_deed(self.tr("Ändra datum"), self.edit_due)
        self.menu.addSeparator()
        self.add_deed(self.tr("Ta bort åtgärden"), self._remove)

    def show_action(self, number: int, action: ItemAction) -> None:
        """Show an action as the point's first, second, …."""
        self._action = action
        self.show_words(action.uid, action.what)
        self.set_heading(self.tr("Åtgärd {number}").format(number=number))
        self.owner_button.show_fact(action.owner)
        self.due_button.show_fact(f"{iso(action.due)} {weekday(action.due)}" if action.due else "")
        self.due.set_day(action.due)
        if not self._fields.isHidden():
            self._fill_owner()

    def edit_owner(self) -> None:
        """Open the fields at the owner."""
        self._open_fields()
        self.owner.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit_due(self) -> None:
        """Open the fields at the day."""
        self._open_fields()
        self.due.setFocus(Qt.FocusReason.OtherFocusReason)
        self.due.edit.selectAll()

    def store(self, words: str) -> bool:
        if not words:
            self._remove()
            return True
        action, actions = self._action, self._desk.council.actions
        return action is not None and self._desk.do(lambda: actions.change(action.id, what=words))

    def _lay_out(self) -> None:
        self._facts_line = FactLine()
        self._facts_line.add(self.owner_button)
        self._facts_line.add(self.due_button)
        self.add_below(self._facts_line, indent=2)
        line = row(self._fields, gap=12, edge=(0, 2, 8, 4))
        line.addWidget(self.owner, 3, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.due, 2, Qt.AlignmentFlag.AlignTop)
        self.add_below(self._fields)

    def _open_fields(self) -> None:
        if self._fields.isHidden():
            self._fill_owner()
            self._fields.show()
            self._facts_line.hide()

    def _fill_owner(self) -> None:
        desk, action = self._desk, self._action
        self._owners = {f"person:{one.id}": (OwnerKind.PERSON, one.id) for one in desk.persons}
        people: list[tuple[object, str]] = [(f"person:{one.id}", one.name) for one in desk.persons]
        for one in desk.organisations:
            self._owners[f"organisation:{one.id}"] = (OwnerKind.ORGANISATION, one.id)
            people.append((f"organisation:{one.id}", one.name))
        self.owner.set_people(people)
        if action is not None:
            named = [key for key, name in people if name == action.owner]
            self.owner.set_current(named[0] if named else action.owner or None)

    def _close_fields(self) -> None:
        inside = self._fields.isAncestorOf(QApplication.focusWidget() or self)
        self._fields.hide()
        self._facts_line.show()
        if inside:
            self.due_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_owner(self, owner: object) -> None:
        action, actions = self._action, self._desk.council.actions
        if action is None:
            return
        kind, number = self._owners.get(str(owner), (None, 0))
        person = number if kind is OwnerKind.PERSON else None
        organisation = number if kind is OwnerKind.ORGANISATION else None
        words = "" if kind else str(owner or "")
        self._desk.do(
            lambda: actions.change(
                action.id, owner_person_id=person, owner_organisation_id=organisation, owner_text=words
            )
        )

    def _set_due(self, day: date | None) -> None:
        action, actions = self._action, self._desk.council.actions
        if action is not None and self._desk.do(lambda: actions.change(action.id, due=day)) and day:
            at_owner = self.owner.isAncestorOf(QApplication.focusWidget() or self)
            if not at_owner:
                self._close_fields()

    def _parse(self, text: str) -> date | None:
        return parse_day(text, self._desk.today())

    def _open(self) -> None:
        if self._action is not None:
            self._desk.open("action", self._action.id)

    def _remove(self) -> None:
        if (action := self._action) is not None:
            actions, toast = self._desk.council.actions, self.tr("Åtgärden är borttagen")
            self._desk.do(lambda: actions.remove(action.id), toast=toast)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        in_fields = self._fields.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        if in_fields and event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._close_fields()
        else:
            super().keyPressEvent(event)
