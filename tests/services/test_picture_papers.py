"""The lägesbild and the cause analysis on paper, with what is missing told as it is."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PdfReader

from norrmyra import TODAY
from trygghetsrad.domain.chapters import Chapter
from trygghetsrad.domain.documents import PaperOptions
from trygghetsrad.domain.thread import Position, Resolution, Side

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil

FIRST = date(2024, 1, 1), date(2025, 12, 31)
SECOND = date(2026, 1, 1), date(2027, 12, 31)
DECIDED = Resolution(day=date(2024, 4, 22), body="kommunstyrelsen", section="§ 38", dnr="KS 2024/51")


def printed(council: OpenCouncil, kind: str = "lagesbild") -> str:
    content = council.documents.preview(kind, TODAY).content
    pages = PdfReader(BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).replace("\xad", "").split())


def test_a_chapter_nobody_has_touched_says_so_in_one_line(council: OpenCouncil) -> None:
    picture = council.pictures.start(*SECOND)
    council.pictures.write_chapter(picture, Chapter.SCHOOL, "Fler elever trivs.")
    said = printed(council)
    assert "Utkast, inte beslutad" in said
    assert "4.3 Skola Fler elever trivs." in said
    assert "4.6 Näringsliv Uppgift saknas." in said
    assert "3 Kartläggning av brottsligheten (4 § 1)" in said


def test_a_new_version_tells_what_is_judged_otherwise(council: OpenCouncil) -> None:
    council.thread.add_problem("Dieselstölder")
    first = council.pictures.start(*FIRST)
    judged = council.pictures.get(first).assessments[0]
    council.pictures.judge(judged.id, position=Position.WATCHED, motivation="Få fall")
    council.pictures.decide(first, DECIDED)
    said = printed(council)
    assert "Kommunstyrelsen 2024-04-22, § 38" in said
    assert "senast 2026-04-22, räknat som 24 månader; lagen säger minst vartannat år" in said
    second = council.pictures.start(*SECOND)
    judged = council.pictures.get(second).assessments[0]
    council.pictures.judge(judged.id, position=Position.PRIORITISED, motivation="Ökar")
    said = printed(council)
    assert "Dieselstölder: förut bevakat, nu prioriterat." in said
    assert "Dieselstölder: Ökar" in said


def test_causes_are_told_side_by_side_with_their_numbers(council: OpenCouncil) -> None:
    problem = council.thread.add_problem("Dieselstölder")
    council.thread.add_cause(problem, Side.VICTIM, "Olåsta tankar")
    council.thread.add_cause(problem, Side.PLACE, "Mörka gårdar")
    said = printed(council, "orsaksanalys")
    assert said.rindex("1. Olåsta tankar") < said.rindex("2. Mörka gårdar")
    assert "Inga orsaker är inskrivna." in said


def test_without_problems_the_analysis_says_so(council: OpenCouncil) -> None:
    assert "Inga problem är inskrivna" in printed(council, "orsaksanalys")


def test_an_adopted_lagesbild_of_choice_prints_as_it_was_kept(council: OpenCouncil) -> None:
    problem = council.thread.add_problem("Dieselstölder")
    first = council.pictures.start(*FIRST)
    council.pictures.write_chapter(first, Chapter.SCHOOL, "Fler elever trivs.")
    judged = council.pictures.get(first).assessments[0]
    council.pictures.judge(judged.id, position=Position.WATCHED, motivation="Få fall")
    council.pictures.decide(first, DECIDED)
    council.thread.change_problem(problem, title="Bränslestölder")
    second = council.pictures.start(*SECOND)
    council.pictures.write_chapter(second, Chapter.SCHOOL, "Färre elever trivs.")
    paper = council.documents.preview("lagesbild", TODAY, options=PaperOptions(version=1))
    pages = PdfReader(BytesIO(paper.content)).pages
    said = " ".join(" ".join(page.extract_text() for page in pages).replace("\xad", "").split())
    assert paper.title == "Lägesbild version 1"
    for words in ("Fler elever trivs.", "Dieselstölder", "Få fall", "Kommunstyrelsen 2024-04-22, § 38"):
        assert words in said
    assert "Bränslestölder" not in said
    assert "Färre elever trivs." in printed(council)
