"""Inställningar: everything is stored when it is left, and a refusal stands under its field."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QColor, QImage

from trygghetsrad.domain.council import MinutesKind, QuorumRule
from trygghetsrad.domain.numbering import NumberingRule, SectionStyle
from trygghetsrad.ui.settings.page import SettingsPage
from trygghetsrad.ui.theme import Theme, apply_theme
from ui import builders, looking
from ui.hands import click, pick, press, settle, type_text

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.council import Council
    from trygghetsrad.ui.components.inline_field import CommitEdit
    from trygghetsrad.ui.components.shell import Shell


@pytest.fixture
def council(tmp_path: Path) -> OpenCouncil:
    return builders.norrmyra(tmp_path)


@pytest.fixture
def shell(qtbot: QtBot, council: OpenCouncil) -> Shell:
    return builders.window(qtbot, council, SettingsPage)[0]


@pytest.fixture
def page(shell: Shell) -> SettingsPage:
    return shell.findChildren(SettingsPage)[0]


def stored(council: OpenCouncil) -> Council:
    return council.council.get()


def write(edit: CommitEdit, text: str) -> None:
    """Replace what stands in a field and press Enter."""
    edit.setFocus()
    edit.selectAll()
    if text:
        type_text(edit, text)
    else:
        press(edit, Qt.Key.Key_Backspace)
    press(edit, Qt.Key.Key_Return)


def a_picture(folder: Path, kind: str = "PNG") -> Path:
    image = QImage(40, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("#0B5A75"))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)
    file = folder / f"vapen.{kind.lower()}"
    file.write_bytes(bytes(buffer.data().data()))
    return file


def titles(page: SettingsPage) -> list[str]:
    return [line.title.text() for line in page.standing_card.rows]


def test_the_address_is_stored_when_its_field_is_left(page: SettingsPage, council: OpenCouncil) -> None:
    write(page.council_card.fields["phone"].edit, "070-174 06 05")
    page.council_card.fields["street"].edit.setFocus()
    page.council_card.fields["street"].edit.setText("Kyrkvägen 3")
    page.commit_pending()
    assert stored(council).address_lines == ("Kyrkvägen 3", "935 00 Norrmyra", "070-174 06 05")


def test_the_council_cannot_be_without_name(page: SettingsPage, council: OpenCouncil) -> None:
    field = page.council_card.fields["name"]
    write(field.edit, "")
    assert field.note() == "Rådet behöver ett namn. Det gamla namnet är kvar."
    assert stored(council).name == "Trygghetsrådet"


def test_times_are_read_in_any_form_and_kept_in_order(page: SettingsPage, council: OpenCouncil) -> None:
    card = page.meetings_card
    write(card.ends.edit, "1630")
    assert stored(council).usual_end == time(16, 30)
    write(card.starts.edit, "17")
    assert card.starts.note().startswith("Mötet slutar innan det börjar.")
    write(card.starts.edit, "klockan mycket")
    assert card.starts.note() == "Det är inget klockslag. Skriv till exempel 13.00."
    assert stored(council).usual_start == time(13)


def test_weekday_place_and_lead_times_are_stored(page: SettingsPage, council: OpenCouncil) -> None:
    card = page.meetings_card
    pick(card.weekday.box, "Torsdag")
    write(card.place.edit, "Folkets hus")
    card.lead["notice_days"].box.setFocus()
    card.lead["notice_days"].box.setValue(12)
    page.commit_pending()
    now = stored(council)
    assert (now.usual_weekday, now.usual_place, now.notice_days) == (3, "Folkets hus", 12)


def test_weeks_and_days_that_cannot_be_read_say_so_under_their_field(
    page: SettingsPage, council: OpenCouncil
) -> None:
    card = page.meetings_card
    write(card.weeks.edit, "27-32, jul")
    assert card.weeks.note() == "”jul” är ingen vecka. Inget har ändrats. Skriv till exempel 27–32, 44."
    assert stored(council).avoid_weeks == "27–32, 44"
    card.days.edit.setPlainText("2027-02-16 KF")
    page.commit_pending()
    assert stored(council).avoid_days == "2027-02-16 KF"
    card.days.edit.setPlainText("någon gång")
    page.commit_pending()
    assert "någon gång" in card.days.note()
    assert stored(council).avoid_days == "2027-02-16 KF"


def test_habits_of_the_minutes_are_chosen(page: SettingsPage, council: OpenCouncil) -> None:
    fields = page.minutes_card.fields
    pick(fields["minutes_kind"].box, "Minnesanteckningar")
    pick(fields["numbering"].box, "Per möte")
    pick(fields["quorum"].box, "Mer än hälften")
    pick(fields["meeting_word"].box, "Sammanträde")
    now = stored(council)
    assert (now.minutes_kind, now.numbering) == (MinutesKind.NOTES, NumberingRule.MEETING)
    assert (now.quorum, now.meeting_word) == (QuorumRule.HALF, "sammanträde")


def test_files_are_named_after_a_pattern_that_must_make_sense(
    page: SettingsPage, council: OpenCouncil
) -> None:
    field = page.minutes_card.file_pattern
    assert field.edit.text() == "{datum} {dokument} {möte}"
    field.edit.clear()
    type_text(field.edit, "{dokument} {datum}")
    press(field.edit, Qt.Key.Key_Return)
    assert stored(council).file_pattern == "{dokument} {datum}"
    field.edit.clear()
    type_text(field.edit, "{datum} {vem}")
    press(field.edit, Qt.Key.Key_Return)
    assert "{vem}" in field.note()
    assert stored(council).file_pattern == "{dokument} {datum}"


def test_a_file_name_is_shown_while_its_pattern_is_typed(page: SettingsPage, council: OpenCouncil) -> None:
    field = page.minutes_card.file_pattern
    assert "Exempel: 2026-11-23 Kallelse möte 4.pdf" in field.note()
    field.edit.setFocus()
    field.edit.selectAll()
    type_text(field.edit, "{kommun} {dokument}")
    assert "Exempel: Norrmyra kommun Kallelse.pdf" in field.note()
    field.edit.selectAll()
    type_text(field.edit, "{datum}")
    assert field.note().startswith("Utan {dokument} får alla dokument samma namn.")
    press(field.edit, Qt.Key.Key_Escape)
    assert "Exempel: 2026-11-23 Kallelse möte 4.pdf" in field.note()
    assert stored(council).file_pattern == "{datum} {dokument} {möte}"


def test_paragraphs_are_printed_as_chosen_and_seen_at_once(
    page: SettingsPage, council: OpenCouncil, qtbot: QtBot
) -> None:
    pick(page.minutes_card.fields["section_style"].box, "§ 12/2026")
    assert stored(council).section_style is SectionStyle.WITH_YEAR
    qtbot.waitUntil(lambda: "§ 17/2026" in page.sample.preview.text().replace("\u00a0", " "), timeout=10_000)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_is_shown_kept_and_removed(
    page: SettingsPage, shell: Shell, council: OpenCouncil, tmp_path: Path, kind: str
) -> None:
    file = a_picture(tmp_path, kind)
    page.choose_picture = lambda: file
    assert page.letterhead_card.choose.text() == "Välj logotyp"
    click(page.letterhead_card.choose)
    assert council.council.logo() == file.read_bytes()
    assert page.letterhead_card.picture.isVisible()
    click(page.letterhead_card.remove)
    assert council.council.logo() is None
    assert not page.letterhead_card.picture.isVisible()
    click(shell._toast.undo)
    assert council.council.logo() == file.read_bytes()


def test_a_file_that_is_no_picture_is_refused_and_the_old_one_kept(
    page: SettingsPage, council: OpenCouncil, tmp_path: Path
) -> None:
    good = a_picture(tmp_path)
    council.council.set_logo(good.read_bytes())
    bad = tmp_path / "vapen.png"
    bad.write_text("ingen bild", encoding="utf-8")
    page.choose_picture = lambda: bad
    click(page.letterhead_card.choose)
    assert page.letterhead_card.refusal.isVisible()
    assert page.letterhead_card.refusal.text().startswith("Filen är ingen bild i PNG, JPEG eller SVG.")
    page.choose_picture = lambda: tmp_path / "borta.png"
    click(page.letterhead_card.choose)
    assert (
        page.letterhead_card.refusal.text() == "Bilden gick inte att läsa. Välj en annan, den gamla är kvar."
    )
    assert council.council.logo() is not None


def test_standing_points_are_added_renamed_timed_and_removed(
    page: SettingsPage, shell: Shell, council: OpenCouncil
) -> None:
    card = page.standing_card
    write(card.new, "Brottsstatistik")
    assert titles(page)[-3:] == ["Brottsstatistik", "Övriga frågor", "Nästa möte"]
    assert card.new.text() == ""
    write(card.rows[0].title, "Öppnande")
    card.rows[0].minutes.box.setFocus()
    card.rows[0].minutes.box.setValue(0)
    page.commit_pending()
    first = council.council.standing_items()[0]
    assert (first.title, first.minutes) == ("Öppnande", None)
    click(card.rows[0].remove)
    assert titles(page)[0] == "Val av justerare"
    click(shell._toast.undo)
    assert titles(page)[0] == "Öppnande"


def test_a_point_moves_with_alt_and_arrows_and_keeps_the_focus(
    page: SettingsPage, shell: Shell, council: OpenCouncil
) -> None:
    shell.activateWindow()
    title = page.standing_card.rows[0].title
    title.setFocus()
    press(title, Qt.Key.Key_Down, alt=True)
    press(title, Qt.Key.Key_Down, alt=True)
    assert [one.title for one in council.council.standing_items()][:3] == [
        "Val av justerare",
        "Föregående protokoll",
        "Mötet öppnas",
    ]
    assert titles(page)[2] == "Mötet öppnas"
    assert title.hasFocus()
    press(title, Qt.Key.Key_Up, alt=True)
    assert titles(page)[1] == "Mötet öppnas"
    click(page.standing_card.rows[1].down)
    assert titles(page)[2] == "Mötet öppnas"


def test_a_point_cannot_lose_its_title(page: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.trouble):
        write(page.standing_card.rows[0].title, "")
    assert titles(page)[0] == "Mötet öppnas"


def test_looks_are_told_to_the_window_and_never_stored_in_the_council(
    page: SettingsPage, council: OpenCouncil, qtbot: QtBot
) -> None:
    page.set_appearance("dark", 110)
    card = page.appearance_card
    assert (card.theme.selected(), card.text_size.box.currentText()) == ("dark", "110 %")
    before = stored(council)
    with qtbot.waitSignal(page.theme_chosen) as theme:
        click(card.theme.button("system"))
    with qtbot.waitSignal(page.text_size_chosen) as size:
        pick(card.text_size.box, "130 %")
    assert (theme.args, size.args) == (["system"], [130])
    assert stored(council) == before


def test_the_file_is_named_and_its_folder_shown(page: SettingsPage, council: OpenCouncil) -> None:
    shown: list[Path] = []
    page.show_folder = shown.append
    assert page.file_card.name.text() == "norrmyra.trygghetsrad"
    click(page.file_card.show_folder)
    assert shown == [council.path]


def test_cards_and_paper_stand_beside_each_other_as_long_as_there_is_room(
    page: SettingsPage, shell: Shell
) -> None:
    shell.resize(1800, 800)
    settle()
    assert page.meetings_card.y() == page.council_card.y()
    assert not page.cards.isAncestorOf(page.sample)
    shell.resize(1366, 688)
    settle()
    assert page.meetings_card.y() > page.council_card.y()
    assert not page.cards.isAncestorOf(page.sample)
    assert page.sample.isVisible()
    shell.resize(960, 600)
    settle()
    assert page.sample.y() > page.letterhead_card.y()
    assert page.sample.width() == page.council_card.width()


@pytest.mark.parametrize(("size", "text"), [((1366, 688), 100), ((1366, 688), 110), ((960, 460), 100)])
def test_everything_has_a_name_a_size_and_room(
    page: SettingsPage, shell: Shell, dressed_app: QApplication, size: tuple[int, int], text: int
) -> None:
    apply_theme(dressed_app, Theme.LIGHT, text)
    shell.resize(*size)
    settle()
    assert looking.unnamed(page) == []
    assert looking.too_small(page) == []
    assert looking.clipped(page) == []
    assert page.cards.minimumSizeHint().width() <= page.cards.width()
    assert page.minimumSizeHint().width() <= page.width()


def test_the_board_its_word_and_the_officer_are_stored_and_an_empty_board_is_kommunstyrelsen(page, council):
    card = page.responsibility_card
    write(card.board.edit, "socialnämnden")
    write(card.officer_contact.edit, "dataskydd@norrmyra.example")
    pick(card.memo_word.box, "Tjänsteutlåtande")
    found = stored(council)
    assert (found.board, found.officer_contact, found.memo_word) == (
        "socialnämnden",
        "dataskydd@norrmyra.example",
        "tjänsteutlåtande",
    )
    write(card.board.edit, "")
    assert stored(council).board == "kommunstyrelsen"
    assert card.board.text() == "kommunstyrelsen"
