"""Så behandlar vi dina personuppgifter: one page that goes out with a first notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import Bullets, Heading, Look, Para
from trygghetsrad.documents.builders.parts import capital, filled, key_values
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.domain.dates import iso

if TYPE_CHECKING:
    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.domain.papers import PrivacyFacts

TITLE = "Så behandlar vi dina personuppgifter"
NO_OFFICER = "Uppgiften är inte ifylld här. Fråga kommunens växel, så får du den."
NO_CONTACT = "Uppgiften är inte ifylld här. Använd kommunens adress längst ned på sidan."


def build_privacy(facts: PrivacyFacts) -> Document:
    body = facts.letterhead.body
    blocks: list[Block] = [
        Heading(1, TITLE),
        Para(f"Till dig som har en plats i {body} eller är med på våra {facts.words.meeting}n.", Look.LEAD),
        *_who_answers(facts),
        Heading(2, "Vilka uppgifter vi har, och varför"),
        Bullets(_what(facts)),
        Para("Uppgifterna kommer från dig själv eller från den organisation som har utsett dig."),
        Heading(2, "Vad som ger oss rätt till det"),
        Para(_GROUND),
        Heading(2, "Vem som får se uppgifterna"),
        Para(_WHO_SEES),
        Heading(2, "Hur länge vi har dem"),
        Para(_HOW_LONG),
        Heading(2, "Dina rättigheter"),
        Bullets(_RIGHTS),
    ]
    meta = Meta(title=TITLE, kind="Personuppgifter", letterhead=facts.letterhead, dated=iso(facts.as_of))
    return Document(meta, tuple(blocks))


def _who_answers(facts: PrivacyFacts) -> list[Block]:
    whose = f"{capital(facts.controller)} i {facts.letterhead.municipality}"
    return [
        Heading(2, "Vem som ansvarar"),
        Para(f"{whose} är personuppgiftsansvarig och bestämmer varför och hur uppgifterna används."),
        key_values(
            [
                ("Frågor om rådet", filled(", ".join(filled(*facts.council_contact))) or (NO_CONTACT,)),
                ("Dataskyddsombud", filled(facts.officer_contact) or (NO_OFFICER,)),
            ]
        ),
    ]


def _what(facts: PrivacyFacts) -> tuple[str, ...]:
    said = "det du säger till protokollet, beslutar och tar på dig att göra"
    return (*_WHAT, f"Närvaro vid {facts.words.meeting}n, och {said}.")


_WHAT = (
    "Namn, titel och organisation, så att det syns vem du är och vem du företräder.",
    "E-post och telefon, så att du får kallelser och handlingar.",
    "Uppdrag i rådet och hur länge det gäller. För förtroendevalda även partibeteckning.",
)
_GROUND = (
    "Vi behöver uppgifterna för att rådet ska kunna arbeta. Det är en uppgift av allmänt intresse "
    "(artikel 6.1 e i dataskyddsförordningen), som bygger på lagen (2023:196) om kommuners ansvar för "
    "brottsförebyggande arbete. Vi fattar inga automatiska beslut om dig."
)
_WHO_SEES = (
    "Rådets samordnare, sekreterare och ordförande. Andra i rådet kan få din e-postadress och ditt "
    "telefonnummer. Ditt namn och din närvaro står i protokoll eller minnesanteckningar. De är allmänna "
    "handlingar, så den som frågar kan få läsa dem. Har du skyddade personuppgifter ska du säga det till "
    "oss. Då skriver vi inte ut dina kontaktuppgifter."
)
_HOW_LONG = (
    "Kontaktuppgifterna tas bort när de inte behövs längre, till exempel när du har lämnat rådet. "
    "Protokoll och andra handlingar sparas så länge som kommunens regler för arkiv säger, och där står ditt "
    "namn kvar."
)
_RIGHTS = (
    "Du kan få veta vilka uppgifter vi har om dig och få en kopia av dem.",
    "Du kan få fel rättade.",
    "Du kan invända mot hur vi använder uppgifterna, och be oss begränsa användningen.",
    "Du kan be oss ta bort uppgifter. Det som står i handlingar som ska sparas får vi oftast inte ta bort.",
    "Du kan klaga hos Integritetsskyddsmyndigheten, imy.se.",
)
