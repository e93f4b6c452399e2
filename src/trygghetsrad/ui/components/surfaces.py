"""Cards, headings and lines: what holds the parts of a page together."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QWidget

from trygghetsrad.ui.components.labels import Label, plain_label
from trygghetsrad.ui.theme import TextRole, column, row


class SectionHeader(QWidget):
    """A heading with room for a pill after it and a link or button at the right."""

    def __init__(self, title: str, role: TextRole = TextRole.SUBTITLE) -> None:
        super().__init__()
        self.title: Label = plain_label(title, role)
        self._line: QHBoxLayout = row(self, gap=8)
        self._line.addWidget(self.title)
        self._line.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_title(self, title: str) -> None:
        """Change the heading."""
        self.title.setText(title)

    def add_beside(self, widget: QWidget) -> None:
        """Place a pill or a count just after the heading."""
        self._line.insertWidget(self._line.count() - 1, widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.setStretch(self._line.count() - 1, 0)

    def add_action(self, widget: QWidget) -> None:
        """Place a link or button at the right edge."""
        self._line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)


class Card(QFrame):
    """A white surface with a thin border; what belongs together lies on one."""

    def __init__(self, title: str = "", *, gap: int = 8, edge: int | tuple[int, int, int, int] = 16) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self.body = column(self, gap=gap, edge=edge)
        self.header: SectionHeader | None = None
        if title:
            self.header = SectionHeader(title)
            self.body.addWidget(self.header)
            self.setAccessibleName(title)

    def add(self, part: QWidget | QLayout, stretch: int = 0) -> None:
        """Put a widget or a layout last on the card."""
        if isinstance(part, QWidget):
            self.body.addWidget(part, stretch)
        else:
            self.body.addLayout(part, stretch)


class Divider(QFrame):
    """A thin line between things of the same kind."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "divider")
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
