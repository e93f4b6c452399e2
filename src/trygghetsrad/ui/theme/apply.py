"""Dress the whole program: Fusion, palette, fonts and one style sheet."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, Qt
from PySide6.QtGui import QFontDatabase, QFontInfo, QPalette

from trygghetsrad.paths import resources
from trygghetsrad.ui.theme.layouts import rescale_layouts
from trygghetsrad.ui.theme.look import Look, TextRole, current
from trygghetsrad.ui.theme.palette import colors_of, palette_of
from trygghetsrad.ui.theme.qss import stylesheet
from trygghetsrad.ui.theme.tokens import DARK_COLORS, LIGHT_COLORS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


class Theme(StrEnum):
    """The user's choice in the settings."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


_SCHEMES = {
    Theme.LIGHT: Qt.ColorScheme.Light,
    Theme.DARK: Qt.ColorScheme.Dark,
    Theme.SYSTEM: Qt.ColorScheme.Unknown,
}


class _Dresser(QObject):
    """Remembers the user's choice and dresses again when the system turns light or dark."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._theme = Theme.SYSTEM
        self._text_size = 100
        # Both are kept: Qt deletes what a dropped variable held.
        self._hints = app.styleHints()
        self._access = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._turned)
        self._access.contrastPreferenceChanged.connect(self._dress)

    def choose(self, theme: Theme, text_size: int) -> None:
        self._theme, self._text_size = theme, text_size
        # Also turns the title bar, which the style sheet cannot reach.
        self._hints.blockSignals(True)
        self._hints.setColorScheme(_SCHEMES[theme])
        self._hints.blockSignals(False)
        self._dress()

    def _dress(self) -> None:
        self._turned(self._hints.colorScheme())

    def _turned(self, scheme: Qt.ColorScheme) -> None:
        contrast = self._access.contrastPreference() == Qt.ContrastPreference.HighContrast
        system = system_palette(self._app) if contrast else None
        apply_look(self._app, choose_look(self._theme, scheme, self._text_size, contrast=system))


def system_palette(app: QApplication) -> QPalette:
    """Return the colours the system would give every program."""
    app.setPalette(QPalette())
    return app.palette()


def choose_look(
    theme: Theme, scheme: Qt.ColorScheme, text_size: int, *, contrast: QPalette | None = None
) -> Look:
    """Return the look for the user's choice and what the system says.

    text_size is in percent, 90-150; contrast is the system's palette when the user wants high contrast.
    """
    dark = theme is Theme.DARK or (theme is Theme.SYSTEM and scheme == Qt.ColorScheme.Dark)
    return Look(
        colors=colors_of(contrast) if contrast else DARK_COLORS if dark else LIGHT_COLORS,
        family=_family(),
        text_size=min(max(text_size, 90), 150),
        dark=dark,
        high_contrast=contrast is not None,
    )


def apply_theme(app: QApplication, theme: Theme = Theme.SYSTEM, text_size: int = 100) -> None:
    """Dress the program as the user chose; SYSTEM follows Windows between light and dark."""
    dresser = app.findChild(_Dresser) or _Dresser(app)
    dresser.choose(theme, text_size)


def apply_look(app: QApplication, new: Look) -> None:
    """Dress the program in exactly this look."""
    QDir.setSearchPaths("controls", [str(resources() / "icons" / "controls")])
    if not app.styleSheet():
        app.setStyle("Fusion")
    app.setPalette(QPalette() if new.high_contrast else palette_of(new.colors))
    app.setFont(new.font(TextRole.BODY))
    app.setStyleSheet("" if new.high_contrast else stylesheet(new))
    current.set(new)
    rescale_layouts()


def _family() -> str:
    if sys.platform == "win32":
        return "Segoe UI"
    if QFontDatabase.hasFamily("Open Sans"):
        return "Open Sans"
    return QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).family()
