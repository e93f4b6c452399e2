"""The facts of the follow-up of the plan: the report, and the forms for those who answer for actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.papers.reviews import OwnerForm, ReviewedAction, ReviewedProblem, ReviewPaperFacts
from trygghetsrad.domain.reviewing import RATING_WORDS, summary_of, told_in
from trygghetsrad.domain.sorting import swedish_key
from trygghetsrad.domain.thread import newest_decided
from trygghetsrad.services.council_papers import contact_of
from trygghetsrad.services.letterhead import letterhead_of, words_of
from trygghetsrad.services.plan_papers import (
    follow_up_text,
    goals_of,
    picture_of,
    plan_contents,
    prioritised_or_planned,
    resolution_text,
)
from trygghetsrad.services.plans import reviews_in
from trygghetsrad.services.reading import council_of
from trygghetsrad.services.reading_thread import plans_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.actions import Action
    from trygghetsrad.domain.thread import ActionPlan, Problem, Review
    from trygghetsrad.services.paper_choosing import PaperOrder

WITHOUT_OWNER = "Ingen ansvarig"


def review_paper_facts(order: PaperOrder) -> ReviewPaperFacts:
    """Return the report over the latest going through; forms where an owner is chosen."""
    session, council = order.session, council_of(order.session)
    plans = plans_in(session)
    plan, review = _gone_through(session, plans) if not _wants_forms(order) else (None, None)
    plan = plan or newest_decided(plans)
    problems, actions = plan_contents(session, plan) if plan else ((), ())
    actions = tuple(one for one in actions if _belongs(one, review, plan))
    chosen = prioritised_or_planned(problems, actions, picture_of(session, plan))
    return ReviewPaperFacts(
        letterhead=letterhead_of(session, council),
        words=words_of(council),
        issued_on=order.today,
        period=plan.period if plan else "",
        decided=resolution_text(plan.decided) if plan else "",
        state=_state(review, plan),
        is_draft=review is not None and review.finished_on is None,
        summary=review.summary if review else "",
        counted=summary_of(actions, review.id).text if review else "",
        problems=tuple(_problem(one, actions, review) for one in chosen),
        goals=tuple(goal for problem in chosen for goal in goals_of(problem)),
        next_time=follow_up_text(session, plan),
        forms=_forms(order, actions, review),
        answer_to=contact_of(session, council, order.today),
    )


def _wants_forms(order: PaperOrder) -> bool:
    return bool(order.options.owner or order.options.page_each)


def _gone_through(session: Session, plans: Sequence[ActionPlan]) -> tuple[ActionPlan | None, Review | None]:
    """Return the plan that was gone through last, with that going through."""
    known = {one.id: one for one in plans}
    for review in reviews_in(session):
        if review.plan_id in known:
            return known[review.plan_id], review
    return None, None


def _belongs(action: Action, review: Review | None, plan: ActionPlan | None) -> bool:
    """Tell whether an action is followed up: in the plan when decided, or told of since."""
    if review is None or plan is None or not plan.frozen_actions or review.finished_on is None:
        return True
    return action.uid in plan.frozen_actions or told_in(action, review.id) is not None


def _state(review: Review | None, plan: ActionPlan | None) -> str:
    if plan is None:
        return "Det finns ingen beslutad åtgärdsplan att följa upp."
    if review is None:
        return "Planen är inte uppföljd än."
    if review.finished_on is None:
        return f"Genomgången började {iso(review.started_on)} och är inte avslutad."
    return f"Genomgången avslutades {iso(review.finished_on)}."


def _problem(problem: Problem, actions: Sequence[Action], review: Review | None) -> ReviewedProblem:
    return ReviewedProblem(
        title=problem.title,
        actions=tuple(_action(one, review) for one in actions if one.problem_id == problem.id),
    )


def _action(action: Action, review: Review | None) -> ReviewedAction:
    told = told_in(action, review.id) if review else None
    return ReviewedAction(
        what=action.what,
        owner=action.owner,
        when=iso(action.due) if action.due else "",
        status=action.status.value.capitalize(),
        rating=RATING_WORDS.get(told.rating, "") if told else "",
        text=told.text if told else "",
        production=told.production if told else "",
        process=told.process if told else "",
        effect=told.effect if told else "",
    )


def _forms(order: PaperOrder, actions: Iterable[Action], review: Review | None) -> tuple[OwnerForm, ...]:
    """Return a form for the chosen owner, or for each of them; none for the report."""
    options = order.options
    if not _wants_forms(order):
        return ()
    waiting: dict[str, list[ReviewedAction]] = {options.owner: []} if options.owner else {}
    for action in actions:
        name = action.owner or WITHOUT_OWNER
        if action.is_open and (options.page_each or name == options.owner):
            waiting.setdefault(name, []).append(_action(action, review))
    return tuple(
        OwnerForm(owner=name, actions=tuple(waiting[name])) for name in sorted(waiting, key=swedish_key)
    )
