"""Files dragged from the desktop and let go, as the window system would tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

_WHERE = QPointF(5, 5)
_HELD = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


def _carried(*urls: QUrl) -> QMimeData:
    mime = QMimeData()
    mime.setUrls(list(urls))
    return mime


def hang_over(target: QWidget, mime: QMimeData) -> bool:
    """Drag something over a part of the window; False when the part will not have it."""
    enter = QDragEnterEvent(_WHERE, Qt.DropAction.CopyAction, mime, *_HELD)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    return enter.isAccepted()


def hang_files_over(target: QWidget, *files: Path) -> bool:
    return hang_over(target, _carried(*(QUrl.fromLocalFile(str(path)) for path in files)))


def hang_address_over(target: QWidget, address: str) -> bool:
    return hang_over(target, _carried(QUrl(address)))


def move_away(target: QWidget) -> None:
    QApplication.sendEvent(target, QDragLeaveEvent())


def drop(target: QWidget, *files: Path) -> bool:
    """Let files go over a part of the window; False when it will not have them."""
    mime = _carried(*(QUrl.fromLocalFile(str(path)) for path in files))
    if not hang_over(target, mime):
        return False
    QApplication.sendEvent(target, QDropEvent(_WHERE, Qt.DropAction.CopyAction, mime, *_HELD))
    return True
