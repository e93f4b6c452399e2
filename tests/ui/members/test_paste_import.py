"""Klistra in från Excel eller Outlook: looked at and mended first, then written in one step."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from trygghetsrad.domain.contacts import ContactField
from trygghetsrad.domain.counting import plural
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
    from trygghetsrad.ui.components.shell import Shell
    from trygghetsrad.ui.members.paste_import import PasteImport

TWELVE = "\n".join(
    [
        "Namn\tOrganisation\tRoll\tE-post\tMobil",
        *(
            f"{name}\t{home}\t{role}\t{email}\t070-174 06 {number:02d}"
            for number, (name, home, role, email) in enumerate(
                [
                    ("Eva Nordlund", "Kommunstyrelsen", "Ordförande", "eva@norrmyra.example"),
                    ("Anna Sjöberg", "Kommunledningskontoret", "Samordnare", "anna@norrmyra.example"),
                    ("Mats Lindgren", "Polisen", "Ledamot", "mats@polisen.example"),
                    ("Karin Öhman", "Räddningstjänsten", "Ledamot", "karin@rtj.example"),
                    ("Åke Brännström", "Beredskap", "Ledamot", "ake@norrmyra.example"),
                    ("Lena Marklund", "Norrmyra skola", "Ledamot", "lena@norrmyra.example"),
                    ("Jonas Wikström", "Socialtjänsten", "Ledamot", "jonas@norrmyra.example"),
                    ("Sara Hedlund", "Fritid och kultur", "Ersättare", "sara@norrmyra.example"),
                    ("Per-Olov Granström", "Företagarna", "Ledamot", ""),
                    ("Birgitta Lövgren", "Pensionärsrådet", "Ledamot", "birgitta@prorad.example"),
                    ("Hassan Ali", "Hyresbostäder", "Ledamot", "hassan@hyres.example"),
                    ("Ärla Östman", "Elevhälsan", "Ledamot", "arla@norrmyra.example"),
                ],
                start=5,
            )
        ),
    ]
)


@pytest.fixture
def council(tmp_path: Path) -> OpenCouncil:
    return builders.empty_council(tmp_path)


@pytest.fixture
def shell(qtbot: QtBot, council: OpenCouncil) -> Shell:
    QApplication.clipboard().clear()
    return builders.window(qtbot, council, MembersPage)[0]


@pytest.fixture
def page(shell: Shell) -> MembersPage:
    return shell.findChildren(MembersPage)[0]


def opened(page: MembersPage, text: str = "") -> PasteImport:
    """Copy a text in another program, and open the import."""
    QApplication.clipboard().setText(text)
    page.start_paste()
    assert page.paste_import is not None
    return page.paste_import


def counts(paste: PasteImport) -> list[str]:
    return [pill.word() for pill in paste.parts.pills if pill.isVisible()]


def cell(paste: PasteImport, row: int, column: int) -> str:
    return str(paste.parts.model.index(row, column).data() or "")


def mend(paste: PasteImport, row: int, column: int, text: str) -> None:
    """Type in a cell, as in Excel."""
    view = paste.parts.view
    view.setCurrentIndex(paste.parts.model.index(row, column))
    view.setFocus()
    press(view, Qt.Key.Key_F2)
    editor = view.viewport().findChild(QLineEdit)
    editor.selectAll()
    type_text(editor, text)
    press(editor, Qt.Key.Key_Return)
    # The table takes the cell in when the key has been dealt with.
    QApplication.processEvents()


def test_twelve_members_come_in_with_three_acts_and_one_line(page, council, shell):
    QApplication.clipboard().setText(TWELVE)
    click(page.people.view.empty.primary)
    paste = page.paste_import
    assert counts(paste) == ["12 rader", "1 e-postadress saknas"]
    assert paste.parts.add.text() == "Lägg till 12 personer"
    assert cell(paste, 8, 3) == "E-post saknas"
    assert paste.parts.view.hasFocus()
    type_text(paste.parts.view, "p")
    editor = paste.parts.view.viewport().findChild(QLineEdit)
    type_text(editor, "er-olov@foretagarna.example")
    press(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert counts(paste) == ["12 rader"]
    assert not council.people.persons()
    click(paste.parts.add)
    assert paste.isHidden()
    assert shell.toast_text() == "12 personer är tillagda."
    members = council.people.members(TODAY)
    assert len(members) == 12
    assert [one.seat.role for one in members if one.name == "Eva Nordlund"] == [SeatRole.CHAIR]
    assert {one.person.email for one in members} >= {"per-olov@foretagarna.example"}
    assert page.people.view.table.texts()[0][0] == "Hassan Ali"


def test_one_undo_takes_the_whole_list_back(page, council, shell):
    click(opened(page, TWELVE).parts.add)
    click(shell._toast.undo)
    assert not council.people.persons()
    assert not council.people.organisations()


def test_nothing_is_written_when_she_regrets_it(page, council):
    paste = opened(page, TWELVE)
    click(paste.parts.cancel)
    assert paste.isHidden()
    assert not council.people.persons()
    assert not council.undo.next_undo()


def test_a_clipboard_without_a_list_asks_for_one(page):
    paste = opened(page, "Hej, kan vi ses på torsdag? Jag tar med kaffe.")
    assert paste.parts.waiting.isVisible()
    assert paste.parts.add.isHidden()
    assert not paste.parts.problem.text()
    QApplication.clipboard().setText(TWELVE)
    QTest.keyClick(paste.parts.waiting.primary, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert counts(paste)[0] == "12 rader"


def test_pasting_what_is_no_list_says_why(page):
    paste = opened(page)
    QApplication.clipboard().setText("Vi ses på torsdag. Jag tar med kaffe.")
    click(paste.parts.waiting.primary)
    assert paste.parts.problem.text().startswith("Den inklistrade texten innehåller ingen lista")


def test_addresses_from_a_letter_in_outlook_are_read(page, council):
    paste = opened(page, "Eva Nordlund <eva@norrmyra.example>; Åke Brännström <ake@norrmyra.example>")
    assert paste.parts.has_header.isHidden()
    click(paste.parts.add)
    assert [person.name for person in council.people.persons()] == ["Åke Brännström", "Eva Nordlund"]


def test_every_choice_stands_over_its_own_column_also_after_scrolling(page, shell):
    shell.resize(960, 460)
    wide = "\n".join(f"{line}\tTitel\tTelefon\tAnteckning {'lång ' * 9}" for line in TWELVE.splitlines())
    paste = opened(page, wide.replace("Titel", "Rektor").replace("Rektor", "Titel", 1))
    view = paste.parts.view
    assert view.horizontalScrollBar().maximum() > 0
    for place in (0, view.horizontalScrollBar().maximum()):
        view.horizontalScrollBar().setValue(place)
        QApplication.processEvents()
        shown = [n for n in range(len(view.header.boxes)) if not view.isColumnHidden(n)]
        assert len(shown) >= 7
        for column in shown:
            box = view.header.boxes[column]
            left = view.columnViewportPosition(column)
            assert left <= box.x() <= box.x() + box.width() <= left + view.columnWidth(column)


def test_a_column_read_as_something_else_is_weighed_again(page):
    paste = opened(page, TWELVE)
    box = paste.parts.view.header.boxes[3]
    assert box.accessibleName() == "Kolumnen E-post läses in som"
    box.setFocus()
    while box.currentData() != ContactField.IGNORE:
        press(box, Qt.Key.Key_Down)
    assert "12 e-postadresser saknas" in counts(paste)
    assert paste.parts.view.isColumnHidden(3)
    assert paste.parts.aside.text() == "Visa kolumner som inte läses in (1)"
    QTest.mouseClick(paste.parts.aside, Qt.MouseButton.LeftButton, pos=QPoint(9, 14))
    assert not paste.parts.view.isColumnHidden(3)


def test_what_is_wrong_is_told_in_words_beside_the_row(page):
    paste = opened(
        page,
        "Namn\tE-post\nEva Nordlund\teva@norrmyra\n\tanna@norrmyra.example\nMats Lindgren\tmats@polisen.example",
    )
    happens = paste.parts.model.columnCount() - 1
    assert "går inte att skriva till" in cell(paste, 0, happens)
    assert "inget namn" in cell(paste, 1, happens)
    assert cell(paste, 1, 0) == "Saknas"
    assert cell(paste, 2, happens) == "Läggs till"
    assert "1 rad tas inte med" in counts(paste)
    assert paste.parts.add.text() == "Lägg till 2 personer"
    mend(paste, 1, 0, "Anna Sjöberg")
    assert paste.parts.add.text() == "Lägg till 3 personer"


def test_who_is_known_is_updated_and_not_doubled(page, council):
    council.people.add_member("Eva", "Nordlund", SeatRole.CHAIR, TODAY, email="eva@norrmyra.example")
    council.people.add_member("Mats", "Lindgren", SeatRole.MEMBER, TODAY, email="mats@polisen.example")
    paste = opened(
        page,
        "Namn\tE-post\tMobil\n"
        "Eva Nordlund\teva@norrmyra.example\t070-174 06 05\n"
        "Mats Lindgren\tmats@polisen.example\t\n"
        "Anna Sjöberg\tanna@norrmyra.example\t",
    )
    assert counts(paste) == ["3 rader", "1 finns redan och uppdateras", "1 finns redan"]
    assert cell(paste, 0, 3) == "Uppdateras: mobil"
    assert paste.parts.add.text() == "Lägg till 1 och uppdatera 1"
    click(paste.parts.add)
    assert len(council.people.persons()) == 3


def test_a_list_that_is_known_already_offers_no_dead_button(page, council):
    council.people.add_member("Eva", "Nordlund", SeatRole.CHAIR, TODAY, email="eva@norrmyra.example")
    paste = opened(page, "Namn\tE-post\nEva Nordlund\teva@norrmyra.example")
    assert paste.parts.add.isHidden()
    assert counts(paste) == ["1 rad", "1 finns redan"]


def test_the_first_row_is_people_when_she_says_so(page, qtbot):
    paste = opened(page, TWELVE)
    assert paste.parts.has_header.isChecked()
    QTest.mouseClick(paste.parts.has_header, Qt.MouseButton.LeftButton, pos=QPoint(9, 14))
    qtbot.waitUntil(lambda: counts(paste)[:1] == ["13 rader"])


def test_a_workbook_is_read_and_another_sheet_chosen(page, council, qtbot, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.title = "Rådet"
    for cells in (("Namn", "E-post"), ("Eva Nordlund", "eva@norrmyra.example")):
        book.active.append(cells)
    other = book.create_sheet("Ersättare")
    for cells in (
        ("Namn", "E-post"),
        ("Sara Hedlund", "sara@norrmyra.example"),
        ("Nils Ek", "nils@norrmyra.example"),
    ):
        other.append(cells)
    book.save(tmp_path / "rådet.xlsx")
    paste = opened(page)
    paste.choose_file = lambda: tmp_path / "rådet.xlsx"
    click(paste.parts.waiting.secondary)
    qtbot.waitUntil(lambda: counts(paste) == ["1 rad"], timeout=20_000)
    assert paste.parts.sheets.current() == "Rådet"
    pick(paste.parts.sheets, "Ersättare")
    qtbot.waitUntil(lambda: counts(paste) == ["2 rader"], timeout=20_000)
    click(paste.parts.add)
    assert [person.name for person in council.people.persons()] == ["Nils Ek", "Sara Hedlund"]


def test_a_file_that_is_no_list_is_refused_in_words_and_the_old_list_stays(page, qtbot, tmp_path):
    (tmp_path / "beslut.pdf").write_bytes(b"%PDF-1.7\n")
    paste = opened(page, TWELVE)
    paste.choose_file = lambda: tmp_path / "beslut.pdf"
    click(paste.parts.pick)
    qtbot.waitUntil(lambda: "ett PDF-dokument" in paste.parts.problem.text())
    assert counts(paste)[0] == "12 rader"


def test_choosing_no_file_changes_nothing(page):
    paste = opened(page, TWELVE)
    paste.choose_file = lambda: None
    click(paste.parts.pick)
    assert counts(paste)[0] == "12 rader"


def test_a_click_beside_the_sheet_does_not_throw_the_list_away(page):
    paste = opened(page, TWELVE)
    QTest.mouseClick(paste, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert paste.isVisible()
    press(paste.parts.cancel, Qt.Key.Key_Escape)
    assert paste.isHidden()


def test_control_enter_adds_everyone_with_what_is_being_typed(page, council):
    paste = opened(page, TWELVE)
    view = paste.parts.view
    press(view, Qt.Key.Key_F2)
    type_text(view.viewport().findChild(QLineEdit), "per-olov@foretagarna.example")
    press(view, Qt.Key.Key_Return, control=True)
    assert len(council.people.persons()) == 12
    assert "per-olov@foretagarna.example" in {person.email for person in council.people.persons()}


@pytest.mark.slow
def test_twenty_thousand_rows_stay_responsive(page):
    rows = (f"Namn{n} Efternamn{n}\tOrg {n % 200}\tp{n}@norrmyra.example" for n in range(19_999))
    paste = opened(page, "Namn\tOrganisation\tE-post\n" + "\n".join(rows))
    assert paste.parts.add.text() == f"Lägg till {plural(19_999, 'person', 'personer')}"
    assert len(paste.parts.view.viewport().children()) == 0
    begun = perf_counter()
    mend(paste, 5, 2, "ny@norrmyra.example")
    paste.parts.view.scrollToBottom()
    QApplication.processEvents()
    assert perf_counter() - begun < 0.5
    press(paste.parts.cancel, Qt.Key.Key_Escape)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize(("text_size", "size"), [(100, (1366, 688)), (110, (1366, 688)), (100, (960, 460))])
def test_the_sheet_has_names_and_room_enough(page, shell, dressed_app, theme, text_size, size):
    apply_theme(dressed_app, theme, text_size)
    shell.resize(*size)
    paste = opened(page, TWELVE)
    QApplication.processEvents()
    assert not looking.unnamed(paste)
    assert not looking.too_small(paste)
    assert not looking.clipped(paste)
