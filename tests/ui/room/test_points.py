"""The agenda in the room: added, moved, renamed, removed, and what stands under each point."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from trygghetsrad.domain.actions import ActionStatus, Area
from trygghetsrad.domain.meetings import ItemKind, Outcome
from ui.room.hands import ALT, CONTROL, POPUP
from ui.room.people import DAY, Clock, person_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.room.hands import Room

POLICE = "Lägesbild från polisen"


def titles(room: Room) -> list[str]:
    return [item.title for item in room.stored.items]


def test_a_point_is_added_by_its_title_before_the_closing_ones(room: Room) -> None:
    room.hands.press(Qt.Key.Key_N, CONTROL)
    room.hands.line("Trygghetsvandring i centrum")
    assert titles(room).index("Trygghetsvandring i centrum") == 6
    assert room.page.agenda.list.titles() == titles(room)
    assert room.page.item_view.heading.text() == "7 Trygghetsvandring i centrum"
    assert room.hands.focus() is room.page.quick.edit


def test_esc_gives_up_a_new_point(room: Room) -> None:
    room.hands.press(Qt.Key.Key_N, CONTROL)
    room.hands.letters("Något")
    room.hands.press(Qt.Key.Key_Escape)
    assert len(titles(room)) == 8
    assert room.hands.focus() is room.page.agenda.list


def test_alt_and_the_arrows_move_a_point_and_undo_moves_it_back(room: Room) -> None:
    before = titles(room)
    room.go_to(POLICE)
    room.page.agenda.focus_agenda()
    room.hands.press(Qt.Key.Key_Up, ALT)
    room.hands.press(Qt.Key.Key_Up, ALT)
    assert titles(room).index(POLICE) == before.index(POLICE) - 2
    assert room.page.agenda.list.titles() == titles(room)
    selected = room.page.agenda.list.selected()
    assert selected is not None
    assert selected.title == POLICE
    room.hands.press(Qt.Key.Key_Down, ALT)
    room.council.undo.undo()
    room.council.undo.undo()
    room.council.undo.undo()
    assert room.page.agenda.list.titles() == before


def test_a_point_dropped_elsewhere_moves_there(room: Room) -> None:
    room.go_to(POLICE)
    room.page.agenda.list.move_selected_to(1)
    assert titles(room)[1] == POLICE
    room.page.agenda.list.move_selected_to(4)
    assert titles(room)[3] == POLICE


def test_f2_renames_where_the_title_stands_and_an_emptied_title_is_kept(room: Room) -> None:
    room.go_to(POLICE)
    room.hands.press(Qt.Key.Key_F2)
    room.hands.letters("Polisens lägesbild")
    room.hands.press(Qt.Key.Key_Return)
    QApplication.processEvents()
    assert "Polisens lägesbild" in titles(room)
    assert room.page.item_view.heading.text() == "5 Polisens lägesbild"
    room.hands.press(Qt.Key.Key_F2)
    room.hands.press(Qt.Key.Key_Delete)
    room.hands.press(Qt.Key.Key_Return)
    QApplication.processEvents()
    assert "Polisens lägesbild" in titles(room)


def test_delete_removes_a_point_and_the_toast_brings_it_back(room: Room) -> None:
    room.go_to(POLICE)
    room.page.agenda.focus_agenda()
    room.hands.press(Qt.Key.Key_Delete)
    assert POLICE not in titles(room)
    assert room.shell.toast_text() == "Punkten är borttagen"
    room.shell._toast.undo.click()
    assert POLICE in room.page.agenda.list.titles()


def test_space_ticks_a_point_as_dealt_with(room: Room) -> None:
    room.go_to(POLICE)
    room.page.agenda.focus_agenda()
    room.hands.press(Qt.Key.Key_Space)
    assert room.item(POLICE).treated


def test_what_is_told_about_a_point_is_stored_when_its_field_is_left(room: Room) -> None:
    room.go_to(POLICE)
    room.page.item_view.open_about(opened=True)
    about = room.page.item_view.about
    about.presenter.setFocus()
    room.hands.letters("Mats Lindgren")
    about.dnr.setFocus()
    room.hands.line("KS 2026/12")
    about.areas[Area.CRIME_PREVENTION].click()
    about.confidential.click()
    about.kind.setCurrentIndex(about.kind.findText("Beslut"))
    about.kind.activated.emit(about.kind.currentIndex())
    item = room.item(POLICE)
    assert (item.presenter, item.dnr, item.confidential) == ("Mats Lindgren", "KS 2026/12", True)
    assert (item.kind, item.areas) == (ItemKind.DECISION, frozenset({Area.CRIME_PREVENTION}))


def test_a_point_that_was_not_reached_last_time_says_so(open_room: Callable[..., Room]) -> None:
    room = open_room()
    council = room.council
    council.meetings.add_item(room.meeting_id, "Belysning vid ishallen")
    room.start()
    room.page.take_step("end")
    following = council.meetings.add(date(2027, 3, 9))
    room.page.open_item(following)
    carried = next(item for item in council.meetings.agenda(following) if "ishallen" in item.title)
    room.page.middle.go_to(carried.id)
    assert room.page.item_view._carried.isVisible()


def test_pasted_text_becomes_plain_paragraphs_and_items(room: Room) -> None:
    room.go_to(POLICE)
    mime = QMimeData()
    mime.setText("•\tInbrott\u00a0minskar\r\n•\tStöld ökar")
    room.page.item_view.focus_text()
    room.page.item_view.edit.insertFromMimeData(mime)
    room.page.quick.focus_line()
    assert room.item(POLICE).text == "- Inbrott minskar\n- Stöld ökar"


def test_a_decision_is_changed_in_place_and_removed_with_undo(room: Room) -> None:
    room.go_to(POLICE)
    room.hands.line("b Rådet tackar")
    decision = room.item(POLICE).decisions[0]
    block = room.page.item_view.decision_blocks[decision.id]
    block.edit.setFocus()
    block.edit.selectAll()
    room.hands.letters("Rådet noterar informationen")
    room.page.quick.focus_line()
    next(action for action in block.menu.actions() if action.text() == "Noterar").trigger()
    stored = room.item(POLICE).decisions[0]
    assert (stored.text, stored.outcome) == ("Rådet noterar informationen", Outcome.NOTES)
    assert block.accessibleName() == "Beslut 1 · Noterar"
    next(action for action in block.menu.actions() if action.text() == "Skickas till …").trigger()
    room.hands.line("Polisen, skolan")
    assert room.item(POLICE).decisions[0].sent_to == "Polisen, skolan"
    next(action for action in block.menu.actions() if action.text() == "Ta bort beslutet").trigger()
    assert room.item(POLICE).decisions == ()
    room.shell._toast.undo.click()
    assert len(room.page.item_view.decision_blocks) == 1


@POPUP
def test_an_action_gets_owner_and_day_where_it_stands(room: Room) -> None:
    room.go_to(POLICE)
    room.hands.line("å Kontrollera kamerorna")
    action = room.item(POLICE).actions[0]
    block = room.page.item_view.action_blocks[action.id]
    assert block.due_button.accessibleName() == "Sätt datum"
    block.owner_button.click()
    room.hands.letters("Polisen")
    room.hands.press(Qt.Key.Key_Return)
    block.due.setFocus()
    room.hands.line("fre v 51")
    stored = room.item(POLICE).actions[0]
    assert (stored.owner, stored.due) == ("Polisen", date(2026, 12, 18))
    assert room.council.actions.get(action.id).owner_organisation_id is not None
    assert block.due_button.isVisible()
    next(one for one in block.menu.actions() if one.text() == "Öppna i Åtgärder").trigger()
    assert room.asked[-1] == ("action", action.id)


def test_open_actions_are_gone_through_with_the_number_keys(room: Room) -> None:
    council = room.council
    owner = person_id(council, "Tuva Ek")
    later = council.actions.add("Startmöte", date(2026, 9, 9), due=date(2026, 12, 18))
    late = council.actions.add("Belysning", date(2026, 9, 9), due=date(2026, 10, 30), owner_person_id=owner)
    room.go_to("Uppföljning av åtgärder")
    view = room.page.item_view.open_actions
    assert [row[0] for row in view.table.texts()] == ["Belysning", "Startmöte"]
    assert view.table.texts()[0][3] == "39 dagar försenad"
    view.table.setFocus()
    room.hands.press(Qt.Key.Key_3)
    assert council.actions.get(late).status is ActionStatus.DONE
    assert "Belysning" in [row[0] for row in view.table.texts()]
    view.table.select_key(later)
    view.lift_button.click()
    assert "Startmöte" in titles(room)
    room.hands.press(Qt.Key.Key_Return)
    assert room.asked[-1] == ("action", later)


def test_the_standing_points_show_what_will_be_printed(open_room: Callable[..., Room]) -> None:
    room = open_room(Clock())
    room.council.meetings.add(date(2027, 3, 9))
    room.start()
    room.go_to("Mötet öppnas")
    assert "öppnar mötet kl. 13.02" in room.page.item_view.hint.text()
    room.go_to("Nästa möte")
    assert "tisdag 9 mars 2027" in room.page.item_view.hint.text()
    room.hands.line("Datum beslutas senare.")
    assert not room.page.item_view.hint.isVisible()
    assert room.stored.meeting.day == DAY


def test_a_point_is_dropped_below_another_by_hand(room: Room) -> None:
    agenda = room.page.agenda.list
    agenda.setCurrentRow(0)
    below = agenda.visualItemRect(agenda.item(2)).center()
    drop = QDropEvent(
        QPointF(below),
        Qt.DropAction.MoveAction,
        agenda.mimeData([agenda.item(0)]),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    agenda.dropEvent(drop)
    assert drop.dropAction() is Qt.DropAction.IgnoreAction
    assert titles(room)[1] == "Mötet öppnas"
    assert agenda.titles() == titles(room)
