"""From a paper on the screen to a letter in the mail program, by clicks; and what to do when no draft opens."""

from __future__ import annotations

import email
from datetime import date
from email import policy
from typing import TYPE_CHECKING

import icalendar
import pytest
from PySide6.QtGui import QGuiApplication

from trygghetsrad.domain.meetings import MeetingState
from trygghetsrad.ui.components.page_scroll import PageScroll
from trygghetsrad.ui.documents.page import DocumentsPage
from trygghetsrad.ui.preferences import Preferences
from trygghetsrad.ui.theme import Theme, apply_theme
from ui import builders, looking
from ui.builders import TODAY
from ui.hands import click

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.ui.components.shell import Shell
    from trygghetsrad.ui.documents.delivery import Delivery


class Computer:
    """Stands for mail program and file manager; remembers what it was given."""

    def __init__(self) -> None:
        self.works = True
        self.opened: list[Path] = []
        self.folders: list[Path] = []
        self.links: list[str] = []

    def open(self, path: Path) -> bool:
        self.opened.append(path)
        return self.works

    def show(self, path: Path) -> bool:
        self.folders.append(path)
        return self.works

    def mail(self, link: str) -> bool:
        self.links.append(link)
        return self.works and bool(link)

    def letter(self):
        """The last draft as a mail program reads it."""
        return email.message_from_bytes(self.opened[-1].read_bytes(), policy=policy.default)


@pytest.fixture
def council(tmp_path: Path) -> OpenCouncil:
    return builders.norrmyra(tmp_path)


@pytest.fixture
def shell(qtbot: QtBot, council: OpenCouncil) -> Shell:
    return builders.window(qtbot, council, DocumentsPage)[0]


@pytest.fixture
def computer() -> Computer:
    return Computer()


@pytest.fixture
def page(shell: Shell, computer: Computer, tmp_path: Path) -> DocumentsPage:
    found = shell.findChildren(DocumentsPage)[0]
    found.preferences = Preferences(tmp_path / "looks.ini")
    found.open_with, found.show_folder = computer.open, computer.show
    found.post.open_mail = computer.mail
    return found


@pytest.fixture
def delivery(page: DocumentsPage) -> Delivery:
    """The right side of the page, with the notice made."""
    click(page.desk.delivery.make)
    return page.desk.delivery


def said(delivery: Delivery) -> str:
    return delivery.mailing.recipients.summary.text()


def tick(delivery: Delivery, name: str) -> None:
    rows = delivery.mailing.recipients.rows.values()
    click(next(line.box for line in rows if line.box.text() == name))


# -- the journey -------------------------------------------------------------------------------


def test_the_whole_way_from_draft_to_sent(
    page: DocumentsPage, delivery: Delivery, shell: Shell, council: OpenCouncil, computer: Computer
) -> None:
    meeting = builders.next_meeting(council)
    click(delivery.draft)
    letter = computer.letter()
    assert letter["X-Unsent"] == "1"
    assert letter["Subject"].startswith("Kallelse till möte 4/2026 tisdag 8 december 2026 kl. 13.00–15.00")
    assert len(letter["To"].addresses) == 6
    assert [one.get_filename() for one in letter.iter_attachments()] == [
        "2026-12-08 Kallelse möte 4.pdf",
        "2026-12-08 Kallelse möte 4.ics",
    ]
    assert shell.toast_text() == "Utkast skapat. Markera som skickat när du har skickat det."
    assert council.meetings.get(meeting).state is MeetingState.PLANNED
    assert delivery.mailing.question.isVisible()
    assert not delivery.sending.isVisible()
    click(delivery.mailing.opened)
    assert not delivery.mailing.question.isVisible()
    assert delivery.sending.question.text() == "Har du skickat kallelsen?"
    assert delivery.sending.log.text().startswith("Utkast skapat 20")
    click(delivery.sending.mark)
    assert council.meetings.get(meeting).called_on == TODAY
    assert delivery.sending.log.text().endswith("Markerad som skickad 2026-11-23, 6 mottagare")
    assert page.preferences.drafts_open is True


def test_once_she_has_told_that_drafts_open_nobody_asks_again(delivery: Delivery) -> None:
    click(delivery.draft)
    click(delivery.mailing.opened)
    click(delivery.draft)
    assert not delivery.mailing.question.isVisible()
    assert delivery.sending.isVisible()


