"""Calling a meeting off, where it stands: a button that unfolds a reason and the deed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trygghetsrad.ui.components.buttons import link_button, secondary_button
from trygghetsrad.ui.components.flow import FlowLayout
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import column

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class CallingOff(QWidget):
    """confirmed carries the reason, which may be empty."""

    confirmed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.begin_button = link_button(self.tr("Ställ in mötet …"))
        self.reason = InlineField(
            self.tr("Varför ställs mötet in?"),
            placeholder=self.tr("Står i beskedet till de kallade"),
            framed=True,
        )
        self.confirm_button = secondary_button(self.tr("Ställ in mötet"), Icon.PROHIBITED)
        self.keep_button = secondary_button(self.tr("Behåll mötet"))
        self._unfolded = QWidget()
        inside = column(self._unfolded, gap=8)
        inside.addWidget(self.reason)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        flow.addWidget(self.confirm_button)
        flow.addWidget(self.keep_button)
        inside.addWidget(buttons)
        body = column(self, gap=0)
        body.addWidget(self.begin_button)
        body.addWidget(self._unfolded)
        self.begin_button.clicked.connect(self._unfold)
        self.confirm_button.clicked.connect(self._confirm)
        self.reason.edit.returnPressed.connect(self._confirm)
        self.keep_button.clicked.connect(self.fold)
        self.fold()

    def fold(self) -> None:
        """Hide the reason and forget what was typed."""
        self.reason.edit.take("")
        self._unfolded.hide()
        self.begin_button.show()

    def _unfold(self) -> None:
        self.begin_button.hide()
        self._unfolded.show()
        self.reason.edit.setFocus()

    def _confirm(self) -> None:
        reason = self.reason.text()
        self.fold()
        self.confirmed.emit(reason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._unfolded.isVisible():
            self.fold()
            self.begin_button.setFocus()
        else:
            super().keyPressEvent(event)
