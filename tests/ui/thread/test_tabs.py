"""The tabs of Lägesbild och plan: what is typed in one is kept when another is looked at."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from trygghetsrad.domain.chapters import Chapter
from trygghetsrad.ui.theme import Theme, apply_theme
from trygghetsrad.ui.thread.picture_view import PictureView
from trygghetsrad.ui.thread.plan_view import PlanView
from trygghetsrad.ui.thread.tabs import ThreadTabs
from ui import builders, looking
from ui.hands import click, settle, type_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.ui.components.shell import Shell


@pytest.fixture
def shell(qtbot: QtBot, council: OpenCouncil) -> Shell:
    council.pictures.start(date(2026, 1, 1), date(2027, 12, 31))
    council.plans.start(date(2026, 1, 1), date(2027, 12, 31))
    return builders.window(qtbot, council, ThreadTabs)[0]


@pytest.fixture
def page(shell: Shell) -> ThreadTabs:
    return shell.findChildren(ThreadTabs)[0]


def test_what_is_typed_is_kept_when_another_tab_is_looked_at(page: ThreadTabs, council: OpenCouncil) -> None:
    picture = page.show_tab("picture")
    assert isinstance(picture, PictureView)
    type_text(picture.chapters.text.edit, "Tre problem.")
    click(page.tabs.button("plan"))
    assert isinstance(page.shown, PlanView)
    draft = council.pictures.draft()
    assert draft is not None
    assert [(one.chapter, one.text) for one in draft.chapters] == [(Chapter.SUMMARY, "Tre problem.")]


def test_a_tab_out_of_sight_looks_again_when_it_comes_back(page: ThreadTabs, council: OpenCouncil) -> None:
    picture = page.show_tab("picture")
    click(page.tabs.button("review"))
    council.thread.add_problem("Bedrägeri mot äldre")
    click(page.tabs.button("picture"))
    assert isinstance(picture, PictureView)
    picture.show_part("priorities")
    assert "Bedrägeri mot äldre" in [row[0] for row in picture.priorities.table.texts()]


def test_a_refusal_in_a_tab_reaches_the_window(page: ThreadTabs, council: OpenCouncil, qtbot: QtBot) -> None:
    picture = page.show_tab("picture")
    assert isinstance(picture, PictureView)
    with qtbot.waitSignal(page.trouble) as said:
        picture.do(lambda: council.pictures.start(date(2026, 1, 1), date(2027, 12, 31)))
    assert said.args[0].startswith("Det finns redan en lägesbild under arbete.")


@pytest.mark.parametrize("size", [(1366, 688), (960, 460)])
@pytest.mark.parametrize("percent", [100, 110])
def test_the_tabs_fit(
    page: ThreadTabs, shell: Shell, qapp: QApplication, size: tuple[int, int], percent: int
) -> None:
    apply_theme(qapp, Theme.LIGHT, percent)
    shell.resize(*size)
    for key in ("picture", "plan", "review"):
        page.show_tab(key)
        settle()
        assert looking.unnamed(page) == []
        assert looking.clipped(page) == []
        assert page.width() <= shell.width()
