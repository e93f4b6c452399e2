"""What the coordinator does with the åtgärdsplan: start it, write it, have it decided, go through it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from sqlalchemy import func, select

from trygghetsrad.domain.chapters import PlanChapter
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.errors import NotFound, Refused
from trygghetsrad.domain.thread import Resolution, Review, Standing, newest_decided, years_told
from trygghetsrad.services.frozen import freeze_plan
from trygghetsrad.services.kept_files import check_past, keep_for_council, read_whole
from trygghetsrad.services.live import assign, live, one
from trygghetsrad.services.reading_meetings import actions_of
from trygghetsrad.services.reading_thread import pictures_in, plans_in, problems_in
from trygghetsrad.store.schema import ActionPlanRow, ActionRow, PlanChapterRow, ReviewRow

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from sqlalchemy.orm import Session
    from typing_extensions import Unpack

    from trygghetsrad.domain.thread import ActionPlan
    from trygghetsrad.store.database import Database


class PlanChanges(TypedDict, total=False):
    """What may be changed of a version of the plan."""

    starts: date
    ends: date
    dnr: str


class PlansService:
    """The åtgärdsplan, version by version (5 §), and how it is followed up (6 §)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def every(self) -> tuple[ActionPlan, ...]:
        """Return every version, the newest first."""
        with self._database.read() as session:
            return plans_in(session)

    def get(self, plan_id: int) -> ActionPlan:
        """Return one version.

        Raises NotFound.
        """
        for plan in self.every():
            if plan.id == plan_id:
                return plan
        raise NotFound("Åtgärdsplanen")

    def draft(self) -> ActionPlan | None:
        """Return the version that is being written, or None."""
        return next((plan for plan in self.every() if plan.is_draft), None)

    def current(self) -> ActionPlan | None:
        """Return the version that holds now, or None."""
        return newest_decided(self.every())

    def start(self, starts: date, ends: date) -> int:
        """Start a version on the newest lägesbild, with the texts of the plan before it as a draft.

        Raises Refused while another version is being written, and for a period that ends before it starts.
        """
        _check_period(starts, ends)
        with self._database.write("Starta åtgärdsplan") as session:
            before = plans_in(session)
            if any(plan.is_draft for plan in before):
                raise Refused("Det finns redan en åtgärdsplan under arbete. Skriv klart den först.")
            pictures = pictures_in(session)
            row = ActionPlanRow(
                number=_next_number(session),
                starts=starts,
                ends=ends,
                picture_id=pictures[0].id if pictures else None,
            )
            session.add(row)
            session.flush()
            former = newest_decided(before)
            for chapter in former.chapters if former else ():
                session.add(PlanChapterRow(plan_id=row.id, chapter=chapter.chapter, text=chapter.text))
            return row.id

    def register(
        self,
        starts: date,
        ends: date,
        decided: Resolution,
        *,
        file: Path | None = None,
        today: date | None = None,
    ) -> int:
        """Take in a plan made elsewhere; it counts as evidence at once, with its file (practice.md 20).

        Raises Refused without the day it was decided or with one to come, and the FileErrors of `read_whole`.
        """
        _check_period(starts, ends)
        check_past(decided.day, today, "Skriv vilken dag planen beslutades. Inget har ändrats.")
        read = read_whole(file) if file else None
        with self._database.write("Lägg in åtgärdsplan") as session:
            row = ActionPlanRow(
                number=_next_number(session),
                starts=starts,
                ends=ends,
                standing=Standing.DECIDED,
                is_elsewhere=True,
            )
            _resolve(row, decided)
            if read:
                day = today or decided.day or starts
                row.attachment_id = keep_for_council(
                    session, read, day, f"Åtgärdsplan {years_told(starts, ends)}"
                )
            session.add(row)
            session.flush()
            return row.id

    def attach(self, plan_id: int, path: Path, today: date) -> int:
        """Keep the file of a version that was made elsewhere; return its number among the papers.

        Raises NotFound and the FileErrors of services/attachments.py.
        """
        read = read_whole(path)
        with self._database.write("Bifoga planens fil") as session:
            row = _plan(session, plan_id)
            kept = keep_for_council(session, read, today, f"Åtgärdsplan {years_told(row.starts, row.ends)}")
            row.attachment_id = kept
            return kept

    def change(self, plan_id: int, **changes: Unpack[PlanChanges]) -> None:
        """Change the period or the registry number.

        Raises Refused for a period that ends before it starts.
        """
        with self._database.write(
            "Ändra åtgärdsplanen", merge_key=f"plan:{plan_id}:{','.join(changes)}"
        ) as session:
            row = _plan(session, plan_id)
            assign(row, dict(changes))
            _check_period(row.starts, row.ends)

    def write_chapter(self, plan_id: int, chapter: PlanChapter, text: str) -> None:
        """Write a chapter.

        Raises Refused for a plan that is decided.
        """
        with self._database.write("Skriv i planen", merge_key=f"plan_chapter:{plan_id}:{chapter}") as session:
            _chapter(session, _open(session, plan_id), chapter).text = text.strip()

    def decide(self, plan_id: int, decided: Resolution) -> None:
        """Fix the plan as it stands, with who decided it, when, § and registry number (5 §).

        Actions added later read "tillkommit efter beslutet" until a new version. Raises Refused without a
        day, and for a plan that is decided already.
        """
        if decided.day is None:
            raise Refused("Skriv vilken dag planen beslutades. Inget har ändrats.")
        with self._database.write("Anteckna beslut om planen") as session:
            row = _open(session, plan_id)
            row.standing = Standing.DECIDED
            _resolve(row, decided)
            row.frozen = freeze_plan(problems_in(session), actions_of(session, planned_actions(session)))

    def reopen(self, plan_id: int) -> None:
        """Take a decision back that was noted by mistake; the plan can be changed again."""
        with self._database.write("Ta tillbaka beslutet om planen") as session:
            row = _plan(session, plan_id)
            row.standing, row.frozen = Standing.DRAFT, "{}"
            _resolve(row, Resolution(dnr=row.dnr))

    def remove(self, plan_id: int) -> None:
        """Put a version in the bin; its goals and actions live on."""
        with self._database.write("Ta bort åtgärdsplanen") as session:
            _plan(session, plan_id).deleted_at = self._database.clock()

    # -- following up (6 §) --------------------------------------------------------------------

    def reviews(self) -> tuple[Review, ...]:
        """Return every going through of a plan, the latest first."""
        with self._database.read() as session:
            return reviews_in(session)

    def start_review(self, today: date) -> int:
        """Begin to go through the plan that holds, or go on with what is begun; return its number.

        Raises Refused when there is no plan that is decided.
        """
        with self._database.write("Börja följa upp planen") as session:
            plan = newest_decided(plans_in(session))
            if plan is None:
                raise Refused("Det finns ingen beslutad åtgärdsplan att följa upp. Inget har ändrats.")
            begun = live(ReviewRow).where(ReviewRow.plan_id == plan.id, ReviewRow.finished_on.is_(None))
            row = session.scalar(begun)
            if row is None:
                row = ReviewRow(plan_id=plan.id, started_on=today)
                session.add(row)
                session.flush()
            return row.id

    def finish_review(self, review_id: int, today: date, summary: str = "") -> None:
        """Finish going through the plan, which moves the clock of 6 §."""
        with self._database.write("Avsluta uppföljningen") as session:
            row = one(session, ReviewRow, review_id, "Uppföljningen")
            row.finished_on = today
            row.summary = summary.strip() or row.summary

    def change_review(self, review_id: int, summary: str) -> None:
        with self._database.write("Ändra uppföljningen", merge_key=f"review:{review_id}") as session:
            one(session, ReviewRow, review_id, "Uppföljningen").summary = summary.strip()

    def remove_review(self, review_id: int) -> None:
        """Put a going through in the bin; what was told of each action stays."""
        with self._database.write("Ta bort uppföljningen") as session:
            one(session, ReviewRow, review_id, "Uppföljningen").deleted_at = self._database.clock()


