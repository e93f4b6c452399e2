"""Frågelista: questions in their order, each with room for an answer by hand or in Word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import Box, Column, Heading, Look, Para, Table, Tone
from trygghetsrad.documents.builders.letters import LAW, NO_CONTACT
from trygghetsrad.documents.builders.parts import filled, key_values, row
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.domain.dates import iso, long_day

if TYPE_CHECKING:
    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.domain.papers import QuestionnaireFacts

ROOM_TO_WRITE = 24
"""Millimetres for each answer, where people write by hand."""


def build_questionnaire(facts: QuestionnaireFacts) -> Document:
    whose = facts.organisation or "er"
    contact = ", ".join(filled(*facts.contact)) or NO_CONTACT
    blocks: list[Block] = [
        Heading(1, "Frågelista till lägesbilden"),
        key_values(
            [
                ("Till", [facts.addressee, facts.organisation]),
                ("Lägesbild", [facts.period]),
                ("Svara senast", [long_day(facts.answer_by)]),
                ("Svaret skickas till", [contact]),
            ]
        ),
        Para(
            f"Kommunen ska ta fram en lägesbild över brottsligheten enligt 4 § {LAW}. I den ingår annan "
            f"information av betydelse, och därför frågar vi {whose} vad ni ser i er verksamhet."
        ),
        *([Para(facts.intro)] if facts.intro else []),
        *([Box((Para(facts.reminder),), Tone.NOTICE)] if facts.reminder else []),
        *_questions(facts),
    ]
    meta = Meta(
        title=", ".join(filled("Frågelista till lägesbilden", facts.organisation)),
        kind="Frågelista",
        letterhead=facts.letterhead,
        dated=iso(facts.issued_on),
    )
    return Document(meta, tuple(blocks))


def _questions(facts: QuestionnaireFacts) -> list[Block]:
    if not facts.questions:
        return [Para("Inga frågor är valda.", Look.SMALL)]
    table = Table(
        summary="Frågor, och plats för svar",
        columns=(Column("Fråga", 2), Column("Svar", 3)),
        rows=tuple(
            row(f"{number}. {one.text}", one.answer) for number, one in enumerate(facts.questions, start=1)
        ),
        row_height=ROOM_TO_WRITE,
    )
    return [Heading(2, "Frågor"), table]
