"""Uppföljningsrapport over the plan, and the page on which an owner tells how it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import Cell, Column, Heading, Look, PageBreak, Para, Table
from trygghetsrad.documents.builders.parts import filled, key_values, prose, row
from trygghetsrad.documents.builders.plans import LAW, goal_table
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.domain.dates import iso

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trygghetsrad.documents.blocks import Block
    from trygghetsrad.domain.papers.reviews import (
        OwnerForm,
        ReviewedAction,
        ReviewedProblem,
        ReviewPaperFacts,
    )

NO_SUMMARY = "Ingen sammanfattning är skriven."
NO_ACTIONS = "Inga åtgärder är inskrivna."
NO_GOALS = "Inga mål är satta."
NOT_TOLD = "Inte genomgången"
QUESTIONS = (
    "Vad är gjort, och hur mycket? (produktion)",
    "Hur gick det till, och vad kan bli bättre? (process)",
    "Vad har förändrats? (effekt)",
    "Omdöme: grön, gul eller röd, och varför",
)
ROOM_TO_WRITE = 16.0


def build_review(facts: ReviewPaperFacts) -> Document:
    title = f"Uppföljning av åtgärdsplanen {facts.period}".strip()
    blocks = [*_forms(title, facts)] if facts.forms else [*_report(title, facts)]
    return Document(
        Meta(
            title=title,
            kind="Uppföljning",
            letterhead=facts.letterhead,
            dated=iso(facts.issued_on),
            marking="Utkast" if facts.is_draft and not facts.forms else "",
        ),
        tuple(blocks),
    )


# -- the report --------------------------------------------------------------------------------


def _report(title: str, facts: ReviewPaperFacts) -> Iterator[Block]:
    yield Heading(1, title)
    yield Para(f"Uppföljning enligt 6 § {LAW}.", Look.LEAD)
    yield key_values(
        [
            ("Planen beslutad", [facts.decided]),
            ("Läget", [facts.state]),
            ("Utskriven", [iso(facts.issued_on)]),
        ]
    )
    yield Heading(2, "Sammanfattning")
    yield from prose(facts.summary) or [Para(NO_SUMMARY)]
    if facts.counted:
        yield Para(facts.counted)
    yield Heading(2, "Åtgärderna")
    for problem in facts.problems:
        yield Heading(3, problem.title)
        yield _table(problem) if problem.actions else Para(NO_ACTIONS)
    if not facts.problems:
        yield Para(NO_ACTIONS)
    yield Heading(2, "Måluppfyllelse")
    yield goal_table(facts.goals, with_result=True) if facts.goals else Para(NO_GOALS)
    if facts.next_time:
        yield Heading(2, "Nästa uppföljning")
        yield Para(facts.next_time)


def _table(problem: ReviewedProblem) -> Table:
    return Table(
        summary=f"Så går åtgärderna: {problem.title}",
        columns=(Column("Åtgärd", 3.4), Column("Läge och omdöme", 2.2), Column("Det här har hänt", 4.4)),
        rows=tuple(_row(one) for one in problem.actions),
    )


def _row(action: ReviewedAction) -> tuple[Cell, ...]:
    told = filled(
        action.text,
        f"Produktion: {action.production}" if action.production else "",
        f"Process: {action.process}" if action.process else "",
        f"Effekt: {action.effect}" if action.effect else "",
    )
    due = f"senast {action.when}" if action.when else ""
    rating = action.rating or ("Utan omdöme" if action.is_told else NOT_TOLD)
    first, *rest = told or ("",)
    return row(
        Cell(action.what, filled(", ".join(filled(action.owner, due)))),
        Cell(action.status, (rating,)),
        Cell(first, tuple(rest)),
    )


# -- the form ----------------------------------------------------------------------------------


def _forms(title: str, facts: ReviewPaperFacts) -> Iterator[Block]:
    yield Heading(1, title)
    yield Para("Skriv kort. Några ord per rad räcker, och nej är också ett svar.", Look.LEAD)
    if facts.answer_to:
        yield Para(f"Svara till {', '.join(facts.answer_to)}.")
    for number, form in enumerate(facts.forms):
        if number:
            yield PageBreak()
        yield from _form(form)


def _form(form: OwnerForm) -> Iterator[Block]:
    yield Heading(2, form.owner)
    if not form.actions:
        yield Para("Inga öppna åtgärder.")
    for action in form.actions:
        due = f"senast {action.when}" if action.when else ""
        yield Heading(3, action.what)
        yield Para(", ".join(filled(f"Läge: {action.status.lower()}", due)), Look.SMALL)
        yield Table(
            summary=f"Så går det: {action.what}",
            columns=(Column("Fråga", 3), Column("Svar", 6)),
            rows=tuple(row(question, "") for question in QUESTIONS),
            row_height=ROOM_TO_WRITE,
            together=True,
        )
