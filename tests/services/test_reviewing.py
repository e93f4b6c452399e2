"""Going through the plan: what was told, where it stopped, and what the next lägesbild hears of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from norrmyra import TODAY
from trygghetsrad.domain.actions import ActionStatus, Rating
from trygghetsrad.domain.chapters import Chapter
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.reviewing import first_untold, summary_of, to_go_through, told_in
from trygghetsrad.domain.thread import Resolution

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.actions import Action

DONE = date(2026, 2, 20)


@pytest.fixture
def review(council: OpenCouncil) -> int:
    """A plan with three actions under two problems, and a going through that has begun."""
    young, theft = council.thread.add_problem("Unga"), council.thread.add_problem("Stöld")
    council.actions.add("Grannsamverkan", TODAY, problem_id=theft)
    council.actions.add("Nattvandring", TODAY, problem_id=young, due=date(2026, 9, 1))
    council.actions.add("Föräldramöte", TODAY, problem_id=young, due=date(2026, 5, 1))
    council.actions.add("Köp kaffe", TODAY)
    plan = council.plans.start(date(2026, 1, 1), date(2027, 12, 31))
    council.plans.decide(plan, Resolution(day=TODAY, body="Kommunstyrelsen"))
    return council.plans.start_review(TODAY)


def of_plan(council: OpenCouncil) -> tuple[Action, ...]:
    return to_go_through(council.actions.every(TODAY), council.thread.problems())


def test_only_the_actions_of_the_plan_are_gone_through_problem_by_problem(
    council: OpenCouncil, review: int
) -> None:
    assert [one.what for one in of_plan(council)] == ["Föräldramöte", "Nattvandring", "Grannsamverkan"]


def test_what_was_finished_before_the_last_going_through_is_not_asked_again(
    council: OpenCouncil, review: int
) -> None:
    first = of_plan(council)[0]
    council.actions.set_status(first.id, ActionStatus.DONE, DONE)
    kept = to_go_through(council.actions.every(TODAY), council.thread.problems(), date(2026, 3, 1))
    assert [one.what for one in kept] == ["Nattvandring", "Grannsamverkan"]
    same_day = to_go_through(council.actions.every(TODAY), council.thread.problems(), DONE)
    assert len(same_day) == 3


def test_the_three_kinds_of_follow_up_are_kept_and_the_state_is_hers_to_mark(
    council: OpenCouncil, review: int
) -> None:
    first = of_plan(council)[0]
    told = council.actions.follow_up(
        first.id,
        "",
        TODAY,
        Rating.YELLOW,
        production=" Två möten ",
        process="Få kom",
        effect="",
        review_id=review,
    )
    now = of_plan(council)[0]
    assert now.status is ActionStatus.PLANNED
    follow_up = told_in(now, review)
    assert follow_up is not None
    assert (follow_up.production, follow_up.process, follow_up.rating) == (
        "Två möten",
        "Få kom",
        Rating.YELLOW,
    )
    assert follow_up.words == "Två möten Få kom"
    council.actions.change_follow_up(told, effect="Färre bråk", rating=Rating.GREEN)
    changed = told_in(of_plan(council)[0], review)
    assert changed is not None
    assert (changed.effect, changed.rating, changed.production) == (
        "Färre bråk",
        Rating.GREEN,
        "Två möten",
    )


def test_typing_in_a_field_is_one_step_to_undo(council: OpenCouncil, review: int) -> None:
    first = of_plan(council)[0]
    told = council.actions.follow_up(first.id, "", TODAY, review_id=review)
    council.actions.change_follow_up(told, effect="Fä")
    council.actions.change_follow_up(told, effect="Färre")
    council.undo.undo()
    changed = told_in(of_plan(council)[0], review)
    assert changed is not None
    assert changed.effect == ""


def test_having_looked_is_enough_in_a_review_but_not_elsewhere(council: OpenCouncil, review: int) -> None:
    first = of_plan(council)[0]
    council.actions.follow_up(first.id, "", TODAY, review_id=review)
    looked = told_in(of_plan(council)[0], review)
    assert looked is not None
    assert looked.words == "Genomgången i uppföljningen."
    with pytest.raises(Refused, match="Skriv vad som har hänt"):
        council.actions.follow_up(first.id, "", TODAY)


def test_a_going_through_goes_on_where_it_stopped_and_says_what_is_left(
    council: OpenCouncil, review: int
) -> None:
    first, second, _third = of_plan(council)
    council.actions.follow_up(first.id, "Bra", TODAY, Rating.GREEN, review_id=review)
    council.actions.set_status(second.id, ActionStatus.ONGOING, TODAY)
    assert first_untold(of_plan(council), review) == 1
    summary = summary_of(of_plan(council), review)
    assert (summary.total, summary.told, summary.untold) == (3, 1, 2)
    assert summary.text == (
        "3 åtgärder i planen: 2 planerade och 1 pågår. Omdöme: 1 grön. Inte genomgångna: 2."
    )


def test_a_finished_review_waits_in_the_next_lägesbild(council: OpenCouncil, review: int) -> None:
    first, second, _third = of_plan(council)
    council.actions.follow_up(first.id, "", TODAY, effect="Färre unga ute sent", review_id=review)
    council.actions.follow_up(second.id, "", TODAY, process="Fler vuxna behövs", review_id=review)
    picture = council.pictures.start(date(2026, 1, 1), date(2027, 12, 31))
    assert council.chapter_drafts.waiting(picture, TODAY) == ()
    council.plans.finish_review(review, DONE, "Det mesta går bra.")
    trends, factors = council.chapter_drafts.waiting(picture, DONE)
    assert (trends.chapter, factors.chapter) == (Chapter.TRENDS, Chapter.FACTORS)
    assert trends.text == (
        "Ur uppföljningen 2026-02-20: Det mesta går bra.\n\n- Föräldramöte: Färre unga ute sent"
    )
    assert factors.text == "Ur uppföljningen 2026-02-20:\n\n- Nattvandring: Fler vuxna behövs"
    council.chapter_drafts.take_in(picture, trends)
    assert [one.chapter for one in council.chapter_drafts.waiting(picture, DONE)] == [Chapter.FACTORS]


def test_an_action_has_one_follow_up_in_a_review_however_often_it_is_spoken_of(
    council: OpenCouncil, review: int
) -> None:
    first = of_plan(council)[0]
    council.actions.tell_in_review(first.id, review, TODAY)
    council.actions.tell_in_review(first.id, review, TODAY, rating=Rating.RED, effect=" Inget ")
    council.actions.tell_in_review(first.id, review, DONE, text="Börjar om")
    (told,) = of_plan(council)[0].follow_ups
    assert (told.day, told.rating, told.effect, told.text) == (TODAY, Rating.RED, "Inget", "Börjar om")
    assert of_plan(council)[0].status is ActionStatus.PLANNED
