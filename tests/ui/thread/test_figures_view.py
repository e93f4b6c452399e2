"""Siffror: taken in from a file or a table after a look, typed by hand, and shown with every value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from trygghetsrad.domain.statistics import Polarity
from trygghetsrad.ui.theme import Theme, apply_theme
from trygghetsrad.ui.thread.areas_view import AreasView
from trygghetsrad.ui.thread.figures_view import FiguresView
from trygghetsrad.ui.thread.tabs import ThreadTabs
from ui import builders, looking
from ui.hands import click, press, type_text

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.ui.components.shell import Shell
    from trygghetsrad.ui.thread.figures_import import FiguresImport

HEADER = "Kommun;Antal;Per 100 000 inv.\r\n"
OTHERS = "Ale;2537;7810\r\nArvidsjaur;400;6500\r\nHabo;500;3900\r\nHedemora;1;2\r\nMalå;190;6 230\r\nÅmål;9;9\r\nÄlmhult;8;8\r\n"
NAME = "Anmälda brott kommunerna 2025.csv"
TABLE = "År\tTrygga utomhus\n2021\t70\n2022\t71\n2023\t72\n2024\t70\n2025\t74\n"


def made(folder: Path, own: str, name: str = NAME) -> Path:
    path = folder / name
    path.write_bytes(("\ufeff" + HEADER + OTHERS + own + "Hela landet;1480000;14000\r\n").encode())
    return path


@pytest.fixture
def shell(qtbot: QtBot, council: OpenCouncil) -> Shell:
    QApplication.clipboard().clear()
    return builders.window(qtbot, council, FiguresView)[0]


@pytest.fixture
def view(shell: Shell) -> FiguresView:
    return shell.findChildren(FiguresView)[0]


def opened(qtbot: QtBot, view: FiguresView, path: Path) -> FiguresImport:
    """Read a file in the overlay and wait until it is weighed or refused."""
    overlay = view.open_import()
    overlay.choose_file = lambda: path
    click(overlay.pick)
    qtbot.waitUntil(lambda: overlay.preview.isVisible() or overlay.problem.isVisible())
    return overlay


def own(council: OpenCouncil) -> dict[str, str]:
    return {
        f"{series.indicator.unit.text} {one.period}": str(one.value)
        for series in council.statistics.series()
        for one in series.own
    }


def test_a_council_without_figures_is_shown_the_way_in(view: FiguresView) -> None:
    assert view.empty.isVisible()
    click(view.empty.primary)
    assert view._import is not None
    assert view._import.isVisible()
    press(view._import, Qt.Key.Key_Escape)
    assert not view._import.isVisible()


def test_a_file_is_looked_at_first_and_then_taken_in_as_one_step(
    qtbot: QtBot, view: FiguresView, council: OpenCouncil, tmp_path: Path
) -> None:
    overlay = opened(qtbot, view, made(tmp_path, "Norrmyra;160;4 000\r\n"))
    assert "Brås årsfil" in overlay.preview.what.text()
    assert overlay.preview.pills[0].word() == "4 nya"
    assert overlay.preview.pills[3].word() == "14 gäller andra platser och tas inte med"
    assert overlay.take.text() == "Läs in 4 värden"
    assert council.statistics.series() == ()
    click(overlay.take)
    assert not overlay.isVisible()
    assert own(council) == {"anmälda brott 2025": "160", "per 100 000 invånare 2025": "4000"}
    assert view.table.isVisible()
    council.undo.undo()
    assert council.statistics.series() == ()


def test_the_same_file_again_offers_nothing_and_a_new_one_shows_old_and_new(
    qtbot: QtBot, view: FiguresView, council: OpenCouncil, tmp_path: Path
) -> None:
    click(opened(qtbot, view, made(tmp_path, "Norrmyra;160;4 000\r\n")).take)
    overlay = opened(qtbot, view, made(tmp_path, "Norrmyra;160;4 000\r\n"))
    assert overlay.take.isHidden()
    overlay.close_overlay()
    overlay = opened(qtbot, view, made(tmp_path, "Norrmyra;164;4 000\r\n"))
    assert overlay.take.text() == "Läs in 1 värde"
    first = overlay.preview.table.texts()[0]
    assert (first[0], first[2:]) == ("ändras", ["2025", "160", "164"])
    click(overlay.take)
    assert own(council)["anmälda brott 2025"] == "164"
    assert "Norrmyra 2025: var 160 till 2026-" in view.card.revisions.text()


def test_a_row_that_cannot_be_read_is_named_before_anything_is_written(
    qtbot: QtBot, view: FiguresView, tmp_path: Path
) -> None:
    overlay = opened(qtbot, view, made(tmp_path, "Norrmyra;160;4 000\r\nÖrebrro;många;1\r\n"))
    told = [row for row in overlay.preview.table.texts() if row[0] == "tas inte med"]
    assert any("rad 10" in row[1] and "Örebrro" in row[1] for row in told)


def test_the_year_is_asked_for_when_the_file_does_not_say_it(
    qtbot: QtBot, view: FiguresView, council: OpenCouncil, tmp_path: Path
) -> None:
    overlay = opened(qtbot, view, made(tmp_path, "Norrmyra;160;4 000\r\n", "hämtad.csv"))
    assert "vilket år" in overlay.problem.text()
    assert overlay.year.isVisible()
    overlay.year.box.setValue(2024)
    click(overlay.again)
    qtbot.waitUntil(overlay.preview.isVisible)
    click(overlay.take)
    assert own(council)["anmälda brott 2024"] == "160"


def test_a_file_of_other_municipalities_is_refused_in_a_sentence(
    qtbot: QtBot, view: FiguresView, council: OpenCouncil, tmp_path: Path
) -> None:
    overlay = opened(qtbot, view, made(tmp_path, ""))
    assert "inte Norrmyra" in overlay.problem.text()
    assert overlay.take.isHidden()
    assert council.statistics.series() == ()


def pasted(view: FiguresView) -> None:
    overlay = view.open_import()
    QApplication.clipboard().setText(TABLE)
    press(overlay, Qt.Key.Key_V, control=True)
    click(overlay.take)


def test_a_table_is_pasted_and_shown_with_every_value_newest_first(
    view: FiguresView, council: OpenCouncil
) -> None:
    pasted(view)
    assert view.card.table is not None
    assert [row[:2] for row in view.card.table.texts()] == [
        ["2025", "74"],
        ["2024", "70"],
        ["2023", "72"],
        ["2022", "71"],
        ["2021", "70"],
    ]
    assert "Stapeldiagram" in view.card.chart.accessibleDescription() or "74" in (
        view.card.chart.accessibleDescription()
    )


def test_an_own_measure_is_typed_year_by_year(view: FiguresView, council: OpenCouncil) -> None:
    type_text(view.new_name.edit, "Orosanmälningar")
    click(view.add_own)
    view.card.year.box.setValue(2025)
    type_text(view.card.value.edit, "12")
    click(view.card.write)
    (series,) = council.statistics.series()
    assert (series.indicator.name, [str(one.value) for one in series.own]) == ("Orosanmälningar", ["12"])
    view.card.value.edit.clear()
    type_text(view.card.value.edit, "tolv")
    click(view.card.write)
    assert [str(one.value) for one in council.statistics.series()[0].own] == ["12"]


def test_how_many_live_here_is_typed_with_its_year(view: FiguresView, council: OpenCouncil) -> None:
    pasted(view)
    view.people_year.box.setValue(2025)
    view.people.box.setValue(4000)
    click(view.write_people)
    assert [(one.year, one.count, one.about) for one in council.statistics.populations()] == [
        (2025, 4000, False)
    ]
    assert "2025: 4\u00a0000" in view.lived.text()


def test_she_says_what_is_better_and_where_the_figures_are_shown(
    view: FiguresView, council: OpenCouncil
) -> None:
    pasted(view)
    click(view.card.polarity.button(Polarity.HIGH_IS_GOOD.name))
    assert council.statistics.indicators()[0].polarity is Polarity.HIGH_IS_GOOD
    assert "Ett högre värde är bättre." in view.card.notes.text() + view.card.said.text()
    problem = council.thread.every()[0]
    press(view.card.areas[problem.id].box, Qt.Key.Key_Space)
    assert council.thread.every()[0].indicator_ids == (council.statistics.indicators()[0].id,)
    press(view.card.areas[problem.id].box, Qt.Key.Key_Space)
    assert council.thread.every()[0].indicator_ids == ()


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("size", [(1366, 688), (960, 460)])
def test_everything_has_a_name_and_nothing_is_clipped(
    view: FiguresView, shell: Shell, theme: Theme, size: tuple[int, int], qapp: QApplication
) -> None:
    pasted(view)
    apply_theme(qapp, theme, 110)
    shell.resize(*size)
    QApplication.processEvents()
    assert looking.unnamed(view) == []
    assert looking.clipped(view) == []


def test_the_way_in_is_one_click_from_the_areas(qtbot: QtBot, council: OpenCouncil) -> None:
    tabs = builders.window(qtbot, council, ThreadTabs)[1]
    assert isinstance(tabs, ThreadTabs)
    areas = tabs.show_tab("areas")
    assert isinstance(areas, AreasView)
    areas.figures_asked.emit()
    shown = tabs.shown
    assert isinstance(shown, FiguresView)
    assert shown._import is not None
    assert shown._import.isVisible()
