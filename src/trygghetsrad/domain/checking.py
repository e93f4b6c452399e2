"""What a look through the whole council file found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """Damage means that something is wrong with the file; warnings are for the coordinator to judge."""

    damage: tuple[str, ...]
    warnings: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        return not self.damage
