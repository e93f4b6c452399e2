"""Inbjudningar: what the panel of an organisation tells and notes about its place in the council."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from trygghetsrad.domain.invitations import Answer, LetterKind
from trygghetsrad.domain.meetings import Presence
from trygghetsrad.domain.people import OrganisationKind
from trygghetsrad.ui.components.buttons import Button
from trygghetsrad.ui.members.page import MembersPage
from ui import builders, looking
from ui.builders import TODAY
from ui.hands import click

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.ui.components.shell import Shell


@pytest.fixture
def council(tmp_path: Path) -> OpenCouncil:
    made = builders.empty_council(tmp_path)
    builders.add_people(made)
    made.people.add_organisation("Norrmyra företagarförening", OrganisationKind.BUSINESS)
    return made


@pytest.fixture
def shell(qtbot: QtBot, council: OpenCouncil) -> Shell:
    return builders.window(qtbot, council, MembersPage)[0]


@pytest.fixture
def page(shell: Shell) -> MembersPage:
    found = shell.findChildren(MembersPage)[0]
    click(found.people.view.switch.button("organisations"))
    return found


def choose(page: MembersPage, name: str) -> None:
    table = page.organisations.view.table
    table.select_key(next(home.organisation.id for home in table.rows() if home.organisation.name == name))


def press_button(page: MembersPage, words: str) -> None:
    block = page.organisations.panel.letters
    click(next(one for one in block.findChildren(Button) if one.text() == words and one.isVisible()))


def row_of(page: MembersPage, name: str) -> list[str]:
    return next(row for row in page.organisations.view.table.texts() if row[0] == name)


def test_a_new_actor_is_invited_noted_reminded_and_says_yes(page: MembersPage, council: OpenCouncil) -> None:
    choose(page, "Norrmyra företagarförening")
    press_button(page, "Anteckna skickad inbjudan")
    assert "Skickad 2026-11-23, inget svar" in row_of(page, "Norrmyra företagarförening")
    press_button(page, "Påmind i dag")
    press_button(page, "Svarade ja")
    (letter,) = council.invitations.every()
    assert (letter.answer, letter.answered_on, letter.reminders) == (Answer.YES, TODAY, 1)
    assert any(one.organisation == "Norrmyra företagarförening" for one in council.people.seats())
    assert page.organisations.panel.letters.write.text() == "Skriv brev om representation"


def test_what_was_noted_is_taken_away_and_comes_back(page: MembersPage, council: OpenCouncil) -> None:
    choose(page, "Norrmyra företagarförening")
    press_button(page, "Anteckna skickad inbjudan")
    press_button(page, "Svarade nej")
    assert "Svarade nej 2026-11-23" in row_of(page, "Norrmyra företagarförening")
    press_button(page, "Ta bort")
    assert council.invitations.every() == ()
    council.undo.undo()
    assert "Svarade nej 2026-11-23" in row_of(page, "Norrmyra företagarförening")


def test_a_letter_that_is_not_sent_can_be_marked_so(page: MembersPage, council: OpenCouncil) -> None:
    home = next(one.id for one in council.people.organisations() if one.name == "Norrmyra företagarförening")
    council.invitations.add(home, TODAY)
    choose(page, "Norrmyra företagarförening")
    press_button(page, "Markera som skickad")
    assert council.invitations.every()[0].sent_on == TODAY


def test_the_letter_itself_is_written_on_the_page_of_papers(page: MembersPage, qtbot: QtBot) -> None:
    choose(page, "Norrmyra företagarförening")
    with qtbot.waitSignal(page.open_requested) as asked:
        press_button(page, "Skriv inbjudan")
    home = page.organisations.panel.home()
    assert home is not None
    assert asked.args == ["paper:inbjudan", home.organisation.id]


def test_the_municipality_that_leads_the_council_is_not_invited(page: MembersPage) -> None:
    choose(page, "Norrmyra kommun")
    assert not page.organisations.panel.letters.isVisible()


def test_two_missed_meetings_show_in_list_and_panel_until_a_letter_has_gone_out(
    qtbot: QtBot, tmp_path: Path
) -> None:
    council = builders.norrmyra(tmp_path)
    held = [one for one in council.meetings.every() if one.ended][-2:]
    for one in held:
        attendee = next(a for a in council.room.room(one.id).attendees if a.name == "Mats Lindgren")
        council.room.set_presence(one.id, attendee, Presence.ABSENT)
    page = builders.window(qtbot, council, MembersPage)[0].findChildren(MembersPage)[0]
    click(page.people.view.switch.button("organisations"))
    assert "Missat 2 möten i rad" in row_of(page, "Polisen")
    choose(page, "Polisen")
    assert page.organisations.panel.letters.missed.text() == (
        "Ingen därifrån har varit med på 2 möten i rad."
    )
    press_button(page, "Anteckna skickat brev")
    assert council.invitations.every()[0].letter is LetterKind.REPRESENTATION
    assert "Skickat 2026-11-23, inget svar" in row_of(page, "Polisen")


@pytest.mark.parametrize("size", [(1366, 688), (960, 460)])
def test_the_panel_has_room_for_its_letters(
    qtbot: QtBot, council: OpenCouncil, size: tuple[int, int]
) -> None:
    page = builders.window(qtbot, council, MembersPage, size=size)[0].findChildren(MembersPage)[0]
    click(page.people.view.switch.button("organisations"))
    choose(page, "Norrmyra företagarförening")
    press_button(page, "Anteckna skickad inbjudan")
    panel = page.organisations.panel
    assert (looking.unnamed(panel), looking.too_small(panel), looking.clipped(panel)) == ([], [], [])
