"""What the annual report tells of the thread: lägesbild, plan, goals, agreements, information, resources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.counting import grouped
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.reviewing import RATING_WORDS
from trygghetsrad.domain.thread import newest_decided
from trygghetsrad.domain.thread_points import picture_sentences, plan_sentences
from trygghetsrad.services.coordination import functions_in, publications_in
from trygghetsrad.services.live import live
from trygghetsrad.services.picture_papers import before_of, changes_between
from trygghetsrad.services.plan_papers import follow_up_text, goals_of, plan_contents
from trygghetsrad.services.plans import planned_actions
from trygghetsrad.services.reading_agreements import agreements_in, pledges_in
from trygghetsrad.services.reading_meetings import actions_of
from trygghetsrad.services.reading_thread import pictures_in, plans_in, problems_in
from trygghetsrad.store.schema import GrantProjectRow

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.actions import Action
    from trygghetsrad.domain.agreements import Agreement, Pledge
    from trygghetsrad.domain.coordination import CoordinationFunction
    from trygghetsrad.domain.papers.plans import PrintedGoal


def picture_lines(session: Session, day: date) -> tuple[str, ...]:
    """Return how it stands with the lägesbild, and what is judged otherwise than in the one before."""
    pictures, problems = pictures_in(session), problems_in(session)
    now = newest_decided(one for one in pictures if one.decided.day and one.decided.day <= day)
    titles = {one.id: one for one in problems}
    return (
        *picture_sentences(pictures, problems),
        *changes_between(before_of(now, pictures), now, titles),
    )


def plan_actions(session: Session) -> tuple[Action, ...]:
    """Return the actions of the plan that holds; none without one (practice.md 15)."""
    plan = newest_decided(plans_in(session))
    if plan is None:
        return ()
    found = actions_of(session, planned_actions(session))
    return tuple(one for one in found if not plan.frozen_actions or one.uid in plan.frozen_actions)


def plan_lines(session: Session, today: date) -> tuple[str, ...]:
    """Return how it stands with the plan, and when it is to be followed up."""
    plans = plans_in(session)
    told = plan_sentences(plans, plan_actions(session), today)
    again = follow_up_text(session, newest_decided(plans))
    return tuple(filter(None, (*told, again)))


def reported_goals(session: Session) -> tuple[PrintedGoal, ...]:
    """Return the goals of the open problems that the plan is about."""
    problems, actions = plan_contents(session, None)
    planned = {one.problem_id for one in actions}
    return tuple(goal for problem in problems if problem.id in planned for goal in goals_of(problem))


def agreement_lines(session: Session, year: int) -> tuple[str, ...]:
    """Return the agreements that were in force some day of the year, and the pledges of the year."""
    agreed = [_agreement(one) for one in agreements_in(session) if _in_year(one.starts, one.ends, year)]
    pledged = [_pledge(one) for one in pledges_in(session) if _in_year(one.starts, one.ends, year)]
    return (*agreed, *pledged)


def _in_year(starts: date | None, ends: date | None, year: int) -> bool:
    return (starts is None or starts.year <= year) and (ends is None or ends.year >= year)


def _agreement(one: Agreement) -> str:
    signed = [party.signed_on for party in one.parties if party.signed_on]
    all_signed = bool(one.parties) and len(signed) == len(one.parties)
    state = f"undertecknad {iso(max(signed))}" if all_signed else "inte undertecknad av alla parter"
    parties = " och ".join(party.name for party in one.parties)
    period = f", gäller {one.period}" if one.period else ""
    return f"{one.title}{f' ({parties})' if parties else ''}{period}: {state}."


def _pledge(one: Pledge) -> str:
    told = " ".join(
        filter(None, (f"{words}." if (words := RATING_WORDS.get(one.rating)) else "", one.result))
    )
    return f"Medborgarlöfte: {one.text.rstrip('.')}. {told or 'Inte följt upp.'}"


def publication_lines(session: Session, year: int) -> tuple[str, ...]:
    """Return what the inhabitants were told during the year, and where."""
    return tuple(
        f"{iso(one.day)}: {one.title}{f', {one.address}' if one.address else ''}"
        for one in publications_in(session)
        if one.day.year == year
    )


def resource_lines(session: Session, year: int) -> tuple[str, ...]:
    """Return who coordinates, with how much of their time, and which state grants there were."""
    held = [_function(one) for one in functions_in(session) if _in_year(one.starts, one.ends, year)]
    grants = session.scalars(live(GrantProjectRow).where(GrantProjectRow.year == year))
    return (*held, *(_grant(one) for one in grants))


def _function(one: CoordinationFunction) -> str:
    percent = f", {one.percent} procent av heltid" if one.percent is not None else ""
    deputy = f" Ersättare: {one.deputy}." if one.deputy else ""
    return f"Samordningsfunktionen: {', '.join(filter(None, (one.post, one.holder)))}{percent}.{deputy}"


def _grant(row: GrantProjectRow) -> str:
    if row.granted == 0:
        return f"Statsbidrag {row.year}: {row.title}, avslag."
    if row.granted is not None:
        return f"Statsbidrag {row.year}: {row.title}, {grouped(row.granted)} kronor beviljade."
    asked = f"ansökan {iso(row.applied_on)}" if row.applied_on else "inte sökt än"
    return f"Statsbidrag {row.year}: {row.title}, {asked}."
