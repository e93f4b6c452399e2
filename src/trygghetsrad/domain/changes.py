"""Which kinds of things a saved step changed, so that every page knows whether to look again."""

from __future__ import annotations

from enum import Flag, auto


class Changed(Flag):
    """Kinds of facts on the screen."""

    NOTHING = 0
    COUNCIL = auto()
    PEOPLE = auto()
    MEETINGS = auto()
    MINUTES = auto()
    ACTIONS = auto()
    DOCUMENTS = auto()
    THREAD = auto()
    STATISTICS = auto()
    LAW = auto()
    TODAY = auto()

    @classmethod
    def everything(cls) -> Changed:
        """Return all flags, for the moment when another file was opened."""
        return ~cls.NOTHING
