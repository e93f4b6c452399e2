"""The åtgärdsplan on paper: what was decided stands as it was, and what came after is told apart."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from norrmyra import TODAY
from trygghetsrad.domain.chapters import PlanChapter
from trygghetsrad.domain.documents import PaperOptions
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.thread import GoalKind, Resolution, Side

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil

PERIOD = date(2026, 1, 1), date(2027, 12, 31)
DECIDED = Resolution(day=date(2026, 3, 2), body="kommunstyrelsen", section="§ 41", dnr="KS 2026/88")


def printed(council: OpenCouncil) -> str:
    content = council.documents.preview("atgardsplan", TODAY).content
    pages = PdfReader(BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).replace("\xad", "").split())


@pytest.fixture
def planned(council: OpenCouncil) -> OpenCouncil:
    """Return a council with a plan for one problem, not decided yet."""
    problem = council.thread.add_problem("Dieselstölder")
    cause = council.thread.add_cause(problem, Side.PLACE, "Mörka gårdar")
    goal = council.thread.add_goal(problem, GoalKind.EFFECT, "Färre stölder", cause_id=cause)
    council.actions.add("Lampor", TODAY, problem_id=problem, cause_id=cause, goal_id=goal)
    plan = council.plans.start(*PERIOD)
    council.plans.write_chapter(plan, PlanChapter.RESOURCES, "Inom ram.")
    return council


def plan_id(council: OpenCouncil) -> int:
    return council.plans.every()[0].id


def test_without_a_plan_the_paper_is_honest(council: OpenCouncil) -> None:
    said = printed(council)
    assert "Utkast, inte beslutad" in said
    assert "Inga problem är prioriterade." in said


def test_a_draft_says_that_it_is_one_and_what_nobody_has_written(planned: OpenCouncil) -> None:
    said = printed(planned)
    assert "Åtgärdsplan 2026–2027" in said
    assert "Utkast, inte beslutad" in said
    assert "1. Mörka gårdar" in said
    assert "4 Resurser och finansiering Inom ram." in said
    assert "5 Kommunikation (12 § 3) Uppgift saknas." in said


def test_a_decided_plan_prints_what_was_decided_and_tells_what_came_after(planned: OpenCouncil) -> None:
    planned.plans.decide(plan_id(planned), DECIDED)
    problem = planned.thread.every()[0]
    planned.thread.change_cause(problem.causes[0].id, text="Olåsta tankar")
    planned.actions.change(planned.actions.every(TODAY)[0].id, what="Strålkastare")
    planned.actions.add("Lås", TODAY, problem_id=problem.id)
    said = printed(planned)
    assert "Kommunstyrelsen 2026-03-02, § 41" in said
    assert "senast 2028-03-02, räknat som 24 månader; lagen säger minst vartannat år" in said
    assert "Olåsta tankar" not in said
    assert "Strålkastare" not in said
    assert "Lampor" in said
    assert "Lås Tillkommit efter beslutet" in said
    assert said.count("Tillkommit efter beslutet") == len(["in the table", "on the card"])


def test_what_others_have_taken_on_stands_apart(planned: OpenCouncil) -> None:
    police = next(one for one in planned.people.organisations() if "Polis" in one.name)
    problem = planned.thread.every()[0]
    planned.actions.add("Grannsamverkan", TODAY, problem_id=problem.id, owner_organisation_id=police.id)
    said = printed(planned)
    assert said.index("Kommunens åtgärder") < said.index("Andra aktörers åtaganden (enligt överenskommelse)")
    assert said.index("Andra aktörers åtaganden") < said.index("Grannsamverkan")


def test_a_plan_of_choice_prints_as_it_was_adopted_and_nothing_later(planned: OpenCouncil) -> None:
    planned.plans.decide(plan_id(planned), DECIDED)
    planned.actions.add("Lås", TODAY, problem_id=planned.thread.every()[0].id)
    offer = planned.documents.offer("atgardsplan", TODAY)
    assert offer.versions == ((1, "2026–2027, version 1, beslutad 2026-03-02"),)
    chosen = PaperOptions(version=1)
    paper = planned.documents.preview("atgardsplan", TODAY, options=chosen)
    said = " ".join(page.extract_text() for page in PdfReader(BytesIO(paper.content)).pages)
    assert paper.file_name.endswith("version 1.pdf")
    assert "Lampor" in said
    assert "Lås" not in said
    assert "Lås" in printed(planned)


def test_a_plan_that_was_never_adopted_is_refused(planned: OpenCouncil) -> None:
    with pytest.raises(Refused, match="ingen beslutad åtgärdsplan med nummer 1"):
        planned.documents.preview("atgardsplan", TODAY, options=PaperOptions(version=1))
