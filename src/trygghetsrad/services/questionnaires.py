"""What the coordinator does with frågelistor: make one for each organisation, and write what came back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from trygghetsrad.domain.chapters import Chapter
from trygghetsrad.domain.errors import NotFound, Refused
from trygghetsrad.domain.questionnaires import Questionnaire, Reply
from trygghetsrad.domain.sorting import swedish_key
from trygghetsrad.domain.thread import Standing
from trygghetsrad.services.knowledge import question_form
from trygghetsrad.services.live import live, one
from trygghetsrad.services.seating import members_on
from trygghetsrad.store.schema import AnswerRow, OrganisationRow, QuestionnaireRow, SituationPictureRow

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from trygghetsrad.store.database import Database


class QuestionnairesService:
    """Frågelistor to the organisations of the council, for the lägesbild that is being written (4 § 2)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_picture(self, picture_id: int) -> tuple[Questionnaire, ...]:
        """Return the lists of a lägesbild, in name order."""
        with self._database.read() as session:
            return questionnaires_in(session, picture_id)

    def get(self, questionnaire_id: int) -> Questionnaire:
        """Return one list.

        Raises NotFound.
        """
        with self._database.read() as session:
            row = one(session, QuestionnaireRow, questionnaire_id, "Frågelistan")
            found = questionnaires_in(session, row.picture_id)
        for listed in found:
            if listed.id == questionnaire_id:
                return listed
        raise NotFound("Frågelistan")

    def make_for_council(self, picture_id: int, today: date) -> int:
        """Make a list for each organisation with a seat that has none yet; return how many were made.

        Raises Refused when no organisation has a seat.
        """
        with self._database.write("Gör frågelistor") as session:
            _open(session, picture_id)
            seated = {member.seat.organisation_id for member in members_on(session, today)}
            homes = [home for home in session.scalars(live(OrganisationRow)) if home.id in seated]
            if not homes:
                raise Refused("Ingen organisation har en plats i rådet än. Inget har skapats.")
            asked = set(session.scalars(_of(picture_id).with_only_columns(QuestionnaireRow.organisation_id)))
            fresh = [home for home in homes if home.id not in asked]
            for home in fresh:
                _ask(session, picture_id, home, today)
            return len(fresh)

    def add(self, picture_id: int, organisation_id: int, today: date) -> int:
        """Make a list for one organisation, also one outside the council; return its number.

        Raises Refused when it has one already.
        """
        with self._database.write("Gör frågelista") as session:
            _open(session, picture_id)
            home = one(session, OrganisationRow, organisation_id, "Organisationen")
            if session.scalar(_of(picture_id).where(QuestionnaireRow.organisation_id == home.id)):
                raise Refused(f"{home.name} har redan en frågelista. Inget har skapats.")
            return _ask(session, picture_id, home, today).id

    def mark_sent(self, questionnaire_id: int, day: date, due: date | None = None) -> None:
        """Note that a list was sent, and when answers are wanted.

        Raises Refused when the answers are wanted before it was sent.
        """
        if due and due < day:
            raise Refused("Svaren kan inte vara inne innan frågelistan skickades. Ändra dagen.")
        with self._database.write("Markera frågelistan som skickad") as session:
            row = one(session, QuestionnaireRow, questionnaire_id, "Frågelistan")
            row.sent_on, row.due = day, due or row.due

    def set_due(self, questionnaire_id: int, due: date | None) -> None:
        """Change the day answers are wanted."""
        with self._database.write("Ändra svarsdag", merge_key=f"due:{questionnaire_id}") as session:
            one(session, QuestionnaireRow, questionnaire_id, "Frågelistan").due = due

    def answer(self, reply_id: int, text: str, today: date) -> None:
        """Write what an organisation answered; the last answer makes the list answered."""
        with self._database.write("Skriv svar", merge_key=f"answer:{reply_id}") as session:
            row = one(session, AnswerRow, reply_id, "Frågan")
            row.text = text.strip()
            session.flush()
            home = one(session, QuestionnaireRow, row.questionnaire_id, "Frågelistan")
            texts = session.scalars(select(AnswerRow.text).where(AnswerRow.questionnaire_id == home.id))
            home.answered_on = (home.answered_on or today) if all(texts) else None

    def mark_answered(self, questionnaire_id: int, day: date | None) -> None:
        """Note that no more answers are coming, or that more are after all."""
        with self._database.write("Markera frågelistan som besvarad") as session:
            one(session, QuestionnaireRow, questionnaire_id, "Frågelistan").answered_on = day

    def remove(self, questionnaire_id: int) -> None:
        """Put a list in the bin, with its answers."""
        with self._database.write("Ta bort frågelistan") as session:
            row = one(session, QuestionnaireRow, questionnaire_id, "Frågelistan")
            row.deleted_at = self._database.clock()


def questionnaires_in(session: Session, picture_id: int) -> tuple[Questionnaire, ...]:
    """Return the lists of a lägesbild, in name order."""
    lists = list(session.scalars(_of(picture_id)))
    replies: dict[int, list[Reply]] = {row.id: [] for row in lists}
    asked = select(AnswerRow).where(AnswerRow.questionnaire_id.in_(replies)).order_by(AnswerRow.id)
    for row in session.scalars(asked):
        replies[row.questionnaire_id].append(_reply(row))
    homes = {row.id: row for row in session.scalars(select(OrganisationRow))}
    found = (_listed(row, homes[row.organisation_id], replies[row.id]) for row in lists)
    return tuple(sorted(found, key=lambda one: swedish_key(one.organisation)))


def draft_picture(session: Session) -> SituationPictureRow | None:
    """Return the lägesbild that is being written."""
    return session.scalar(live(SituationPictureRow).where(SituationPictureRow.standing == Standing.DRAFT))


def _of(picture_id: int) -> Select[QuestionnaireRow]:
    return live(QuestionnaireRow).where(QuestionnaireRow.picture_id == picture_id)


def _open(session: Session, picture_id: int) -> None:
    picture = one(session, SituationPictureRow, picture_id, "Lägesbilden")
    if picture.standing is Standing.DECIDED:
        raise Refused("Lägesbilden är fastställd. Starta en revidering och gör frågelistor till den.")


def _ask(session: Session, picture_id: int, home: OrganisationRow, today: date) -> QuestionnaireRow:
    """Make a list with the questions as they are asked today; later wordings do not change it."""
    row = QuestionnaireRow(picture_id=picture_id, organisation_id=home.id, created_on=today)
    session.add(row)
    session.flush()
    for number, question in enumerate(question_form(home.kind).questions, start=1):
        session.add(
            AnswerRow(
                questionnaire_id=row.id,
                question=str(number),
                asked=question.text,
                chapter=question.chapter.value,
            )
        )
    session.flush()
    return row


def _listed(row: QuestionnaireRow, home: OrganisationRow, replies: list[Reply]) -> Questionnaire:
    return Questionnaire(
        id=row.id,
        uid=row.uid,
        picture_id=row.picture_id,
        organisation_id=row.organisation_id,
        organisation=home.name,
        kind=home.kind,
        created_on=row.created_on,
        sent_on=row.sent_on,
        due=row.due,
        answered_on=row.answered_on,
        replies=tuple(replies),
    )


def _reply(row: AnswerRow) -> Reply:
    return Reply(
        id=row.id,
        uid=row.uid,
        question=row.question,
        asked=row.asked,
        chapter=Chapter(row.chapter),
        text=row.text,
    )
