"""What happens when in the story of the example council, told in the order of time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Callable

SWEDEN = ZoneInfo("Europe/Stockholm")
MORNING = time(9)


class StoryClock:
    """Time as the story tells it; each look moves it some seconds."""

    def __init__(self, start: datetime) -> None:
        self._moment = start

    def now(self) -> datetime:
        self._moment += timedelta(seconds=10)
        return self._moment

    def go_to(self, moment: datetime) -> None:
        """Go on to a moment; one that has passed already is now."""
        self._moment = max(self._moment, moment)


class Diary:
    """Deeds with their moments; they may be noted in any order."""

    def __init__(self) -> None:
        self._pages: list[tuple[datetime, Callable[[], object]]] = []

    def note(self, day: date, deed: Callable[[], object], at: time = MORNING) -> None:
        self._pages.append((datetime.combine(day, at, SWEDEN).astimezone(UTC), deed))

    def live(self, clock: StoryClock) -> None:
        """Do all that is noted, each at its moment; what shares a moment in the order it was noted."""
        for moment, deed in sorted(self._pages, key=lambda page: page[0]):
            clock.go_to(moment)
            deed()
