"""The facts of the lägesbild and of the cause analysis as papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.law_clock import MONTHS_BETWEEN, months_after
from trygghetsrad.domain.papers.pictures import (
    AnalysedCause,
    AnalysedProblem,
    AnalysedSide,
    AnalysisPaperFacts,
    ChapterChart,
    PicturePaperFacts,
    PrintedJudgement,
    PrintedMark,
)
from trygghetsrad.domain.papers.plans import PrintedChapter
from trygghetsrad.domain.prioritising import sum_text
from trygghetsrad.domain.statistics_words import series_facts
from trygghetsrad.domain.thread import Position, Weight, newest_decided
from trygghetsrad.services import knowledge
from trygghetsrad.services.coordination import plan_links_in
from trygghetsrad.services.letterhead import letterhead_of, words_of
from trygghetsrad.services.plan_papers import link_text, resolution_text
from trygghetsrad.services.reading import council_of
from trygghetsrad.services.reading_statistics import populations_in, series_in
from trygghetsrad.services.reading_thread import pictures_in, problems_in
from trygghetsrad.services.thawed import thawed_picture, thawed_plan
from trygghetsrad.store.schema import SituationPictureRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.thread import Assessment, Cause, Problem, SituationPicture
    from trygghetsrad.services.paper_choosing import PaperOrder

NO_PICTURE = "Ingen lägesbild är påbörjad. Det här är en tom mall."
"""A note beside the paper."""
_REPORTED, _EXPOSURE = "3.1", "3.2"
"""The chapters that figures stand in."""
_ORDER = (Position.PRIORITISED, Position.WATCHED, Position.NO_ACTION, Position.UNSET)


def picture_paper_facts(order: PaperOrder) -> PicturePaperFacts:
    """Return the lägesbild that is being written, else the one that holds."""
    session, council = order.session, council_of(order.session)
    pictures = pictures_in(session)
    picture = chosen_picture(session, pictures, order.options.version)
    problems = problems_of(session, picture)
    judged = _sorted(picture)
    return PicturePaperFacts(
        letterhead=letterhead_of(session, council),
        words=words_of(council),
        issued_on=order.today,
        period=picture.period if picture else "",
        version=picture.number if picture else 0,
        is_draft=picture is None or picture.is_draft,
        decided=resolution_text(picture.decided) if picture else "",
        registry_number=picture.decided.dnr if picture else "",
        update_by=update_text(picture),
        changes=tuple(changes_between(before_of(picture, pictures), picture, problems)),
        chapters=_chapters(picture),
        charts=tuple(_charts(session)),
        judgements=tuple(
            _judgement(one, problems[one.problem_id]) for one in judged if one.problem_id in problems
        ),
        analyses=tuple(
            analysed(problems[one.problem_id])
            for one in judged
            if one.position is Position.PRIORITISED and one.problem_id in problems
        ),
        links=tuple(link_text(one) for one in plan_links_in(session)),
        notes=() if picture else (NO_PICTURE,),
    )


def picture_to_print(pictures: Sequence[SituationPicture]) -> SituationPicture | None:
    """Return the version that is being written, else the one that holds."""
    return next((one for one in pictures if one.is_draft), None) or newest_decided(pictures)


def chosen_picture(
    session: Session, pictures: Sequence[SituationPicture], number: int | None
) -> SituationPicture | None:
    """Return the adopted version of a number as it was kept; without one the version to print.

    Raises Refused when there is no such version.
    """
    if number is None:
        return picture_to_print(pictures)
    adopted = (one for one in pictures if one.number == number and not one.is_draft)
    picture = next(adopted, None)
    row = session.get(SituationPictureRow, picture.id) if picture else None
    if picture is None or row is None:
        raise Refused(f"Det finns ingen beslutad lägesbild med nummer {number}. Inget har skapats.")
    return thawed_picture(row.frozen) or picture


def before_of(
    picture: SituationPicture | None, pictures: Sequence[SituationPicture]
) -> SituationPicture | None:
    """Return the version decided before another one."""
    return newest_decided(one for one in pictures if picture and one.number < picture.number)


def problems_of(session: Session, picture: SituationPicture | None) -> Mapping[int, Problem]:
    """Return the problems by their number, worded as they were when the lägesbild was decided."""
    known = {one.id: one for one in problems_in(session)}
    row = session.get(SituationPictureRow, picture.id) if picture and not picture.is_draft else None
    then = thawed_plan(row.frozen)[0] if row and row.frozen else ()
    return {**known, **{one.id: one for one in then}}


def update_text(picture: SituationPicture | None) -> str:
    """Return when the lägesbild is to be updated (6 §), counted from its decision."""
    if picture is None or picture.decided.day is None:
        return "Lägesbilden uppdateras inom 24 månader från beslutet; lagen säger minst vartannat år (6 §)."
    due = iso(months_after(picture.decided.day, MONTHS_BETWEEN))
    return (
        f"Lägesbilden uppdateras senast {due}, räknat som 24 månader; lagen säger minst vartannat år (6 §)."
    )


def changes_between(
    before: SituationPicture | None, now: SituationPicture | None, problems: Mapping[int, Problem]
) -> Iterator[str]:
    """Yield what is judged otherwise than before, one sentence each."""
    if before is None or now is None:
        return
    then = {one.problem_id: one.position for one in before.assessments}
    for one in now.assessments:
        title = problems[one.problem_id].title if one.problem_id in problems else ""
        if title and one.problem_id not in then:
            yield f"{title}: nytt i den här lägesbilden ({_word(one.position)})."
        elif title and then[one.problem_id] is not one.position:
            yield f"{title}: förut {_word(then[one.problem_id])}, nu {_word(one.position)}."
    kept = {one.problem_id for one in now.assessments}
    for gone in then.keys() - kept:
        if gone in problems:
            yield f"{problems[gone].title}: finns inte längre med."


def _word(position: Position) -> str:
    words = {Position.PRIORITISED: "prioriterat", Position.WATCHED: "bevakat"}
    return words.get(position, position.value or "utan ställningstagande")


def _sorted(picture: SituationPicture | None) -> list[Assessment]:
    judged = picture.assessments if picture else ()
    return sorted(judged, key=lambda one: _ORDER.index(one.position))


def _chapters(picture: SituationPicture | None) -> tuple[PrintedChapter, ...]:
    told = {one.chapter: one for one in picture.chapters} if picture else {}
    return tuple(
        PrintedChapter(
            number=guide.number,
            heading=guide.heading,
            section=guide.section,
            text=chapter.text if chapter else "",
            otherwise=guide.nothing if chapter and chapter.nothing_to_report else guide.empty,
        )
        for guide in knowledge.chapter_guides()
        for chapter in [told.get(guide.chapter.value)]
    )


def _charts(session: Session) -> Iterator[ChapterChart]:
    """Yield the figures there are, with small ones hidden as the lägesbild is public."""
    people = populations_in(session)
    for series in series_in(session):
        facts = series_facts(series, people, published=True)
        if facts.chart is not None:
            reported = "anmäl" in series.indicator.name.casefold()
            yield ChapterChart(
                chapter=_REPORTED if reported else _EXPOSURE,
                chart=facts.chart,
                said=facts.sentences,
                notes=facts.notes,
            )


def _judgement(one: Assessment, problem: Problem) -> PrintedJudgement:
    criteria = knowledge.prioritising().criteria
    marks = {mark.criterion: mark for mark in one.marks if mark.weight is not Weight.UNSET}
    return PrintedJudgement(
        title=problem.title,
        position=one.position.value.capitalize(),
        motivation=one.motivation,
        text=one.text,
        marks=tuple(
            PrintedMark(
                criterion=row.label, weight=marks[row.key].weight.value.capitalize(), why=marks[row.key].why
            )
            for row in criteria
            if row.key in marks
        ),
        points=sum_text(one, criteria) if marks else "",
    )


# -- cause analysis ----------------------------------------------------------------------------


def analysis_paper_facts(order: PaperOrder) -> AnalysisPaperFacts:
    """Return the analyses of the prioritised problems; of every open one while none is prioritised."""
    session, council = order.session, council_of(order.session)
    return AnalysisPaperFacts(
        letterhead=letterhead_of(session, council),
        words=words_of(council),
        issued_on=order.today,
        problems=tuple(analysed(one) for one in _asked_for(order)),
    )


def _asked_for(order: PaperOrder) -> tuple[Problem, ...]:
    """Return the one problem she chose, else those in focus."""
    chosen = order.options.problem_id
    if chosen is None:
        return problems_in_focus(order.session)
    return tuple(one for one in problems_in(order.session) if one.id == chosen)


def problems_in_focus(session: Session) -> tuple[Problem, ...]:
    """Return the open problems that are prioritised; every open one while none is."""
    picture = picture_to_print(pictures_in(session))
    judged = picture.assessments if picture else ()
    wanted = {one.problem_id for one in judged if one.position is Position.PRIORITISED}
    opened = tuple(one for one in problems_in(session) if one.is_open)
    return tuple(one for one in opened if one.id in wanted) or opened


def analysed(problem: Problem) -> AnalysedProblem:
    """Return the causes of a problem under the three sides."""
    return AnalysedProblem(
        title=problem.title,
        description=problem.description,
        sides=tuple(
            AnalysedSide(
                name=guide.heading,
                guide=guide.help,
                causes=tuple(_cause(one) for one in problem.causes if one.side is guide.side),
            )
            for guide in knowledge.causes_guide().sides
        ),
    )


def _cause(cause: Cause) -> AnalysedCause:
    influence = f"går att påverka: {cause.influence.value}" if cause.influence else ""
    known = filter(None, (cause.factor.value.capitalize(), cause.nature.value, influence))
    return AnalysedCause(
        number=cause.number, text=cause.text, details=" · ".join(known), evidence=cause.evidence
    )
