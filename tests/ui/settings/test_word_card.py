"""Inställningar, Word-mall: choose the municipality's template, see what it lacks, take it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pytest

from trygghetsrad.ui.settings.page import SettingsPage
from ui import builders
from ui.hands import click

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.ui.components.shell import Shell
    from trygghetsrad.ui.settings.word_card import WordCard


@pytest.fixture
def council(tmp_path: Path) -> OpenCouncil:
    return builders.norrmyra(tmp_path)


@pytest.fixture
def shell(qtbot: QtBot, council: OpenCouncil) -> Shell:
    return builders.window(qtbot, council, SettingsPage)[0]


@pytest.fixture
def card(shell: Shell) -> WordCard:
    return shell.findChildren(SettingsPage)[0].word_card


@pytest.fixture
def template(tmp_path: Path) -> Path:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Norrmyra kommun"
    path = tmp_path / "Norrmyras mall.docx"
    document.save(str(path))
    return path


def choose(card: WordCard, path: Path | None) -> None:
    card.choose_file = lambda: path
    click(card.choose)


def test_without_a_template_it_says_what_one_is_for(card: WordCard) -> None:
    assert card.choose.text() == "Välj kommunens mall"
    assert "brevhuvud" in card.explains.text()
    assert not card.remove.isVisible()
    assert not card.name.isVisible()


def test_a_chosen_template_is_named_with_what_it_lacks(
    card: WordCard, council: OpenCouncil, template: Path
) -> None:
    choose(card, template)
    assert council.word.template() is not None
    assert card.name.text() == "Norrmyras mall.docx"
    assert card.choose.text() == "Byt mall"
    assert "Mallen saknar sidfot, sidnummer." in card.explains.text()


def test_removing_the_template_can_be_undone(
    card: WordCard, shell: Shell, council: OpenCouncil, template: Path
) -> None:
    choose(card, template)
    click(card.remove)
    assert shell.toast_text() == "Word-mallen är borttagen"
    assert not card.name.isVisible()
    council.undo.undo()
    assert card.name.text() == "Norrmyras mall.docx"
    assert card.name.isVisible()


def test_a_file_that_is_no_template_is_refused_at_the_card(
    card: WordCard, council: OpenCouncil, template: Path, tmp_path: Path
) -> None:
    choose(card, template)
    wrong = tmp_path / "gammal.doc"
    wrong.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    choose(card, wrong)
    assert card.refusal.isVisible()
    assert "äldre format" in card.refusal.text()
    assert card.name.text() == "Norrmyras mall.docx"
    choose(card, template)
    assert not card.refusal.isVisible()


def test_changing_ones_mind_changes_nothing(card: WordCard, council: OpenCouncil) -> None:
    choose(card, None)
    assert council.word.template() is None
