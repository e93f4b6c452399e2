"""A whole meeting with the keyboard alone, within the budget of keys and lines."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from trygghetsrad.domain.meetings import MeetingState, MinutesState, Presence
from ui.room.hands import CONTROL, SHIFT
from ui.room.people import Clock

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.room.hands import Room


def test_three_decisions_and_four_actions_take_at_most_twenty_acts_and_no_mouse(room: Room) -> None:
    hands = room.hands
    room.page.header.focus_first()
    hands.press(Qt.Key.Key_Return)
    assert room.stored.meeting.started == time(13, 2)
    hands.press(Qt.Key.Key_F6)
    hands.letter("k")
    hands.press(Qt.Key.Key_Space)
    hands.letter("b")
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.line("b Lena Marklund justerar dagens protokoll")
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.line("b gp")
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.line("å Omar bjuder in handlarna 18 dec")
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.line("b Rådet ställer sig bakom lägesbilden")
    hands.line("å Åke Lund kontrollerar kamerorna vid macken 18 dec")
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.line("å Lena ordnar föräldramöte senast 31 jan")
    hands.line("å Ida tar fram siffror från regionen 15 jan")
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.press(Qt.Key.Key_Return, CONTROL)
    items = room.stored.items
    assert hands.acts <= 20
    assert hands.lines == 7
    assert sum(len(item.decisions) for item in items) == 3
    assert [(action.what, action.owner, action.due) for item in items for action in item.actions] == [
        ("Bjuder in handlarna", "Omar Haddad", date(2026, 12, 18)),
        ("Kontrollerar kamerorna vid macken", "Åke Lund", date(2026, 12, 18)),
        ("Ordnar föräldramöte", "Lena Marklund", date(2027, 1, 31)),
        ("Tar fram siffror från regionen", "Ida Stenman", date(2027, 1, 15)),
    ]
    away = {one.name for one in room.stored.attendees if one.presence is Presence.EXCUSED}
    assert away == {"Karin Öhman", "Birgitta Lövgren"}
    assert all(item.treated for item in items[:7])
    assert room.page.attendance.count_words() == "10 av 12"


def test_from_start_to_verified_minutes_by_keys(room: Room) -> None:
    hands = room.hands
    room.page.header.focus_first()
    hands.press(Qt.Key.Key_Return)
    for _point in range(8):
        hands.press(Qt.Key.Key_Return, CONTROL)
    hands.line("j Lena och Mats")
    room.clock.go_to(14, 50)
    for _zone in range(2):
        hands.press(Qt.Key.Key_F6, SHIFT)
    hands.press(Qt.Key.Key_Return)
    meeting = room.stored.meeting
    assert (meeting.state, meeting.ended) == (MeetingState.HELD, time(14, 50))
    assert "Hållet 13.02–14.50" in room.page.header.pill_words()
    assert hands.focus() is room.page.checklist.make_button
    hands.press(Qt.Key.Key_Return)
    assert room.asked[-1] == ("documents", room.meeting_id)
    assert room.shell.toast_text() == "Protokollet är skapat"
    assert room.stored.meeting.minutes_state is MinutesState.SENT_FOR_VERIFICATION
    assert room.page.agenda.list.selected() is not None
    room.page.header.focus_first()
    hands.press(Qt.Key.Key_Return)
    room.page.verification.mark_button.setFocus()
    hands.press(Qt.Key.Key_Return)
    assert room.stored.meeting.verified_on == date(2026, 12, 8)
    assert room.stored.versions[-1].verified_how == "penna"
    assert "Justerat 2026-12-08" in room.page.header.pill_words()


def test_before_the_day_the_notice_is_the_right_button_and_on_the_day_the_start(
    open_room: Callable[..., Room],
) -> None:
    clock = Clock()
    clock.go_to(10, 0, date(2026, 11, 23))
    room = open_room(clock)
    buttons = room.page.header.buttons
    assert buttons["notice"].property("kind") == "primary"
    buttons["notice"].click()
    assert room.asked == [("documents", room.meeting_id)]
    clock.go_to(12, 55)
    room.page.refresh()
    assert room.page.header.buttons["start"].property("kind") == "primary"


def test_a_meeting_written_down_on_another_day_gets_its_planned_times(open_room: Callable[..., Room]) -> None:
    clock = Clock()
    clock.go_to(9, 30, date(2026, 12, 10))
    room = open_room(clock)
    room.page.take_step("start")
    room.page.take_step("end")
    meeting = room.stored.meeting
    assert (meeting.started, meeting.ended) == (meeting.starts, meeting.ends)


def test_a_meeting_begun_before_its_day_asks_about_the_day_and_can_be_moved(
    open_room: Callable[..., Room],
) -> None:
    clock = Clock()
    clock.go_to(13, 5, date(2026, 11, 23))
    room = open_room(clock)
    room.start()
    assert room.page.other_day_bar.text() == "Mötet är planerat till tisdag 8 december 2026. Hålls det i dag?"
    room.page.other_day_bar.move_button.click()
    assert room.stored.meeting.day == date(2026, 11, 23)
    assert room.page.other_day_bar.text() == ""


def test_a_meeting_begun_by_mistake_waits_again_and_keeps_what_was_noted(
    open_room: Callable[..., Room],
) -> None:
    clock = Clock()
    clock.go_to(13, 5, date(2026, 11, 23))
    room = open_room(clock)
    room.start()
    room.page.quick.focus_line()
    room.hands.line("Hej")
    room.page.other_day_bar.wait_button.click()
    assert room.stored.meeting.started is None
    assert room.stored.items[0].text == "Hej"
    assert room.page.header.pill_words() == ("Planerat",)
    assert room.page.other_day_bar.text() == ""


def test_a_meeting_ended_before_its_day_says_what_stops_the_verification(
    open_room: Callable[..., Room],
) -> None:
    clock = Clock()
    clock.go_to(13, 5, date(2026, 11, 23))
    room = open_room(clock)
    room.start()
    room.page.take_step("end")
    assert "kan inte justeras före den dagen" in room.page.other_day_bar.text()
    assert room.page.other_day_bar.wait_button.isHidden()


def test_the_meeting_begins_with_its_first_point(room: Room) -> None:
    room.go_to("Nästa möte")
    room.start()
    assert room.page.desk.item is not None
    assert room.page.desk.item.title == "Mötet öppnas"


def test_back_to_the_former_point_ticks_nothing(room: Room) -> None:
    room.start()
    room.go_to("Föregående protokoll")
    room.hands.press(Qt.Key.Key_Return, CONTROL | SHIFT)
    assert room.page.desk.item is not None
    assert room.page.desk.item.title == "Val av justerare"
    assert not any(item.treated for item in room.stored.items)


def test_f6_goes_round_the_columns(room: Room) -> None:
    room.start()
    seen = []
    for _zone in range(4):
        room.hands.press(Qt.Key.Key_F6)
        seen.append(room.hands.focus())
    page = room.page
    assert page.attendance.isAncestorOf(seen[0])
    assert page.header.isAncestorOf(seen[1])
    assert seen[2] is page.agenda.list
    assert seen[3] is page.quick.edit
