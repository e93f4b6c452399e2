"""The one style sheet: what Fusion cannot draw from the palette alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from string import Template
from typing import TYPE_CHECKING

from typing_extensions import override

if TYPE_CHECKING:
    from trygghetsrad.ui.theme.look import Look

# $px34 is 34 pixels at text size 100 %, $round26 half the height of so high a part; other names are
# colours of tokens.py; $mode is light or dark.
# Frames are addressed by property: a rule for a class would leak into its child frames.
_SURFACES = """
QWidget#window, QMainWindow { background: $window; }
QFrame[surface="card"] { background: $surface; border: 1px solid $line; border-radius: $px8; }
QFrame[surface="plain"] { background: $surface; border: 0; }
QFrame[surface="sunken"] { background: $sunken; border: 0; border-radius: $px8; }
QFrame[surface="rail"] { background: $rail; border: 0; border-right: 1px solid $line; }
QFrame[surface="panel"] { background: $surface; border: 0; border-left: 1px solid $line; }
QFrame[surface="top"] { background: $window; border: 0; border-bottom: 1px solid $line; }
QFrame[surface="status"] { background: $window; border: 0; border-top: 1px solid $line; }
QFrame[surface="palette"] { background: $surface; border: 1px solid $border; border-radius: $px10; }
QFrame[surface="toast"] { background: $toast; border: 0; border-radius: $px8; }
QFrame[surface="divider"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QFrame[surface="tile"] { background: $accent_soft; border: 0; border-radius: $px8; }
QFrame[surface="key"] { background: $sunken; border: 1px solid $line; border-radius: $px4; }
QFrame[banner="info"] { background: $info_soft; border: 1px solid $info; border-radius: $px6; }
QFrame[banner="warning"] { background: $warning_soft; border: 1px solid $warning; border-radius: $px6; }
QFrame[banner="error"] { background: $error_soft; border: 1px solid $error; border-radius: $px6; }
QFrame[block="accent"] { background: $accent_soft; border: 0; border-left: $px3 solid $accent;
  border-radius: $px4; }
QFrame[block="warning"] { background: $warning_soft; border: 0; border-left: $px3 solid $warning;
  border-radius: $px4; }
QFrame[block="neutral"] { background: $sunken; border: 0; border-left: $px3 solid $border;
  border-radius: $px4; }
QFrame[block="ok"] { background: $ok_soft; border: 0; border-left: $px3 solid $ok; border-radius: $px4; }
QFrame[block="error"] { background: $error_soft; border: 0; border-left: $px3 solid $error;
  border-radius: $px4; }
QFrame[block="info"] { background: $info_soft; border: 0; border-left: $px3 solid $info;
  border-radius: $px4; }
"""

_WORDS = """
QLabel { background: transparent; }
QLabel[ink="text"] { color: $text; }
QLabel[ink="secondary"] { color: $secondary; }
QLabel[ink="placeholder"] { color: $placeholder; }
QLabel[ink="accent"] { color: $accent; }
QLabel[ink="ok"] { color: $ok; }
QLabel[ink="warning"] { color: $warning; }
QLabel[ink="error"] { color: $error; }
QLabel[ink="info"] { color: $info; }
QLabel[ink="on_toast"] { color: $on_toast; }
QToolTip { background: $toast; color: $on_toast; border: 1px solid $toast; padding: $px4;
  font-size: $px12; }
"""

_BUTTONS = """
QPushButton, QToolButton, QCheckBox, QRadioButton { outline: 0; }
QPushButton { min-height: $px32; padding: 0 $px15; border-radius: $px6; }
QDialog QPushButton { background: $surface; color: $text; border: 1px solid $border; }
QDialog QPushButton:hover { background: $hover; }
QDialog QPushButton:pressed { background: $selected; }
QDialog QPushButton:default { background: $accent; color: $on_accent; border-color: $accent;
  font-weight: 600; }
QDialog QPushButton:focus { border: 2px solid $focus; }
QDialog QPushButton:disabled { background: $sunken; color: $placeholder; border-color: $line; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent;
  font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_pressed; border-color: $accent_pressed; }
QPushButton[kind="secondary"] { background: $surface; color: $text; border: 1px solid $border; }
QPushButton[kind="secondary"]:hover { background: $hover; }
QPushButton[kind="secondary"]:pressed, QPushButton[kind="secondary"]:checked { background: $selected; }
QPushButton[kind]:disabled { background: $sunken; color: $placeholder; border: 1px solid $line; }
QPushButton[kind="link"] { background: transparent; color: $accent; border: 1px solid transparent;
  min-height: $px26;
  padding: 0 $px2; font-weight: 600; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; color: $accent_hover; }
QPushButton[kind="link"]:disabled { background: transparent; border-color: transparent;
  color: $placeholder; }
QPushButton[kind="link"][on="toast"] { color: $toast_link; }
QPushButton[kind="rail"] { background: transparent; color: $text; border: 1px solid transparent;
  min-height: $px36;
  padding: 0 $px11; text-align: left; }
QPushButton[kind="rail"]:hover { background: $hover; }
QPushButton[kind="rail"]:checked { background: $surface; color: $accent; font-weight: 600; }
QPushButton[kind="chip"] { background: $surface; color: $text; border: 1px solid $line; min-height: $px26;
  padding: 0 $px10; border-radius: $round26; }
QPushButton[kind="chip"]:hover { background: $hover; border-color: $border; }
QPushButton[kind="chip"]:checked { background: $selected; color: $accent; border: 1px solid $accent;
  font-weight: 600; }
QPushButton[kind="segment"] { background: $surface; color: $text; border: 1px solid $border;
  border-radius: 0;
  border-left-width: 0; }
QPushButton[kind="segment"][place="first"] { border-left-width: 1px; border-top-left-radius: $px6;
  border-bottom-left-radius: $px6; }
QPushButton[kind="segment"][place="last"] { border-top-right-radius: $px6;
  border-bottom-right-radius: $px6; }
QPushButton[kind="segment"][place="only"] { border-left-width: 1px; border-radius: $px6; }
QPushButton[kind="segment"]:hover { background: $hover; }
QPushButton[kind="segment"]:checked { background: $selected; color: $accent; font-weight: 600; }
QPushButton[kind="search"] { background: $surface; border: 1px solid $border; padding: 0;
  text-align: left; }
QPushButton[kind="search"]:hover { border-color: $accent; }
QPushButton[kind="row"] { background: transparent; border: 0; border-radius: $px6; padding: 0;
  min-height: 0; }
QPushButton[kind="row"]:hover { background: $hover; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: $px6; padding: 0; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $selected; }
QToolButton[on="toast"]:hover { background: $border; }
QToolButton::menu-indicator { image: none; width: 0; }
QPushButton::menu-indicator { image: url(controls:$mode-chevron_down.svg); width: $px16; height: $px16;
  subcontrol-position: right center; right: $px8; }
"""

_FIELDS = """
QLineEdit, QComboBox, QSpinBox { background: $surface; color: $text; border: 1px solid $border;
  border-radius: $px6; min-height: $px32; padding: 0 $px9; selection-background-color: $accent;
  selection-color: $on_accent;
  placeholder-text-color: $placeholder; }
QLineEdit:hover, QComboBox:hover { border-color: $secondary; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid $accent; padding: 0 $px8;
  min-height: $px30; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled { background: $sunken; color: $placeholder;
  border-color: $line; }
QLineEdit[wrong="true"] { border: 2px solid $error; padding: 0 $px8; min-height: $px30; }
QLineEdit[inline="true"] { background: transparent; border: 1px solid transparent; min-height: $px26;
  padding: 0 $px5; }
QLineEdit[inline="true"]:hover { background: $hover; }
QLineEdit[inline="true"]:focus { background: $surface; border: 2px solid $accent; min-height: $px24;
  padding: 0 $px4; }
QLineEdit[inline="true"]:read-only, QLineEdit[inline="true"]:disabled { background: transparent;
  color: $text; }
QLineEdit[bare="true"] { background: transparent; border: 0; min-height: $px32; padding: 0; }
QPlainTextEdit { background: $surface; color: $text; border: 1px solid $border; border-radius: $px6;
  padding: $px2 $px7; selection-background-color: $accent; selection-color: $on_accent;
  placeholder-text-color: $placeholder; }
QPlainTextEdit:focus { border: 2px solid $accent; padding: $px1 $px6; }
QPlainTextEdit:disabled { background: $sunken; color: $placeholder; border-color: $line; }
QPlainTextEdit[inline="true"] { background: transparent; border: 1px solid transparent;
  padding: $px1 $px3; }
QPlainTextEdit[inline="true"]:hover { background: $hover; }
QPlainTextEdit[inline="true"]:focus { background: $surface; border: 2px solid $accent; padding: 0 $px2; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: 0; width: $px26; subcontrol-origin: border;
  subcontrol-position: center right; }
QComboBox::down-arrow { image: url(controls:$mode-chevron_down.svg); width: $px16; height: $px16; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { background: transparent; border: 0; padding: 0;
  min-height: 0; }
QSpinBox QLineEdit, QSpinBox QLineEdit:focus { background: transparent; border: 0; padding: 0 $px8;
  min-height: 0; }
QComboBox:!editable { padding: 0 $px11; }
QComboBox:!editable:focus { padding: 0 $px10; }
QComboBox[inline="true"] { background: transparent; border: 1px solid transparent; min-height: $px26;
  padding: 0 $px5; }
QComboBox[inline="true"]:hover { background: $hover; }
QComboBox[inline="true"]:focus { background: $surface; border: 2px solid $accent; min-height: $px24;
  padding: 0 $px4; }
QComboBox[inline="true"]:!editable { padding: 0 $px7; }
QComboBox[inline="true"]:!editable:focus { padding: 0 $px6; }
QLineEdit[inline="true"][wrong="true"], QComboBox[wrong="true"] { border: 1px solid $error; }
QSpinBox::up-button, QSpinBox::down-button { border: 0; width: $px24; }
QSpinBox::up-arrow { image: url(controls:$mode-chevron_up.svg); width: $px12; height: $px12; }
QSpinBox::down-arrow { image: url(controls:$mode-chevron_down.svg); width: $px12; height: $px12; }
QCheckBox, QRadioButton { color: $text; spacing: $px8; min-height: $px28; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator { width: $px18; height: $px18; border: 1px solid $border;
  border-radius: $px4; background: $surface; }
QRadioButton::indicator { border-radius: $round18; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; background: $hover; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
  image: url(controls:$mode-checkmark.svg); }
QRadioButton::indicator:checked { width: $px8; height: $px8; border: $px6 solid $accent;
  background: $on_accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line;
  background: $sunken; }
"""

_VIEWS = """
QAbstractItemView { background: $surface; color: $text; border: 0; outline: 0;
  selection-background-color: $selected; selection-color: $text; }
QComboBox QAbstractItemView, QAbstractItemView[popup="true"] { border: 1px solid $border; padding: $px4; }
/* Qt leaves six pixels over the rows of a completer, at any text size. */
QAbstractItemView[popup="true"] { padding: 2px; }
QComboBox QAbstractItemView::item, QAbstractItemView[popup="true"]::item { min-height: $px28;
  padding: 0 $px6; }
QTableView { border: 1px solid $line; border-radius: $px8; }
QTableView[flat="true"] { border: 0; border-radius: 0; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section { background: transparent; color: $secondary; border: 0;
  border-bottom: 1px solid $border;
  padding: 0 $px11; font-size: $px12; font-weight: 600; }
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow { image: url(controls:$mode-chevron_up.svg); width: $px12; height: $px12; }
QHeaderView::down-arrow { image: url(controls:$mode-chevron_down.svg); width: $px12; height: $px12; }
QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget[page="true"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: $px12; margin: 0; }
QScrollBar:horizontal { background: transparent; height: $px12; margin: 0; }
QScrollBar::handle { background: $border; border-radius: $px3; border: $px2 solid transparent; }
QScrollBar::handle:vertical { min-height: $px32; margin: $px2; }
QScrollBar::handle:horizontal { min-width: $px32; margin: $px2; }
QScrollBar::handle:hover { background: $secondary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: $surface; color: $text; border: 1px solid $border; border-radius: $px6; padding: $px4; }
QMenu::item { padding: $px6 $px24 $px6 $px12; border-radius: $px4; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $placeholder; }
QMenu::separator { height: 1px; background: $line; margin: $px4 $px8; }
QSplitter::handle { background: transparent; }
QProgressBar { background: $sunken; border: 0; border-radius: $px4; min-height: $px8; max-height: $px8; }
QProgressBar::chunk { background: $accent; border-radius: $px4; }
"""

_SHEET = Template(_SURFACES + _WORDS + _BUTTONS + _FIELDS + _VIEWS)


class _Values(Mapping[str, str]):
    """Answers $text with a colour and $px34 with a length in the user's text size."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._colors: dict[str, str] = {**asdict(look.colors), "mode": "dark" if look.dark else "light"}

    @override
    def __getitem__(self, name: str) -> str:
        if name.startswith("px"):
            return f"{self._look.px(int(name[2:]))}px"
        if name.startswith("round"):
            # Qt draws square corners when the radius is more than half the height, borders included.
            return f"{(self._look.px(int(name[5:])) + 2) // 2}px"
        return self._colors[name]

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._colors)

    @override
    def __len__(self) -> int:
        return len(self._colors)


def stylesheet(look: Look) -> str:
    """Return the style sheet of a look."""
    return _SHEET.substitute(_Values(look))
