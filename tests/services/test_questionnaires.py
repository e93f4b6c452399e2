"""Frågelistor: one for each organisation, questions kept as asked, answers ready to be taken in."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from norrmyra import TODAY
from trygghetsrad.domain.chapters import Chapter
from trygghetsrad.domain.documents import PaperOptions
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.people import OrganisationKind
from trygghetsrad.domain.questionnaires import attributed, state_words
from trygghetsrad.domain.thread import Resolution, SightingKind
from trygghetsrad.services.knowledge import question_form

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.questionnaires import Questionnaire


@pytest.fixture
def picture(council: OpenCouncil) -> int:
    return council.pictures.start(date(2026, 1, 1), date(2027, 12, 31))


def school(council: OpenCouncil, picture: int) -> Questionnaire:
    lists = council.questionnaires.of_picture(picture)
    return next(one for one in lists if one.organisation == "Norrmyra skola")


def test_each_organisation_of_the_council_gets_its_own_questions_once(
    council: OpenCouncil, picture: int
) -> None:
    assert council.questionnaires.make_for_council(picture, TODAY) == 3
    assert council.questionnaires.make_for_council(picture, TODAY) == 0
    lists = council.questionnaires.of_picture(picture)
    assert [one.organisation for one in lists] == ["Norrmyra kommun", "Norrmyra skola", "Polisen"]
    asked = [reply.asked for reply in school(council, picture).replies]
    assert asked == [one.text for one in question_form(OrganisationKind.SCHOOL).questions]


def test_one_undo_takes_all_lists_away(council: OpenCouncil, picture: int) -> None:
    council.questionnaires.make_for_council(picture, TODAY)
    council.undo.undo()
    assert council.questionnaires.of_picture(picture) == ()


def test_an_organisation_outside_the_council_can_be_asked_but_only_once(
    council: OpenCouncil, picture: int
) -> None:
    church = council.people.add_organisation("Kyrkan", OrganisationKind.ASSOCIATION)
    council.questionnaires.add(picture, church, TODAY)
    with pytest.raises(Refused, match="Kyrkan har redan en frågelista"):
        council.questionnaires.add(picture, church, TODAY)


def test_a_council_without_organisations_has_nobody_to_ask(empty: OpenCouncil) -> None:
    picture = empty.pictures.start(date(2026, 1, 1), date(2027, 12, 31))
    with pytest.raises(Refused, match="Ingen organisation har en plats"):
        empty.questionnaires.make_for_council(picture, TODAY)


def test_a_decided_lägesbild_gets_no_lists(council: OpenCouncil, picture: int) -> None:
    council.pictures.decide(picture, Resolution(day=TODAY, body="Kommunstyrelsen"))
    with pytest.raises(Refused, match="fastställd"):
        council.questionnaires.make_for_council(picture, TODAY)


def test_sent_late_and_answered_is_told_without_blame(council: OpenCouncil, picture: int) -> None:
    council.questionnaires.make_for_council(picture, TODAY)
    number = school(council, picture).id
    assert state_words(school(council, picture), TODAY) == "Inte skickad"
    council.questionnaires.mark_sent(number, TODAY, date(2026, 2, 20))
    assert state_words(school(council, picture), TODAY) == "Skickad 2026-02-02, svar senast 2026-02-20"
    late = date(2026, 2, 28)
    assert state_words(school(council, picture), late) == "Skickad 2026-02-02, 8 dagar försenad"
    replies = school(council, picture).replies
    council.questionnaires.answer(replies[0].id, "Tryggt", late)
    assert state_words(school(council, picture), late) == f"Skickad 2026-02-02, 1 av {len(replies)} svar"
    for reply in replies[1:]:
        council.questionnaires.answer(reply.id, "Vet inte", late)
    assert state_words(school(council, picture), late) == "Besvarad 2026-02-28"
    council.questionnaires.answer(replies[0].id, "", late)
    assert school(council, picture).answered_on is None


def test_answers_wanted_before_the_list_was_sent_are_refused(council: OpenCouncil, picture: int) -> None:
    council.questionnaires.make_for_council(picture, TODAY)
    with pytest.raises(Refused, match="innan frågelistan skickades"):
        council.questionnaires.mark_sent(school(council, picture).id, TODAY, date(2026, 1, 1))


def test_answers_wait_in_their_chapter_with_whose_they_are_and_are_taken_in_by_one_deed(
    council: OpenCouncil, picture: int
) -> None:
    council.pictures.write_chapter(picture, Chapter.SCHOOL, "Två skolor.")
    council.questionnaires.make_for_council(picture, TODAY)
    of_school = [one for one in school(council, picture).replies if one.chapter is Chapter.SCHOOL]
    council.questionnaires.answer(of_school[0].id, "Färre trivs", TODAY)
    council.questionnaires.answer(of_school[1].id, "Frånvaron ökar.", TODAY)
    words = "Norrmyra skola: Färre trivs. Frånvaron ökar."
    assert attributed(school(council, picture), Chapter.SCHOOL) == words
    (draft,) = council.chapter_drafts.waiting(picture, TODAY)
    assert (draft.chapter, draft.source, draft.text) == (Chapter.SCHOOL, "Norrmyra skola", words)
    council.chapter_drafts.take_in(picture, draft)
    council.chapter_drafts.take_in(picture, draft)
    chapters = {one.chapter: one.text for one in council.pictures.get(picture).chapters}
    assert chapters[Chapter.SCHOOL] == f"Två skolor.\n\n{words}"
    assert council.chapter_drafts.waiting(picture, TODAY) == ()
    council.undo.undo()
    assert council.chapter_drafts.waiting(picture, TODAY) == (draft,)


def test_the_log_of_iakttagelser_is_summed_up_since_the_lägesbild_before(council: OpenCouncil) -> None:
    council.pictures.register(
        date(2024, 1, 1), date(2025, 12, 31), Resolution(day=date(2025, 11, 1), body="Kommunstyrelsen")
    )
    picture = council.pictures.start(date(2026, 1, 1), date(2027, 12, 31))
    for day, kind, place in (
        (date(2025, 10, 1), SightingKind.FIRE, "Torget"),
        (date(2025, 12, 1), SightingKind.GRAFFITI, "Torget"),
        (date(2026, 1, 5), SightingKind.DAMAGE, "Torget"),
        (date(2026, 1, 20), SightingKind.DAMAGE, "Badet"),
    ):
        council.thread.add_sighting(day, kind=kind, place=place)
    (draft,) = council.chapter_drafts.waiting(picture, TODAY)
    assert draft.chapter is Chapter.SIGHTINGS
    assert draft.text == (
        "3 iakttagelser antecknades 2025-11-01–2026-01-20: skadegörelse (2) och klotter (1). "
        "Platser som återkommer: Torget (2)."
    )


# -- the paper and its letter ------------------------------------------------------------------


def paper_of(council: OpenCouncil, organisation_id: int) -> int:
    chosen = PaperOptions(organisation_id=organisation_id)
    return council.documents.issue("fragelista", TODAY, options=chosen).document_id or 0


def test_the_paper_holds_the_questions_of_its_list_and_the_day(council: OpenCouncil, picture: int) -> None:
    council.questionnaires.make_for_council(picture, TODAY)
    home = school(council, picture)
    council.questionnaires.set_due(home.id, date(2026, 2, 20))
    chosen = PaperOptions(organisation_id=home.organisation_id)
    content = council.documents.preview("fragelista", TODAY, options=chosen).content
    sheets = PdfReader(BytesIO(content)).pages
    told = " ".join(" ".join(sheet.extract_text().split()) for sheet in sheets)
    assert "fredag 20 februari 2026" in told
    assert "Lägesbild 2026–2027" in told
    assert "elevenkäten" in told


def test_the_letter_goes_to_the_organisation_with_the_questions_to_answer(
    council: OpenCouncil, picture: int
) -> None:
    council.questionnaires.make_for_council(picture, TODAY)
    home = school(council, picture)
    paper = paper_of(council, home.organisation_id)
    chosen = [one.name for one in council.delivery.recipients(paper, TODAY) if one.chosen]
    assert chosen == ["Karin Öhman"]
    letter = council.delivery.draft(paper, TODAY).text
    assert f"1. {home.replies[0].asked}" in letter
    assert "Svara senast måndag 23 februari 2026" in letter


def test_marking_the_paper_as_sent_marks_its_list(council: OpenCouncil, picture: int) -> None:
    council.questionnaires.make_for_council(picture, TODAY)
    council.documents.mark_sent(paper_of(council, school(council, picture).organisation_id), TODAY)
    sent = school(council, picture)
    assert (sent.sent_on, sent.due) == (TODAY, date(2026, 2, 23))
    others = [one for one in council.questionnaires.of_picture(picture) if one.id != sent.id]
    assert {one.sent_on for one in others} == {None}


def test_the_list_that_is_not_sent_yet_is_offered_first(council: OpenCouncil, picture: int) -> None:
    council.questionnaires.make_for_council(picture, TODAY)
    municipality = council.questionnaires.of_picture(picture)[0]
    council.questionnaires.mark_sent(municipality.id, TODAY)
    offered = council.documents.offer("fragelista", TODAY).usual.organisation_id
    assert offered == school(council, picture).organisation_id
