"""Grants are planned, granted, reported and remembered before their reports are due."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from norrmyra import TODAY
from trygghetsrad.domain.documents import PaperOptions
from trygghetsrad.domain.errors import NotFound, Refused
from trygghetsrad.domain.grants import GrantState, grant_state
from trygghetsrad.domain.thread import GoalKind, Side

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil

DUE = date(2026, 2, 26)


def printed(council: OpenCouncil, grant_id: int | None = None) -> str:
    options = PaperOptions(grant_id=grant_id)
    pages = PdfReader(BytesIO(council.documents.preview("statsbidrag", TODAY, options=options).content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).replace("\xad", "").split())


def state(council: OpenCouncil) -> GrantState:
    return grant_state(council.grants.every()[0])


def test_a_project_goes_from_plan_to_report(council: OpenCouncil) -> None:
    grant = council.grants.add("Trygga kvällar", 2025, salaries=180000, other_costs=20000)
    assert (state(council), council.grants.every()[0].applied) == (GrantState.PLANNED, 200000)
    council.grants.change(grant, applied_on=date(2024, 9, 20))
    assert state(council) is GrantState.APPLIED
    council.grants.change(grant, granted=150000)
    assert state(council) is GrantState.GRANTED
    council.grants.change(grant, final_on=DUE)
    assert state(council) is GrantState.REPORTED
    council.undo.undo()
    assert state(council) is GrantState.GRANTED


def test_a_rejected_project_is_never_reported(council: OpenCouncil) -> None:
    council.grants.add("Trygga kvällar", 2025, granted=0, final_due=DUE)
    assert state(council) is GrantState.REJECTED
    assert council.overview.overview(DUE).reminders == ()


def test_a_report_stands_on_oversikt_from_six_weeks_before_until_it_is_sent(council: OpenCouncil) -> None:
    grant = council.grants.add("Trygga kvällar", 2025, granted=150000, final_due=DUE)
    assert council.overview.overview(date(2026, 1, 11)).reminders == ()
    (gap,) = council.overview.overview(date(2026, 1, 12)).reminders
    assert (gap.text, gap.caption) == ("Slutredovisning av Trygga kvällar", "Senast 2026-02-26 till Brå")
    assert (gap.kind, gap.item_id) == ("grant", grant)
    (late,) = council.overview.overview(date(2026, 3, 1)).reminders
    assert late.caption.endswith("3 dagar sedan")
    council.grants.change(grant, final_on=date(2026, 3, 1))
    assert council.overview.overview(date(2026, 3, 1)).reminders == ()


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"title": " "}, "behöver ett namn"),
        ({"ends": date(2024, 1, 1)}, "sluta före det börjar"),
        ({"granted": -1}, "mindre än noll"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(council: OpenCouncil, changes, says) -> None:
    grant = council.grants.add("Trygga kvällar", 2025, starts=date(2025, 1, 1))
    before = council.grants.every()
    with pytest.raises(Refused, match=says):
        council.grants.change(grant, **changes)
    assert council.grants.every() == before


def test_a_project_without_a_name_or_with_a_problem_that_is_gone_is_refused(council: OpenCouncil) -> None:
    with pytest.raises(Refused, match="Skriv vad projektet heter"):
        council.grants.add(" ", 2025)
    with pytest.raises(NotFound):
        council.grants.add("Trygga kvällar", 2025, problem_id=404)


def test_the_application_rests_on_the_thread_and_the_report_tells_how_it_went(council: OpenCouncil) -> None:
    problem = council.thread.add_problem("Otrygga platser")
    council.thread.add_cause(problem, Side.PLACE, "Mörker vid entrén")
    council.thread.add_goal(problem, GoalKind.EFFECT, "Fler vågar gå förbi")
    action = council.actions.add("Kvällsvärdar", TODAY, problem_id=problem)
    grant = council.grants.add("Trygga kvällar", 2025, problem_id=problem, salaries=180000)
    said = printed(council)
    assert "Underlag till ansökan om bidrag Trygga kvällar" in said
    for words in ("Otrygga platser", "Orsak 1: Mörker vid entrén", "Fler vågar gå förbi", "Kvällsvärdar"):
        assert words in said
    assert "180\xa0000" in said or "180 000" in said
    council.actions.follow_up(action, "Två värdar är på plats", TODAY)
    council.grants.change(grant, granted=150000, used=100000)
    said = printed(council, grant)
    assert "Underlag till redovisning av bidrag" in said
    assert "Två värdar är på plats" in said
    assert "Kvar av det beviljade" in said


def test_without_a_project_the_paper_is_a_template_that_says_so(council: OpenCouncil) -> None:
    paper = council.documents.preview("statsbidrag", TODAY)
    assert paper.notes == ("Inget bidragsprojekt är inlagt. Det här är en tom mall.",)
    assert "Uppgift saknas" in printed(council)
