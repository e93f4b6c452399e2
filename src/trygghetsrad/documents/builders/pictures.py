"""Lägesbild chapter by chapter, and the cause analysis as three lists and a drawing."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from trygghetsrad.documents.blocks import (
    Bullets,
    Cell,
    Column,
    Contents,
    Heading,
    Item,
    Landscape,
    Look,
    Para,
    Table,
)
from trygghetsrad.documents.builders.parts import filled, key_values, prose, row
from trygghetsrad.documents.builders.plans import LAW, chapter_heading
from trygghetsrad.documents.charts import chart_blocks
from trygghetsrad.documents.fishbone import draw_fishbone
from trygghetsrad.documents.model import Document, Meta
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.fishbones import Bone, Cause, Fishbone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trygghetsrad.documents.blocks import Block, Flat
    from trygghetsrad.domain.papers.pictures import (
        AnalysedCause,
        AnalysedProblem,
        AnalysisPaperFacts,
        ChapterChart,
        PicturePaperFacts,
        PrintedJudgement,
    )
    from trygghetsrad.domain.papers.plans import PrintedChapter

PARTS = {
    "3": "3 Kartläggning av brottsligheten (4 § 1)",
    "4": "4 Annan information (4 § 2)",
    "5": "5 Analys (4 § 3)",
}
CAUSES = "5.4 Orsaker till de prioriterade problemen (4 § 3)"
PRIORITIES = "6 Prioritering och ställningstagande (3 §)"
DECISION = "Beslut"
NOBODY_JUDGED = "Inga problem är bedömda."
UNDECIDED = "Inget ställningstagande än"
NO_CAUSES = "Inga orsaker är inskrivna."
NO_PROBLEMS = "Inga problem är inskrivna, så det finns inga orsaker att visa."
INTRO = (
    "Analysen visar varför problemen uppstår just här och just då, under tre rubriker efter Brås metod. "
    "Varje orsak har ett nummer, och åtgärdsplanen följer samma nummer."
)
MOST_NAMED = 3
_MOST_LETTERS = 32
"""Of the name of a bone, which has little room."""
_MOST_COLUMNS = 5


def build_picture(facts: PicturePaperFacts) -> Document:
    title = f"Lägesbild {facts.period}".strip()
    summary, rest = _parted(facts.chapters)
    blocks: list[Block] = [
        Heading(1, title),
        Para(f"Kommunens lägesbild över brottsligheten enligt 4 § {LAW}.", Look.LEAD),
        key_values(
            [
                ("Gäller", [facts.period]),
                ("Version", [str(facts.version) if facts.version else ""]),
                ("Beslut", [facts.decided or "Utkast, inte beslutad"]),
                ("Diarienummer", [facts.registry_number]),
                ("Utskriven", [iso(facts.issued_on)]),
            ]
        ),
        *_summary(summary, facts),
        Contents(deepest=2),
        *_body(rest, facts),
        Heading(2, DECISION),
        Para(f"Beslutad av: {facts.decided}." if facts.decided else "Beslut saknas."),
        *prose(facts.update_by),
    ]
    return Document(
        Meta(
            title=title,
            kind="Lägesbild",
            letterhead=facts.letterhead,
            dated=iso(facts.issued_on),
            registry_number=facts.registry_number,
            marking="Utkast" if facts.is_draft else "",
        ),
        tuple(blocks),
    )


def _parted(
    chapters: tuple[PrintedChapter, ...],
) -> tuple[tuple[PrintedChapter, ...], tuple[PrintedChapter, ...]]:
    """Part the summary, which has no number, from the chapters."""
    without = tuple(one for one in chapters if not one.number)
    return without, tuple(one for one in chapters if one.number)


def _summary(chapters: tuple[PrintedChapter, ...], facts: PicturePaperFacts) -> Iterator[Block]:
    yield Heading(2, "Sammanfattning")
    for chapter in chapters:
        yield from _text(chapter)
    chosen = [one for one in facts.judgements if one.position.casefold().startswith("priorit")]
    if chosen:
        yield Para("De viktigaste problemen", Look.STRONG)
        yield Bullets(tuple(_short(one) for one in chosen[:MOST_NAMED]))
    if facts.changes:
        yield Para("Det här har förändrats sedan förra lägesbilden", Look.STRONG)
        yield Bullets(facts.changes)


def _short(one: PrintedJudgement) -> str:
    return f"{one.title}: {one.motivation}" if one.motivation else one.title


def _body(chapters: tuple[PrintedChapter, ...], facts: PicturePaperFacts) -> Iterator[Block]:
    """Yield the chapters; 5.4 and 6 come from the thread, before whatever is numbered higher."""
    lower = [one for one in chapters if _part(one) < "6"]
    for part, members in groupby(lower, key=_part):
        grouped = part in PARTS
        if grouped:
            yield Heading(2, PARTS[part])
        for chapter in members:
            yield from _chapter(chapter, facts, 3 if grouped else 2)
    yield from _causes(facts, 3 if any(_part(one) == "5" for one in lower) else 2)
    yield Heading(2, PRIORITIES)
    yield from _priorities(facts)
    for chapter in (one for one in chapters if _part(one) >= "6"):
        yield Heading(2, chapter_heading(chapter))
        yield from _linked(chapter, facts)


def _linked(chapter: PrintedChapter, facts: PicturePaperFacts) -> Iterator[Block]:
    yield from prose(chapter.text)
    if facts.links:
        yield Para("Samordnas med:")
        yield Bullets(facts.links)
    if not (chapter.text.strip() or facts.links):
        yield Para(chapter.otherwise)


def _part(chapter: PrintedChapter) -> str:
    return chapter.number.partition(".")[0]


def _chapter(chapter: PrintedChapter, facts: PicturePaperFacts, level: int) -> Iterator[Block]:
    # The section stands on the heading of the part already.
    number = f"{chapter.number} {chapter.heading}" if level > 2 else chapter_heading(chapter)
    yield Heading(level, number)
    told: list[Block] = [*prose(chapter.text)]
    for one in facts.charts:
        told += _chart(one) if one.chapter == chapter.number else ()
    yield from told
    if not told:
        yield Para(chapter.otherwise)


def _chart(one: ChapterChart) -> Iterator[Block]:
    """Yield a chart with its table, what may be said of it, and its reservations."""
    yield from chart_blocks(one.chart)
    if one.said:
        yield Para(" ".join(one.said))
    if one.notes:
        yield Para(" ".join(one.notes), Look.SMALL)


def _text(chapter: PrintedChapter) -> list[Flat]:
    return [*prose(chapter.text)] or [Para(chapter.otherwise)]


def _causes(facts: PicturePaperFacts, level: int) -> Iterator[Block]:
    if not facts.analyses:
        return
    yield Heading(level, CAUSES)
    for problem in facts.analyses:
        yield Para(problem.title, Look.STRONG)
        causes = sorted((one for side in problem.sides for one in side.causes), key=lambda one: one.number)
        items = tuple(Item(one.text, sign=f"{one.number}.") for one in causes)
        yield Bullets(items) if items else Para(NO_CAUSES)


def _priorities(facts: PicturePaperFacts) -> Iterator[Block]:
    if not facts.judgements:
        yield Para(NOBODY_JUDGED)
        return
    yield Table(
        summary="Ställningstagande per problem",
        columns=(Column("Problem", 3), Column("Ställningstagande", 2), Column("Motivering", 5)),
        rows=tuple(row(one.title, one.position or UNDECIDED, one.motivation) for one in facts.judgements),
    )
    for number, one in enumerate(facts.judgements, start=1):
        if one.text:
            yield Heading(3, f"6.{number} {one.title}")
            yield from prose(one.text)
    weighed = [one for one in facts.judgements if one.marks]
    if weighed:
        yield Landscape(tuple(_matrices(weighed)))


def _matrices(judged: list[PrintedJudgement]) -> Iterator[Flat]:
    """Yield how the problems were weighed against each other, a few columns at a time."""
    yield Heading(3, "Så vägdes problemen mot varandra")
    yield Para("Tabellen är ett stöd för samtalet. Summan sorterar och avgör ingenting.", Look.SMALL)
    for first in range(0, len(judged), _MOST_COLUMNS):
        yield _matrix(judged[first : first + _MOST_COLUMNS])


def _matrix(judged: list[PrintedJudgement]) -> Table:
    criteria = dict.fromkeys(mark.criterion for one in judged for mark in one.marks)
    marks = [{mark.criterion: mark for mark in one.marks} for one in judged]
    rows = [
        row(
            criterion,
            *(
                Cell(known[criterion].weight, filled(known[criterion].why))
                if criterion in known
                else Cell("Utan svar")
                for known in marks
            ),
        )
        for criterion in criteria
    ]
    return Table(
        summary="Problemen vägda mot varandra",
        columns=(Column("Fråga", 2.4), *(Column(one.title, 2) for one in judged)),
        rows=(*rows, row("Summa", *(one.points for one in judged))),
        dense=True,
    )


# -- orsaksanalys ------------------------------------------------------------------------------


def build_analysis(facts: AnalysisPaperFacts) -> Document:
    blocks: list[Block] = [Heading(1, "Orsaksanalys"), Para(INTRO)]
    for problem in facts.problems:
        blocks += _analysis(problem)
    if not facts.problems:
        blocks.append(Para(NO_PROBLEMS))
    meta = Meta(
        title="Orsaksanalys",
        kind="Orsaksanalys",
        letterhead=facts.letterhead,
        dated=iso(facts.issued_on),
    )
    return Document(meta, tuple(blocks))


def _analysis(problem: AnalysedProblem) -> Iterator[Block]:
    yield Heading(2, problem.title)
    yield from prose(problem.description)
    if any(side.causes for side in problem.sides):
        yield draw_fishbone(_fishbone(problem))
    for side in problem.sides:
        yield Heading(3, side.name)
        if side.guide:
            yield Para(side.guide, Look.SMALL)
        yield Bullets(tuple(_item(one) for one in side.causes)) if side.causes else Para(NO_CAUSES)


def _item(cause: AnalysedCause) -> Item:
    evidence = f"Underlag: {cause.evidence}" if cause.evidence else ""
    return Item(cause.text, filled(cause.details, evidence), sign=f"{cause.number}.")


def _fishbone(problem: AnalysedProblem) -> Fishbone:
    return Fishbone(
        problem=problem.title,
        bones=tuple(
            Bone(
                name=side.name[:_MOST_LETTERS],
                causes=tuple(
                    Cause(number=one.number, text=one.text) for one in side.causes if one.text.strip()
                ),
            )
            for side in problem.sides
        ),
    )
