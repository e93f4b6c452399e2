"""What stood in a lägesbild or a plan when it was decided, kept as JSON beside the living rows."""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from trygghetsrad.store.events import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trygghetsrad.domain.actions import Action
    from trygghetsrad.domain.thread import Problem, SituationPicture


def freeze_picture(picture: SituationPicture, problems: Iterable[Problem]) -> str:
    """Return the whole lägesbild as it stands: its chapters, its judgements and the problems they judge."""
    return canonical(
        {"picture": _plain(picture), "problems": [_plain(problem) for problem in problems]},
    )


def freeze_plan(problems: Iterable[Problem], actions: Iterable[Action]) -> str:
    """Return the causes, goals and actions of a plan as they stand."""
    return canonical(
        {
            "problems": [_plain(problem) for problem in problems],
            "actions": [_plain(action) for action in actions],
        }
    )


def frozen_actions(frozen: str) -> frozenset[str]:
    """Return the uids of the actions that stood in a plan when it was decided."""
    return frozenset(action["uid"] for action in json.loads(frozen).get("actions", ()))


def _plain(fact: Any) -> Any:
    """Return a fact as JSON takes it: days and words as text, sets in order."""
    if dataclasses.is_dataclass(fact) and not isinstance(fact, type):
        return {field.name: _plain(getattr(fact, field.name)) for field in dataclasses.fields(fact)}
    if isinstance(fact, StrEnum):
        return fact.value
    if isinstance(fact, date):
        return fact.isoformat()
    if isinstance(fact, frozenset):
        return sorted(_plain(one) for one in fact)
    if isinstance(fact, tuple):
        return [_plain(one) for one in fact]
    return fact
