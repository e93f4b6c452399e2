"""One writer at a time: a lock beside the council file that says who has it and since when."""

from __future__ import annotations

import getpass
import json
import os
import socket
import sys
import time
from contextlib import suppress
from datetime import datetime
from typing import IO, TYPE_CHECKING

from trygghetsrad.domain.errors import CouncilInUse, NotWritable
from trygghetsrad.paths import beside
from trygghetsrad.store.copies import RETRY_SECONDS

if TYPE_CHECKING:
    from pathlib import Path

# Far behind the text, since Windows forbids others to read the bytes that are locked.
LOCKED_BYTE = 1 << 30
LONGEST = 4096


class CouncilLock:
    """Holds a council file for one process, from `take` to `release`."""

    def __init__(self, council: Path) -> None:
        self._council = council
        self._path = lock_path(council)
        self._file: IO[bytes] | None = None

    def take(self, now: datetime) -> None:
        """Take the lock and write who has it; taking it twice is taking it once.

        Raises CouncilInUse with the holder, NotWritable where the folder takes no files.
        """
        if self._file is not None:
            return
        file = self._locked()
        if file is None or _is_foreign(self._path):
            if file:
                file.close()
            raise holder(self._council)
        self._file = file
        # On a full disk the lock holds without its text, which only says who to ask.
        with suppress(OSError):
            os.truncate(file.fileno(), 0)
            os.write(file.fileno(), json.dumps(_me(now), ensure_ascii=False).encode())

    def _locked(self) -> IO[bytes] | None:
        """Return the lock file, locked; one that its holder removed meanwhile locks nothing, so try anew."""
        while True:
            try:
                file = _opened(self._path)
            except OSError as error:
                raise NotWritable(self._council) from error
            if not _try_lock(file):
                file.close()
                return None
            if _is_at(file, self._path):
                return file
            file.close()

    def release(self) -> None:
        """Give the file free and remove the trace."""
        if self._file is None:
            return
        if sys.platform == "win32":
            _let_go(self._file, self._path)
        else:
            self._path.unlink(missing_ok=True)
            self._file.close()
        self._file = None


def _opened(path: Path) -> IO[bytes]:
    """Open the lock file; on Windows one that is just being removed refuses for a moment."""
    for pause in RETRY_SECONDS if sys.platform == "win32" else ():
        try:
            return path.open("a+b", buffering=0)
        except PermissionError:
            time.sleep(pause)
    return path.open("a+b", buffering=0)


def _let_go(file: IO[bytes], path: Path) -> None:
    """Let go of the lock where an open file cannot be removed.

    Somebody else, a virus scanner too, may have it open just then; what stays behind names nobody.
    """
    with suppress(OSError):
        os.truncate(file.fileno(), 0)
    file.close()
    with suppress(OSError):
        path.unlink(missing_ok=True)


def is_held(council: Path, now: datetime) -> bool:
    """Tell whether somebody has the file open right now."""
    return held_by(council, now) is not None


def held_by(council: Path, now: datetime) -> CouncilInUse | None:
    """Return who has the file open right now, or None.

    Raises NotWritable where the folder takes no files.
    """
    lock = CouncilLock(council)
    if not council.exists():
        return None
    try:
        lock.take(now)
    except CouncilInUse as taken:
        return taken
    lock.release()
    return None


def is_open_here(council: Path) -> bool:
    """Tell whether this very process has the file open."""
    told = _read(lock_path(council))
    return told.get("pid") == str(os.getpid()) and not _is_foreign(lock_path(council))


def lock_path(council: Path) -> Path:
    return beside(council, "-lock")


def holder(council: Path) -> CouncilInUse:
    """Return who has the file, as well as can be told."""
    told = _read(lock_path(council))
    return CouncilInUse(
        council,
        user=told.get("user", ""),
        host=told.get("host", ""),
        since=_moment(told.get("since", "")),
        here=told.get("host") in {None, "", socket.gethostname()} and told.get("user") in {None, who_am_i()},
    )


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _me(now: datetime) -> dict[str, str]:
    return {
        "user": who_am_i(),
        "host": socket.gethostname(),
        "pid": str(os.getpid()),
        "since": now.astimezone().isoformat(timespec="seconds"),
    }


def who_am_i() -> str:
    """Return the user's name on this computer."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _is_foreign(path: Path) -> bool:
    """Tell whether another computer left its name; its lock may not reach us over a network."""
    return _read(path).get("host", socket.gethostname()) != socket.gethostname()


def _read(path: Path) -> dict[str, str]:
    try:
        with path.open("rb") as file:
            told = json.loads(file.read(LONGEST) or b"{}")
    except (OSError, ValueError):
        return {}
    return {str(key): str(value) for key, value in told.items()} if isinstance(told, dict) else {}


def _is_at(file: IO[bytes], path: Path) -> bool:
    """Tell whether an open file is still the one with that name."""
    if sys.platform == "win32":
        return True  # an open file cannot be removed there
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _try_lock(file: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(LOCKED_BYTE)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            file.seek(0)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def ask_holder_to_show(council: Path) -> None:
    """Leave a note for the window that has the file open, asking it to come forward."""
    _show_path(council).touch()


def take_show_request(council: Path) -> bool:
    """Tell whether somebody asked for the window, and remove the note."""
    path = _show_path(council)
    if not path.exists():
        return False
    with suppress(OSError):
        path.unlink(missing_ok=True)
    return True


def is_asked_to_show(council: Path) -> bool:
    """Tell whether the note still lies there, so that nobody has come forward yet."""
    return _show_path(council).exists()


def _show_path(council: Path) -> Path:
    return beside(council, "-show")
