"""After the meeting: the checklist, the minutes, the verification and what changes later."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from trygghetsrad.domain.council import MinutesKind, QuorumRule
from trygghetsrad.domain.meetings import MeetingState, MinutesState, RoleAtMeeting
from ui.room.hands import POPUP
from ui.room.people import DAY

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.room.hands import Room

POLICE = "Lägesbild från polisen"


def held(room: Room) -> Room:
    """A meeting held with one action that has no day, and no verifier."""
    room.start()
    room.go_to(POLICE)
    room.hands.line("å Lena kontrollerar kamerorna")
    for item in room.stored.items:
        room.council.room.set_treated(item.id, treated=True)
    room.clock.go_to(14, 50)
    room.page.take_step("end")
    return room


def sent(room: Room) -> Room:
    held(room).page.checklist.make_button.click()
    return room


def lacks(room: Room) -> list[str]:
    return [lack.text for lack in room.page.checklist.lacks]


def test_the_end_turns_the_middle_into_the_checklist(room: Room) -> None:
    held(room)
    assert room.page.checklist.isVisible()
    assert lacks(room) == ["Ingen justerare är vald.", "Åtgärden ”Kontrollerar kamerorna” saknar datum."]
    assert "minutes" not in room.page.header.buttons


@POPUP
def test_a_lack_leads_to_where_it_is_mended_and_the_list_shortens(room: Room) -> None:
    held(room)
    room.page.checklist.ways[1].click()
    block = next(iter(room.page.item_view.action_blocks.values()))
    assert room.hands.focus() is block.due.edit
    room.hands.line("18 dec")
    assert room.item(POLICE).actions[0].due == date(2026, 12, 18)
    assert room.page.middle.lacking.text() == "Kvar att se över: 1 sak."
    room.page.middle.show_checklist()
    assert lacks(room) == ["Ingen justerare är vald."]
    room.page.checklist.ways[0].click()
    choice = room.page.attendance.so_far.roles[RoleAtMeeting.VERIFIER]
    assert choice.menu.isVisible()
    next(one for one in choice.menu.actions() if one.text() == "Lena Marklund").trigger()
    choice.menu.close()
    assert lacks(room) == []


def test_a_point_without_text_is_jumped_to(room: Room) -> None:
    room.start()
    room.page.take_step("end")
    place = next(n for n, lack in enumerate(room.page.checklist.lacks) if "Lägesbild" in lack.text)
    room.page.checklist.ways[place].click()
    assert room.page.desk.item_id == room.item(POLICE).id
    assert room.hands.focus() is room.page.item_view.edit


def test_a_click_on_the_point_she_came_from_leads_back_to_it(room: Room, qtbot: QtBot) -> None:
    room.start()
    room.page.take_step("end")
    agenda = room.page.agenda.list
    assert agenda.selected() is None
    place = agenda.visualItemRect(agenda.item(0)).center()
    qtbot.mouseClick(agenda.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not room.page.middle.checking
    assert room.page.item_view.isVisible()


def test_the_times_are_mended_and_a_time_that_cannot_be_read_says_so(room: Room) -> None:
    held(room)
    ended = room.page.checklist.ended
    ended.setFocus()
    ended.edit.selectAll()
    room.hands.line("1505")
    assert room.stored.meeting.ended == time(15, 5)
    assert ended.text() == "15.05"
    ended.edit.selectAll()
    room.hands.line("snart")
    assert ended.note() == "Skriv till exempel 13.02."
    assert room.stored.meeting.ended == time(15, 5)


def test_an_end_before_the_start_is_refused_with_a_sentence(room: Room) -> None:
    held(room)
    room.page.checklist.ended.setFocus()
    room.page.checklist.ended.edit.selectAll()
    room.hands.line("12.00")
    assert "slutar innan det börjar" in room.banners()[-1]
    assert room.page.checklist.ended.text() == "14.50"


def test_a_meeting_that_was_ended_too_early_goes_on(room: Room) -> None:
    held(room)
    room.page.checklist.go_on_button.click()
    assert room.stored.meeting.is_ongoing
    assert room.hands.focus() is room.page.quick.edit
    assert "Pågår sedan 13.02" in room.page.header.pill_words()


def test_lacks_warn_and_never_block(room: Room) -> None:
    sent(room)
    assert room.stored.meeting.minutes_state is MinutesState.SENT_FOR_VERIFICATION
    assert room.page.item_view.heading.text().startswith("§ 5 ")
    assert "På justering, utkast 1" in room.page.header.pill_words()


def test_a_change_after_the_draft_says_what_to_do_and_makes_the_next(room: Room) -> None:
    sent(room)
    room.go_to(POLICE)
    room.hands.line("Efterskrift.")
    assert room.page.changed_bar.text() == (
        "Texten har ändrats sedan utkast 1. Skapa protokollet igen, så blir det utkast 2."
    )
    room.page.take_step("verify")
    room.page.verification.mark_button.click()
    assert "Texten har ändrats sedan utkast 1" in room.banners()[-1]
    assert room.stored.meeting.minutes_state is MinutesState.SENT_FOR_VERIFICATION
    room.page.header.buttons["minutes"].click()
    assert [version.n for version in room.stored.versions] == [1, 2]
    assert room.page.changed_bar.text() == ""


def test_the_verification_is_marked_with_day_and_way(room: Room) -> None:
    sent(room)
    room.clock.go_to(9, 0, date(2026, 12, 15))
    room.page.take_step("verify")
    assert room.page.verification.day.day() == date(2026, 12, 15)
    room.hands.line("14 dec")
    room.page.verification.how.setCurrentText("e-underskrift")
    room.page.verification.mark_button.click()
    version = room.stored.versions[-1]
    assert (version.verified_on, version.verified_how) == (date(2026, 12, 14), "e-underskrift")
    assert not room.page.verification.isVisible()


def test_everything_stays_open_to_change_after_the_verification_and_says_so(room: Room) -> None:
    sent(room)
    room.page.take_step("verify")
    room.page.verification.mark_button.click()
    room.go_to(POLICE)
    room.hands.line("Efterskrift.")
    assert room.item(POLICE).text == "Efterskrift."
    assert "Ändrat efter justering" in room.page.header.pill_words()


def test_nobody_is_called_in_to_a_meeting_whose_minutes_are_done(room: Room) -> None:
    held(room)
    line = room.page.attendance.row("Karin Öhman")
    line.check.box.click()
    assert line.offers
    room.page.checklist.make_button.click()
    room.page.take_step("verify")
    room.page.verification.mark_button.click()
    assert not room.page.attendance.row("Karin Öhman").offers


def test_a_verification_is_taken_back_only_with_a_reason(room: Room) -> None:
    sent(room)
    room.page.take_step("verify")
    room.page.verification.mark_button.click()
    room.page.header.buttons["withdraw"].click()
    room.hands.press(Qt.Key.Key_Return)
    assert room.banners()[-1] == "Skriv varför den återtas. Markeringen står kvar."
    room.hands.line("Markerat av misstag")
    assert room.stored.meeting.minutes_state is MinutesState.SENT_FOR_VERIFICATION
    assert not room.page.withdrawal.isVisible()


def test_notes_of_a_meeting_are_finished_and_ask_for_no_verifier(room: Room) -> None:
    room.council.meetings.change(room.meeting_id, minutes_kind=MinutesKind.NOTES)
    held(room)
    assert lacks(room) == ["Åtgärden ”Kontrollerar kamerorna” saknar datum."]
    assert room.page.checklist.make_button.text() == "Skapa anteckningarna"
    room.page.checklist.make_button.click()
    assert room.shell.toast_text() == "Anteckningarna är skapade"
    room.page.header.buttons["verify"].click()
    assert room.page.verification.mark_button.text() == "Markera som klara"
    room.page.verification.mark_button.click()
    assert room.stored.meeting.minutes_state is MinutesState.FINALISED
    assert not room.page.attendance.so_far.roles[RoleAtMeeting.VERIFIER].isVisible()


def test_the_quorum_is_told_only_where_the_council_has_a_rule(room: Room) -> None:
    room.start()
    assert room.page.header.pill_words() == ("Pågår sedan 13.02",)
    room.council.council.change(quorum=QuorumRule.HALF)
    assert room.page.header.pill_words() == ("Pågår sedan 13.02", "Beslutsfört")
    for attendee in room.stored.attendees[:7]:
        room.page.attendance.row(attendee.name).check.box.click()
    assert room.page.header.pill_words()[1] == "Inte beslutsfört"


def test_a_cancelled_meeting_says_so_and_can_be_reinstated(room: Room) -> None:
    room.council.meetings.cancel(room.meeting_id, "Snöoväder.")
    assert room.page.cancelled_bar.text() == "Mötet är inställt. Snöoväder."
    assert list(room.page.header.buttons) == []
    room.page.cancelled_bar.reinstate_button.click()
    assert room.page.cancelled_bar.text() == ""
    assert "start" in room.page.header.buttons


def test_a_meeting_that_runs_past_midnight_can_be_ended_and_its_time_put_right(room: Room) -> None:
    room.clock.go_to(23, 30)
    room.page.refresh()
    room.start()
    room.clock.go_to(0, 20, DAY + timedelta(days=1))
    room.page.take_step("end")
    held = room.stored.meeting
    assert (held.started, held.ended) == (time(23, 30), time(23, 30))
    assert room.banners() == []
    room.council.room.set_times(room.meeting_id, time(13), time(15))
    assert room.stored.meeting.ended == time(15)


def test_a_clock_set_back_during_the_meeting_stops_nobody_from_ending_it(room: Room) -> None:
    room.start()
    room.clock.go_to(12, 0)
    room.page.take_step("end")
    assert room.stored.meeting.state is MeetingState.HELD
    assert room.stored.meeting.ended == room.stored.meeting.started
