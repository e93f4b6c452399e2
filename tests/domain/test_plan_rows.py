"""The table of the plan: whose an action is, what it rests on, and what came after the decision."""

from __future__ import annotations

from datetime import date

from trygghetsrad.domain.actions import Action, ActionStatus, FollowUp, Rating
from trygghetsrad.domain.people import Organisation, OrganisationKind, Person
from trygghetsrad.domain.plan_rows import municipal_homes, plan_areas
from trygghetsrad.domain.thread import ActionPlan, Cause, Goal, GoalKind, Problem, Resolution, Side, Standing

TODAY = date(2026, 11, 23)
HOMES = (
    Organisation(id=1, uid="k", name="Kommunen", kind=OrganisationKind.MUNICIPALITY),
    Organisation(id=2, uid="f", name="Fritid", kind=OrganisationKind.OTHER, parent_id=1),
    Organisation(id=3, uid="p", name="Polisen", kind=OrganisationKind.POLICE),
    Organisation(id=4, uid="s", name="Friskolan", kind=OrganisationKind.SCHOOL, parent_id=5),
    Organisation(id=5, uid="b", name="Bolaget", kind=OrganisationKind.BUSINESS),
)
MATS = Person(id=7, uid="m", given_name="Mats", family_name="Lindgren", organisation_id=3)
PROBLEM = Problem(
    id=1,
    uid="x",
    title="Unga",
    place=1,
    causes=(Cause(id=5, uid="c", problem_id=1, number=2, side=Side.PLACE, text="Mörkt"),),
    goals=(Goal(id=6, uid="g", problem_id=1, kind=GoalKind.EFFECT, text="Färre bråk"),),
)
PLAN = ActionPlan(
    id=1,
    uid="pl",
    number=1,
    starts=TODAY,
    ends=TODAY,
    standing=Standing.DECIDED,
    decided=Resolution(day=TODAY),
    frozen_actions=frozenset({"a1"}),
)


def action(number: int, **details: object) -> Action:
    return Action(
        id=number,
        uid=f"a{number}",
        what=f"Åtgärd {number}",
        status=ActionStatus.ONGOING,
        problem_id=1,
        **details,  # type: ignore[arg-type]
    )


def test_what_is_part_of_the_municipality_is_the_municipality() -> None:
    assert municipal_homes(HOMES) == {1, 2}


def test_what_others_took_on_stands_apart_and_nobodys_is_the_municipalitys() -> None:
    actions = (
        action(1, owner_organisation_id=2),
        action(2, owner_person_id=7),
        action(3),
        action(4, owner_organisation_id=3),
    )
    (area,) = plan_areas([PROBLEM], actions, PLAN, [MATS], HOMES, TODAY)
    assert [row.action.id for row in area.own] == [1, 3]
    assert [row.action.id for row in area.others] == [2, 4]


def test_a_row_says_why_when_and_how_it_went() -> None:
    told = FollowUp(id=1, uid="f", day=TODAY, text="Bra", rating=Rating.GREEN)
    late = action(1, cause_id=5, goal_id=6, due=date(2026, 11, 1), follow_ups=(told,), partners="Polisen")
    (area,) = plan_areas([PROBLEM], [late], PLAN, [], HOMES, TODAY)
    (row,) = area.own
    assert (row.cause, row.goal, row.when) == ("2. Mörkt", "Färre bråk", "2026-11-01")
    assert (row.who, row.result) == ("Polisen", "Försenad, grön")


def test_only_what_came_after_the_decision_is_marked() -> None:
    (area,) = plan_areas([PROBLEM], [action(1), action(2)], PLAN, [], HOMES, TODAY)
    assert [row.is_added for row in area.own] == [False, True]
    (draft,) = plan_areas([PROBLEM], [action(1), action(2)], None, [], HOMES, TODAY)
    assert [row.is_added for row in draft.own] == [False, False]
