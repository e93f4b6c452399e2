"""Keeps what is being typed safe a second or two after the last key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from trygghetsrad.domain.drafts import Draft
    from trygghetsrad.ui.room.desk import Desk

KEPT_AFTER_MS = 1_500
QUICK_LINE = "quick_line"


class DraftKeeper(QObject):
    """Knows what is typed but not left; state says "Utkast sparat" until it is."""

    state = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._waiting: dict[tuple[str, str], str] = {}
        self._unsaved: dict[tuple[str, str], str] = {}
        self._kept: set[tuple[str, str]] = set()
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(KEPT_AFTER_MS)
        self.timer.timeout.connect(self.keep_now)

    def typed(self, uid: str, field: str, text: str, stored: str) -> None:
        """Note a key in a field; text that is as stored again needs no draft."""
        if text == stored:
            self.settled(uid, field)
            return
        self._waiting[uid, field] = self._unsaved[uid, field] = text
        self.timer.start()

    def unsaved(self, uid: str, field: str) -> str | None:
        """Return what was typed in a field and could not be saved, or is not left yet."""
        return self._unsaved.get((uid, field))

    def settled(self, uid: str, field: str) -> None:
        """Forget a field that was left and saved."""
        key = (uid, field)
        self._unsaved.pop(key, None)
        waited = self._waiting.pop(key, None) is not None
        if waited or key in self._kept:
            self._kept.discard(key)
            self._desk.do(lambda: self._desk.council.drafts.drop(uid, field))
            self.state.emit("")

    def keep_now(self) -> None:
        """Keep everything that is waiting; also called when the program is told to stop."""
        self.timer.stop()
        waiting, self._waiting = self._waiting, {}
        for (uid, field), text in waiting.items():
            if self._desk.do(partial(self._desk.council.drafts.keep, uid, field, text)):
                self._kept.add((uid, field))
            else:
                self._waiting.setdefault((uid, field), text)
        if waiting:
            kept = not self._waiting
            self.state.emit(self.tr("Utkast sparat") if kept else self.tr("Utkastet är inte sparat"))

    def adopt(self, draft: Draft) -> None:
        """Take over a draft from before the program stopped, so that it goes when its field is saved."""
        self._kept.add((draft.uid, draft.field))
