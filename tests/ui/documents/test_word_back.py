"""Minutes edited in Word: dropped or chosen, shown side by side, taken over by a click each."""

from __future__ import annotations

from datetime import time
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import pytest

from trygghetsrad.domain.meetings import Outcome
from trygghetsrad.ui.documents.page import DocumentsPage
from ui import builders, looking
from ui.builders import TODAY
from ui.dropping import drop
from ui.hands import click

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.ui.components.comparison import Comparison
    from trygghetsrad.ui.components.shell import Shell


@pytest.fixture
def council(tmp_path: Path) -> OpenCouncil:
    return builders.norrmyra(tmp_path)


@pytest.fixture
def held(council: OpenCouncil) -> int:
    """The next meeting, begun, with text and a decision under a point of its own."""
    meeting_id = builders.next_meeting(council)
    point = council.meetings.add_item(meeting_id, "Belysning vid badet")
    council.room.start(meeting_id, time(13))
    council.room.write_text(point, "Lampan är trasig.")
    council.room.add_decision(point, "att lampan lagas", Outcome.DECIDES)
    return meeting_id


@pytest.fixture
def edited(council: OpenCouncil, held: int, tmp_path: Path) -> Path:
    """The minutes as somebody edited them in Word."""
    document = docx.Document(BytesIO(council.word.copy("protokoll", TODAY, held).content))
    for line in document.paragraphs:
        if line.text == "Lampan är trasig.":
            line.runs[0].text = "Lampan är trasig sedan i våras."
        if line.text == "att lampan lagas":
            line.runs[0].text = "att lampan lagas genast"
    path = tmp_path / "Synpunkter från Mats.docx"
    document.save(str(path))
    return path


@pytest.fixture
def shell(qtbot: QtBot, council: OpenCouncil, held: int) -> Shell:
    return builders.window(qtbot, council, DocumentsPage)[0]


@pytest.fixture
def page(shell: Shell, held: int) -> DocumentsPage:
    page = shell.findChildren(DocumentsPage)[0]
    page.open_paper("protokoll", held)
    return page


def comparison(page: DocumentsPage) -> Comparison:
    return page.desk.comparison


def choose(page: DocumentsPage, path: Path) -> None:
    page.word.choose_file = lambda: path
    click(page.desk.delivery.word_back)


def text_of(council: OpenCouncil, held: int) -> str:
    return next(one.text for one in council.room.room(held).items if one.title == "Belysning vid badet")


def test_both_sides_of_each_difference_are_shown(page: DocumentsPage, edited: Path) -> None:
    choose(page, edited)
    assert comparison(page).isVisible()
    assert "Synpunkter från Mats.docx" in comparison(page).title.text()
    assert comparison(page).summary.text().startswith("2 ställen skiljer sig")
    text, decision = comparison(page).cards
    seen = {one.name for one in looking.elements(text)}
    assert text.accessibleName().endswith("Belysning vid badet: texten")
    assert decision.accessibleName().endswith("Belysning vid badet: beslutet")
    assert {"Lampan är trasig.", "Lampan är trasig sedan i våras."} <= seen


def test_a_difference_is_taken_over_by_a_click_and_back_by_angra(
    page: DocumentsPage, shell: Shell, council: OpenCouncil, held: int, edited: Path
) -> None:
    choose(page, edited)
    click(comparison(page).cards[0].take)
    assert shell.toast_text().endswith("Belysning vid badet, texten")
    assert text_of(council, held) == "Lampan är trasig sedan i våras."
    assert len(comparison(page).cards) == 1
    council.undo.undo()
    assert text_of(council, held) == "Lampan är trasig."
    assert len(comparison(page).cards) == 2


def test_when_all_is_taken_over_it_says_so_and_the_paper_is_shown_again(
    page: DocumentsPage, edited: Path
) -> None:
    choose(page, edited)
    while comparison(page).cards:
        click(comparison(page).cards[0].take)
    assert comparison(page).summary.text() == "Filen säger detsamma som det som står här."
    assert comparison(page).close_button.hasFocus()
    click(comparison(page).close_button)
    assert page.desk.preview.isVisible()
    assert "Lampan är trasig sedan i våras." in page.desk.preview.text()


def test_a_file_dropped_on_the_page_is_held_against_the_minutes(page: DocumentsPage, edited: Path) -> None:
    page._take_paper("kind:dagordning")
    assert drop(page.desk, edited)
    assert comparison(page).isVisible()
    assert page.desk.papers.selected() == "kind:protokoll"
    assert len(comparison(page).cards) == 2


def test_a_file_that_is_no_minutes_is_refused_and_the_paper_stays(
    page: DocumentsPage, shell: Shell, tmp_path: Path
) -> None:
    path = tmp_path / "Bild.docx"
    path.write_bytes(b"\x89PNG")
    choose(page, path)
    assert page.desk.preview.isVisible()
    assert any("ingen Word-fil" in text for text in shell.banner_texts())


def test_another_meeting_ends_the_comparison(page: DocumentsPage, council: OpenCouncil, edited: Path) -> None:
    choose(page, edited)
    page.open_item(council.meetings.every()[0].id)
    assert not comparison(page).isVisible()


def test_the_way_back_is_offered_for_minutes_alone(page: DocumentsPage) -> None:
    assert page.desk.delivery.word_back.isVisible()
    page._take_paper("kind:dagordning")
    assert not page.desk.delivery.word_back.isVisible()
    assert page.desk.delivery.word.isVisible()


def test_the_paper_says_when_another_file_is_the_original(
    page: DocumentsPage, council: OpenCouncil, held: int, edited: Path
) -> None:
    council.room.end(held, time(15))
    assert page.desk.note is None
    council.originals.declare(held, edited, TODAY)
    assert page.desk.note is not None
    assert page.desk.note.text().startswith("Originalet är den bifogade filen ”Synpunkter från Mats.docx”.")
    council.originals.take_back(held)
    assert page.desk.note is None
