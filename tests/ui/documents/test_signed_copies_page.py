"""Signed minutes dropped on Dokument: the code says whose they are, or she does."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from reportlab.pdfgen.canvas import Canvas

from trygghetsrad.ui.documents.page import DocumentsPage
from ui import builders
from ui.dropping import drop

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil


@pytest.fixture
def council(tmp_path: Path) -> OpenCouncil:
    return builders.norrmyra(tmp_path)


@pytest.fixture
def page(qtbot: QtBot, council: OpenCouncil) -> DocumentsPage:
    page = builders.window(qtbot, council, DocumentsPage)[1]
    assert isinstance(page, DocumentsPage)
    return page


@pytest.fixture
def scanned(tmp_path: Path) -> Path:
    target = BytesIO()
    canvas = Canvas(target)
    canvas.showPage()
    canvas.save()
    path = tmp_path / "Skannat.pdf"
    path.write_bytes(target.getvalue())
    return path


def copies(council: OpenCouncil) -> dict[str, int]:
    found = {one.label: len(council.signed.of_meeting(one.id)) for one in council.meetings.every()}
    return {label: count for label, count in found.items() if count}


def test_a_file_that_carries_the_code_finds_its_meeting_itself(
    page: DocumentsPage, council: OpenCouncil, tmp_path: Path
) -> None:
    paper = next(one for one in council.documents.issued() if one.title == "Protokoll möte 2/2026")
    path = tmp_path / "undertecknat.pdf"
    path.write_bytes(council.documents.content(paper.id).content)
    toasts: list[str] = []
    page.toast_requested.connect(lambda text, _undo: toasts.append(text))
    drop(page.desk, path)
    assert copies(council) == {"Möte 2/2026": 1}
    assert toasts == ["Den underskrivna kopian är sparad på möte 2/2026"]
    assert page.signed.question is None


def test_a_scanned_file_asks_which_meeting_it_belongs_to(
    page: DocumentsPage, council: OpenCouncil, scanned: Path
) -> None:
    drop(page.desk, scanned)
    question = page.signed.question
    assert question is not None
    assert "Skannat.pdf" in question.text()
    offered = {one.text(): one for one in question.findChildren(type(question.add_action("x")))}
    assert {"Möte 1/2026", "Möte 2/2026", "Möte 3/2026"} <= set(offered)
    offered["Möte 3/2026"].click()
    assert copies(council) == {"Möte 3/2026": 1}
    assert page.signed.question is None


def test_closing_the_question_keeps_nothing(page: DocumentsPage, council: OpenCouncil, scanned: Path) -> None:
    drop(page.desk, scanned)
    question = page.signed.question
    assert question is not None
    assert question.close_button is not None
    question.close_button.click()
    assert copies(council) == {}


def test_where_nothing_waits_for_a_copy_the_room_is_named(
    qtbot: QtBot, tmp_path: Path, scanned: Path
) -> None:
    council = builders.empty_council(tmp_path)
    page = builders.window(qtbot, council, DocumentsPage)[1]
    said: list[str] = []
    page.trouble.connect(said.append)
    drop(page.desk, scanned)
    assert said[0].startswith("Inget protokoll väntar på en underskriven kopia.")
    assert page.signed.question is None


def test_a_broken_file_is_told_of(page: DocumentsPage, tmp_path: Path) -> None:
    path = tmp_path / "halv.pdf"
    path.write_bytes(b"%PDF-1.7")
    said: list[str] = []
    page.trouble.connect(said.append)
    drop(page.desk, path)
    assert "”halv.pdf” är skadad" in said[0]
