"""What a meeting did not reach comes back at the next, and only there."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

import norrmyra
from norrmyra import FIRST, SECOND, THIRD, TODAY, item, meeting, titles
from trygghetsrad.domain.meetings import ItemKind, ItemOrigin

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil

NEW = "Klotter i centrum"


@pytest.fixture
def first(council: OpenCouncil) -> int:
    at = meeting(council, FIRST)
    council.meetings.add_item(at, NEW, presenter="Mats", minutes=20, kind=ItemKind.DECISION, dnr="KS 2026/7")
    return at


@pytest.fixture
def second(council: OpenCouncil) -> int:
    return meeting(council, SECOND)


@pytest.fixture
def third(council: OpenCouncil) -> int:
    return meeting(council, THIRD)


def test_what_was_not_reached_comes_back_with_all_that_was_said_of_it(
    council: OpenCouncil, first: int, second: int
) -> None:
    norrmyra.hold(council, first)
    copy = next(one for one in council.meetings.agenda(second) if one.title == NEW)
    assert (copy.origin, copy.presenter, copy.minutes, copy.kind, copy.dnr) == (
        ItemOrigin.UNDISCUSSED,
        "Mats",
        20,
        ItemKind.DECISION,
        "KS 2026/7",
    )
    assert titles(council, second)[-3:] == [NEW, "Övriga frågor", "Nästa möte"]


def test_standing_points_are_not_doubled(council: OpenCouncil, first: int, second: int) -> None:
    norrmyra.hold(council, first)
    assert len(titles(council, second)) == len(set(titles(council, second))) == 9


@pytest.mark.parametrize("how", ["text", "tick", "decision", "action"])
def test_what_was_reached_stays(council: OpenCouncil, first: int, second: int, how: str) -> None:
    council.room.start(first, time(13))
    _treat(council, item(council, first, NEW), how)
    council.room.end(first, time(15))
    assert NEW not in titles(council, second)


def _treat(council: OpenCouncil, point: int, how: str) -> None:
    match how:
        case "text":
            council.room.append_text(point, "Polisen berättar.")
        case "tick":
            council.room.set_treated(point, True)
        case "decision":
            council.room.add_decision(point, "Rådet noterar")
        case "action":
            council.room.add_action(point, "Tvätta väggen", TODAY)


@pytest.mark.parametrize("how", ["text", "tick", "decision", "action"])
def test_what_turns_out_to_have_been_reached_leaves_the_next_agenda(
    council: OpenCouncil, first: int, second: int, how: str
) -> None:
    norrmyra.hold(council, first)
    council.meetings.open_agenda(second)
    assert NEW in titles(council, second)
    _treat(council, item(council, first, NEW), how)
    assert NEW not in titles(council, second)
    assert [one.position for one in council.meetings.agenda(second)] == list(range(1, 9))
    council.undo.undo()
    assert NEW in titles(council, second), "one step takes both back"


def test_a_copy_somebody_has_worked_on_stays(council: OpenCouncil, first: int, second: int) -> None:
    norrmyra.hold(council, first)
    council.room.write_text(item(council, second, NEW), "Förberett underlag")
    _treat(council, item(council, first, NEW), "text")
    assert NEW in titles(council, second)


def test_a_copy_she_took_away_does_not_come_back(council: OpenCouncil, first: int, second: int) -> None:
    norrmyra.hold(council, first)
    council.meetings.remove_item(item(council, second, NEW))
    council.meetings.open_agenda(second)
    council.room.reopen(first)
    council.room.end(first, time(15))
    assert NEW not in titles(council, second)


def test_a_matter_nobody_has_time_for_follows_from_meeting_to_meeting_once(
    council: OpenCouncil, first: int, second: int, third: int
) -> None:
    norrmyra.hold(council, first)
    norrmyra.hold(council, second)
    assert titles(council, third).count(NEW) == 1
    _treat(council, item(council, first, NEW), "text")
    assert NEW not in titles(council, third), "it was dealt with long ago, it turned out"


def test_an_extra_meeting_in_between_takes_the_matter_over(
    council: OpenCouncil, first: int, second: int
) -> None:
    norrmyra.hold(council, first)
    extra = council.meetings.add(date(2026, 4, 14))
    assert NEW in titles(council, extra)
    assert NEW in titles(council, second)
    _treat(council, item(council, extra, NEW), "text")
    norrmyra.hold(council, extra)
    assert NEW not in titles(council, second)


def test_an_extra_meeting_that_did_not_reach_it_either_doubles_nothing(
    council: OpenCouncil, first: int, second: int
) -> None:
    norrmyra.hold(council, first)
    extra = council.meetings.add(date(2026, 4, 14))
    norrmyra.hold(council, extra)
    assert titles(council, second).count(NEW) == 1


def test_two_meetings_the_same_day_follow_each_other(council: OpenCouncil, first: int) -> None:
    afternoon = council.meetings.add(FIRST, starts=time(16), ends=time(17))
    norrmyra.hold(council, first)
    assert NEW in titles(council, afternoon)


def test_the_matters_of_a_cancelled_meeting_go_to_the_next(
    council: OpenCouncil, first: int, second: int, third: int
) -> None:
    council.meetings.cancel(first, "Sjukdom")
    assert NEW in titles(council, second)
    norrmyra.hold(council, second)
    assert titles(council, third).count(NEW) == 1


def test_a_meeting_cancelled_before_the_one_before_it_was_held_loses_nothing(
    council: OpenCouncil, first: int, second: int, third: int
) -> None:
    council.meetings.cancel(second, "Sommar")
    norrmyra.hold(council, first)
    assert titles(council, third).count(NEW) == 1


def test_a_removed_meetings_matters_are_not_carried_but_what_it_was_to_carry_is(
    council: OpenCouncil, first: int, second: int, third: int
) -> None:
    norrmyra.hold(council, first)
    council.meetings.add_item(second, "Bara här")
    council.meetings.remove(second)
    assert NEW in titles(council, third)
    assert "Bara här" not in titles(council, third)


def test_copies_outlive_the_meeting_they_came_from(council: OpenCouncil, first: int, second: int) -> None:
    norrmyra.hold(council, first)
    council.meetings.remove(first)
    assert NEW in titles(council, second)
    council.room.room(second)


def test_nothing_comes_while_another_meeting_is_still_to_be_held(
    council: OpenCouncil, first: int, third: int
) -> None:
    norrmyra.hold(council, first)
    council.meetings.open_agenda(third)
    assert NEW not in titles(council, third)


def test_actions_of_a_removed_meeting_live_on_and_say_where_they_came_from(
    council: OpenCouncil, first: int
) -> None:
    action = council.room.add_action(item(council, first, NEW), "Tvätta väggen", TODAY)
    assert council.actions.get(action).origin == "Möte prel. 1/2026"
    norrmyra.call(council, first)
    assert council.actions.get(action).origin == "Möte 1/2026"
    council.meetings.remove(first)
    told = council.actions.get(action)
    assert (told.origin, told.meeting_id) == ("Möte 1/2026", None)


def test_actions_of_a_removed_meeting_without_a_number_name_its_day(council: OpenCouncil, first: int) -> None:
    action = council.room.add_action(item(council, first, NEW), "Tvätta väggen", TODAY)
    council.meetings.remove(first)
    assert council.actions.get(action).origin == "Borttaget möte 2026-03-10"
