"""One page of a paper on the screen, with what was looked for marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from trygghetsrad.ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.ui.components.pdf_drawer import PageDrawer
    from trygghetsrad.ui.components.pdf_source import Box

# Paper is white in the dark theme too, and so are its marks: it shows what is printed.
_PAPER, _MARK, _MARK_HERE = "#FFFFFF", QColor("#FFE9A8"), QColor("#FFBE5C")


class PdfPage(QWidget):
    """Drawn when it is first seen; until then it shows what it showed before, or white paper."""

    def __init__(self, drawer: PageDrawer, place: int) -> None:
        super().__init__()
        self._drawer, self._place = drawer, place
        self._points = (1.0, 1.0)
        self._picture: QImage | None = None
        self._marks: Sequence[Box] = ()
        self._here: Sequence[Box] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_page(self, points: tuple[float, float], total: int) -> None:
        """Show a page of this size; its words come later, by `tell`."""
        self._points = points
        self.mark((), ())
        self.setAccessibleName(
            self.tr("Sida {number} av {total}").format(number=self._place + 1, total=total)
        )
        self.update()

    def tell(self, words: str) -> None:
        """Let a screen reader hear the words of the page."""
        self.setAccessibleDescription(words)

    def mark(self, everywhere: Sequence[Box], here: Sequence[Box]) -> None:
        """Mark places on the page, and the one in hand more strongly."""
        if (everywhere, here) != (self._marks, self._here):
            self._marks, self._here = everywhere, here
            self.update()

    def natural_width(self) -> float:
        """Return the width in pixels of the paper at its real size."""
        return self._points[0] * 96 / 72

    def set_page_width(self, width: int) -> None:
        """Show the page this many pixels wide."""
        height = round(width * self._points[1] / self._points[0])
        if self.size() != QSize(width, height):
            self.setFixedSize(width, height)

    def drawn_width(self) -> int:
        """Return the width that the page is to be drawn for, in pixels of the screen."""
        return round(self.width() * self.devicePixelRatioF())

    def is_drawn(self) -> bool:
        """Tell whether the page is shown as sharp as it will be."""
        return (self._place, self.drawn_width()) in self._drawer.kept()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._picture = self._drawer.picture(self._place, self.drawn_width()) or self._picture
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(_PAPER))
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self._picture)
        # As with a marking pen: the words under the colour stay as dark as they are.
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for boxes, colour in ((self._marks, _MARK), (self._here, _MARK_HERE)):
            for box in boxes:
                painter.fillRect(self.place_of(box), colour)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(QColor(look().colors.line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def place_of(self, box: Box) -> QRectF:
        """Return where on the page a box lies, in pixels, with a little air."""
        left, top, right, bottom = box
        width, height = self.width(), self.height()
        return QRectF(left * width, top * height, (right - left) * width, (bottom - top) * height).adjusted(
            -2, -2, 2, 2
        )
