"""The signed minutes come back to the room: dropped or chosen, shown with their day, opened."""

from __future__ import annotations

from datetime import time
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from reportlab.pdfgen.canvas import Canvas

from trygghetsrad.domain.meetings import RoleAtMeeting
from ui.dropping import drop, hang_files_over, move_away
from ui.room.people import DAY, person_id

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from trygghetsrad.app import OpenCouncil
    from ui.room.hands import Room


@pytest.fixture
def scanned(tmp_path: Path) -> Path:
    target = BytesIO()
    canvas = Canvas(target)
    canvas.showPage()
    canvas.save()
    path = tmp_path / "Skannat.pdf"
    path.write_bytes(target.getvalue())
    return path


@pytest.fixture
def verified(council: OpenCouncil, open_room: Callable[..., Room]) -> Room:
    meeting = council.meetings.every()[-1].id
    council.room.start(meeting, time(13))
    council.room.set_role(meeting, RoleAtMeeting.VERIFIER, person_id(council, "Mats Lindgren"))
    council.room.end(meeting, time(15))
    council.documents.issue("protokoll", DAY, meeting)
    council.minutes.mark_verified(meeting, DAY)
    return open_room()


def test_a_pdf_dropped_after_the_justering_is_the_signed_copy(verified: Room, scanned: Path) -> None:
    bar = verified.page.signed
    assert bar.text() == "Släpp det underskrivna protokollet här när det kommer tillbaka som PDF."
    drop(verified.page, scanned)
    assert bar.text() == "Underskriven kopia från 2026-12-08: Skannat.pdf"
    assert [one.name for one in verified.council.signed.of_meeting(verified.meeting_id)] == ["Skannat.pdf"]
    assert all(not item.papers for item in verified.stored.items)


def test_a_file_that_is_no_pdf_is_still_a_paper_of_its_point(verified: Room, tmp_path: Path) -> None:
    path = tmp_path / "Tabell.xlsx"
    path.write_bytes(b"PK")
    verified.go_to("Mötet öppnas")
    drop(verified.page, path)
    assert [one.name for one in verified.item("Mötet öppnas").papers] == ["Tabell.xlsx"]
    assert verified.council.signed.of_meeting(verified.meeting_id) == ()


def test_before_the_minutes_are_made_a_pdf_is_a_paper(room: Room, scanned: Path) -> None:
    room.go_to("Mötet öppnas")
    drop(room.page, scanned)
    assert [one.name for one in room.item("Mötet öppnas").papers] == ["Skannat.pdf"]
    assert room.page.signed.text() == ""


def test_a_signed_copy_hanging_over_the_room_is_not_called_a_paper(verified: Room, scanned: Path) -> None:
    verified.go_to("Mötet öppnas")
    hang_files_over(verified.page, scanned)
    assert verified.page.item_view.papers.title.text() == "Inga handlingar"
    move_away(verified.page)


def test_the_copy_is_chosen_opened_and_taken_away_with_the_keyboard(verified: Room, scanned: Path) -> None:
    from PySide6.QtCore import Qt

    bar = verified.page.signed
    opened: list[Path] = []
    bar.choose_file = lambda: scanned
    bar.open_with = lambda path: opened.append(path) or True
    for button in (bar.add_button, bar.open_button):
        button.setFocus()
        verified.hands.press(Qt.Key.Key_Return)
    assert opened[0].read_bytes() == scanned.read_bytes()
    bar.remove_button.setFocus()
    verified.hands.press(Qt.Key.Key_Return)
    assert verified.council.signed.of_meeting(verified.meeting_id) == ()
    verified.council.undo.undo()
    assert bar.text().startswith("Underskriven kopia från")


def test_a_justering_with_a_signed_copy_is_not_taken_back(verified: Room, scanned: Path) -> None:
    drop(verified.page, scanned)
    verified.page.take_step("withdraw")
    verified.page.withdrawal.reason.setText("Fel")
    verified.page.withdrawal.withdraw_button.click()
    assert verified.stored.meeting.verified_on == DAY
    assert "underskriven kopia kom in 2026-12-08" in " ".join(verified.banners())


def test_a_broken_file_is_told_of_and_nothing_is_kept(verified: Room, tmp_path: Path) -> None:
    path = tmp_path / "halv.pdf"
    path.write_bytes(b"%PDF-1.7")
    drop(verified.page, path)
    assert "”halv.pdf” är skadad" in " ".join(verified.banners())
    assert verified.council.signed.of_meeting(verified.meeting_id) == ()
