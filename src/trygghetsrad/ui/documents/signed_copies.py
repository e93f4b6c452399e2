"""Signed minutes dropped on the page Dokument: the printed code says whose they are, or she does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trygghetsrad.domain.errors import CouncilError
from trygghetsrad.ui.components.banner import Banner
from trygghetsrad.ui.components.file_drops import FileDrops

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from trygghetsrad.domain.meetings import Meeting
    from trygghetsrad.ui.documents.desk import Desk
    from trygghetsrad.ui.page import Page

_MOST_OFFERED = 3


class SignedCopies:
    """Takes PDF files that are dropped on the page; other files are for others to take."""

    def __init__(self, page: Page, desk: Desk) -> None:
        self._page, self._desk = page, desk
        self.question: Banner | None = None
        self._drops = FileDrops(desk, self.take_files, ending="pdf")

    def take_files(self, files: Sequence[Path]) -> None:
        """Keep a signed copy with its meeting, or ask which meeting it belongs to."""
        self._put_away()
        try:
            match = self._page.council.signed.match(files[0])
        except CouncilError as refusal:
            self._page.trouble.emit(refusal.sentence())
            return
        if match.found is not None:
            self._keep(match.found, files[0])
        elif match.awaiting:
            self._ask(match.awaiting[:_MOST_OFFERED], files[0])
        else:
            self._page.trouble.emit(
                self._page.tr(
                    "Inget protokoll väntar på en underskriven kopia. Inget har lagts till. En handling till "
                    "ett möte släpper du i mötesrummet."
                )
            )

    def _ask(self, meetings: Sequence[Meeting], file: Path) -> None:
        words = self._page.tr("Vilket möte hör den underskrivna kopian ”{name}” till?")
        self.question = question = Banner(words.format(name=file.name))
        for meeting in meetings:
            question.add_action(meeting.label).clicked.connect(partial(self._keep, meeting, file))
        question.closed.connect(self._put_away)
        self._desk.show_question(question)
        if question.close_button is not None:
            question.setFocusProxy(question.close_button)

    def _keep(self, meeting: Meeting, file: Path, _checked: bool = False) -> None:
        signed, today = self._page.council.signed, self._page.now().date()
        done = self._page.tr("Den underskrivna kopian är sparad på {meeting}")
        toast = done.format(meeting=meeting.label[:1].lower() + meeting.label[1:])
        self._put_away()
        self._page.do(lambda: signed.add(meeting.id, file, today), toast=toast)

    def _put_away(self) -> None:
        if self.question is not None:
            self.question.hide()
            self.question.deleteLater()
            self.question = None
