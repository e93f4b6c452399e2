"""The bar at the top: where one is, the search, undo and the list of shortcuts."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from trygghetsrad.ui.components.buttons import icon_button
from trygghetsrad.ui.components.labels import ElidedLabel, IconLabel, plain_label
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, follow_look, look, row


class KeyCap(QFrame):
    """The keys that do a thing, as on a keyboard."""

    def __init__(self, keys: str) -> None:
        super().__init__()
        self.setProperty("surface", "key")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row(self, gap=0, edge=(8, 0, 8, 1)).addWidget(plain_label(keys, TextRole.CAPTION, Ink.SECONDARY))


class SearchButton(QPushButton):
    """Looks like a search field and opens the command palette."""

    def __init__(self) -> None:
        super().__init__()
        words = self.tr("Sök eller välj kommando")
        self.setProperty("kind", "search")
        self.setAutoDefault(False)
        self.setAccessibleName(words)
        self.setToolTip(self.tr("{words} (Ctrl+K)").format(words=words))
        self._words = ElidedLabel(words, TextRole.BODY, Ink.SECONDARY)
        line = row(self, gap=12, edge=(12, 0, 8, 0))
        line.addWidget(IconLabel(Icon.SEARCH), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(KeyCap("Ctrl+K"), 0, Qt.AlignmentFlag.AlignVCenter)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        follow_look(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(340), look().px(34))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(150), look().px(34))


class TopBar(QFrame):
    """Title and context at the left, the same three tools at the right on every page."""

    search_clicked = Signal()
    undo_clicked = Signal()
    shortcuts_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "top")
        self._title = plain_label("", TextRole.TITLE)
        self._context = ElidedLabel("", TextRole.BODY, Ink.SECONDARY)
        self._marks = row(gap=8)
        self.search = SearchButton()
        self.undo = icon_button(Icon.ARROW_UNDO, self.tr("Ångra"), shortcut="Ctrl+Z")
        self.shortcuts = icon_button(Icon.KEYBOARD, self.tr("Kortkommandon"), shortcut="F1")
        line = row(self, gap=12, edge=(20, 0, 16, 0))
        line.addWidget(self._title)
        line.addWidget(self._context, 1)
        line.addLayout(self._marks)
        line.addWidget(self.search)
        line.addSpacing(12)
        line.addWidget(self.undo)
        line.addSpacing(8)
        line.addWidget(self.shortcuts)
        self.search.clicked.connect(self.search_clicked)
        self.undo.clicked.connect(self.undo_clicked)
        self.shortcuts.clicked.connect(self.shortcuts_clicked)
        follow_look(self._restyle)

    def title(self) -> str:
        """Return the page's title."""
        return self._title.text()

    def context(self) -> str:
        """Return the words after the title."""
        return self._context.whole()

    def set_title(self, title: str, context: str = "") -> None:
        """Name the page, with a day or a place after it."""
        self._title.setText(title)
        self._context.set_whole(context)

    def set_undo(self, what: str | None) -> None:
        """Say what undo would take back; None when there is nothing."""
        self.undo.setEnabled(what is not None)
        words = self.tr("Ångra: {what}").format(what=what) if what else self.tr("Ångra")
        self.undo.set_name(words, "Ctrl+Z")

    def add_mark(self, mark: QWidget) -> None:
        """Show a pill before the search, such as the word Exempel."""
        self._marks.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)

    def _restyle(self) -> None:
        self.setFixedHeight(look().px(52))
