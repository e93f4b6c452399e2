"""Åtgärdsplan: chapter by chapter, a wide table per problem, and a card per action at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import (
    Bullets,
    Cell,
    Column,
    Contents,
    Group,
    Heading,
    Item,
    Landscape,
    Look,
    PageBreak,
    Para,
    Table,
)
from trygghetsrad.documents.builders.parts import capital, filled, key_values, prose, row
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.domain.dates import iso

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from trygghetsrad.documents.blocks import Block, Flat
    from trygghetsrad.domain.papers.plans import (
        PlannedProblem,
        PlanPaperFacts,
        PrintedAction,
        PrintedChapter,
        PrintedGoal,
    )

OWN = "Kommunens åtgärder"
OTHERS = "Andra aktörers åtaganden (enligt överenskommelse)"
ADDED = "Tillkommit efter beslutet"
NO_ACTIONS = "Inga åtgärder är inskrivna för problemet."
NO_CAUSES = "Inga orsaker är inskrivna."
LAW = "lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete"


def build_plan(facts: PlanPaperFacts) -> Document:
    title = f"Åtgärdsplan {facts.period}".strip()
    blocks: list[Block] = [
        Heading(1, title),
        Para(f"Kommunens åtgärdsplan enligt 5 § {LAW}.", Look.LEAD),
        key_values(
            [
                ("Gäller", [facts.period]),
                ("Beslut", [facts.decided or "Utkast, inte beslutad"]),
                ("Diarienummer", [facts.registry_number]),
                ("Bygger på", [facts.rests_on]),
                ("Utskriven", [iso(facts.issued_on)]),
            ]
        ),
        Contents(deepest=2),
    ]
    for chapter in facts.chapters:
        blocks += _chapter(chapter, facts)
    blocks += _cards(facts)
    return Document(
        Meta(
            title=title,
            kind="Åtgärdsplan",
            letterhead=facts.letterhead,
            dated=iso(facts.issued_on),
            registry_number=facts.registry_number,
            marking="Utkast" if facts.is_draft else "",
        ),
        tuple(blocks),
    )


def chapter_heading(chapter: PrintedChapter) -> str:
    """Return "7 Samordning med annan planering (7 §)"."""
    section = f"({chapter.section})" if chapter.section else ""
    return " ".join(filled(chapter.number, chapter.heading, section))


def _chapter(chapter: PrintedChapter, facts: PlanPaperFacts) -> list[Block]:
    heading = Heading(2, chapter_heading(chapter))
    if chapter.number == _AREAS and facts.problems:
        return [Landscape((heading, *prose(chapter.text), *_areas(facts)))]
    fill = _FILLED.get(chapter.number)
    own: list[Flat] = [*prose(chapter.text), *(fill(facts) if fill else [])]
    return [heading, *(own or [Para(chapter.otherwise)])]


# -- what the thread fills ---------------------------------------------------------------------


def _background(facts: PlanPaperFacts) -> list[Flat]:
    return (
        [Para(f"Planen bygger på {facts.rests_on[:1].lower()}{facts.rests_on[1:]}.")]
        if facts.rests_on
        else []
    )


def _goals(facts: PlanPaperFacts) -> list[Flat]:
    return [goal_table(facts.goals)] if facts.goals else []


def goal_table(goals: tuple[PrintedGoal, ...], *, with_result: bool = False) -> Table:
    """Lay out goals with how they are seen; with the result where they are followed up."""
    results = (Column("Resultat", 2.2),) if with_result else ()
    return Table(
        summary="Mål och hur de mäts",
        columns=(Column("Mål", 4), Column("Mäts med", 2.4), Column("Utgångsläge → målvärde", 2.4), *results),
        rows=tuple(_goal_row(one, with_result=with_result) for one in goals),
    )


def _goal_row(goal: PrintedGoal, *, with_result: bool) -> tuple[Cell, ...]:
    by = f"senast {iso(goal.by)}" if goal.by else ""
    values = " → ".join(filled(goal.baseline, goal.target)) or "Inte angivet"
    results = (goal.result or "Inte följt upp",) if with_result else ()
    return row(
        Cell(goal.text, filled(" · ".join(filled(capital(goal.kind), goal.problem)))),
        goal.measure or "Inte angivet",
        Cell(values, filled(by)),
        *results,
    )


def _follow_up(facts: PlanPaperFacts) -> list[Flat]:
    return [Para(facts.follow_up)] if facts.follow_up else []


def _links(facts: PlanPaperFacts) -> list[Flat]:
    return [Para("Samordnas med:"), Bullets(facts.links)] if facts.links else []


def _decision(facts: PlanPaperFacts) -> list[Flat]:
    dnr = f"dnr {facts.registry_number}" if facts.registry_number else ""
    return [Para(f"Beslutad av: {', '.join(filled(facts.decided, dnr))}.")] if facts.decided else []


_AREAS = "3"
_FILLED: dict[str, Callable[[PlanPaperFacts], list[Flat]]] = {
    "1": _background,
    "2": _goals,
    "6": _follow_up,
    "7": _links,
    "8": _decision,
}
"""By the number of the chapter, as resources/knowledge/atgardsplan.toml gives it."""


# -- problem by problem ------------------------------------------------------------------------


def _areas(facts: PlanPaperFacts) -> Iterator[Flat]:
    for number, problem in enumerate(facts.problems, start=1):
        yield Heading(3, f"{_AREAS}.{number} {problem.title}")
        yield from prose(problem.description)
        yield Heading(4, "Troliga orsaker")
        yield _causes(problem)
        yield Heading(4, "Åtgärder")
        yield _table(problem) if problem.own or problem.others else Para(NO_ACTIONS)


def _causes(problem: PlannedProblem) -> Flat:
    causes = tuple(Item(one.text, sign=f"{one.number}.") for one in problem.causes)
    return Bullets(causes) if causes else Para(NO_CAUSES)


def _table(problem: PlannedProblem) -> Table:
    return Table(
        summary=f"Åtgärder: {problem.title}",
        columns=(
            Column("Orsak", 3),
            Column("Åtgärd", 4),
            Column("Typ", 1.7),
            Column("Operativt mål", 3.4),
            Column("När", 1.8),
            Column("Ansvarig", 2.6),
            Column("Uppföljning", 1.9),
        ),
        rows=(*_rows(OWN, problem.own), *_rows(OTHERS, problem.others)),
        row_header=1,
        dense=True,
    )


def _rows(title: str, actions: tuple[PrintedAction, ...]) -> list[tuple[Cell, ...] | Group]:
    return [Group(title), *(_action_row(one) for one in actions)] if actions else []


def _action_row(action: PrintedAction) -> tuple[Cell, ...]:
    partners = f"I samverkan med {action.partners}" if action.partners else ""
    return row(
        action.cause,
        Cell(action.what, filled(ADDED if action.is_added else "", action.scope)),
        action.nature,
        action.goal,
        action.when,
        Cell(action.owner or "Ingen ansvarig", filled(partners)),
        action.result,
    )


def _cards(facts: PlanPaperFacts) -> Iterator[Block]:
    """Yield one card per action, for whoever does it."""
    cards = [(problem, one) for problem in facts.problems for one in (*problem.own, *problem.others)]
    if not cards:
        return
    yield PageBreak()
    yield Heading(2, "Bilaga: åtgärdskort")
    yield Para("Ett kort för varje åtgärd, till den som ansvarar för den.", Look.SMALL)
    for number, (problem, action) in enumerate(cards, start=1):
        yield Heading(3, f"{number}. {action.what}")
        yield key_values(
            [
                ("Problem", [problem.title]),
                ("Orsak", [action.cause]),
                ("Mål", [action.goal]),
                ("Typ", [", ".join(filled(action.nature, action.scope.lower(), action.effect))]),
                ("När", [action.when or "Inget datum"]),
                ("Ansvarig", [action.owner or "Ingen ansvarig"]),
                ("Samverkan", [action.partners]),
                ("Läge", [action.result]),
                ("Kommer från", [action.origin]),
                ("Beslut", [ADDED] if action.is_added else []),
            ]
        )
        yield from prose(action.notes)
