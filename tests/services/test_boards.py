"""Matters for the boards: their days, what goes up and what comes back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from norrmyra import TODAY
from trygghetsrad.domain.board_matters import MatterAbout, MatterOutcome, MatterState, matter_state
from trygghetsrad.domain.errors import NotFound, Refused

if TYPE_CHECKING:
    from pathlib import Path

    from trygghetsrad.app import OpenCouncil

KS, KF = "kommunstyrelsen", "kommunfullmäktige"
YEAR = "KSau 2026-02-24, KS 2026-03-10 stopp 2026-02-20, KF 2026-03-30\nKS 14 april"


def test_a_year_of_days_is_pasted_once(council: OpenCouncil) -> None:
    told = council.boards.add_days(f"{YEAR}\nfika", TODAY)
    assert (told.added, told.known, told.unknown) == (4, 0, ("fika",))
    days = council.boards.days()
    assert [one.day.isoformat() for one in days] == ["2026-02-24", "2026-03-10", "2026-03-30", "2026-04-14"]
    assert days[1].stop_day == date(2026, 2, 20)
    again = council.boards.add_days("KS 2026-03-10 stopp 2026-02-25", TODAY)
    assert (again.added, again.known) == (0, 1)
    assert council.boards.days()[1].stop_day == date(2026, 2, 25)


def test_a_stop_day_nobody_has_told_is_two_weeks_before_on_a_workday(council: OpenCouncil) -> None:
    council.boards.add_days("KF 2026-04-20, KS 2026-06-20", TODAY)
    easter_monday, national_day = council.boards.days()
    assert easter_monday.stop_day == date(2026, 4, 2), "the Thursday before Easter"
    assert national_day.stop_day == date(2026, 6, 5)


def test_a_matter_is_for_the_next_day_that_can_be_reached(council: OpenCouncil) -> None:
    council.boards.add_days("KS 2026-02-10 stopp 2026-01-27, KS 2026-03-10 stopp 2026-02-20", TODAY)
    matter = council.boards.get(council.boards.add(MatterAbout.PLAN, " Åtgärdsplan  2026 ", KS, TODAY))
    assert (matter.title, matter.meeting_day, matter.stop_day) == (
        "Åtgärdsplan 2026",
        date(2026, 3, 10),
        date(2026, 2, 20),
    )
    assert [one.what for one in council.boards.deadlines(matter.id)][-1] == "KS sammanträder"


def test_a_matter_without_known_days_waits_for_one(council: OpenCouncil) -> None:
    number = council.boards.add(MatterAbout.REPORT, "Årsrapport", KF, TODAY)
    assert council.boards.get(number).meeting_day is None
    council.boards.change(number, meeting_day=date(2026, 3, 30))
    assert council.boards.get(number).stop_day == date(2026, 3, 16)


def test_a_matter_goes_up_and_comes_back(council: OpenCouncil, tmp_path: Path) -> None:
    council.boards.add_days(YEAR, TODAY)
    number = council.boards.add(MatterAbout.REPORT, "Årsrapport 2025", KS, TODAY)
    council.boards.change(number, memo_on=TODAY)
    assert matter_state(council.boards.get(number), TODAY) is MatterState.HANDED_IN
    with pytest.raises(Refused, match="sammanträder först 2026-03-10"):
        council.boards.answer(number, MatterOutcome.NOTED, TODAY)
    extract = tmp_path / "§ 31.pdf"
    extract.write_bytes(b"%PDF-1.7")
    council.boards.answer(number, MatterOutcome.NOTED, date(2026, 3, 11), section="§ 31", dnr="KS 2026/71")
    paper = council.boards.attach(number, extract, date(2026, 3, 11))
    matter = council.boards.get(number)
    assert (matter.outcome, matter.section, matter.dnr) == (MatterOutcome.NOTED, "§ 31", "KS 2026/71")
    assert matter.attachment_id == paper
    assert council.attachments.get(paper).name == "§ 31.pdf"


def test_unanswered_matters_come_first(council: OpenCouncil) -> None:
    add = council.boards.add
    old = add(MatterAbout.PLAN, "Gammalt", KS, TODAY, meeting_day=date(2026, 1, 13))
    late = add(MatterAbout.PLAN, "Sent", KS, TODAY, meeting_day=date(2026, 5, 12))
    soon = add(MatterAbout.PLAN, "Snart", KS, TODAY, meeting_day=date(2026, 3, 10))
    council.boards.answer(old, MatterOutcome.APPROVED, TODAY)
    assert [one.id for one in council.boards.matters()] == [soon, late, old]


REFUSED = {
    "no day in the text": lambda c, m: c.boards.add_days("hej", TODAY),
    "no title": lambda c, m: c.boards.add(MatterAbout.PLAN, " ", KS, TODAY),
    "no board": lambda c, m: c.boards.add(MatterAbout.PLAN, "Plan", "", TODAY),
    "title taken away": lambda c, m: c.boards.change(m, title=""),
    "stop day after the board": lambda c, m: c.boards.change(m, stop_day=date(2026, 3, 11)),
    "stop day after the board, from the start": lambda c, m: c.boards.add(
        MatterAbout.PLAN, "x", KS, TODAY, stop_day=date(2026, 3, 11), meeting_day=date(2026, 3, 10)
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_is_refused_and_nothing_changes(council: OpenCouncil, what: str) -> None:
    number = council.boards.add(MatterAbout.PLAN, "Plan", KS, TODAY, meeting_day=date(2026, 3, 10))
    before = (council.boards.matters(), council.boards.days())
    with pytest.raises(Refused):
        REFUSED[what](council, number)
    assert (council.boards.matters(), council.boards.days()) == before


def test_a_day_of_a_board_is_moved_and_taken_away(council: OpenCouncil) -> None:
    council.boards.add_days("KS 2026-03-10", TODAY)
    (day,) = council.boards.days()
    with pytest.raises(Refused, match="efter sammanträdet"):
        council.boards.change_day(day.id, stop_day=date(2026, 3, 11))
    council.boards.change_day(day.id, day=date(2026, 3, 17))
    assert council.boards.next_day(KS, TODAY).day == date(2026, 3, 17)
    council.boards.remove_day(day.id)
    assert council.boards.days() == ()
    with pytest.raises(NotFound):
        council.boards.remove_day(day.id)
