"""Looking things up in a table, by mouse and by keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit

from trygghetsrad.ui.components import pills
from trygghetsrad.ui.components.data_table import DataTable
from trygghetsrad.ui.components.rows import Column, RowsModel

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

Key = Qt.Key


@dataclass(frozen=True, slots=True)
class Deed:
    id: int
    what: str
    who: str
    due: date | None


LIGHTS = Deed(1, "Belysning", "Åke Brännström", date(2026, 10, 30))
WALK = Deed(2, "Trygghetsvandring", "Zoë Vallin", date(2026, 2, 4))
SURVEY = Deed(3, "Enkät", "Anna Sjöberg", None)
SWEDISH = str.maketrans("åäöÅÄÖ", "{|}{|}")


def columns(edits: list[tuple[int, str]] | None = None) -> list[Column[Deed]]:
    def edit(deed: Deed, text: str) -> None:
        (edits if edits is not None else []).append((deed.id, text))

    return [
        Column("Åtgärd", lambda d: d.what, edit=edit, stretch=True, tooltip=lambda d: f"Allt om {d.what}"),
        Column(
            "Ansvarig", lambda d: d.who, lambda d: d.who.translate(SWEDISH).lower(), avatar=lambda d: d.who
        ),
        Column("Klart senast", lambda d: d.due.isoformat() if d.due else "", lambda d: d.due, width=110),
        Column("Status", lambda _d: "Pågår", pill=lambda _d: pills.ONGOING, drop_below=500, right=True),
    ]


@pytest.fixture
def table(qtbot: QtBot) -> DataTable[Deed]:
    made: DataTable[Deed] = DataTable(columns(), name="Åtgärder", key=lambda d: d.id)
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show_rows([LIGHTS, WALK, SURVEY])
    made.show()
    return made


def test_the_model_keeps_qts_own_rules(qtmodeltester: ModelTester) -> None:
    model = RowsModel(columns(), key=lambda d: d.id)
    strict = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show([LIGHTS, WALK])
    qtmodeltester.check(model)
    model.show([])
    model.show([SURVEY])
    assert strict.model() is model


def test_names_sort_in_swedish_by_the_columns_own_key(table: DataTable[Deed]) -> None:
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert [row[1] for row in table.texts()] == ["Anna Sjöberg", "Zoë Vallin", "Åke Brännström"]


@pytest.mark.parametrize("order", [Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder])
def test_an_action_without_a_day_comes_last_whichever_way(
    table: DataTable[Deed], order: Qt.SortOrder
) -> None:
    table.sortByColumn(2, order)
    assert table.rows()[-1] == SURVEY
    assert table.rows()[0] == (WALK if order is Qt.SortOrder.AscendingOrder else LIGHTS)


def test_a_click_on_the_heading_sorts(table: DataTable[Deed], qtbot: QtBot) -> None:
    header = table.horizontalHeader()
    where = header.rect().center()
    where.setX(header.sectionViewportPosition(2) + 20)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert [row[2] for row in table.texts()] == ["2026-02-04", "2026-10-30", ""]


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Key.Key_Return, "opened"),
        (Key.Key_Enter, "opened"),
        (Key.Key_Delete, "delete_pressed"),
        (Key.Key_Space, "space_pressed"),
    ],
)
def test_keys_tell_the_page_which_row_is_meant(
    table: DataTable[Deed], qtbot: QtBot, key: Qt.Key, signal: str
) -> None:
    table.select_key(2)
    with qtbot.waitSignal(getattr(table, signal)) as told:
        qtbot.keyClick(table, key)
    assert told.args == [WALK]


def test_keys_say_nothing_when_no_row_is_chosen(table: DataTable[Deed], qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(table.delete_pressed):
        qtbot.keyClick(table, Key.Key_Delete)


def test_a_click_chooses_and_a_click_beside_chooses_nothing(table: DataTable[Deed], qtbot: QtBot) -> None:
    told: list[object] = []
    table.chosen.connect(told.append)
    first = table.visualRect(table.model().index(0, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=first)
    assert table.selected_row() == LIGHTS
    below = table.viewport().rect().bottomLeft()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=below)
    assert told == [LIGHTS, None]


def test_the_same_action_stays_chosen_when_the_list_is_read_again(table: DataTable[Deed]) -> None:
    table.select_key(3)
    told: list[object] = []
    table.chosen.connect(told.append)
    changed = Deed(3, "Ängslighet", "Anna Sjöberg", None)
    table.show_rows([changed, WALK, LIGHTS])
    assert table.selected_row() == changed
    assert told == [changed]


def test_nothing_is_chosen_when_the_chosen_action_is_gone(table: DataTable[Deed]) -> None:
    table.select_key(3)
    told: list[object] = []
    table.chosen.connect(told.append)
    table.show_rows([WALK])
    assert told == [None]


def test_tab_leaves_the_table_instead_of_walking_its_cells(table: DataTable[Deed]) -> None:
    assert not table.tabKeyNavigation()


def test_f2_edits_a_cell_and_hands_the_new_words_to_the_page(qtbot: QtBot) -> None:
    edits: list[tuple[int, str]] = []
    table: DataTable[Deed] = DataTable(columns(edits), name="Åtgärder", key=lambda d: d.id)
    qtbot.addWidget(table)
    table.show_rows([LIGHTS])
    table.show()
    table.select_key(1)
    qtbot.keyClick(table, Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert editor.accessibleName() == "Åtgärd"
    editor.setText("Belysning vid ishallen")
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(edits))
    assert edits == [(1, "Belysning vid ishallen")]


def test_a_narrow_table_drops_what_matters_least_and_never_scrolls_sideways(table: DataTable[Deed]) -> None:
    assert not table.isColumnHidden(3)
    table.resize(420, 400)
    QApplication.processEvents()
    assert table.isColumnHidden(3)
    assert table.horizontalScrollBar().maximum() == 0


def test_the_pointer_tells_the_whole_story_of_a_cell(table: DataTable[Deed]) -> None:
    assert table.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "Allt om Belysning"


def test_two_hundred_rows_are_shown_at_once(table: DataTable[Deed]) -> None:
    many = [Deed(n, f"Åtgärd {n}", "Anna Sjöberg", date(2026, 1, 1 + n % 28)) for n in range(200)]
    table.show_rows(many)
    assert len(table.rows()) == 200
    assert not table.grab().isNull()
