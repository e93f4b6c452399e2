"""Writing in fields: stored when they are left, taken back with Esc, never lost."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.components.date_field import DateField, weekday_and_week
from trygghetsrad.ui.components.details_panel import DetailsPanel, PanelHost
from trygghetsrad.ui.components.gallery_parts import PEOPLE, iso_day
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.inline_text import InlineText
from trygghetsrad.ui.components.number_field import NumberField
from trygghetsrad.ui.components.person_picker import PersonPicker
from trygghetsrad.ui.components.pills import LATE
from trygghetsrad.ui.theme import column

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

Key = Qt.Key


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[..., QWidget]:
    """Show fields over each other in one window."""

    kept = []

    def show(*fields: QWidget) -> QWidget:
        window = QWidget()
        kept.append(window)
        qtbot.addWidget(window)
        lines = column(window)
        for field in fields:
            lines.addWidget(field)
        window.resize(420, 300)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return show


def test_a_field_tells_its_text_once_when_it_is_left(qtbot: QtBot, shown: Callable[..., QWidget]) -> None:
    field, other = InlineField("E-post", "anna@norrmyra.example"), InlineField("Telefon")
    shown(field, other)
    told: list[str] = []
    field.committed.connect(told.append)
    field.setFocus()
    qtbot.keyClicks(field.edit, " ")
    field.edit.setText("  eva@norrmyra.example ")
    qtbot.keyClick(field.edit, Key.Key_Tab)
    assert told == ["eva@norrmyra.example"]
    field.setFocus()
    other.setFocus()
    assert told == ["eva@norrmyra.example"]


def test_enter_stores_and_keeps_the_cursor_in_the_field(qtbot: QtBot, shown: Callable[..., QWidget]) -> None:
    field = InlineField("Plats", "Björken")
    shown(field)
    field.setFocus()
    field.edit.setText("Granen")
    with qtbot.waitSignal(field.committed) as told:
        qtbot.keyClick(field.edit, Key.Key_Return)
    assert told.args == ["Granen"]
    assert field.edit.hasFocus()


def test_esc_takes_back_what_was_typed_and_then_closes_the_panel(qtbot: QtBot) -> None:
    panel = DetailsPanel("Vald åtgärd")
    field = InlineField("Plats", "Björken")
    panel.add(field)
    qtbot.addWidget(panel)
    panel.show()
    field.setFocus()
    field.edit.setText("Granen")
    with qtbot.assertNotEmitted(panel.closed), qtbot.assertNotEmitted(field.committed):
        qtbot.keyClick(field.edit, Key.Key_Escape)
    assert field.text() == "Björken"
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(field.edit, Key.Key_Escape)
    assert panel.isHidden()


def test_a_menu_over_the_field_is_no_leaving(qtbot: QtBot, shown: Callable[..., QWidget]) -> None:
    field = InlineField("Plats", "Björken")
    shown(field)
    field.edit.setText("Granen")
    with qtbot.assertNotEmitted(field.committed):
        QApplication.sendEvent(
            field.edit, QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason)
        )


def test_what_is_being_typed_survives_that_the_page_looks_again(
    qtbot: QtBot, shown: Callable[..., QWidget]
) -> None:
    field = InlineField("Plats", "Björken")
    shown(field)
    field.setFocus()
    qtbot.keyClicks(field.edit, "Gr")
    typed = field.text()
    field.set_text("Alen")
    assert field.text() == typed
    qtbot.keyClick(field.edit, Key.Key_Escape)
    assert field.text() == "Alen"


def test_a_fault_is_said_below_the_field_and_to_a_screen_reader(shown: Callable[..., QWidget]) -> None:
    field = InlineField("E-post", "anna")
    shown(field)
    field.set_error("Adressen saknar snabel-a.")
    assert field.note() == field.edit.accessibleDescription() == "Adressen saknar snabel-a."
    field.set_error("")
    assert field.edit.property("wrong") == "false"


def test_pasted_rich_text_becomes_plain(qtbot: QtBot, shown: Callable[..., QWidget]) -> None:
    field = InlineText("Anteckning")
    shown(field)
    data = QMimeData()
    data.setHtml("<b>Fet</b> text")
    data.setText("Fet text")
    QGuiApplication.clipboard().setMimeData(data)
    field.edit.set_paste_cleaner(str.upper)
    field.edit.paste()
    assert field.text() == "FET TEXT"


def test_a_picture_cannot_be_pasted(shown: Callable[..., QWidget]) -> None:
    field = InlineText("Anteckning")
    data = QMimeData()
    data.setData("image/png", b"x")
    assert not field.edit.canInsertFromMimeData(data)


def test_the_text_grows_with_what_is_written_and_tells_every_keystroke(
    qtbot: QtBot, shown: Callable[..., QWidget]
) -> None:
    field = InlineText("Anteckning", "En rad")
    shown(field)
    low = field.edit.height()
    typed: list[str] = []
    field.typed.connect(typed.append)
    field.edit.setPlainText("\n".join(f"Rad {n}" for n in range(8)))
    assert field.edit.height() > low * 3
    field.set_text("Stored")
    assert len(typed) == 1, "what the page shows is not typing"


def test_long_text_is_stored_when_left_and_taken_back_with_esc(
    qtbot: QtBot, shown: Callable[..., QWidget]
) -> None:
    field, other = InlineText("Anteckning", "Första"), InlineField("Plats")
    shown(field, other)
    field.setFocus()
    field.edit.setPlainText("Fel")
    qtbot.keyClick(field.edit, Key.Key_Escape)
    assert field.text() == "Första"
    field.edit.setPlainText("Andra")
    with qtbot.waitSignal(field.committed) as told:
        qtbot.keyClick(field.edit, Key.Key_Tab)
    assert told.args == ["Andra"]
    assert other.edit.hasFocus()


def test_a_day_is_shown_back_with_weekday_and_week() -> None:
    assert weekday_and_week(date(2026, 12, 18)) == "fredag, vecka 51"
    assert weekday_and_week(date(2027, 1, 1)) == "fredag, vecka 53"


def test_a_day_is_understood_while_it_is_typed_and_stored_when_left(
    qtbot: QtBot, shown: Callable[..., QWidget]
) -> None:
    field = DateField("Klart senast", iso_day)
    shown(field)
    field.setFocus()
    qtbot.keyClicks(field.edit, "2026-12-18")
    assert field.note() == "2026-12-18, fredag, vecka 51"
    with qtbot.waitSignal(field.committed) as told:
        qtbot.keyClick(field.edit, Key.Key_Return)
    assert told.args == [date(2026, 12, 18)]
    assert field.note() == "fredag, vecka 51"


def test_an_unreadable_day_stays_in_the_field_with_advice(
    qtbot: QtBot, shown: Callable[..., QWidget]
) -> None:
    field = DateField("Klart senast", iso_day, date(2026, 12, 18))
    shown(field)
    field.setFocus()
    field.edit.setText("någon gång")
    with qtbot.assertNotEmitted(field.committed):
        qtbot.keyClick(field.edit, Key.Key_Return)
    assert "8 dec" in field.note()
    assert field.edit.text() == "någon gång"
    assert field.day() == date(2026, 12, 18)


def test_an_unreadable_day_can_be_taken_back_with_esc(qtbot: QtBot, shown: Callable[..., QWidget]) -> None:
    field = DateField("Klart senast", iso_day, date(2026, 12, 18))
    shown(field)
    field.setFocus()
    field.edit.setText("någon gång")
    qtbot.keyClick(field.edit, Key.Key_Return)
    qtbot.keyClick(field.edit, Key.Key_Escape)
    assert (field.edit.text(), field.note()) == ("2026-12-18", "fredag, vecka 51")


def test_an_emptied_day_is_no_day(qtbot: QtBot, shown: Callable[..., QWidget]) -> None:
    field = DateField("Klart senast", iso_day, date(2026, 12, 18))
    shown(field)
    field.edit.clear()
    with qtbot.waitSignal(field.committed) as told:
        qtbot.keyClick(field.edit, Key.Key_Return)
    assert told.args == [None]


def test_arrows_step_a_day_and_page_keys_a_week(qtbot: QtBot, shown: Callable[..., QWidget]) -> None:
    field = DateField("Klart senast", iso_day, date(2026, 12, 18))
    shown(field)
    qtbot.keyClick(field.edit, Key.Key_Up)
    qtbot.keyClick(field.edit, Key.Key_PageUp)
    qtbot.keyClick(field.edit, Key.Key_Down)
    assert field.edit.text() == "2026-12-25"


def test_a_person_is_chosen_by_any_part_of_the_name(qtbot: QtBot, shown: Callable[..., QWidget]) -> None:
    picker = PersonPicker("Ansvarig")
    picker.set_people(PEOPLE)
    shown(picker)
    picker.setFocus()
    completer = picker.box.completer()
    completer.setCompletionPrefix("bränn")
    assert completer.currentCompletion() == "Åke Brännström"
    picker.box.setEditText("karin öhman")
    with qtbot.waitSignal(picker.picked) as told:
        qtbot.keyClick(picker.box, Key.Key_Return)
    assert told.args == [3]
    assert picker.box.currentText() == "Karin Öhman"


def test_an_unknown_name_is_asked_about_or_taken_as_written(
    qtbot: QtBot, shown: Callable[..., QWidget]
) -> None:
    strict, free = PersonPicker("Ansvarig"), PersonPicker("Föredragande", free_text=True)
    for picker in (strict, free):
        picker.set_people(PEOPLE)
    shown(strict, free)
    strict.box.setEditText("Rektorn")
    with qtbot.assertNotEmitted(strict.picked):
        qtbot.keyClick(strict.box, Key.Key_Return)
    assert strict.note().startswith("Ingen heter så.")
    free.box.setEditText("Rektorn")
    with qtbot.waitSignal(free.picked) as told:
        qtbot.keyClick(free.box, Key.Key_Return)
    assert told.args == ["Rektorn"]
    assert free.current() == "Rektorn"


def test_an_emptied_person_is_nobody(qtbot: QtBot, shown: Callable[..., QWidget]) -> None:
    picker = PersonPicker("Ansvarig")
    picker.set_people(PEOPLE)
    picker.set_current(2)
    shown(picker)
    picker.box.setEditText("")
    with qtbot.waitSignal(picker.picked) as told:
        qtbot.keyClick(picker.box, Key.Key_Return)
    assert told.args == [None]


def test_who_is_chosen_stays_chosen_when_the_people_are_read_again(shown: Callable[..., QWidget]) -> None:
    picker = PersonPicker("Ansvarig")
    picker.set_people(PEOPLE)
    picker.set_current(3)
    picker.set_people(PEOPLE[::-1])
    assert (picker.current(), picker.box.currentText()) == (3, "Karin Öhman")


def test_a_choice_tells_only_what_a_person_chose(qtbot: QtBot, shown: Callable[..., QWidget]) -> None:
    field = ChoiceField("Slag", [("info", "Information"), (None, "Inget"), ("decision", "Beslut")])
    shown(field)
    with qtbot.assertNotEmitted(field.chosen):
        field.set_current("info")
    told: list[object] = []
    field.chosen.connect(told.append)
    field.setFocus()
    for _ in range(2):
        qtbot.keyClick(field.box, Key.Key_Down)
    assert told == [None, "decision"]
    field.set_options([("info", "Information")])
    assert (field.current(), field.box.currentText()) == (None, "")


def test_minutes_are_told_when_the_field_is_left(qtbot: QtBot, shown: Callable[..., QWidget]) -> None:
    field = NumberField("Planerad tid", 20, unit="minuter")
    shown(field)
    qtbot.keyClick(field.box, Key.Key_Up)
    with qtbot.waitSignal(field.committed) as told:
        qtbot.keyClick(field.box, Key.Key_Return)
    assert told.args == [21]


def test_the_panel_lies_beside_in_a_wide_page_and_over_in_a_narrow_one(qtbot: QtBot) -> None:
    main, panel = QWidget(), DetailsPanel("Vald åtgärd")
    host = PanelHost(main, panel)
    qtbot.addWidget(host)
    panel.set_pill("Försenad", LATE)
    panel.set_title("Belysning")
    panel.show()
    host.resize(1100, 500)
    host.show()
    QApplication.processEvents()
    assert not host.is_over()
    assert main.width() == 1100 - panel.width()
    host.resize(700, 500)
    QApplication.processEvents()
    assert host.is_over()
    assert (main.width(), panel.geometry().right()) == (700, 699)
    qtbot.mouseClick(panel.close_button, Qt.MouseButton.LeftButton)
    assert panel.isHidden()


def test_scrolling_past_a_drop_down_or_a_number_neither_changes_it_nor_gives_it_the_focus(
    qtbot: QtBot,
) -> None:
    choice = ChoiceField("Veckodag", [(0, "Måndag"), (1, "Tisdag")], framed=True)
    number = NumberField("Antal möten", 4)
    for field in (choice, number):
        qtbot.addWidget(field)
        field.show()
    choice.set_current(0)
    for box in (choice.box, number.box):
        middle = QPointF(box.rect().center())
        event = QWheelEvent(
            middle,
            middle,
            QPoint(0, -120),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(box, event)
        assert box.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert (choice.current(), number.box.value()) == (0, 4)
