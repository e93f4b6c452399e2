"""The pages of a paper as small pictures beside it: one glance, one click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem
from typing_extensions import override

from trygghetsrad.ui.theme import follow_look, look

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from trygghetsrad.ui.components.pdf_drawer import PageDrawer

_WIDTH, _HEIGHT = 62, 88


class PageStrip(QListWidget):
    """Draws the pictures of the pages that can be seen, when they can be seen."""

    chosen = Signal(int)

    def __init__(self, drawer: PageDrawer) -> None:
        super().__init__()
        self._drawer = drawer
        self._has: set[int] = set()
        self.setAccessibleName(self.tr("Sidor"))
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.currentRowChanged.connect(self._tell)
        drawer.drawn.connect(self._take)
        follow_look(self._restyle)
        self.hide()

    def show_pages(self, total: int) -> None:
        """List this many pages."""
        self.blockSignals(True)
        self.clear()
        self._has = set()
        for number in range(1, total + 1):
            item = QListWidgetItem(_icon(self._blank()), str(number))
            words = self.tr("Sida {number} av {total}").format(number=number, total=total)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            item.setToolTip(words)
            self.addItem(item)
        self.blockSignals(False)

    def select(self, place: int) -> None:
        """Show which page is in view, without turning to it."""
        if place != self.currentRow():
            self.blockSignals(True)
            self.setCurrentRow(place)
            self.blockSignals(False)

    def wanted(self) -> list[tuple[int, int]]:
        """Return the pages whose pictures can be seen, and how wide they are drawn."""
        if not self.isVisible() or not self.count():
            return []
        first = max(self.indexAt(self.viewport().rect().topLeft()).row(), 0)
        last = self.indexAt(self.viewport().rect().bottomLeft()).row()
        last = self.count() - 1 if last < 0 else last
        return [(place, self._width()) for place in range(first, last + 1)]

    def _width(self) -> int:
        return round(look().px(_WIDTH) * self.devicePixelRatioF())

    def _blank(self) -> QPixmap:
        blank = QPixmap(self.iconSize())
        blank.fill(Qt.GlobalColor.white)
        return blank

    def _take(self, place: int) -> None:
        """Put a picture in the list when it is drawn for it."""
        width = self._width()
        if place in self._has or place >= self.count() or (place, width) not in self._drawer.kept():
            return
        picture = self._drawer.picture(place, width)
        if picture is not None:
            self._has.add(place)
            self.item(place).setIcon(_icon(QPixmap.fromImage(picture)))

    def _tell(self, place: int) -> None:
        if place >= 0:
            self.chosen.emit(place)

    def _restyle(self) -> None:
        self.setIconSize(QSize(look().px(_WIDTH), look().px(_HEIGHT)))
        self.setFixedWidth(look().px(_WIDTH + 56))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        for place, width in self.wanted():
            if place not in self._has:
                self._drawer.picture(place, width)
        super().paintEvent(event)


def _icon(page: QPixmap) -> QIcon:
    """Return a page with its edge, which looks the same where it is chosen: paper takes no colour."""
    painter = QPainter(page)
    painter.setPen(QColor(look().colors.line))
    painter.drawRect(page.rect().adjusted(0, 0, -1, -1))
    painter.end()
    icon = QIcon(page)
    icon.addPixmap(page, QIcon.Mode.Selected)
    return icon
