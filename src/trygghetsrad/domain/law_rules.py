"""Which rule answers which row of Lagkollen, and all rows at once."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from trygghetsrad.domain import law_agreements, law_council, law_thread
from trygghetsrad.domain.law import status_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from trygghetsrad.domain.law import DutyStatus, Finding, Law
    from trygghetsrad.domain.law_facts import LawFacts

RULES: Mapping[str, Callable[[LawFacts, date], Finding]] = MappingProxyType(
    {
        "situation_picture": law_thread.situation_picture,
        "position": law_thread.position,
        "action_plan": law_thread.action_plan,
        "picture_renewed": law_thread.picture_renewed,
        "plan_followed_up": law_thread.plan_followed_up,
        "integrated_planning": law_thread.integrated_planning,
        "agreements": law_agreements.agreements,
        "council": law_council.council,
        "representatives": law_council.representatives,
        "coordination": law_council.coordination,
        "information": law_council.information,
        "reporting": law_council.reporting,
    }
)
"""By the keys of resources/law.toml."""


def duty_statuses(law: Law, facts: LawFacts, today: date) -> tuple[DutyStatus, ...]:
    """Return how each row stands today, in the order of the file."""
    return tuple(
        status_of(duty, RULES[duty.key](facts, today), answered=duty.key in facts.answered)
        for duty in law.duties
    )