def test_when_no_draft_opened_copying_becomes_the_way_and_stays_it(
    page: DocumentsPage, delivery: Delivery, shell: Shell, council: OpenCouncil, computer: Computer
) -> None:
    click(delivery.draft)
    click(delivery.mailing.not_opened)
    assert not delivery.draft.isVisible()
    assert delivery.hand_over.hasFocus()
    click(delivery.hand_over)
    folder = computer.folders[-1].parent
    assert sorted(one.suffix for one in folder.iterdir()) == [".ics", ".pdf"]
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Till: anna.sjöberg@norrmyra.example; ")
    assert "\nÄmne: Kallelse till möte 4/2026" in copied
    assert "Plats: Kommunhuset, Björken" in copied
    assert shell.toast_text() == "Kopierat. Klistra in i ett nytt brev och dra dit bilagorna."
    assert len(council.delivery.log(council.documents.issued()[0].id)) == 2
    assert page.preferences.drafts_open is False
    page.refresh()
    assert delivery.hand_over.isVisible()
    click(delivery.mailing.again)
    click(delivery.mailing.opened)
    assert delivery.draft.isVisible()


def test_without_a_mail_program_nothing_is_claimed_and_copying_is_offered(
    page: DocumentsPage, delivery: Delivery, council: OpenCouncil, computer: Computer, qtbot: QtBot
) -> None:
    computer.works = False
    with qtbot.waitSignal(page.trouble) as told:
        click(delivery.draft)
    assert told.args[0].startswith("Inget program på datorn öppnade utkastet, så inget är skickat.")
    assert council.delivery.log(council.documents.issued()[0].id) == ()
    assert delivery.hand_over.isVisible()
    assert not delivery.mailing.question.isVisible()
    assert page.preferences.drafts_open is None
    with qtbot.waitSignal(page.trouble) as told:
        click(delivery.hand_over)
    assert "bilagorna ligger i" in told.args[0]


def test_a_letter_without_attachments_opens_by_its_link(
    page: DocumentsPage, delivery: Delivery, computer: Computer, qtbot: QtBot
) -> None:
    page.preferences.drafts_open = False
    page.refresh()
    click(delivery.mailing.link)
    assert computer.links[-1].startswith("mailto:")
    computer.works = False
    with qtbot.waitSignal(page.trouble) as told:
        click(delivery.mailing.link)
    assert "kopierade i stället" in told.args[0]


def test_text_and_addresses_are_copied_without_a_draft_being_noted(
    delivery: Delivery, shell: Shell, council: OpenCouncil
) -> None:
    QGuiApplication.clipboard().clear()
    click(delivery.mailing.copy)
    assert "Hej,\n\nhär kommer kallelsen" in QGuiApplication.clipboard().text()
    assert shell.toast_text() == "Text och adresser är kopierade"
    assert council.delivery.log(council.documents.issued()[0].id) == ()


# -- recipients --------------------------------------------------------------------------------


def test_recipients_are_ticked_in_place_and_the_letter_follows(
    delivery: Delivery, computer: Computer
) -> None:
    assert said(delivery) == "6 mottagare"
    click(delivery.mailing.recipients.change)
    tick(delivery, "Karin Öhman")
    tick(delivery, "Mats Lindgren")
    assert said(delivery) == "4 mottagare"
    click(delivery.mailing.recipients.hide_box.box)
    assert said(delivery) == "4 mottagare, dold kopia"
    click(delivery.draft)
    letter = computer.letter()
    assert "To" not in letter
    assert [one.display_name for one in letter["Bcc"].addresses] == [
        "Anna Sjöberg",
        "Eva Nordlund",
        "Lena Marklund",
        "Åke Brännström",
    ]


def test_a_private_address_hides_all_and_the_unreachable_are_named(
    delivery: Delivery, council: OpenCouncil
) -> None:
    council.people.change_person(builders.person(council, "Lena Marklund"), private_address=True)
    council.people.change_person(builders.person(council, "Mats Lindgren"), email="")
    council.people.change_person(builders.person(council, "Åke Brännström"), protected=True)
    assert said(delivery) == "4 mottagare, dold kopia"
    assert delivery.mailing.recipients.left_out.text() == (
        "Får inget brev: Mats Lindgren (saknar e-postadress), Åke Brännström (skyddade uppgifter)"
    )


def test_showing_a_private_address_is_warned_about(delivery: Delivery, council: OpenCouncil) -> None:
    council.people.change_person(builders.person(council, "Lena Marklund"), private_address=True)
    click(delivery.mailing.recipients.change)
    click(delivery.mailing.recipients.hide_box.box)
    click(delivery.draft)
    assert delivery.mailing.warnings.text().startswith("En privat adress syns för alla mottagare.")


def test_ticks_stay_while_she_works_and_go_with_the_next_paper(
    page: DocumentsPage, delivery: Delivery, council: OpenCouncil
) -> None:
    click(delivery.mailing.recipients.change)
    tick(delivery, "Karin Öhman")
    council.people.change_person(builders.person(council, "Eva Nordlund"), title="Ordförande")
    assert said(delivery) == "5 mottagare"
    click(page.desk.papers.row("kind:ledamoter"))
    assert said(delivery) == "6 mottagare"
    click(page.desk.papers.row("kind:kallelse"))
    assert said(delivery) == "6 mottagare"


