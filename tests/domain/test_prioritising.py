"""The matrix helps to sort; people decide, and say why."""

from __future__ import annotations

import pytest

from trygghetsrad.domain.prioritising import (
    Criterion,
    crowding,
    proposed_priorities,
    sum_text,
    what_is_missing,
)
from trygghetsrad.domain.thread import Assessment, Mark, Position, Weight

CRITERIA = tuple(Criterion(key=key, label=key, question="?", help="") for key in ("ett", "två", "tre"))


def judged(number: int, points: int, position: Position = Position.UNSET, motivation: str = "") -> Assessment:
    """Return an assessment whose marks add up to some points."""
    marks = [Mark(criterion=f"stor {one}", weight=Weight.YES) for one in range(points // 2)]
    marks += [Mark(criterion="liten", weight=Weight.PARTLY)] * (points % 2)
    return Assessment(
        id=number,
        uid=str(number),
        picture_id=1,
        problem_id=number,
        position=position,
        motivation=motivation,
        marks=tuple(marks),
    )


def proposed(*assessments: Assessment) -> list[int]:
    return [one.id for one in proposed_priorities(assessments)]


def test_the_three_highest_sums_are_proposed():
    assert proposed(judged(1, 4), judged(2, 9), judged(3, 7), judged(4, 5)) == [2, 3, 4]


def test_a_problem_without_points_is_never_proposed():
    assert proposed(judged(1, 0), judged(2, 1)) == [2]


def test_equal_sums_that_do_not_all_fit_are_left_to_people():
    assert proposed(judged(1, 9), judged(2, 5), judged(3, 5), judged(4, 5)) == [1]
    assert proposed(*(judged(one, 5) for one in range(4))) == []


def test_equal_sums_that_fit_keep_their_order():
    assert proposed(judged(1, 5), judged(2, 5), judged(3, 5)) == [1, 2, 3]


def test_what_is_decided_takes_its_room_and_is_not_proposed_again():
    taken = [judged(1, 3, Position.PRIORITISED), judged(2, 3, Position.PRIORITISED)]
    assert proposed(*taken, judged(3, 8), judged(4, 6), judged(5, 9, Position.WATCHED)) == [3]


def test_when_three_are_prioritised_nothing_more_is_proposed():
    taken = [judged(one, 3, Position.PRIORITISED) for one in range(3)]
    assert proposed(*taken, judged(9, 20)) == []


def test_the_sum_tells_of_how_many_and_what_has_no_answer():
    marks = (
        Mark(criterion="ett", weight=Weight.YES),
        Mark(criterion="två", weight=Weight.PARTLY),
        Mark(criterion="tre", weight=Weight.UNSET),
        Mark(criterion="struken fråga", weight=Weight.YES),
    )
    half = Assessment(id=1, uid="1", picture_id=1, problem_id=1, marks=marks)
    assert sum_text(half, CRITERIA) == "3 av 6, 1 fråga utan svar"
    whole = Assessment(
        id=1,
        uid="1",
        picture_id=1,
        problem_id=1,
        marks=(*marks[:2], Mark(criterion="tre", weight=Weight.NO)),
    )
    assert sum_text(whole, CRITERIA) == "3 av 6"


@pytest.mark.parametrize("position", [Position.PRIORITISED, Position.WATCHED, Position.NO_ACTION])
def test_every_position_needs_a_reason_also_no_action(position: Position):
    assert what_is_missing(judged(1, 4, position, "  ")) == "Skriv en mening om varför ni tog ställning så."
    assert what_is_missing(judged(1, 4, position, "Det händer varje helg.")) == ""


def test_a_problem_without_a_position_is_asked_for_one():
    assert what_is_missing(judged(1, 4, motivation="Redan skriven.")).startswith("Välj om problemet")


def test_four_priorities_are_many_and_three_are_not():
    four = [judged(one, 3, Position.PRIORITISED) for one in range(4)]
    assert crowding(four[:3]) == ""
    assert crowding(four) == "Ni har prioriterat 4 problem. Högst 3 brukar gå att hålla i."
