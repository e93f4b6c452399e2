"""The colours can be read, the icons exist, and the whole window follows the user's choice."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from trygghetsrad.paths import resources
from trygghetsrad.ui.components.buttons import primary_button
from trygghetsrad.ui.components.choices import Chip
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.icons import FILLED, Icon, pixmap
from trygghetsrad.ui.theme import (
    DARK_COLORS,
    LIGHT_COLORS,
    Colors,
    Look,
    TextRole,
    Theme,
    Tone,
    Width,
    apply_look,
    apply_theme,
    column,
    look,
    width_class,
)
from trygghetsrad.ui.theme.apply import choose_look, system_palette
from trygghetsrad.ui.theme.qss import stylesheet
from trygghetsrad.ui.theme.tokens import AVATAR_GROUNDS, ON_AVATAR
from ui.looking import contrast

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

BOTH = pytest.mark.parametrize("colors", [LIGHT_COLORS, DARK_COLORS], ids=["light", "dark"])
GROUNDS = ("window", "surface", "sunken", "rail", "hover", "selected")


@BOTH
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["text", "secondary"])
def test_words_can_be_read_on_every_ground(colors: Colors, ink: str, ground: str) -> None:
    assert contrast(getattr(colors, ink), getattr(colors, ground)) >= 4.5


@BOTH
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("placeholder", "surface"),
        ("placeholder", "sunken"),
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("on_accent", "accent_pressed"),
        ("accent", "surface"),
        ("accent", "window"),
        ("accent", "selected"),
        ("accent", "accent_soft"),
        ("text", "accent_soft"),
        ("secondary", "accent_soft"),
        ("text", "warning_soft"),
        ("secondary", "warning_soft"),
        ("text", "error_soft"),
        ("text", "info_soft"),
        ("on_toast", "toast"),
        ("toast_link", "toast"),
    ],
)
def test_words_can_be_read_on_colours(colors: Colors, ink: str, ground: str) -> None:
    assert contrast(getattr(colors, ink), getattr(colors, ground)) >= 4.5


@BOTH
@pytest.mark.parametrize("tone", Tone)
def test_every_state_can_be_read_on_its_own_ground_and_on_white(colors: Colors, tone: Tone) -> None:
    assert contrast(colors.ink(tone), colors.soft(tone)) >= 4.5
    assert contrast(colors.ink(tone), colors.surface) >= 4.5


@BOTH
def test_borders_and_the_focus_ring_can_be_seen(colors: Colors) -> None:
    for ground in ("surface", "window", "rail"):
        assert contrast(colors.border, getattr(colors, ground)) >= 3
        assert contrast(colors.focus, getattr(colors, ground)) >= 3


def test_the_measured_ratios_of_the_design_hold() -> None:
    assert round(contrast(LIGHT_COLORS.text, LIGHT_COLORS.surface), 1) == 15.5
    assert round(contrast(DARK_COLORS.on_accent, DARK_COLORS.accent), 1) == 8.1


def test_initials_can_be_read_on_every_disc() -> None:
    assert all(contrast(ON_AVATAR, ground) >= 4.5 for ground in AVATAR_GROUNDS)


@pytest.mark.parametrize("icon", Icon)
def test_every_named_icon_exists_and_is_drawn(icon: Icon, dressed_app: QApplication) -> None:
    for filled in {False, icon in FILLED}:
        picture = pixmap(icon, "#000000", filled=filled).toImage()
        dots = sum(picture.pixelColor(x, y).alpha() > 0 for x in range(20) for y in range(20))
        assert dots > 5


def test_no_icon_lies_unused_in_the_folder() -> None:
    named = {f"{icon}_20_regular.svg" for icon in Icon} | {f"{icon}_20_filled.svg" for icon in FILLED}
    assert {file.name for file in (resources() / "icons").glob("*.svg")} == named


@pytest.mark.parametrize(("mode", "colors"), [("light", LIGHT_COLORS), ("dark", DARK_COLORS)])
def test_the_arrows_of_the_style_sheet_have_the_colours_of_the_theme(mode: str, colors: Colors) -> None:
    folder = resources() / "icons" / "controls"
    inks = {"checkmark": colors.on_accent, "chevron_down": colors.secondary, "chevron_up": colors.secondary}
    for name, ink in inks.items():
        assert f'fill="{ink}"' in (folder / f"{mode}-{name}.svg").read_text(encoding="utf-8")


def test_the_style_sheet_is_complete_and_grows_with_the_text() -> None:
    small, large = stylesheet(Look()), stylesheet(Look(text_size=150))
    assert "$" not in small
    assert "min-height: 32px" in small
    assert "min-height: 48px" in large


@pytest.mark.parametrize("text_size", range(90, 151, 5))
def test_a_chip_is_round_at_every_text_size(text_size: int, dressed_app: QApplication, qtbot: QtBot) -> None:
    apply_theme(dressed_app, Theme.LIGHT, text_size)
    chip = Chip("Försenade", 2)
    qtbot.addWidget(chip)
    chip.setChecked(True)
    chip.resize(chip.sizeHint())
    picture = chip.grab().toImage()
    assert picture.pixelColor(0, 0).name().upper() != LIGHT_COLORS.accent, "the border runs into the corner"
    assert picture.pixelColor(picture.width() // 2, 0).name().upper() == LIGHT_COLORS.accent


@pytest.mark.parametrize(("asked", "given"), [(50, 90), (90, 90), (110, 110), (150, 150), (300, 150)])
def test_the_text_size_stays_between_90_and_150(asked: int, given: int, dressed_app: QApplication) -> None:
    chosen = choose_look(Theme.LIGHT, Qt.ColorScheme.Light, asked)
    assert chosen.text_size == given


@pytest.mark.parametrize(
    ("theme", "scheme", "dark"),
    [
        (Theme.SYSTEM, Qt.ColorScheme.Dark, True),
        (Theme.SYSTEM, Qt.ColorScheme.Unknown, False),
        (Theme.LIGHT, Qt.ColorScheme.Dark, False),
        (Theme.DARK, Qt.ColorScheme.Light, True),
    ],
)
def test_the_users_choice_stands_above_the_systems(
    theme: Theme, scheme: Qt.ColorScheme, dark: bool, dressed_app: QApplication
) -> None:
    assert choose_look(theme, scheme, 100).dark is dark


def test_the_window_turns_dark_with_the_system(dressed_app: QApplication) -> None:
    apply_theme(dressed_app, Theme.SYSTEM)
    dressed_app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look().dark
    assert dressed_app.palette().color(QPalette.ColorRole.Window).name().upper() == DARK_COLORS.window
    apply_theme(dressed_app, Theme.LIGHT)
    dressed_app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not look().dark


def test_high_contrast_leaves_the_style_to_the_system(dressed_app: QApplication, qtbot: QtBot) -> None:
    system = system_palette(dressed_app)
    chosen = choose_look(Theme.LIGHT, Qt.ColorScheme.Dark, 100, contrast=system)
    apply_look(dressed_app, chosen)
    assert chosen.high_contrast
    assert dressed_app.styleSheet() == ""
    assert chosen.colors.text == system.color(QPalette.ColorRole.WindowText).name()
    assert dressed_app.palette() == system
    button = primary_button("Gör kallelsen")
    qtbot.addWidget(button)
    button.show()
    assert not button.grab().isNull()


def test_words_gaps_and_buttons_grow_while_the_window_is_open(
    dressed_app: QApplication, qtbot: QtBot
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    label, button = plain_label("Nästa möte", TextRole.TITLE), primary_button("Gör kallelsen")
    layout = column(page, gap=12, edge=(20, 14, 20, 12))
    layout.addWidget(label)
    layout.addWidget(button)
    page.show()
    before = button.sizeHint().height()
    apply_theme(dressed_app, Theme.LIGHT, 150)
    assert label.font().pixelSize() == 33
    assert (layout.spacing(), layout.contentsMargins().left()) == (18, 30)
    assert button.sizeHint().height() > before


def test_markup_in_a_text_is_shown_as_written(dressed_app: QApplication) -> None:
    assert plain_label("<b>Åke</b> & co").textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize(
    ("width", "wanted"),
    [(1320, Width.WIDE), (1319.9, Width.MEDIUM), (1100, Width.MEDIUM), (1099, Width.NARROW)],
)
def test_the_window_folds_at_1320_and_1100(width: float, wanted: Width) -> None:
    assert width_class(width) is wanted


def test_every_colour_is_written_in_full() -> None:
    for colors in (LIGHT_COLORS, DARK_COLORS):
        values = [getattr(colors, field.name) for field in fields(Colors)]
        assert all(len(value) == 7 and value == value.upper() for value in values)
