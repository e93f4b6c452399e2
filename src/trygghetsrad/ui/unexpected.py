"""Faults nobody foresaw: written to a log, told in calm words, and the program lives on."""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import threading
from contextlib import contextmanager, suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from time import monotonic
from traceback import extract_tb
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, qVersion

from trygghetsrad import __version__
from trygghetsrad.domain.errors import CouncilError
from trygghetsrad.paths import data_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

LOG = logging.getLogger("trygghetsrad")
LOG.addHandler(logging.NullHandler())  # nothing on stderr where no log can be written
DEEPEST = 200
SILENCE = 5.0
LARGEST = 500_000
LOGS_KEPT = 10


class Unexpected(QObject):
    """Hears of every unhandled fault, on whichever thread; the same fault is told once in a while."""

    happened = Signal(str)
    refused = Signal(str)
    """The sentence of a refusal that nobody caught; it is no fault."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: dict[str, float] = {}

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
        if isinstance(fault, CouncilError):
            self.refused.emit(fault.sentence())
            return
        frames = extract_tb(trace)
        place = f"{kind.__name__} {frames[-1].filename}:{frames[-1].lineno}" if frames else kind.__name__
        if monotonic() - self._told.get(place, -SILENCE) >= SILENCE:
            # Once in a while: a fault in painting comes back a hundred times a second.
            self._told[place] = monotonic()
            log_fault(fault.with_traceback(trace))
            self.happened.emit(place)


def log_fault(fault: BaseException) -> None:
    """Write what failed and where; the fault's own words may hold what somebody typed, so they stay out."""
    lines: list[str] = []
    cause: BaseException | None = fault
    while cause is not None and len(lines) < DEEPEST:
        code = getattr(cause, "sqlite_errorname", None) or getattr(cause, "errno", None) or ""
        lines.append(f"{type(cause).__name__} {code}".rstrip())
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in extract_tb(cause.__traceback__)
        ]
        cause = cause.__cause__ or cause.__context__
    LOG.error("unhandled\n%s\n%s", _versions(), "\n".join(lines))


def _versions() -> str:
    python = ".".join(str(part) for part in sys.version_info[:3])
    return f"Trygghetsråd {__version__}, Python {python}, Qt {qVersion()}, {sys.platform}"


def log_path() -> Path:
    """Return this process's own log; two programs that write in one file spoil each other's turning over."""
    return data_folder() / "logg" / f"trygghetsrad-{os.getpid()}.log"


def start_log() -> None:
    """Write a log beside the data: versions and faults, never what anyone has typed."""
    logging.raiseExceptions = False  # a full disk must not make a fault out of a log line
    path = log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _keep_newest(path.parent)
        handler = RotatingFileHandler(path, maxBytes=LARGEST, backupCount=1, encoding="utf-8", delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)


def _keep_newest(folder: Path) -> None:
    """Let only the newest logs stay; one that a program still writes in may refuse to go."""
    logs = sorted(folder.glob("trygghetsrad-*.log*"), key=lambda log: log.stat().st_mtime, reverse=True)
    for old in logs[LOGS_KEPT:]:
        with suppress(OSError):
            old.unlink()


@contextmanager
def stack_after_crash() -> Iterator[None]:
    """Let a crash below Python leave the stack behind, in a file of its own that goes when all went well."""
    path = log_path().with_suffix(".stopp.log")
    try:
        file = path.open("w", encoding="utf-8")
    except OSError:
        yield
        return
    faulthandler.enable(file)
    try:
        yield
    finally:
        faulthandler.disable()
        file.close()
        with suppress(OSError):
            if not path.stat().st_size:
                path.unlink()
