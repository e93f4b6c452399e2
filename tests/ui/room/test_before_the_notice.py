"""Before people are called: answers become points, and the chair's word is noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from trygghetsrad.domain.meetings import ItemOrigin
from ui.room.hands import CONTROL, SHIFT
from ui.room.people import meeting_of

if TYPE_CHECKING:
    from ui.room.hands import Room


def test_answers_are_taken_in_one_after_the_other_with_the_keys_alone(room: Room) -> None:
    answer = room.page.agenda.answer
    room.page.agenda.focus_agenda()
    room.hands.press(Qt.Key.Key_N, CONTROL | SHIFT)
    for title, who in (("Cykelstölder vid stationen", "Mats Lindgren"), ("Nattvandring", "Norrmyra handel")):
        room.hands.line(title)
        assert answer.who.hasFocus()
        room.hands.line(who)
        assert answer.title.hasFocus()
        item = room.item(title)
        assert (item.origin, item.proposed_by, item.presenter) == (ItemOrigin.ANSWER, who, who)
    room.hands.press(Qt.Key.Key_Escape)
    assert answer.isHidden()
    assert room.page.agenda.list.hasFocus()


def test_who_asked_can_be_corrected_under_the_point(room: Room) -> None:
    room.council.meetings.add_answer(room.meeting_id, "Cykelstölder", "Mats")
    room.go_to("Cykelstölder")
    about = room.page.item_view.about
    assert not about.proposed_by.isHidden()
    about.proposed_by.edit.setText("Polisen")
    about.proposed_by.edit.commit()
    assert room.item("Cykelstölder").proposed_by == "Polisen"
    room.go_to("Övriga frågor")
    assert about.proposed_by.isHidden()


def test_answers_are_offered_only_before_the_meeting(room: Room) -> None:
    assert not room.page.agenda.from_answer.isHidden()
    room.start()
    assert room.page.agenda.from_answer.isHidden()


def test_nobody_asks_for_an_approval_that_the_council_does_not_use(room: Room) -> None:
    assert "approve" not in room.page.header.buttons


def test_the_chairs_word_is_noted_shown_and_taken_back(room: Room) -> None:
    room.council.council.change(chair_approves=True)
    room.page.refresh()
    room.page.header.buttons["approve"].click()
    assert room.page.approval.isVisible()
    assert "approve" not in room.page.header.buttons
    room.page.approval.day.edit.setText("1 dec")
    room.page.approval.mark_button.click()
    assert room.page.approval.isHidden()
    assert "Godkänd 2026-12-01" in room.page.header.pill_words()
    room.council.meetings.add_item(meeting_of(room.council), "Nytt")
    assert "Ändrad efter godkännandet" in room.page.header.pill_words()
    assert "approve" in room.page.header.buttons
    room.council.undo.undo()
    room.page.header.buttons["take_back"].click()
    assert room.stored.meeting.approved_on is None
    assert "approve" in room.page.header.buttons


def test_esc_gives_the_approval_up(room: Room) -> None:
    room.council.council.change(chair_approves=True)
    room.page.refresh()
    room.page.take_step("approve")
    room.hands.press(Qt.Key.Key_Escape)
    assert room.page.approval.isHidden()
    assert room.stored.meeting.approved_on is None
