"""The clauses of a samverkansöverenskommelse, as drafts that the parties change as they like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_GAP = re.compile(r"\{(\w+)\}")


class ClauseKey(StrEnum):
    """A clause; that the agreement does not bind in law has one of its own, so that it is never lost."""

    PARTIES = "parter"
    BACKGROUND = "bakgrund"
    PURPOSES = "syften"
    AREAS = "områden"
    CAUSES = "orsaker"
    GOALS = "mål"
    COMMITMENTS = "åtaganden"
    ORGANISATION = "organisation"
    RECORDS = "dokumentation"
    COMMUNICATION = "kommunikation"
    FOLLOW_UP = "uppföljning"
    PLEDGES = "medborgarlöften"
    PERIOD = "giltighet"
    NOT_BINDING = "rättslig ställning"
    SIGNATURES = "underskrifter"


GAPS = frozenset({"parter", "områden", "orsaker", "mål", "råd", "period"})
"""What the drafts leave open for the program to fill."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseGuide:
    clause: ClauseKey
    heading: str
    required: bool
    """Whether 9 § demands it: purposes and areas, and nothing else."""
    section: str
    help: str
    draft: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementGuide:
    intro: str
    extension: str
    """The sentence for an agreement that goes on until a new one is signed."""
    clauses: tuple[ClauseGuide, ...]


def filled(draft: str, values: Mapping[str, str]) -> str:
    """Return a draft with its gaps filled; one without a value stays as "[områden]" for people to fill."""
    return _GAP.sub(lambda gap: values.get(gap[1], "").strip() or f"[{gap[1]}]", draft)
