"""Single § of the minutes, certified, on their way to those who act on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trygghetsrad.domain.papers.letterhead import Letterhead
    from trygghetsrad.domain.papers.minutes import MinutesFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractFacts:
    """Protokollsutdrag: the minutes with only the chosen points left in them."""

    minutes: MinutesFacts
    which: str
    """ "§§ 14–16, 19" or "punkt 2" """
    state: str
    """ "Justerat 2026-12-18", or "Inte justerat" """
    is_done: bool
    sent_to: tuple[str, ...] = ()

    @property
    def letterhead(self) -> Letterhead:
        return self.minutes.letterhead
