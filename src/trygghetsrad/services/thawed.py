"""What stood in a lägesbild or a plan when it was decided, read back from its JSON into facts."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from trygghetsrad.domain.actions import Action, ActionNature, ActionStatus, Area, EffectTerm
from trygghetsrad.domain.thread import (
    Assessment,
    Cause,
    ChapterText,
    Factor,
    Goal,
    GoalKind,
    Influence,
    Mark,
    Position,
    Problem,
    Resolution,
    Side,
    SituationPicture,
    Standing,
    Weight,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_DAYS = ("due", "done_on", "created_on", "starts", "ends", "day", "by", "closed_on")


def thawed_plan(frozen: str) -> tuple[tuple[Problem, ...], tuple[Action, ...]]:
    """Return the problems and actions of a plan as they stood; what was told of them is not kept here."""
    plan = json.loads(frozen)
    return (
        tuple(_problem(one) for one in plan.get("problems", ())),
        tuple(_action(one) for one in plan.get("actions", ())),
    )


def thawed_picture(frozen: str) -> SituationPicture | None:
    """Return the lägesbild as it stood; nothing where none was kept."""
    kept = json.loads(frozen or "{}").get("picture")
    return SituationPicture(**_read(kept, standing=Standing, **_INNER)) if kept else None


def _problem(plain: Mapping[str, Any]) -> Problem:
    return Problem(
        **_read(
            plain,
            areas=_areas,
            causes=lambda rows: tuple(_cause(one) for one in rows),
            goals=lambda rows: tuple(_goal(one) for one in rows),
            action_ids=tuple,
            indicator_ids=tuple,
        )
    )


def _cause(plain: Mapping[str, Any]) -> Cause:
    return Cause(**_read(plain, side=Side, nature=ActionNature, factor=Factor, influence=Influence))


def _goal(plain: Mapping[str, Any]) -> Goal:
    return Goal(**_read(plain, kind=GoalKind))


def _action(plain: Mapping[str, Any]) -> Action:
    return Action(
        **_read(
            plain,
            status=ActionStatus,
            areas=_areas,
            nature=ActionNature,
            effect=EffectTerm,
            follow_ups=lambda _rows: (),
        )
    )


def _areas(words: list[str]) -> frozenset[Area]:
    return frozenset(Area(word) for word in words)


def _read(plain: Mapping[str, Any], **words: Callable[[Any], Any]) -> dict[str, Any]:
    """Return the fields with words and days as they were."""
    days = {name: date.fromisoformat(plain[name]) for name in _DAYS if plain.get(name)}
    return {**plain, **days, **{name: read(plain[name]) for name, read in words.items() if name in plain}}


def _assessment(plain: Mapping[str, Any]) -> Assessment:
    return Assessment(
        **_read(
            plain,
            position=Position,
            marks=lambda rows: tuple(Mark(**_read(one, weight=Weight)) for one in rows),
        )
    )


_INNER: Mapping[str, Callable[[Any], Any]] = {
    "decided": lambda one: Resolution(**_read(one)),
    "chapters": lambda rows: tuple(ChapterText(**one) for one in rows),
    "assessments": lambda rows: tuple(_assessment(one) for one in rows),
}
