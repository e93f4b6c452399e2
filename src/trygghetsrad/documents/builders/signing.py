"""Where a paper is signed: with a pen on a line, or electronically in the file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import Heading, Look, Para, SignatureLine, Signatures
from trygghetsrad.documents.builders.parts import capital, filled, key_values
from trygghetsrad.domain.dates import iso

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.domain.papers import MinutesFacts, Officer
    from trygghetsrad.domain.signing import Signer, Signing

ELECTRONICALLY = "Signeras elektroniskt"
_WHERE = "Underskrifterna görs elektroniskt och finns i den signerade filen, inte på papper."


def in_its_way(line: SignatureLine, signing: Signing) -> SignatureLine:
    """Return a line to write on, or the words that say where the signature is instead."""
    return replace(line, signed=ELECTRONICALLY) if signing.is_electronic and not line.signed else line


def signatures(signing: Signing, officers: Mapping[Signer, Iterable[Officer]]) -> list[Block]:
    """Return the lines of those who sign, under a heading of their own."""
    lines = [
        in_its_way(_line(capital(role), officer), signing)
        for role in signing.signers
        for officer in officers.get(role, ())
    ]
    if not lines:
        return []
    where = [Para(_WHERE, Look.SMALL)] if signing.is_electronic else []
    return [Heading(2, "Underskrifter"), *where, Signatures(tuple(lines))]


def _line(role: str, officer: Officer) -> SignatureLine:
    signed = ""
    if officer.signed_on:
        signed = ", ".join(filled(f"Undertecknat {iso(officer.signed_on)}", officer.signed_how))
    return SignatureLine(", ".join(filled(role, officer.sections)), officer.name, signed)


def notice_of_verification(facts: MinutesFacts) -> list[Block]:
    """Return the certificate that the verification was made known, to fill in by hand (KL 8 kap. 12 §)."""
    letterhead = facts.letterhead
    if not letterhead.posts_notice:
        return []
    about = key_values(
        [
            ("Organ", [letterhead.body]),
            (f"{capital(facts.words.meeting)}sdatum", [iso(facts.meeting.day)]),
            ("Paragrafer", [facts.section_range]),
            ("Protokollet förvaras", [letterhead.kept_at]),
        ]
    )
    by_hand = ("Anslaget sätts upp den", "Anslaget tas ned den", "Underskrift")
    return [
        Heading(2, "Anslag och bevis"),
        Para("Justeringen tillkännages på kommunens anslagstavla."),
        about,
        Signatures(tuple(SignatureLine(role, "") for role in by_hand)),
    ]
