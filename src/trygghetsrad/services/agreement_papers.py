"""The facts of the agreement as a paper to sign, and of the pledges as a page for the inhabitants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.agreement_clauses import ClauseKey
from trygghetsrad.domain.agreements import LEAST_PARTIES, AgreementState, agreement_state
from trygghetsrad.domain.counting import listed
from trygghetsrad.domain.documents import PaperOptions
from trygghetsrad.domain.papers import (
    AgreementChapter,
    AgreementPaperFacts,
    PledgePaperFacts,
    PrintedPledge,
    SigningParty,
)
from trygghetsrad.services import knowledge
from trygghetsrad.services.agreement_rows import USUAL_TITLE
from trygghetsrad.services.council_papers import contact_of
from trygghetsrad.services.letterhead import letterhead_of, words_of
from trygghetsrad.services.reading import council_of
from trygghetsrad.services.reading_agreements import agreement_in, agreements_in, pledges_in

if TYPE_CHECKING:
    from trygghetsrad.domain.agreements import Agreement, Pledge
    from trygghetsrad.services.paper_choosing import PaperOrder

_BACKGROUND = (
    "Överenskommelsen tecknas med stöd av 9 § lagen (2023:196) om kommuners ansvar för brottsförebyggande "
    "arbete, som säger att kommunen ska verka för skriftliga överenskommelser om samverkan."
)
_PRINTED_APART = frozenset({ClauseKey.PARTIES, ClauseKey.SIGNATURES})
_HEADINGS = {ClauseKey.BACKGROUND: "Bakgrund och rättslig grund"}
_LACKING = {
    ClauseKey.BACKGROUND: _BACKGROUND,
    ClauseKey.PURPOSES: "Syftet är inte ifyllt än. Enligt 9 § ska överenskommelsen ange det.",
    ClauseKey.AREAS: "Områdena är inte ifyllda än. Enligt 9 § ska överenskommelsen ange dem.",
}


def agreement_options(order: PaperOrder) -> PaperOptions:
    """Return the one that waits to be signed, else the one that is valid, else the latest."""
    known = agreements_in(order.session)
    wanted = (AgreementState.DRAFT, AgreementState.SENT, AgreementState.SIGNED, AgreementState.VALID)
    for state in wanted:
        found = next((one for one in known if agreement_state(one, order.today) is state), None)
        if found:
            return PaperOptions(agreement_id=found.id)
    return PaperOptions(agreement_id=known[0].id if known else None)


def pledge_options(order: PaperOrder) -> PaperOptions:
    """Return the latest agreement that has pledges."""
    known = agreements_in(order.session)
    found = next((one for one in known if one.pledges), known[0] if known else None)
    return PaperOptions(agreement_id=found.id if found else None)


def agreement_paper_facts(order: PaperOrder) -> AgreementPaperFacts:
    council, agreement = council_of(order.session), _chosen(order)
    parties = agreement.parties if agreement else ()
    texts = _texts(agreement) if agreement else {}
    return AgreementPaperFacts(
        letterhead=letterhead_of(order.session, council),
        words=words_of(council),
        issued_on=order.today,
        title=agreement.title if agreement else USUAL_TITLE,
        period=_period(agreement),
        parties=tuple(
            SigningParty(
                name=one.name, signatory=one.signatory, title=one.signatory_title, signed_on=one.signed_on
            )
            for one in parties
        ),
        chapters=_chapters(texts),
        pledges=tuple(one.text for one in agreement.pledges) if agreement else (),
        signing_words=texts.get(ClauseKey.SIGNATURES.value, ""),
        registry_number=agreement.dnr if agreement else "",
        notes=_notes(agreement),
    )


def pledge_paper_facts(order: PaperOrder) -> PledgePaperFacts:
    council, agreement = council_of(order.session), _chosen(order)
    pledges = agreement.pledges if agreement else pledges_in(order.session)
    return PledgePaperFacts(
        letterhead=letterhead_of(order.session, council),
        words=words_of(council),
        issued_on=order.today,
        place=_place(council.municipality_name),
        promisers=tuple(party.name for party in agreement.parties) if agreement else (),
        pledges=tuple(_printed(one) for one in pledges),
        contact=contact_of(order.session, council, order.today),
    )


def _chosen(order: PaperOrder) -> Agreement | None:
    chosen = order.options.agreement_id
    return agreement_in(order.session, chosen) if chosen else None


def _texts(agreement: Agreement) -> dict[str, str]:
    own = {ClauseKey.PURPOSES.value: agreement.purposes, ClauseKey.AREAS.value: agreement.areas}
    return {**{one.key: one.text for one in agreement.clauses}, **own}


def _chapters(texts: dict[str, str]) -> tuple[AgreementChapter, ...]:
    """Return the headings in their order; only those that the Act asks about stand there empty."""
    return tuple(
        AgreementChapter(
            heading=_HEADINGS.get(guide.clause, guide.heading),
            text=texts.get(guide.clause.value, ""),
            lacking=_LACKING.get(guide.clause, ""),
        )
        for guide in knowledge.agreement().clauses
        if guide.clause not in _PRINTED_APART
        if texts.get(guide.clause.value, "").strip() or guide.clause in _LACKING
    )


def _period(agreement: Agreement | None) -> str:
    if agreement is None:
        return ""
    extended = " och sedan tills en ny har tecknats" if agreement.extends and agreement.ends else ""
    return f"{agreement.period}{extended}"


def _notes(agreement: Agreement | None) -> tuple[str, ...]:
    if agreement is None:
        return ("Ingen överenskommelse är påbörjad. Det här är en tom mall.",)
    found = []
    if agreement.unsaid:
        found.append(f"9 § kräver att överenskommelsen anger {listed(agreement.unsaid)}. Det saknas.")
    if len(agreement.parties) < LEAST_PARTIES:
        found.append("Överenskommelsen har inte två parter.")
    if any("[" in text and "]" in text for text in _texts(agreement).values()):
        found.append("Det finns luckor kvar att fylla i. De står inom hakparentes.")
    return tuple(found)


def _place(municipality: str) -> str:
    """Return "Norrmyra" for Norrmyra kommun, as people say where they live."""
    return municipality.removesuffix(" (exempel)").removesuffix(" kommun")


def _printed(pledge: Pledge) -> PrintedPledge:
    days = (pledge.starts, pledge.ends)
    return PrintedPledge(
        text=pledge.text,
        who=pledge.who,
        period="–".join(dict.fromkeys(str(day.year) for day in days if day)),
        result=pledge.result,
        rating=pledge.rating.value,
        followed_up_on=pledge.followed_up_on,
    )
