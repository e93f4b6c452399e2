"""Spårlista: each problem as a list within lists, from finding to result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import Bullets, Heading, Item, Look, Para
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.domain.dates import iso

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.domain.papers.trails import ProblemTrail, TrailPaperFacts, TrailStep

INTRO = "Från iakttagelse till problem, orsak, mål, åtgärd, beslut, uppföljning och resultat."
NO_PROBLEMS = "Inga problem är inskrivna."
NO_GROUND = "Ingen iakttagelse och inget ställningstagande är knutet till problemet."
NO_STEPS = "Inga orsaker, mål eller åtgärder är inskrivna."


def build_trail(facts: TrailPaperFacts) -> Document:
    blocks: list[Block] = [Heading(1, "Spårlista"), Para(INTRO, Look.LEAD)]
    for problem in facts.problems:
        blocks += _problem(problem)
    if not facts.problems:
        blocks.append(Para(NO_PROBLEMS))
    meta = Meta(title="Spårlista", kind="Spårlista", letterhead=facts.letterhead, dated=iso(facts.issued_on))
    return Document(meta, tuple(blocks))


def _problem(problem: ProblemTrail) -> Iterator[Block]:
    yield Heading(2, problem.title)
    yield Heading(3, "Det här bygger på")
    yield _steps(problem.ground) if problem.ground else Para(NO_GROUND)
    yield Heading(3, "Det här görs")
    yield _steps(problem.steps) if problem.steps else Para(NO_STEPS)


def _steps(steps: tuple[TrailStep, ...]) -> Bullets:
    return Bullets(tuple(_item(one) for one in steps))


def _item(step: TrailStep) -> Item:
    return Item(step.text, tuple(_item(one) for one in step.steps))
