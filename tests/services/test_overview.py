"""What the coordinator sees first: what is next, what is due, what is late."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

import norrmyra
from norrmyra import FIRST, SECOND, THIRD, TODAY, meeting
from trygghetsrad.domain.meetings import MeetingStep

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil


def due(council: OpenCouncil, today: date) -> tuple[MeetingStep | None, str, bool]:
    shown = council.overview.overview(today).next_meeting
    assert shown is not None
    return shown.step, shown.due_text, shown.is_late


@pytest.fixture
def first(council: OpenCouncil) -> int:
    return meeting(council, FIRST)


def test_step_by_step_it_says_what_to_do(council: OpenCouncil, first: int) -> None:
    assert due(council, TODAY) == (
        MeetingStep.AGENDA,
        "Gör klar dagordningen, kallelsen ska ut om 25 dagar, 27 februari.",
        False,
    )
    council.meetings.open_agenda(first)
    assert due(council, TODAY)[1] == "Skicka kallelsen senast om 25 dagar, 27 februari."
    paper = council.documents.issue("kallelse", TODAY, first)
    assert due(council, TODAY)[:2] == (
        MeetingStep.NOTICE,
        "Kallelsen är gjord. Markera den som skickad när den har gått i väg.",
    )
    council.documents.mark_sent(paper.document_id or 0, TODAY)
    assert due(council, date(2026, 3, 9)) == (MeetingStep.MEETING, "Mötet är i morgon.", False)
    council.room.start(first, time(13))
    assert due(council, FIRST) == (MeetingStep.MEETING, "Mötet pågår.", False)
    council.room.end(first, time(15))
    assert due(council, FIRST)[1] == "Skriv klart protokollet. Det ska vara justerat om 14 dagar, 24 mars."
    council.documents.issue("protokoll", FIRST, first)
    assert due(council, date(2026, 3, 23))[1] == "Protokollet väntar på justering, senast i morgon, 24 mars."
    council.minutes.mark_verified(first, date(2026, 3, 23))
    shown = council.overview.overview(date(2026, 3, 23)).next_meeting
    assert shown is not None
    assert shown.meeting.day == SECOND


def test_each_step_can_be_late(council: OpenCouncil, first: int) -> None:
    assert due(council, date(2026, 3, 2))[2]
    council.meetings.open_agenda(first)
    assert due(council, date(2026, 3, 2))[2]
    norrmyra.call(council, first)
    step, said, late = due(council, date(2026, 3, 13))
    assert (step, late) == (MeetingStep.MEETING, True)
    assert said == "Mötet skulle ha hållits för 3 dagar sedan. Avsluta det eller ställ in det."
    norrmyra.hold(council, first)
    assert due(council, date(2026, 3, 25))[2]
    council.documents.issue("protokoll", FIRST, first)
    assert due(council, date(2026, 3, 25))[1:] == (
        "Protokollet väntar på justering. Sista dagen var 24 mars.",
        True,
    )


def test_a_notice_made_without_opening_the_agenda_is_the_step_of_the_notice(
    council: OpenCouncil, first: int
) -> None:
    council.documents.issue("kallelse", TODAY, first)
    assert due(council, TODAY)[0] is MeetingStep.NOTICE


def test_a_meeting_nobody_called_to_and_nobody_held_is_pointed_out(council: OpenCouncil) -> None:
    assert due(council, date(2026, 3, 11))[1].startswith("Mötet skulle ha hållits i går.")


def test_old_work_yields_when_the_next_meeting_is_to_be_prepared(council: OpenCouncil, first: int) -> None:
    norrmyra.hold(council, first)

    def shown(today: date) -> date:
        found = council.meetings.next(today)
        assert found is not None
        return found.day

    assert shown(date(2026, 5, 11)) == FIRST
    assert shown(date(2026, 5, 12)) == SECOND, "28 days before"
    assert shown(SECOND) == SECOND


def test_work_of_yesterday_stands_before_a_meeting_next_week(council: OpenCouncil, first: int) -> None:
    norrmyra.hold(council, first)
    council.meetings.add(date(2026, 3, 18))
    assert due(council, date(2026, 3, 11))[0] is MeetingStep.MINUTES


def test_cancelled_meetings_want_nothing(council: OpenCouncil, first: int) -> None:
    council.meetings.cancel(first, "Sjukdom")
    shown = council.overview.overview(TODAY).next_meeting
    assert shown is not None
    assert shown.meeting.day == SECOND


def test_an_empty_council_has_an_overview(empty: OpenCouncil) -> None:
    shown = empty.overview.overview(TODAY)
    assert (shown.next_meeting, shown.actions, shown.overdue, shown.meetings, shown.unsent) == (
        None,
        (),
        0,
        (),
        (),
    )


def test_only_the_newest_notice_of_a_meeting_to_come_can_be_unsent(council: OpenCouncil, first: int) -> None:
    def unsent(today: date = TODAY) -> list[int]:
        return [one.version for one in council.overview.overview(today).unsent]

    council.documents.issue("kallelse", TODAY, first)
    assert unsent() == [1]
    council.meetings.change(first, place="Biblioteket")
    second = council.documents.issue("kallelse", TODAY, first)
    assert unsent() == [2]
    assert unsent(date(2026, 3, 11)) == []
    council.documents.mark_sent(second.document_id or 0, TODAY)
    assert unsent() == []
    council.meetings.cancel(first, "Sjukdom")
    council.documents.issue("kallelse", TODAY, first)
    assert unsent() == [3]


def test_actions_come_late_first_and_are_counted(council: OpenCouncil) -> None:
    for what, day in (("I går", date(2026, 2, 1)), ("Utan dag", None), ("I morgon", date(2026, 2, 3))):
        council.actions.add(what, TODAY, due=day)
    shown = council.overview.overview(TODAY)
    assert [one.what for one in shown.actions] == ["I går", "I morgon", "Utan dag"]
    assert shown.overdue == 1
    assert [one.day for one in shown.meetings] == [FIRST, SECOND, THIRD]
