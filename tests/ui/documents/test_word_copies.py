"""Spara som Word: any paper that can be made now, with a line that says which file counts."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import docx
import pytest

from trygghetsrad.ui.documents.page import DocumentsPage
from ui import builders
from ui.hands import click

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.ui.components.shell import Shell


@pytest.fixture
def council(tmp_path: Path) -> OpenCouncil:
    return builders.norrmyra(tmp_path)


@pytest.fixture
def shell(qtbot: QtBot, council: OpenCouncil) -> Shell:
    return builders.window(qtbot, council, DocumentsPage)[0]


@pytest.fixture
def page(shell: Shell) -> DocumentsPage:
    return shell.findChildren(DocumentsPage)[0]


def test_the_paper_in_view_is_saved_as_word(page: DocumentsPage, shell: Shell, tmp_path: Path) -> None:
    page.choose_target = lambda suggested: tmp_path / suggested.name
    opened: list[Path] = []
    page.open_with = opened.append
    click(page.desk.delivery.word)
    saved = tmp_path / "2026-12-08 Kallelse möte prel. 4.docx"
    assert shell.toast_text() == f"Sparad: {saved.name}"
    text = [line.text for line in docx.Document(BytesIO(saved.read_bytes())).paragraphs]
    assert "Kallelse till möte\u00a0prel. 4/2026" in text
    click(page.desk.delivery.open_saved)
    assert opened == [saved]


def test_it_says_that_the_pdf_is_the_original(page: DocumentsPage) -> None:
    assert page.desk.delivery.word_note.isVisible()
    assert "PDF-filen är originalet" in page.desk.delivery.word_note.text()


def test_a_paper_that_was_made_earlier_is_had_as_it_was_made(
    page: DocumentsPage, council: OpenCouncil
) -> None:
    click(page.desk.delivery.make)
    assert page.desk.delivery.word.isVisible()
    page._take_paper(f"issued:{council.documents.issued()[0].id}")
    assert not page.desk.delivery.word.isVisible()
    assert not page.desk.delivery.word_note.isVisible()


def test_changing_ones_mind_in_the_file_window_saves_nothing(page: DocumentsPage, tmp_path: Path) -> None:
    page.choose_target = lambda _suggested: None
    click(page.desk.delivery.word)
    assert list(tmp_path.glob("*.docx")) == []
