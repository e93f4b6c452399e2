"""A protokoll of sixty pages that both printers print, without a council file to read it from."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.append(str(Path(__file__).resolve().parents[1]))

from documents.papers import ITEMS, the_minutes

if TYPE_CHECKING:
    from trygghetsrad.domain.papers import MinutesFacts

ROUNDS = 3
"""It takes a second or so to print; the first round is never counted."""
_TALK = "Rådet talade länge om belysningen vid badhuset och vad den betyder för dem som går där. " * 24


def long_facts() -> MinutesFacts:
    """Return minutes with fifty-five points of talk, a list and their decisions."""
    items = tuple(
        replace(ITEMS[place % len(ITEMS)], label=f"§ {place + 1}", text=f"{_TALK}\n\n{_TALK}\n\n- ett\n- två")
        for place in range(55)
    )
    return the_minutes(items=items)
