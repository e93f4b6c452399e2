"""A ring around what the keyboard works on, for those who tab their way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid
from typing_extensions import override

from trygghetsrad.ui.theme import look

_Type = QEvent.Type
# A ring outside the widget: two pixels of gap, two of ring. Scaling of the text does not thicken it.
_GAP, _STROKE = 2, 2
_REACH = _GAP + _STROKE
_MOVES = {_Type.Move, _Type.Resize, _Type.Hide, _Type.Show, _Type.LayoutRequest}


class FocusRing(QWidget):
    """One overlay for a whole window; shown when the last input was Tab, gone at a click."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._tabbing = False
        self._window: QWindow | None = None
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        host.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def target(self) -> QWidget | None:
        """Return the widget inside the ring, or None when no ring is shown."""
        return None if self.isHidden() else self._target

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._window:
            self._hear(kind, event)
        elif watched is self._host and kind == _Type.Show:
            self._listen()
        elif kind in _MOVES and self._target is not None:
            self._place()
        return super().eventFilter(watched, event)

    def _listen(self) -> None:
        # Only the window's own events: a filter on the application would run Python for every event.
        window = self._host.window().windowHandle()
        if window is not None and window is not self._window:
            self._window = window
            window.installEventFilter(self)

    def _hear(self, kind: QEvent.Type, event: QEvent) -> None:
        if kind == _Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
                self._tabbing = True
                self._aim(QApplication.focusWidget())
        elif kind in {_Type.MouseButtonPress, _Type.TouchBegin}:
            self._tabbing = False
            self._aim(None)

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._aim(now if self._tabbing else None)

    def _aim(self, widget: QWidget | None) -> None:
        for watched in self._watched:
            if isValid(watched):
                watched.removeEventFilter(self)
        mine = widget is not None and self._host.isAncestorOf(widget)
        self._target = widget if mine else None
        self._watched = self._chain() if mine else []
        for watched in self._watched:
            watched.installEventFilter(self)
        self._place()

    def _chain(self) -> list[QWidget]:
        chain, widget = [], self._target
        while widget is not None and widget is not self._host:
            chain.append(widget)
            widget = widget.parentWidget()
        return chain

    def _place(self) -> None:
        seen = self._seen_part()
        if seen.isEmpty():
            self.hide()
            return
        self.setGeometry(seen.adjusted(-_REACH, -_REACH, _REACH, _REACH))
        self.raise_()
        self.show()
        self.update()

    def _seen_part(self) -> QRect:
        widget = self._target
        if widget is None or not isValid(widget) or not widget.isVisibleTo(self._host):
            return QRect()
        seen = QRect(widget.mapTo(self._host, QPoint(0, 0)), widget.size())
        for outer in self._chain()[1:]:
            if isinstance(outer.parentWidget(), QAbstractScrollArea):
                corner = outer.mapTo(self._host, QPoint(0, 0))
                seen &= QRect(corner, outer.size())
        return seen

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colors = look().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = look().px(6)
        outer = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(colors.focus), _STROKE))
        painter.drawRoundedRect(outer, radius + 3, radius + 3)
        painter.setPen(QPen(QColor(colors.surface), _GAP))
        painter.drawRoundedRect(outer.adjusted(2, 2, -2, -2), radius + 1, radius + 1)
        painter.end()
