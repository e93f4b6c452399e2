"""Puts the underlag to a grant together from the project and the thread it rests on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.documents import PaperOptions
from trygghetsrad.domain.grants import GrantState, grant_state
from trygghetsrad.domain.papers.grants import GrantAction, GrantPaperFacts
from trygghetsrad.domain.papers.plans import PrintedCause
from trygghetsrad.domain.thread import newest_decided
from trygghetsrad.services.letterhead import letterhead_of, words_of
from trygghetsrad.services.live import one
from trygghetsrad.services.plan_papers import goals_of, resolution_text
from trygghetsrad.services.plans import planned_actions
from trygghetsrad.services.reading import council_of
from trygghetsrad.services.reading_grants import grant_of, grants_in
from trygghetsrad.services.reading_meetings import actions_of
from trygghetsrad.services.reading_thread import pictures_in, plans_in, problems_in
from trygghetsrad.store.schema import GrantProjectRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.actions import Action
    from trygghetsrad.domain.grants import GrantProject
    from trygghetsrad.services.paper_choosing import PaperOrder

NO_PROJECT = "Inget bidragsprojekt är inlagt. Det här är en tom mall."
"""A note beside the paper."""


def grant_options(order: PaperOrder) -> PaperOptions:
    """Return the project of the latest year."""
    first = next(iter(grants_in(order.session)), None)
    return PaperOptions(grant_id=first.id if first else None)


def grant_paper_facts(order: PaperOrder) -> GrantPaperFacts:
    session, council, chosen = order.session, council_of(order.session), order.options.grant_id
    base = GrantPaperFacts(
        letterhead=letterhead_of(session, council),
        words=words_of(council),
        issued_on=order.today,
        registry_number=council.dnr,
        amounts=(("Löner", None), ("Övriga kostnader", None), ("Sökt belopp", None)),
        notes=(NO_PROJECT,),
    )
    if chosen is None:
        return base
    return _told(session, base, grant_of(one(session, GrantProjectRow, chosen, "Bidragsprojektet")))


def _told(session: Session, base: GrantPaperFacts, project: GrantProject) -> GrantPaperFacts:
    problem = next((row for row in problems_in(session) if row.id == project.problem_id), None)
    actions = actions_of(session, planned_actions(session)) if problem else ()
    state = grant_state(project)
    return GrantPaperFacts(
        letterhead=base.letterhead,
        words=base.words,
        issued_on=base.issued_on,
        registry_number=base.registry_number,
        title=project.title,
        funder=project.funder,
        period=project.period,
        state=state.value.capitalize(),
        is_granted=state in {GrantState.GRANTED, GrantState.REPORTED},
        problem=problem.title if problem else "",
        description=problem.description if problem else "",
        causes=tuple(PrintedCause(number=row.number, text=row.text) for row in problem.causes)
        if problem
        else (),
        goals=goals_of(problem) if problem else (),
        actions=tuple(
            _action(row)
            for row in actions
            if problem and row.problem_id == problem.id and _is_of(row, project)
        ),
        purpose=project.purpose,
        plan=project.plan,
        partners=project.partners,
        other_grants=project.other_grants,
        evaluation=project.evaluation,
        amounts=tuple(_amounts(project)),
        days=tuple(_days(project)),
        enclosures=tuple(_enclosures(session)),
    )


def _is_of(action: Action, project: GrantProject) -> bool:
    """Tell whether an action was not over before the project began."""
    begins = project.starts or date(project.year, 1, 1)
    return action.is_open or (action.done_on or action.due or begins) >= begins


def _action(action: Action) -> GrantAction:
    last = max(action.follow_ups, key=lambda told: told.day, default=None)
    return GrantAction(
        what=action.what,
        owner=action.owner,
        when=iso(action.due) if action.due else "",
        status=action.status.value.capitalize(),
        told=f"{iso(last.day)}: {last.words}" if last and last.words else "",
    )


def _amounts(project: GrantProject) -> Iterator[tuple[str, int | None]]:
    yield "Löner", project.salaries
    yield "Övriga kostnader", project.other_costs
    yield "Sökt belopp", project.applied
    if project.granted is not None:
        yield "Beviljat belopp", project.granted
    if project.granted:
        yield "Använt belopp", project.used
        if project.used is not None:
            yield "Kvar av det beviljade", project.granted - project.used


def _days(project: GrantProject) -> Iterator[tuple[str, str]]:
    if project.applied_on:
        yield "Ansökan", iso(project.applied_on)
    for what, due, sent in (
        ("Delredovisning", project.interim_due, project.interim_on),
        ("Slutredovisning", project.final_due, project.final_on),
    ):
        words = (f"senast {iso(due)}" if due else "", f"skickad {iso(sent)}" if sent else "")
        if told := ", ".join(filter(None, words)):
            yield what, f"{told[:1].upper()}{told[1:]}"


def _enclosures(session: Session) -> Iterator[str]:
    """Yield the lägesbild and the plan that hold, with who decided them."""
    for name, version in (
        ("Lägesbild", newest_decided(pictures_in(session))),
        ("Åtgärdsplan", newest_decided(plans_in(session))),
    ):
        if version:
            decided = resolution_text(version.decided)
            yield f"{name} {version.period}{f' ({decided})' if decided else ''}"
