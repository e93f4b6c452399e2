"""The signed minutes that came back: shown with their day, opened, or asked for while they are missing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from trygghetsrad.domain.attachments import ending_of
from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.meetings import MinutesState
from trygghetsrad.ui.components.opening import open_file
from trygghetsrad.ui.room.notice_bar import NoticeBar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from trygghetsrad.domain.attachments import Attachment
    from trygghetsrad.ui.room.desk import Desk


class SignedBar(NoticeBar):
    """choose_file and open_with answer for the computer, so that tests can do it instead."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._copies: tuple[Attachment, ...] = ()
        self.choose_file: Callable[[], Path | None] = self._ask_for_file
        self.open_with: Callable[[Path], bool] = open_file
        self.open_button = self.add_deed(self.tr("Öppna"), self._open, quiet=True)
        self.remove_button = self.add_deed(self.tr("Ta bort"), self._remove, quiet=True)
        self.original_button = self.add_deed(self.tr("Gör till originalet"), self._declare, quiet=True)
        self.add_button = self.add_deed(self.tr("Välj fil…"), self._choose, quiet=True)

    def show_room(self) -> None:
        """Show the copies, or ask for one when the minutes are verified; notes are signed by nobody."""
        desk, meeting = self._desk, self._desk.meeting
        self._copies = desk.council.signed.of_meeting(meeting.id)
        waits = meeting.minutes_state in {MinutesState.VERIFIED, MinutesState.AMENDED}
        formal = meeting.minutes_kind is MinutesKind.PROTOCOL
        self.open_button.setVisible(bool(self._copies))
        self.remove_button.setVisible(bool(self._copies) and not desk.council.is_read_only)
        self.original_button.setVisible(bool(self._copies) and not desk.council.is_read_only)
        self.add_button.setVisible(not self._copies)
        if self._copies:
            self.say(self._told())
        elif waits and formal and not desk.council.is_read_only:
            self.say(self.tr("Släpp det underskrivna protokollet här när det kommer tillbaka som PDF."))
        else:
            self.say("")

    def is_for(self, files: Sequence[Path]) -> bool:
        """Tell whether dropped files are the minutes come back: one PDF, once there are minutes to sign."""
        meeting = self._desk.meeting
        formal = meeting.minutes_kind is MinutesKind.PROTOCOL
        out = meeting.minutes_state is not MinutesState.DRAFT
        return formal and out and len(files) == 1 and ending_of(files[0].name) == "pdf"

    def take(self, path: Path) -> None:
        """Keep a signed copy."""
        desk = self._desk
        desk.do(
            lambda: desk.council.signed.add(desk.meeting_id, path, desk.today()),
            toast=self.tr("Den underskrivna kopian är sparad"),
        )

    def _told(self) -> str:
        last = self._copies[-1]
        day = iso(last.day) if last.day else ""
        if len(self._copies) == 1:
            return self.tr("Underskriven kopia från {day}: {name}").format(day=day, name=last.name)
        count = plural(len(self._copies), "underskriven kopia", "underskrivna kopior")
        return self.tr("{count}, den senaste från {day}: {name}").format(count=count, day=day, name=last.name)

    def _open(self) -> None:
        desk, number, opened = self._desk, self._copies[-1].id, []
        if desk.do(lambda: opened.append(desk.council.attachments.open_copy(number))):
            self.open_with(opened[0])

    def _remove(self) -> None:
        desk, number = self._desk, self._copies[-1].id
        toast = self.tr("Den underskrivna kopian är borttagen")
        desk.do(lambda: desk.council.signed.remove(number), toast=toast)

    def _declare(self) -> None:
        desk, copy = self._desk, self._copies[-1]
        toast = self.tr("”{name}” är originalet").format(name=copy.name)
        desk.do(lambda: desk.council.originals.declare_signed(copy.id), toast=toast)

    def _choose(self) -> None:
        path = self.choose_file()
        if path is not None:
            self.take(path)

    def _ask_for_file(self) -> Path | None:
        title, kinds = self.tr("Välj det underskrivna protokollet"), self.tr("PDF (*.pdf)")
        chosen, _kind = QFileDialog.getOpenFileName(self, title, str(Path.home()), kinds)
        return Path(chosen) if chosen else None
