"""What the coordinator does with problems, causes and goals, and with what people have noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from sqlalchemy import func, select

from trygghetsrad.domain.counting import listed, plural
from trygghetsrad.domain.errors import NotFound, Refused
from trygghetsrad.domain.thread import Position, Standing, ThreadState, newest_decided
from trygghetsrad.services.knowledge import cause_drafts, focus_area
from trygghetsrad.services.live import assign, live, one
from trygghetsrad.services.plans import reviews_in
from trygghetsrad.services.reading_thread import pictures_in, plans_in, problems_in, sightings_in
from trygghetsrad.store.schema import (
    ActionRow,
    AssessmentRow,
    CauseRow,
    GoalRow,
    IndicatorRow,
    ProblemIndicatorRow,
    ProblemRow,
    SightingRow,
    SituationPictureRow,
)

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Select
    from sqlalchemy.orm import Session
    from typing_extensions import Unpack

    from trygghetsrad.domain.actions import ActionNature, Area
    from trygghetsrad.domain.thread import Factor, GoalKind, Influence, Problem, Side, Sighting, SightingKind
    from trygghetsrad.store.database import Database


class ProblemChanges(TypedDict, total=False):
    """What may be changed of a problem."""

    title: str
    description: str
    areas: frozenset[Area]


class CauseDetails(TypedDict, total=False):
    """What is told of a cause beside its text."""

    evidence: str
    nature: ActionNature
    factor: Factor
    influence: Influence


class CauseChanges(CauseDetails, total=False):
    """What may be changed of a cause; its number stays, since goals and actions are known by it."""

    text: str
    side: Side


class GoalDetails(TypedDict, total=False):
    """What is told of a goal beside its text."""

    cause_id: int | None
    indicator_id: int | None
    measure: str
    baseline: str
    target: str
    by: date | None
    result: str


class GoalChanges(GoalDetails, total=False):
    """What may be changed of a goal."""

    text: str
    kind: GoalKind


class SightingDetails(TypedDict, total=False):
    """What is told of something noticed, beside the day."""

    kind: SightingKind
    place: str
    text: str
    source: str
    done: str
    problem_id: int | None


class SightingChanges(SightingDetails, total=False):
    """What may be changed of something noticed."""

    day: date


class ThreadService:
    """The problems the council keeps an eye on, why they arise and what shall be reached."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # -- problems ------------------------------------------------------------------------------

    def problems(self) -> tuple[Problem, ...]:
        """Return the open problems with causes and goals, in her order."""
        return tuple(problem for problem in self.every() if problem.is_open)

    def every(self) -> tuple[Problem, ...]:
        """Return all problems, also the closed ones."""
        with self._database.read() as session:
            return problems_in(session)

    def get(self, problem_id: int) -> Problem:
        """Return one problem.

        Raises NotFound.
        """
        for problem in self.every():
            if problem.id == problem_id:
                return problem
        raise NotFound("Området")

    def state(self) -> ThreadState:
        """Return how far the thread has come."""
        with self._database.read() as session:
            problems, picture = problems_in(session), newest_decided(pictures_in(session))
            titles = {problem.id: problem.title for problem in problems}
            judged = picture.assessments if picture else ()
            finished = [one.finished_on for one in reviews_in(session) if one.finished_on]
            return ThreadState(
                problems=sum(1 for problem in problems if problem.is_open),
                prioritised=tuple(
                    titles[one.problem_id]
                    for one in judged
                    if one.position is Position.PRIORITISED and one.problem_id in titles
                ),
                picture=picture,
                plan=newest_decided(plans_in(session)),
                planned_actions=sum(len(problem.action_ids) for problem in problems),
                latest_review=max(finished, default=None),
            )

    def add_problem(self, title: str = "", focus: str = "") -> int:
        """Add a problem, by its title or from a focus area; return its number.

        It is judged in the lägesbild that is being written, if there is one. Raises Refused without a title.
        """
        area = focus_area(focus) if focus else None
        title = title.strip() or (area.title if area else "")
        if not title:
            raise Refused("Skriv vad området heter. Inget har ändrats.")
        with self._database.write("Lägg till område") as session:
            row = new_problem(session, title, focus)
            if area:
                row.description, row.areas = area.about, area.areas
            return row.id

    def change_problem(self, problem_id: int, **changes: Unpack[ProblemChanges]) -> None:
        """Change a problem.

        Raises Refused when the title would become empty.
        """
        if "title" in changes and not changes["title"].strip():
            raise Refused("Ett område behöver ett namn. Det gamla namnet är kvar.")
        with self._database.write(
            "Ändra område", merge_key=f"problem:{problem_id}:{','.join(changes)}"
        ) as session:
            assign(_problem(session, problem_id), dict(changes))

    def move_problem(self, problem_id: int, place: int) -> None:
        """Move a problem to a place in the list, counted from 1."""
        with self._database.write("Flytta område") as session:
            moved = _problem(session, problem_id)
            rows = [row for row in session.scalars(_in_order()) if row is not moved]
            rows.insert(max(0, place - 1), moved)
            for number, row in enumerate(rows, start=1):
                row.place = number

    def close_problem(self, problem_id: int, today: date, because: str) -> None:
        """Close a problem; it stays in older lägesbilder and in the register.

        Raises Refused when nothing is said of why.
        """
        if not because.strip():
            raise Refused("Skriv varför området avslutas. Inget har ändrats.")
        with self._database.write("Avsluta område") as session:
            row = _problem(session, problem_id)
            row.closed_on, row.closed_because = today, because.strip()

    def reopen_problem(self, problem_id: int) -> None:
        """Take a closed problem up again."""
        with self._database.write("Ta upp området igen") as session:
            row = _problem(session, problem_id)
            row.closed_on, row.closed_because, row.joined_to_id = None, "", None
            _judge_in_draft(session, row.id)

    def join_problems(self, problem_id: int, into_id: int, today: date) -> None:
        """Let one problem go up in another: causes, goals and actions follow, and the link is kept.

        Raises Refused for a problem and itself.
        """
        if problem_id == into_id:
            raise Refused("Välj ett annat område att slå ihop med. Inget har ändrats.")
        with self._database.write("Slå ihop områden") as session:
            gone, kept = _problem(session, problem_id), _problem(session, into_id)
            for cause in session.scalars(live(CauseRow).where(CauseRow.problem_id == gone.id)):
                cause.problem_id, cause.number = kept.id, _next_number(session, kept.id)
                session.flush()
            for goal in session.scalars(live(GoalRow).where(GoalRow.problem_id == gone.id)):
                goal.problem_id = kept.id
            for action in session.scalars(live(ActionRow).where(ActionRow.problem_id == gone.id)):
                action.problem_id = kept.id
            gone.joined_to_id, gone.closed_on = kept.id, today
            gone.closed_because = f"Ingår i {kept.title}."

    def split_problem(self, problem_id: int, title: str) -> int:
        """Make a part of a problem a problem of its own; return its number.

        Raises Refused without a title.
        """
        if not title.strip():
            raise Refused("Skriv vad det nya området heter. Inget har ändrats.")
        with self._database.write("Dela område") as session:
            old = _problem(session, problem_id)
            row = ProblemRow(
                title=title.strip(),
                focus=old.focus,
                areas=old.areas,
                place=_next_place(session),
                split_from_id=old.id,
            )
            session.add(row)
            session.flush()
            _judge_in_draft(session, row.id)
            return row.id

    def remove_problem(self, problem_id: int) -> str:
        """Put a problem in the bin and return what rests on it, or nothing."""
        with self._database.write("Ta bort område") as session:
            row = _problem(session, problem_id)
            problem = next(one for one in problems_in(session) if one.id == problem_id)
            row.deleted_at = self._database.clock()
            return _touched(len(problem.causes), len(problem.goals), len(problem.action_ids))

    # -- causes --------------------------------------------------------------------------------

    def add_cause(self, problem_id: int, side: Side, text: str, **details: Unpack[CauseDetails]) -> int:
        """Add a cause with the next number of its problem; return its id.

        Raises Refused when nothing is written.
        """
        if not text.strip():
            raise Refused("Skriv vad som gör att problemet uppstår. Inget har ändrats.")
        with self._database.write("Lägg till orsak") as session:
            _problem(session, problem_id)
            return new_cause(session, problem_id, side, text, details).id

    def add_cause_drafts(self, problem_id: int, side: Side | None = None) -> int:
        """Add the example causes of the problem's focus area that are not there yet; return how many."""
        with self._database.write("Lägg till förslag på orsaker") as session:
            focus = _problem(session, problem_id).focus
            rows = session.scalars(live(CauseRow).where(CauseRow.problem_id == problem_id))
            known = {row.text for row in rows}
            drafts = [draft for draft in cause_drafts(focus, side) if draft.text not in known]
            for draft in drafts:
                details: CauseDetails = {
                    "nature": draft.nature,
                    "factor": draft.factor,
                    "influence": draft.influence,
                }
                new_cause(session, problem_id, draft.side, draft.text, details)
            return len(drafts)

    def change_cause(self, cause_id: int, **changes: Unpack[CauseChanges]) -> None:
        """Change a cause.

        Raises Refused when the text would become empty.
        """
        if "text" in changes and not changes["text"].strip():
            raise Refused("En orsak behöver en text. Den gamla texten är kvar.")
        with self._database.write(
            "Ändra orsak", merge_key=f"cause:{cause_id}:{','.join(changes)}"
        ) as session:
            assign(one(session, CauseRow, cause_id, "Orsaken"), dict(changes))

    def remove_cause(self, cause_id: int) -> str:
        """Put a cause in the bin and return what rests on it, or nothing; those lose only the link."""
        with self._database.write("Ta bort orsak") as session:
            one(session, CauseRow, cause_id, "Orsaken").deleted_at = self._database.clock()
            goals = _unlink(session, GoalRow, "cause_id", cause_id)
            return _touched(0, goals, _unlink(session, ActionRow, "cause_id", cause_id))

    # -- goals ---------------------------------------------------------------------------------

    def add_goal(self, problem_id: int, kind: GoalKind, text: str, **details: Unpack[GoalDetails]) -> int:
        """Add a goal; return its number.

        Raises Refused when nothing is written.
        """
        if not text.strip():
            raise Refused("Skriv vad som ska uppnås. Inget har ändrats.")
        with self._database.write("Lägg till mål") as session:
            _problem(session, problem_id)
            row = GoalRow(problem_id=problem_id, kind=kind, text=text.strip())
            assign(row, dict(details))
            session.add(row)
            session.flush()
            return row.id

    def change_goal(self, goal_id: int, **changes: Unpack[GoalChanges]) -> None:
        """Change a goal.

        Raises Refused when the text would become empty.
        """
        if "text" in changes and not changes["text"].strip():
            raise Refused("Ett mål behöver en text. Den gamla texten är kvar.")
        with self._database.write("Ändra mål", merge_key=f"goal:{goal_id}:{','.join(changes)}") as session:
            assign(one(session, GoalRow, goal_id, "Målet"), dict(changes))

    def remove_goal(self, goal_id: int) -> str:
        """Put a goal in the bin and return what rests on it, or nothing; those lose only the link."""
        with self._database.write("Ta bort mål") as session:
            one(session, GoalRow, goal_id, "Målet").deleted_at = self._database.clock()
            return _touched(0, 0, _unlink(session, ActionRow, "goal_id", goal_id))

    # -- indicators of a problem ---------------------------------------------------------------

    def show_indicator(self, problem_id: int, indicator_id: int) -> None:
        """Let an indicator shed light on a problem."""
        with self._database.write("Visa statistik för området") as session:
            _problem(session, problem_id)
            one(session, IndicatorRow, indicator_id, "Måttet")
            shown = list(session.scalars(_shown(problem_id)))
            if indicator_id not in {row.indicator_id for row in shown}:
                place = max((row.place for row in shown), default=0) + 1
                session.add(
                    ProblemIndicatorRow(problem_id=problem_id, indicator_id=indicator_id, place=place)
                )

    def hide_indicator(self, problem_id: int, indicator_id: int) -> None:
        """Take an indicator away from a problem; its values stay."""
        with self._database.write("Ta bort statistik från området") as session:
            statement = _shown(problem_id).where(ProblemIndicatorRow.indicator_id == indicator_id)
            for row in session.scalars(statement):
                session.delete(row)

    # -- what people have noticed --------------------------------------------------------------

    def sightings(self) -> tuple[Sighting, ...]:
        """Return what has been noticed, the latest first."""
        with self._database.read() as session:
            return sightings_in(session)

    def add_sighting(self, day: date, **details: Unpack[SightingDetails]) -> int:
        """Note something noticed; return its number.

        Raises Refused when neither place nor text is given.
        """
        if not (details.get("text", "").strip() or details.get("place", "").strip()):
            raise Refused("Skriv vad som har hänt eller var. Inget har ändrats.")
        with self._database.write("Lägg till iakttagelse") as session:
            row = SightingRow(day=day)
            assign(row, dict(details))
            session.add(row)
            session.flush()
            return row.id

    def change_sighting(self, sighting_id: int, **changes: Unpack[SightingChanges]) -> None:
        with self._database.write(
            "Ändra iakttagelse", merge_key=f"sighting:{sighting_id}:{','.join(changes)}"
        ) as session:
            assign(one(session, SightingRow, sighting_id, "Iakttagelsen"), dict(changes))

    def remove_sighting(self, sighting_id: int) -> None:
        with self._database.write("Ta bort iakttagelse") as session:
            one(session, SightingRow, sighting_id, "Iakttagelsen").deleted_at = self._database.clock()


