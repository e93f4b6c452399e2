"""The clipboard for the web, and the list for those who pay, from the page Dokument."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from trygghetsrad.ui.documents.extras import leave_plain_text
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
def page(shell: Shell, council: OpenCouncil) -> DocumentsPage:
    found = shell.findChildren(DocumentsPage)[0]
    held = next(one for one in council.meetings.every() if one.day == date(2026, 9, 9))
    found.open_item(held.id)
    return found


def test_the_web_text_is_copied_with_marks_and_without(
    page: DocumentsPage, shell: Shell, council: OpenCouncil
) -> None:
    click(page.desk.papers.row("kind:webbtext"))
    click(page.desk.delivery.extras.copy_web)
    both = QGuiApplication.clipboard().mimeData()
    assert "<h2>Trygghetsrådets möte 9 september 2026</h2>" in both.html()
    assert both.text().startswith("Trygghetsrådets möte 9 september 2026\n")
    assert shell.toast_text() == "Webbtexten är kopierad. Klistra in den på webbplatsen."
    leave_plain_text(council.documents.web_text(builders.TODAY, page._meeting.id))
    assert not QGuiApplication.clipboard().mimeData().hasHtml()
    assert QGuiApplication.clipboard().text().startswith("Trygghetsrådets möte 9 september 2026\n")


def test_the_list_for_those_who_pay_is_saved_where_she_says(
    page: DocumentsPage, shell: Shell, tmp_path: Path
) -> None:
    click(page.desk.papers.row("kind:narvarolista"))
    page.choose_target = lambda suggested: tmp_path / suggested.name
    click(page.desk.delivery.extras.save_table)
    saved = tmp_path / "2026-09-09 Arvodesunderlag möte 3.csv"
    assert "Eva Nordlund" in saved.read_text(encoding="utf-8-sig")
    assert shell.toast_text() == f"Sparad: {saved.name}"


def test_other_papers_offer_neither(page: DocumentsPage) -> None:
    click(page.desk.papers.row("kind:protokoll"))
    assert not page.desk.delivery.extras.isVisible()
    click(page.desk.papers.row("kind:webbtext"))
    assert page.desk.delivery.extras.copy_web.isVisible()
    assert not page.desk.delivery.extras.save_table.isVisible()
