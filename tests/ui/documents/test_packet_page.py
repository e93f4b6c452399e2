"""The handlingspaket on the page Dokument, at the command line, and in a letter."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from trygghetsrad.cli import main
from trygghetsrad.domain.attachments import Audience
from trygghetsrad.ui.documents.page import DocumentsPage
from trygghetsrad.ui.documents.recipients import Recipients
from ui import builders
from ui.builders import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil

KEY = "kind:handlingspaket"


@pytest.fixture
def council(tmp_path: Path) -> OpenCouncil:
    made = builders.norrmyra(tmp_path)
    meeting = builders.next_meeting(made)
    report = made.documents.preview("atgardslista", TODAY).content
    for title, audience in (("Lekplatser", Audience.EVERYONE), ("Skolvägar", Audience.AUTHORITIES)):
        point = made.meetings.add_item(meeting, title)
        made.attachments.add(f"{title}.pdf", report, TODAY, item_id=point, audience=audience)
    return made


@pytest.fixture
def page(qtbot: QtBot, council: OpenCouncil) -> DocumentsPage:
    page = builders.window(qtbot, council, DocumentsPage)[1]
    assert isinstance(page, DocumentsPage)
    page.desk.papers.chosen.emit(KEY)
    return page


def front(page: DocumentsPage) -> str:
    return " ".join(page.desk.preview.text().split())


def test_the_packet_is_shown_as_it_would_go_out(page: DocumentsPage) -> None:
    assert "Handlingar till möte prel. 4/2026" in front(page)
    assert "Lekplatser" in front(page)
    assert not page.desk.delivery.word.isVisible()
    assert page.desk.options.isVisible()


def test_whom_it_is_for_and_which_point_can_be_chosen(page: DocumentsPage) -> None:
    options = page.desk.options
    before = page.desk.preview.page_count()
    options.audience.box.setCurrentIndex(1)
    options.audience.box.activated.emit(1)
    assert page.desk.preview.page_count() > before
    assert "Kommun och myndigheter" in front(page)
    last = options.point.box.count() - 1
    assert options.point.box.itemText(last).endswith("Skolvägar")
    options.point.box.activated.emit(last)
    assert "Lekplatser" not in front(page)


def test_a_paper_that_cannot_be_in_it_is_told_of_above_it(page: DocumentsPage, council: OpenCouncil) -> None:
    point = council.meetings.agenda(builders.next_meeting(council))[-1].id
    council.attachments.add("Trasig.pdf", b"%PDF-1.7 nej", TODAY, item_id=point)
    assert page.desk.note is not None
    assert "”Trasig” är skadad" in page.desk.note.text()


def test_the_command_line_writes_it_and_names_what_is_missing(
    council: OpenCouncil, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    point = council.meetings.agenda(builders.next_meeting(council))[-1].id
    council.attachments.add("Tabell.xlsx", b"PK", TODAY, item_id=point)
    path = council.path
    council.close()
    words = ["documents", str(path), "--out", str(tmp_path / "ut"), "--only", "handlingspaket"]
    assert main(words) == 0
    told = capsys.readouterr()
    assert "”Tabell” är ingen PDF" in told.err
    (written,) = (tmp_path / "ut").iterdir()
    assert written.name.startswith("2026-12-08 Handlingspaket")
    assert len(PdfReader(BytesIO(written.read_bytes())).outline) == 3


def test_the_packet_goes_into_a_letter_to_those_it_is_for(page: DocumentsPage, council: OpenCouncil) -> None:
    meeting = builders.next_meeting(council)
    paper = council.documents.issue("handlingspaket", TODAY, meeting)
    draft = council.delivery.draft(paper.document_id or 0, TODAY)
    assert [one.name for one in draft.attachments] == [paper.file_name]
    assert draft.attachments[0].content == paper.content
    assert {one.name for one in draft.mailboxes} == {"Karin Öhman", "Lena Marklund"}
    (shown,) = page.desk.findChildren(Recipients)
    assert shown.summary.text() == "2 mottagare"
    page.desk.options.audience.box.activated.emit(1)
    assert shown.summary.text() == "4 mottagare", "another packet has its own readers"
