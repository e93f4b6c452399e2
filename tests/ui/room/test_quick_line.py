"""One line during the meeting: understood, shown, asked about, and put where it belongs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from trygghetsrad.domain.meetings import RoleAtMeeting
from ui.room.hands import ALT, CONTROL

if TYPE_CHECKING:
    from ui.room.hands import Room

POLICE = "Lägesbild från polisen"


def test_what_is_understood_is_shown_while_typing(room: Room) -> None:
    room.go_to(POLICE)
    room.hands.letters("å Lena kontrollerar kamerorna vid macken 18 dec")
    assert room.page.quick.preview.words() == ["Åtgärd", "Lena Marklund", "2026-12-18 fredag"]


def test_an_action_gets_its_owner_and_day_and_the_line_is_ready_for_the_next(room: Room) -> None:
    room.go_to(POLICE)
    room.hands.line("å Lena kontrollerar kamerorna vid macken 18 dec")
    action = room.item(POLICE).actions[0]
    assert (action.what, action.owner, action.due) == (
        "Kontrollerar kamerorna vid macken",
        "Lena Marklund",
        date(2026, 12, 18),
    )
    assert room.page.quick.text() == ""
    assert room.hands.focus() is room.page.quick.edit
    block = room.page.item_view.action_blocks[action.id]
    assert block.owner_button.accessibleName() == "Lena Marklund"


def test_of_two_of_the_same_name_enter_asks_which_one_and_the_answer_adds(room: Room) -> None:
    room.go_to(POLICE)
    room.hands.line("å Åke kontrollerar kamerorna 18 dec")
    assert room.item(POLICE).actions == ()
    assert room.hands.focus() is room.page.quick.preview.buttons[0]
    room.hands.press(Qt.Key.Key_Right)
    room.hands.press(Qt.Key.Key_Return)
    action = room.item(POLICE).actions[0]
    assert (action.what, action.owner) == ("Kontrollerar kamerorna", "Åke Lund")


def test_alt_and_a_number_choose_without_leaving_the_line(room: Room) -> None:
    room.go_to(POLICE)
    room.hands.letters("å Åke kontrollerar kamerorna 18 dec")
    room.hands.press(Qt.Key.Key_1, ALT)
    assert room.item(POLICE).actions == ()
    assert room.page.quick.preview.words() == ["Åtgärd", "Åke Brännström", "2026-12-18 fredag"]
    room.hands.letters(" i Åre")
    assert room.page.quick.preview.words()[1] == "Åke Brännström"
    room.hands.press(Qt.Key.Key_Return)
    assert room.item(POLICE).actions[0].owner == "Åke Brännström"


def test_an_owner_is_left_out_only_when_she_says_so(room: Room) -> None:
    room.go_to(POLICE)
    room.hands.letters("å Åke kontrollerar kamerorna")
    room.hands.press(Qt.Key.Key_3, ALT)
    room.hands.press(Qt.Key.Key_Return)
    action = room.item(POLICE).actions[0]
    assert (action.owner, action.due) == ("", None)


def test_esc_gives_up_the_question_and_keeps_the_line(room: Room) -> None:
    room.go_to(POLICE)
    room.hands.line("å Åke kontrollerar kamerorna")
    room.hands.press(Qt.Key.Key_Escape)
    assert room.hands.focus() is room.page.quick.edit
    assert room.page.quick.text() == "å Åke kontrollerar kamerorna"


def test_on_the_other_hand_is_text(room: Room) -> None:
    room.go_to(POLICE)
    room.hands.line("å andra sidan har stölderna ökat")
    assert room.item(POLICE).text == "å andra sidan har stölderna ökat"
    assert room.item(POLICE).actions == ()


def test_esc_turns_any_line_into_text(room: Room) -> None:
    room.go_to(POLICE)
    room.hands.letters("b Rådet beslutar")
    assert room.page.quick.preview.words() == ["Beslut"]
    room.hands.press(Qt.Key.Key_Escape)
    assert room.page.quick.preview.words() == ["Text"]
    room.hands.press(Qt.Key.Key_Return)
    assert room.item(POLICE).text == "b Rådet beslutar"


def test_a_second_line_becomes_a_paragraph_of_its_own(room: Room) -> None:
    room.go_to(POLICE)
    room.hands.line("Inbrotten har minskat.")
    room.hands.line("Stölderna har ökat.")
    assert room.item(POLICE).text == "Inbrotten har minskat.\n\nStölderna har ökat."
    assert room.page.item_view.edit.text() == room.item(POLICE).text


def test_a_stored_line_is_never_brought_back_by_ctrl_z_to_be_stored_twice(room: Room) -> None:
    room.hands.line("t Polisen berättar om hösten.")
    assert not room.page.quick.edit.isUndoAvailable()
    assert room.page.quick.text() == ""


def test_tab_completes_a_sentence_at_once_and_the_only_name_that_fits(room: Room) -> None:
    room.go_to(POLICE)
    room.hands.letters("b bl")
    room.hands.press(Qt.Key.Key_Tab)
    assert room.page.quick.text() == "b Rådet lägger informationen till handlingarna."
    room.page.quick.edit.clear()
    room.hands.letters("å birg")
    room.hands.press(Qt.Key.Key_Tab)
    assert room.page.quick.text() == "å Birgitta Lövgren"


def test_tab_shows_the_candidates_when_several_fit_and_the_arrows_choose(room: Room) -> None:
    room.go_to(POLICE)
    room.hands.letters("å åke")
    room.hands.press(Qt.Key.Key_Tab)
    offered = room.page.quick.candidates.texts()
    assert [text.split(",")[0] for text in offered] == ["Åke Brännström", "Åke Lund"]
    room.hands.press(Qt.Key.Key_Down)
    room.hands.press(Qt.Key.Key_Return)
    assert room.page.quick.text() == "å Åke Lund"
    assert room.page.quick.candidates.texts() == []
    assert room.item(POLICE).actions == ()


def test_a_gap_in_a_sentence_is_marked_so_that_it_is_typed_over(room: Room) -> None:
    room.go_to(POLICE)
    room.hands.letters("b en")
    room.hands.press(Qt.Key.Key_Tab)
    room.hands.letters("följa frågan.")
    assert room.page.quick.text() == "b Rådet är enigt om att följa frågan."


def test_tab_on_an_empty_line_goes_on_to_the_next_field(room: Room) -> None:
    room.go_to(POLICE)
    room.hands.press(Qt.Key.Key_Tab)
    assert room.hands.focus() is not room.page.quick.edit


def test_verifiers_are_chosen_by_name(room: Room) -> None:
    room.go_to("Val av justerare")
    room.hands.line("j Lena och Mats")
    names = {holder.name for holder in room.stored.holders(RoleAtMeeting.VERIFIER)}
    assert names == {"Lena Marklund", "Mats Lindgren"}
    button = room.page.attendance.so_far.roles[RoleAtMeeting.VERIFIER].button
    assert button.accessibleName() == "Justerare: Lena Marklund, Mats Lindgren"
    assert "Lena Marklund och Mats Lindgren utses att justera" in room.page.item_view.hint.text()


def test_the_buttons_put_the_prefix_in_for_the_mouse(room: Room) -> None:
    room.go_to(POLICE)
    room.hands.letters("Rådet tackar.")
    room.page.quick.decision_button.click()
    assert room.page.quick.text() == "b Rådet tackar."
    room.page.quick.action_button.click()
    assert room.page.quick.text() == "å Rådet tackar."
    assert room.hands.focus() is room.page.quick.edit


def test_a_prefix_alone_says_what_is_missing(room: Room) -> None:
    room.go_to(POLICE)
    room.hands.line("b ")
    assert room.page.quick.preview.hint() == "Skriv vad som beslutades efter b."
    assert room.item(POLICE).decisions == ()


def test_the_next_point_takes_the_line_along_to_where_it_was_typed(room: Room) -> None:
    room.start()
    room.go_to(POLICE)
    room.hands.letters("b Rådet tackar för informationen")
    room.hands.press(Qt.Key.Key_Return, CONTROL)
    assert [decision.text for decision in room.item(POLICE).decisions] == ["Rådet tackar för informationen"]
    assert room.page.desk.item_id != room.item(POLICE).id


def test_an_unsettled_line_keeps_her_on_the_point(room: Room) -> None:
    room.start()
    room.go_to(POLICE)
    room.hands.letters("å Åke kontrollerar kamerorna")
    room.hands.press(Qt.Key.Key_Return, CONTROL)
    assert room.page.desk.item_id == room.item(POLICE).id
    assert room.page.quick.text() == "å Åke kontrollerar kamerorna"
