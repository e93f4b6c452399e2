"""Which agreements on cooperation are valid, and what 9 § finds in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.counting import listed
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.law import DutyState, Evidence, Finding, Proof
from trygghetsrad.domain.law_clock import agreement_step, is_fresh

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from trygghetsrad.domain.law_facts import AgreementFact, LawFacts


def agreements(facts: LawFacts, today: date) -> Finding:
    """9 §: a signed, valid agreement with purposes and areas, else a dated attempt younger than 12 months."""
    known = facts.agreements
    good = [one for one in valid_agreements(known, today) if not _unsaid(one)]
    if not good:
        return _not_yet(known, today)
    ending = [one for one in good if _is_ending(one, known, today)]
    if ending:
        return _near_its_end(good, min(ending, key=lambda one: one.ends or today), today)
    extended = [one for one in good if one.ends and one.ends < today]
    return Finding(
        state=DutyState.DOCUMENTED,
        evidence=_proofs(good),
        lacking=" ".join(_incomplete(known, today)),
        reckoned=" ".join(_extended(one) for one in extended),
    )


def valid_agreements(known: Sequence[AgreementFact], today: date) -> list[AgreementFact]:
    """Return those that all parties have signed and whose time runs; a replaced one is valid to its end."""
    return [one for one in known if _is_valid(one, known, today)]


def is_carried_on(one: AgreementFact, known: Sequence[AgreementFact]) -> bool:
    """Tell whether another signed agreement goes on where this one ends."""
    ends = one.ends
    return ends is not None and any(_carries_on(other, one, ends) for other in known if other is not one)


def signed_on(agreement: AgreementFact) -> date | None:
    """Return when the last party signed; None while one is lacking, or there are fewer than two."""
    days = [party.signed_on for party in agreement.parties if party.signed_on]
    whole = len(days) == len(agreement.parties) and len(days) > 1
    return max(days) if whole else None


def _is_valid(one: AgreementFact, known: Sequence[AgreementFact], today: date) -> bool:
    if not _has_begun(one, today):
        return False
    if one.ends is None or today <= one.ends:
        return True
    # A new one that is in force ends the clause of the old one.
    return one.extends_until_new and not any(
        _takes_over(other, one) and _has_begun(other, today) for other in known if other is not one
    )


def _has_begun(one: AgreementFact, today: date) -> bool:
    """Tell whether it has begun, whether or not it has ended since."""
    signed = signed_on(one)
    return signed is not None and max(signed, one.starts or signed) <= today


def _is_ending(one: AgreementFact, known: Sequence[AgreementFact], today: date) -> bool:
    """Tell whether one ends within a year and no other signed one carries on with the same parties."""
    if one.ends is None or agreement_step(one.ends, today) is None:
        return False
    return not is_carried_on(one, known)


def _carries_on(new: AgreementFact, old: AgreementFact, ends: date) -> bool:
    if signed_on(new) is None or _unsaid(new) or (new.ends is not None and new.ends <= ends):
        return False
    no_gap = new.starts is None or (new.starts - ends).days <= 1
    return no_gap and _takes_over(new, old)


def _takes_over(new: AgreementFact, old: AgreementFact) -> bool:
    """Tell whether one is said to replace another, or was signed later by the same parties and maybe more."""
    if new.id is not None and old.replaced_by_id == new.id:
        return True
    later, earlier = signed_on(new), signed_on(old)
    return bool(later and earlier and later > earlier and _parties(old) <= _parties(new))


def _parties(one: AgreementFact) -> set[str]:
    return {party.party.strip().casefold() for party in one.parties}


def _near_its_end(good: Sequence[AgreementFact], first: AgreementFact, today: date) -> Finding:
    ends = first.ends or today
    step = agreement_step(ends, today)
    words = f"{first.title} slutar {iso(ends)}, inom {step} månader. Ingen undertecknad tar vid efter den."
    if first.extends_until_new:
        words += " Den förlängs tills en ny har tecknats."
    return Finding(
        state=DutyState.DUE_SOON,
        evidence=_proofs(good),
        lacking=words,
        due=ends,
        reckoned=f"gäller till och med {iso(ends)}, enligt överenskommelsen",
    )


def _extended(one: AgreementFact) -> str:
    if one.ends is None:
        return ""
    return f"{one.title} gick ut {iso(one.ends)} men gäller enligt sin text tills en ny har tecknats."


def _not_yet(known: Sequence[AgreementFact], today: date) -> Finding:
    if not known:
        return Finding(state=DutyState.MISSING, lacking="Ingen överenskommelse finns.")
    tried = max((day for one in known for day in _attempts(one, today)), default=None)
    fresh = tried is not None and is_fresh(tried, today)
    words = _incomplete(known, today) or ["Ingen överenskommelse gäller i dag."]
    if fresh and tried:
        words.append(f"Arbetet är dokumenterat, senast {iso(tried)}.")
    elif tried:
        words.append(f"Det senaste daterade försöket är från {iso(tried)}, äldre än 12 månader.")
    return Finding(
        state=DutyState.IN_PROGRESS if fresh else DutyState.MISSING,
        evidence=_proofs(known),
        lacking=" ".join(words),
    )


def _attempts(one: AgreementFact, today: date) -> list[date]:
    days = [one.drafted_on, one.sent_on, *(party.signed_on for party in one.parties)]
    return [day for day in days if day is not None and day <= today]


def _incomplete(known: Sequence[AgreementFact], today: date) -> list[str]:
    """Say of each agreement what keeps it from counting; those that end well say nothing."""
    found = []
    for one in known:
        unsigned = [party.party for party in one.parties if party.signed_on is None]
        if _unsaid(one) and signed_on(one) is not None:
            found.append(f"{one.title} anger inte {listed(_unsaid(one))}.")
        elif not one.parties or (len(one.parties) < 2 and not unsigned):
            found.append(f"{one.title} har inte två parter.")
        elif unsigned:
            found.append(f"{one.title} är inte undertecknad av {listed(unsigned)}.")
        elif not _is_valid(one, known, today):
            found.extend(_out_of_time(one, known, today))
    return found


def _out_of_time(one: AgreementFact, known: Sequence[AgreementFact], today: date) -> list[str]:
    if one.ends and one.ends < today:
        return [] if is_carried_on(one, known) else [f"{one.title} löpte ut {iso(one.ends)}."]
    return [f"{one.title} börjar gälla {iso(one.starts)}."] if one.starts else []


def _unsaid(one: AgreementFact) -> list[str]:
    """Return which of the two things every agreement must say are lacking (9 §)."""
    return [word for word, said in (("syften", one.purposes), ("områden", one.areas)) if not said.strip()]


def _proofs(known: Sequence[AgreementFact]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            what=f"{one.title} ({_state_words(one)})",
            kind=Proof.AGREEMENT,
            day=signed_on(one) or one.sent_on or one.drafted_on,
            section=one.section,
            dnr=one.dnr,
            body=one.by,
            id=one.id,
            attachment_id=one.attachment_id,
        )
        for one in known
    )


def _state_words(one: AgreementFact) -> str:
    """Return what the day of the proof is the day of."""
    if signed_on(one):
        return f"undertecknad, till och med {iso(one.ends)}" if one.ends else "undertecknad"
    return "utsänd" if one.sent_on else "utkast"
