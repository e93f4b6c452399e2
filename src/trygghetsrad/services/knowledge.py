"""What the program knows of crime prevention: problems, causes, ideas, goals, questions and headings."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from trygghetsrad.domain.actions import ActionNature, Area, EffectTerm
from trygghetsrad.domain.agreement_clauses import AgreementGuide, ClauseGuide, ClauseKey
from trygghetsrad.domain.causes_guide import CauseDraft, CausesGuide, Explained, SideGuide
from trygghetsrad.domain.chapters import Chapter, ChapterGuide, PlanChapter
from trygghetsrad.domain.focus_areas import FocusArea, Statistic
from trygghetsrad.domain.goal_guide import GoalExample, GoalKindGuide
from trygghetsrad.domain.ideas import Idea, fitting
from trygghetsrad.domain.people import OrganisationKind
from trygghetsrad.domain.prioritising import Criterion, PositionGuide, PrioritisingGuide
from trygghetsrad.domain.questionnaire_guide import Question, QuestionForm
from trygghetsrad.domain.sighting_guide import SightingGuide, SightingKindGuide
from trygghetsrad.domain.thread import Factor, GoalKind, Influence, Position, Side, SightingKind
from trygghetsrad.services.knowledge_reading import read_file, read_folder

if TYPE_CHECKING:
    from trygghetsrad.domain.chapters import ChapterT
    from trygghetsrad.services.knowledge_reading import Entry

__all__ = [
    "agreement",
    "cause_drafts",
    "causes_guide",
    "chapter_guides",
    "focus_area",
    "focus_areas",
    "goal_kinds",
    "ideas",
    "plan_chapter_guides",
    "prioritising",
    "question_form",
    "question_forms",
    "sightings",
]


def focus_areas() -> tuple[FocusArea, ...]:
    """Return the common problems in the order they are offered."""
    return tuple(area for area, _causes, _ideas in _by_area())


def focus_area(key: str) -> FocusArea | None:
    """Return one, or nothing for a problem of the council's own."""
    return next((one for one in focus_areas() if one.key == key), None)


def cause_drafts(focus: str, side: Side | None = None) -> tuple[CauseDraft, ...]:
    """Return possible causes of a common problem, those of one side when it is named."""
    drafts = (one for _area, causes, _ideas in _by_area() for one in causes if one.focus == focus)
    return tuple(one for one in drafts if side is None or one.side is side)


def ideas(focus: str = "", side: Side | None = None) -> tuple[Idea, ...]:
    """Return ideas for actions, all of them or those of a focus area; the side of a cause comes first."""
    every = tuple(one for _area, _causes, found in _by_area() for one in found)
    return fitting(every, focus, side) if focus else every


@cache
def prioritising() -> PrioritisingGuide:
    """Return the rows of the matrix and what each position means."""
    return read_file(
        "prioritising.toml",
        lambda entry: PrioritisingGuide(
            intro=entry.text("intro"),
            criteria=entry.each("criteria", _criterion),
            positions=entry.each("positions", _position),
        ),
    )


@cache
def causes_guide() -> CausesGuide:
    """Return the guiding questions of a cause analysis."""
    return read_file(
        "causes.toml",
        lambda entry: CausesGuide(
            intro=entry.text("intro"),
            no_persons=entry.text("no_persons"),
            sides=entry.each("guides", _side),
            words=entry.each("words", _explained),
        ),
    )


@cache
def goal_kinds() -> tuple[GoalKindGuide, ...]:
    return read_file("goals.toml", lambda entry: entry.each("kinds", _goal_kind))


def question_form(kind: OrganisationKind) -> QuestionForm:
    """Return what an organisation is asked; a kind without questions of its own gets the general ones."""
    forms = {one.kind: one for one in question_forms()}
    return forms.get(kind, forms[OrganisationKind.OTHER])


@cache
def question_forms() -> tuple[QuestionForm, ...]:
    return read_file("questionnaire.toml", _question_forms)


@cache
def chapter_guides() -> tuple[ChapterGuide[Chapter], ...]:
    """Return the chapters of the lägesbild in printed order."""
    return read_file(
        "lagesbild.toml", lambda file: file.each("chapters", lambda entry: _chapter(entry, Chapter))
    )


@cache
def plan_chapter_guides() -> tuple[ChapterGuide[PlanChapter], ...]:
    """Return the chapters of the åtgärdsplan in printed order."""
    return read_file(
        "atgardsplan.toml", lambda file: file.each("chapters", lambda entry: _chapter(entry, PlanChapter))
    )


@cache
def agreement() -> AgreementGuide:
    return read_file(
        "agreement.toml",
        lambda entry: AgreementGuide(
            intro=entry.text("intro"),
            extension=entry.text("extension"),
            clauses=entry.each("clauses", _clause),
        ),
    )


