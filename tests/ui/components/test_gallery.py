"""Every part at once: names, sizes, room for the words, the keyboard's way and the ring."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QButtonGroup, QLabel, QWidget

import trygghetsrad.ui
from trygghetsrad.ui.theme import Theme, apply_theme, look
from ui.components.conftest import PAGES
from ui.looking import clipped, elements, too_small, unnamed

if TYPE_CHECKING:
    from trygghetsrad.ui.components.gallery import Gallery

EACH_PAGE = pytest.mark.parametrize("page", PAGES)


def test_everything_that_can_be_worked_with_has_a_name(gallery: Gallery) -> None:
    for page in PAGES:
        gallery.go(page)
        QApplication.processEvents()
        assert (page, unnamed(gallery)) == (page, [])


def test_the_table_is_a_table_with_cells_to_a_screen_reader(gallery: Gallery) -> None:
    gallery.go("actions")
    table = next(e.widget for e in elements(gallery) if e.role == QAccessible.Role.Table)
    grid = QAccessible.queryAccessibleInterface(table)
    parts = [grid.child(place) for place in range(grid.childCount())]
    words = {QAccessible.Role(p.role()): [] for p in parts}
    for part in parts:
        words[part.role()].append(part.text(QAccessible.Text.Name))
    assert words[QAccessible.Role.ColumnHeader] == ["Åtgärd", "Ansvarig", "Klart senast", "Status"]
    assert words[QAccessible.Role.Cell][1:4] == ["Åke Brännström", "2026-10-30", "Försenad"]
    assert len(words[QAccessible.Role.Cell]) == 9 * 4


@pytest.mark.parametrize("size", [(1366, 688), (960, 460)])
@pytest.mark.parametrize("text_size", [90, 100, 110, 150])
def test_nothing_is_too_small_or_cut_or_wider_than_the_window(
    gallery: Gallery, text_size: int, size: tuple[int, int], dressed_app: QApplication
) -> None:
    apply_theme(dressed_app, Theme.LIGHT, text_size)
    gallery.resize(*size)
    for page in PAGES:
        gallery.go(page)
        QApplication.processEvents()
        shown = gallery.shown_page()
        assert (page, too_small(gallery), clipped(gallery)) == (page, [], [])
        assert gallery.size().toTuple() == size
        assert shown.minimumSizeHint().width() <= shown.width(), page


def test_a_laptop_shows_the_whole_page_without_scrolling(gallery: Gallery) -> None:
    for page in ("overview", "meetings", "actions", "documents"):
        gallery.go(page)
        QApplication.processEvents()
        shown = gallery.shown_page()
        assert shown.height() <= shown.parentWidget().parentWidget().height(), page


def reachable(window: QWidget) -> set[QWidget]:
    """Return what Tab should come to: of buttons that exclude each other only the pressed one."""
    wanted = set()
    for part in window.findChildren(QWidget):
        focusable = part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisible() and part.isEnabled()
        if not focusable or part.focusProxy():
            continue
        group = part.group() if isinstance(part, QAbstractButton) else None
        if isinstance(group, QButtonGroup) and group.exclusive() and not part.isChecked():
            continue
        wanted.add(part)
    return wanted


@EACH_PAGE
def test_tab_comes_to_everything(gallery: Gallery, page: str) -> None:
    gallery.go(page)
    gallery.activateWindow()
    gallery.rail.button(page).setFocus()
    seen: list[QWidget] = []
    while (here := QApplication.focusWidget()) not in seen:
        assert here is not None
        seen.append(here)
        QTest.keyClick(gallery.windowHandle(), Qt.Key.Key_Tab)
    missed = {part for part in reachable(gallery) - set(seen) if part.parent() not in seen}
    assert missed == set()


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("page", ["overview", "fields"])
def test_the_ring_is_drawn_around_what_has_the_focus(
    gallery: Gallery, page: str, theme: Theme, dressed_app: QApplication
) -> None:
    apply_theme(dressed_app, theme)
    gallery.go(page)
    gallery.top.shortcuts.setFocus()
    QTest.keyClick(gallery.windowHandle(), Qt.Key.Key_Tab)
    target = gallery.ring.target()
    assert target is not None
    frame = QRect(target.mapTo(gallery, QPoint(0, 0)), target.size()).adjusted(-4, -4, 4, 4)
    gallery.ring.hide()
    without = gallery.grab(frame).toImage()
    gallery.ring.show()
    ringed = gallery.grab(frame).toImage()
    changed = sum(
        ringed.pixel(x, y) != without.pixel(x, y) for x in range(frame.width()) for y in range(frame.height())
    )
    assert changed >= 0.9 * 2 * (target.width() + target.height())
    middle = ringed.pixelColor(frame.width() // 2, 0).name().upper()
    assert middle == look().colors.focus


def test_the_ring_stays_with_a_field_that_scrolls(gallery: Gallery, dressed_app: QApplication) -> None:
    gallery.resize(960, 460)
    gallery.go("fields")
    gallery.top.shortcuts.setFocus()
    for _ in range(9):
        QTest.keyClick(gallery.windowHandle(), Qt.Key.Key_Tab)
    QApplication.processEvents()
    target = gallery.ring.target()
    assert target is not None
    assert gallery.ring.geometry().center().y() == pytest.approx(
        target.mapTo(gallery, target.rect().center()).y(), abs=2
    )


def test_no_label_may_read_markup() -> None:
    folder = Path(trygghetsrad.ui.__file__).parent
    found = [
        f"{file.relative_to(folder)}:{node.lineno}"
        for file in folder.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "QLabel"
    ]
    assert found == []


def test_every_label_shown_is_plain(gallery: Gallery) -> None:
    rich = [
        label.text()
        for label in gallery.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText
    ]
    assert rich == []


def test_changing_page_and_theme_is_quick(gallery: Gallery, dressed_app: QApplication) -> None:
    from time import perf_counter

    start = perf_counter()
    for page in PAGES:
        gallery.go(page)
        QApplication.processEvents()
    each = (perf_counter() - start) / len(PAGES)
    assert each < 0.4, "a page should come in under 100 ms; four times that is allowed on a busy machine"
