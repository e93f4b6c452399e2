"""What a person does at the keyboard; QTest itself cannot type å, ä and ö."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox, QWidget


def type_text(widget: QWidget, text: str) -> None:
    """Type letter by letter into a widget, which gets the focus."""
    widget.setFocus()
    for sign in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign))


def press(widget: QWidget, key: Qt.Key, *, control: bool = False, alt: bool = False) -> None:
    """Press one key."""
    held = Qt.KeyboardModifier.NoModifier
    if control:
        held |= Qt.KeyboardModifier.ControlModifier
    if alt:
        held |= Qt.KeyboardModifier.AltModifier
    QTest.keyClick(widget, key, held)


def click(widget: QWidget) -> None:
    """Click in the middle of a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def pick(box: QComboBox, words: str) -> None:
    """Choose from a drop-down, which the screenless platform cannot open."""
    place = box.findText(words)
    assert place >= 0, [box.itemText(number) for number in range(box.count())]
    box.setCurrentIndex(place)
    box.activated.emit(place)


def settle() -> None:
    """Let layouts find their places, as they do before anything is painted."""
    for _round in range(3):
        QApplication.processEvents()
