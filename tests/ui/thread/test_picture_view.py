"""Lägesbilden: written chapter by chapter, judged, asked about, noticed and decided."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from trygghetsrad.domain.chapters import Chapter
from trygghetsrad.domain.thread import Position, Resolution, SightingKind, Weight
from trygghetsrad.ui.theme import Theme, apply_theme
from trygghetsrad.ui.thread.picture_view import PictureView
from ui import builders, looking
from ui.builders import TODAY
from ui.hands import click, pick, press, settle, type_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.ui.components.shell import Shell


@pytest.fixture
def picture(council: OpenCouncil) -> int:
    return council.pictures.start(date(2026, 1, 1), date(2027, 12, 31))


@pytest.fixture
def shell(qtbot: QtBot, council: OpenCouncil, picture: int) -> Shell:
    return builders.window(qtbot, council, PictureView)[0]


@pytest.fixture
def view(shell: Shell) -> PictureView:
    return shell.findChildren(PictureView)[0]


def texts(council: OpenCouncil, picture: int) -> dict[str, str]:
    return {one.chapter: one.text for one in council.pictures.get(picture).chapters if one.text}


def test_a_council_without_a_lägesbild_begins_one_with_one_click(qtbot: QtBot, council: OpenCouncil) -> None:
    view = builders.window(qtbot, council, PictureView)[1]
    assert isinstance(view, PictureView)
    assert view.empty.isVisible()
    click(view.empty.primary)
    draft = council.pictures.draft()
    assert draft is not None
    assert (draft.starts, draft.ends) == (date(2027, 1, 1), date(2028, 12, 31))
    assert view.line.pill.word() == "Utkast"
    assert view.line.note.text() == "21 kapitel saknar uppgift."


def test_one_that_is_decided_already_is_noted_with_its_day(qtbot: QtBot, council: OpenCouncil) -> None:
    view = builders.window(qtbot, council, PictureView)[1]
    assert isinstance(view, PictureView)
    click(view.empty.secondary)
    assert view.card.decider.text() == "Kommunstyrelsen"
    click(view.card.take)
    assert council.pictures.every() == ()
    type_text(view.card.day.edit, "2025-11-04")
    click(view.card.take)
    known = council.pictures.current()
    assert known is not None
    assert (known.decided.day, known.is_elsewhere) == (date(2025, 11, 4), True)
    assert view.line.pill.word() == "Fastställd av kommunstyrelsen 2025-11-04"


def test_a_chapter_is_written_where_it_stands_and_says_its_section(
    view: PictureView, council: OpenCouncil, picture: int
) -> None:
    view.chapters.table.select_key(Chapter.REPORTED.value)
    assert view.chapters.header.title.text() == "3.1 Anmälda brott"
    assert view.chapters.section.text() == "4 § 1"
    assert view.chapters.printed.text() == "I dokumentet står: ”Uppgift saknas.”"
    type_text(view.chapters.text.edit, "Anmälningarna minskar.")
    view.chapters.table.select_key(Chapter.SCHOOL.value)
    assert texts(council, picture) == {Chapter.REPORTED: "Anmälningarna minskar."}
    assert view.chapters.header.title.text().endswith("Skola")
    assert view.chapters.text.text() == ""
    row = next(one for one in view.chapters.table.texts() if one[0] == "3.1 Anmälda brott")
    assert row[-1] == "Skrivet"


def test_nothing_to_report_is_an_answer_with_its_honest_line(
    view: PictureView, council: OpenCouncil, picture: int
) -> None:
    view.chapters.table.select_key(Chapter.SCHOOL.value)
    click(view.chapters.nothing)
    assert view.chapters.state.word() == "Inget att rapportera"
    assert view.chapters.printed.text() == "I dokumentet står: ”Inget att rapportera.”"
    council.undo.undo()
    assert view.chapters.state.word() == "Uppgift saknas"


def test_answers_wait_beside_their_chapter_and_are_taken_in_by_a_click(
    view: PictureView, shell: Shell, council: OpenCouncil, picture: int
) -> None:
    view.show_part("questions")
    click(view.questions.make)
    lists = council.questionnaires.of_picture(picture)
    assert len(lists) == 3
    school = next(one for one in lists if one.organisation == "Norrmyra skola")
    view.questions.table.select_key(school.id)
    about_school = next(one for one in school.replies if one.chapter is Chapter.SCHOOL)
    field = view.questions._fields[about_school.id]
    type_text(field.edit, "Lugnare än i fjol")
    view.show_part("chapters")
    view.chapters.table.select_key(Chapter.SCHOOL.value)
    (draft,) = view.chapters._drafts
    assert draft.draft.text == "Norrmyra skola: Lugnare än i fjol."
    click(draft.take)
    assert texts(council, picture)[Chapter.SCHOOL] == "Norrmyra skola: Lugnare än i fjol."
    assert view.chapters.text.text() == "Norrmyra skola: Lugnare än i fjol."
    assert view.chapters._drafts == []
    assert shell.toast_text() == "Texten är intagen i kapitlet"


def test_a_list_is_marked_as_sent_with_the_day_answers_are_wanted(
    view: PictureView, council: OpenCouncil, picture: int, qtbot: QtBot
) -> None:
    view.show_part("questions")
    click(view.questions.make)
    shown = view.questions.table.selected_row()
    assert shown is not None
    with qtbot.waitSignal(view.open_requested) as asked:
        click(view.questions.paper)
    assert asked.args == ["paper:fragelista", shown.organisation_id]
    click(view.questions.mark)
    sent = council.questionnaires.get(shown.id)
    assert (sent.sent_on, sent.due) == (TODAY, date(2026, 12, 14))
    assert view.questions.state.text() == "Skickad 2026-11-23, svar senast 2026-12-14"


def test_the_matrix_sums_and_proposes_but_she_decides(
    view: PictureView, council: OpenCouncil, picture: int
) -> None:
    view.show_part("priorities")
    first = council.pictures.get(picture).assessments[0]
    view.priorities.table.select_key(first.problem_id)
    click(view.priorities.answers["vanligt"].button("ja"))
    click(view.priorities.answers["ökar"].button("delvis"))
    marks = {one.criterion: one.weight for one in council.pictures.get(picture).assessments[0].marks}
    assert marks == {"vanligt": Weight.YES, "ökar": Weight.PARTLY}
    row = next(one for one in view.priorities.table.texts() if one[0] == "Unga och droger")
    assert row[1:3] == ["2", "1"]
    assert row[-2:] == ["3", "Föreslås"]
    assert view.priorities.advice.text().startswith("Summan talar för: Unga och droger.")
    click(view.priorities.position.button("prioriteras"))
    assert view.priorities.missing.text() == "Skriv en mening om varför ni tog ställning så."
    type_text(view.priorities.motivation.edit, "Det ökar")
    view.commit_pending()
    judged = council.pictures.get(picture).assessments[0]
    assert (judged.position, judged.motivation) == (Position.PRIORITISED, "Det ökar")
    assert not view.priorities.missing.isVisible()


def test_another_problem_shows_its_own_answers(view: PictureView, council: OpenCouncil, picture: int) -> None:
    view.show_part("priorities")
    first, second = council.pictures.get(picture).assessments[:2]
    council.pictures.mark(first.id, "vanligt", Weight.YES)
    view.priorities.table.select_key(first.problem_id)
    assert view.priorities.answers["vanligt"].selected() == "ja"
    view.priorities.table.select_key(second.problem_id)
    assert view.priorities.answers["vanligt"].selected() == ""


def test_a_line_of_the_log_is_written_with_the_keyboard_alone(
    view: PictureView, council: OpenCouncil, picture: int
) -> None:
    view.show_part("sightings")
    type_text(view.sightings.place.edit, "Torget")
    pick(view.sightings.kind.box, "Klotter")
    type_text(view.sightings.text.edit, "Färg på busskuren")
    press(view.sightings.text.edit, Qt.Key.Key_Return)
    (noticed,) = council.thread.sightings()
    assert (noticed.day, noticed.place, noticed.kind) == (TODAY, "Torget", SightingKind.GRAFFITI)
    assert view.sightings.text.text() == ""
    view.sightings.table.select_key(noticed.id)
    press(view.sightings.table, Qt.Key.Key_Delete)
    assert council.thread.sightings() == ()
    council.undo.undo()
    assert len(council.thread.sightings()) == 1


def test_what_looks_like_a_personnummer_gets_a_friendly_word_and_nothing_is_stopped(
    view: PictureView, council: OpenCouncil
) -> None:
    view.show_part("sightings")
    type_text(view.sightings.text.edit, "Pojke 080412-1234")
    assert view.sightings.warning.isVisible()
    press(view.sightings.text.edit, Qt.Key.Key_Return)
    assert not view.sightings.warning.isVisible()
    assert len(council.thread.sightings()) == 1


def test_it_is_decided_without_a_box_and_can_be_taken_back(
    view: PictureView, shell: Shell, council: OpenCouncil, picture: int
) -> None:
    click(view.line.decide)
    assert view.card.decider.text() == "Kommunstyrelsen"
    assert view.card.day.day() == TODAY
    type_text(view.card.section.edit, "§ 41")
    click(view.card.take)
    decided = council.pictures.get(picture).decided
    assert (decided.day, decided.body, decided.section) == (TODAY, "Kommunstyrelsen", "§ 41")
    assert view.line.pill.word() == "Fastställd av kommunstyrelsen 2026-11-23, § 41"
    assert view.line.note.text().startswith("Uppdateras senast 2028-11-23, räknat som 24 månader.")
    assert view.chapters.text.edit.isReadOnly()
    assert not view.card.isVisible()
    click(shell._toast.undo)
    assert council.pictures.get(picture).is_draft


def test_a_decided_lägesbild_asks_nobody_anything_more(
    view: PictureView, council: OpenCouncil, picture: int
) -> None:
    council.pictures.decide(picture, Resolution(day=TODAY, body="Kommunstyrelsen"))
    view.show_part("questions")
    assert not view.questions.make.isVisible()
    assert view.questions.status.text().startswith("Inga frågelistor gjordes")


def test_esc_puts_the_question_away_and_decides_nothing(view: PictureView, council: OpenCouncil) -> None:
    click(view.line.decide)
    press(view.card.day.edit, Qt.Key.Key_Escape)
    assert view.card.isHidden()
    assert council.pictures.draft() is not None


def test_a_revision_copies_the_texts_and_marks_what_is_older_than_two_years(
    view: PictureView, council: OpenCouncil, picture: int
) -> None:
    council.pictures.write_chapter(picture, Chapter.PLACES, "Torget och badet.")
    council.pictures.decide(picture, Resolution(day=date(2024, 10, 1), body="Kommunstyrelsen"))
    click(view.line.start)
    assert view.line.note.text().startswith("Samma problem bedöms på nytt.")
    view.chapters.table.select_key(Chapter.PLACES.value)
    assert view.chapters.state.word() == "Äldre än två år"
    assert "2024-10-01" in view.chapters.old.text()
    type_text(view.chapters.text.edit, "Nu: ")
    view.commit_pending()
    assert view.chapters.state.word() == "Skrivet"


@pytest.mark.parametrize("size", [(1366, 688), (960, 460)])
@pytest.mark.parametrize("percent", [100, 110])
def test_every_part_fits_and_says_its_name(
    view: PictureView, shell: Shell, qapp: QApplication, size: tuple[int, int], percent: int
) -> None:
    apply_theme(qapp, Theme.LIGHT, percent)
    shell.resize(*size)
    click(view.line.decide)
    for part in ("chapters", "priorities", "questions", "sightings"):
        view.show_part(part)
        settle()
        assert looking.unnamed(view) == []
        assert looking.too_small(view) == []
        assert looking.clipped(view) == []
        assert view.width() <= shell.width()
