"""Words on the screen: always plain text, in one of the eight kinds of the token file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from trygghetsrad.ui.icons import Icon, pixmap
from trygghetsrad.ui.theme import Ink, TextRole, follow_look, look

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class Label(QLabel):
    """Plain text; what a user or a file wrote is never read as markup."""

    def __init__(self, text: str = "", role: TextRole = TextRole.BODY, ink: Ink = Ink.TEXT) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._role = role
        self.setProperty("ink", ink.value)
        self.setText(text)
        follow_look(self._restyle)

    def set_ink(self, ink: Ink) -> None:
        """Change the colour of the words."""
        if self.property("ink") != ink.value:
            self.setProperty("ink", ink.value)
            self.style().unpolish(self)
            self.style().polish(self)

    def set_role(self, role: TextRole) -> None:
        """Change size and weight."""
        self._role = role
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(look().font(self._role))


class ElidedLabel(Label):
    """One line that ends in … where room is short; the whole text stays in tooltip and name."""

    def __init__(self, text: str = "", role: TextRole = TextRole.BODY, ink: Ink = Ink.TEXT) -> None:
        self._whole = ""
        super().__init__("", role, ink)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.set_whole(text)

    def whole(self) -> str:
        """Return the text as it is when there is room."""
        return self._whole

    def set_whole(self, text: str) -> None:
        """Show this text, cut to the room there is."""
        self._whole = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._cut()

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")

    @override
    def _restyle(self) -> None:
        super()._restyle()
        self._cut()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._whole) + 2, metrics.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())


class IconLabel(QLabel):
    """A small picture beside words; says nothing to a screen reader unless given a name."""

    def __init__(
        self, icon: Icon, ink: Ink = Ink.SECONDARY, *, size: int = 20, filled: bool = False, name: str = ""
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._icon, self._ink, self._size, self._filled = icon, ink, size, filled
        self.setAccessibleName(name)
        if name:
            self.setToolTip(name)
        follow_look(self._restyle)

    def set_icon(self, icon: Icon, ink: Ink | None = None, *, filled: bool | None = None) -> None:
        """Show another picture, optionally in another colour."""
        self._icon = icon
        self._ink = self._ink if ink is None else ink
        self._filled = self._filled if filled is None else filled
        self._restyle()

    def color(self) -> str:
        """Return the colour of the picture; a subclass on another ground says another."""
        return look().colors.ink(self._ink)

    def _restyle(self) -> None:
        size, ratio = look().px(self._size), self.devicePixelRatioF()
        self.setPixmap(pixmap(self._icon, self.color(), size=size, filled=self._filled, ratio=ratio))
        self.setFixedSize(size, size)


def plain_label(
    text: str = "",
    role: TextRole = TextRole.BODY,
    ink: Ink = Ink.TEXT,
    *,
    wrap: bool = False,
    selectable: bool = False,
) -> Label:
    """Return words of one kind; wrap lets them take several lines, selectable lets them be copied."""
    label = Label(text, role, ink)
    label.setWordWrap(wrap)
    if selectable:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
