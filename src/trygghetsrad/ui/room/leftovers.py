"""Text that was typed but not saved when the program stopped, offered back when the room opens."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from trygghetsrad.domain.clock import clock
from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.dates import iso
from trygghetsrad.ui.room.notice_bar import NoticeBar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from trygghetsrad.domain.drafts import Draft
    from trygghetsrad.ui.room.desk import Desk


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of the room that a draft may belong to."""

    item_id: int
    stored: str
    store: Callable[[str], object]


class LeftoverBar(NoticeBar):
    """Restored carries the point whose text came back."""

    restored = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._found: list[tuple[Draft, _Field]] = []
        self.restore_button = self.add_deed(self.tr("Återställ"), self._restore)
        self.drop_button = self.add_deed(self.tr("Kasta"), self._drop, quiet=True)

    def look_for_drafts(self) -> None:
        """Offer the drafts of this meeting that differ from what is saved, to whoever can save them."""
        if self._desk.council.is_read_only:
            return
        fields = dict(self._fields())
        mine = [
            (draft, fields[draft.uid, draft.field])
            for draft in self._desk.council.drafts.left_over()
            if (draft.uid, draft.field) in fields
        ]
        self._found = [(draft, field) for draft, field in mine if draft.text != field.stored]
        self.say(self._sentence())

    def _sentence(self) -> str:
        if not self._found:
            return ""
        at = self._found[-1][0].at.astimezone()
        when = clock(at.time())
        if at.date() != self._desk.today():
            when = f"{iso(at.date())} kl. {when}"
        if len(self._found) == 1:
            return self.tr("Osparad text från {when} finns.").format(when=when)
        things = plural(len(self._found), "ställe", "ställen")
        return self.tr("Osparad text på {things} finns, den senaste från {when}.").format(
            things=things, when=when
        )

    def _fields(self) -> Iterator[tuple[tuple[str, str], _Field]]:
        for item in self._desk.items:
            yield (item.uid, "text"), _Field(item.id, item.text, partial(self._store_text, item.id))
            for decision in item.decisions:
                store = partial(self._store_decision, decision.id)
                yield (decision.uid, "text"), _Field(item.id, decision.text, store)
            for action in item.actions:
                store = partial(self._store_action, action.id)
                yield (action.uid, "what"), _Field(item.id, action.what, store)

    def _store_text(self, item_id: int, text: str) -> None:
        self._desk.council.room.write_text(item_id, text)

    def _store_decision(self, decision_id: int, text: str) -> None:
        self._desk.council.room.change_decision(decision_id, text=text)

    def _store_action(self, action_id: int, text: str) -> None:
        self._desk.council.actions.change(action_id, what=text)

    def _restore(self) -> None:
        found, last = self._found, 0
        for draft, field in found:
            if self._desk.do(partial(field.store, draft.text)):
                last = field.item_id
        self._drop()
        if last:
            self.restored.emit(last)

    def _drop(self) -> None:
        for draft, _field in self._found:
            self._desk.do(partial(self._desk.council.drafts.drop, draft.uid, draft.field))
        self._found = []
        self.say("")
