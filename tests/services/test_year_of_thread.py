"""The annual report tells of lägesbild, plan, agreement, information and resources, or that nothing is known."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PdfReader

from norrmyra import TODAY
from trygghetsrad.domain.documents import PaperOptions
from trygghetsrad.domain.thread import GoalKind, Resolution

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil

DECIDED = Resolution(day=date(2026, 3, 2), body="kommunstyrelsen", section="§ 41")


def printed(council: OpenCouncil) -> str:
    content = council.documents.preview("arsrapport", TODAY, None, PaperOptions(year=2026)).content
    pages = PdfReader(BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).replace("\xad", "").split())


def test_a_chapter_nothing_is_known_of_says_so_and_never_that_something_is_lacking(
    council: OpenCouncil,
) -> None:
    said = printed(council)
    assert "Åtgärdsplanen (5–6 §§) Uppgift om åtgärdsplanen är inte ifylld." in said
    assert "Ingen överenskommelse är inskriven." in said
    assert "Ingen information är antecknad under året." in said


def test_the_plan_counts_its_actions_and_an_assignment_outside_it_is_not_among_them(
    council: OpenCouncil,
) -> None:
    problem = council.thread.add_problem("Dieselstölder")
    council.thread.add_goal(problem, GoalKind.EFFECT, "Färre stölder", result="Sju i år")
    council.actions.add("Lampor", TODAY, problem_id=problem)
    council.plans.decide(council.plans.start(date(2026, 1, 1), date(2027, 12, 31)), DECIDED)
    council.actions.add("Boka lokal", TODAY)
    said = printed(council)
    assert "Åtgärdsplanen 2026–2027 är beslutad av kommunstyrelsen 2026-03-02, § 41." in said
    assert "Planen har 1 åtgärd: 1 planerad." in said
    assert "Sju i år" in said
    chapter = said[said.index("Åtgärdsplanen (5–6 §§)") : said.index("Måluppfyllelse och resultat")]
    assert "Lampor" in chapter
    assert "Boka lokal" not in chapter


def test_what_was_told_and_who_coordinates_stands_in_its_year(council: OpenCouncil) -> None:
    council.coordination.publish("Lägesbilden i korthet", TODAY, TODAY, address="norrmyra.example/trygg")
    council.coordination.begin("Säkerhetssamordnare", date(2026, 1, 1), percent=40)
    said = printed(council)
    assert "Lägesbilden i korthet" in said
    assert "40 procent av heltid" in said
