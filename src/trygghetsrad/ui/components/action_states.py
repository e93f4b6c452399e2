"""How the state of an action is told: one word and one pill, late computed and never stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.actions import ActionStatus, is_overdue
from trygghetsrad.domain.dates import overdue_text
from trygghetsrad.ui.components import pills

if TYPE_CHECKING:
    from datetime import date

    from trygghetsrad.domain.actions import Action
    from trygghetsrad.ui.components.pills import Pill

_PILLS: dict[ActionStatus, Pill] = {
    ActionStatus.PLANNED: pills.PLANNED,
    ActionStatus.ONGOING: pills.ONGOING,
    ActionStatus.DONE: pills.DONE,
    ActionStatus.CANCELLED: pills.STOPPED,
}


def state_word(action: Action, today: date) -> str:
    """Return "Försenad", or how far the action has come."""
    return "Försenad" if is_overdue(action, today) else action.status.value.capitalize()


def state_words(action: Action, today: date) -> str:
    """Return "8 dagar försenad", or how far the action has come."""
    if action.due is not None and is_overdue(action, today):
        return overdue_text(action.due, today)
    return action.status.value.capitalize()


def state_pill(action: Action, today: date) -> Pill:
    """Return how the state is painted."""
    return pills.LATE if is_overdue(action, today) else _PILLS[action.status]
