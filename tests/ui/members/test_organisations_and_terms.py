"""Organisationer och mandatperioder: the lists behind the list of people."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from trygghetsrad.domain.people import OrganisationKind
from trygghetsrad.ui.components.list_row import ListRow
from trygghetsrad.ui.members.page import MembersPage
from ui import builders, looking
from ui.builders import TODAY
from ui.hands import click, press, type_text
from ui.members.choosing import pick

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil
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
    found = shell.findChildren(MembersPage)[0]
    click(found.people.view.switch.button("organisations"))
    return found


def homes(page: MembersPage) -> list[list[str]]:
    return page.organisations.view.table.texts()


def choose(page: MembersPage, name: str) -> None:
    table = page.organisations.view.table
    table.select_key(next(home.organisation.id for home in table.rows() if home.organisation.name == name))


def write(field, text: str) -> None:
    field.edit.setFocus()
    field.edit.selectAll()
    type_text(field.edit, text)
    press(field.edit, Qt.Key.Key_Return)


def test_organisations_stand_with_kind_and_how_many_come_from_each(page):
    assert homes(page) == [
        ["Norrmyra kommun", "Kommun", "", "", "3 personer"],
        ["Norrmyra skola", "Skola", "", "", "2 personer"],
        ["Polisen", "Polis", "", "", "1 person"],
    ]


def test_an_organisation_is_renamed_moved_and_given_another_kind(page, council):
    choose(page, "Norrmyra skola")
    panel = page.organisations.panel
    write(panel.name, "Barn- och utbildning")
    pick(panel.kind, OrganisationKind.MUNICIPALITY)
    pick(
        panel.parent_field,
        next(one.id for one in council.people.organisations() if one.name == "Norrmyra kommun"),
    )
    assert homes(page)[0] == ["Barn- och utbildning", "Kommun", "Norrmyra kommun", "", "2 personer"]
    assert next(m for m in council.people.members(TODAY) if m.name == "Karin Öhman").organisation == (
        "Barn- och utbildning"
    )


def test_a_new_organisation_gets_its_kind_from_its_name(page, council, shell):
    press(shell, Qt.Key.Key_N, control=True)
    write(page.organisations.panel.name, "Räddningstjänsten i Norrmyra")
    assert ["Räddningstjänsten i Norrmyra", "Räddningstjänst", "", "", "0 personer"] in homes(page)
    assert page.organisations.panel.title() == "Räddningstjänsten i Norrmyra"
    assert page.organisations.panel.kind.current() is OrganisationKind.RESCUE


def test_an_organisation_with_people_is_kept_and_says_why(page, council, shell):
    choose(page, "Polisen")
    click(page.organisations.panel.remove)
    assert len(homes(page)) == 3
    assert "Polisen har personer" in shell.findChild(type(shell.banner("x"))).text()


def test_an_organisation_nobody_belongs_to_is_removed_with_undo(page, council, shell):
    council.people.add_organisation("Hembygdsföreningen", OrganisationKind.ASSOCIATION)
    choose(page, "Hembygdsföreningen")
    press(page.organisations.view.table, Qt.Key.Key_Delete)
    assert shell.toast_text() == "Hembygdsföreningen är borttagen."
    click(shell._toast.undo)
    assert "Hembygdsföreningen" in [cells[0] for cells in homes(page)]


def test_a_person_in_the_panel_opens_among_the_persons(page):
    choose(page, "Norrmyra skola")
    click(page.organisations.panel.findChildren(ListRow)[-1])
    assert page.people.view.isVisible()
    assert page.people.panel.title() == "Karin Öhman"


def test_the_coming_mandate_period_is_proposed_and_may_be_changed(page, council):
    click(page.organisations.view.terms)
    click(page.terms.view.empty.primary)
    assert page.terms.view.table.texts() == [["2027–2030", "2027-01-01", "2030-12-31", "0 personer"]]
    write(page.terms.panel.ends, "14 oktober 2030")
    (term,) = council.people.terms()
    assert term.ends == date(2030, 10, 14)
    click(page.terms.view.new)
    assert [term.name for term in council.people.terms()] == ["2023–2026", "2027–2030"]
    click(page.terms.view.back)
    assert page.people.view.isVisible()


def test_a_period_cannot_end_before_it_begins_and_shows_what_stands(page, council):
    council.people.add_term("2027–2030", date(2027, 1, 1), date(2030, 12, 31))
    page.show_view("terms")
    page.terms.view.table.selectRow(0)
    write(page.terms.panel.ends, "2026-01-01")
    assert page.terms.panel.ends.day() == date(2030, 12, 31)
    assert council.people.terms()[0].ends == date(2030, 12, 31)


def test_a_period_nobody_serves_is_removed(page, council):
    council.people.add_term("2027–2030", date(2027, 1, 1), date(2030, 12, 31))
    page.show_view("terms")
    page.terms.view.table.selectRow(0)
    press(page.terms.view.table, Qt.Key.Key_Delete)
    assert not council.people.terms()
    assert page.terms.panel.isHidden()


@pytest.mark.parametrize("size", [(1366, 688), (960, 460)])
def test_both_lists_have_names_and_room_enough(page, council, shell, qtbot, size):
    council.people.add_term("2027–2030", date(2027, 1, 1), date(2030, 12, 31))
    shell.resize(*size)
    choose(page, "Norrmyra skola")
    for view, panel in (
        (page.organisations.view, page.organisations.panel),
        (page.terms.view, page.terms.panel),
    ):
        page.show_view(view.key)
        view.table.selectRow(0)
        assert panel.isVisible()
        for part in (view, panel):
            qtbot.waitUntil(partial(_is_sound, part))
            assert not looking.unnamed(part)


def _is_sound(part: QWidget) -> bool:
    # The rows of the panel find their room over several rounds of layout.
    return not looking.too_small(part) and not looking.clipped(part)
