"""Rows of the thread as facts: problems with causes and goals, lägesbilder, plans."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import select

from trygghetsrad.domain.thread import (
    ActionPlan,
    Assessment,
    Cause,
    ChapterText,
    Goal,
    Mark,
    Problem,
    Resolution,
    Sighting,
    SituationPicture,
)
from trygghetsrad.services.frozen import frozen_actions
from trygghetsrad.services.live import live
from trygghetsrad.store.schema import (
    ActionPlanRow,
    ActionRow,
    AssessmentMarkRow,
    AssessmentRow,
    CauseRow,
    GoalRow,
    PictureChapterRow,
    PlanChapterRow,
    ProblemIndicatorRow,
    ProblemRow,
    SightingRow,
    SituationPictureRow,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy.orm import Session

Row = TypeVar("Row")
Key = TypeVar("Key")


def problems_in(session: Session) -> tuple[Problem, ...]:
    """Return every problem, open and closed, in her order."""
    causes = _by(session.scalars(live(CauseRow).order_by(CauseRow.number)), lambda row: row.problem_id)
    goals = _by(session.scalars(live(GoalRow).order_by(GoalRow.id)), lambda row: row.problem_id)
    actions = _by(
        session.execute(
            select(ActionRow.problem_id, ActionRow.id)
            .where(ActionRow.problem_id.is_not(None), ActionRow.deleted_at.is_(None))
            .order_by(ActionRow.id)
        ),
        lambda row: row[0],
    )
    shown = _by(
        session.scalars(select(ProblemIndicatorRow).order_by(ProblemIndicatorRow.place)),
        lambda row: row.problem_id,
    )
    return tuple(
        Problem(
            id=row.id,
            uid=row.uid,
            title=row.title,
            place=row.place,
            focus=row.focus,
            description=row.description,
            areas=row.areas,
            closed_on=row.closed_on,
            closed_because=row.closed_because,
            joined_to_id=row.joined_to_id,
            split_from_id=row.split_from_id,
            causes=tuple(cause_of(cause) for cause in causes[row.id]),
            goals=tuple(goal_of(goal) for goal in goals[row.id]),
            action_ids=tuple(action[1] for action in actions[row.id]),
            indicator_ids=tuple(one.indicator_id for one in shown[row.id]),
        )
        for row in session.scalars(live(ProblemRow).order_by(ProblemRow.place, ProblemRow.id))
    )


def cause_of(row: CauseRow) -> Cause:
    return Cause(
        id=row.id,
        uid=row.uid,
        problem_id=row.problem_id,
        number=row.number,
        side=row.side,
        text=row.text,
        evidence=row.evidence,
        nature=row.nature,
        factor=row.factor,
        influence=row.influence,
    )


def goal_of(row: GoalRow) -> Goal:
    return Goal(
        id=row.id,
        uid=row.uid,
        problem_id=row.problem_id,
        kind=row.kind,
        text=row.text,
        cause_id=row.cause_id,
        indicator_id=row.indicator_id,
        measure=row.measure,
        baseline=row.baseline,
        target=row.target,
        by=row.by,
        result=row.result,
    )


def pictures_in(session: Session) -> tuple[SituationPicture, ...]:
    """Return every version of the lägesbild, the newest first."""
    chapters = _by(session.scalars(select(PictureChapterRow)), lambda row: row.picture_id)
    marks = _by(session.scalars(select(AssessmentMarkRow)), lambda row: row.assessment_id)
    judged = live(AssessmentRow).join(ProblemRow, ProblemRow.id == AssessmentRow.problem_id)
    said = _by(
        session.scalars(judged.where(ProblemRow.deleted_at.is_(None)).order_by(ProblemRow.place)),
        lambda row: row.picture_id,
    )
    rows = live(SituationPictureRow).order_by(SituationPictureRow.number.desc())
    return tuple(
        SituationPicture(
            id=row.id,
            uid=row.uid,
            number=row.number,
            starts=row.starts,
            ends=row.ends,
            standing=row.standing,
            decided=_resolution(row),
            is_elsewhere=row.is_elsewhere,
            attachment_id=row.attachment_id,
            chapters=_chapters(chapters[row.id]),
            assessments=tuple(_assessment(one, marks[one.id]) for one in said[row.id]),
        )
        for row in session.scalars(rows)
    )


def plans_in(session: Session) -> tuple[ActionPlan, ...]:
    """Return every version of the åtgärdsplan, the newest first."""
    chapters = _by(session.scalars(select(PlanChapterRow)), lambda row: row.plan_id)
    return tuple(
        ActionPlan(
            id=row.id,
            uid=row.uid,
            number=row.number,
            starts=row.starts,
            ends=row.ends,
            picture_id=row.picture_id,
            standing=row.standing,
            decided=_resolution(row),
            is_elsewhere=row.is_elsewhere,
            attachment_id=row.attachment_id,
            chapters=_chapters(chapters[row.id]),
            frozen_actions=frozen_actions(row.frozen),
        )
        for row in session.scalars(live(ActionPlanRow).order_by(ActionPlanRow.number.desc()))
    )


def sightings_in(session: Session) -> tuple[Sighting, ...]:
    """Return what has been noticed, the latest first."""
    return tuple(
        Sighting(
            id=row.id,
            uid=row.uid,
            day=row.day,
            kind=row.kind,
            place=row.place,
            text=row.text,
            source=row.source,
            done=row.done,
            problem_id=row.problem_id,
        )
        for row in session.scalars(live(SightingRow).order_by(SightingRow.day.desc(), SightingRow.id.desc()))
    )


def _assessment(row: AssessmentRow, marks: Iterable[AssessmentMarkRow]) -> Assessment:
    return Assessment(
        id=row.id,
        uid=row.uid,
        picture_id=row.picture_id,
        problem_id=row.problem_id,
        text=row.text,
        position=row.position,
        motivation=row.motivation,
        marks=tuple(Mark(criterion=one.criterion, weight=one.weight, why=one.why) for one in marks),
    )


def _chapters(rows: Iterable[PictureChapterRow | PlanChapterRow]) -> tuple[ChapterText, ...]:
    return tuple(
        ChapterText(chapter=row.chapter, text=row.text, nothing_to_report=row.nothing_to_report)
        for row in rows
    )


def _resolution(row: SituationPictureRow | ActionPlanRow) -> Resolution:
    return Resolution(day=row.decided_on, body=row.decided_by, section=row.section, dnr=row.dnr)


def _by(rows: Iterable[Row], key: Callable[[Row], Key]) -> defaultdict[Key, list[Row]]:
    """Return the rows by what they belong to."""
    found: defaultdict[Key, list[Row]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found
