"""The facts of a frågelista on paper, from the list that was made or from the questions as they are today."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from trygghetsrad.domain.documents import PaperOptions
from trygghetsrad.domain.letters import questionnaire_letter
from trygghetsrad.domain.papers import AskedQuestion, QuestionnaireFacts
from trygghetsrad.services.council_papers import answer_day, contact_of, leader_of, ordered_organisation
from trygghetsrad.services.knowledge import question_form
from trygghetsrad.services.letterhead import letterhead_of, words_of
from trygghetsrad.services.live import live
from trygghetsrad.services.questionnaires import draft_picture, questionnaires_in
from trygghetsrad.services.reading import council_of
from trygghetsrad.services.reading_thread import pictures_in
from trygghetsrad.store.schema import OrganisationRow, QuestionnaireRow

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.letters import Letter, Sender
    from trygghetsrad.domain.questionnaires import Questionnaire
    from trygghetsrad.services.paper_choosing import PaperOrder
    from trygghetsrad.store.schema import IssuedDocumentRow

KIND = "fragelista"


def questionnaire_options(order: PaperOrder) -> PaperOptions:
    """Return the first organisation whose list is not sent yet, else the first in the register."""
    waiting = [one for one in _lists(order.session) if one.sent_on is None] or list(_lists(order.session))
    if waiting:
        return PaperOptions(organisation_id=waiting[0].organisation_id)
    first = order.session.scalar(live(OrganisationRow).order_by(OrganisationRow.name).limit(1))
    return PaperOptions(organisation_id=first.id if first else None)


def questionnaire_facts(order: PaperOrder) -> QuestionnaireFacts:
    session = order.session
    council, home = council_of(session), ordered_organisation(order)
    made = next((one for one in _lists(session) if home and one.organisation_id == home.id), None)
    form = question_form(home.kind) if home else None
    fresh = tuple(AskedQuestion(text=one.text) for one in form.questions) if form else ()
    picture = draft_picture(session)
    return QuestionnaireFacts(
        letterhead=letterhead_of(session, council),
        words=words_of(council),
        issued_on=order.today,
        organisation=home.name if home else "",
        addressee=leader_of(session, home),
        period=next((one.period for one in pictures_in(session) if picture and one.id == picture.id), ""),
        answer_by=(made.due if made else None) or answer_day(order.today),
        intro=form.intro if form else "",
        reminder=form.reminder if form else "",
        questions=tuple(AskedQuestion(text=one.asked, answer=one.text) for one in made.replies)
        if made
        else fresh,
        contact=contact_of(session, council, order.today),
    )


def letter_with_questions(session: Session, paper: IssuedDocumentRow, sender: Sender) -> Letter:
    """Return the letter of a frågelista; the questions stand in it too, to be answered where they stand."""
    made = _of_paper(session, paper)
    by = (made.due if made else None) or answer_day(paper.issued_on)
    asked = tuple(one.asked for one in made.replies) if made else ()
    reminder = question_form(made.kind).reminder if made else ""
    return questionnaire_letter(asked, reminder, by, sender)


def note_sent_questionnaire(session: Session, paper: IssuedDocumentRow, on: date) -> None:
    """Note on its list that a frågelista has gone out, with the day answers are wanted."""
    made = _of_paper(session, paper)
    if made is not None:
        row = session.get_one(QuestionnaireRow, made.id)
        row.sent_on, row.due = on, row.due or answer_day(on)


def _lists(session: Session) -> tuple[Questionnaire, ...]:
    picture = draft_picture(session)
    return questionnaires_in(session, picture.id) if picture else ()


def _of_paper(session: Session, paper: IssuedDocumentRow) -> Questionnaire | None:
    wanted = json.loads(paper.variant or "{}").get("organisation_id")
    return next((one for one in _lists(session) if one.organisation_id == wanted), None)
