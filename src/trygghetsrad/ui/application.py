"""Starts the window: something to look at first, the council file after."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from trygghetsrad.paths import data_folder
from trygghetsrad.ui.icons import Icon, icon
from trygghetsrad.ui.main_window import MainWindow
from trygghetsrad.ui.preferences import Preferences
from trygghetsrad.ui.quick_start import collect_again, collect_later
from trygghetsrad.ui.starting import SETTLED_AFTER_MS, StartMarker
from trygghetsrad.ui.theme import apply_theme
from trygghetsrad.ui.theme.tokens import LIGHT_COLORS
from trygghetsrad.ui.undo_keys import UndoKeys
from trygghetsrad.ui.unexpected import Unexpected, stack_after_crash, start_log

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from trygghetsrad.ui.councils import Councils

COLLECT_AFTER_MS = 1500


def run(load_councils: Callable[[], Councils], path: Path | None, *, example: bool) -> int:
    """Open the window and stay until it is closed; return the exit code.

    What reads council files is loaded after the first paint, so that the window is there at once.
    """
    collect_later()
    app = QApplication(sys.argv[:1])
    speak_swedish(app)
    preferences = Preferences()
    marker = StartMarker(data_folder(), preferences)
    is_careful = marker.lay()
    apply_theme(app, preferences.theme, preferences.text_size)
    app.setWindowIcon(icon(Icon.SHIELD_CHECKMARK, LIGHT_COLORS.accent, size=64, filled=True))
    start_log()
    unexpected = Unexpected(app)
    unexpected.listen()
    UndoKeys(app)
    window = MainWindow(app, load_councils, preferences, now, is_careful=is_careful)
    app.commitDataRequest.connect(window.keep_drafts, Qt.ConnectionType.DirectConnection)
    unexpected.happened.connect(window.tell_unexpected)
    unexpected.refused.connect(window.tell)
    window.gave_way.connect(app.quit)
    window.appear(path, example=example)
    app.processEvents()  # on Windows a timer of zero runs before the first paint
    QTimer.singleShot(0, lambda: window.start(path, example=example))
    QTimer.singleShot(COLLECT_AFTER_MS, collect_again)
    QTimer.singleShot(SETTLED_AFTER_MS, marker.take_up)
    with stack_after_crash():
        code = app.exec()
    marker.take_up()
    return code


def now() -> datetime:
    return datetime.now().astimezone()


def speak_swedish(app: QApplication) -> None:
    """Let Qt's own buttons, dates and numbers be Swedish."""
    app.setApplicationName("Trygghetsrad")
    app.setApplicationDisplayName("Trygghetsråd")
    app.setDesktopFileName("trygghetsrad")
    QLocale.setDefault(QLocale("sv_SE"))
    translator = QTranslator(app)
    if translator.load("qtbase_sv", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
