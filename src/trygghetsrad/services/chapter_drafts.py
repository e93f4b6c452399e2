"""What waits to be taken into the lägesbild by a click: answers, iakttagelser and the latest follow-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trygghetsrad.domain.chapter_drafts import ChapterDraft, is_taken, with_draft
from trygghetsrad.domain.chapters import Chapter
from trygghetsrad.domain.law_clock import MONTHS_BETWEEN, months_after
from trygghetsrad.domain.questionnaires import attributed
from trygghetsrad.domain.reviewing import latest_finished, lessons
from trygghetsrad.domain.sighting_summary import summary_of_sightings
from trygghetsrad.domain.thread import newest_decided
from trygghetsrad.services.plans import planned_actions, reviews_in
from trygghetsrad.services.questionnaires import questionnaires_in
from trygghetsrad.services.reading_meetings import actions_of
from trygghetsrad.services.reading_thread import pictures_in, sightings_in

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.thread import SituationPicture
    from trygghetsrad.services.pictures import PicturesService
    from trygghetsrad.store.database import Database


class ChapterDraftsService:
    """Texts for the chapters of a lägesbild that are told already, so that nothing is typed twice."""

    def __init__(self, database: Database, pictures: PicturesService) -> None:
        self._database = database
        self._pictures = pictures

    def waiting(self, picture_id: int, today: date) -> tuple[ChapterDraft, ...]:
        """Return what is told but does not stand in its chapter yet."""
        picture = self._pictures.get(picture_id)
        texts = {one.chapter: one.text for one in picture.chapters}
        with self._database.read() as session:
            found = [
                *_answers(session, picture_id),
                *_sightings(session, picture, today),
                *_lessons(session),
            ]
        return tuple(one for one in found if not is_taken(one, texts.get(one.chapter, "")))

    def take_in(self, picture_id: int, draft: ChapterDraft) -> None:
        """Write a draft last in its chapter, where it is hers to change.

        Raises Refused for a lägesbild that is decided.
        """
        chapters = self._pictures.get(picture_id).chapters
        now = next((one.text for one in chapters if one.chapter == draft.chapter), "")
        self._pictures.write_chapter(picture_id, draft.chapter, with_draft(now, draft))


def _answers(session: Session, picture_id: int) -> list[ChapterDraft]:
    lists = questionnaires_in(session, picture_id)
    return [
        ChapterDraft(chapter=chapter, source=listed.organisation, text=text)
        for chapter in Chapter
        for listed in lists
        if (text := attributed(listed, chapter))
    ]


def _sightings(session: Session, picture: SituationPicture, today: date) -> list[ChapterDraft]:
    """Sum up the log since the lägesbild before, or of two years."""
    others = [one for one in pictures_in(session) if one.id != picture.id]
    before = newest_decided(others)
    since = (before and before.decided.day) or months_after(today, -MONTHS_BETWEEN)
    text = summary_of_sightings(sightings_in(session), since, today)
    return [ChapterDraft(chapter=Chapter.SIGHTINGS, source="Iakttagelser", text=text)] if text else []


def _lessons(session: Session) -> list[ChapterDraft]:
    review = latest_finished(reviews_in(session))
    if review is None:
        return []
    told = lessons(review, actions_of(session, planned_actions(session)))
    return [ChapterDraft(chapter=chapter, source="Uppföljningen", text=text) for chapter, text in told]
