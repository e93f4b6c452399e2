"""Underlag till statsbidrag: what a funder asks before, and after, taken from the thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import Align, Bullets, Cell, Column, Heading, Look, Para, Table
from trygghetsrad.documents.builders.parts import filled, key_values, prose, row
from trygghetsrad.documents.builders.plans import goal_table
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.domain.counting import grouped
from trygghetsrad.domain.dates import iso

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.domain.papers.grants import GrantAction, GrantPaperFacts

APPLICATION, REPORT = "Underlag till ansökan om bidrag", "Underlag till redovisning av bidrag"
UNKNOWN = "Uppgift saknas."
NO_PROBLEM = "Projektet är inte kopplat till något problem i lägesbilden än."
NO_GOALS = "Inga mål är skrivna för problemet än."
NO_ACTIONS = "Inga åtgärder är knutna till problemet än."


def build_grant(facts: GrantPaperFacts) -> Document:
    title = REPORT if facts.is_granted else APPLICATION
    blocks: list[Block] = [
        Heading(1, title),
        Para(facts.title or UNKNOWN, Look.LEAD),
        key_values(
            (label, [words or UNKNOWN])
            for label, words in (
                ("Bidragsgivare", facts.funder),
                ("Period", facts.period),
                ("Läge", facts.state),
            )
        ),
        *_problem(facts),
        *_chapter("Syfte", facts.purpose),
        *_chapter("Så ska projektet genomföras", facts.plan),
        *_chapter("Vilka som är med", facts.partners),
        Heading(2, "Mål"),
        goal_table(facts.goals, with_result=facts.is_granted) if facts.goals else Para(NO_GOALS),
        *_actions(facts),
        Heading(2, "Pengar"),
        _money(facts.amounts) if facts.amounts else Para(UNKNOWN),
        *_chapter("Andra bidrag till samma sak", facts.other_grants),
        *_chapter("Uppföljning och utvärdering", facts.evaluation),
    ]
    if facts.days:
        blocks += [Heading(2, "Dagar"), key_values((what, [day]) for what, day in facts.days)]
    if facts.enclosures:
        blocks += [Heading(2, "Bilagor"), Bullets(facts.enclosures)]
    meta = Meta(
        title=title,
        kind="Underlag",
        letterhead=facts.letterhead,
        dated=iso(facts.issued_on),
        registry_number=facts.registry_number,
    )
    return Document(meta, tuple(blocks))


def _problem(facts: GrantPaperFacts) -> Iterator[Block]:
    yield Heading(2, "Problemet")
    if not facts.problem:
        yield Para(NO_PROBLEM)
        return
    yield Para(facts.problem)
    yield from prose(facts.description)
    if facts.causes:
        yield Heading(3, "Orsaker")
        yield Bullets(tuple(f"Orsak {one.number}: {one.text}" for one in facts.causes))


def _chapter(heading: str, text: str) -> Iterator[Block]:
    yield Heading(2, heading)
    yield from prose(text) or [Para(UNKNOWN)]


def _actions(facts: GrantPaperFacts) -> Iterator[Block]:
    yield Heading(2, "Så har det gått" if facts.is_granted else "Åtgärder")
    if not facts.actions:
        yield Para(NO_ACTIONS)
        return
    yield Table(
        summary="Åtgärder mot problemet",
        columns=(Column("Åtgärd", 4), Column("Ansvarig", 2.4), Column("När", 2), Column("Läge", 1.6)),
        rows=tuple(_action(one, told=facts.is_granted) for one in facts.actions),
    )


def _action(one: GrantAction, *, told: bool) -> tuple[Cell, ...]:
    details = filled(one.told) if told else ()
    return row(Cell(one.what, details), one.owner or "Ingen ansvarig", one.when or "Inget datum", one.status)


def _money(amounts: tuple[tuple[str, int | None], ...]) -> Table:
    return Table(
        summary="Vad som söks, har beviljats och har använts",
        columns=(Column("Post", 4), Column("Kronor", 2, Align.RIGHT)),
        rows=tuple(row(what, _kronor(amount)) for what, amount in amounts),
        together=True,
    )


def _kronor(amount: int | None) -> str:
    return "Uppgift saknas" if amount is None else grouped(amount)
