"""Papers on their way to Word, and minutes on their way back from there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.errors import CouncilError
from trygghetsrad.ui.components.comparison import part_words
from trygghetsrad.ui.components.file_drops import FileDrops
from trygghetsrad.ui.documents.entries import MINUTES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from trygghetsrad.domain.documents import DocumentChoice, Paper, PaperOptions
    from trygghetsrad.domain.meetings import Meeting
    from trygghetsrad.domain.word import Difference
    from trygghetsrad.ui.documents.page import DocumentsPage

_PAPERS = {MinutesKind.PROTOCOL: "protokoll", MinutesKind.NOTES: "minnesanteckningar"}


class WordCopies(QObject):
    """What the page does with Word files; choose_file is asked for a file, so that tests can answer."""

    def __init__(self, page: DocumentsPage) -> None:
        super().__init__(page)
        self.choose_file: Callable[[], Path | None] = self._ask_for_file
        self._page = page
        self._desk = page.desk
        self._choice: DocumentChoice | None = None
        self._meeting: Meeting | None = None
        self._options: PaperOptions | None = None
        self._file: Path | None = None
        """The edited file that is shown beside the minutes."""
        self._drops = FileDrops(page.desk, self.take_files)
        self._desk.delivery.word_asked.connect(self._save)
        self._desk.delivery.word_back_asked.connect(self._choose)
        self._desk.comparison.taken.connect(self._take_over)
        self._desk.comparison.closed.connect(self.stop)

    def show(self, choice: DocumentChoice | None, meeting: Meeting | None, options: PaperOptions) -> None:
        """Offer what can be done with the paper in view; a comparison goes on while its meeting is shown."""
        same = meeting is not None and self._meeting is not None and meeting.id == self._meeting.id
        self._choice, self._meeting, self._options = choice, meeting, options
        self._desk.delivery.show_word(
            offered=choice is not None and choice.has_word, back=choice is not None and choice.kind in MINUTES
        )
        if self._file is not None and same and choice is not None and choice.kind in MINUTES:
            self._compare(self._file)
        else:
            self.stop()

    @Slot()
    def stop(self) -> None:
        """Show the paper again."""
        self._file = None
        self._desk.show_comparison(None)

    # -- to Word -------------------------------------------------------------------------------

    @Slot()
    def _save(self) -> None:
        choice, options = self._choice, self._options
        if choice is None or options is None:
            return
        paper = self._copied(choice, options)
        if paper is not None:
            self._page.save_as(
                paper.file_name, lambda target: self._page.council.documents.save(paper, target)
            )

    def _copied(self, choice: DocumentChoice, options: PaperOptions) -> Paper | None:
        try:
            return self._page.council.word.copy(
                choice.kind, self._page.now().date(), choice.meeting_id, options
            )
        except CouncilError as refusal:
            self._page.trouble.emit(refusal.sentence())
            return None

    # -- and back ------------------------------------------------------------------------------

    def take_files(self, files: Sequence[Path]) -> None:
        """Hold a file that was dropped against the minutes of the meeting in view."""
        if self._meeting is None:
            self._page.trouble.emit(self.tr("Välj först vilket möte filen gäller."))
            return
        meeting_id = self._meeting.id
        if self._compare(files[0]) and (self._choice is None or self._choice.kind not in MINUTES):
            self._page.open_paper(_PAPERS[self._meeting.minutes_kind], meeting_id)

    @Slot()
    def _choose(self) -> None:
        chosen = self.choose_file()
        if chosen is not None and self._compare(chosen):
            self._desk.comparison.focus_first()

    def _compare(self, file: Path) -> bool:
        """Show what a file says otherwise; a file that is refused leaves the paper in view."""
        if self._meeting is None:
            return False
        try:
            edited = self._page.council.word.compare(self._meeting.id, file)
        except CouncilError as refusal:
            self.stop()
            self._page.trouble.emit(refusal.sentence())
            return False
        self._file = file
        self._desk.show_comparison(edited)
        return True

    @Slot(object)
    def _take_over(self, difference: Difference) -> None:
        words = self.tr("Ändrat: {where}, {part}")
        done = words.format(where=difference.where, part=part_words(difference))
        if self._page.do(lambda: self._page.council.word.take_over(difference), toast=done):
            self._desk.comparison.focus_first()

    def _ask_for_file(self) -> Path | None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self._page, self.tr("Ta in ändrad Word-fil"), "", self.tr("Word-dokument (*.docx)")
        )
        return Path(chosen) if chosen else None
