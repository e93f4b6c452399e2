"""Draws the pages of a paper beside the window, and keeps the ones that were seen last."""

from __future__ import annotations

from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from trygghetsrad.ui.components.pdf_source import PdfSource

MOST_BYTES = 96_000_000
WIDEST = 3_200
Result = TypeVar("Result")
Key = tuple[int, int]
"""A page and the width in pixels that it is drawn for."""


class _Relay(QObject):
    """Carries what the thread has done to the window; no window owns it, so none takes it away in use."""

    arrived = Signal(object)


class PageDrawer(QObject):
    """One thread for one preview; what is asked for and no longer seen is passed over."""

    drawn = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="papper")
        self._source: PdfSource | None = None
        self._pictures: OrderedDict[Key, QImage] = OrderedDict()
        self._asked: set[Key] = set()
        self._relay = _Relay()
        self._relay.arrived.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def show_source(self, source: PdfSource | None) -> None:
        """Draw from this document, and forget the one before."""
        self._source = source
        self._pictures.clear()
        self._asked = set()

    def picture(self, place: int, width: int) -> QImage | None:
        """Return a page if it is drawn for this width; else it is drawn, and `drawn` tells when."""
        key = (place, min(width, WIDEST))
        if key in self._pictures:
            self._pictures.move_to_end(key)
            return self._pictures[key]
        if key not in self._asked and self._source is not None and 0 <= place < len(self._source):
            self._asked.add(key)
            source = self._source
            self.run(lambda: self._draw(source, key), lambda picture: self._keep(source, key, picture))
        return None

    def pass_over(self, seen: Iterable[Key]) -> None:
        """Let pages that were asked for and have gone out of sight since be drawn another time."""
        self._asked &= {(place, min(width, WIDEST)) for place, width in seen}

    def kept(self) -> list[Key]:
        """Return what is drawn, oldest first."""
        return list(self._pictures)

    def run(self, job: Callable[[], Result], done: Callable[[Result], object]) -> None:
        """Do something with the document on the same thread, and hand back what it gives."""
        relay = self._relay

        def tell(future: Future[Result]) -> None:
            # The drawer may be gone with its window: then nobody is connected, and nothing is told.
            with suppress(RuntimeError):
                relay.arrived.emit((done, future))

        with suppress(RuntimeError):
            self._pool.submit(job).add_done_callback(tell)

    def _draw(self, source: PdfSource, key: Key) -> QImage:
        return source.draw(*key) if key in self._asked else QImage()

    def _keep(self, source: PdfSource, key: Key, picture: QImage) -> None:
        if source is not self._source:
            return
        self._asked.discard(key)
        if not picture.isNull():
            self._pictures[key] = picture
            while len(self._pictures) > 1 and self._bytes() > MOST_BYTES:
                self._pictures.popitem(last=False)
        self.drawn.emit(key[0])

    def _bytes(self) -> int:
        return sum(picture.sizeInBytes() for picture in self._pictures.values())

    @Slot(object)
    def _hand_over(self, arrival: tuple[Callable[[Any], object], Future[Any]]) -> None:
        done, future = arrival
        done(future.result())