def planned_actions(session: Session) -> list[ActionRow]:
    """Return the actions that belong to a problem, and so stand in the plan or will."""
    return list(session.scalars(live(ActionRow).where(ActionRow.problem_id.is_not(None))))


def reviews_in(session: Session) -> tuple[Review, ...]:
    """Return every going through of a plan, the latest first."""
    return tuple(
        Review(
            id=row.id,
            uid=row.uid,
            plan_id=row.plan_id,
            started_on=row.started_on,
            finished_on=row.finished_on,
            summary=row.summary,
        )
        for row in session.scalars(live(ReviewRow).order_by(ReviewRow.started_on.desc(), ReviewRow.id.desc()))
    )


def _plan(session: Session, plan_id: int) -> ActionPlanRow:
    return one(session, ActionPlanRow, plan_id, "Åtgärdsplanen")


def _open(session: Session, plan_id: int) -> ActionPlanRow:
    """Return a plan that may be written in.

    Raises Refused when it is decided.
    """
    row = _plan(session, plan_id)
    if row.standing is Standing.DECIDED:
        day = f" {iso(row.decided_on)}" if row.decided_on else ""
        raise Refused(f"Planen beslutades{day} och ändras inte. Starta en ny version i stället.")
    return row


def _chapter(session: Session, plan: ActionPlanRow, chapter: PlanChapter) -> PlanChapterRow:
    known = select(PlanChapterRow).where(
        PlanChapterRow.plan_id == plan.id, PlanChapterRow.chapter == PlanChapter(chapter).value
    )
    row = session.scalar(known)
    if row is None:
        row = PlanChapterRow(plan_id=plan.id, chapter=PlanChapter(chapter).value)
        session.add(row)
        session.flush()
    return row


def _next_number(session: Session) -> int:
    return (session.scalar(select(func.max(ActionPlanRow.number))) or 0) + 1


def _check_period(starts: date, ends: date) -> None:
    if ends < starts:
        raise Refused("Perioden slutar innan den börjar. Ändra slutdagen. Inget har sparats.")


def _resolve(row: ActionPlanRow, decided: Resolution) -> None:
    row.decided_on, row.decided_by = decided.day, decided.body.strip()
    row.section, row.dnr = decided.section.strip(), decided.dnr.strip()
