"""Ctrl+Z belongs to a field only while the field has something of its own to take back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override


class UndoKeys(QObject):
    """Sits on whichever field has the focus, and lets Ctrl+Z and Ctrl+Y through to the window."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusChanged.connect(self._follow)

    @Slot(QWidget, QWidget)
    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if isinstance(new, (QLineEdit, QPlainTextEdit)):
            new.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        undo, redo = _own_steps(watched)
        foreign_undo = event.matches(QKeySequence.StandardKey.Undo) and not undo
        foreign_redo = event.matches(QKeySequence.StandardKey.Redo) and not redo
        if foreign_undo or foreign_redo:
            # Left unaccepted, so that the window's own shortcut gets it.
            event.ignore()
            return True
        return False


def _own_steps(field: QObject) -> tuple[bool, bool]:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable(), field.isRedoAvailable()
    if isinstance(field, QPlainTextEdit):
        document = field.document()
        return document.isUndoAvailable(), document.isRedoAvailable()
    return False, False
