"""Files dropped from the desktop onto a part of the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDropEvent
from typing_extensions import override

from trygghetsrad.domain.attachments import ending_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

_OVER = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove})


def files_in(mime: QMimeData) -> list[Path]:
    """Return the files that are dragged; a page of the web is none."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


class FileDrops(QObject):
    """Lets a widget take files; `hovering` hears which come over it, and none when they are gone.

    With an ending, such as pdf, it takes such files alone and leaves the others to whoever asked before.
    """

    def __init__(
        self,
        widget: QWidget,
        take: Callable[[Sequence[Path]], object],
        hovering: Callable[[Sequence[Path]], object] = lambda _files: None,
        *,
        ending: str = "",
    ) -> None:
        super().__init__(widget)
        self._take, self._hovering, self._ending = take, hovering, ending
        self.is_open = True
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.DragLeave:
            self._hovering(())
            return False
        if kind not in _OVER and kind != QEvent.Type.Drop:
            return False
        if not isinstance(event, QDropEvent) or not self.is_open or not (files := files_in(event.mimeData())):
            return False
        if self._ending and any(ending_of(path.name) != self._ending for path in files):
            return False
        # A file is copied in, whatever keys are held: it is never moved away from where it lies.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._hovering(files if kind in _OVER else ())
        if kind == QEvent.Type.Drop:
            self._take(files)
        return True
