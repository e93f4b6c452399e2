"""The facts of the spårlista: the whole thread of every open problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.papers.trails import ProblemTrail, TrailPaperFacts, TrailStep
from trygghetsrad.domain.thread import Position
from trygghetsrad.services.letterhead import letterhead_of, words_of
from trygghetsrad.services.plan_papers import resolution_text
from trygghetsrad.services.plans import planned_actions
from trygghetsrad.services.reading import council_of
from trygghetsrad.services.reading_meetings import actions_of
from trygghetsrad.services.reading_thread import pictures_in, problems_in, sightings_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.actions import Action, FollowUp
    from trygghetsrad.domain.thread import Goal, Problem
    from trygghetsrad.services.paper_choosing import PaperOrder


def trail_paper_facts(order: PaperOrder) -> TrailPaperFacts:
    session, council = order.session, council_of(order.session)
    actions = actions_of(session, planned_actions(session))
    chosen = order.options.problem_id
    return TrailPaperFacts(
        letterhead=letterhead_of(session, council),
        words=words_of(council),
        issued_on=order.today,
        problems=tuple(
            ProblemTrail(
                title=problem.title,
                ground=tuple(_ground(session, problem)),
                steps=tuple(_steps(problem, [one for one in actions if one.problem_id == problem.id])),
            )
            for problem in problems_in(session)
            if (problem.is_open if chosen is None else problem.id == chosen)
        ),
    )


def _ground(session: Session, problem: Problem) -> Iterator[TrailStep]:
    """Yield what was noticed, oldest first, and each ställningstagande."""
    for seen in reversed(sightings_in(session)):
        if seen.problem_id == problem.id:
            yield TrailStep(text=f"Iakttagelse {iso(seen.day)}, {seen.place}: {seen.text}")
    for picture in reversed(pictures_in(session)):
        for one in picture.assessments:
            if one.problem_id == problem.id and one.position is not Position.UNSET:
                decided = resolution_text(picture.decided) or "utkast"
                why = f": {one.motivation}" if one.motivation else ""
                yield TrailStep(text=f"Lägesbilden {picture.period} ({decided}): {one.position.value}{why}")


def _steps(problem: Problem, actions: list[Action]) -> Iterator[TrailStep]:
    """Yield cause by cause what is to be reached and done, then what answers to no single cause."""
    known = {one.id for one in problem.causes}
    for cause in problem.causes:
        yield TrailStep(
            text=f"Orsak {cause.number}: {cause.text}",
            steps=tuple(_answers(problem, actions, cause.id, known)),
        )
    rest = tuple(_answers(problem, actions, None, known))
    if rest:
        yield TrailStep(text="Utan särskild orsak", steps=rest)


def _answers(
    problem: Problem, actions: list[Action], cause_id: int | None, known: set[int]
) -> Iterator[TrailStep]:
    for goal in problem.goals:
        if goal.cause_id == cause_id or (cause_id is None and goal.cause_id not in known):
            yield _goal(goal)
    for action in actions:
        if action.cause_id == cause_id or (cause_id is None and action.cause_id not in known):
            yield _action(action)


def _goal(goal: Goal) -> TrailStep:
    result = (TrailStep(text=f"Resultat: {goal.result}"),) if goal.result else ()
    return TrailStep(text=f"Mål: {goal.text}", steps=result)


def _action(action: Action) -> TrailStep:
    origin = (TrailStep(text=f"Beslut: {action.origin}"),) if action.origin else ()
    told = tuple(_follow_up(one) for one in action.follow_ups)
    state = ", ".join(filter(None, (action.owner, action.status.value)))
    return TrailStep(text=f"Åtgärd: {action.what} ({state})", steps=(*origin, *told))


def _follow_up(one: FollowUp) -> TrailStep:
    rating = f" ({one.rating.value})" if one.rating else ""
    return TrailStep(text=f"Uppföljning {iso(one.day)}{rating}: {one.words}")
