"""Webbtext: what was said, decided and handed out, for those who live in the municipality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import Bullets, Heading, Link, Look, Para
from trygghetsrad.documents.builders.parts import capital, filled, prose
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.domain.dates import iso, long_day, short_day

if TYPE_CHECKING:
    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.domain.papers import DecisionFacts, WebItem, WebTask, WebTextFacts


def build_web_text(facts: WebTextFacts) -> Document:
    day = f"{short_day(facts.meeting.day)} {facts.meeting.day.year}"
    title = f"{_of(facts.letterhead.body)} {facts.words.meeting} {day}"
    blocks: list[Block] = [Heading(1, title), Para(_lead(facts), Look.LEAD)]
    for item in facts.items:
        blocks += _item(item)
    blocks += [*_tasks(facts.tasks), *_next(facts), *_more(facts)]
    meta = Meta(
        title=title,
        kind="Webbtext",
        letterhead=facts.letterhead,
        dated=iso(facts.meeting.day),
        marking="" if facts.settled else "protokollet är inte klart",
    )
    return Document(meta, tuple(blocks))


def _of(name: str) -> str:
    """Return a name as owner: rådets, Rådet i Mariefors."""
    return name if name.endswith(("s", "x", "z")) else f"{name}s"


def _lead(facts: WebTextFacts) -> str:
    who = f"{facts.letterhead.body} i {facts.letterhead.municipality.removesuffix(' kommun')}"
    rest = "Här är det viktigaste i korthet." if facts.items else "Inget finns att berätta därifrån."
    return f"{who} hade {facts.words.meeting} {long_day(facts.meeting.day)}. {rest}"


def _item(item: WebItem) -> list[Block]:
    said = [part for decision in item.decisions for part in prose(_said(decision))]
    return [Heading(2, item.title), *prose(item.text), *said]


def _said(decision: DecisionFacts) -> str:
    return " ".join(filled(f"Rådet {decision.outcome}" if decision.outcome else "", decision.text.strip()))


def _tasks(tasks: tuple[WebTask, ...]) -> list[Block]:
    if not tasks:
        return []
    lines = tuple(f"{task.what}{f', senast {long_day(task.due)}' if task.due else ''}" for task in tasks)
    return [Heading(2, "Det här ska göras"), Bullets(lines)]


def _next(facts: WebTextFacts) -> list[Block]:
    if not facts.next_meeting:
        return []
    return [Heading(2, f"Nästa {facts.words.meeting}"), Para(f"{capital(facts.next_meeting)}.")]


def _more(facts: WebTextFacts) -> list[Block]:
    where = f"Du kan läsa hela protokollet hos {facts.letterhead.municipality}."
    link = [Link(facts.website, _address(facts.website))] if facts.website else []
    return [Heading(2, "Vill du veta mer?"), Para(where), *link]


def _address(website: str) -> str:
    return website if website.startswith(("https://", "http://")) else f"https://{website}"
