"""Tjänsteskrivelse: lays a paper before the responsible board with a proposal to decide on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import Box, Bullets, Heading, Para, SignatureLine, Signatures
from trygghetsrad.documents.builders.parts import capital, filled, key_values
from trygghetsrad.documents.builders.signing import in_its_way
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.domain.dates import iso

if TYPE_CHECKING:
    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.domain.papers import MemoFacts


def build_memo(facts: MemoFacts) -> Document:
    kind = capital(facts.name)
    blocks: list[Block] = [
        Heading(1, facts.matter),
        key_values([("Till", [capital(facts.to)]), ("Datum", [iso(facts.issued_on)])]),
        Box((Heading(2, "Förslag till beslut"), *(Para(text) for text in facts.proposal))),
        Heading(2, "Sammanfattning"),
        Para(facts.summary),
        Heading(2, "Ärendet"),
        *(Para(text) for text in facts.description),
    ]
    if facts.basis:
        blocks += [Heading(2, "Beslutsunderlag"), Bullets(facts.basis)]
    if facts.sent_to:
        blocks += [Heading(2, "Beslutet skickas till"), Bullets(facts.sent_to)]
    name, *title = filled(*facts.author) or ("",)
    signing = facts.letterhead.signing_of("tjansteskrivelse")
    if signing.signers:
        line = SignatureLine(", ".join(title) or "Handläggare", name)
        blocks.append(Signatures((in_its_way(line, signing),)))
    meta = Meta(
        title=f"{kind}: {facts.matter}",
        kind=kind,
        letterhead=facts.letterhead,
        dated=iso(facts.issued_on),
        registry_number=facts.registry_number,
    )
    return Document(meta, tuple(blocks))
