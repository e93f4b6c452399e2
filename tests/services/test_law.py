"""Lagkollen is computed from what the council file can show, and undo takes the proof away again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from norrmyra import FIRST, TODAY, example_of, hold, meeting
from trygghetsrad.app import read_council
from trygghetsrad.domain.board_matters import MatterAbout, MatterOutcome
from trygghetsrad.domain.chapters import Chapter
from trygghetsrad.domain.law import DutyState, Proof
from trygghetsrad.domain.thread import Position, Resolution

if TYPE_CHECKING:
    from collections.abc import Callable

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.law import DutyStatus

KS = Resolution(day=date(2025, 11, 20), body="kommunstyrelsen", section="§ 118", dnr="KS 2025/204")
PERIOD = date(2026, 1, 1), date(2027, 12, 31)


def row(council: OpenCouncil, key: str, today: date = TODAY) -> DutyStatus:
    return next(one for one in council.law.statuses(today) if one.duty.key == key)


def _picture(council: OpenCouncil) -> None:
    problem = council.thread.add_problem("Stölder")
    picture = council.pictures.start(*PERIOD)
    for chapter in (Chapter.REPORTED, Chapter.SCHOOL, Chapter.TRENDS):
        council.pictures.write_chapter(picture, chapter, "Text")
    assessment = council.pictures.get(picture).assessments[0]
    assert assessment.problem_id == problem
    council.pictures.judge(assessment.id, position=Position.NO_ACTION, motivation="Få fall")
    council.pictures.decide(picture, KS)


def _plan(council: OpenCouncil) -> None:
    council.plans.decide(council.plans.start(*PERIOD), KS)


def _review(council: OpenCouncil) -> None:
    _plan(council)
    council.plans.finish_review(council.plans.start_review(date(2026, 1, 12)), date(2026, 1, 20))


def _agreement(council: OpenCouncil) -> None:
    agreement = council.agreements.add(
        date(2025, 11, 1), purposes="Färre brott", areas="Stölder", starts=PERIOD[0], ends=date(2029, 12, 31)
    )
    council.agreements.send(agreement, date(2025, 11, 2))
    for party in council.agreements.get(agreement).parties:
        council.agreements.sign(party.id, date(2025, 11, 20), TODAY)


def _report(council: OpenCouncil) -> None:
    matter = council.boards.add(
        MatterAbout.REPORT, "Årsrapport", "kommunfullmäktige", TODAY, meeting_day=date(2026, 1, 26), year=2025
    )
    council.boards.answer(matter, MatterOutcome.NOTED, TODAY, section="§ 4")


PROOFS: dict[str, tuple[Callable[[OpenCouncil], object], Proof]] = {
    "situation_picture": (_picture, Proof.PICTURE),
    "position": (_picture, Proof.PROBLEM),
    "picture_renewed": (_picture, Proof.PICTURE),
    "action_plan": (_plan, Proof.PLAN),
    "plan_followed_up": (_review, Proof.FOLLOW_UP),
    "integrated_planning": (lambda c: c.coordination.add_plan_link("Folkhälsoplanen"), Proof.PLAN_LINK),
    "agreements": (_agreement, Proof.AGREEMENT),
    "council": (lambda c: hold(c, meeting(c, FIRST)), Proof.MEETING),
    "coordination": (
        lambda c: c.coordination.begin("Samordnare", date(2025, 1, 1), holder="Anna Sjöberg", percent=20),
        Proof.COORDINATION,
    ),
    "reporting": (_report, Proof.REPORT),
}


@pytest.mark.parametrize("key", PROOFS)
def test_what_is_done_in_the_program_documents_its_row_and_undo_takes_it_back(
    council: OpenCouncil, key: str
) -> None:
    act, kind = PROOFS[key]
    before = row(council, key)
    with council.sitting():
        act(council)
    after = row(council, key, max(TODAY, FIRST) if key == "council" else TODAY)
    assert after.state is DutyState.DOCUMENTED, after.lacking
    assert kind in {proof.kind for proof in after.evidence}
    while council.undo.next_undo() and row(council, key) != before:
        council.undo.undo()
    assert row(council, key) == before


def test_a_new_council_has_filled_in_nothing_and_lacks_nothing_yet(council: OpenCouncil) -> None:
    states = {one.duty.key: one.state for one in council.law.statuses(TODAY)}
    for key in ("situation_picture", "action_plan", "agreements", "reporting", "integrated_planning"):
        assert states[key] is DutyState.NOT_FILLED, key


def test_the_answer_that_it_does_not_exist_yet_makes_the_row_lack_it(council: OpenCouncil) -> None:
    council.duty_answers.answer("action_plan", TODAY)
    status = row(council, "action_plan")
    assert status.state is DutyState.MISSING
    assert status.start, "there is a button that begins it"


def test_a_lagesbild_made_elsewhere_counts_at_once(council: OpenCouncil) -> None:
    council.pictures.register(date(2023, 1, 1), date(2025, 12, 31), KS)
    for key in ("situation_picture", "position"):
        assert row(council, key).state is DutyState.DOCUMENTED, key
    renewed = row(council, "picture_renewed")
    assert renewed.due == date(2027, 11, 20)
    assert "lagen säger minst vartannat år" in renewed.reckoned


def test_the_clock_of_the_plan_starts_anew_with_each_finished_follow_up(council: OpenCouncil) -> None:
    _plan(council)
    assert row(council, "plan_followed_up").due == date(2027, 11, 20)
    review = council.plans.start_review(date(2026, 1, 12))
    assert row(council, "plan_followed_up").due == date(2027, 11, 20), "begun is not done"
    council.plans.finish_review(review, date(2026, 1, 20))
    assert row(council, "plan_followed_up").due == date(2028, 1, 20)


def test_a_lagesbild_without_its_parts_is_not_done(council: OpenCouncil) -> None:
    picture = council.pictures.start(*PERIOD)
    council.pictures.write_chapter(picture, Chapter.REPORTED, "Text")
    council.pictures.decide(picture, KS)
    status = row(council, "situation_picture")
    assert status.state is DutyState.IN_PROGRESS
    assert "annan information" in status.lacking
    assert "kartläggning" not in status.lacking


def test_the_school_and_the_rescue_service_of_the_municipality_are_no_outside_organisations() -> None:
    with read_council(example_of(date(2026, 11, 24))) as council:
        told = row(council, "representatives", date(2026, 11, 24))
        named = " ".join([told.lacking, *(proof.what for proof in told.evidence)])
    assert "Polisen" in named
    assert "Räddningstjänsten" not in named
    assert "Norrmyra skola" not in named


def test_the_year_says_when_the_plan_must_be_followed_up(council: OpenCouncil) -> None:
    _plan(council)
    tasks = [task for task in council.law.year_tasks(2027, TODAY) if task.day and task.section == "6 §"]
    assert any(task.title.startswith("Åtgärdsplanen ska vara uppföljd") for task in tasks)
