"""Work on foreign files in a child process that can be stopped, with JSON lines over its pipes.

A request is `{"job": "spreadsheet", …}`; the answer is `{"done": …}` or `{"refused": {"reason", "facts"}}`.
The child ends when its stdin closes, in the middle of a job too, so it never outlives the window.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from contextlib import suppress
from queue import SimpleQueue
from threading import Event, Thread, Timer
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from trygghetsrad.domain.contacts import ImportRefused, RefusalReason
from trygghetsrad.exchange.memory import limit_memory
from trygghetsrad.exchange.spreadsheet import Sheet, read_sheets as read_sheets_here, read_workbook
from trygghetsrad.exchange.tables import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SECONDS: Final = 30.0
MAX_MEMORY: Final = 320 * 1024 * 1024
# Set by a launcher whose executable is the program itself and takes no -m.
BUNDLED_MARK: Final = "TRYGGHETSRAD_BUNDLED"


def worker_command() -> list[str]:
    """Return what starts this program as a worker, installed with Python or bundled as an exe."""
    if getattr(sys, "frozen", False) or os.environ.get(BUNDLED_MARK):
        return [sys.executable, "--worker"]
    return [sys.executable, "-X", "utf8", "-m", "trygghetsrad", "--worker"]


def read_spreadsheet(data: bytes, sheet: str | None = None, *, seconds: float = SECONDS) -> Sheet:
    """Return a sheet of an Excel file, read in a child process; see `spreadsheet.read_workbook`.

    Raises ImportRefused, TIMED_OUT and TOO_BIG among the reasons.
    """
    request = {"job": "spreadsheet", "data": base64.b64encode(data).decode("ascii"), "sheet": sheet}
    done = ask(request, seconds=seconds)
    return _sheet(done)


def _sheet(done: Mapping[str, Any]) -> Sheet:
    return Sheet(
        sheets=tuple(done["sheets"]),
        name=done["name"],
        rows=tuple(Row(number=number, cells=tuple(cells)) for number, cells in done["rows"]),
    )


def read_sheets(data: bytes, *, seconds: float = SECONDS) -> tuple[Sheet, ...]:
    """Return all visible sheets of an Excel file, read in a child process; raises as `read_spreadsheet`."""
    request = {"job": "sheets", "data": base64.b64encode(data).decode("ascii")}
    return tuple(_sheet(one) for one in ask(request, seconds=seconds))


def ask(request: Mapping[str, object], *, seconds: float = SECONDS) -> Any:
    """Return what a fresh worker answers; raises ImportRefused when it refuses, breaks or is too slow."""
    with _started() as process:
        late = Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = Timer(seconds, stop)
        timer.start()
        try:
            line = _exchanged(process, request)
        finally:
            timer.cancel()
            timer.join()
    if line:
        return _answer(json.loads(line))
    if late.is_set():
        raise ImportRefused(RefusalReason.TIMED_OUT)
    # Python ends with 1 after an error of its own; any other end came from the memory ceiling.
    raise ImportRefused(RefusalReason.DAMAGED if process.returncode == 1 else RefusalReason.TOO_BIG)


def serve(stdin: BinaryIO, stdout: BinaryIO) -> int:
    """Answer requests until stdin closes; what `trygghetsrad --worker` runs."""
    limit_memory(MAX_MEMORY)
    requests: SimpleQueue[bytes | None] = SimpleQueue()
    idle = Event()
    idle.set()
    Thread(target=_listen, args=(stdin, requests, idle), daemon=True).start()
    for line in iter(requests.get, None):
        try:
            stdout.write(_worked(line) + b"\n")
            stdout.flush()
        except OSError:
            return 1
        idle.set()
    return 0


def _listen(stdin: BinaryIO, requests: SimpleQueue[bytes | None], idle: Event) -> None:
    for line in stdin:
        idle.clear()
        requests.put(line)
    if not idle.is_set():
        # Nobody waits for the answer any more, and the job may never finish by itself.
        os._exit(0)
    requests.put(None)


def _worked(line: bytes) -> bytes:
    try:
        request = json.loads(line)
        return json.dumps({"done": _JOBS[request["job"]](request)}).encode()
    except ImportRefused as refused:
        return _refusal(refused.reason, dict(refused.facts))
    except MemoryError:
        return _refusal(RefusalReason.TOO_BIG, {})
    except Exception:  # noqa: BLE001  (whatever a foreign file brings about, the window gets an answer)
        return _refusal(RefusalReason.DAMAGED, {})


def _refusal(reason: RefusalReason, facts: Mapping[str, str]) -> bytes:
    return json.dumps({"refused": {"reason": reason, "facts": facts}}).encode()


def _spreadsheet(request: Mapping[str, Any]) -> dict[str, object]:
    return _plain(read_workbook(base64.b64decode(request["data"]), request["sheet"]))


def _sheets(request: Mapping[str, Any]) -> list[dict[str, object]]:
    return [_plain(sheet) for sheet in read_sheets_here(base64.b64decode(request["data"]))]


def _plain(sheet: Sheet) -> dict[str, object]:
    return {
        "sheets": sheet.sheets,
        "name": sheet.name,
        "rows": [(row.number, row.cells) for row in sheet.rows],
    }


_JOBS: Final[Mapping[str, Callable[[Mapping[str, Any]], object]]] = {
    "spreadsheet": _spreadsheet,
    "sheets": _sheets,
}


def _started() -> subprocess.Popen[bytes]:
    no_window = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    # Safe path: a file named openpyxl.py in the current folder must not be imported.
    surroundings = os.environ | {"PYTHONSAFEPATH": "1"}
    return subprocess.Popen(  # noqa: S603  (our own command, nothing from the user in it)
        worker_command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=surroundings,
        creationflags=no_window,
    )


def _exchanged(process: subprocess.Popen[bytes], request: Mapping[str, object]) -> bytes:
    """Return the worker's line, or nothing when it broke off; stdin stays open meanwhile."""
    if process.stdin is None or process.stdout is None:
        return b""
    try:
        process.stdin.write(json.dumps(request).encode() + b"\n")
        process.stdin.flush()
        return process.stdout.readline()
    except OSError:
        # What the worker never read is let go here; otherwise the closing of the pipe would try once more.
        with suppress(OSError):
            process.stdin.close()
        return b""


def _answer(message: Mapping[str, Any]) -> Any:
    if "refused" in message:
        refused = message["refused"]
        raise ImportRefused(RefusalReason(refused["reason"]), refused["facts"])
    return message["done"]
