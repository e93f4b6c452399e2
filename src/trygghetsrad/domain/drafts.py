"""Text that was typed but not saved when the program stopped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The text of one field of one thing, and when it was typed."""

    uid: str
    field: str
    text: str
    at: datetime
