"""The example council: half a year of Norrmyra, lived through with the same verbs a coordinator uses."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil

EXAMPLE_NAME = "Folkhälso- och trygghetsrådet"
EXAMPLE_STARTS = datetime(2026, 6, 1, 7, 0, tzinfo=UTC)


class StoryClock:
    """Time as the story tells it; each look moves it a minute."""

    def __init__(self, start: datetime) -> None:
        self._moment = start

    def now(self) -> datetime:
        self._moment += timedelta(minutes=1)
        return self._moment

    def go_to(self, moment: datetime) -> None:
        self._moment = moment


def live_through_example(council: OpenCouncil, clock: StoryClock) -> None:
    """Write the story into a new council."""
