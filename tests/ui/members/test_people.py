"""Personer: who sits in the council, edited in the panel while the list stays in sight."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from trygghetsrad.domain.people import SeatRole
from trygghetsrad.ui.members.page import MembersPage
from trygghetsrad.ui.theme import Theme, apply_theme
from ui import builders, looking
from ui.builders import TODAY
from ui.hands import click, press, type_text
from ui.members.choosing import pick

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.people import Member, Person
    from trygghetsrad.ui.components.shell import Shell


@pytest.fixture
def council(tmp_path: Path) -> OpenCouncil:
    made = builders.empty_council(tmp_path)
    builders.add_people(made)
    return made


@pytest.fixture
def shell(qtbot: QtBot, council: OpenCouncil) -> Shell:
    return builders.window(qtbot, council, MembersPage)[0]


@pytest.fixture
def page(shell: Shell) -> MembersPage:
    return shell.findChildren(MembersPage)[0]


def names(page: MembersPage) -> list[str]:
    return [cells[0] for cells in page.people.view.table.texts()]


def chips(page: MembersPage) -> list[str]:
    buttons = page.people.view.chips.findChildren(QWidget)
    return [chip.text() for chip in buttons if chip.isVisible() and chip.text()]


def stored(council: OpenCouncil, name: str) -> Person:
    return next(person for person in council.people.persons() if person.name == name)


def member(council: OpenCouncil, name: str) -> Member:
    return next(one for one in council.people.members(TODAY) if one.name == name)


def choose(page: MembersPage, name: str) -> None:
    page.open_item(builders.person(page.council, name))


def write(field: QWidget, text: str) -> None:
    """Replace what stands in a field and leave it by Enter."""
    line = field.edit
    line.setFocus()
    line.selectAll()
    if not text:
        press(line, Qt.Key.Key_Delete)
    type_text(line, text)
    press(line, Qt.Key.Key_Return)


def test_members_stand_in_swedish_order_with_vacant_seats_last(page, council):
    council.people.add_member("Berit", "Ärlig", SeatRole.MEMBER, TODAY)
    council.people.add_seat(SeatRole.MEMBER, None)
    assert names(page) == [
        "Åke Brännström",
        "Mats Lindgren",
        "Lena Marklund",
        "Eva Nordlund",
        "Anna Sjöberg",
        "Berit Ärlig",
        "Karin Öhman",
        "Vakant",
    ]


def test_chips_count_each_kind_and_whoever_has_no_seat(page, council):
    council.people.add_person("Rune", "Utansäte")
    council.people.add_seat(SeatRole.MEMBER, None)
    assert chips(page) == [
        "Alla i rådet 7",
        "Kommun 3",
        "Polis 1",
        "Skola 2",
        "Annan 1",
        "Vakanta 1",
        "Utan uppdrag i rådet 1",
    ]
    click(page.people.view.chips.button("skola"))
    assert names(page) == ["Lena Marklund", "Karin Öhman"]
    click(page.people.view.chips.button("without"))
    assert names(page) == ["Rune Utansäte"]


def test_the_filter_finds_without_rings_and_dots(page):
    type_text(page.people.view.filter, "ohman")
    assert names(page) == ["Karin Öhman"]
    assert chips(page)[0] == "Alla i rådet 1"


def test_a_missing_and_a_shared_address_are_told_quietly(page, council):
    council.people.change_person(stored(council, "Karin Öhman").id, email="")
    council.people.change_person(stored(council, "Mats Lindgren").id, email="Eva.Nordlund@norrmyra.example")
    remarks = {row[0]: row[4] for row in page.people.view.table.texts() if row[4]}
    assert remarks == {
        "Karin Öhman": "E-post saknas",
        "Mats Lindgren": "Delad e-post",
        "Eva Nordlund": "Delad e-post",
    }
    choose(page, "Mats Lindgren")
    assert page.people.panel.fields.of_person["email"].note() == "Samma adress som Eva Nordlund."


def test_protected_people_are_not_nagged_for_an_address(page, council):
    council.people.change_person(stored(council, "Karin Öhman").id, email="", protected=True)
    assert not [row for row in page.people.view.table.texts() if row[4]]


def test_what_is_written_in_the_panel_is_saved_when_the_field_is_left(page, council):
    choose(page, "Karin Öhman")
    fields = page.people.panel.fields
    write(fields.of_person["mobile"], "0701740612")
    write(fields.of_person["email"], "Karin Öhman <karin.ohman@RTJ.example>")
    write(fields.of_person["family_name"], "Åström")
    write(fields.of_appointment["party"], "C")
    write(fields.days["starts"], "1 mars 2024")
    found = member(council, "Karin Åström")
    assert (found.person.mobile, found.person.email) == ("070-174 06 12", "karin.ohman@rtj.example")
    assert (found.appointment.party, found.appointment.starts) == ("C", date(2024, 3, 1))
    assert page.people.panel.title() == "Karin Åström"
    assert names(page)[-1] == "Karin Åström"


def test_flags_and_role_are_saved_at_the_click(page, council):
    choose(page, "Karin Öhman")
    fields = page.people.panel.fields
    click_box(fields.flags["protected"].box)
    click_box(fields.flags["leading"].box)
    pick(fields.role, SeatRole.VICE_CHAIR)
    found = member(council, "Karin Öhman")
    assert (found.person.protected, found.person.leading, found.person.private_address) == (True, True, False)
    assert found.seat.role is SeatRole.VICE_CHAIR


def click_box(box: QWidget) -> None:
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center().__class__(9, box.height() // 2))


def test_a_new_organisation_is_written_straight_into_the_field(page, council):
    choose(page, "Mats Lindgren")
    box = page.people.panel.fields.organisation.box
    box.lineEdit().selectAll()
    type_text(box.lineEdit(), "Polisen, lokalpolisområde Norr")
    press(box, Qt.Key.Key_Tab)
    found = member(council, "Mats Lindgren")
    assert found.seat.organisation == found.person.organisation == "Polisen, lokalpolisområde Norr"
    council.undo.undo()
    assert member(council, "Mats Lindgren").organisation == "Polisen"
    assert len(council.people.organisations()) == 3


def test_a_person_is_added_by_name_and_tab_goes_on_through_the_fields(page, council, shell):
    press(shell, Qt.Key.Key_N, control=True)
    name = page.people.panel.fields.whole_name.edit
    assert name.hasFocus()
    type_text(name, "Åsa von Ek")
    press(name, Qt.Key.Key_Tab)
    found = member(council, "Åsa von Ek")
    assert (found.person.family_name, found.seat.role) == ("von Ek", SeatRole.MEMBER)
    assert page.people.panel.title() == "Åsa von Ek"
    assert page.people.panel.isAncestorOf(QApplication.focusWidget())
    assert "Åsa von Ek" in names(page)
    type_text(page.people.panel.fields.of_person["email"].edit, "asa@norrmyra.example")
    page.commit_pending()
    assert stored(council, "Åsa von Ek").email == "asa@norrmyra.example"


def test_details_written_before_the_name_come_with_it_in_one_step(page, council):
    click(page.people.view.new)
    fields = page.people.panel.fields
    write(fields.of_person["email"], "nils@norrmyra.example")
    pick(fields.role, SeatRole.SUBSTITUTE)
    fields.organisation.box.lineEdit().setFocus()
    type_text(fields.organisation.box.lineEdit(), "Räddningstjänsten")
    press(fields.organisation.box, Qt.Key.Key_Tab)
    write(fields.whole_name, "Nils Berg")
    found = member(council, "Nils Berg")
    assert (found.person.email, found.seat.role) == ("nils@norrmyra.example", SeatRole.SUBSTITUTE)
    assert found.organisation == "Räddningstjänsten"
    council.undo.undo()
    assert "Nils Berg" not in names(page)
    assert "Räddningstjänsten" not in [one.name for one in council.people.organisations()]


def test_a_member_leaves_and_the_seat_shows_as_vacant_at_once(page, council, shell):
    choose(page, "Lena Marklund")
    click(page.people.panel.vacate)
    assert names(page)[-1] == "Vakant"
    assert shell.toast_text() == "Lena Marklund har lämnat platsen, som nu är vakant."
    assert page.people.panel.title() == "Vakant plats"
    assert stored(council, "Lena Marklund")
    council.undo.undo()
    assert "Vakant" not in names(page)


def test_a_vacant_seat_is_filled_by_somebody_new(page, council):
    choose(page, "Lena Marklund")
    click(page.people.panel.vacate)
    box = page.people.panel.fields.successor.box
    type_text(box.lineEdit(), "Ulla Wik (S)")
    press(box, Qt.Key.Key_Return)
    found = member(council, "Ulla Wik")
    assert (found.seat.organisation, found.appointment.party) == ("Norrmyra skola", "S")
    assert found.appointment.starts == TODAY
    assert page.people.panel.title() == "Ulla Wik"


def test_the_person_on_a_seat_is_replaced_by_one_who_is_known(page, council):
    known = council.people.add_person("Ulla", "Wik")
    choose(page, "Lena Marklund")
    assert page.people.panel.fields.successor.isHidden()
    click(page.people.panel.replace)
    box = page.people.panel.fields.successor.box
    type_text(box.lineEdit(), "Ulla Wik")
    press(box, Qt.Key.Key_Return)
    assert member(council, "Ulla Wik").person.id == known
    assert "Lena Marklund" not in names(page)


def test_a_known_person_is_given_a_seat(page, council):
    council.people.add_person("Ulla", "Wik")
    choose(page, "Ulla Wik")
    assert page.people.panel.fields.role.isHidden()
    pick(page.people.panel.fields.vacant_seats, "new")
    assert member(council, "Ulla Wik").seat.role is SeatRole.MEMBER
    assert "Ulla Wik" in names(page)


def test_a_proposed_term_is_made_and_chosen_in_one_step(page, council):
    choose(page, "Eva Nordlund")
    term = page.people.panel.fields.term
    assert [term.box.itemText(n) for n in range(term.box.count())] == [
        "Tills vidare",
        "Ny: 2023–2026",
        "Ny: 2027–2030",
    ]
    pick(term, "2023–2026")
    found = member(council, "Eva Nordlund").appointment
    assert (found.term, found.ends) == ("2023–2026", date(2026, 12, 31))
    assert page.people.panel.fields.days["ends"].isHidden()
    council.undo.undo()
    assert not council.people.terms()


def test_delete_takes_a_person_away_and_undo_brings_everything_back(page, council, shell, qtbot):
    page.people.view.table.select_key(("seat", member(council, "Mats Lindgren").seat.id))
    press(page.people.view.table, Qt.Key.Key_Delete)
    assert "Mats Lindgren" not in names(page)
    assert shell.toast_text() == "Mats Lindgren är borttagen."
    click(shell._toast.undo)
    assert "Mats Lindgren" in names(page)
    assert member(council, "Mats Lindgren").person.email == "mats.lindgren@norrmyra.example"


def test_enter_opens_and_escape_closes_the_panel(page):
    table = page.people.view.table
    table.setFocus()
    table.selectRow(0)
    press(table, Qt.Key.Key_Return)
    assert page.people.panel.fields.role.box.hasFocus()
    press(page.people.panel.fields.role.box, Qt.Key.Key_Escape)
    assert page.people.panel.isHidden()
    assert table.hasFocus()


def test_a_substitute_is_tied_to_a_member_and_told_in_the_members_panel(page, council):
    choose(page, "Karin Öhman")
    pick(page.people.panel.fields.substitute_for, member(council, "Lena Marklund").seat.id)
    choose(page, "Lena Marklund")
    assert page.people.panel.substitute.text() == "Ersättare: Karin Öhman"
    click(page.people.panel.substitute)
    assert page.people.panel.title() == "Karin Öhman"


def test_mail_opens_a_letter_and_without_a_mail_program_the_address_is_copied(page, shell):
    asked: list[str] = []
    page.people.open_url = lambda url: asked.append(url.toString()) or False
    choose(page, "Eva Nordlund")
    click(page.people.panel.mail)
    assert asked == [QUrl("mailto:eva.nordlund@norrmyra.example").toString()]
    assert QApplication.clipboard().text() == "eva.nordlund@norrmyra.example"
    assert "kopierad" in shell.toast_text()


def test_attendance_of_the_year_stands_in_the_panel(qtbot, tmp_path):
    council = builders.norrmyra(tmp_path)
    _shell, page = builders.window(qtbot, council, MembersPage)
    choose(page, "Eva Nordlund")
    assert page.people.panel.attendance.word() == "3 av 3 möten i år"
    assert page.people.panel.attendance.isVisible()


def test_an_empty_council_shows_how_to_begin(qtbot, tmp_path):
    council = builders.empty_council(tmp_path)
    _shell, page = builders.window(qtbot, council, MembersPage)
    assert page.people.view.empty.isVisible()
    click(page.people.view.empty.secondary)
    write(page.people.panel.fields.whole_name, "Eva Nordlund")
    assert names(page) == ["Eva Nordlund"]
    assert page.people.view.empty.isHidden()


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("text_size", [100, 110])
@pytest.mark.parametrize("size", [(1366, 688), (960, 460)])
def test_everything_has_a_name_and_room_enough(page, shell, council, dressed_app, theme, text_size, size):
    council.people.change_person(stored(council, "Karin Öhman").id, email="")
    apply_theme(dressed_app, theme, text_size)
    shell.resize(*size)
    choose(page, "Karin Öhman")
    QApplication.processEvents()
    for part in (page.people.view, page.people.panel):
        assert not looking.unnamed(part)
        assert not looking.too_small(part)
    assert not looking.clipped(page.people.panel)
    assert page.minimumSizeHint().width() <= page.width()
