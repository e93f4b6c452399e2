"""What 3–7 §§ ask of lägesbild and åtgärdsplan, held against what there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.counting import listed, plural
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.law import DutyState, Evidence, Finding, Proof
from trygghetsrad.domain.law_clock import MONTHS_BETWEEN, is_soon, months_after
from trygghetsrad.domain.law_facts import PicturePart

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from trygghetsrad.domain.law_facts import (
        FollowUpFact,
        LawFacts,
        PictureFact,
        PlanFact,
        PositionFact,
    )

_NO_PICTURE = "Ingen lägesbild är fastställd."


def latest_picture(facts: LawFacts, today: date) -> PictureFact | None:
    """Return the version that was established last, by whomever."""
    done = [one for one in facts.pictures if one.established_on and one.established_on <= today]
    return max(done, key=lambda one: (one.established_on or today, not one.superseded), default=None)


def latest_plan(facts: LawFacts, today: date) -> PlanFact | None:
    """Return the plan that was decided last."""
    done = [one for one in facts.plans if one.adopted_on and one.adopted_on <= today]
    return max(done, key=lambda one: one.adopted_on or today, default=None)


def latest_follow_up(facts: LawFacts, today: date) -> FollowUpFact | None:
    done = [one for one in facts.follow_ups if one.day <= today]
    return max(done, key=lambda one: one.day, default=None)


def picture_due(facts: LawFacts, today: date) -> date | None:
    """Return when the lägesbild must be renewed at the latest, counted as 24 months (6 §)."""
    picture = latest_picture(facts, today)
    return (
        months_after(picture.established_on, MONTHS_BETWEEN) if picture and picture.established_on else None
    )


def follow_up_due(facts: LawFacts, today: date) -> date | None:
    """Return when the plan must be followed up at the latest, counted as 24 months (6 §)."""
    since = _plan_clock(facts, today)
    return months_after(since, MONTHS_BETWEEN) if since else None


def situation_picture(facts: LawFacts, today: date) -> Finding:
    """4 §: a lägesbild with mapping, other information and analysis."""
    picture = latest_picture(facts, today)
    if picture is None:
        drafts = tuple(_picture_proof(one) for one in facts.pictures)
        if not drafts:
            return Finding(state=DutyState.MISSING, lacking=_NO_PICTURE)
        return Finding(
            state=DutyState.IN_PROGRESS,
            evidence=drafts,
            lacking="Lägesbilden är påbörjad men inte fastställd.",
        )
    lacks = [part.value for part in PicturePart if part in picture.lacks]
    return Finding(
        state=DutyState.IN_PROGRESS if lacks else DutyState.DOCUMENTED,
        evidence=(_picture_proof(picture),),
        lacking=f"Lägesbilden saknar {listed(lacks)}." if lacks else "",
    )


def position(facts: LawFacts, today: date) -> Finding:
    """3 §: a decision and a reason for each problem of the latest lägesbild."""
    picture = latest_picture(facts, today)
    if picture is not None and picture.holds_positions:
        return Finding(state=DutyState.DOCUMENTED, evidence=(_picture_proof(picture),))
    taken = [one for one in facts.positions if one.is_taken]
    if not taken:
        return Finding(state=DutyState.MISSING, lacking=_no_position(facts))
    evidence = tuple(_position_proof(one, picture) for one in taken)
    untaken = [one.problem for one in facts.positions if not one.is_taken]
    lacking = _untaken(untaken)
    if picture is None:
        lacking = f"{lacking} Lägesbilden är inte fastställd.".strip()
    state = DutyState.IN_PROGRESS if lacking else DutyState.DOCUMENTED
    return Finding(state=state, evidence=evidence, lacking=lacking)


def action_plan(facts: LawFacts, today: date) -> Finding:
    """5 §: a decided plan that rests on the lägesbild; the Act has no time for a new decision."""
    plan = latest_plan(facts, today)
    if plan is None:
        drafts = tuple(_plan_proof(one) for one in facts.plans)
        if not drafts:
            return Finding(state=DutyState.MISSING, lacking="Ingen åtgärdsplan är beslutad.")
        return Finding(
            state=DutyState.IN_PROGRESS,
            evidence=drafts,
            lacking="Åtgärdsplanen är påbörjad men inte beslutad.",
        )
    return Finding(
        state=DutyState.DOCUMENTED, evidence=(_plan_proof(plan),), lacking=_plan_notes(plan, facts, today)
    )


def picture_renewed(facts: LawFacts, today: date) -> Finding:
    """6 §: the lägesbild is renewed, counted from when its latest version was established."""
    picture, due = latest_picture(facts, today), picture_due(facts, today)
    if picture is None or due is None:
        words = f"{_NO_PICTURE} Tiden börjar räknas när den fastställs."
        return Finding(state=DutyState.MISSING, lacking=words)
    begun = any(one.established_on is None for one in facts.pictures)
    words = "En ny version är påbörjad men inte fastställd." if begun else "Ingen ny version är påbörjad."
    return _clock(due, today, _picture_proof(picture), words, quiet="" if not begun else words)


def plan_followed_up(facts: LawFacts, today: date) -> Finding:
    """6 §: the plan is followed up, counted from the latest finished follow-up, else from its decision."""
    plan, followed = latest_plan(facts, today), latest_follow_up(facts, today)
    due = follow_up_due(facts, today)
    if due is None:
        return Finding(
            state=DutyState.MISSING,
            lacking="Ingen åtgärdsplan är beslutad, så det finns inget att följa upp än.",
        )
    if followed is not None:
        proof = Evidence(
            what=followed.title,
            kind=Proof.FOLLOW_UP,
            day=followed.day,
            section=followed.section,
            dnr=followed.dnr,
            body=followed.by,
            id=followed.id,
        )
        return _clock(due, today, proof, "Det är dags för en ny uppföljning.", quiet="")
    words = "Ingen uppföljning är klar än. Tiden räknas från beslutet om planen."
    return _clock(due, today, _plan_proof(plan) if plan else None, words, quiet=words)


def integrated_planning(facts: LawFacts, today: date) -> Finding:
    """7 §: coordinated with other planning where that is suitable."""
    links = [one for one in facts.plan_links if one.day is None or one.day <= today]
    if not links:
        return Finding(
            state=DutyState.MISSING,
            lacking="Ingen annan planering är angiven. Kommunen avgör själv vad som är lämpligt.",
        )
    proofs = (
        Evidence(what=one.what, kind=Proof.PLAN_LINK, day=one.day, dnr=one.dnr, id=one.id) for one in links
    )
    return Finding(state=DutyState.DOCUMENTED, evidence=tuple(proofs))


def reckoned(due: date) -> str:
    """Return "senast 2028-11-20, räknat som 24 månader; lagen säger minst vartannat år"."""
    return f"senast {iso(due)}, räknat som {MONTHS_BETWEEN} månader; lagen säger minst vartannat år"


def _plan_clock(facts: LawFacts, today: date) -> date | None:
    followed, plan = latest_follow_up(facts, today), latest_plan(facts, today)
    if followed is not None:
        return followed.day
    return plan.adopted_on if plan else None


def _clock(due: date, today: date, proof: Evidence | None, lacking: str, *, quiet: str) -> Finding:
    """Return how a time stands; `quiet` is said instead while there is plenty of it."""
    state = DutyState.DOCUMENTED
    if today > due:
        state = DutyState.OVERDUE
    elif is_soon(due, today):
        state = DutyState.DUE_SOON
    return Finding(
        state=state,
        evidence=(proof,) if proof else (),
        lacking=quiet if state is DutyState.DOCUMENTED else lacking,
        due=due,
        reckoned=reckoned(due),
    )


def _picture_proof(picture: PictureFact) -> Evidence:
    return Evidence(
        what=picture.title if picture.established_on else f"{picture.title} (utkast)",
        kind=Proof.PICTURE,
        day=picture.established_on,
        section=picture.section,
        dnr=picture.dnr,
        body=picture.by,
        id=picture.id,
        attachment_id=picture.attachment_id,
    )


def _plan_proof(plan: PlanFact) -> Evidence:
    return Evidence(
        what=plan.title if plan.adopted_on else f"{plan.title} (utkast)",
        kind=Proof.PLAN,
        day=plan.adopted_on,
        section=plan.section,
        dnr=plan.dnr,
        body=plan.by,
        id=plan.id,
        attachment_id=plan.attachment_id,
    )


def _position_proof(one: PositionFact, picture: PictureFact | None) -> Evidence:
    return Evidence(
        what=f"{one.problem}: {one.position}",
        kind=Proof.PROBLEM,
        day=picture.established_on if picture else None,
        body=picture.by if picture else "",
        id=one.problem_id,
    )


def _no_position(facts: LawFacts) -> str:
    if facts.positions:
        return "Inget problem i lägesbilden har både ett beslut och en motivering."
    if facts.pictures:
        return "Lägesbilden har inga problem att ta ställning till än."
    return "Ställningstagandet görs i lägesbilden, och den är inte påbörjad."


def _untaken(problems: Sequence[str]) -> str:
    if not problems:
        return ""
    return (
        f"{plural(len(problems), 'problem', 'problem')} saknar beslut eller motivering: {listed(problems)}."
    )


def _plan_notes(plan: PlanFact, facts: LawFacts, today: date) -> str:
    """Say what is odd about a decided plan: no lägesbild to rest on, or a decision that is half told."""
    notes = []
    pictures = [one.established_on for one in facts.pictures if one.established_on]
    first = min((day for day in pictures if day <= today), default=None)
    if plan.adopted_on and first is None:
        notes.append("Ingen lägesbild är fastställd. Lagen säger att planen har lägesbilden som grund.")
    elif plan.adopted_on and first and plan.adopted_on < first:
        notes.append(
            f"Planen beslutades {iso(plan.adopted_on)}, före den första lägesbilden {iso(first)}. "
            "Lagen säger att planen har lägesbilden som grund."
        )
    unsaid = [
        word for word, said in (("organ", plan.by), ("paragraf", plan.section), ("dnr", plan.dnr)) if not said
    ]
    if unsaid:
        notes.append(f"Om beslutet är inte ifyllt: {listed(unsaid)}.")
    return " ".join(notes)
