"""Överenskommelse om samverkan, with a line to sign on for each party, and medborgarlöften on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import Bullets, Heading, Look, Para, SignatureLine, Signatures
from trygghetsrad.documents.builders.parts import filled, key_values, prose
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.domain.counting import listed
from trygghetsrad.domain.dates import iso

if TYPE_CHECKING:
    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.domain.papers import (
        AgreementChapter,
        AgreementPaperFacts,
        PledgePaperFacts,
        PrintedPledge,
        SigningParty,
    )

NO_PARTIES = "Parterna är inte ifyllda än."
NO_PERIOD = "Perioden är inte bestämd än."
NO_PLEDGES = "Inga löften är skrivna än."
_NO_CONTACT = "Kommunens adress står längst ned på sidan."


def build_agreement(facts: AgreementPaperFacts) -> Document:
    blocks: list[Block] = [
        Heading(1, facts.title),
        key_values([("Gäller", [facts.period or NO_PERIOD]), ("Upprättad", [iso(facts.issued_on)])]),
        Heading(2, "Parter"),
        *_parties(facts.parties),
        *(block for chapter in facts.chapters for block in _chapter(chapter)),
    ]
    if facts.pledges:
        blocks += [Heading(2, "Löften till invånarna"), Bullets(facts.pledges)]
    blocks += [Heading(2, "Underskrifter"), *prose(facts.signing_words), *_signatures(facts.parties)]
    return Document(
        Meta(
            title=facts.title,
            kind="Överenskommelse",
            letterhead=facts.letterhead,
            dated=iso(facts.issued_on),
            registry_number=facts.registry_number,
        ),
        tuple(blocks),
    )


def _parties(parties: tuple[SigningParty, ...]) -> list[Block]:
    names = filled(*(party.name for party in parties))
    return [Bullets(names)] if names else [Para(NO_PARTIES)]


def _chapter(chapter: AgreementChapter) -> list[Block]:
    text = prose(chapter.text) or ([Para(chapter.lacking)] if chapter.lacking else [])
    return [Heading(2, chapter.heading), *text] if text else []


def _signatures(parties: tuple[SigningParty, ...]) -> list[Block]:
    """Return one block for each party, so that a page never parts a line from its name."""
    lines = [Signatures((_line(party),)) for party in parties]
    return list(lines) if lines else [Para(NO_PARTIES)]


def _line(party: SigningParty) -> SignatureLine:
    signed = f"Undertecknat {iso(party.signed_on)}" if party.signed_on else ""
    return SignatureLine(", ".join(filled(party.name, party.title)), party.signatory, signed)


def build_pledges(facts: PledgePaperFacts) -> Document:
    title = f"Vi lovar dig som bor i {facts.place}"
    promised = [_promise(one) for one in facts.pledges]
    told = [_told(one) for one in facts.pledges if one.result or one.rating]
    blocks: list[Block] = [
        Heading(1, title),
        Para(_who(facts), Look.LEAD),
        Heading(2, "Det här lovar vi"),
        Bullets(tuple(promised)) if promised else Para(NO_PLEDGES),
    ]
    if told:
        blocks += [Heading(2, "Så har det gått"), Bullets(tuple(told))]
    blocks += [
        Heading(2, "Vad ett löfte är"),
        Para(
            "Ett medborgarlöfte är något som vi har bestämt att göra för att det ska bli tryggare här. "
            "Vi berättar hur det går. Löftet är ingen juridisk rättighet."
        ),
        Heading(2, "Säg vad du tycker"),
        Para(", ".join(filled(*facts.contact)) or _NO_CONTACT),
    ]
    return Document(
        Meta(
            title=title,
            kind="Medborgarlöften",
            letterhead=facts.letterhead,
            dated=iso(facts.issued_on),
            registry_number=facts.registry_number,
        ),
        tuple(blocks),
    )


def _who(facts: PledgePaperFacts) -> str:
    promisers = filled(*facts.promisers)
    if not promisers:
        return "Löften om trygghet till invånarna."
    return f"{listed(promisers)} lovar det här tillsammans."


def _promise(one: PrintedPledge) -> str:
    aside = ", ".join(filled(one.who, one.period))
    return f"{_bare(one.text)} ({aside})" if aside else one.text


_RATINGS = {
    "grön": "Vi höll löftet.",
    "gul": "Vi höll löftet delvis.",
    "röd": "Vi höll inte löftet.",
}


def _bare(text: str) -> str:
    """Return a promise without its full stop, for something to follow."""
    return text.strip().removesuffix(".")


def _told(one: PrintedPledge) -> str:
    day = f"Uppföljt {iso(one.followed_up_on)}." if one.followed_up_on else ""
    return " ".join(filled(f"{_bare(one.text)}:", _RATINGS.get(one.rating, one.rating), one.result, day))
