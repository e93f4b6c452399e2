"""Så följer kommunen lagen: a table over the Act, § by §, and what it does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import Bullets, Cell, Column, Heading, Item, Look, Para, Table
from trygghetsrad.documents.builders.parts import filled
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.dates import iso

if TYPE_CHECKING:
    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.domain.papers import LawPaperFacts
    from trygghetsrad.domain.papers.law import PrintedDuty

TITLE = "Så följer kommunen lagen"
CAREFUL = (
    "Dokumenterat betyder att det finns en handling eller ett beslut att visa. Det är inte ett besked om att "
    "kommunen uppfyller lagen."
)
NOTHING = "Inget att visa än"


def build_law(facts: LawPaperFacts) -> Document:
    count = plural(len(facts.duties), "punkt", "punkter")
    blocks: list[Block] = [
        Heading(1, TITLE),
        Para(f"Läget {iso(facts.as_of)}: {facts.documented} av {count} är dokumenterade.", Look.LEAD),
        Para(CAREFUL),
    ]
    if facts.duties:
        blocks += [Heading(2, "Paragraf för paragraf"), law_table(facts.duties)]
        blocks += [Heading(2, "Vad lagen säger, och vad den inte säger"), _sayings(facts.duties)]
    blocks += [Heading(2, "Källa"), Para(facts.source)]
    return Document(
        Meta(
            title=TITLE,
            kind="Lagkollen",
            letterhead=facts.letterhead,
            dated=iso(facts.as_of),
            registry_number=facts.registry_number,
        ),
        tuple(blocks),
    )


def law_table(duties: tuple[PrintedDuty, ...]) -> Table:
    """Return the table, which the annual report shows too."""
    return Table(
        summary="Lagens paragrafer, läget och vad som visar det",
        columns=(Column("§", 1), Column("Vad", 3.2), Column("Läge", 2.6), Column("Det som visar det", 5)),
        rows=tuple(_row(duty) for duty in duties),
        row_header=1,
    )


def _row(duty: PrintedDuty) -> tuple[Cell, ...]:
    shown = filled(*duty.evidence)
    first, *others = shown or (NOTHING,)
    lacking = filled(duty.lacking)
    return (
        Cell(duty.section),
        Cell(duty.title),
        Cell(duty.state, filled(duty.due)),
        Cell(first, (*others, *lacking)),
    )


def _sayings(duties: tuple[PrintedDuty, ...]) -> Bullets:
    return Bullets(
        tuple(Item(f"{duty.section} {duty.title}: {duty.says}", filled(duty.not_said)) for duty in duties)
    )
