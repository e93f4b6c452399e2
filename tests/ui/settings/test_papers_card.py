"""Inställningar, Rådets handlingar: what belongs to the council and to no meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from trygghetsrad.ui.settings.page import SettingsPage
from ui import builders
from ui.dropping import drop
from ui.looking import clipped, unnamed

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.ui.settings.papers_card import PapersCard


@pytest.fixture
def council(tmp_path: Path) -> OpenCouncil:
    return builders.norrmyra(tmp_path)


@pytest.fixture
def card(qtbot: QtBot, council: OpenCouncil) -> PapersCard:
    shell = builders.window(qtbot, council, SettingsPage)[0]
    return shell.findChildren(SettingsPage)[0].papers_card


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Reglemente.pdf"
    path.write_bytes(b"%PDF-1.7")
    return path


def test_a_file_dropped_on_the_card_belongs_to_the_council(
    council: OpenCouncil, card: PapersCard, file: Path
) -> None:
    assert card.papers.title.text() == "Inga handlingar"
    drop(card, file)
    assert [one.name for one in council.attachments.of_council()] == ["Reglemente.pdf"]
    assert card.papers.title.text() == "1 handling"
    shown = next(iter(card.papers.rows.values()))
    assert not shown.facts.isHidden(), "one alone is asked whom it came from"
    assert not unnamed(card)
    assert not clipped(shown)


def test_what_is_said_of_it_is_stored_and_it_is_taken_away(
    council: OpenCouncil, card: PapersCard, file: Path
) -> None:
    card.papers.choose_files = lambda: [file]
    card.papers.add_button.click()
    shown = next(iter(card.papers.rows.values()))
    shown.description.committed.emit("Antaget av fullmäktige")
    paper = council.attachments.of_council()[0]
    assert paper.description == "Antaget av fullmäktige"
    shown.remove_asked.emit(paper.id)
    assert council.attachments.of_council() == ()
    council.undo.undo()
    assert len(card.papers.rows) == 1
