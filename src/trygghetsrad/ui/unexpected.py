"""Faults nobody foresaw: written to a log, told once in calm words, and the program lives on."""

from __future__ import annotations

import logging
import sys
import threading
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from trygghetsrad.paths import data_folder

if TYPE_CHECKING:
    from types import TracebackType

LOG = logging.getLogger("trygghetsrad")


class Unexpected(QObject):
    """Hears of every unhandled fault, on whichever thread; the same fault is told once."""

    happened = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: set[str] = set()

    def listen(self) -> None:
        """Take over the interpreter's hooks."""
        sys.excepthook = self._hear
        threading.excepthook = lambda heard: self._hear(
            heard.exc_type, heard.exc_value or heard.exc_type(), heard.exc_traceback
        )

    def _hear(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            return
        LOG.error("unhandled", exc_info=(kind, fault, trace))
        place = f"{kind.__name__} {trace.tb_lineno if trace else 0}"
        if place not in self._told:
            self._told.add(place)
            self.happened.emit(place)


def start_log() -> None:
    """Write a log beside the data: versions and faults, never what anyone has typed."""
    folder = data_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "trygghetsrad.log", maxBytes=1_000_000, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)
