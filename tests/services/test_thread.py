"""The thread lives on: numbers stay, problems are judged anew, what was decided is kept as it stood."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from norrmyra import TODAY
from trygghetsrad.domain.chapters import Chapter, PlanChapter
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.thread import GoalKind, Position, Resolution, Side, Weight

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil

FIRST_PERIOD = date(2024, 1, 1), date(2025, 12, 31)
SECOND_PERIOD = date(2026, 1, 1), date(2027, 12, 31)
SPRING_2024 = Resolution(day=date(2024, 4, 22), body="kommunstyrelsen", section="§ 38", dnr="KS 2024/51")
SPRING_2026 = Resolution(day=date(2026, 4, 20), body="kommunstyrelsen", section="§ 41", dnr="KS 2026/74")


def test_the_number_of_a_cause_is_never_given_to_another(council: OpenCouncil) -> None:
    problem = council.thread.add_problem("Stölder")
    first = council.thread.add_cause(problem, Side.PLACE, "Mörkt")
    council.thread.remove_cause(first)
    council.thread.add_cause(problem, Side.VICTIM, "Olåst")
    assert [cause.number for cause in council.thread.get(problem).causes] == [2]


def test_a_problem_from_a_focus_area_brings_examples_that_can_be_changed(council: OpenCouncil) -> None:
    problem = council.thread.add_problem(focus="tillgrepp")
    added = council.thread.add_cause_drafts(problem, Side.PLACE)
    causes = council.thread.get(problem).causes
    assert added == len(causes) >= 2
    assert {cause.side for cause in causes} == {Side.PLACE}
    assert council.thread.add_cause_drafts(problem, Side.PLACE) == 0, "what is there is not added twice"


def test_taking_a_cause_away_loosens_what_rested_on_it_and_says_so(council: OpenCouncil) -> None:
    problem = council.thread.add_problem("Stölder")
    cause = council.thread.add_cause(problem, Side.PLACE, "Mörkt")
    goal = council.thread.add_goal(problem, GoalKind.EFFECT, "Färre stölder", cause_id=cause)
    for what in ("Lampor", "Lås"):
        council.actions.add(what, TODAY, problem_id=problem, cause_id=cause, goal_id=goal)
    assert council.thread.remove_cause(cause) == "1 mål och 2 åtgärder"
    assert council.thread.get(problem).goals[0].cause_id is None
    council.undo.undo()
    assert council.thread.get(problem).goals[0].cause_id == cause
    assert {action.cause_id for action in council.actions.every(TODAY)} == {cause}


def test_a_revision_judges_the_same_problems_anew_and_doubles_none(council: OpenCouncil) -> None:
    problem = council.thread.add_problem("Stölder")
    closed = council.thread.add_problem("Klotter")
    first = council.pictures.start(*FIRST_PERIOD)
    judged = council.pictures.get(first).assessments[0]
    council.pictures.judge(
        judged.id, position=Position.PRIORITISED, motivation="Vanligast", text="31 stölder"
    )
    council.pictures.mark(judged.id, "vanligt", Weight.YES)
    council.pictures.write_chapter(first, Chapter.MUNICIPALITY, "4 000 invånare")
    council.pictures.decide(first, SPRING_2024)
    council.thread.close_problem(closed, date(2025, 6, 1), "Inga fall på två år")

    second = council.pictures.get(council.pictures.start(*SECOND_PERIOD))
    assert [one.problem_id for one in second.assessments] == [problem]
    assert second.assessments[0].position is Position.UNSET
    assert second.chapters[0].text == "4 000 invånare"
    assert len(council.thread.every()) == 2
    assert council.pictures.get(first).assessments[0].motivation == "Vanligast", "the old judgement stays"


def test_a_decided_lagesbild_takes_no_more_text(council: OpenCouncil) -> None:
    council.thread.add_problem("Stölder")
    picture = council.pictures.start(*FIRST_PERIOD)
    assessment = council.pictures.get(picture).assessments[0].id
    council.pictures.decide(picture, SPRING_2024)
    for deed in (
        lambda: council.pictures.write_chapter(picture, Chapter.SUMMARY, "Nytt"),
        lambda: council.pictures.judge(assessment, text="Nytt"),
        lambda: council.pictures.mark(assessment, "vanligt", Weight.NO),
    ):
        with pytest.raises(Refused, match=r"fastställdes 2024-04-22 och ändras inte"):
            deed()


def test_a_problem_that_turns_up_while_the_lagesbild_is_written_is_judged_in_it(council: OpenCouncil) -> None:
    picture = council.pictures.start(*SECOND_PERIOD)
    problem = council.thread.add_problem("Bedrägerier")
    assert [one.problem_id for one in council.pictures.get(picture).assessments] == [problem]


def test_the_plan_knows_which_actions_stood_in_it_when_it_was_decided(council: OpenCouncil) -> None:
    problem = council.thread.add_problem("Stölder")
    stood = council.actions.add("Lås", TODAY, problem_id=problem)
    council.actions.add("Köp kaffe", TODAY)
    plan = council.plans.start(*SECOND_PERIOD)
    council.plans.write_chapter(plan, PlanChapter.RESOURCES, "Inom ram")
    council.plans.decide(plan, SPRING_2026)
    added = council.actions.add("Märk-DNA", TODAY, problem_id=problem)
    frozen = council.plans.get(plan).frozen_actions
    assert council.actions.get(stood).uid in frozen
    assert council.actions.get(added).uid not in frozen
    assert len(frozen) == 1, "what is no part of the plan is not in it"
    with pytest.raises(Refused, match="ändras inte"):
        council.plans.write_chapter(plan, PlanChapter.RESOURCES, "Mer pengar")


def test_a_new_plan_begins_with_the_words_of_the_one_before(council: OpenCouncil) -> None:
    plan = council.plans.start(*FIRST_PERIOD)
    council.plans.write_chapter(plan, PlanChapter.COMMUNICATION, "På webben")
    council.plans.decide(plan, SPRING_2024)
    draft = council.plans.get(council.plans.start(*SECOND_PERIOD))
    assert [chapter.text for chapter in draft.chapters] == ["På webben"]
    current = council.plans.current()
    assert current
    assert current.id == plan, "the old one holds until the new one is decided"


def test_going_through_the_plan_goes_on_where_it_stopped(council: OpenCouncil) -> None:
    plan = council.plans.start(*SECOND_PERIOD)
    council.plans.decide(plan, SPRING_2026)
    review = council.plans.start_review(date(2027, 1, 11))
    assert council.plans.start_review(date(2027, 1, 18)) == review
    council.plans.finish_review(review, date(2027, 1, 25), "Elva av tolv åtgärder är gjorda")
    told = council.plans.reviews()[0]
    assert (told.started_on, told.finished_on) == (date(2027, 1, 11), date(2027, 1, 25))
    assert council.plans.start_review(date(2028, 1, 10)) != review


def test_joined_problems_keep_all_that_was_known_of_both(council: OpenCouncil) -> None:
    boats, thefts = council.thread.add_problem("Båtstölder"), council.thread.add_problem("Stölder")
    council.thread.add_cause(thefts, Side.PLACE, "Mörkt")
    council.thread.add_cause(boats, Side.PLACE, "Hamnen är öppen")
    council.thread.add_goal(boats, GoalKind.EFFECT, "Inga båtar borta")
    action = council.actions.add("Bom vid hamnen", TODAY, problem_id=boats)
    council.thread.join_problems(boats, thefts, TODAY)
    kept = council.thread.get(thefts)
    assert [(cause.number, cause.text) for cause in kept.causes] == [(1, "Mörkt"), (2, "Hamnen är öppen")]
    assert kept.goals
    assert kept.action_ids == (action,)
    gone = council.thread.get(boats)
    assert (gone.joined_to_id, gone.closed_on) == (thefts, TODAY)
    assert gone.closed_because == "Ingår i Stölder."
