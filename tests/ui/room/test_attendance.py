"""Who is there: unticked, replaced, late, and chosen for a role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from trygghetsrad.domain.meetings import Attendee, Capacity, Presence, RoleAtMeeting, SpanReason
from ui.room.hands import SHIFT
from ui.room.people import person_id

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from ui.room.hands import Room


def attendee(room: Room, name: str) -> Attendee:
    return next(one for one in room.stored.attendees if one.name == name)


def deed(room: Room, name: str, words: str) -> QAction:
    """What the menu of a person offers."""
    line = room.page.attendance.row(name)
    line.deeds.fill()
    return next(action for action in line.menu.actions() if action.text().startswith(words))


def test_everyone_is_ticked_from_the_start_and_the_substitutes_wait(room: Room) -> None:
    lines = room.page.attendance.rows.values()
    assert len(lines) == 13
    assert all(line.check.is_checked() for line in lines)
    assert room.page.attendance.count_words() == "12 av 12"
    assert room.page.attendance.more.text() == "Visa 2 ersättare"


def test_an_unticked_member_has_reported_absence_and_a_substitute_is_called_in_by_one_click(
    room: Room,
) -> None:
    room.start()
    line = room.page.attendance.row("Karin Öhman")
    line.check.box.click()
    assert attendee(room, "Karin Öhman").presence is Presence.EXCUSED
    assert room.page.attendance.count_words() == "11 av 12"
    assert line.offers[0].accessibleName() == "Kalla in ersättare: Sara Hedlund"
    line.offers[0].click()
    serving = attendee(room, "Sara Hedlund")
    assert (serving.capacity, serving.serves_for) == (Capacity.SERVING_SUBSTITUTE, "Karin Öhman")
    assert room.page.attendance.count_words() == "12 av 12"
    assert room.page.attendance.row("Karin Öhman").offers == []
    names = [one.attendee.name for one in room.page.attendance.rows.values()]
    assert names.index("Sara Hedlund") == names.index("Karin Öhman") + 1
    assert (
        room.page.attendance.row("Sara Hedlund").check.box.accessibleName() == "Sara Hedlund, för Karin Öhman"
    )
    assert room.page.attendance.row("Sara Hedlund").below.text() == "för Karin Öhman"
    assert not room.page.attendance.row("Sara Hedlund").below.isHidden()


def test_the_substitute_of_the_same_organisation_is_offered_first(room: Room) -> None:
    room.page.attendance.row("Lena Marklund").check.box.click()
    offers = room.page.attendance.row("Lena Marklund").offers
    assert [one.text() for one in offers] == ["Kalla in Nils Forsman", "Kalla in Sara Hedlund"]


def test_ticking_again_brings_the_member_back(room: Room) -> None:
    box = room.page.attendance.row("Karin Öhman").check.box
    box.click()
    box.click()
    assert attendee(room, "Karin Öhman").presence is Presence.PRESENT
    assert room.page.attendance.row("Karin Öhman").offers == []


def test_undo_brings_an_unticked_member_back_on_the_screen(room: Room) -> None:
    room.page.attendance.row("Karin Öhman").check.box.click()
    room.council.undo.undo()
    assert room.page.attendance.row("Karin Öhman").check.is_checked()


def test_why_somebody_is_away_is_never_cut(room: Room) -> None:
    room.page.attendance.row("Karin Öhman").check.box.click()
    line = room.page.attendance.row("Karin Öhman")
    assert line.below.isHidden() == line.check.has_room_for("förhinder")
    line.setFixedWidth(line.check.box.sizeHint().width() + 60)
    assert (line.below.text(), line.below.isHidden()) == ("förhinder", False)
    line.setFixedWidth(600)
    assert line.below.isHidden()


def test_who_comes_late_leaves_early_or_is_biased_is_noted_from_the_present_point(room: Room) -> None:
    room.start()
    item = room.go_to("Lägesbild från polisen")
    deed(room, "Ida Stenman", "Kom senare").trigger()
    deed(room, "Omar Haddad", "Gick tidigare").trigger()
    deed(room, "Tuva Ek", "Jäv").trigger()
    spans = {name: attendee(room, name).spans[0] for name in ("Ida Stenman", "Omar Haddad", "Tuva Ek")}
    assert (spans["Ida Stenman"].reason, spans["Ida Stenman"].from_item_id) == (SpanReason.LATE, item.id)
    assert (spans["Omar Haddad"].reason, spans["Omar Haddad"].to_item_id) == (SpanReason.LEFT, item.id)
    assert spans["Tuva Ek"].reason is SpanReason.CONFLICT
    notes = {line.check.box.accessibleName() for line in room.page.attendance.rows.values()}
    assert {"Ida Stenman, från 5", "Omar Haddad, till 5", "Tuva Ek, jäv 5"} <= notes
    deed(room, "Ida Stenman", "Var med hela mötet").trigger()
    assert attendee(room, "Ida Stenman").spans == ()


def test_roles_are_changed_from_the_menu_and_from_the_names_below(room: Room) -> None:
    deed(room, "Karin Öhman", "Gör till ordförande").trigger()
    assert [one.name for one in room.stored.holders(RoleAtMeeting.CHAIR)] == ["Karin Öhman"]
    choice = room.page.attendance.so_far.roles[RoleAtMeeting.VERIFIER]
    choice._fill()
    next(one for one in choice.menu.actions() if one.text() == "Lena Marklund").trigger()
    assert [one.name for one in room.stored.holders(RoleAtMeeting.VERIFIER)] == ["Lena Marklund"]
    choice._fill()
    next(one for one in choice.menu.actions() if one.text() == "Lena Marklund").trigger()
    assert room.stored.holders(RoleAtMeeting.VERIFIER) == ()


def test_a_verifier_who_is_not_there_is_pointed_out(room: Room) -> None:
    lena = person_id(room.council, "Lena Marklund")
    room.council.room.set_role(room.meeting_id, RoleAtMeeting.VERIFIER, lena)
    so_far = room.page.attendance.so_far
    assert so_far.warning.text() == ""
    room.page.attendance.row("Lena Marklund").check.box.click()
    assert so_far.warning.text() == "Lena Marklund är justerare men inte här."


def test_the_vice_chair_is_offered_where_the_chair_has_jäv_and_leads_that_point_alone(room: Room) -> None:
    room.start()
    so_far = room.page.attendance.so_far
    assert not so_far.stand_in.isVisible()
    room.go_to("Lägesbild från polisen")
    deed(room, "Eva Nordlund", "Jäv på punkt 5").trigger()
    assert so_far.warning.text() == "Eva Nordlund leder punkt 5 men är inte med där."
    assert so_far.stand_in.text() == "Låt Karin Öhman leda punkt 5"
    so_far.stand_in.click()
    chair = so_far.roles[RoleAtMeeting.CHAIR].button
    assert chair.text() == "Eva 1–4, 6–8, Karin 5"
    assert chair.toolTip() == "Eva Nordlund 1–4, 6–8, Karin Öhman 5"
    assert so_far.warning.text() == ""
    assert not so_far.stand_in.isVisible()
    room.council.undo.undo()
    assert so_far.stand_in.isVisible()


def test_chair_and_pen_are_handed_over_at_the_point_in_hand(room: Room) -> None:
    room.start()
    room.go_to("Lägesbild från polisen")
    deed(room, "Karin Öhman", "Ordförande från och med punkt 5").trigger()
    deed(room, "Lena Marklund", "Sekreterare bara på punkt 5").trigger()
    roles = room.page.attendance.so_far.roles
    assert roles[RoleAtMeeting.CHAIR].button.text() == "Eva 1–4, Karin 5–8"
    assert roles[RoleAtMeeting.SECRETARY].button.text() == "Anna 1–4, 6–8, Lena 5"
    row = room.page.attendance.row("Karin Öhman")
    row.deeds.fill()
    assert not any("Ordförande bara" in action.text() for action in row.menu.actions())
    room.go_to("Mötet öppnas")
    row.deeds.fill()
    assert not any("från och med" in action.text() for action in row.menu.actions())


def test_a_guest_is_added_with_name_and_organisation_and_can_be_removed(room: Room) -> None:
    panel = room.page.attendance
    panel.add_guest.click()
    room.hands.line("Vera Berg")
    room.hands.line("Länsstyrelsen")
    guest = attendee(room, "Vera Berg")
    assert (guest.organisation, guest.capacity) == ("Länsstyrelsen", Capacity.GUEST)
    assert panel.count_words() == "12 av 12"
    deed(room, "Vera Berg", "Ta bort deltagaren").trigger()
    assert "Vera Berg" not in [one.name for one in room.stored.attendees]


def test_the_list_is_walked_with_arrows_and_letters(room: Room) -> None:
    room.page.show_attendance()
    room.hands.press(Qt.Key.Key_Down)
    assert room.hands.focus() is room.page.attendance.row("Karin Öhman").check.box
    room.hands.letters("ö")
    assert room.hands.focus() is room.page.attendance.row("Karin Öhman").check.box
    room.hands.letters("o")
    assert room.hands.focus() is room.page.attendance.row("Omar Haddad").check.box
    room.hands.press(Qt.Key.Key_F6, SHIFT)
    assert room.hands.focus() is room.page.quick.edit


def test_a_present_substitute_who_does_not_serve_may_be_ticked_too(room: Room) -> None:
    room.page.attendance.more.click()
    room.page.attendance.row("Nils Forsman").check.box.click()
    nils = attendee(room, "Nils Forsman")
    assert (nils.presence, nils.capacity) == (Presence.PRESENT, Capacity.IDLE_SUBSTITUTE)
    assert room.page.attendance.count_words() == "12 av 12"
