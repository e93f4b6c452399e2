"""How the papers look with what the settings say right now, beside the settings themselves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from typing_extensions import override

from trygghetsrad.domain.errors import CouncilError
from trygghetsrad.services.samples import MINUTES, NOTICE, render_sample
from trygghetsrad.ui.background import BackgroundRunner
from trygghetsrad.ui.components.choices import Segmented
from trygghetsrad.ui.components.pdf_preview import PdfPreview
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.theme import row

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from trygghetsrad.domain.papers import MinutesFacts, NoticeFacts

# Short enough to follow typing, long enough not to set a page for every letter.
_PAUSE_MS = 150


class SamplePanel(Card):
    """Sets the page beside the window, one at a time; what was asked meanwhile is set afterwards."""

    def __init__(self, facts_of: Callable[[str], NoticeFacts | MinutesFacts]) -> None:
        super().__init__("Så blir dokumenten", gap=8, edge=(16, 12, 16, 16))
        self._facts_of = facts_of
        self._runner = BackgroundRunner(self)
        # Whoever takes the panel away waits for the page under way, which is told to the panel.
        self.destroyed.connect(partial(BackgroundRunner.finish, self._runner))
        self._busy = self._asked_again = False
        self._to_the_end = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._set_page)
        self.kind = Segmented(
            self.tr("Visa"),
            [(NOTICE, self.tr("Kallelse"), None), (MINUTES, self.tr("Protokoll"), None)],
        )
        self.preview = PdfPreview(self.tr("Så blir dokumenten"))
        line = row(gap=0)
        line.addWidget(self.kind)
        line.addStretch(1)
        self.add(line)
        self.add(self.preview, 1)
        self.kind.chosen.connect(self.ask)

    @Slot()
    def ask(self) -> None:
        """Set the page anew within a moment; who goes on typing sees it follow all the same."""
        if not self._pause.isActive():
            self._pause.start()

    def show_kind(self, kind: str, *, to_the_end: bool = False) -> None:
        """Turn to the paper a setting is about, and to its signatures."""
        self._to_the_end = to_the_end
        self.kind.select(kind)
        self.ask()

    def is_settled(self) -> bool:
        """Tell whether the page shows what was last asked."""
        return not self._busy and not self._pause.isActive()

    def put_away(self) -> None:
        """Set no more pages, and wait for the one under way."""
        self._pause.stop()
        self._runner.finish()

    @Slot()
    def _set_page(self) -> None:
        if not self.isVisible():
            return
        if self._busy:
            self._asked_again = True
            return
        try:
            facts = self._facts_of(self.kind.selected())
        except CouncilError:
            # The page tells what is wrong with the file; the paper stays as it was.
            return
        self._busy = True
        self._runner.run(partial(render_sample, facts), self._show, self._fail)

    def _show(self, pdf: bytes) -> None:
        self._busy = False
        self.preview.show_pdf(pdf, keep_place=True)
        if self._to_the_end:
            self._to_the_end = False
            self.preview.show_end()
        if self._asked_again:
            self._asked_again = False
            self.ask()

    def _fail(self, fault: Exception) -> None:
        self._busy = False
        raise fault

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ask()
