"""A side column that stands beside the page, or opens over its right edge where room is short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trygghetsrad.ui.components.buttons import Button, secondary_button
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import follow_look, look, row

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent


class SideHost(QWidget):
    """Main part and side column; width and beside_from are pixels at text size 100 %.

    Put button among the page's tools: it shows itself only while the column is folded away.
    """

    def __init__(
        self,
        main: QWidget,
        side: QWidget,
        button_text: str,
        *,
        width: int,
        beside_from: int = 900,
        gap: int = 12,
    ) -> None:
        super().__init__()
        self._side, self._width, self._beside_from = side, width, beside_from
        self._folded = False
        self.button: Button = secondary_button(button_text, Icon.PANEL_RIGHT)
        self.button.setVisible(False)
        self.button.clicked.connect(self.toggle)
        self._line = row(self, gap=gap)
        self._line.addWidget(main, 1)
        self._line.addWidget(side)
        follow_look(self._place)

    def is_folded(self) -> bool:
        """Say whether the column is folded away behind its button."""
        return self._folded

    def toggle(self) -> None:
        """Open or close the folded column."""
        if self._folded:
            self._side.setVisible(self._side.isHidden())
            self._lay_over()

    def _place(self) -> None:
        self._side.setFixedWidth(look().px(self._width))
        folded = self.width() / look().factor < self._beside_from
        if folded != self._folded:
            self._folded = folded
            self.button.setVisible(folded)
            self._side.setVisible(not folded)
            if folded:
                self._line.removeWidget(self._side)
            else:
                self._line.addWidget(self._side)
        self._lay_over()

    def _lay_over(self) -> None:
        if self._folded and not self._side.isHidden():
            self._side.resize(self._side.width(), self.height())
            self._side.move(QPoint(self.width() - self._side.width(), 0))
            self._side.raise_()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._folded and not self._side.isHidden():
            self.toggle()
            self.button.setFocus()
        else:
            super().keyPressEvent(event)
