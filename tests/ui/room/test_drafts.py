"""What is typed is kept before it is saved, and comes back after a sudden stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.room.hands import CONTROL

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.room.hands import Room

POLICE = "Lägesbild från polisen"


def type_text(room: Room, text: str) -> None:
    room.go_to(POLICE)
    room.page.item_view.focus_text()
    room.hands.letters(text)


def fields(room: Room) -> list[tuple[str, str]]:
    return [(draft.field, draft.text) for draft in room.council.drafts.left_over()]


def test_a_pause_keeps_the_draft_and_leaving_the_field_saves_it(room: Room) -> None:
    told: list[str] = []
    room.page.typing_state.connect(told.append)
    type_text(room, "Inbrotten minskar")
    assert room.page.drafts.timer.isActive()
    assert fields(room) == []
    room.page.drafts.timer.timeout.emit()
    assert fields(room) == [("text", "Inbrotten minskar")]
    assert room.item(POLICE).text == ""
    room.page.quick.focus_line()
    assert room.item(POLICE).text == "Inbrotten minskar"
    assert fields(room) == []
    assert told == ["Utkast sparat", ""]


def test_ctrl_enter_saves_what_is_typed(room: Room) -> None:
    type_text(room, "Inbrotten minskar")
    room.hands.press(Qt.Key.Key_Return, CONTROL)
    assert room.item(POLICE).text == "Inbrotten minskar"
    assert fields(room) == []


def test_leaving_the_page_saves_what_is_typed(room: Room) -> None:
    type_text(room, "Inbrotten minskar")
    room.page.commit_pending()
    assert room.item(POLICE).text == "Inbrotten minskar"


def test_esc_takes_the_typing_back_and_forgets_the_draft(room: Room) -> None:
    type_text(room, "Fel punkt")
    room.page.drafts.keep_now()
    room.hands.press(Qt.Key.Key_Escape)
    assert room.page.item_view.edit.text() == ""
    assert fields(room) == []


def test_text_left_by_a_sudden_stop_is_offered_back(room: Room, open_room: Callable[..., Room]) -> None:
    type_text(room, "Inbrotten minskar")
    room.page.drafts.keep_now()
    again = open_room()
    assert again.page.leftovers.text().startswith("Osparad text från ")
    again.page.leftovers.restore_button.click()
    assert again.item(POLICE).text == "Inbrotten minskar"
    assert again.page.item_view.edit.text() == "Inbrotten minskar"
    assert again.page.leftovers.text() == ""
    assert fields(again) == []


def test_left_text_may_be_thrown_away(room: Room, open_room: Callable[..., Room]) -> None:
    type_text(room, "Inbrotten minskar")
    room.page.drafts.keep_now()
    again = open_room()
    again.page.leftovers.drop_button.click()
    assert again.item(POLICE).text == ""
    assert fields(again) == []
    assert again.page.leftovers.text() == ""


def test_a_draft_that_says_what_is_saved_is_not_offered(room: Room, open_room: Callable[..., Room]) -> None:
    item = room.item(POLICE)
    room.council.drafts.keep(item.uid, "text", "Samma")
    room.council.room.write_text(item.id, "Samma")
    assert open_room().page.leftovers.text() == ""


def test_a_line_that_was_not_ended_comes_back_on_the_quick_line(
    room: Room, open_room: Callable[..., Room]
) -> None:
    room.hands.letters("å Lena kontrollerar")
    room.page.commit_pending()
    again = open_room()
    assert again.page.quick.text() == "å Lena kontrollerar"
    again.page.quick.submit()
    assert fields(again) == []
    assert room.item("Mötet öppnas").actions[0].owner == "Lena Marklund"


def test_what_she_types_is_left_alone_when_something_else_changes(room: Room) -> None:
    type_text(room, "Inbrotten")
    room.council.meetings.change_item(room.item("Övriga frågor").id, title="Övrigt")
    room.hands.letters(" minskar")
    room.page.quick.focus_line()
    assert room.item(POLICE).text == "Inbrotten minskar"


def test_undo_of_a_text_shows_the_former_one(room: Room) -> None:
    type_text(room, "Inbrotten minskar")
    room.page.quick.focus_line()
    room.council.undo.undo()
    assert room.page.item_view.edit.text() == ""
