"""§ numbers: by year, by meeting or none; given once and never used again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import norrmyra
from norrmyra import FIRST, SECOND, meeting
from trygghetsrad.domain.numbering import NumberingRule

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil


def labels(council: OpenCouncil, meeting_id: int) -> list[str]:
    return [one.label for one in council.minutes.draft(meeting_id).items]


def issue(council: OpenCouncil, meeting_id: int) -> None:
    council.documents.issue("protokoll", council.meetings.get(meeting_id).day, meeting_id)


@pytest.fixture
def first(council: OpenCouncil) -> int:
    held = meeting(council, FIRST)
    norrmyra.hold(council, held)
    return held


@pytest.fixture
def second(council: OpenCouncil, first: int) -> int:
    held = meeting(council, SECOND)
    norrmyra.hold(council, held)
    return held


def test_by_year_the_second_meeting_goes_on_where_the_first_ended(
    council: OpenCouncil, first: int, second: int
) -> None:
    issue(council, first)
    issue(council, second)
    assert labels(council, first) == [f"§ {n}" for n in range(1, 9)]
    assert labels(council, second) == [f"§ {n}" for n in range(9, 17)]


def test_a_new_year_begins_anew(council: OpenCouncil, first: int) -> None:
    issue(council, first)
    other = council.meetings.add(date(2027, 2, 9))
    norrmyra.hold(council, other)
    issue(council, other)
    assert labels(council, other)[0] == "§ 1"


def test_by_meeting_each_begins_at_one(council: OpenCouncil, first: int, second: int) -> None:
    council.council.change(numbering=NumberingRule.MEETING)
    issue(council, first)
    issue(council, second)
    assert labels(council, first)[0] == labels(council, second)[0] == "§ 1"


def test_without_sections_the_points_keep_their_own_numbers(council: OpenCouncil, first: int) -> None:
    council.council.change(numbering=NumberingRule.NONE)
    issue(council, first)
    assert labels(council, first) == [str(n) for n in range(1, 9)]
    assert norrmyra.rows(council.path, "SELECT count(*) FROM section_number") == [(0,)]


@pytest.mark.parametrize("rule", NumberingRule)
@pytest.mark.parametrize("other", NumberingRule)
def test_a_new_rule_changes_no_minutes_that_left_the_house(
    council: OpenCouncil, first: int, rule: NumberingRule, other: NumberingRule
) -> None:
    council.council.change(numbering=rule)
    issue(council, first)
    before = labels(council, first)
    council.council.change(numbering=other)
    assert labels(council, first) == before
    assert not council.room.room(first).changed_since_version
    council.minutes.mark_verified(first, FIRST)


def test_a_point_that_comes_late_in_the_middle_gets_a_letter(council: OpenCouncil, first: int) -> None:
    issue(council, first)
    late = council.meetings.add_item(first, "Sen fråga")
    later = council.meetings.add_item(first, "Ännu senare fråga")
    assert labels(council, first)[5:9] == ["§ 6", "§ 6 a", "§ 6 b", "§ 7"]
    issue(council, first)
    assert labels(council, first)[5:9] == ["§ 6", "§ 6 a", "§ 6 b", "§ 7"]
    council.meetings.remove_item(late)
    council.meetings.remove_item(later)
    council.meetings.add_item(first, "Tredje fråga")
    assert labels(council, first)[6] == "§ 6 c", "letters are never used again either"
    issue(council, first)


def test_a_point_that_comes_late_at_the_end_gets_the_next_number(council: OpenCouncil, first: int) -> None:
    issue(council, first)
    late = council.meetings.add_item(first, "Sist")
    council.meetings.move_item(late, 5)
    assert labels(council, first)[-1] == "§ 9"


def test_at_the_end_the_next_number_may_be_taken_by_another_meeting(
    council: OpenCouncil, first: int, second: int
) -> None:
    issue(council, first)
    issue(council, second)
    late = council.meetings.add_item(first, "Sist")
    council.meetings.move_item(late, 5)
    assert labels(council, first)[-1] == "§ 8 a"


def test_a_point_that_comes_late_and_first_stays_within_the_meetings_numbers(
    council: OpenCouncil, first: int, second: int
) -> None:
    issue(council, first)
    issue(council, second)
    late = council.meetings.add_item(second, "Allra först")
    council.meetings.move_item(late, -20)
    assert labels(council, second)[:2] == ["§ 9 a", "§ 9"]
    issue(council, second)


def test_a_number_whose_point_was_taken_away_is_not_used_again(
    council: OpenCouncil, first: int, second: int
) -> None:
    issue(council, first)
    council.meetings.remove_item(council.meetings.agenda(first)[-1].id)
    issue(council, second)
    assert labels(council, second)[0] == "§ 9"


def test_a_meeting_moved_past_new_year_keeps_its_series(council: OpenCouncil, first: int) -> None:
    issue(council, first)
    council.meetings.change(first, day=date(2027, 1, 12))
    council.meetings.add_item(first, "Sen fråga")
    issue(council, first)
    series = norrmyra.rows(council.path, "SELECT DISTINCT series FROM section_number")
    assert series == [("2026",)]
