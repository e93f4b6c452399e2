"""The frame around every page: rail, top bar, messages, the page itself and the status bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from trygghetsrad.ui.components.banner import Banner, BannerArea
from trygghetsrad.ui.components.focus_ring import FocusRing
from trygghetsrad.ui.components.nav_rail import NavRail, Place
from trygghetsrad.ui.components.page_scroll import PageScroll
from trygghetsrad.ui.components.status_bar import StatusBar
from trygghetsrad.ui.components.toast import Toast
from trygghetsrad.ui.components.top_bar import TopBar
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Tone, Width, column, follow_look, look, row, width_class

if TYPE_CHECKING:
    from collections.abc import Sequence

PageEntry = tuple[str, str, Icon, QWidget | None]
"""Key, title, icon and widget; without a widget it is put there later."""


class Shell(QWidget):
    """Holds the pages; it asks the window for everything and does nothing by itself.

    page_requested carries the key of a page, search_requested opens the palette, and width_changed carries
    the Width that pages fold by.
    """

    page_requested = Signal(str)
    search_requested = Signal()
    undo_requested = Signal()
    shortcuts_requested = Signal()
    width_changed = Signal(object)

    def __init__(self, title: str = "Trygghetsråd", subtitle: str = "") -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._places: dict[str, int] = {}
        self._scrolls: dict[str, PageScroll] = {}
        self._width: Width | None = None
        self.rail = NavRail(title, subtitle)
        self.top = TopBar()
        self.status = StatusBar()
        self._stack = QStackedWidget()
        self._banners = BannerArea()
        self._content = QWidget()
        self._assemble()
        self._toast = Toast(self._content)
        self.ring = FocusRing(self)
        self._connect()
        follow_look(self._fold)

    def set_pages(self, pages: Sequence[PageEntry], foot: Sequence[PageEntry] = ()) -> None:
        """Fill the window with pages (key, title, icon, widget); Ctrl+1 and on lead to them, not to foot."""
        for key, _title, _icon, widget in (*pages, *foot):
            self._places[key] = self._stack.addWidget(QWidget())
            if widget:
                self.put_page(key, widget)
        places = [
            Place(key=key, title=title, icon=icon, shortcut=f"Ctrl+{number}")
            for number, (key, title, icon, _widget) in enumerate(pages, start=1)
        ]
        below = [Place(key=key, title=title, icon=icon) for key, title, icon, _widget in foot]
        self.rail.set_places(places, below)
        for place in places:
            shortcut = QShortcut(QKeySequence(place.shortcut), self)
            shortcut.setObjectName(place.key)
            shortcut.activated.connect(self._ask_by_shortcut)
        self._fold()

    def put_page(self, key: str, page: QWidget) -> None:
        """Put a page in its place, which is empty until then."""
        self._scrolls[key] = PageScroll(page)
        column(self._stack.widget(self._places[key]), gap=0).addWidget(self._scrolls[key])

    def show_page(self, key: str) -> None:
        """Show a page and mark it in the rail."""
        self._stack.setCurrentIndex(self._places[key])
        self.rail.select(key)

    def page(self) -> str:
        """Return the key of the page shown."""
        here = self._stack.currentIndex()
        return next((key for key, place in self._places.items() if place == here), "")

    def shown_page(self) -> QWidget:
        """Return the widget of the page shown."""
        return self._scrolls[self.page()].page()

    def set_title(self, title: str, context: str = "") -> None:
        """Name the page in the top bar."""
        self.top.set_title(title, context)

    def toast(self, text: str, *, undo: bool = False) -> None:
        """Say what was done; with undo, offer to take it back."""
        self._toast.say(text, undo=undo)

    def withdraw_undo(self) -> None:
        """Let the toast that is shown offer no Ångra: something else has been done since."""
        self._toast.withdraw_undo()

    def toast_widget(self) -> QWidget:
        """Return the toast itself, shown or not."""
        return self._toast

    def lift_toast(self, above: int) -> None:
        """Let toasts lie so far over the bottom, in pixels at 100 %, that no work is covered."""
        self._toast.lift(above)

    def toast_text(self) -> str:
        """Return what the toast says, or nothing."""
        return self._toast.text()

    def banner(self, text: str, tone: Tone = Tone.INFO, *, action: str = "", closable: bool = True) -> Banner:
        """Show a lasting message above the page; connect to its signals, remove it with deleteLater."""
        banner = Banner(text, tone, action=action, closable=closable)
        banner.closed.connect(banner.deleteLater)
        self._banners.add(banner)
        return banner

    def banner_texts(self) -> list[str]:
        """Return the lasting messages shown."""
        return self._banners.texts()

    def effective_width(self) -> float:
        """Return the width in pixels as it would be at text size 100 %."""
        return self.width() / look().factor

    def width_class(self) -> Width:
        """Return the class that pages fold by."""
        return width_class(self.effective_width())

    def _assemble(self) -> None:
        right = column(self._content, gap=0)
        right.addWidget(self.top)
        right.addWidget(self._banners)
        right.addWidget(self._stack, 1)
        right.addWidget(self.status)
        whole = row(self, gap=0)
        whole.addWidget(self.rail)
        whole.addWidget(self._content, 1)

    def _connect(self) -> None:
        self.rail.place_chosen.connect(self._ask)
        self.top.search_clicked.connect(self.search_requested)
        self.top.undo_clicked.connect(self.undo_requested)
        self.top.shortcuts_clicked.connect(self.shortcuts_requested)
        self._toast.undo_clicked.connect(self.undo_requested)

    def _ask(self, key: str) -> None:
        # The window decides whether to go; until it has, the rail shows where one still is.
        self.rail.select(self.page())
        self.page_requested.emit(key)

    def _ask_by_shortcut(self) -> None:
        self.page_requested.emit(self.sender().objectName())

    def _fold(self) -> None:
        width = self.width_class()
        self.rail.set_collapsed(collapsed=width < Width.WIDE)
        if width != self._width:
            self._width = width
            self.width_changed.emit(width)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
