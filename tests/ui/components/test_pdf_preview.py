"""The paper on the screen: drawn beside the window, sharp, leafed through, searched and heard."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen import canvas

from trygghetsrad.ui.components import pdf_drawer
from trygghetsrad.ui.components.pdf_preview import PdfPreview
from trygghetsrad.ui.components.pdf_source import PdfSource
from ui import looking
from ui.hands import click, press, settle, type_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def a_pdf(pages: int, *, word: str = "") -> bytes:
    file = io.BytesIO()
    paper = canvas.Canvas(file, pagesize=(595, 842))
    for page in range(1, pages + 1):
        paper.setFont("Helvetica", 24)
        paper.drawString(72, 700, f"Kallelse sida {page}")
        paper.drawString(72, 100, word or f"Åtgärd {page}")
        paper.showPage()
    paper.save()
    return file.getvalue()


@pytest.fixture
def preview(qtbot: QtBot) -> PdfPreview:
    made = PdfPreview("Förhandsvisning av kallelsen")
    qtbot.addWidget(made)
    made.resize(700, 500)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def drawn(qtbot: QtBot, preview: PdfPreview) -> None:
    """Wait until what is in view is as sharp as it will be."""

    def is_drawn() -> bool:
        preview.grab()
        return preview.is_drawn()

    qtbot.waitUntil(is_drawn)


def ink(preview: PdfPreview, place: int = 0) -> bool:
    picture = preview._pages[place].grab().toImage()
    return any(picture.pixelColor(x, y).lightness() < 128 for x in range(30, 300, 2) for y in range(60, 200))


def test_the_preview_shows_every_page_and_tells_its_words(preview: PdfPreview, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preview.pages_changed) as told:
        preview.show_pdf(a_pdf(2))
    assert told.args == [2]
    assert preview.page_count() == 2
    assert preview.text() == "Kallelse sida 1\nÅtgärd 1\n\nKallelse sida 2\nÅtgärd 2"
    page = preview._pages[0]
    assert page.accessibleName() == "Sida 1 av 2"
    qtbot.waitUntil(lambda: page.accessibleDescription() == "Kallelse sida 1\nÅtgärd 1")
    drawn(qtbot, preview)
    assert ink(preview)
    assert looking.unnamed(preview) == []
    assert looking.too_small(preview) == []


def test_another_paper_takes_the_place_of_the_first_without_a_white_flash(
    preview: PdfPreview, qtbot: QtBot
) -> None:
    preview.show_pdf(a_pdf(3))
    drawn(qtbot, preview)
    preview.turn_to(1)
    place = preview.area.verticalScrollBar().value()
    preview.show_pdf(a_pdf(3, word="Ny text"), keep_place=True)
    assert preview.area.verticalScrollBar().value() == place
    assert ink(preview)  # the former picture, until the new one is there
    assert "Ny text" in preview.text()
    drawn(qtbot, preview)
    preview.show_pdf(a_pdf(1))
    assert preview.area.verticalScrollBar().value() == 0
    assert preview.page_count() == 1
    preview.show_pdf(b"")
    assert (preview.page_count(), preview.text()) == (0, "")


def test_pages_are_drawn_beside_the_window_and_only_when_seen(
    preview: PdfPreview, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[int, int]] = []
    draw = PdfSource.draw

    def watched(source: PdfSource, place: int, width: int) -> object:
        seen.append((place, threading.get_ident()))
        return draw(source, place, width)

    monkeypatch.setattr(PdfSource, "draw", watched)
    preview.show_pdf(a_pdf(60))
    drawn(qtbot, preview)
    preview.show_end()
    drawn(qtbot, preview)
    assert ink(preview, 59)
    assert {place for place, _thread in seen} <= {0, 1, 58, 59}
    assert threading.get_ident() not in {thread for _place, thread in seen}


def test_a_long_paper_keeps_only_the_pages_seen_last(
    preview: PdfPreview, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_drawer, "MOST_BYTES", 6_000_000)
    preview.show_pdf(a_pdf(20))
    for place in range(20):
        preview.turn_to(place)
        drawn(qtbot, preview)
    kept = preview.drawer.kept()
    assert kept[-1][0] >= 18
    assert len(kept) < 8
    assert sum(preview.drawer.picture(*key).sizeInBytes() for key in kept) <= 6_000_000


def test_zoom_by_button_key_and_wheel_and_back_to_the_width(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_pdf(a_pdf(4))
    page = preview._pages[0]
    filled = page.width()
    assert not preview.whole_width.isVisible()
    click(preview.zoom_in)
    wider = page.width()
    assert wider > filled
    qtbot.keyClick(preview.area, Key.Key_Plus, CONTROL)
    assert page.width() > wider
    qtbot.keyClick(preview.area, Key.Key_Minus, CONTROL)
    assert page.width() == wider
    qtbot.keyClick(preview.area, Key.Key_0, CONTROL)
    assert (preview.zoom(), page.width()) == (None, filled)
    wheel(preview, 120)
    assert page.width() == wider
    wheel(preview, -120)
    assert page.width() < wider
    click(preview.whole_width)
    assert page.width() == filled


def wheel(preview: PdfPreview, turned: int) -> None:
    middle = preview.area.viewport().rect().center()
    event = QWheelEvent(
        QPointF(middle),
        QPointF(preview.area.viewport().mapToGlobal(middle)),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        CONTROL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(preview.area.viewport(), event)


def test_zooming_keeps_the_page_she_reads(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_pdf(a_pdf(30))
    preview.turn_to(20)
    for zoom in (2.0, 0.5, 1.5, None):
        preview.set_zoom(zoom)
        assert preview.place() in {19, 20, 21}


def test_the_keys_leaf_through_the_paper(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_pdf(a_pdf(10))
    preview.area.setFocus()
    scroll = preview.area.verticalScrollBar()
    press(preview.area, Key.Key_PageDown)
    assert 0 < scroll.value() <= preview.area.viewport().height()
    press(preview.area, Key.Key_PageUp)
    assert scroll.value() == 0
    press(preview.area, Key.Key_PageDown, control=True)
    assert (preview.place(), preview._count.text()) == (1, "Sida 2 av 10")
    press(preview.area, Key.Key_End)
    assert (scroll.value(), preview.place()) == (scroll.maximum(), 9)
    press(preview.area, Key.Key_Home)
    assert (scroll.value(), preview._count.text()) == (0, "Sida 1 av 10")


def test_the_pages_can_be_listed_and_chosen(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_pdf(a_pdf(60))
    assert not preview.strip.isVisible()
    click(preview.pages)
    assert preview.strip.isVisible()
    settle()
    width = preview.strip._width()
    qtbot.waitUntil(lambda: (0, width) in preview.drawer.kept())
    preview.strip.setCurrentRow(30)
    assert preview.place() == 30
    preview.turn_to(3)
    assert preview.strip.currentRow() == 3
    assert len([one for one in preview.drawer.kept() if one[1] == width]) < 40
    preview.show_pdf(a_pdf(1))
    assert not preview.strip.isVisible()
    assert not preview.pages.isVisible()


def test_words_are_found_marked_and_gone_through(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_pdf(a_pdf(12, word="Grannsamverkan i ÖSTRA byn"))
    preview.area.setFocus()
    qtbot.keyClick(preview.area, Key.Key_F, CONTROL)
    assert preview.finder.field.hasFocus()
    type_text(preview.finder.field, "östra")
    qtbot.waitUntil(lambda: preview.finder.found.text() == "1 av 12")
    box = preview.search.hits[0].boxes[0]
    assert 0.1 < box[0] < box[2] < 1
    assert 0.84 < box[1] < box[3] < 0.9
    press(preview.finder.field, Key.Key_Return)
    assert preview.finder.found.text() == "2 av 12"
    assert preview.place() in {0, 1}
    top = preview._pages[1].mapTo(preview.area.viewport(), preview._pages[1].place_of(box).toRect().topLeft())
    assert preview.area.viewport().rect().contains(top)
    qtbot.keyClick(preview.finder.field, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(preview.finder.field, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert preview.finder.found.text() == "12 av 12"
    type_text(preview.finder.field, "x")
    qtbot.waitUntil(lambda: preview.finder.found.text() == "Inga träffar")
    press(preview.finder.field, Key.Key_Escape)
    assert not preview.finder.isVisible()
    assert preview._pages[0]._marks == ()


def test_what_is_found_is_seen_as_colour_on_the_page(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_pdf(a_pdf(1))
    preview.finder.open_bar()
    preview.finder.field.setText("sida")
    qtbot.waitUntil(lambda: bool(preview.search.hits))
    page = preview._pages[0]
    spot = page.place_of(preview.search.hits[0].boxes[0]).toRect().topLeft() + QPoint(1, 1)
    colour = page.grab().toImage().pixelColor(spot)
    assert colour.saturation() > 60


def test_a_new_paper_is_searched_for_the_same_words(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_pdf(a_pdf(2))
    preview.finder.open_bar()
    preview.finder.field.setText("lampan")
    qtbot.waitUntil(lambda: preview.finder.found.text() == "Inga träffar")
    preview.show_pdf(a_pdf(5, word="Lampan är trasig"))
    qtbot.waitUntil(lambda: preview.finder.found.text() == "1 av 5")


def test_the_paper_can_be_read_as_text(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_pdf(a_pdf(2))
    click(preview.as_text)
    expected = "Sida 1 av 2\n\nKallelse sida 1\nÅtgärd 1\n\n\nSida 2 av 2\n\nKallelse sida 2\nÅtgärd 2"
    qtbot.waitUntil(lambda: preview.words.toPlainText() == expected)
    assert preview.words.hasFocus()
    assert preview.words.isReadOnly()
    assert not preview.zoom_in.isEnabled()
    assert looking.unnamed(preview) == []
    preview.show_pdf(a_pdf(1))
    assert preview.words.toPlainText() == expected  # until the new text is there
    qtbot.waitUntil(lambda: preview.words.toPlainText() == "Sida 1 av 1\n\nKallelse sida 1\nÅtgärd 1")
    click(preview.as_text)
    assert preview.area.isVisible()


def test_a_preview_that_is_put_away_in_the_middle_of_drawing_leaves_no_fault(qtbot: QtBot) -> None:
    for _time in range(5):
        made = PdfPreview("Förhandsvisning")
        made.resize(700, 500)
        made.show()
        made.show_pdf(a_pdf(20))
        made.grab()
        made.clear()
        made.show_pdf(a_pdf(3))
        made.grab()
        made.deleteLater()
        settle()


SHARP = """
from PySide6.QtWidgets import QApplication
app = QApplication([])
from trygghetsrad.ui.components.pdf_preview import PdfPreview
from trygghetsrad.ui.theme import Theme, apply_theme
from ui.components.test_pdf_preview import a_pdf
apply_theme(app, Theme.LIGHT)
preview = PdfPreview("Papper")
preview.resize(700, 500)
preview.show()
preview.show_pdf(a_pdf(1))
while not preview.is_drawn():
    app.processEvents()
page = preview._pages[0]
print(preview.drawer.picture(0, page.drawn_width()).width() / page.width())
"""


def test_a_screen_at_200_percent_gets_every_page_twice_as_sharp() -> None:
    tests = Path(__file__).parents[2]
    env = {**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(tests)}
    seen = subprocess.run(
        [sys.executable, "-c", SHARP],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        env=env,
    )
    assert seen.returncode == 0, seen.stderr[-800:]
    assert float(seen.stdout) == pytest.approx(2.0, abs=0.01)
