"""The panel at the right that shows one thing of the list, while the list stays in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from trygghetsrad.ui.components.buttons import icon_button
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.pills import Pill, StatusPill
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import TextRole, column, follow_look, look, row

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

WIDTH = 312
# Inline fields have eight pixels of their own before the text; everything else is moved in as much.
_EDGE, _INDENT = 8, 8


class DetailsPanel(QFrame):
    """Title, state and a scrolling body; Esc or the cross closes it."""

    closed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._pill = StatusPill("")
        self._title = plain_label("", TextRole.SUBTITLE, wrap=True)
        self.close_button = icon_button(Icon.DISMISS, self.tr("Stäng"), shortcut="Esc")
        self.close_button.clicked.connect(self.close_panel)
        self._body = column(gap=8)
        body = column(self, gap=0, edge=(_EDGE, 8, 0, 0))
        body.addLayout(self._header())
        body.addWidget(self._scroll(), 1)
        self._pill.hide()
        follow_look(self._restyle)

    def title(self) -> str:
        """Return the heading."""
        return self._title.text()

    def set_title(self, title: str) -> None:
        """Name the thing shown."""
        self._title.setText(title)

    def set_pill(self, word: str, pill: Pill) -> None:
        """Show its state over the heading."""
        self._pill.set_state(word, pill)
        self._pill.setVisible(bool(word))

    def add(self, part: QWidget, *, gap_before: int = 0) -> None:
        """Put a part last; its text lines up with the heading whether it is a field, a button or words."""
        if gap_before:
            self._body.insertSpacing(self._body.count() - 1, look().px(gap_before))
        inline = bool(getattr(part, "inline", False))
        line = row(gap=0, edge=(0, 0, 0, 0) if inline else (_INDENT, 0, 0, 0))
        line.addWidget(part)
        self._body.insertLayout(self._body.count() - 1, line)

    def add_heading(self, text: str) -> None:
        """Start a group of parts."""
        self.add(plain_label(text, TextRole.STRONG), gap_before=8)

    def add_buttons(self, *buttons: QWidget) -> None:
        """Put buttons side by side."""
        line = QWidget()
        inner = row(line, gap=8)
        for button in buttons:
            inner.addWidget(button)
        inner.addStretch(1)
        self.add(line)

    def close_panel(self) -> None:
        """Hide the panel and tell the page."""
        self.hide()
        self.closed.emit()

    def _header(self) -> QHBoxLayout:
        words: QVBoxLayout = column(gap=8, edge=(_INDENT, 6, 0, 8))
        words.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self._title)
        header = row(gap=8, edge=(0, 0, 12, 0))
        header.addLayout(words, 1)
        header.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        return header

    def _scroll(self) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("page", "true")
        whole = column(inside, gap=0, edge=(0, 0, 16, 12))
        whole.addLayout(self._body)
        self._body.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        return scroll

    def _restyle(self) -> None:
        self.setFixedWidth(look().px(WIDTH))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)


class PanelHost(QWidget):
    """A page's main part with its panel beside it, or over its right edge where room is short."""

    def __init__(self, main: QWidget, panel: DetailsPanel, *, beside_from: int = 860) -> None:
        super().__init__()
        self._panel, self._beside_from = panel, beside_from
        self._line = row(self, gap=0)
        self._line.addWidget(main, 1)
        self._over = True
        panel.setParent(self)
        panel.hide()
        follow_look(self._place)

    def is_over(self) -> bool:
        """Say whether the panel lies over the main part."""
        return self._over

    def _place(self) -> None:
        over = self.width() / look().factor < self._beside_from
        if over != self._over:
            self._over = over
            if over:
                self._line.removeWidget(self._panel)
            else:
                self._line.addWidget(self._panel)
        if over:
            self._panel.resize(self._panel.minimumWidth(), self.height())
            self._panel.move(QPoint(self.width() - self._panel.width(), 0))
            self._panel.raise_()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
