"""Ideas for actions, each bound to a common problem and to the side of it that the action works on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trygghetsrad.domain.actions import ActionNature, EffectTerm
    from trygghetsrad.domain.people import OrganisationKind
    from trygghetsrad.domain.thread import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """Something that could be done, how, by whom, and what to count when it is done."""

    focus: str
    side: Side
    title: str
    how: str
    nature: ActionNature
    effect: EffectTerm
    owner: OrganisationKind
    goal: str
    """A typical produktionsmål, "antal …"."""


def fitting(ideas: Iterable[Idea], focus: str, side: Side | None = None) -> tuple[Idea, ...]:
    """Return the ideas for a focus area, those for the side of a cause first."""
    found = [one for one in ideas if one.focus == focus]
    return tuple(sorted(found, key=lambda one: one.side is not side)) if side else tuple(found)
