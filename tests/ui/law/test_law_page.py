"""Lagkollen in the window: every § with its state, its proof, and what begins the rest."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from trygghetsrad.domain.law import DutyState
from trygghetsrad.domain.thread import Resolution
from trygghetsrad.ui.law.page import LawPage
from ui import builders
from ui.builders import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil

DECIDED = Resolution(day=date(2025, 11, 20), body="kommunstyrelsen", section="§ 118", dnr="KS 2025/204")


@pytest.fixture
def council(tmp_path: Path) -> OpenCouncil:
    return builders.norrmyra(tmp_path)


@pytest.fixture
def page(qtbot: QtBot, council: OpenCouncil) -> LawPage:
    return builders.window(qtbot, council, LawPage)[1]


def test_the_twelve_rows_stand_in_the_order_of_the_file_with_their_source(page: LawPage) -> None:
    assert [card.status.duty.section for card in page.cards.values()] == [
        4,
        3,
        5,
        6,
        6,
        7,
        9,
        10,
        10,
        11,
        12,
        13,
    ]
    assert "2023:196" in page.source.text()
    assert "inte ett besked om att lagen följs" in page.careful.text()


def test_a_decision_turns_its_rows_at_once_and_undo_turns_them_back(
    page: LawPage, council: OpenCouncil
) -> None:
    assert page.cards["picture_renewed"].status.state is DutyState.NOT_FILLED
    before = page.told.text()
    council.pictures.register(date(2024, 1, 1), date(2025, 12, 31), DECIDED)
    card = page.cards["picture_renewed"]
    assert card.status.state is DutyState.DOCUMENTED
    assert card.pill.accessibleName() == "Dokumenterat"
    assert card.start is None
    assert page.told.text() != before
    council.undo.undo()
    assert page.cards["picture_renewed"].status.state is DutyState.NOT_FILLED
    assert page.told.text() == before


def test_not_yet_is_an_answer_that_is_stored(qtbot: QtBot, page: LawPage, council: OpenCouncil) -> None:
    qtbot.mouseClick(page.cards["action_plan"].nothing_yet, Qt.MouseButton.LeftButton)
    assert [one.duty for one in council.duty_answers.every()] == ["action_plan"]
    card = page.cards["action_plan"]
    assert card.status.state is DutyState.MISSING
    assert card.nothing_yet is None


def test_the_button_of_a_row_opens_where_it_is_done(qtbot: QtBot, page: LawPage) -> None:
    with qtbot.waitSignal(page.open_requested) as asked:
        qtbot.mouseClick(page.cards["situation_picture"].start, Qt.MouseButton.LeftButton)
    assert asked.args == ["thread", 0]


def test_a_proof_is_opened_by_a_click(qtbot: QtBot, page: LawPage, council: OpenCouncil) -> None:
    from trygghetsrad.ui.components.buttons import Button

    meeting = next(one for one in page.cards["council"].status.evidence if one.kind == "meeting")
    button = next(
        one for one in page.cards["council"].findChildren(Button) if one.text().startswith(meeting.what)
    )
    with qtbot.waitSignal(page.open_requested) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == ["meeting", meeting.id]
    assert council.meetings.get(meeting.id).day <= max(TODAY, meeting.day)


def test_the_paper_is_one_click_away(qtbot: QtBot, page: LawPage) -> None:
    with qtbot.waitSignal(page.open_requested) as asked:
        qtbot.mouseClick(page.proof, Qt.MouseButton.LeftButton)
    assert asked.args == ["paper:lagkoll", 0]


def test_the_rows_that_do_not_change_stay_the_same_widgets(page: LawPage, council: OpenCouncil) -> None:
    kept = page.cards["agreements"]
    council.pictures.register(date(2024, 1, 1), date(2025, 12, 31), DECIDED)
    assert page.cards["agreements"] is kept


def test_a_proof_with_a_file_opens_the_file(
    qtbot: QtBot, page: LawPage, council: OpenCouncil, tmp_path: Path
) -> None:
    from trygghetsrad.ui.components.buttons import Button

    file = tmp_path / "Lägesbild.pdf"
    file.write_bytes(b"%PDF-1.7 from the shelf")
    opened: list[bytes] = []
    page.open_with = lambda path: opened.append(path.read_bytes()) or True
    council.pictures.register(date(2024, 1, 1), date(2025, 12, 31), DECIDED, file=file, today=TODAY)
    card = page.cards["situation_picture"]
    what = card.status.evidence[0].what
    qtbot.mouseClick(
        next(one for one in card.findChildren(Button) if one.text().startswith(what)),
        Qt.MouseButton.LeftButton,
    )
    assert opened == [b"%PDF-1.7 from the shelf"]
