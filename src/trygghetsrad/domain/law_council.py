"""What 10–13 §§ ask of the council, its coordination and its reports, held against what there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.counting import listed, plural
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.law import DutyState, Evidence, Finding, Proof
from trygghetsrad.domain.law_clock import FRESH_MONTHS, is_fresh, months_after

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from trygghetsrad.domain.law_facts import LawFacts, MeetingFact, ReportFact, RepresentationFact

_MOST_PROOFS = 4
_OUR_REMINDER = "vår påminnelse, lagen anger inget intervall"


def council(facts: LawFacts, today: date) -> Finding:
    """10 §: strategic questions in a council the municipality leads; the Act has no number of meetings."""
    held = sorted((one for one in facts.meetings if one.held and one.day <= today), key=lambda one: one.day)
    planned = [one for one in facts.meetings if not one.held and one.day >= today]
    if not held and not planned and facts.chair is None:
        return Finding(state=DutyState.MISSING, lacking="Inget råd har mötts och inget möte är planerat.")
    lacking = _council_lacks(facts, held)
    evidence = _council_proofs(facts, [*held[::-1][:_MOST_PROOFS], *planned])
    if lacking:
        return Finding(state=DutyState.IN_PROGRESS, evidence=evidence, lacking=lacking)
    last = held[-1].day
    if planned or is_fresh(last, today):
        return Finding(state=DutyState.DOCUMENTED, evidence=evidence)
    return Finding(
        state=DutyState.DUE_SOON,
        evidence=evidence,
        lacking=f"Rådet möttes senast {iso(last)} och inget möte är planerat.",
        due=months_after(last, FRESH_MONTHS),
        reckoned=_OUR_REMINDER,
    )


def representatives(facts: LawFacts, today: date) -> Finding:
    """10 §: somebody in a leading position from elsewhere, else an attempt younger than 12 months."""
    leading = [one for one in facts.representations if one.leading]
    if leading:
        return Finding(
            state=DutyState.DOCUMENTED,
            evidence=tuple(_leader_proof(one) for one in leading),
            lacking=_unrepresented(facts.representations),
        )
    tried = [one for one in facts.invitations if one.tried_on <= today]
    fresh = [one for one in tried if is_fresh(one.tried_on, today)]
    words = "Ingen företrädare från en annan organisation är markerad med ledande befattning."
    if not fresh and tried:
        last = iso(max(one.tried_on for one in tried))
        words += f" Den senaste inbjudan är från {last}, äldre än 12 månader."
    proofs = (
        Evidence(what=f"Inbjudan till {one.organisation}", kind=Proof.INVITATION, day=one.tried_on, id=one.id)
        for one in sorted(fresh or tried, key=lambda one: one.tried_on, reverse=True)
    )
    return Finding(
        state=DutyState.IN_PROGRESS if fresh else DutyState.MISSING, evidence=tuple(proofs), lacking=words
    )


def coordination(facts: LawFacts, today: date) -> Finding:
    """11 §: a coordination function that somebody holds."""
    function = facts.coordination
    begun = function.since is None or function.since <= today
    if not function.post and not function.holder:
        return Finding(state=DutyState.MISSING, lacking="Samordningsfunktionen är inte angiven.")
    share = f", {function.percent} %" if function.percent else ""
    named = " – ".join(filter(None, (function.post, function.holder)))
    proof = Evidence(
        what=f"{named}{share}", kind=Proof.COORDINATION, day=function.since, id=function.person_id
    )
    lacking = ""
    if not function.holder:
        lacking = "Ingen har befattningen just nu."
    elif not function.post:
        lacking = "Vilken befattning det är står inte."
    elif function.since and not begun:
        lacking = f"Uppdraget börjar {iso(function.since)}."
    state = DutyState.IN_PROGRESS if lacking else DutyState.DOCUMENTED
    return Finding(state=state, evidence=(proof,), lacking=lacking)


def information(facts: LawFacts, today: date) -> Finding:
    """12 §: a contact point for others, and something told to the inhabitants."""
    published = sorted(
        (one for one in facts.publications if one.day <= today), key=lambda one: one.day, reverse=True
    )
    proofs = [
        Evidence(
            what=", ".join(filter(None, (one.title, one.where))),
            kind=Proof.PUBLICATION,
            day=one.day,
            id=one.id,
        )
        for one in published[:_MOST_PROOFS]
    ]
    if facts.contact_point:
        proofs.insert(0, Evidence(what=f"Kontaktpunkt: {facts.contact_point}", kind=Proof.COORDINATION))
    lacks = []
    if not facts.contact_point:
        lacks.append("Ingen kontaktpunkt är angiven.")
    if not published:
        lacks.append("Ingen publicerad information till invånarna är antecknad.")
    state = (DutyState.DOCUMENTED, DutyState.IN_PROGRESS, DutyState.MISSING)[len(lacks)]
    return Finding(state=state, evidence=tuple(proofs), lacking=" ".join(lacks))


def reporting(facts: LawFacts, today: date) -> Finding:
    """13 §: reports to kommunfullmäktige; the Act says continuously, the yearly reminder is ours."""
    board = "" if facts.responsible_board else "Vilken nämnd som är ansvarig är inte ifyllt."
    given = sorted((one for one in facts.reports if one.day and one.day <= today), key=_report_day)
    if not given:
        coming = tuple(_report_proof(one) for one in facts.reports)
        words = "Rapporten är på väg till kommunfullmäktige." if coming else "Ingen rapport är antecknad."
        state = DutyState.IN_PROGRESS if coming else DutyState.MISSING
        return Finding(state=state, evidence=coming, lacking=f"{words} {board}".strip())
    last = given[-1]
    due = months_after(last.day or today, FRESH_MONTHS)
    late = today >= due
    words = f"Den senaste rapporten är från {iso(last.day or today)}." if late else ""
    return Finding(
        state=DutyState.DUE_SOON if late else DutyState.DOCUMENTED,
        evidence=tuple(_report_proof(one) for one in reversed(given[-_MOST_PROOFS:])),
        lacking=f"{words} {board}".strip(),
        due=due,
        reckoned=f"{iso(due)} är {_OUR_REMINDER}",
    )


def _council_lacks(facts: LawFacts, held: Sequence[MeetingFact]) -> str:
    words = []
    if facts.chair is None:
        words.append("Ordförande är inte ifylld.")
    elif not facts.chair.is_municipal:
        words.append(
            f"Ordföranden hör till {facts.chair.organisation or 'en annan organisation'}. "
            "Lagen säger att rådet ska ledas av kommunen."
        )
    if not held:
        words.append("Inget möte har hållits än.")
    return " ".join(words)


def _council_proofs(facts: LawFacts, meetings: Sequence[MeetingFact]) -> tuple[Evidence, ...]:
    proofs = [
        Evidence(
            what=one.label if one.held else f"{one.label} (planerat)",
            kind=Proof.MEETING,
            day=one.day,
            id=one.id,
        )
        for one in meetings
    ]
    if facts.chair is not None:
        who = f"{facts.chair.name}, {facts.chair.organisation}".strip(", ")
        proofs.insert(0, Evidence(what=f"Ordförande: {who}", kind=Proof.PERSON, id=facts.chair.person_id))
    return tuple(proofs)


def _leader_proof(one: RepresentationFact) -> Evidence:
    what = f"{one.organisation}: {one.who}" if one.who else one.organisation
    return Evidence(what=what, kind=Proof.ORGANISATION, day=one.since, id=one.organisation_id)


def _unrepresented(known: Sequence[RepresentationFact]) -> str:
    """Say which organisations have nobody leading, and how many seats are vacant; none of it is a demand."""
    words = []
    others = [one.organisation for one in known if not one.leading]
    if others:
        words.append(f"Utan företrädare i ledande befattning: {listed(others)}.")
    vacant = sum(one.vacant_seats for one in known)
    if vacant:
        words.append(
            f"{plural(vacant, 'plats', 'platser')} är vakanta." if vacant > 1 else "1 plats är vakant."
        )
    return " ".join(words)


def _report_day(one: ReportFact) -> str:
    return iso(one.day) if one.day else ""


def _report_proof(one: ReportFact) -> Evidence:
    return Evidence(
        what=one.title,
        kind=Proof.REPORT,
        day=one.day,
        section=one.section,
        dnr=one.dnr,
        body="Kommunfullmäktige",
        id=one.id,
        attachment_id=one.attachment_id,
    )
