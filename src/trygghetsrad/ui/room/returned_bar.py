"""Minutes that come back edited: asked what they are, and held against the text point by point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from trygghetsrad.domain.attachments import ending_of
from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.meetings import MeetingState
from trygghetsrad.ui.components.comparison import Comparison, part_words
from trygghetsrad.ui.room.notice_bar import NoticeBar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from trygghetsrad.domain.word import Difference
    from trygghetsrad.ui.room.desk import Desk

_WORD, _PDF = "docx", "pdf"


class ReturnedBar(NoticeBar):
    """Asks about one file; `kept` tells that it is a paper after all, `compared` that the sides are shown."""

    kept = Signal(object)
    compared = Signal(bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked: tuple[int, Path] | None = None
        self._held: tuple[int, Path] | None = None
        """The meeting and the file whose sides are shown."""
        self.comparison = Comparison(self.tr("Tillbaka till mötet"))
        self.comparison.hide()
        self.comparison.taken.connect(self._take_over)
        self.comparison.closed.connect(self.stop)
        self.compare_button = self.add_deed(self.tr("Jämför med texten här"), self._compare)
        self.original_button = self.add_deed(self.tr("Gör filen till originalet"), self._declare)
        self.keep_button = self.add_deed(self.tr("Lägg till som handling"), self._keep, quiet=True)
        self.leave_button = self.add_deed(self.tr("Avbryt"), self._leave, quiet=True)

    def is_for(self, files: Sequence[Path]) -> bool:
        """Tell whether dropped files can be the minutes of a meeting that is over: one Word file or PDF."""
        held = self._desk.meeting.state is MeetingState.HELD and not self._desk.council.is_read_only
        return held and len(files) == 1 and ending_of(files[0].name) in {_WORD, _PDF}

    def ask(self, path: Path) -> None:
        """Ask what the file is."""
        self._asked = (self._desk.meeting_id, path)
        word = ending_of(path.name) == _WORD
        self.compare_button.setVisible(word)
        notes = self._desk.meeting.minutes_kind is MinutesKind.NOTES
        paper = self.tr("anteckningarna") if notes else self.tr("protokollet")
        asks = (
            self.tr("Är ”{name}” {paper} som någon har ändrat i?")
            if word
            else self.tr("Är ”{name}” {paper}?")
        )
        self.say(asks.format(name=path.name, paper=paper))
        (self.compare_button if word else self.original_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_room(self) -> None:
        """Put away what was about another meeting; sides that are shown are held up again."""
        if self._asked and self._asked[0] != self._desk.meeting_id:
            self._leave()
        if self._held and (self._held[0] != self._desk.meeting_id or not self._show(self._held[1])):
            self.stop()

    def stop(self) -> None:
        """Show the meeting again."""
        if self._held is not None:
            self._held = None
            self.comparison.hide()
            self.compared.emit(False)

    # -- what she says it is -------------------------------------------------------------------

    def _compare(self) -> None:
        if self._asked is None:
            return
        meeting_id, path = self._asked
        self._leave()
        if self._show(path):
            self._held = (meeting_id, path)
            self.comparison.show()
            self.compared.emit(True)
            self.comparison.focus_first()

    def _show(self, path: Path) -> bool:
        """Show where a file says something else; False when it is refused."""
        found = []
        desk = self._desk
        if not desk.look(lambda: found.append(desk.council.word.compare(desk.meeting_id, path))):
            return False
        self.comparison.show_minutes(found[0])
        return True

    def _take_over(self, difference: Difference) -> None:
        desk, words = self._desk, self.tr("Ändrat: {where}, {part}")
        toast = words.format(where=difference.where, part=part_words(difference))
        if desk.do(lambda: desk.council.word.take_over(difference), toast=toast):
            self.comparison.focus_first()

    def _declare(self) -> None:
        if self._asked is None:
            return
        desk, path = self._desk, self._asked[1]
        self._leave()
        toast = self.tr("”{name}” är originalet").format(name=path.name)
        desk.do(lambda: desk.council.originals.declare(desk.meeting_id, path, desk.today()), toast=toast)

    def _keep(self) -> None:
        if self._asked is not None:
            path = self._asked[1]
            self._leave()
            self.kept.emit(path)

    def _leave(self) -> None:
        self._asked = None
        self.say("")
