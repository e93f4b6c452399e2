"""Times of day as Swedes write and type them."""

from __future__ import annotations

import re
from datetime import time

_TYPED = re.compile(
    r"(?:klockan|kl\.?)?\s*(?:(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?|(?P<run>\d{3,4}))", re.IGNORECASE
)


def clock(moment: time, *, padded: bool = False) -> str:
    """Return "13.00" and "9.00"; padded gives "09.00" for columns."""
    return f"{moment.hour:02}.{moment.minute:02}" if padded else f"{moment.hour}.{moment.minute:02}"


def time_span(starts: time, ends: time | None) -> str:
    """Return "13.00–15.00", or only the start where no end is known."""
    return clock(starts) if ends is None else f"{clock(starts)}–{clock(ends)}"


def parse_clock(text: str) -> time | None:
    """Read 13, 1300, 13:00, 13.00, kl 13 or 9:30; None for anything else."""
    found = _TYPED.fullmatch(text.strip())
    if found is None:
        return None
    run = found["run"]
    hour, minute = (run[:-2], run[-2:]) if run else (found["hour"], found["minute"] or "0")
    return time(int(hour), int(minute)) if int(hour) < 24 and int(minute) < 60 else None
