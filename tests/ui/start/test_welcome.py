"""Välkommen: two questions and three ways to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from trygghetsrad.domain.council import Municipality
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.start.municipality_field import suggestions
from trygghetsrad.ui.start.welcome import WelcomePage
from trygghetsrad.ui.theme import Theme, apply_theme
from ui import looking
from ui.hands import click, press, type_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def welcome(qtbot: QtBot) -> WelcomePage:
    made = WelcomePage()
    qtbot.addWidget(made)
    made.resize(1366, 688)
    made.show()
    qtbot.waitExposed(made)
    return made


def asked_of(welcome: WelcomePage) -> list[tuple[Municipality, str, bool]]:
    asked: list[tuple[Municipality, str, bool]] = []
    welcome.create_requested.connect(lambda *what: asked.append(what))
    return asked


def test_the_cursor_stands_in_the_first_field(welcome):
    assert welcome.municipality.line.hasFocus()


@pytest.mark.parametrize(
    ("written", "code", "name"),
    [
        ("Norsjö", "2417", "Norsjö"),
        ("norsjo", "2417", "Norsjö"),
        ("Norsjö kommun", "2417", "Norsjö"),
        ("2417", "2417", "Norsjö"),
        ("angelholm", "1292", "Ängelholm"),
        ("Stockholms kommun", "0180", "Stockholm"),
    ],
)
def test_one_line_and_one_click_ask_for_a_council_with_people(welcome, written, code, name):
    asked = asked_of(welcome)
    type_text(welcome.municipality.line, written)
    click(welcome.paste)
    assert asked == [(Municipality(code=code, name=name), "Folkhälso- och trygghetsrådet", True)]


def test_the_council_may_be_called_something_else_and_begin_without_a_list(welcome):
    asked = asked_of(welcome)
    type_text(welcome.municipality.line, "Norsjö")
    welcome.name.edit.selectAll()
    type_text(welcome.name.edit, "Lokala BRÅ")
    click(welcome.begin)
    assert asked == [(Municipality(code="2417", name="Norsjö"), "Lokala BRÅ", False)]


def test_an_emptied_name_falls_back_on_the_usual_one(welcome):
    asked = asked_of(welcome)
    type_text(welcome.municipality.line, "Norsjö")
    welcome.name.edit.selectAll()
    press(welcome.name.edit, Qt.Key.Key_Delete)
    click(welcome.begin)
    assert asked[0][1] == "Folkhälso- och trygghetsrådet"


@pytest.mark.parametrize(
    ("written", "told"),
    [("Atlantis", "ingen kommun som heter så"), ("", "Skriv vilken kommun"), ("9999", "ingen kommun")],
)
def test_an_unknown_municipality_is_told_beside_the_field(welcome, written, told):
    asked = asked_of(welcome)
    type_text(welcome.municipality.line, written)
    click(welcome.paste)
    assert not asked
    assert told in welcome.municipality.note()
    assert welcome.municipality.line.hasFocus()
    type_text(welcome.municipality.line, "N")
    assert not welcome.municipality.note()


def test_suggestions_begin_with_what_is_written_and_never_offer_the_example(welcome):
    assert suggestions("nors")[0] == "Norsjö"
    assert suggestions("oster") == ["Österåker", "Östersund"] or set(suggestions("oster")) >= {
        "Österåker",
        "Östersund",
    }
    assert suggestions("24")[0].strip()
    assert "Norrmyra (exempel)" not in suggestions("norrmyra")
    assert welcome.municipality.box.count() == 290


def test_a_name_that_can_only_be_one_is_written_out_when_the_field_is_left(welcome):
    type_text(welcome.municipality.line, "norsj")
    press(welcome.municipality.box.completer().popup(), Qt.Key.Key_Tab)
    assert welcome.municipality.line.text() == "Norsjö"


def test_the_other_ways_ask_the_window(welcome, qtbot):
    with qtbot.waitSignal(welcome.example_requested):
        click(welcome.example)
    with qtbot.waitSignal(welcome.file_requested):
        click(welcome.open_file)


def test_a_file_that_could_not_be_opened_is_told_in_place(welcome):
    welcome.show_problem("Filen ”gammal.trygghetsrad” är skadad. Den är orörd.")
    assert welcome.problem.isVisible()
    welcome.show_problem("")
    assert welcome.problem.isHidden()


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("text_size", [100, 110])
@pytest.mark.parametrize("size", [(1366, 688), (960, 460)])
def test_the_cards_are_equal_and_everything_has_room(welcome, dressed_app, theme, text_size, size):
    apply_theme(dressed_app, theme, text_size)
    welcome.resize(*size)
    QApplication.processEvents()
    cards = welcome.findChildren(Card)
    widths = [card.width() for card in cards]
    assert len(cards) == 3
    assert max(widths) - min(widths) <= 1
    assert len({card.height() for card in cards}) == 1
    assert not looking.unnamed(welcome)
    assert not looking.too_small(welcome)
    assert not looking.clipped(welcome)
