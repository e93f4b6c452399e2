"""One paragraph of the minutes: heading, summary, papers, decision, assignments."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import Box, Bullets, Column, Heading, Look, Para, Table
from trygghetsrad.documents.builders.parts import anchor_of, capital, dnr, filled, prose, row
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.numbering import printed_section
from trygghetsrad.domain.papers.public import NOT_PUBLIC
from trygghetsrad.domain.standing_text import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.domain.papers import AssignmentFacts, DecisionFacts, MinutesFacts, MinutesItem


def item_title(item: MinutesItem, facts: MinutesFacts) -> str:
    return NOT_PUBLIC if item.confidential and facts.public else item.title


def item_blocks(item: MinutesItem, facts: MinutesFacts) -> list[Block]:
    """Return what is printed of one item; nothing but its number where it is secret and the paper public."""
    title = " ".join(filled(_label(item, facts), item_title(item, facts)))
    heading = Heading(2, title, anchor_of("I", item.uid))
    if item.confidential and facts.public:
        return [heading]
    return [
        heading,
        *_under_heading(item),
        *_summary(item, facts),
        *_section("Handlingar", [Bullets(papers)] if (papers := _papers(item)) else []),
        *(Para(text) for text in filled(item.disqualified)),
        *_decisions(item, facts),
        *_assignments(item, facts),
        *_sent_to(item.decisions),
    ]


def _label(item: MinutesItem, facts: MinutesFacts) -> str:
    label = section(item, facts).replace(" ", "\u00a0")
    return label if facts.formal or not label.isdigit() else f"{label}."


def section(item: MinutesItem, facts: MinutesFacts) -> str:
    """Return "§ 12" as the council prints it."""
    return printed_section(item.label, facts.words.sections, facts.meeting.day.year)


def _under_heading(item: MinutesItem) -> list[Block]:
    presenter = f"Föredragande: {item.presenter}" if item.presenter else ""
    secret = "Kan omfattas av sekretess, publiceras inte" if item.confidential else ""
    line = " · ".join(filled(dnr(item.registry_number), presenter, secret))
    return [Para(text, Look.SMALL) for text in filled(line)]


def _summary(item: MinutesItem, facts: MinutesFacts) -> list[Block]:
    """Give the text a heading only where more than text follows."""
    text = prose(in_words(item.text, facts.words.meeting))
    if not text or not (item.decisions or item.actions or _papers(item)):
        return list(text)
    return [Heading(3, "Sammanfattning" if facts.formal else "Noterat"), *text]


def _papers(item: MinutesItem) -> tuple[str, ...]:
    return (*item.papers, *item.unpublished_papers)


def _section(title: str, blocks: list[Block]) -> list[Block]:
    return [Heading(3, title), *blocks] if blocks else []


def _decisions(item: MinutesItem, facts: MinutesFacts) -> list[Block]:
    if not item.decisions:
        return []
    inside: list[Heading | Para | Bullets] = [Heading(3, "Beslut")]
    after: list[Block] = []
    for decision in item.decisions:
        inside += _decision(decision, facts.letterhead.body)
        after += _labelled("Omröstning", decision.votes)
        after += _labelled("Reservation", decision.reservations)
    return [Box(tuple(inside)), *after]


def _decision(decision: DecisionFacts, body: str) -> list[Para | Bullets]:
    lead = [Para(f"{body} {decision.outcome}", Look.STRONG)] if decision.outcome else []
    blocks = [*lead, *prose(decision.text)]
    return [replace(block, anchor=anchor_of("D", decision.uid)) for block in blocks[:1]] + blocks[1:]


def _labelled(label: str, text: str) -> list[Para | Bullets]:
    blocks = prose(text)
    if blocks and isinstance(blocks[0], Para):
        return [Para(f"{label}: {blocks[0].text}"), *blocks[1:]]
    return [Para(f"{label}:"), *blocks] if blocks else []


def _assignments(item: MinutesItem, facts: MinutesFacts) -> list[Block]:
    if not item.actions:
        return []
    if facts.formal:
        return [assignment_table(item.actions, f"Uppdrag, {item.title}")]
    return [Heading(3, "Vem gör vad"), Bullets(tuple(_in_a_line(action) for action in item.actions))]


def _in_a_line(action: AssignmentFacts) -> str:
    due = f", senast {iso(action.due)}" if action.due else ""
    return f"{action.owner}: {action.what}{due}"


def assignment_table(actions: Iterable[AssignmentFacts], summary: str) -> Table:
    return Table(
        summary=summary,
        columns=(Column("Uppdrag", 5), Column("Ansvarig", 2.4), Column("Klart senast", 1.6)),
        rows=tuple(
            row(action.what, action.owner, iso(action.due) if action.due else "Inget datum")
            for action in actions
        ),
    )


def _sent_to(decisions: tuple[DecisionFacts, ...]) -> list[Block]:
    names = dict.fromkeys(name for decision in decisions for name in decision.sent_to)
    if not names:
        return []
    return [Heading(3, "Beslutet skickas till"), Para(capital(", ".join(names)))]
