"""Typing as a person does, å ä and ö too, which QTest.keyClicks cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


def keys(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Press one key after the other in a field."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def overwrite(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Go into a field and type over what stands there."""
    field.setFocus()
    field.selectAll()
    keys(field, text)


def write(field: QLineEdit, text: str) -> None:
    """Type over what stands there and press Enter."""
    overwrite(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
