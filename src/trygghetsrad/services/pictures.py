"""What the coordinator does with the lägesbild: start a version, write it, judge the problems, decide it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from sqlalchemy import func, select

from trygghetsrad.domain.chapters import Chapter
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.errors import NotFound, Refused
from trygghetsrad.domain.thread import Position, Resolution, Standing, Weight, newest_decided, years_told
from trygghetsrad.services.frozen import freeze_picture
from trygghetsrad.services.kept_files import check_past, keep_for_council, read_whole
from trygghetsrad.services.live import assign, live, one
from trygghetsrad.services.reading_thread import pictures_in, problems_in
from trygghetsrad.store.schema import (
    AssessmentMarkRow,
    AssessmentRow,
    PictureChapterRow,
    ProblemRow,
    SituationPictureRow,
)

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from sqlalchemy.orm import Session
    from typing_extensions import Unpack

    from trygghetsrad.domain.thread import SituationPicture
    from trygghetsrad.store.database import Database


class PictureChanges(TypedDict, total=False):
    """What may be changed of a version of the lägesbild."""

    starts: date
    ends: date
    dnr: str


class AssessmentChanges(TypedDict, total=False):
    """What may be changed of this period's judgement of a problem."""

    text: str
    position: Position
    motivation: str


class PicturesService:
    """The lägesbild over crime, version by version (4 §, 6 §)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def every(self) -> tuple[SituationPicture, ...]:
        """Return every version, the newest first."""
        with self._database.read() as session:
            return pictures_in(session)

    def get(self, picture_id: int) -> SituationPicture:
        """Return one version.

        Raises NotFound.
        """
        for picture in self.every():
            if picture.id == picture_id:
                return picture
        raise NotFound("Lägesbilden")

    def draft(self) -> SituationPicture | None:
        """Return the version that is being written, or None."""
        return next((picture for picture in self.every() if picture.is_draft), None)

    def current(self) -> SituationPicture | None:
        """Return the version that holds now, or None."""
        return newest_decided(self.every())

    def start(self, starts: date, ends: date) -> int:
        """Start a version: judgements of the living problems, and the texts of the one before as a draft.

        Problems are never doubled; a revision judges the same ones anew (practice.md 18). Raises Refused
        while another version is being written, and for a period that ends before it starts.
        """
        _check_period(starts, ends)
        with self._database.write("Starta lägesbild") as session:
            before = pictures_in(session)
            if any(picture.is_draft for picture in before):
                raise Refused("Det finns redan en lägesbild under arbete. Skriv klart den först.")
            row = SituationPictureRow(number=_next_number(session), starts=starts, ends=ends)
            session.add(row)
            session.flush()
            _carry_over(session, row.id, newest_decided(before))
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
        """Take in a lägesbild made elsewhere; it counts as evidence at once, with its file (practice.md 20).

        Raises Refused without the day it was decided or with one to come, and the FileErrors of `read_whole`.
        """
        _check_period(starts, ends)
        check_past(decided.day, today, "Skriv vilken dag lägesbilden beslutades. Inget har ändrats.")
        read = read_whole(file) if file else None
        with self._database.write("Lägg in lägesbild") as session:
            row = SituationPictureRow(
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
                    session, read, day, f"Lägesbild {years_told(starts, ends)}"
                )
            session.add(row)
            session.flush()
            return row.id

    def attach(self, picture_id: int, path: Path, today: date) -> int:
        """Keep the file of a version that was made elsewhere; return its number among the papers.

        Raises NotFound and the FileErrors of services/attachments.py.
        """
        read = read_whole(path)
        with self._database.write("Bifoga lägesbildens fil") as session:
            row = _picture(session, picture_id)
            kept = keep_for_council(session, read, today, f"Lägesbild {years_told(row.starts, row.ends)}")
            row.attachment_id = kept
            return kept

    def change(self, picture_id: int, **changes: Unpack[PictureChanges]) -> None:
        """Change the period or the registry number.

        Raises Refused for a period that ends before it starts.
        """
        with self._database.write(
            "Ändra lägesbilden", merge_key=f"picture:{picture_id}:{','.join(changes)}"
        ) as session:
            row = _picture(session, picture_id)
            assign(row, dict(changes))
            _check_period(row.starts, row.ends)

    def write_chapter(self, picture_id: int, chapter: Chapter, text: str) -> None:
        """Write a chapter.

        Raises Refused for a version that is decided.
        """
        with self._database.write(
            "Skriv i lägesbilden", merge_key=f"chapter:{picture_id}:{chapter}"
        ) as session:
            row = _chapter(session, _open(session, picture_id), chapter)
            row.text = text.strip()
            row.nothing_to_report = row.nothing_to_report and not row.text

    def nothing_to_report(self, picture_id: int, chapter: Chapter, nothing: bool) -> None:
        """Say that there is nothing to report in a chapter, which is an answer too.

        Raises Refused for a version that is decided.
        """
        with self._database.write("Markera inget att rapportera") as session:
            _chapter(session, _open(session, picture_id), chapter).nothing_to_report = nothing

    def judge(self, assessment_id: int, **changes: Unpack[AssessmentChanges]) -> None:
        """Write what this lägesbild says of a problem, and the position taken (3 §).

        Raises Refused for a version that is decided.
        """
        with self._database.write(
            "Ändra bedömningen", merge_key=f"assessment:{assessment_id}:{','.join(changes)}"
        ) as session:
            assign(_assessment(session, assessment_id), dict(changes))

    def mark(self, assessment_id: int, criterion: str, weight: Weight, why: str | None = None) -> None:
        """Answer one question of the matrix for a problem.

        Raises Refused for a version that is decided.
        """
        with self._database.write(
            "Svara i matrisen", merge_key=f"mark:{assessment_id}:{criterion}"
        ) as session:
            _assessment(session, assessment_id)
            known = select(AssessmentMarkRow).where(
                AssessmentMarkRow.assessment_id == assessment_id, AssessmentMarkRow.criterion == criterion
            )
            row = session.scalar(known)
            if row is None:
                row = AssessmentMarkRow(assessment_id=assessment_id, criterion=criterion)
                session.add(row)
            row.weight = weight
            if why is not None:
                row.why = why.strip()

    def decide(self, picture_id: int, decided: Resolution) -> None:
        """Fix a version as it stands, with who decided it and when; what lives on changes no more in it.

        Raises Refused without a day, and for a version that is decided already.
        """
        if decided.day is None:
            raise Refused("Skriv vilken dag lägesbilden beslutades. Inget har ändrats.")
        with self._database.write("Fastställ lägesbilden") as session:
            row = _open(session, picture_id)
            row.standing = Standing.DECIDED
            _resolve(row, decided)
            session.flush()
            picture = next(one for one in pictures_in(session) if one.id == picture_id)
            row.frozen = freeze_picture(picture, problems_in(session))

    def reopen(self, picture_id: int) -> None:
        """Take a decision back that was noted by mistake; texts can be changed again."""
        with self._database.write("Ta tillbaka fastställandet") as session:
            row = _picture(session, picture_id)
            row.standing, row.frozen = Standing.DRAFT, "{}"
            _resolve(row, Resolution(dnr=row.dnr))

    def remove(self, picture_id: int) -> None:
        """Put a version in the bin; the problems live on."""
        with self._database.write("Ta bort lägesbilden") as session:
            _picture(session, picture_id).deleted_at = self._database.clock()


def _picture(session: Session, picture_id: int) -> SituationPictureRow:
    return one(session, SituationPictureRow, picture_id, "Lägesbilden")


def _open(session: Session, picture_id: int) -> SituationPictureRow:
    """Return a version that may be written in.

    Raises Refused when it is decided.
    """
    row = _picture(session, picture_id)
    if row.standing is Standing.DECIDED:
        raise Refused(
            f"Lägesbilden fastställdes {iso(row.decided_on)} och ändras inte. Starta en revidering i stället."
            if row.decided_on
            else "Lägesbilden är fastställd och ändras inte. Starta en revidering i stället."
        )
    return row


def _assessment(session: Session, assessment_id: int) -> AssessmentRow:
    row = one(session, AssessmentRow, assessment_id, "Bedömningen")
    _open(session, row.picture_id)
    return row


def _chapter(session: Session, picture: SituationPictureRow, chapter: Chapter) -> PictureChapterRow:
    known = select(PictureChapterRow).where(
        PictureChapterRow.picture_id == picture.id, PictureChapterRow.chapter == Chapter(chapter).value
    )
    row = session.scalar(known)
    if row is None:
        row = PictureChapterRow(picture_id=picture.id, chapter=Chapter(chapter).value)
        session.add(row)
        session.flush()
    return row


def _carry_over(session: Session, picture_id: int, before: SituationPicture | None) -> None:
    """Let a new version begin where the last one ended; what was judged then is judged anew."""
    for problem in session.scalars(live(ProblemRow).where(ProblemRow.closed_on.is_(None))):
        session.add(AssessmentRow(picture_id=picture_id, problem_id=problem.id))
    for chapter in before.chapters if before else ():
        session.add(PictureChapterRow(picture_id=picture_id, chapter=chapter.chapter, text=chapter.text))


def _next_number(session: Session) -> int:
    return (session.scalar(select(func.max(SituationPictureRow.number))) or 0) + 1


def _check_period(starts: date, ends: date) -> None:
    if ends < starts:
        raise Refused("Perioden slutar innan den börjar. Ändra slutdagen. Inget har sparats.")


def _resolve(row: SituationPictureRow, decided: Resolution) -> None:
    row.decided_on, row.decided_by = decided.day, decided.body.strip()
    row.section, row.dnr = decided.section.strip(), decided.dnr.strip()
