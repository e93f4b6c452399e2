"""A cause analysis as a fishbone says it: one problem, and what makes it possible, bone by bone."""

from __future__ import annotations

from dataclasses import dataclass

from trygghetsrad.domain.counting import listed, plural

VICTIM, OFFENDER, PLACE = "Brottsutsatt", "Gärningsperson", "Plats och objekt"
"""The three bones that Brå's cause analysis has."""
NO_CAUSES = "Inga orsaker inskrivna"
MOST_BONES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """A cause with the number it has in analysis and plan."""

    number: int
    text: str

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("cause without text")

    @property
    def line(self) -> str:
        return f"{self.number}. {' '.join(self.text.split())}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bone:
    """What kind of causes they are, and the causes."""

    name: str
    causes: tuple[Cause, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fishbone:
    """The problem and its bones; one without a problem or bones cannot be made (ValueError)."""

    problem: str
    bones: tuple[Bone, ...]

    def __post_init__(self) -> None:
        if not self.problem.strip() or not all(bone.name.strip() for bone in self.bones):
            raise ValueError("fishbone without problem or name")
        if not 1 <= len(self.bones) <= MOST_BONES:
            raise ValueError("too few or too many bones")


def fishbone_alt(fishbone: Fishbone) -> str:
    """Return what the drawing shows in two sentences; every cause stands in a list beside it."""
    counted = [
        f"{bone.name.lower()} {plural(len(bone.causes), 'orsak', 'orsaker')}" for bone in fishbone.bones
    ]
    return (
        f"Fiskbensdiagram. Problem: {fishbone.problem.strip().rstrip('.')}. {listed(counted).capitalize()}."
    )
