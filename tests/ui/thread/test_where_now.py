"""Var står ni i dag? What there is already is told with day and file, and nothing half told is lost."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from trygghetsrad.app import open_council
from trygghetsrad.domain.law import DutyState
from trygghetsrad.domain.thread import Resolution
from trygghetsrad.domain.where_now import DUTIES, Thing
from trygghetsrad.ui.finding import Finder
from trygghetsrad.ui.theme import Theme, apply_theme
from trygghetsrad.ui.thread.tabs import ThreadTabs
from trygghetsrad.ui.thread.where_now import WhereNow
from ui import builders, looking
from ui.builders import TODAY
from ui.dropping import drop
from ui.hands import click, settle, type_text

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.ui.components.shell import Shell

CONTENT = b"%PDF-1.7 from the shelf"
DECIDED = Resolution(day=date(2025, 11, 20), body="kommunstyrelsen", section="§ 118", dnr="KS 2025/204")


@pytest.fixture
def council(tmp_path: Path) -> OpenCouncil:
    return builders.norrmyra(tmp_path)


@pytest.fixture
def shell(qtbot: QtBot, council: OpenCouncil) -> Shell:
    return builders.window(qtbot, council, WhereNow)[0]


@pytest.fixture
def page(shell: Shell) -> WhereNow:
    return shell.findChildren(WhereNow)[0]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Från hyllan.pdf"
    path.write_bytes(CONTENT)
    return path


def write(page: WhereNow, thing: Thing, **texts: str) -> None:
    for key, text in texts.items():
        type_text(page.cards[thing].form.fields[key].edit, text)


def state(council: OpenCouncil, thing: Thing) -> DutyState:
    statuses = council.law.statuses(TODAY)
    return next(one.state for one in statuses if one.duty.key == DUTIES[thing])


def test_nothing_told_reads_not_filled_and_never_missing(page: WhereNow) -> None:
    assert [card.pill.word() for card in page.cards.values()] == ["Inte ifyllt"] * 4


@pytest.mark.parametrize(
    ("thing", "texts"),
    [
        (Thing.PICTURE, {"day": "2025-11-20", "dnr": "KS 2025/204"}),
        (Thing.PLAN, {"day": "20 nov 2025", "starts": "2026-01-01", "ends": "2027-12-31"}),
        (Thing.AGREEMENT, {"day": "2025-11-20", "purposes": "Minska brott", "areas": "Unga och droger"}),
        (Thing.REPORT, {"day": "2026-03-02", "section": "§ 12"}),
    ],
)
def test_a_dropped_file_and_a_day_count_as_proof_at_once_and_can_be_taken_back(
    page: WhereNow, council: OpenCouncil, file: Path, thing: Thing, texts: dict[str, str]
) -> None:
    card = page.cards[thing]
    assert drop(card, file)
    write(page, thing, **texts)
    click(card.form.take)
    assert card.pill.word() == "Finns"
    assert card.form.isHidden()
    assert state(council, thing) is DutyState.DOCUMENTED
    opened: list[bytes] = []
    page.open_with = lambda path: opened.append(path.read_bytes()) or True
    click(card.open_file)
    assert opened == [CONTENT]
    council.undo.undo()
    assert card.pill.word() == "Inte ifyllt"
    assert state(council, thing) is DutyState.NOT_FILLED
    assert card.form.isVisible()
    assert card.form.fields["day"].day() is not None
    assert card.form.file == file


def test_that_it_does_not_exist_is_an_answer_too(page: WhereNow, council: OpenCouncil) -> None:
    card = page.cards[Thing.PLAN]
    click(card.nothing)
    assert card.pill.word() == "Finns inte än"
    assert state(council, Thing.PLAN) is DutyState.MISSING
    assert not card.nothing.isVisible()
    council.undo.undo()
    assert card.pill.word() == "Inte ifyllt"


def test_without_a_day_nothing_is_taken_in_and_it_is_said_where(page: WhereNow, council: OpenCouncil) -> None:
    card = page.cards[Thing.PICTURE]
    click(card.exists)
    click(card.form.take)
    assert card.form.fields["day"].note() == "Skriv vilken dag det var."
    assert council.pictures.every() == ()


def test_a_day_to_come_is_refused_and_what_was_typed_stays(
    qtbot: QtBot, page: WhereNow, council: OpenCouncil
) -> None:
    card = page.cards[Thing.PICTURE]
    click(card.exists)
    write(page, Thing.PICTURE, day="2030-01-01", dnr="KS 1")
    with qtbot.waitSignal(page.trouble) as said:
        click(card.form.take)
    assert "har inte varit än" in said.args[0]
    assert card.form.text("dnr") == "KS 1"
    assert council.pictures.every() == ()


def test_what_is_half_told_is_there_after_a_restart(
    qtbot: QtBot, page: WhereNow, council: OpenCouncil, file: Path
) -> None:
    assert drop(page.cards[Thing.AGREEMENT], file)
    write(page, Thing.AGREEMENT, day="2025-11-20", purposes="Minska")
    page.commit_pending()
    path = council.path
    council.close()
    again = builders.window(qtbot, open_council(path), WhereNow)[1]
    form = again.cards[Thing.AGREEMENT].form
    assert form.isVisible()
    assert (form.day("day"), form.text("purposes"), form.file) == (date(2025, 11, 20), "Minska", file)
    assert again.cards[Thing.PICTURE].form.isHidden()


def test_the_file_of_what_is_known_can_come_later(page: WhereNow, council: OpenCouncil, file: Path) -> None:
    council.plans.register(date(2026, 1, 1), date(2027, 12, 31), DECIDED)
    card = page.cards[Thing.PLAN]
    assert card.told.text() == "Åtgärdsplan 2026–2027, kommunstyrelsen 2025-11-20, § 118, dnr KS 2025/204"
    page.choose_file = lambda: file
    click(card.add_file)
    assert council.plans.current().attachment_id == card.held.attachment_id
    assert card.open_file.isVisible()
    assert not card.add_file.isVisible()
    council.attachments.remove(card.held.attachment_id)
    assert not card.open_file.isVisible()
    assert card.add_file.isVisible()


def test_it_is_reached_from_an_empty_page_a_tab_and_the_palette(qtbot: QtBot, council: OpenCouncil) -> None:
    tabs = builders.window(qtbot, council, ThreadTabs)[1]
    click(tabs.shown.empty.link)
    assert isinstance(tabs.shown, WhereNow)
    click(tabs.tabs.button("plan"))
    click(tabs.shown.empty.link)
    assert isinstance(tabs.shown, WhereNow)
    found = Finder(council, TODAY).find("var står ni")
    assert [entry.key for entry in found] == [("where_now", 0)]
    tabs.show_tab("areas")
    tabs.open_thing("where_now", 0)
    assert isinstance(tabs.shown, WhereNow)


@pytest.mark.parametrize("size", [(1366, 688), (960, 460)])
@pytest.mark.parametrize("percent", [100, 110])
def test_the_panel_fits(
    page: WhereNow, shell: Shell, qapp: QApplication, size: tuple[int, int], percent: int
) -> None:
    apply_theme(qapp, Theme.LIGHT, percent)
    shell.resize(*size)
    for card in page.cards.values():
        card.begin()
    settle()
    assert looking.unnamed(page) == []
    assert looking.clipped(page) == []
    assert page.width() <= shell.width()
