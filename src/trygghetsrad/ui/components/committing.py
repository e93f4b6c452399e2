"""Save what is typed in every field of a page before the page is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox

from trygghetsrad.ui.components.inline_field import CommitEdit
from trygghetsrad.ui.components.inline_text import GrowingEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def commit_within(whole: QWidget) -> None:
    """Let every field commit as if it had been left, whether the window is active or not."""
    here = whole.focusWidget()
    if isinstance(here, QComboBox | QAbstractSpinBox):
        # Pickers and numbers have no verb of their own for this; they listen to being left.
        left = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.OtherFocusReason)
        QApplication.sendEvent(here, left)
    for line in whole.findChildren(CommitEdit):
        line.commit()
    for text in whole.findChildren(GrowingEdit):
        text.commit()
