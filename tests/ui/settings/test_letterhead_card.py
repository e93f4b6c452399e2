"""The municipality's paper is chosen on the card and seen beside it, while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from pictures import huge_png, noise_png
from trygghetsrad.app import create_council
from trygghetsrad.domain.council import SenderLines
from trygghetsrad.services.samples import MINUTES, render_sample
from trygghetsrad.ui.settings.page import SettingsPage
from ui import builders
from ui.hands import click, pick, press, type_text

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.ui.components.shell import Shell

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 60">'
    '<path d="M0 0h40v40l-20 20L0 40z" fill="#0B5A75"/>{more}</svg>'
)
KEPT = "Välj en annan, den gamla är kvar."


@pytest.fixture
def council(tmp_path: Path) -> OpenCouncil:
    return builders.norrmyra(tmp_path)


@pytest.fixture
def shell(qtbot: QtBot, council: OpenCouncil) -> Shell:
    return builders.window(qtbot, council, SettingsPage)[0]


@pytest.fixture
def page(shell: Shell, qtbot: QtBot) -> SettingsPage:
    page = shell.findChildren(SettingsPage)[0]
    shown(qtbot, page, "Kallelse till")
    return page


def shown(qtbot: QtBot, page: SettingsPage, words: str) -> None:
    """Wait until the paper says something."""
    qtbot.waitUntil(lambda: words in page.sample.preview.text(), timeout=10_000)


def choose(page: SettingsPage, file: Path, content: bytes) -> None:
    file.write_bytes(content)
    page.choose_picture = lambda: file
    click(page.letterhead_card.choose)


def test_a_drawing_is_taken_in_as_a_sharp_picture(
    page: SettingsPage, council: OpenCouncil, tmp_path: Path
) -> None:
    choose(page, tmp_path / "vapen.svg", SVG.format(more="").encode())
    assert not page.letterhead_card.refusal.isVisible()
    kept = QImage.fromData(council.council.logo() or b"")
    # 14 mm high on paper: 331 points at 600 dots to the inch.
    assert kept.height() >= 331
    assert kept.width() * 60 == pytest.approx(kept.height() * 40, rel=0.01)
    assert kept.pixelColor(5, 5).name() == "#0b5a75"
    assert page.letterhead_card.picture.isVisible()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("vapen.svg", SVG.format(more='<image href="file:///etc/passwd"/>').encode(), "utanför sig själv"),
        ("vapen.svg", SVG.format(more="<script>1</script>").encode(), "skript eller rörelse"),
        ("vapen.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', "syns inget"),
        ("vapen.svg", b"<svg", "skadad"),
        ("vapen.gif", b"GIF89a", "ingen bild"),
        ("vapen.png", noise_png()[:50], "skadad"),
        ("vapen.png", huge_png(20_000), "för många bildpunkter"),
        ("vapen.png", noise_png() + bytes(5_000_000), "större än 5 MB"),
    ],
)
def test_what_cannot_stand_on_paper_is_refused_in_one_sentence_and_the_old_logo_stays(
    page: SettingsPage, council: OpenCouncil, tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    council.council.set_logo(noise_png(seed=7))
    choose(page, tmp_path / name, content)
    assert page.letterhead_card.refusal.isVisible()
    assert says in page.letterhead_card.refusal.text()
    assert "den gamla är kvar" in page.letterhead_card.refusal.text()
    assert council.council.logo() == noise_png(seed=7)


def test_a_colour_is_chosen_by_key_and_seen_to_be_chosen(page: SettingsPage, council: OpenCouncil) -> None:
    swatches = page.letterhead_card.swatches
    assert swatches.buttons["#0B5A75"].isChecked()
    press(swatches.buttons["#7A1F3D"], Qt.Key.Key_Space)
    assert council.council.get().accent == "#7A1F3D"
    assert [code for code, one in swatches.buttons.items() if one.isChecked()] == ["#7A1F3D"]
    council.undo.undo()
    assert swatches.buttons["#0B5A75"].isChecked()


def test_a_colour_too_light_is_kept_but_printed_darker_and_that_is_said(
    page: SettingsPage, council: OpenCouncil
) -> None:
    field = page.letterhead_card.accent
    field.edit.setFocus()
    type_text(field.edit, "255, 230, 0")
    press(field.edit, Qt.Key.Key_Return)
    assert council.council.get().accent == "#FFE600"
    assert field.edit.text() == "#FFE600"
    assert field.note().startswith("Färgen är för ljus för text (kontrast 1,3, minst 4,5 behövs).")
    assert not any(one.isChecked() for one in page.letterhead_card.swatches.buttons.values())


def test_a_colour_that_is_none_is_refused_under_its_field(page: SettingsPage, council: OpenCouncil) -> None:
    field = page.letterhead_card.accent
    field.edit.setFocus()
    type_text(field.edit, "PMS 7470")
    press(field.edit, Qt.Key.Key_Return)
    assert field.note().startswith("”PMS 7470” är ingen färg. Den gamla är kvar.")
    assert council.council.get().accent == ""


def test_the_paper_follows_what_is_typed_before_it_is_stored(
    page: SettingsPage, council: OpenCouncil, qtbot: QtBot
) -> None:
    field = page.council_card.fields["street"]
    field.edit.setFocus()
    field.edit.selectAll()
    type_text(field.edit, "Kyrkbacken 7")
    shown(qtbot, page, "Kyrkbacken 7")
    assert council.council.get().street == "Storgatan 12"
    press(field.edit, Qt.Key.Key_Escape)
    press(field.edit, Qt.Key.Key_Return)
    dnr = page.letterhead_card.dnr
    dnr.edit.setFocus()
    type_text(dnr.edit, "KS 2026/12")
    shown(qtbot, page, "Dnr KS 2026/12")


def test_typing_that_is_taken_back_leaves_the_paper_as_it_was(page: SettingsPage, qtbot: QtBot) -> None:
    field = page.council_card.fields["street"]
    field.edit.setFocus()
    type_text(field.edit, "X")
    shown(qtbot, page, "Storgatan 12X") if field.edit.cursorPosition() > 1 else shown(qtbot, page, "X")
    press(field.edit, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "X" not in page.sample.preview.text(), timeout=10_000)


def test_what_is_chosen_and_what_is_undone_is_seen_on_the_paper(
    page: SettingsPage, council: OpenCouncil, qtbot: QtBot
) -> None:
    pick(page.letterhead_card.names_above.box, "Rådet överst, kommunen under")
    assert council.council.get().sender is SenderLines.COUNCIL_FIRST
    shown(qtbot, page, "Trygghetsrådet\nNorrmyra kommun")
    council.undo.undo()
    shown(qtbot, page, "Norrmyra kommun\nTrygghetsrådet")
    click(page.sample.kind.button(MINUTES))
    shown(qtbot, page, "Protokoll möte 3/2026")


def test_a_council_without_meetings_sees_an_invented_one(tmp_path: Path) -> None:
    new = create_council(tmp_path / "ny.trygghetsrad", builders.NORRMYRA, "Trygghetsrådet", builders.TODAY)
    for kind in ("kallelse", MINUTES):
        facts = new.samples.facts(kind, builders.TODAY, {"accent": "#12", "name": "Rådet"})
        assert facts.letterhead.body == "Rådet"
        assert facts.letterhead.accent == "#0B5A75"
        assert render_sample(facts).startswith(b"%PDF-")
    assert new.documents.issued() == ()
    new.close()


def test_the_page_can_go_while_a_paper_is_being_made(page: SettingsPage, qtbot: QtBot) -> None:
    page.sample.ask()
    qtbot.waitUntil(lambda: not page.sample._pause.isActive())
    page.put_away()
    assert page.sample.is_settled() or page.sample._busy
