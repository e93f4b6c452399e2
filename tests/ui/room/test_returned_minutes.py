"""Minutes that somebody edited come back to the room: compared, declared the original, or kept as a paper."""

from __future__ import annotations

from datetime import time
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import pytest
from PySide6.QtCore import Qt
from reportlab.pdfgen.canvas import Canvas

from trygghetsrad.domain.meetings import Outcome
from ui.dropping import drop, hang_files_over, move_away
from ui.hands import click
from ui.room.people import DAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from trygghetsrad.app import OpenCouncil
    from ui.room.hands import Room

SAYS = "Originalet är den bifogade filen ”{}”. Texten här kan skilja sig från den."


@pytest.fixture
def held(council: OpenCouncil, open_room: Callable[..., Room]) -> Room:
    """A meeting that is over, with a text and a decision of its own."""
    meeting = council.meetings.every()[-1].id
    council.meetings.open_agenda(meeting)
    point = council.meetings.add_item(meeting, "Belysning vid badet")
    council.room.start(meeting, time(13))
    council.room.write_text(point, "Lampan är trasig.")
    council.room.add_decision(point, "att lampan lagas", Outcome.DECIDES)
    council.room.end(meeting, time(15))
    return open_room()


@pytest.fixture
def edited(council: OpenCouncil, held: Room, tmp_path: Path) -> Path:
    document = docx.Document(BytesIO(council.word.copy("protokoll", DAY, held.meeting_id).content))
    for line in document.paragraphs:
        if line.text == "Lampan är trasig.":
            line.runs[0].text = "Lampan är trasig sedan i våras."
        if line.text == "att lampan lagas":
            line.runs[0].text = "att lampan lagas genast"
    path = tmp_path / "Från Mats.docx"
    document.save(str(path))
    return path


@pytest.fixture
def scanned(tmp_path: Path) -> Path:
    target = BytesIO()
    canvas = Canvas(target)
    canvas.showPage()
    canvas.save()
    path = tmp_path / "Skannat.pdf"
    path.write_bytes(target.getvalue())
    return path


def text_of(room: Room) -> str:
    return room.item("Belysning vid badet").text


def test_a_word_file_dropped_after_the_meeting_is_asked_about(held: Room, edited: Path) -> None:
    bar = held.page.returned
    assert bar.text() == ""
    drop(held.page, edited)
    assert bar.text() == "Är ”Från Mats.docx” protokollet som någon har ändrat i?"
    assert bar.compare_button.hasFocus()
    assert held.council.originals.of_meeting(held.meeting_id) is None
    bar.leave_button.click()
    assert bar.text() == ""
    assert all(not item.papers for item in held.stored.items)


def test_its_changes_are_taken_over_point_by_point_with_the_keyboard(held: Room, edited: Path) -> None:
    drop(held.page, edited)
    held.hands.press(Qt.Key.Key_Return)
    comparison = held.page.returned.comparison
    assert comparison.isVisible()
    assert not held.page.columns.isVisible()
    assert len(comparison.cards) == 2
    held.hands.press(Qt.Key.Key_Return)
    assert text_of(held) == "Lampan är trasig sedan i våras."
    assert held.shell.toast_text().endswith("Belysning vid badet, texten")
    assert len(comparison.cards) == 1
    held.hands.press(Qt.Key.Key_Return)
    assert held.item("Belysning vid badet").decisions[0].text == "att lampan lagas genast"
    assert comparison.close_button.hasFocus()
    held.hands.press(Qt.Key.Key_Return)
    assert not comparison.isVisible()
    assert held.page.columns.isVisible()


def test_what_was_taken_over_is_undone_and_stands_among_the_differences_again(
    held: Room, edited: Path
) -> None:
    drop(held.page, edited)
    click(held.page.returned.compare_button)
    comparison = held.page.returned.comparison
    click(comparison.cards[0].take)
    held.council.undo.undo()
    assert text_of(held) == "Lampan är trasig."
    assert len(comparison.cards) == 2


def test_the_minutes_of_another_file_are_refused_and_the_meeting_stays_in_view(
    held: Room, tmp_path: Path
) -> None:
    path = tmp_path / "Recept.docx"
    document = docx.Document()
    document.add_paragraph("Vispa grädden.")
    document.save(str(path))
    drop(held.page, path)
    click(held.page.returned.compare_button)
    assert not held.page.returned.comparison.isVisible()
    assert held.page.columns.isVisible()
    assert any("inget protokoll" in words for words in held.banners())


def test_the_file_is_declared_the_original_opened_and_taken_back(held: Room, edited: Path) -> None:
    opened: list[Path] = []
    bar = held.page.original
    bar.open_with = lambda path: opened.append(path) or True
    drop(held.page, edited)
    click(held.page.returned.original_button)
    assert bar.text() == SAYS.format("Från Mats.docx")
    assert held.page.returned.text() == ""
    click(bar.open_button)
    assert opened[0].read_bytes() == edited.read_bytes()
    click(bar.take_back_button)
    assert bar.text() == ""
    assert held.council.originals.of_meeting(held.meeting_id) is None
    held.council.undo.undo()
    assert bar.text() == SAYS.format("Från Mats.docx")


def test_a_pdf_can_be_the_original_but_is_not_compared(held: Room, scanned: Path) -> None:
    drop(held.page, scanned)
    bar = held.page.returned
    assert bar.text() == "Är ”Skannat.pdf” protokollet?"
    assert not bar.compare_button.isVisible()
    click(bar.original_button)
    assert held.page.original.text() == SAYS.format("Skannat.pdf")


def test_a_signed_copy_that_came_back_can_be_the_original(held: Room, scanned: Path) -> None:
    held.council.documents.issue("protokoll", DAY, held.meeting_id)
    drop(held.page, scanned)
    assert held.page.signed.text().endswith("Skannat.pdf")
    click(held.page.signed.original_button)
    assert held.page.original.text() == SAYS.format("Skannat.pdf")


def test_a_file_may_be_a_paper_of_the_point_after_all(held: Room, edited: Path) -> None:
    held.go_to("Belysning vid badet")
    drop(held.page, edited)
    click(held.page.returned.keep_button)
    assert [one.name for one in held.item("Belysning vid badet").papers] == ["Från Mats.docx"]
    assert held.council.originals.of_meeting(held.meeting_id) is None


def test_a_file_hanging_over_the_room_is_not_called_a_paper(held: Room, edited: Path) -> None:
    held.go_to("Belysning vid badet")
    hang_files_over(held.page, edited)
    assert held.page.item_view.papers.title.text() == "Inga handlingar"
    move_away(held.page)


def test_before_the_meeting_is_over_a_word_file_is_a_paper(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "Förslag.docx"
    docx.Document().save(str(path))
    room.go_to("Mötet öppnas")
    drop(room.page, path)
    assert [one.name for one in room.item("Mötet öppnas").papers] == ["Förslag.docx"]
    assert room.page.returned.text() == ""
