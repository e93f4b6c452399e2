"""Lets a page scroll up and down in a low window, never sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class _Sheet(QWidget):
    """Gives the page all the room there is."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        self.setProperty("page", "true")
        page.setParent(self)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._page.setGeometry(self.rect())
        super().resizeEvent(event)


class PageScroll(QScrollArea):
    """Scrolls only what the page cannot do without: tables and lists shrink first.

    A plain scroll area would give every page with wrapped words its preferred height.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        self._sheet = _Sheet(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._sheet)
        page.setProperty("page", "true")
        page.installEventFilter(self)

    def page(self) -> QWidget:
        """Return the page itself."""
        return self._page

    def _measure(self) -> None:
        layout = self._page.layout()
        if layout and layout.hasHeightForWidth():
            needed = layout.totalMinimumHeightForWidth(self.viewport().width())
        else:
            needed = self._page.minimumSizeHint().height()
        self._sheet.setMinimumHeight(max(needed, self._page.minimumHeight()))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() == QEvent.Type.LayoutRequest:
            self._measure()
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._measure()
        super().resizeEvent(event)
