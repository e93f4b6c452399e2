"""Dokument: see the paper as it prints, make it once, save the very bytes, say when it was sent."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from trygghetsrad.domain.meetings import MeetingState
from trygghetsrad.ui.documents.page import DocumentsPage
from trygghetsrad.ui.theme import Theme, apply_theme
from ui import builders, looking
from ui.builders import TODAY
from ui.hands import click, pick, press

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.documents import DocumentChoice
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


def notice(council: OpenCouncil) -> DocumentChoice:
    return council.documents.choices(builders.next_meeting(council))[0]


def names(page: DocumentsPage, key: str) -> str:
    """What a screen reader hears of a line in the list."""
    return page.desk.papers.row(key).accessibleName()


def test_the_notice_of_the_next_meeting_is_shown_at_once(page: DocumentsPage, council: OpenCouncil) -> None:
    assert page.desk.meeting.box.currentText() == "Möte prel. 4/2026 · 2026-12-08"
    assert page.desk.papers.selected() == "kind:kallelse"
    assert names(page, "kind:kallelse") == "Kallelse, Inte skapad än, Utkast"
    assert "Kallelse till möte prel. 4/2026" in page.desk.preview.text()
    assert page.desk.preview.page_count() > 0
    assert council.documents.issued()[0].kind != "kallelse"


def test_making_the_notice_gives_the_number_and_keeps_the_bytes(
    page: DocumentsPage, shell: Shell, council: OpenCouncil
) -> None:
    assert page.desk.delivery.explains.text() == "Ger mötet nummer 4 och sparar kallelsen."
    click(page.desk.delivery.make)
    assert shell.toast_text() == "Kallelsen är skapad"
    assert page.desk.meeting.box.currentText() == "Möte 4/2026 · 2026-12-08"
    assert names(page, "kind:kallelse") == "Kallelse, Skapad 2026-11-23, Skapad"
    assert not page.desk.delivery.make.isVisible()
    issued = council.documents.issued()[0]
    assert page.desk.papers.shown()[-1] == f"issued:{issued.id}"
    assert "Kallelse till möte 4/2026" in page.desk.preview.text()
    assert "ÄNDRAD" not in page.desk.preview.text().upper()


def test_the_saved_file_is_what_was_kept_byte_for_byte(
    page: DocumentsPage, shell: Shell, council: OpenCouncil, tmp_path: Path
) -> None:
    click(page.desk.delivery.make)
    asked: list[Path] = []
    page.choose_target = lambda suggested: asked.append(suggested) or tmp_path / suggested.name
    opened: list[Path] = []
    page.open_with = opened.append
    click(page.desk.delivery.save)
    assert [one.name for one in asked] == ["2026-12-08 Kallelse möte 4.pdf"]
    saved = tmp_path / "2026-12-08 Kallelse möte 4.pdf"
    assert saved.read_bytes() == council.documents.content(council.documents.issued()[0].id).content
    assert shell.toast_text() == "Sparad: 2026-12-08 Kallelse möte 4.pdf"
    click(page.desk.delivery.open_saved)
    assert opened == [saved]


def test_a_folder_that_is_gone_is_said_and_nothing_is_claimed_saved(
    page: DocumentsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.choose_target = lambda suggested: tmp_path / "borta" / suggested.name
    with qtbot.waitSignal(page.trouble) as told:
        click(page.desk.delivery.save_draft)
    assert "finns inte längre" in told.args[0]
    assert not page.desk.delivery.open_saved.isVisible()


def test_changing_her_mind_about_where_saves_nothing(page: DocumentsPage, shell: Shell) -> None:
    page.choose_target = lambda _suggested: None
    click(page.desk.delivery.save_draft)
    assert shell.toast_text() == ""


def test_marking_the_notice_as_sent_calls_the_meeting_on_the_day_written(
    page: DocumentsPage, council: OpenCouncil
) -> None:
    click(page.desk.delivery.make)
    assert page.desk.delivery.sending.question.text() == "Har du skickat kallelsen?"
    assert page.desk.delivery.sending.day.day() == TODAY
    page.desk.delivery.sending.day.edit.setText("i går")
    click(page.desk.delivery.sending.mark)
    meeting = council.meetings.get(builders.next_meeting(council))
    assert (meeting.state, meeting.called_on) == (MeetingState.CALLED, TODAY - timedelta(days=1))
    assert names(page, "kind:kallelse") == "Kallelse, Skickad 2026-11-22, Skickad"
    assert page.desk.delivery.sending.question.text() == "Skickad 2026-11-22"


def test_a_day_that_cannot_be_read_marks_nothing(page: DocumentsPage, council: OpenCouncil) -> None:
    click(page.desk.delivery.make)
    page.desk.delivery.sending.day.edit.setText("någon gång")
    click(page.desk.delivery.sending.mark)
    assert council.meetings.get(builders.next_meeting(council)).called_on is None


def test_moving_a_called_meeting_asks_for_a_changed_notice(page: DocumentsPage, council: OpenCouncil) -> None:
    click(page.desk.delivery.make)
    click(page.desk.delivery.sending.mark)
    council.meetings.change(builders.next_meeting(council), day=date(2026, 12, 10))
    assert names(page, "kind:kallelse") == "Kallelse, Ändrad sedan kallelsen gick ut, Inaktuell"
    assert page.desk.delivery.make.text() == "Skapa ändrad kallelse"
    assert page.desk.delivery.explains.text().startswith("Ersätter kallelsen från 2026-11-23")
    click(page.desk.delivery.make)
    assert notice(council).latest is not None
    assert notice(council).latest.version == 2  # type: ignore[union-attr]
    assert "ÄNDRAD" in page.desk.preview.text().upper()
    first = [key for key in page.desk.papers.shown() if key.startswith("issued:")][-1]
    click(page.desk.papers.row(first))
    assert "ÄNDRAD" not in page.desk.preview.text().upper()


def test_signs_that_cannot_be_printed_are_told_quietly(page: DocumentsPage, council: OpenCouncil) -> None:
    council.meetings.add_item(builders.next_meeting(council), "Julbord 🎄")
    assert page.desk.note is not None
    assert page.desk.note.text().endswith("är utbytta: 🎄")
    click(page.desk.papers.row("kind:atgardslista"))
    assert page.desk.note is None


def test_minutes_wait_until_the_meeting_is_over(page: DocumentsPage) -> None:
    click(page.desk.papers.row("kind:protokoll"))
    assert not page.desk.delivery.make.isVisible()
    assert page.desk.delivery.explains.text() == "Här skapar du protokollet när mötet är avslutat."


def test_opening_a_held_meeting_shows_its_minutes(page: DocumentsPage, council: OpenCouncil) -> None:
    third = council.meetings.every()[2]
    page.open_item(third.id)
    assert page.desk.papers.selected() == "kind:protokoll"
    assert names(page, "kind:protokoll") == "Protokoll, Justerat 2026-09-09, Justerat"
    assert "Protokoll möte 3/2026" in page.desk.preview.text()


def test_a_list_is_saved_and_printed_without_being_made(
    page: DocumentsPage, shell: Shell, tmp_path: Path
) -> None:
    click(page.desk.papers.row("kind:atgardslista"))
    assert not page.desk.delivery.make.isVisible()
    assert not page.desk.delivery.sending.mark.isVisible()
    target = tmp_path / "papper.pdf"
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    page.find_printer = lambda: printer
    click(page.desk.delivery.printing)
    printed = pypdfium2.PdfDocument(target)
    assert len(printed) == page.desk.preview.page_count()
    printed.close()
    assert shell.toast_text() == "Skickat till skrivaren: 1 sida"


def test_another_meeting_is_chosen_in_the_picker(page: DocumentsPage) -> None:
    pick(page.desk.meeting.box, "Möte 2/2026 · 2026-05-19")
    assert page.desk.papers.selected() == "kind:protokoll"
    assert page.desk.meeting.box.currentText() == "Möte 2/2026 · 2026-05-19"


def test_arrow_keys_move_between_papers(page: DocumentsPage) -> None:
    page.desk.papers.row("kind:kallelse").setFocus()
    press(page.desk.papers.row("kind:kallelse"), Qt.Key.Key_Down)
    assert page.desk.papers.selected() == "kind:dagordning"
    assert "Förslag till dagordning" in page.desk.preview.text()


def test_a_narrow_window_has_a_drop_down_and_a_row_of_buttons(page: DocumentsPage, shell: Shell) -> None:
    shell.resize(960, 460)
    assert page.desk.drop_down.isVisible()
    assert not page.desk.papers.isVisible()
    pick(page.desk.drop_down.box, "Förteckning över ledamöter · Visar läget i dag")
    assert "Förteckning över ledamöter" in page.desk.preview.text()
    assert abs(page.desk.delivery.save.y() - page.desk.delivery.printing.y()) < 3
    shell.resize(1366, 688)
    assert page.desk.papers.selected() == "kind:ledamoter"
    assert page.desk.papers.isVisible()


def test_a_council_without_meetings_still_has_its_lists(tmp_path: Path, qtbot: QtBot) -> None:
    _shell, page = builders.window(qtbot, builders.empty_council(tmp_path), DocumentsPage)
    assert isinstance(page, DocumentsPage)
    assert {"kind:atgardslista", "kind:ledamoter"} <= set(page.desk.papers.shown())
    assert "kind:kallelse" not in page.desk.papers.shown()
    assert not page.desk.meeting.isVisible()
    with qtbot.waitSignal(page.open_requested) as asked:
        click(page.desk.plan)
    assert asked.args == ["plan", 0]


@pytest.mark.parametrize(("size", "text"), [((1366, 688), 100), ((1366, 688), 110), ((960, 460), 100)])
def test_everything_has_a_name_a_size_and_room(
    page: DocumentsPage, shell: Shell, dressed_app: QApplication, size: tuple[int, int], text: int
) -> None:
    apply_theme(dressed_app, Theme.LIGHT, text)
    shell.resize(*size)
    click(page.desk.delivery.make)
    assert looking.unnamed(page) == []
    assert looking.too_small(page) == []
    assert looking.clipped(page) == []
    assert page.minimumSizeHint().width() <= page.width()


def test_the_way_from_översikt_leads_to_one_kind_of_paper(page: DocumentsPage, council: OpenCouncil) -> None:
    page.open_paper("arendeforfragan", builders.next_meeting(council))
    assert page.desk.papers.selected() == "kind:arendeforfragan"
    assert "Vad vill du ta upp" in page.desk.preview.text()
