"""Protokollsutdrag: the chosen § as they stand in the minutes, who gets them, and room to certify."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import (
    Box,
    Column,
    Heading,
    Look,
    Para,
    SignatureLine,
    Signatures,
    Table,
    Tone,
)
from trygghetsrad.documents.builders.minutes_items import item_blocks
from trygghetsrad.documents.builders.parts import filled, key_values, meeting_name, prose, row, when
from trygghetsrad.documents.builders.signing import in_its_way
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.domain.dates import iso

if TYPE_CHECKING:
    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.domain.papers import ExtractFacts, MinutesItem, Officer

WRITING_HEIGHT = 9.0


def build_extract(facts: ExtractFacts) -> Document:
    minutes = facts.minutes
    kind = "Protokollsutdrag" if minutes.formal else "Utdrag"
    title = " ".join(filled(kind, facts.which))
    blocks: list[Block] = [
        *_warning(facts),
        Heading(1, title),
        Para(_source(facts), Look.LEAD),
        _front(facts),
    ]
    for item in minutes.items:
        blocks += item_blocks(_without_recipients(item), minutes)
    if not minutes.items:
        blocks.append(Para(f"{minutes.words.the_meeting.capitalize()} har inga ärenden."))
    blocks += [*_recipients(facts), Heading(2, "Rätt utdraget intygas"), _certified(facts)]
    meta = Meta(
        title=f"{title}, {meeting_name(minutes.meeting, minutes.words)}",
        kind=kind,
        letterhead=facts.letterhead,
        dated=iso(minutes.meeting.day),
        registry_number=minutes.registry_number,
        marking="" if facts.is_done else facts.state.lower(),
    )
    return Document(meta, tuple(blocks))


def _warning(facts: ExtractFacts) -> list[Block]:
    """Say that the text may change, and which file counts where it is another one."""
    before = "protokollet är justerat" if facts.minutes.formal else "minnesanteckningarna är klara"
    early = "" if facts.is_done else f"Utdraget är gjort innan {before}. Texten kan ändras."
    blocks = [part for text in filled(early, facts.minutes.deviation_note) for part in prose(text)]
    return [Box(tuple(blocks), Tone.NOTICE)] if blocks else []


def _source(facts: ExtractFacts) -> str:
    source = "protokoll" if facts.minutes.formal else "minnesanteckningar"
    meeting = meeting_name(facts.minutes.meeting, facts.minutes.words)
    return f"Ur {source} från {facts.letterhead.body}, {meeting}"


def _front(facts: ExtractFacts) -> Block:
    minutes = facts.minutes
    return key_values(
        [
            ("Tid", [when(minutes.meeting)]),
            ("Plats", [minutes.meeting.place]),
            ("Ordförande", map(_officer, minutes.chairs)),
            ("Sekreterare", map(_officer, minutes.secretaries)),
            ("Justerare", map(_officer, minutes.verifiers) if minutes.formal else ()),
            ("Protokollet" if minutes.formal else "Anteckningarna", [facts.state]),
        ]
    )


def _officer(officer: Officer) -> str:
    return ", ".join(filled(officer.name, officer.sections))


def _without_recipients(item: MinutesItem) -> MinutesItem:
    """Leave out who each decision goes to: that stands once, where one ticks off."""
    decisions = tuple(dataclasses.replace(decision, sent_to=()) for decision in item.decisions)
    return dataclasses.replace(item, decisions=decisions)


def _recipients(facts: ExtractFacts) -> list[Block]:
    if not facts.sent_to:
        return []
    table = Table(
        summary="Expedieras till",
        columns=(Column("Mottagare", 4), Column("Skickat den", 1.8), Column("Signatur", 1.8)),
        rows=tuple(row(name, "", "") for name in facts.sent_to),
        row_height=WRITING_HEIGHT,
        together=True,
    )
    return [Heading(2, "Expedieras till"), table]


def _certified(facts: ExtractFacts) -> Signatures:
    by = in_its_way(SignatureLine("Namn och titel", ""), facts.letterhead.signing_of("protokollsutdrag"))
    return Signatures((SignatureLine("Ort och datum", ""), by))
