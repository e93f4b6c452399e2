"""Who signs is ticked, and seen at the end of the protokoll at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from norrmyra import FIRST
from trygghetsrad.domain.signing import Signer, SigningWay
from trygghetsrad.ui.settings.page import SettingsPage
from ui import builders
from ui.hands import click, pick, type_text

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil


@pytest.fixture
def council(tmp_path: Path) -> OpenCouncil:
    return builders.norrmyra(tmp_path)


@pytest.fixture
def page(qtbot: QtBot, council: OpenCouncil) -> SettingsPage:
    return builders.window(qtbot, council, SettingsPage)[0].findChildren(SettingsPage)[0]


def shown(qtbot: QtBot, page: SettingsPage, words: str) -> None:
    qtbot.waitUntil(lambda: words in page.sample.preview.text(), timeout=10_000)


def test_an_electronic_protokoll_says_so_on_the_paper(
    page: SettingsPage, council: OpenCouncil, qtbot: QtBot
) -> None:
    row = page.signing_card.rows["protokoll"]
    pick(row.way.box, "Elektroniskt, i filen")
    assert council.council.get().signing_of("protokoll").way is SigningWay.ELECTRONIC
    shown(qtbot, page, "Signeras elektroniskt")
    scroll = page.sample.preview.area.verticalScrollBar()
    assert scroll.value() == scroll.maximum() > 0
    council.undo.undo()
    shown(qtbot, page, "Underskrifter")
    qtbot.waitUntil(lambda: "Signeras" not in page.sample.preview.text(), timeout=10_000)


def test_whoever_is_unticked_has_no_line(page: SettingsPage, council: OpenCouncil) -> None:
    ticks = page.signing_card.rows["protokoll"].ticks
    assert all(tick.isChecked() for tick in ticks.values())
    click(ticks[Signer.VERIFIER])
    click(page.signing_card.rows["minnesanteckningar"].ticks[Signer.SECRETARY])
    stored = council.council.get()
    assert stored.signing_of("protokoll").signers == (Signer.SECRETARY, Signer.CHAIR)
    assert stored.signing_of("minnesanteckningar").signers == (Signer.SECRETARY,)
    assert stored.signing_of("tjansteskrivelse").signers == (Signer.AUTHOR,)


def test_the_certificate_is_off_until_ticked_and_then_asks_where_the_protokoll_is_kept(
    page: SettingsPage, council: OpenCouncil, qtbot: QtBot
) -> None:
    card = page.signing_card
    assert not card.posts_notice.is_checked()
    assert not card.kept_at.isVisible()
    click(card.posts_notice.box)
    assert council.council.get().posts_notice
    assert card.kept_at.isVisible()
    shown(qtbot, page, "Anslag och bevis")
    card.kept_at.edit.setFocus()
    type_text(card.kept_at.edit, "Arkivet")
    shown(qtbot, page, "Arkivet")
    assert council.council.get().kept_at == ""


def test_minutes_that_are_done_stay_byte_for_byte_whatever_is_chosen(council: OpenCouncil) -> None:
    held = next(one for one in council.meetings.every() if one.minutes_are_done)
    before = council.documents.current("protokoll", FIRST, held.id)
    council.council.change(signing_minutes="elektroniskt ordförande", posts_notice=True, accent="#7A1F3D")
    after = council.documents.current("protokoll", FIRST, held.id)
    assert (after.document_id, after.content) == (before.document_id, before.content)
    council.close()
