"""Meetings before they are held: planned together, moved, called off and taken up again."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from trygghetsrad.app import OpenCouncil, create_council
from trygghetsrad.domain.calendar import DayNotUnderstood, WeeksNotUnderstood
from trygghetsrad.domain.council import Municipality
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.meetings import MeetingState

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TODAY = date(2026, 11, 23)


@pytest.fixture
def council(tmp_path: Path) -> Iterator[OpenCouncil]:
    home = Municipality(code="9999", name="Norrmyra (exempel)")
    made = create_council(tmp_path / "norrmyra.trygghetsrad", home, "Trygghetsrådet", TODAY)
    yield made
    made.close()


def call(council: OpenCouncil, day: date) -> int:
    meeting = council.meetings.add(day)
    notice = council.documents.issue("kallelse", TODAY, meeting)
    council.documents.mark_sent(notice.document_id or 0, TODAY)
    return meeting


def test_a_called_meeting_that_is_moved_past_new_year_keeps_its_number_and_its_year(council):
    moved = call(council, date(2026, 12, 8))
    council.meetings.change(moved, day=date(2027, 1, 12))
    assert council.meetings.get(moved).label == "Möte 1/2026"
    first = call(council, date(2027, 2, 9))
    assert council.meetings.get(first).label == "Möte 1/2027"


def test_a_meeting_called_off_before_its_notice_does_not_borrow_a_number(council):
    gone = council.meetings.add(date(2027, 2, 9))
    council.meetings.cancel(gone, "Förhinder")
    kept = council.meetings.add(date(2027, 5, 11))
    assert council.meetings.get(gone).label == "Möte utan nummer"
    assert council.meetings.get(kept).label == "Möte prel. 1/2027"


def test_a_cancelled_meeting_does_not_keep_its_place_in_the_year(council):
    council.meetings.cancel(council.meetings.add(date(2027, 2, 9)), "Förhinder")
    days = [meeting.day for meeting in council.meetings.propose(2027, 4, TODAY)]
    assert days == [date(2027, 2, 9), date(2027, 5, 11), date(2027, 9, 14), date(2027, 12, 14)]


def test_several_meetings_are_one_step_to_take_back(council):
    planned = council.meetings.plan(council.meetings.propose(2027, 4, TODAY))
    assert len(planned) == 4
    assert council.undo.next_undo() == "Lägg in 4 möten"
    council.undo.undo()
    assert council.meetings.of_year(2027) == ()


def test_only_a_cancelled_meeting_can_be_taken_up_again(council):
    held = council.meetings.add(date(2026, 11, 10))
    council.room.end(held, time(15))
    with pytest.raises(Refused):
        council.meetings.reinstate(held)
    assert council.meetings.get(held).state is MeetingState.HELD


def test_habits_that_cannot_be_followed_are_refused_and_the_old_ones_kept(council):
    before = council.council.get()
    with pytest.raises(WeeksNotUnderstood):
        council.council.change(avoid_weeks="27–32, sportlovet")
    with pytest.raises(DayNotUnderstood):
        council.council.change(avoid_days="älgjakten")
    with pytest.raises(Refused):
        council.council.change(usual_end=before.usual_start)
    assert council.council.get() == before
