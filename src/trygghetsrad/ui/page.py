"""What every page of the window is and may ask of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.errors import CouncilError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.ui.hub import Hub

TOAST_HEIGHT = 40


class Page(QWidget):
    """A page looks again when what it shows has changed, and asks the window for everything else."""

    SHOWS: ClassVar[Changed] = Changed.NOTHING

    open_requested = Signal(str, int)
    """Kind and number of what to open: ("meeting", 3), ("action", 5), ("member", 2), ("documents", 3) …"""

    title_changed = Signal(str, str)
    """The page's title and its context, for the top bar."""

    toast_requested = Signal(str, bool)
    """A short note; True offers Ångra."""

    trouble = Signal(str)
    """A sentence about something that did not work; shown as a banner until it is closed."""

    def __init__(self, council: OpenCouncil, hub: Hub, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.council = council
        self.now = now
        self._is_stale = True
        hub.changed.connect(self._look_again)

    def refresh(self) -> None:
        """Show what the council file says now."""
        raise NotImplementedError

    def open_item(self, item_id: int) -> None:
        """Show one thing of the page, such as one meeting; pages without such things do nothing."""

    def open_thing(self, kind: str, item_id: int) -> None:  # noqa: ARG002  # for pages with several kinds
        """Show one thing of a kind; a page with several kinds shows the part that kind is in."""
        if item_id:
            self.open_item(item_id)

    def commit_pending(self) -> None:
        """Save whatever is typed but not yet left; called before the page is left and before documents."""

    def keep_drafts(self) -> None:
        """Keep what is typed without storing it, when the computer is about to be turned off."""

    def take_focus(self) -> None:
        """Put the focus where the keyboard is of use first; by itself in no field, so that none shines."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def toast_height(self) -> int:
        """Return how far over the bottom, in pixels at 100 %, a toast covers nothing she works with."""
        return TOAST_HEIGHT

    def put_away(self) -> None:
        """Let go of what is open outside the window's own memory; called when the council is closed."""

    def arrive(self) -> None:
        """Come into view: look again if something changed meanwhile."""
        if self._is_stale:
            self._is_stale = False
            self._show_stored()

    def do(self, deed: Callable[[], object], *, toast: str = "", undo: bool = True) -> bool:
        """Do one deed; a refusal becomes a banner, a success with a toast may be taken back."""
        try:
            deed()
        except CouncilError as refusal:
            self.trouble.emit(refusal.sentence())
            self._show_stored()  # what she clicked has changed on the screen, but nowhere else
            return False
        if toast:
            self.toast_requested.emit(toast, undo)
        return True

    @Slot(object)
    def _look_again(self, changes: Changed) -> None:
        if not changes & self.SHOWS:
            return
        if self.isVisible():
            self._show_stored()
        else:
            self._is_stale = True

    def _show_stored(self) -> None:
        """Look again; a file that can no longer be read is told of, and what is shown stays."""
        try:
            self.refresh()
        except CouncilError as refusal:
            self.trouble.emit(refusal.sentence())
