"""The table of the åtgärdsplan: what the municipality does per problem, and apart what others took on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trygghetsrad.domain.actions import is_overdue
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.people import OrganisationKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from trygghetsrad.domain.actions import Action
    from trygghetsrad.domain.people import Organisation, Person
    from trygghetsrad.domain.thread import ActionPlan, Problem

MUNICIPAL_KINDS = frozenset(
    {OrganisationKind.MUNICIPALITY, OrganisationKind.SCHOOL, OrganisationKind.SOCIAL_SERVICES}
)
"""Counted as the municipality's own unless they are part of another actor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    action: Action
    cause: str
    goal: str
    when: str
    who: str
    result: str
    """The state, and how the latest follow-up judged it."""
    is_added: bool = False
    """Added after the plan was decided (practice.md 15)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanArea:
    """One problem with its actions, the municipality's own and those of others."""

    problem: Problem
    own: tuple[PlanRow, ...]
    others: tuple[PlanRow, ...]


def municipal_homes(organisations: Iterable[Organisation]) -> frozenset[int]:
    """Return the organisations that are the municipality, counting what they are part of."""
    by_id = {one.id: one for one in organisations}

    def root(one: Organisation) -> Organisation:
        seen: set[int] = set()
        while one.parent_id in by_id and one.id not in seen:
            seen.add(one.id)
            one = by_id[one.parent_id]
        return one

    return frozenset(one.id for one in by_id.values() if root(one).kind in MUNICIPAL_KINDS)


def plan_areas(
    problems: Sequence[Problem],
    actions: Iterable[Action],
    plan: ActionPlan | None,
    people: Sequence[Person],
    organisations: Sequence[Organisation],
    today: date,
) -> tuple[PlanArea, ...]:
    """Return the plan problem by problem, in her order; an action without an owner is the municipality's."""
    homes = {one.id: one.organisation_id for one in people}
    own = municipal_homes(organisations)
    by_problem: dict[int, list[Action]] = {one.id: [] for one in problems}
    for action in actions:
        if action.problem_id in by_problem:
            by_problem[action.problem_id].append(action)

    def is_own(action: Action) -> bool:
        home = action.owner_organisation_id or homes.get(action.owner_person_id or 0)
        return home is None or home in own

    areas: list[PlanArea] = []
    for problem in problems:
        found = by_problem[problem.id]
        rows = [(is_own(one), _row(problem, one, plan, today)) for one in found]
        areas.append(
            PlanArea(
                problem=problem,
                own=tuple(row for mine, row in rows if mine),
                others=tuple(row for mine, row in rows if not mine),
            )
        )
    return tuple(areas)


def _row(problem: Problem, action: Action, plan: ActionPlan | None, today: date) -> PlanRow:
    cause = next((one for one in problem.causes if one.id == action.cause_id), None)
    goal = next((one.text for one in problem.goals if one.id == action.goal_id), "")
    return PlanRow(
        action=action,
        cause=f"{cause.number}. {cause.text}" if cause else "",
        goal=goal,
        when=_when(action),
        who=", ".join(filter(None, (action.owner, action.partners))),
        result=_result(action, today),
        is_added=bool(
            plan and not plan.is_draft and not plan.is_elsewhere and action.uid not in plan.frozen_actions
        ),
    )


def _when(action: Action) -> str:
    if not action.one_off and action.due is None:
        return "Löpande"
    if action.starts and action.due:
        return f"{iso(action.starts)}–{iso(action.due)}"
    return iso(action.due) if action.due else ""


def _result(action: Action, today: date) -> str:
    state = "Försenad" if is_overdue(action, today) else action.status.value.capitalize()
    rated = next((one.rating for one in reversed(action.follow_ups) if one.rating), None)
    return f"{state}, {rated.value}" if rated else state
