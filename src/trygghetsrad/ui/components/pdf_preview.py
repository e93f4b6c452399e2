"""The document as it will be printed, page under page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from trygghetsrad.ui.components.buttons import icon_button
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column, follow_look, look, row

if TYPE_CHECKING:
    import pypdfium2

_ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
# Paper is white in the dark theme too: it shows what is printed.
_PAPER = "#FFFFFF"


class PdfPage(QWidget):
    """One page, drawn when it is first seen; its description is the page's words."""

    def __init__(self, page: pypdfium2.PdfPage, number: int, total: int) -> None:
        super().__init__()
        self._page = page
        self._points: tuple[float, float] = page.get_size()
        self._picture: QImage | None = None
        self.setAccessibleName(self.tr("Sida {number} av {total}").format(number=number, total=total))
        self.setAccessibleDescription(page_text(page))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def natural_width(self) -> float:
        """Return the width in pixels of the paper at its real size."""
        return self._points[0] * 96 / 72

    def set_page_width(self, width: int) -> None:
        """Draw the page this many pixels wide."""
        height = round(width * self._points[1] / self._points[0])
        if self.size() != QSize(width, height):
            self._picture = None
            self.setFixedSize(width, height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            self._picture = self._render()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(_PAPER))
        painter.drawImage(self.rect(), self._picture)
        painter.setPen(QColor(look().colors.line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _render(self) -> QImage:
        ratio = self.devicePixelRatioF()
        bitmap = self._page.render(scale=self.width() * ratio / self._points[0], rev_byteorder=True)
        kind = QImage.Format.Format_RGBA8888 if bitmap.n_channels == 4 else QImage.Format.Format_RGB888
        borrowed = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, kind)
        picture = borrowed.copy()
        picture.setDevicePixelRatio(ratio)
        return picture


class PdfPreview(QFrame):
    """Shows the bytes of a PDF, as wide as there is room or zoomed; pages tells how many there are."""

    pages_changed = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("surface", "sunken")
        self.setAccessibleName(name)
        self._document: pypdfium2.PdfDocument | None = None
        self._pages: list[PdfPage] = []
        self._zoom: float | None = None
        self._count = plain_label("", TextRole.CAPTION, Ink.SECONDARY)
        self.zoom_out = icon_button(Icon.ZOOM_OUT, self.tr("Förminska"), shortcut="Ctrl+-")
        self.zoom_in = icon_button(Icon.ZOOM_IN, self.tr("Förstora"), shortcut="Ctrl++")
        self.zoom_out.clicked.connect(self._smaller)
        self.zoom_in.clicked.connect(self._larger)
        self._paper = QWidget()
        self._paper.setProperty("page", "true")
        self._column = column(self._paper, gap=12, edge=12)
        self._column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName(name)
        self.area.setWidget(self._paper)
        self.area.viewport().installEventFilter(self)
        self._assemble()
        app = QApplication.instance()
        if app:
            app.aboutToQuit.connect(self.clear)
        follow_look(self._fit)

    def show_pdf(self, pdf: bytes, *, keep_place: bool = False) -> None:
        """Show this document from its first page, or where one was reading; empty bytes show nothing."""
        scroll = self.area.verticalScrollBar()
        place = scroll.value() if keep_place else 0
        self.clear()
        if pdf:
            # Imported here: the first preview may wait for it, the window may not.
            import pypdfium2

            self._document = pypdfium2.PdfDocument(pdf)
            self._add_pages(self._document)
        self._count.setText(self._count_words())
        self.pages_changed.emit(len(self._pages))
        self._fit()
        self._lay_pages_out()
        scroll.setValue(place)

    def show_end(self) -> None:
        """Turn to the end of the last page."""
        scroll = self.area.verticalScrollBar()
        scroll.setValue(scroll.maximum())

    def clear(self) -> None:
        """Show nothing and let go of the document."""
        for page in self._pages:
            self._column.removeWidget(page)
            # Hidden at once: a page that is deleted later must not be painted from a closed document.
            page.hide()
            page.deleteLater()
        self._pages = []
        if self._document is not None:
            self._document.close()
            self._document = None

    def page_count(self) -> int:
        """Return how many pages there are."""
        return len(self._pages)

    def text(self) -> str:
        """Return the words of the document, for a screen reader or for copying."""
        return "\n\n".join(page.accessibleDescription() for page in self._pages)

    def zoom(self) -> float | None:
        """Return the zoom, 1.0 at natural size; None while the page fills the width."""
        return self._zoom

    def set_zoom(self, zoom: float | None) -> None:
        """Set the zoom; None fills the width."""
        self._zoom = zoom
        self._fit()

    def _assemble(self) -> None:
        tools = row(gap=4, edge=(12, 4, 8, 4))
        tools.addWidget(self._count)
        tools.addStretch(1)
        tools.addWidget(self.zoom_out)
        tools.addWidget(self.zoom_in)
        body = column(self, gap=0)
        body.addLayout(tools)
        body.addWidget(self.area, 1)

    def _add_pages(self, document: pypdfium2.PdfDocument) -> None:
        total = len(document)
        for place in range(total):
            page = PdfPage(document[place], place + 1, total)
            self._pages.append(page)
            self._column.insertWidget(place, page, 0, Qt.AlignmentFlag.AlignHCenter)

    def _lay_pages_out(self) -> None:
        """Let the pages take their places at once, so that there is something to scroll."""
        for page in self._pages:
            page.show()
        self._column.activate()
        height = max(self._column.minimumSize().height(), self.area.viewport().height())
        self._paper.resize(self._paper.width(), height)

    def _count_words(self) -> str:
        total = len(self._pages)
        if not total:
            return ""
        return self.tr("1 sida") if total == 1 else self.tr("{total} sidor").format(total=total)

    def _fit(self) -> None:
        room = self.area.viewport().width() - 2 * look().px(12)
        for page in self._pages:
            natural = page.natural_width()
            page.set_page_width(round(natural * self._zoom) if self._zoom else max(min(room, 900), 120))

    def _step(self, by: int) -> None:
        if not self._pages:
            return
        now = self._zoom or self._pages[0].width() / self._pages[0].natural_width()
        wanted = [zoom for zoom in _ZOOMS if (zoom > now + 0.01 if by > 0 else zoom < now - 0.01)]
        if wanted:
            self.set_zoom(wanted[0] if by > 0 else wanted[-1])

    def _smaller(self) -> None:
        self._step(-1)

    def _larger(self) -> None:
        self._step(1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self._larger()
        elif control and event.key() == Qt.Key.Key_Minus:
            self._smaller()
        elif control and event.key() == Qt.Key.Key_0:
            self.set_zoom(None)
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)


def page_text(page: pypdfium2.PdfPage) -> str:
    """Return the words of one page."""
    words = page.get_textpage()
    text = str(words.get_text_range())
    words.close()
    return text.replace("\r\n", "\n").strip()