@cache
def sightings() -> SightingGuide:
    return read_file(
        "sightings.toml",
        lambda entry: SightingGuide(
            no_persons=entry.text("no_persons"), kinds=entry.each("kinds", _sighting_kind)
        ),
    )


@cache
def _by_area() -> tuple[tuple[FocusArea, tuple[CauseDraft, ...], tuple[Idea, ...]], ...]:
    found = read_folder("focus_areas", _area_with_all)
    return tuple(sorted(found, key=lambda one: one[0].order))


def _area_with_all(key: str, entry: Entry) -> tuple[FocusArea, tuple[CauseDraft, ...], tuple[Idea, ...]]:
    area = FocusArea(
        key=key,
        order=entry.number("order"),
        title=entry.text("title"),
        about=entry.text("about"),
        areas=frozenset(entry.words("fields", Area)),
        ask=entry.words("ask", OrganisationKind),
        statistics=entry.each("statistics", _statistic),
    )
    causes = entry.each("causes", lambda one: _cause(one, key))
    return area, causes, entry.each("ideas", lambda one: _idea(one, key))


def _statistic(entry: Entry) -> Statistic:
    return Statistic(name=entry.text("name"), kolada=entry.maybe("kolada"))


def _cause(entry: Entry, focus: str) -> CauseDraft:
    return CauseDraft(
        focus=focus,
        side=entry.word("side", Side),
        text=entry.text("text"),
        nature=entry.word("nature", ActionNature),
        factor=entry.word("factor", Factor),
        influence=entry.word("influence", Influence),
    )


def _idea(entry: Entry, focus: str) -> Idea:
    return Idea(
        focus=focus,
        side=entry.word("side", Side),
        title=entry.text("title"),
        how=entry.text("how"),
        nature=entry.word("nature", ActionNature),
        effect=entry.word("effect", EffectTerm),
        owner=entry.word("owner", OrganisationKind),
        goal=entry.text("goal"),
    )


def _criterion(entry: Entry) -> Criterion:
    return Criterion(
        key=entry.text("key"),
        label=entry.text("label"),
        question=entry.text("question"),
        help=entry.text("help"),
    )


def _position(entry: Entry) -> PositionGuide:
    return PositionGuide(
        position=entry.word("position", Position),
        label=entry.text("label"),
        help=entry.text("help"),
        starter=entry.text("starter"),
    )


def _side(entry: Entry) -> SideGuide:
    return SideGuide(
        side=entry.word("side", Side),
        heading=entry.text("heading"),
        help=entry.text("help"),
        questions=entry.texts("questions"),
    )


def _explained(entry: Entry) -> Explained:
    return Explained(key=entry.text("key"), label=entry.text("label"), help=entry.text("help"))


def _goal_kind(entry: Entry) -> GoalKindGuide:
    return GoalKindGuide(
        kind=entry.word("kind", GoalKind),
        label=entry.text("label"),
        help=entry.text("help"),
        examples=entry.each("examples", _goal_example),
    )


def _goal_example(entry: Entry) -> GoalExample:
    return GoalExample(
        text=entry.text("text"),
        measure=entry.text("measure"),
        baseline=entry.text("baseline"),
        target=entry.text("target"),
        by=entry.day("by", date.fromisoformat),
    )


def _question_forms(file: Entry) -> tuple[QuestionForm, ...]:
    intro, reminder = file.text("intro"), file.text("reminder")
    return file.each(
        "forms",
        lambda entry: QuestionForm(
            kind=entry.word("kind", OrganisationKind),
            intro=intro,
            reminder=reminder,
            questions=entry.each(
                "questions", lambda one: Question(chapter=one.word("chapter", Chapter), text=one.text("text"))
            ),
        ),
    )


def _chapter(entry: Entry, kind: type[ChapterT]) -> ChapterGuide[ChapterT]:
    return ChapterGuide(
        chapter=entry.word("chapter", kind),
        number=entry.maybe("number"),
        heading=entry.text("heading"),
        section=entry.maybe("section"),
        help=entry.text("help"),
        empty=entry.text("empty"),
        nothing=entry.text("nothing"),
    )


def _clause(entry: Entry) -> ClauseGuide:
    return ClauseGuide(
        clause=entry.word("clause", ClauseKey),
        heading=entry.text("heading"),
        required=entry.flag("required"),
        section=entry.maybe("section"),
        help=entry.text("help"),
        draft=entry.text("draft"),
    )


def _sighting_kind(entry: Entry) -> SightingKindGuide:
    return SightingKindGuide(
        kind=entry.word("kind", SightingKind), label=entry.text("label"), help=entry.text("help")
    )