def _problem(session: Session, problem_id: int) -> ProblemRow:
    return one(session, ProblemRow, problem_id, "Området")


def _in_order() -> Select[ProblemRow]:
    return live(ProblemRow).order_by(ProblemRow.place, ProblemRow.id)


def _shown(problem_id: int) -> Select[ProblemIndicatorRow]:
    return select(ProblemIndicatorRow).where(ProblemIndicatorRow.problem_id == problem_id)


def _next_place(session: Session) -> int:
    return (session.scalar(select(func.max(ProblemRow.place))) or 0) + 1


def _next_number(session: Session, problem_id: int) -> int:
    """Return the next number of a cause; a number that was given once is not used for another."""
    used = select(func.max(CauseRow.number)).where(CauseRow.problem_id == problem_id)
    return (session.scalar(used) or 0) + 1


def new_problem(session: Session, title: str, focus: str = "") -> ProblemRow:
    """Add a problem last, within a step that is already open; the lägesbild that is written judges it."""
    row = ProblemRow(title=title, focus=focus, place=_next_place(session))
    session.add(row)
    session.flush()
    _judge_in_draft(session, row.id)
    return row


def new_cause(session: Session, problem_id: int, side: Side, text: str, details: CauseDetails) -> CauseRow:
    """Add a cause with the next number of its problem, within a step that is already open."""
    number = _next_number(session, problem_id)
    row = CauseRow(problem_id=problem_id, number=number, side=side, text=text.strip())
    assign(row, dict(details))
    session.add(row)
    session.flush()
    return row


def _judge_in_draft(session: Session, problem_id: int) -> None:
    """Give a new problem its line in the lägesbild that is being written."""
    drafts = live(SituationPictureRow).where(SituationPictureRow.standing == Standing.DRAFT)
    for picture in session.scalars(drafts):
        known = live(AssessmentRow).where(
            AssessmentRow.picture_id == picture.id, AssessmentRow.problem_id == problem_id
        )
        if session.scalar(known) is None:
            session.add(AssessmentRow(picture_id=picture.id, problem_id=problem_id))


def _unlink(session: Session, model: type[GoalRow | ActionRow], column: str, row_id: int) -> int:
    """Let go of what pointed at a row; return how many there were."""
    rows = list(session.scalars(live(model).where(getattr(model, column) == row_id)))
    for row in rows:
        setattr(row, column, None)
    return len(rows)


def _touched(causes: int, goals: int, actions: int) -> str:
    """Return what rests on something that is taken away: "2 orsaker och 3 åtgärder", or nothing."""
    told = [
        plural(count, *words)
        for count, words in (
            (causes, ("orsak", "orsaker")),
            (goals, ("mål", "mål")),
            (actions, ("åtgärd", "åtgärder")),
        )
        if count
    ]
    return listed(told)
