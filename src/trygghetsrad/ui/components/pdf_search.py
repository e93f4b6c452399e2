"""Words looked for in a document: found in the background, marked on the pages, gone through one by one."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from trygghetsrad.ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QScrollArea

    from trygghetsrad.ui.components.pdf_drawer import PageDrawer
    from trygghetsrad.ui.components.pdf_find import FindBar
    from trygghetsrad.ui.components.pdf_page import PdfPage
    from trygghetsrad.ui.components.pdf_source import Hit, PdfSource


class PdfSearch:
    """Searches the document that is shown; `place` tells the page in view."""

    def __init__(
        self,
        drawer: PageDrawer,
        finder: FindBar,
        area: QScrollArea,
        pages: Sequence[PdfPage],
        place: Callable[[], int],
    ) -> None:
        self._drawer, self._finder, self._area = drawer, finder, area
        self._pages, self._place = pages, place
        self._source: PdfSource | None = None
        self.hits: list[Hit] = []
        self._hit = 0
        self._wanted = ""

    def begin(self, source: PdfSource | None) -> None:
        """Search another document from now on; what is being looked for is looked for there."""
        self._source = source
        if not self._finder.isHidden():
            self.seek(self._finder.field.text())

    def seek(self, words: str) -> None:
        """Look for words; the answer comes when the thread has been through the pages."""
        source, wanted = self._source, words.strip()
        if source is None or not wanted:
            self._take([])
            return

        def search() -> list[Hit] | None:
            # She has typed on since: only the newest question is worth an answer.
            return source.find(wanted) if self._wanted == wanted else None

        def take(hits: list[Hit] | None) -> None:
            if hits is not None and source is self._source and self._wanted == wanted:
                self._take(hits)

        self._wanted = wanted
        self._drawer.run(search, take)

    def step(self, by: int) -> None:
        """Go to the next place where the words are, or back."""
        if self.hits:
            self._hit = (self._hit + by) % len(self.hits)
            self._show()

    def stop(self) -> None:
        """Look for nothing."""
        self._wanted = ""
        self._take([])

    def _take(self, hits: list[Hit]) -> None:
        """Mark what was found, beginning at the page in view."""
        self.hits = hits
        here = self._place()
        self._hit = next((number for number, hit in enumerate(hits) if hit.page >= here), 0)
        self._show()

    def _show(self) -> None:
        marks = {
            place: [box for hit in hits for box in hit.boxes]
            for place, hits in groupby(self.hits, key=lambda hit: hit.page)
        }
        here = self.hits[self._hit] if self.hits else None
        for place, page in enumerate(self._pages):
            page.mark(marks.get(place, ()), here.boxes if here and here.page == place else ())
        self._finder.show_found(self._hit + 1 if here else 0, len(self.hits))
        if here and here.boxes:
            page = self._pages[here.page]
            spot = page.place_of(here.boxes[0]).center().toPoint() + page.pos()
            self._area.ensureVisible(spot.x(), spot.y(), look().px(60), look().px(90))
