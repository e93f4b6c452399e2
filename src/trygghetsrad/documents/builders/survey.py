"""Underlag till Brås enkät: a table for each theme with question, answer and what shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import Cell, Column, Heading, Look, Para, Table
from trygghetsrad.documents.builders.parts import filled, row
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.dates import iso

if TYPE_CHECKING:
    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.domain.papers.survey import SurveyAnswer, SurveyPaperFacts, SurveyTheme

TITLE = "Underlag till Brås enkät"
OUR_ORDER = (
    "Frågorna är ordnade efter lagen (2023:196). Brå ordnar och formulerar sina frågor själv, och kan fråga "
    "om mer än det som står här."
)
UNKNOWN = "Uppgift saknas"


def build_survey(facts: SurveyPaperFacts) -> Document:
    questions = [answer for theme in facts.themes for answer in theme.answers]
    answered = sum(1 for one in questions if one.answer)
    count = plural(len(questions), "fråga", "frågor")
    blocks: list[Block] = [
        Heading(1, f"{TITLE} {facts.year}"),
        Para(f"{answered} av {count} har svar i rådets egna uppgifter {iso(facts.issued_on)}.", Look.LEAD),
        Para(OUR_ORDER),
    ]
    for theme in facts.themes:
        blocks += [Heading(2, theme.heading), _table(theme)]
    return Document(
        Meta(
            title=f"{TITLE} {facts.year}",
            kind="Underlag",
            letterhead=facts.letterhead,
            dated=iso(facts.issued_on),
            registry_number=facts.registry_number,
        ),
        tuple(blocks),
    )


def _table(theme: SurveyTheme) -> Table:
    return Table(
        summary=f"Frågor och svar: {theme.heading}",
        columns=(Column("Fråga", 3.4), Column("Svar", 4), Column("Det som visar det", 3.4)),
        rows=tuple(_row(one) for one in theme.answers),
    )


def _row(one: SurveyAnswer) -> tuple[Cell, ...]:
    if one.answer:
        return row(one.question, one.answer, _held_together(one.proof))
    return row(one.question, Cell(UNKNOWN, filled(one.lacking), strong=True), "")


def _held_together(proof: str) -> str:
    """Return the proof with each § kept on the line of its number."""
    return proof.replace("§ ", "§\u00a0")
