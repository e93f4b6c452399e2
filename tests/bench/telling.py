"""How each small program here tells what it cost, and begins where the stopwatch began."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 39


def council() -> Path:
    """Return the council file that is free to be worked on."""
    return Path(sys.argv[1])


def painted() -> None:
    """Tell how long it took from the start of the process, and the most memory it has held; then stop.

    The process ends at once: what happens after the window is seen is not what is measured.
    """
    _tell(seconds=time.time() - float(sys.argv[2]), bytes=_most_memory())
    os._exit(0)


def done() -> None:
    """Tell how long it took from the start of the process until now."""
    _tell(seconds=time.time() - float(sys.argv[2]), bytes=_most_memory())


def timed(deed: Callable[[int], object], rounds: int = ROUNDS) -> None:
    """Tell the shortest time a deed took, after it has been done once, and the most memory that was held."""
    deed(0)
    _tell(seconds=min(_time_of(deed, number) for number in range(1, rounds + 1)), bytes=_most_memory())


def _tell(**costs: float) -> None:
    sys.stdout.write(json.dumps(costs))
    sys.stdout.flush()


def _time_of(deed: Callable[[int], object], number: int) -> float:
    started = time.perf_counter()
    deed(number)
    return time.perf_counter() - started


def _most_memory() -> int:
    if sys.platform != "linux":
        return 0
    # Not getrusage: it also counts what the parent held when this process was made.
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))
