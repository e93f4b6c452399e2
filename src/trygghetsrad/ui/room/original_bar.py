"""Says that another file is the original of the minutes, opens it, and lets the text here count again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.ui.components.opening import open_file
from trygghetsrad.ui.room.notice_bar import NoticeBar
from trygghetsrad.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from trygghetsrad.domain.attachments import Attachment
    from trygghetsrad.ui.room.desk import Desk


class OriginalBar(NoticeBar):
    """open_with answers for the computer, so that tests can do it instead."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(Tone.WARNING)
        self._desk = desk
        self._file: Attachment | None = None
        self.open_with: Callable[[Path], bool] = open_file
        self.open_button = self.add_deed(self.tr("Öppna filen"), self._open, quiet=True)
        self.take_back_button = self.add_deed(self.tr("Låt texten här gälla"), self._take_back, quiet=True)

    def show_room(self) -> None:
        """Show which file counts, while one does."""
        desk = self._desk
        self._file = desk.council.originals.of_meeting(desk.meeting_id)
        self.take_back_button.setVisible(not desk.council.is_read_only)
        words = self.tr("Originalet är den bifogade filen ”{name}”. Texten här kan skilja sig från den.")
        self.say(words.format(name=self._file.name) if self._file else "")

    def _open(self) -> None:
        if self._file is None:
            return
        desk, number, opened = self._desk, self._file.id, []
        if desk.do(lambda: opened.append(desk.council.attachments.open_copy(number))):
            self.open_with(opened[0])

    def _take_back(self) -> None:
        desk = self._desk
        toast = self.tr("Programmets text gäller igen")
        desk.do(lambda: desk.council.originals.take_back(desk.meeting_id), toast=toast)
