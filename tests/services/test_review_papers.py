"""The follow-up of the plan on paper: what was told, what nobody has told, and forms to send out."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PdfReader

from norrmyra import TODAY
from trygghetsrad.domain.actions import Rating
from trygghetsrad.domain.documents import PaperOptions
from trygghetsrad.domain.thread import Resolution

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil

DECIDED = Resolution(day=date(2026, 3, 2), body="kommunstyrelsen", section="§ 41")


def printed(council: OpenCouncil, options: PaperOptions | None = None) -> str:
    content = council.documents.preview("uppfoljning", TODAY, None, options or PaperOptions()).content
    pages = PdfReader(BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).replace("\xad", "").split())


def follow(council: OpenCouncil) -> None:
    problem = council.thread.add_problem("Dieselstölder")
    police = next(one for one in council.people.organisations() if "Polis" in one.name)
    told = council.actions.add("Lampor", TODAY, problem_id=problem, owner_organisation_id=police.id)
    council.actions.add("Lås", TODAY, problem_id=problem)
    plan = council.plans.start(date(2026, 1, 1), date(2027, 12, 31))
    council.plans.decide(plan, DECIDED)
    review = council.plans.start_review(TODAY)
    council.actions.follow_up(told, "Två lampor", TODAY, Rating.YELLOW, review_id=review)


def test_without_a_decided_plan_the_report_says_so(council: OpenCouncil) -> None:
    assert "Det finns ingen beslutad åtgärdsplan att följa upp." in printed(council)


def test_the_report_tells_what_was_told_and_what_was_not(council: OpenCouncil) -> None:
    follow(council)
    said = printed(council)
    assert "Två lampor" in said
    assert "Gul: går, men något behöver ändras" in said
    assert "Inte genomgången" in said
    assert "är inte avslutad" in said


def test_an_owner_gets_a_form_with_nothing_but_their_own(council: OpenCouncil) -> None:
    follow(council)
    police = next(one.name for one in council.people.organisations() if "Polis" in one.name)
    said = printed(council, PaperOptions(owner=police))
    assert "Vad är gjort, och hur mycket?" in said
    assert "Lampor" in said
    assert "Lås" not in said
