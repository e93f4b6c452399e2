"""Ärendeförfrågan: asks the members what the next meeting should deal with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import Bullets, Heading, Look, Para
from trygghetsrad.documents.builders.parts import capital, filled, key_values, link, meeting_name, when
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.domain.dates import iso, long_day

if TYPE_CHECKING:
    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.domain.papers import ItemRequestFacts


def build_item_request(facts: ItemRequestFacts) -> Document:
    name = meeting_name(facts.meeting, facts.words)
    title = f"Ärendeförfrågan till {name}"
    blocks: list[Block] = [
        Heading(1, title),
        *(Para(text, Look.LEAD) for text in filled(facts.theme)),
        key_values(
            [
                ("Tid", [when(facts.meeting)]),
                ("Plats", [facts.meeting.place]),
                ("Digitalt", [link(facts.meeting.link)]),
                ("Svara senast", [capital(long_day(facts.answer_by))]),
                ("Svara till", [", ".join(filled(facts.to, *facts.contact))]),
            ]
        ),
        Heading(2, f"Vad vill du ta upp på {facts.words.the_meeting}?"),
        Para("Svara på mejlet. Det räcker med några rader:"),
        Bullets(
            (
                "vad ärendet heter",
                f"om {facts.words.the_meeting} ska få information, diskutera eller besluta",
                "ditt förslag till beslut, om det finns ett",
                "vem som föredrar och hur lång tid det tar",
                "vilka handlingar som hör till.",
            )
        ),
        Para("Har du inget att ta upp behöver du inte svara."),
        *_already(facts),
    ]
    meta = Meta(title=title, kind="Ärendeförfrågan", letterhead=facts.letterhead, dated=iso(facts.issued_on))
    return Document(meta, tuple(blocks))


def _already(facts: ItemRequestFacts) -> list[Block]:
    if not facts.items:
        return []
    return [Heading(2, f"Det här står redan på {facts.words.the_agenda}"), Bullets(facts.items)]