def test_a_letter_to_nobody_is_warned_about(delivery: Delivery) -> None:
    click(delivery.mailing.recipients.change)
    for line in delivery.mailing.recipients.rows.values():
        click(line.box)
    assert said(delivery) == "Ingen mottagare är vald"
    click(delivery.draft)
    assert delivery.mailing.warnings.text().startswith("Brevet har ingen mottagare.")


# -- other papers ------------------------------------------------------------------------------


def test_a_notice_that_is_not_made_or_no_longer_holds_goes_in_no_letter(
    page: DocumentsPage, council: OpenCouncil
) -> None:
    assert not page.desk.delivery.draft.isVisible()
    click(page.desk.delivery.make)
    assert page.desk.delivery.draft.isVisible()
    council.meetings.change(builders.next_meeting(council), day=date(2026, 12, 10))
    assert not page.desk.delivery.draft.isVisible()
    click(page.desk.delivery.make)
    first = [key for key in page.desk.papers.shown() if key.startswith("issued:")][-1]
    click(page.desk.papers.row(first))
    assert not page.desk.delivery.draft.isVisible()


def test_a_list_is_kept_when_it_goes_into_a_letter_and_then_asked_about(
    page: DocumentsPage, council: OpenCouncil, computer: Computer
) -> None:
    page.preferences.drafts_open = True
    before = len(council.documents.issued())
    click(page.desk.papers.row("kind:atgardslista"))
    assert not page.desk.delivery.sending.isVisible()
    click(page.desk.delivery.draft)
    click(page.desk.delivery.draft)
    assert len(council.documents.issued()) == before + 1
    assert computer.letter()["Subject"] == "Åtgärdslista 2026-11-23, Trygghetsrådet"
    assert page.desk.delivery.sending.question.text() == "Har du skickat åtgärdslistan?"
    click(page.desk.delivery.sending.mark)
    assert council.documents.issued()[0].sent_on == TODAY


# -- the calendar file -------------------------------------------------------------------------


def test_the_calendar_file_is_saved_with_its_name(page: DocumentsPage, shell: Shell, tmp_path: Path) -> None:
    page.choose_target = lambda suggested: tmp_path / suggested.name
    click(page.desk.delivery.make)
    click(page.desk.delivery.calendar)
    saved = tmp_path / "2026-12-08 Kallelse möte 4.ics"
    event = icalendar.Calendar.from_ical(saved.read_bytes()).walk("VEVENT")[0]
    assert str(event["SUMMARY"]) == "Trygghetsrådet: möte 4/2026"
    assert shell.toast_text() == "Sparad: 2026-12-08 Kallelse möte 4.ics"


def test_a_folder_that_is_gone_is_said(page: DocumentsPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.choose_target = lambda suggested: tmp_path / "borta" / suggested.name
    with qtbot.waitSignal(page.trouble) as told:
        click(page.desk.delivery.calendar)
    assert "finns inte längre" in told.args[0]


def test_a_meeting_that_was_moved_into_the_past_is_warned_about(
    page: DocumentsPage, council: OpenCouncil, tmp_path: Path
) -> None:
    council.meetings.change(builders.next_meeting(council), day=date(2026, 11, 3))
    page.choose_target = lambda suggested: tmp_path / suggested.name
    click(page.desk.delivery.make)
    click(page.desk.delivery.calendar)
    assert page.desk.delivery.mailing.warnings.text().startswith("Mötets dag 2026-11-03 har redan varit.")


# -- looks -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("size", "text"), [((1366, 688), 100), ((1366, 688), 110), ((960, 460), 100)])
@pytest.mark.parametrize("state", ["made", "asked", "list", "copying"])
def test_every_state_has_names_sizes_and_room(
    page: DocumentsPage,
    delivery: Delivery,
    shell: Shell,
    dressed_app: QApplication,
    qtbot: QtBot,
    size: tuple[int, int],
    text: int,
    state: str,
) -> None:
    apply_theme(dressed_app, Theme.LIGHT, text)
    shell.resize(*size)
    if state in {"asked", "copying"}:
        click(delivery.draft)
    if state == "copying":
        click(delivery.mailing.not_opened)
    if state == "list":
        click(delivery.mailing.recipients.change)
    bar = shell.findChildren(PageScroll)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: looking.clipped(page) == [])
    assert looking.unnamed(page) == []
    assert looking.too_small(page) == []
    assert page.minimumSizeHint().width() <= page.width()
    if size == (1366, 688):
        qtbot.waitUntil(lambda: bar.maximum() == 0)
