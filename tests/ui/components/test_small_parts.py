"""Chips, ticks, blocks, the year and the preview: each does its one thing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget

from trygghetsrad.ui.components.avatar import ground, initials
from trygghetsrad.ui.components.block import Block
from trygghetsrad.ui.components.buttons import icon_button, link_button, primary_button, secondary_button
from trygghetsrad.ui.components.check_row import CheckRow
from trygghetsrad.ui.components.choices import Chip, ChipGroup, Segmented
from trygghetsrad.ui.components.date_tile import DateTile
from trygghetsrad.ui.components.labels import ElidedLabel
from trygghetsrad.ui.components.list_row import ListRow
from trygghetsrad.ui.components.ring import Ring
from trygghetsrad.ui.components.side_host import SideHost
from trygghetsrad.ui.components.step_line import StepLine
from trygghetsrad.ui.components.tool_row import ToolRow
from trygghetsrad.ui.components.year_strip import PointState, YearPoint, YearStrip, label_rows
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import LIGHT_COLORS, TextRole, look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Åke Brännström", "ÅB"),
        ("Per-Olov Granström", "PG"),
        ("Anna von Sjöberg", "AS"),
        ("Eva", "E"),
        ("", "?"),
    ],
)
def test_initials_are_first_and_last_name(name: str, letters: str) -> None:
    assert initials(name) == letters
    assert ground(name) == ground(name)


def test_a_chip_filters_and_tells_how_many(qtbot: QtBot) -> None:
    chips = ChipGroup("Visa")
    qtbot.addWidget(chips)
    chips.set_chips([("all", "Alla", 9), ("late", "Försenade", 2)])
    chips.show()
    assert (chips.selected(), chips.button("late").text()) == ("all", "Försenade 2")
    with qtbot.waitSignal(chips.chosen) as told:
        qtbot.mouseClick(chips.button("late"), LEFT)
    assert told.args == ["late"]
    chips.set_chips([("all", "Alla", 9), ("late", "Försenade", 3)])
    assert (chips.selected(), chips.button("late").accessibleName()) == ("late", "Försenade 3")
    chips.set_chips([("all", "Alla", 9)])
    assert chips.selected() == "all"


def test_a_pressed_chip_has_room_for_its_bold_words(qtbot: QtBot) -> None:
    chip = Chip("Alla i rådet", 16)
    qtbot.addWidget(chip)
    words = QFontMetrics(look().font(TextRole.STRONG)).horizontalAdvance(chip.text())
    assert chip.sizeHint().width() >= words + 2 * 11
    before = chip.sizeHint()
    chip.setChecked(True)
    assert chip.sizeHint() == before


def test_arrows_move_between_views(qtbot: QtBot) -> None:
    views = Segmented("Vy", [("table", "Tabell", Icon.TABLE), ("board", "Tavla", Icon.BOARD)])
    qtbot.addWidget(views)
    with qtbot.waitActive(views):
        views.show()
        views.activateWindow()
    views.button("table").setFocus()
    with qtbot.waitSignal(views.chosen) as told:
        qtbot.keyClick(views.button("table"), Qt.Key.Key_Right)
    assert told.args == ["board"]


def test_a_tick_tells_only_what_a_person_changed(qtbot: QtBot) -> None:
    line = CheckRow("Karin Öhman", checked=True, note="förhinder")
    qtbot.addWidget(line)
    line.show()
    assert line.box.accessibleName() == "Karin Öhman, förhinder"
    with qtbot.assertNotEmitted(line.ticked):
        line.set_checked(checked=False)
    with qtbot.waitSignal(line.ticked) as told:
        qtbot.keyClick(line.box, Qt.Key.Key_Space)
    assert told.args == [True]
    line.set_menu(QMenu(line))
    assert line.more is not None
    assert line.more.accessibleName() == "Mer om Karin Öhman"


def test_a_block_is_edited_where_it_stands_and_has_its_deeds_in_a_menu(qtbot: QtBot) -> None:
    block = Block("Beslut 1", "Rådet tackar.")
    qtbot.addWidget(block)
    block.set_facts([(Icon.PERSON, "Per-Olov Granström")])
    block.set_facts([(Icon.PERSON, "Anna Sjöberg"), (Icon.CALENDAR_LTR, "2027-01-31")])
    done: list[object] = []
    block.add_deed("Ta bort", lambda: done.append("borta"))
    block.show()
    block.edit.setPlainText("Rådet tackar för informationen.")
    with qtbot.waitSignal(block.committed) as told:
        block.edit.commit()
    assert told.args == ["Rådet tackar för informationen."]
    block.menu.actions()[0].trigger()
    assert done == ["borta"]
    assert (block.accessibleName(), block.more.accessibleName()) == ("Beslut 1", "Mer om Beslut 1")


def test_a_row_opens_at_click_and_enter_but_its_button_keeps_its_own_click(qtbot: QtBot) -> None:
    more = icon_button(Icon.MORE_HORIZONTAL, "Mer om Belysning")
    line = ListRow("Belysning", "Åke Brännström", trailing=[more])
    qtbot.addWidget(line)
    line.resize(500, 48)
    line.show()
    opened: list[str] = []
    line.clicked.connect(lambda: opened.append("Belysning"))
    qtbot.mouseClick(line, LEFT, pos=QPoint(20, 20))
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.mouseClick(more, LEFT)
    assert len(opened) == 2
    assert line.accessibleName() == "Belysning, Åke Brännström"


def test_a_row_that_is_cut_is_told_whole_where_the_pointer_rests(qtbot: QtBot) -> None:
    line = ListRow("Märk cyklar", "Märk-DNA till butiker och industriområden, Norrmyra handel")
    qtbot.addWidget(line)
    line.resize(160, 48)
    line.show()
    where = QPoint(20, 30)
    QApplication.sendEvent(line, QHelpEvent(QEvent.Type.ToolTip, where, line.mapToGlobal(where)))
    assert QToolTip.text() == "Märk-DNA till butiker och industriområden, Norrmyra handel"
    QToolTip.hideText()
    line.resize(700, 48)
    QApplication.sendEvent(line, QHelpEvent(QEvent.Type.ToolTip, where, line.mapToGlobal(where)))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_long_heading_ends_in_dots_and_is_told_whole(qtbot: QtBot) -> None:
    label = ElidedLabel("Överenskommelse mellan kommunen och polisen")
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert label.text().endswith("…")
    assert label.accessibleName() == label.toolTip() == "Överenskommelse mellan kommunen och polisen"
    label.resize(600, 20)
    assert (label.text(), label.toolTip()) == (label.whole(), "")


@pytest.mark.parametrize(("current", "words"), [(1, "Steg 2 av 3: Kallelse"), (3, "Alla 3 steg är klara")])
def test_the_steps_are_told_in_words(qtbot: QtBot, current: int, words: str) -> None:
    line = StepLine(["Dagordning", "Kallelse", "Möte"], current)
    qtbot.addWidget(line)
    line.resize(400, 44)
    assert line.accessibleName() == words
    assert not line.grab().isNull()


def test_the_ring_tells_its_numbers(qtbot: QtBot) -> None:
    ring = Ring("Lagkollen", 5, 6)
    qtbot.addWidget(ring)
    assert ring.accessibleName() == "Lagkollen: 5 av 6"
    ring.set_progress(0, 0)
    assert not ring.grab().isNull()


def test_the_date_tile_tells_the_whole_day(qtbot: QtBot) -> None:
    tile = DateTile(date(2026, 12, 8))
    qtbot.addWidget(tile)
    assert tile.accessibleName() == "tisdag 8 december 2026"


def test_labels_of_the_year_give_way_to_each_other() -> None:
    assert label_rows([(0, 60), (50, 110), (90, 150), (155, 200)], gap=8) == [0, 1, 0, 1]
    assert label_rows([(0, 60), (10, 70), (20, 80)], gap=8) == [0, 1, -1]


def test_the_year_is_told_in_words_and_leaves_out_other_years(qtbot: QtBot) -> None:
    points = [
        YearPoint(label="Möte 4", day=date(2026, 12, 8), state=PointState.NEXT),
        YearPoint(label="Möte 1", day=date(2026, 3, 18), state=PointState.DONE),
        YearPoint(label="Möte 1", day=date(2027, 3, 18)),
    ]
    strip = YearStrip(2026, points, date(2026, 11, 23))
    qtbot.addWidget(strip)
    assert strip.accessibleName() == "Årshjul 2026"
    assert strip.as_text() == "18 mars: Möte 1, klart. 8 december: Möte 4, nästa"


def test_the_line_of_today_stands_in_november(qtbot: QtBot) -> None:
    strip = YearStrip(2026, [], date(2026, 11, 23))
    qtbot.addWidget(strip)
    strip.resize(720, 90)
    picture = strip.grab().toImage()
    today = QColor(LIGHT_COLORS.error)
    columns = [x for x in range(720) if picture.pixelColor(x, 88) == today]
    assert columns
    assert 600 + 60 * 22 / 30 - 3 < columns[0] < 600 + 60 * 23 / 30 + 3


def test_tools_fold_to_pictures_before_they_are_cut(qtbot: QtBot) -> None:
    tools = ToolRow()
    qtbot.addWidget(tools)
    remind, new = secondary_button("Skriv påminnelser", Icon.MAIL), primary_button("Ny åtgärd", Icon.ADD)
    tools.add(link_button("Alla möten"))
    tools.add_stretch()
    tools.add(new)
    tools.add(remind)
    tools.resize(700, 40)
    tools.show()
    assert (remind.text(), new.text()) == ("Skriv påminnelser", "Ny åtgärd")
    tools.resize(330, 40)
    assert (remind.text(), new.text()) == ("", "Ny åtgärd")
    assert (remind.accessibleName(), remind.toolTip()) == ("Skriv påminnelser", "Skriv påminnelser")


def test_a_side_column_folds_behind_its_button(qtbot: QtBot) -> None:
    page, side = QWidget(), QWidget()
    host = SideHost(page, side, "Närvaro 7/8", width=232)
    qtbot.addWidget(host)
    host.button.setParent(host)
    host.resize(1000, 500)
    host.show()
    assert side.isVisible()
    assert not host.button.isVisible()
    host.resize(800, 500)
    assert side.isHidden()
    qtbot.mouseClick(host.button, LEFT)
    assert side.isVisible()
    assert (page.width(), side.geometry().right()) == (800, 799)
    qtbot.keyClick(host, Qt.Key.Key_Escape)
    assert side.isHidden()
