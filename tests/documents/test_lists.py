"""Närvarolista, förteckning och åtgärdslista."""

from __future__ import annotations

from dataclasses import replace

from documents.papers import ACTIONS, a_member_list, an_action_list, an_attendance_list
from documents.reading import headings, said, tables, whole
from trygghetsrad.documents.make import build


def test_the_attendance_list_leaves_room_to_sign_and_lines_for_the_unexpected():
    table = tables(build(an_attendance_list()))[0]
    assert [column.title for column in table.columns][-1] == "Underskrift"
    assert [row[0].text for row in table.rows][-3:] == ["", "", ""]
    assert table.row_height


def test_only_the_elected_stand_in_the_basis_for_remuneration():
    attendance, allowance = tables(build(an_attendance_list()))
    assert "Mats Lindgren" in [row[0].text for row in attendance.rows]
    assert [row[0].text for row in allowance.rows] == ["Eva Nordlund", "Nils Ek", "Karin Holm"]


def test_the_page_that_goes_to_those_who_pay_says_which_meeting_it_is_about():
    texts = said(build(an_attendance_list()))
    at = texts.index("Arvodesunderlag för förtroendevalda")
    assert texts[at + 1].replace("\u00a0", " ") == "Möte 4/2026, tisdag 8 december 2026 kl. 13.00–15.00"


def test_a_council_without_elected_members_has_no_remuneration_page():
    rows = tuple(replace(row, elected=False) for row in an_attendance_list().rows)
    assert len(tables(build(an_attendance_list(rows=rows)))) == 1


def test_an_attendance_list_for_nobody_is_a_form_to_fill_in():
    assert len(tables(build(an_attendance_list(rows=())))[0].rows) >= 8


def test_before_the_meeting_the_room_for_attendance_goes_to_the_signatures():
    nobody_told = tuple(replace(row, presence="") for row in an_attendance_list().rows)
    columns = tables(build(an_attendance_list(rows=nobody_told)))[0].columns
    assert [column.title for column in columns] == ["Namn", "Organisation", "Uppdrag", "Underskrift"]


def test_protected_contact_data_are_never_printed():
    text = whole(build(a_member_list()))
    assert "Skyddade uppgifter" in text
    assert "070-174 06 07" not in text
    assert "karin.holm@norrmyra.example" not in text


def test_vacant_seats_show_and_members_stand_under_their_organisation():
    texts = said(build(a_member_list()))
    assert "Vakant" in texts
    assert texts.index("Polisen, lokalpolisområde Norr") < texts.index("Mats Lindgren")
    assert "Trygghetsrådet. Gäller per 2026-11-23." in texts


def test_the_list_can_be_printed_without_contact_data():
    text = whole(build(a_member_list(show_contact=False)))
    assert "@" not in text
    assert "070" not in text
    assert "Kontakt" not in text


def test_a_council_without_members_says_so():
    assert "Inga ledamöter är registrerade." in whole(build(a_member_list(groups=())))


def test_late_actions_come_first_and_done_ones_last():
    assert headings(build(an_action_list())) == [
        "Åtgärdslista",
        "Försenade",
        "På gång",
        "Utan datum",
        "Avslutade",
    ]
    assert "Läget 2026-12-08: 3 öppna, varav 1 försenad, och 1 avslutad." in whole(build(an_action_list()))


def test_an_action_given_up_is_closed_but_not_done():
    given_up = replace(ACTIONS[1], status="avbruten", done=True)
    text = whole(build(an_action_list(rows=(given_up,))))
    assert "0 öppna och 1 avslutad." in text
    assert "Avslutade" in text
    assert "Klar\n" not in text


def test_by_owner_they_stand_in_swedish_order_and_what_nobody_owns_last():
    names = ("Örjan Ek", "Anna Sjöberg", "", "Åke Lund")
    rows = tuple(replace(ACTIONS[1], owner=name) for name in names)
    assert headings(build(an_action_list(rows=rows, by_owner=True)))[1:] == [
        "Anna Sjöberg", "Åke Lund", "Örjan Ek", "Utan ansvarig",
    ]  # fmt: skip


def test_a_list_for_one_owner_says_whose_it_is_and_does_not_repeat_the_name():
    document = build(an_action_list(rows=ACTIONS[1:2], owner="Lena Berg"))
    assert document.meta.title == "Åtgärdslista för Lena Berg"
    assert "Lena Berg" not in said(document)


def test_no_actions_is_a_sentence_not_an_empty_table():
    document = build(an_action_list(rows=()))
    assert "Läget 2026-12-08: inga åtgärder är registrerade." in said(document)
    assert tables(document) == []
