"""Inbjudan till rådet and Representation i rådet: letters that the chair signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import Bullets, Heading, Para, SignatureLine, Signatures
from trygghetsrad.documents.builders.parts import filled, key_values
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.dates import iso, long_day

if TYPE_CHECKING:
    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.domain.papers import InvitationFacts, RepresentationFacts

LAW = "lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete"
NO_CONTACT = "kommunens adress längst ned på sidan"
_FORUM = (
    f"Enligt 10 § {LAW} ska kommunen verka för att strategiska frågor om brottsförebyggande arbete "
    "hanteras i ett särskilt forum, ett strategiskt råd, tillsammans med andra relevanta aktörer. Rådet "
    "ska ledas av kommunen."
)
_LEADING = (
    "Kommunen ska också verka för att de andra aktörerna deltar med personer i ledande befattningar. "
    "Paragrafen riktar sig till kommunen. Den säger inte att ni måste delta."
)

_HINDRANCE = "Säg till om tiderna eller formen för våra {meetings} är ett hinder, så ser vi vad vi kan ändra."
_WHY = "Det kan finnas goda skäl till det. Men rådet arbetar bättre när ni är med, och därför skriver vi."


def build_invitation(facts: InvitationFacts) -> Document:
    body, whose = facts.letterhead.body, facts.letterhead.municipality
    blocks: list[Block] = [
        Heading(1, f"Inbjudan till {body}"),
        _addressed(facts),
        Para(f"Vi bjuder in {facts.organisation or 'er'} till en plats i {body} i {whose}."),
        Heading(2, "Varför vi frågar er"),
        Para(f"{_FORUM} {_LEADING}"),
        *_members(facts),
        Heading(2, "Vad platsen innebär"),
        Bullets(_commitment(facts)),
        *_coming(facts),
        Heading(2, "Så svarar ni"),
        Para(
            f"Svara senast {long_day(facts.answer_by)} till {_contact(facts)}. Skriv vem som tar platsen, "
            "med titel, e-post och telefon. Säg också till om ni vill veta mer innan ni bestämmer er, eller "
            "om ni avstår."
        ),
        *_signed(facts),
    ]
    return Document(_meta(facts, f"Inbjudan till {body}", "Inbjudan"), tuple(blocks))


def build_representation(facts: RepresentationFacts) -> Document:
    body = facts.letterhead.body
    title = f"Representation i {body}"
    blocks: list[Block] = [
        Heading(1, title),
        _addressed(facts),
        Para(_missed(facts)),
        *([Bullets(facts.missed)] if facts.missed else []),
        Para(_WHY),
        Heading(2, "Vad lagen säger"),
        Para(f"{_FORUM} {_LEADING}"),
        Heading(2, "Det här ber vi er om"),
        Bullets(
            (
                "Se över vem som har er plats, så att det är någon i ledande befattning som kan delta.",
                "Utse gärna en ersättare, så att ni är med även när den ordinarie har förhinder.",
                _HINDRANCE.format(meetings=f"{facts.words.meeting}n"),
                "Säg också till om ni inte längre vill ha platsen.",
            )
        ),
        *_seats(facts),
        *_coming(facts),
        Heading(2, "Så svarar ni"),
        Para(f"Svara senast {long_day(facts.answer_by)} till {_contact(facts)}."),
        *_signed(facts),
    ]
    return Document(_meta(facts, title, "Brev"), tuple(blocks))


def _meta(facts: InvitationFacts | RepresentationFacts, title: str, kind: str) -> Meta:
    return Meta(
        title=", ".join(filled(title, facts.organisation)),
        kind=kind,
        letterhead=facts.letterhead,
        dated=iso(facts.issued_on),
        registry_number=facts.registry_number,
    )


def _addressed(facts: InvitationFacts | RepresentationFacts) -> Block:
    to = facts.addressee or "Chefen"
    return key_values([("Till", [to, facts.organisation]), ("Datum", [iso(facts.issued_on)])])


def _contact(facts: InvitationFacts | RepresentationFacts) -> str:
    return ", ".join(filled(*facts.contact)) or NO_CONTACT


def _members(facts: InvitationFacts) -> list[Block]:
    if not facts.members:
        return []
    return [Para(f"I rådet finns i dag {_listed(facts.members)}.")]


def _listed(names: tuple[str, ...]) -> str:
    return " och ".join(filled(", ".join(names[:-1]), names[-1]))


def _commitment(facts: InvitationFacts) -> tuple[str, ...]:
    meeting, year = facts.words.meeting, facts.year
    time = f", oftast kl. {year.usual_time}" if year.usual_time else ""
    often = plural(year.meetings_a_year, meeting, f"{meeting}n")
    how_often = (
        f"Vi har ungefär {often} om året{time}."
        if year.meetings_a_year
        else f"Vi har inte bestämt hur många {meeting}n det blir i år."
    )
    return (
        how_often,
        f"Kallelse och handlingar kommer {plural(year.notice_days, 'dag', 'dagar')} före. Läs dem innan.",
        "Den ni utser bör kunna tala för hela er verksamhet och lova vad ni kan bidra med.",
        f"Mellan {meeting}na kan ni få uppdrag som ni själva har tagit på er.",
        "Vi talar om läget i kommunen, inte om enskilda personers ärenden.",
        "Utse gärna också en ersättare.",
    )


def _seats(facts: RepresentationFacts) -> list[Block]:
    if not facts.seats:
        return []
    return [Para(f"I vår förteckning står detta för {facts.organisation}:"), Bullets(facts.seats)]


def _missed(facts: RepresentationFacts) -> str:
    who, body, the_meetings = facts.organisation or "Ni", facts.letterhead.body, f"{facts.words.meeting}na"
    if not facts.missed:
        return f"{who} har en plats i {body}. Vi vill vara säkra på att ni är med också framöver."
    if len(facts.missed) == 1:
        return f"{who} har en plats i {body}. Ingen från er var med på det senaste {facts.words.the_meeting}:"
    return f"{who} har en plats i {body}. Ingen från er har varit med på de senaste {the_meetings}:"


def _coming(facts: InvitationFacts | RepresentationFacts) -> list[Block]:
    several = f"{facts.words.meeting}n"
    if not facts.coming:
        return [Para(f"Inga nya {several} är planerade än. Vi återkommer med dag och tid.")]
    return [
        Heading(2, f"Nästa {several if len(facts.coming) > 1 else facts.words.meeting}"),
        Bullets(facts.coming),
    ]


def _signed(facts: InvitationFacts | RepresentationFacts) -> list[Block]:
    role = f"Ordförande i {facts.letterhead.body}"
    return [Signatures((SignatureLine(role, facts.chair),))]
