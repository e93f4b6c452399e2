"""What a new council has to settle at its first meeting, beside the points of every meeting."""

from __future__ import annotations

from trygghetsrad.domain.council import StandingContent
from trygghetsrad.domain.meetings import ItemKind

CONSTITUENT_POINTS: tuple[tuple[str, int, ItemKind], ...] = (
    ("Rådets ledamöter för mandatperioden", 10, ItemKind.INFORMATION),
    ("Val av vice ordförande", 5, ItemKind.DECISION),
    ("Rådets uppdrag och arbetsformer", 15, ItemKind.DISCUSSION),
    ("Mötesdagar under året", 10, ItemKind.DECISION),
)
"""The executive board appoints the chair; the council itself elects the vice chair (domain.md 3.1)."""

OPENING_POINTS = frozenset({StandingContent.OPENING, StandingContent.VERIFIER, StandingContent.PREVIOUS})
"""Points that come before them."""
