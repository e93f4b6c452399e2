"""What may be noted as an iakttagelse, kind by kind, without persons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trygghetsrad.domain.thread import SightingKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SightingKindGuide:
    kind: SightingKind
    label: str
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SightingGuide:
    no_persons: str
    kinds: tuple[SightingKindGuide, ...]
