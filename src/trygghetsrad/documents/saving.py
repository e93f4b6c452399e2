"""Puts a finished document on disk: whole or not at all."""

from __future__ import annotations

import errno
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from typing_extensions import override

from trygghetsrad.domain.errors import FileError

if TYPE_CHECKING:
    from pathlib import Path

# Virus scanners and indexers hold a new file for a moment on Windows.
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_WINDOWS_NO_ROOM = frozenset({39, 112})
_WINDOWS_IN_USE = frozenset({32, 33})


@dataclass(eq=False)
class DocumentOpenElsewhere(FileError):
    """Another program, often Word or Acrobat, keeps the old file open."""

    @override
    def sentence(self) -> str:
        return (
            f"{self.name} är öppen i ett annat program, så den har inte skrivits över. "
            "Stäng den där eller spara med ett annat namn."
        )


@dataclass(eq=False)
class FolderGone(FileError):
    """The folder was moved, removed or is on a share that is not there."""

    @override
    def sentence(self) -> str:
        return (
            f"Mappen ”{self.path.parent}” finns inte längre, så {self.name} har inte sparats. "
            "Välj en annan mapp."
        )


@dataclass(eq=False)
class FolderReadOnly(FileError):
    """The folder or the old file may not be written."""

    @override
    def sentence(self) -> str:
        return (
            f"{self.name} kunde inte sparas, eftersom mappen eller filen är skrivskyddad. "
            "Inget har ändrats. Välj en annan mapp."
        )


@dataclass(eq=False)
class FolderNotMade(FileError):
    """The place lets no folder be made, or a file has its name."""

    @override
    def sentence(self) -> str:
        return f"Mappen {self.name} finns inte och går inte att skapa. Inget har ändrats. Välj en annan mapp."


@dataclass(eq=False)
class NoRoomForDocument(FileError):
    """The disk is full."""

    @override
    def sentence(self) -> str:
        return (
            f"Disken är full, så {self.name} har inte sparats. Inget annat har ändrats. Frigör utrymme först."
        )


@dataclass(eq=False)
class DocumentNotSaved(FileError):
    """Something else the system says; its own words are kept."""

    reason: str

    @override
    def sentence(self) -> str:
        return f"{self.name} kunde inte sparas ({self.reason}). Inget har ändrats. Välj en annan mapp."


def make_folder(folder: Path) -> None:
    """Make a folder that may be there already.

    Raises NoRoomForDocument or FolderNotMade.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise (NoRoomForDocument if _is_full(error) else FolderNotMade)(folder) from error


def save_document(path: Path, data: bytes) -> None:
    """Write the file beside its place and move it there; a failure leaves the old one as it was.

    Raises DocumentOpenElsewhere, FolderGone, FolderReadOnly, NoRoomForDocument or DocumentNotSaved.
    """
    if _is_locked(path):
        raise FolderReadOnly(path)
    draft = path.with_name(f".{uuid4().hex}.tmp")
    try:
        _write(draft, data)
        _replace(draft, path)
    except OSError as error:
        raise _explain(path, error) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _is_locked(path: Path) -> bool:
    """Tell whether the old file is marked read-only; moving a new one over it would not ask."""
    return path.is_file() and not os.access(path, os.W_OK)


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _replace(draft: Path, path: Path) -> None:
    for pause in _PAUSES:
        try:
            draft.replace(path)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    draft.replace(path)


def _explain(path: Path, error: OSError) -> FileError:
    windows = getattr(error, "winerror", None)
    if _is_full(error):
        return NoRoomForDocument(path)
    if not path.parent.is_dir():
        return FolderGone(path)
    if windows in _WINDOWS_IN_USE or (windows and isinstance(error, PermissionError) and path.is_file()):
        return DocumentOpenElsewhere(path)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return FolderReadOnly(path)
    return DocumentNotSaved(path, error.strerror or type(error).__name__)


def _is_full(error: OSError) -> bool:
    return error.errno in _NO_ROOM or getattr(error, "winerror", None) in _WINDOWS_NO_ROOM
