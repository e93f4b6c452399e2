"""The document as it will be printed, page under page: to zoom, to leaf through, to search and to hear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit, QScrollArea, QStackedWidget, QWidget
from typing_extensions import override

from trygghetsrad.ui.components.buttons import IconButton, icon_button, link_button
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.pdf_drawer import PageDrawer
from trygghetsrad.ui.components.pdf_find import FindBar
from trygghetsrad.ui.components.pdf_page import PdfPage
from trygghetsrad.ui.components.pdf_search import PdfSearch
from trygghetsrad.ui.components.pdf_source import PdfSource
from trygghetsrad.ui.components.pdf_strip import PageStrip
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column, follow_look, look, row

if TYPE_CHECKING:
    from collections.abc import Callable

_ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)


class PdfPreview(QFrame):
    """Shows the bytes of a PDF, as wide as there is room or zoomed; pages_changed says how many there are."""

    pages_changed = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("surface", "sunken")
        self.setAccessibleName(name)
        self._source: PdfSource | None = None
        self._pages: list[PdfPage] = []
        self._zoom: float | None = None
        self.drawer = PageDrawer(self)
        self.finder = FindBar()
        self.strip = PageStrip(self.drawer)
        self._make_tools()
        self._make_views(name)
        self.search = PdfSearch(self.drawer, self.finder, self.area, self._pages, self.place)
        self._assemble()
        self._connect()
        self._add_keys()
        follow_look(self._fit)

    # -- what is shown -------------------------------------------------------------------------

    def show_pdf(self, pdf: bytes, *, keep_place: bool = False) -> None:
        """Show this document from its first page, or where one was reading; empty bytes show nothing."""
        scroll = self.area.verticalScrollBar()
        place = scroll.value() if keep_place else 0
        self._let_go()
        source = self._source = PdfSource(pdf) if pdf else None
        self.drawer.show_source(source)
        self._set_pages(len(source) if source else 0)
        self.strip.show_pages(len(self._pages))
        self.pages_changed.emit(len(self._pages))
        self._fit()
        scroll.setValue(place)
        self._scrolled()
        self._tell_words()
        self.search.begin(source)

    def clear(self) -> None:
        """Show nothing and let go of the document."""
        self.show_pdf(b"")

    def show_end(self) -> None:
        """Turn to the end of the last page."""
        scroll = self.area.verticalScrollBar()
        scroll.setValue(scroll.maximum())

    def page_count(self) -> int:
        """Return how many pages there are."""
        return len(self._pages)

    def text(self) -> str:
        """Return the words of the document in reading order, for a screen reader or for copying."""
        source = self._source
        return "\n\n".join(source.text(place) for place in range(len(source))) if source else ""

    def is_drawn(self) -> bool:
        """Tell whether every page in view is shown as sharp as it will be."""
        return all(self._pages[place].is_drawn() for place, _width in self._in_view())

    def _let_go(self) -> None:
        if self._source is not None:
            self._source.close()
            self._source = None

    def _set_pages(self, total: int) -> None:
        """Have a widget for every page; those there are stay, so that a small change does not flicker."""
        while len(self._pages) > total:
            page = self._pages.pop()
            self._column.removeWidget(page)
            page.hide()
            page.deleteLater()
        while len(self._pages) < total:
            page = PdfPage(self.drawer, len(self._pages))
            self._column.insertWidget(len(self._pages), page, 0, Qt.AlignmentFlag.AlignHCenter)
            self._pages.append(page)
        if self._source is not None:
            for page, points in zip(self._pages, self._source.sizes, strict=True):
                page.show_page(points, total)

    def _tell_words(self) -> None:
        """Let the pages say their words to a screen reader, and show them where they are shown as text."""
        source = self._source
        if source is None:
            self.words.setPlainText("")
            return

        def tell(texts: list[str]) -> None:
            if source is self._source:
                for page, words in zip(self._pages, texts, strict=True):
                    page.tell(words)
                self._show_words()

        self.drawer.run(lambda: [source.text(place) for place in range(len(source))], tell)

    def _show_words(self) -> None:
        if self._views.currentWidget() is self.words:
            parts = [f"{page.accessibleName()}\n\n{page.accessibleDescription()}" for page in self._pages]
            self.words.setPlainText("\n\n\n".join(parts))

    # -- as text -------------------------------------------------------------------------------

    def show_as_text(self, *, as_text: bool) -> None:
        """Show the words of the document instead of its pages, or the pages again."""
        self.as_text.setChecked(as_text)
        self._views.setCurrentWidget(self.words if as_text else self.area)
        self._show_words()
        for tool in (self.zoom_out, self.zoom_in, self.seek, self.pages):
            tool.setEnabled(not as_text)
        if as_text:
            self.finder.close_bar()
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- zoom ----------------------------------------------------------------------------------

    def zoom(self) -> float | None:
        """Return the zoom, 1.0 at natural size; None while the page fills the width."""
        return self._zoom

    def set_zoom(self, zoom: float | None) -> None:
        """Set the zoom, with the same words in the middle of the view; None fills the width."""
        scroll, height = self.area.verticalScrollBar(), self.area.viewport().height()
        middle = (scroll.value() + height / 2) / max(self._paper.height(), 1)
        self._zoom = zoom
        self._fit()
        scroll.setValue(round(middle * self._paper.height() - height / 2))
        self._scrolled()

    def _fit(self) -> None:
        room = self.area.viewport().width() - 2 * look().px(12)
        for page in self._pages:
            natural = page.natural_width()
            page.set_page_width(round(natural * self._zoom) if self._zoom else max(min(room, 900), 120))
            page.show()
        self.whole_width.setVisible(self._zoom is not None)
        # The pages take their places at once, so that there is something to scroll.
        self._column.activate()
        wanted, view = self._column.minimumSize(), self.area.viewport()
        self._paper.resize(max(wanted.width(), view.width()), max(wanted.height(), view.height()))

    def _step(self, by: int) -> None:
        if not self._pages or self._views.currentWidget() is self.words:
            return
        now = self._zoom or self._pages[0].width() / self._pages[0].natural_width()
        wanted = [zoom for zoom in _ZOOMS if (zoom > now + 0.01 if by > 0 else zoom < now - 0.01)]
        if wanted:
            self.set_zoom(wanted[0] if by > 0 else wanted[-1])

    def _smaller(self) -> None:
        self._step(-1)

    def _larger(self) -> None:
        self._step(1)

    def _fill_width(self) -> None:
        self.set_zoom(None)

    # -- leafing -------------------------------------------------------------------------------

    def place(self) -> int:
        """Return the page in view, counted from 0."""
        eye = self.area.verticalScrollBar().value() + self.area.viewport().height() // 3
        above = [place for place, page in enumerate(self._pages) if page.y() <= eye]
        return above[-1] if above else 0

    def turn_to(self, place: int) -> None:
        """Show a page from its top."""
        if 0 <= place < len(self._pages):
            self.area.verticalScrollBar().setValue(self._pages[place].y() - look().px(12))

    def _scrolled(self) -> None:
        total = len(self._pages)
        words = self.tr("Sida {number} av {total}").format(number=self.place() + 1, total=total)
        self._count.setText(words if total else "")
        self.pages.setVisible(total > 1)
        self.strip.setVisible(self.pages.isChecked() and total > 1)
        self.strip.select(self.place())
        self.drawer.pass_over([*self._in_view(), *self.strip.wanted()])

    def _in_view(self) -> list[tuple[int, int]]:
        top = self.area.verticalScrollBar().value()
        bottom = top + self.area.viewport().height()
        return [
            (place, page.drawn_width())
            for place, page in enumerate(self._pages)
            if page.y() < bottom and page.y() + page.height() > top
        ]

    def _drawn(self, place: int) -> None:
        if place < len(self._pages):
            self._pages[place].update()

    def _stop_seeking(self) -> None:
        self.search.stop()
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- making --------------------------------------------------------------------------------

    def _make_tools(self) -> None:
        self._count = plain_label("", TextRole.CAPTION, Ink.SECONDARY)
        self.whole_width = link_button(self.tr("Fyll bredden"))
        self.whole_width.setToolTip("Ctrl+0")
        self.pages = icon_button(Icon.DOCUMENT_MULTIPLE, self.tr("Visa sidorna"))
        self.pages.setCheckable(True)
        self.seek = icon_button(Icon.SEARCH, self.tr("Sök i dokumentet"), shortcut="Ctrl+F")
        self.as_text = icon_button(Icon.TEXT_BULLET_LIST, self.tr("Visa som text"))
        self.as_text.setCheckable(True)
        self.zoom_out = icon_button(Icon.ZOOM_OUT, self.tr("Förminska"), shortcut="Ctrl+-")
        self.zoom_in = icon_button(Icon.ZOOM_IN, self.tr("Förstora"), shortcut="Ctrl++")

    def _make_views(self, name: str) -> None:
        self._paper = QWidget()
        self._paper.setProperty("page", "true")
        self._column = column(self._paper, gap=12, edge=12)
        self._column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName(name)
        self.area.setWidget(self._paper)
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(self.tr("Dokumentets text"))
        self._views = QStackedWidget()
        self._views.addWidget(self.area)
        self._views.addWidget(self.words)

    def _tools(self) -> tuple[IconButton, ...]:
        return (self.pages, self.seek, self.as_text, self.zoom_out, self.zoom_in)

    def _assemble(self) -> None:
        tools = row(gap=4, edge=(12, 4, 8, 4))
        tools.addWidget(self._count)
        tools.addStretch(1)
        tools.addWidget(self.whole_width)
        for tool in self._tools():
            tools.addWidget(tool)
        views = row(gap=0)
        views.addWidget(self.strip)
        views.addWidget(self._views, 1)
        body = column(self, gap=0)
        body.addLayout(tools)
        body.addWidget(self.finder)
        body.addLayout(views, 1)

    def _connect(self) -> None:
        for button, deed in (
            (self.zoom_out, self._smaller),
            (self.zoom_in, self._larger),
            (self.whole_width, self._fill_width),
            (self.seek, self.finder.open_bar),
        ):
            button.clicked.connect(deed)
        self.pages.toggled.connect(self._scrolled)
        self.as_text.toggled.connect(lambda on: self.show_as_text(as_text=on))
        self.strip.chosen.connect(self.turn_to)
        self.finder.sought.connect(self.search.seek)
        self.finder.stepped.connect(self.search.step)
        self.finder.closed.connect(self._stop_seeking)
        self.drawer.drawn.connect(self._drawn)
        self.area.verticalScrollBar().valueChanged.connect(self._scrolled)
        for watched in (self.area.viewport(), self.area):
            watched.installEventFilter(self)
        app = QApplication.instance()
        if app:
            app.aboutToQuit.connect(self._let_go)

    def _add_keys(self) -> None:
        """Let the keys work wherever she is on the page, as long as the paper is in view."""
        for keys, deed in (
            ("Ctrl++", self._larger),
            ("Ctrl+=", self._larger),
            ("Ctrl+-", self._smaller),
            ("Ctrl+0", self._fill_width),
            ("Ctrl+F", self._open_find),
        ):
            self._key(keys, deed)

    def _key(self, keys: str, deed: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(deed)

    def _open_find(self) -> None:
        if self._views.currentWidget() is self.area:
            self.finder.open_bar()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.area.viewport():
            self._fit()
            self._scrolled()
        elif isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self._step(1 if event.angleDelta().y() > 0 else -1)
            return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.area:
            return self._leafed(event)
        return super().eventFilter(watched, event)

    def _leafed(self, event: QKeyEvent) -> bool:
        """Turn the pages by keys; a page at a time with Ctrl."""
        scroll = self.area.verticalScrollBar()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            by = 1 if event.key() == Qt.Key.Key_PageDown else -1
            if control:
                self.turn_to(min(max(self.place() + by, 0), len(self._pages) - 1))
            else:
                scroll.setValue(scroll.value() + by * round(self.area.viewport().height() * 0.9))
        elif event.key() == Qt.Key.Key_Home:
            scroll.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            self.show_end()
        else:
            return False
        return True
