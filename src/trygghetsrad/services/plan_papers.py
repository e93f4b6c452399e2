"""The facts of the åtgärdsplan as a paper: what was decided as it stood then, how it goes as it is now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.law_clock import MONTHS_BETWEEN, months_after
from trygghetsrad.domain.papers.plans import (
    PlannedProblem,
    PlanPaperFacts,
    PrintedAction,
    PrintedCause,
    PrintedChapter,
    PrintedGoal,
)
from trygghetsrad.domain.plan_rows import plan_areas
from trygghetsrad.domain.reviewing import latest_finished
from trygghetsrad.domain.thread import Position, newest_decided
from trygghetsrad.services import knowledge
from trygghetsrad.services.coordination import plan_links_in
from trygghetsrad.services.letterhead import letterhead_of, words_of
from trygghetsrad.services.live import live
from trygghetsrad.services.plans import planned_actions, reviews_in
from trygghetsrad.services.reading import council_of, organisation_of, organisations_by_id, person_of
from trygghetsrad.services.reading_meetings import actions_of
from trygghetsrad.services.reading_thread import pictures_in, plans_in, problems_in
from trygghetsrad.services.thawed import thawed_plan
from trygghetsrad.store.schema import ActionPlanRow, PersonRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from trygghetsrad.domain.actions import Action
    from trygghetsrad.domain.coordination import PlanLink
    from trygghetsrad.domain.plan_rows import PlanRow
    from trygghetsrad.domain.thread import ActionPlan, Problem, Resolution, SituationPicture
    from trygghetsrad.services.paper_choosing import PaperOrder

NO_PLAN = "Ingen åtgärdsplan är påbörjad. Det här är en tom mall."
"""A note beside the paper."""


def plan_paper_facts(order: PaperOrder) -> PlanPaperFacts:
    """Return the plan that is being written, else the one that holds."""
    session, council = order.session, council_of(order.session)
    number = order.options.version
    plan = plan_to_print(session) if number is None else _adopted(session, number)
    picture = picture_of(session, plan)
    problems, actions = plan_contents(session, plan) if number is None else _as_adopted(session, plan)
    chosen = prioritised_or_planned(problems, actions, picture)
    return PlanPaperFacts(
        letterhead=letterhead_of(session, council),
        words=words_of(council),
        issued_on=order.today,
        period=plan.period if plan else "",
        is_draft=plan is None or plan.is_draft,
        decided=resolution_text(plan.decided) if plan else "",
        registry_number=plan.decided.dnr if plan else "",
        rests_on=_rests_on(picture),
        chapters=_chapters(plan),
        goals=tuple(goal for problem in chosen for goal in goals_of(problem)),
        problems=_problems(order, plan, chosen, actions),
        follow_up=follow_up_text(session, plan),
        links=tuple(link_text(one) for one in plan_links_in(session)),
        notes=() if plan else (NO_PLAN,),
    )


def plan_to_print(session: Session) -> ActionPlan | None:
    """Return the plan that is being written, else the one that holds."""
    plans = plans_in(session)
    return next((one for one in plans if one.is_draft), None) or newest_decided(plans)


def _adopted(session: Session, number: int) -> ActionPlan:
    """Return an adopted plan by its number; raises Refused when there is none."""
    plan = next((one for one in plans_in(session) if one.number == number and not one.is_draft), None)
    if plan is None:
        raise Refused(f"Det finns ingen beslutad åtgärdsplan med nummer {number}. Inget har skapats.")
    return plan


def _as_adopted(session: Session, plan: ActionPlan | None) -> tuple[tuple[Problem, ...], tuple[Action, ...]]:
    """Return the problems and actions of a plan as they stood on the day of its decision, and no others."""
    row = session.get(ActionPlanRow, plan.id) if plan else None
    if row is None or row.frozen in {"", "{}"}:
        return plan_contents(session, plan)
    return thawed_plan(row.frozen)


def picture_of(session: Session, plan: ActionPlan | None) -> SituationPicture | None:
    """Return the lägesbild a plan rests on; without one the lägesbild that holds, else the newest."""
    pictures = pictures_in(session)
    named = next((one for one in pictures if plan and one.id == plan.picture_id), None)
    return named or newest_decided(pictures) or next(iter(pictures), None)


def plan_contents(
    session: Session, plan: ActionPlan | None
) -> tuple[tuple[Problem, ...], tuple[Action, ...]]:
    """Return the problems and actions of a plan: as decided where it is, with how it goes as it is now."""
    problems = tuple(one for one in problems_in(session) if one.is_open)
    actions = tuple(actions_of(session, planned_actions(session)))
    row = session.get(ActionPlanRow, plan.id) if plan and not plan.is_draft else None
    if row is None or row.frozen in {"", "{}"}:
        return problems, actions
    then_problems, then_actions = thawed_plan(row.frozen)
    now = {one.uid: one for one in actions}
    then = tuple(_going_on(one, now.pop(one.uid, None)) for one in then_actions)
    old = {one.id for one in then_problems}
    return (*then_problems, *(one for one in problems if one.id not in old)), (*then, *now.values())


def _going_on(then: Action, now: Action | None) -> Action:
    """Return an action as it was decided, with how it has gone since."""
    if now is None:
        return then
    return replace(then, status=now.status, done_on=now.done_on, follow_ups=now.follow_ups)


def prioritised_or_planned(
    problems: tuple[Problem, ...], actions: tuple[Action, ...], picture: SituationPicture | None
) -> tuple[Problem, ...]:
    """Return the problems that a plan is about, in their order."""
    judged = picture.assessments if picture else ()
    wanted = {one.problem_id for one in judged if one.position is Position.PRIORITISED}
    wanted |= {one.problem_id for one in actions if one.problem_id}
    return tuple(one for one in problems if one.id in wanted)


def resolution_text(decided: Resolution) -> str:
    """Return "Kommunstyrelsen 2026-06-01, § 41", or nothing."""
    if decided.day is None:
        return ""
    body = f"{decided.body[:1].upper()}{decided.body[1:]}"
    return ", ".join(filter(None, (f"{body} {iso(decided.day)}".strip(), decided.section)))


def _rests_on(picture: SituationPicture | None) -> str:
    if picture is None:
        return ""
    state = f"beslutad {iso(picture.decided.day)}" if picture.decided.day else "under arbete"
    return f"Lägesbilden {picture.period}, version {picture.number}, {state}"


def _chapters(plan: ActionPlan | None) -> tuple[PrintedChapter, ...]:
    told = {one.chapter: one for one in plan.chapters} if plan else {}
    return tuple(
        PrintedChapter(
            number=guide.number,
            heading=guide.heading,
            section=guide.section,
            text=told[guide.chapter.value].text if guide.chapter.value in told else "",
            otherwise=guide.empty,
        )
        for guide in knowledge.plan_chapter_guides()
    )


def goals_of(problem: Problem) -> tuple[PrintedGoal, ...]:
    return tuple(
        PrintedGoal(
            text=goal.text,
            kind=goal.kind.value,
            problem=problem.title,
            measure=goal.measure,
            baseline=goal.baseline,
            target=goal.target,
            by=goal.by,
            result=goal.result,
        )
        for goal in problem.goals
    )


def _problems(
    order: PaperOrder, plan: ActionPlan | None, problems: tuple[Problem, ...], actions: tuple[Action, ...]
) -> tuple[PlannedProblem, ...]:
    session, known = order.session, organisations_by_id(order.session)
    people = [person_of(row, known) for row in session.scalars(live(PersonRow))]
    homes = [organisation_of(row) for row in known.values()]
    return tuple(
        PlannedProblem(
            title=area.problem.title,
            description=area.problem.description,
            causes=tuple(PrintedCause(number=one.number, text=one.text) for one in area.problem.causes),
            own=tuple(_action(one) for one in area.own),
            others=tuple(_action(one) for one in area.others),
        )
        for area in plan_areas(problems, actions, plan, people, homes, order.today)
    )


def _action(row: PlanRow) -> PrintedAction:
    action = row.action
    return PrintedAction(
        what=action.what,
        cause=row.cause,
        nature=action.nature.value.capitalize(),
        goal=row.goal,
        when=row.when,
        owner=action.owner,
        partners=action.partners,
        result=row.result,
        is_added=row.is_added,
        scope="Punktinsats" if action.one_off else "Del av ordinarie arbete",
        effect=action.effect.value,
        origin=action.origin,
        notes=action.notes,
    )


def follow_up_text(session: Session, plan: ActionPlan | None) -> str:
    """Return when the plan is to be followed up (6 §), counted from the latest time, else the decision."""
    if plan is None:
        return ""
    review = latest_finished(one for one in reviews_in(session) if one.plan_id == plan.id)
    since = (review.finished_on if review else None) or plan.decided.day
    if since is None:
        return "Planen följs upp inom 24 månader från beslutet; lagen säger minst vartannat år (6 §)."
    due = iso(months_after(since, MONTHS_BETWEEN))
    before = f"Planen följdes upp {iso(since)}. " if review else ""
    again = "igen " if review else ""
    return (
        f"{before}Planen följs upp {again}senast {due}, räknat som 24 månader; "
        "lagen säger minst vartannat år (6 §)."
    )


def link_text(link: PlanLink) -> str:
    """Return "Folkhälsoplan (Region Norr): gemensam analys" as far as it is known."""
    law = f" ({link.law})" if link.law else ""
    how = f": {link.how}" if link.how else ""
    return f"{link.name}{law}{how}"
