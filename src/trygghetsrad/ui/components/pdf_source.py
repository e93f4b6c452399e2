"""The pages of a PDF: how large they are, what they say, and how they look."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Iterator

PDFIUM = Lock()
"""PDFium works on one thing at a time in the whole program; whoever calls it holds this."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom as parts of the page's width and height."""


class Hit(NamedTuple):
    """One place where the words looked for stand; words on two lines have two boxes."""

    page: int
    boxes: tuple[Box, ...]


class PdfSource:
    """One document, usable from any thread; after close it says and shows nothing."""

    def __init__(self, pdf: bytes) -> None:
        # Imported here: the first preview may wait for it, the window may not.
        import pypdfium2

        self._texts: dict[int, str] = {}
        self._closed = False
        with PDFIUM:
            self._document = pypdfium2.PdfDocument(pdf)
            total = len(self._document)
            self.sizes = tuple(self._document.get_page_size(place) for place in range(total))

    def __len__(self) -> int:
        return len(self.sizes)

    def close(self) -> None:
        """Let go of the document."""
        with PDFIUM:
            if not self._closed:
                self._closed = True
                self._document.close()

    def draw(self, place: int, width: int) -> QImage:
        """Return a page this many pixels wide; an empty picture when the document is closed."""
        with PDFIUM:
            if self._closed:
                return QImage()
            page = self._document[place]
            bitmap = page.render(scale=width / self.sizes[place][0], rev_byteorder=True)
            kind = QImage.Format.Format_RGBA8888 if bitmap.n_channels == 4 else QImage.Format.Format_RGB888
            borrowed = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, kind)
            picture = borrowed.copy()
            page.close()
        return picture

    def text(self, place: int) -> str:
        """Return the words of a page in reading order."""
        if place not in self._texts:
            with PDFIUM:
                if self._closed:
                    return ""
                words = self._document[place].get_textpage()
                self._texts[place] = str(words.get_text_range()).replace("\r\n", "\n").strip()
                words.close()
        return self._texts[place]

    def find(self, words: str) -> list[Hit]:
        """Return every place where the words stand, small letters as capitals."""
        return [hit for place in range(len(self)) for hit in self._found_on(place, words)]

    def _found_on(self, place: int, words: str) -> list[Hit]:
        with PDFIUM:
            if self._closed:
                return []
            page = self._document[place].get_textpage()
            search = page.search(words)
            found = [
                Hit(place, tuple(self._boxes(page, place, *spot))) for spot in iter(search.get_next, None)
            ]
            page.close()
        return found

    def _boxes(self, page: Any, place: int, first: int, count: int) -> Iterator[Box]:
        width, height = self.sizes[place]
        for number in range(page.count_rects(first, count)):
            left, bottom, right, top = page.get_rect(number)
            yield left / width, 1 - top / height, right / width, 1 - bottom / height
