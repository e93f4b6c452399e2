"""A window dressed as on the pictures: Open Sans when the machine has it, light, 100 %."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtGui import QFontDatabase

from trygghetsrad.ui.theme import Theme, apply_theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

OPEN_SANS = Path("/usr/share/fonts/truetype/open-sans")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the screenless platform say what it cannot do; every other Qt warning still fails."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise|grabbing)"))


@pytest.fixture(scope="session")
def dressed_app(qapp: QApplication) -> QApplication:
    """The application with its font loaded and Swedish as language."""
    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    for cut in ("Regular", "Semibold"):
        file = OPEN_SANS / f"OpenSans-{cut}.ttf"
        if file.exists():
            QFontDatabase.addApplicationFont(str(file))
    apply_theme(qapp, Theme.LIGHT)
    return qapp


@pytest.fixture(autouse=True)
def light(dressed_app: QApplication) -> Iterator[None]:
    """Every test starts light at 100 %, whatever an earlier one left."""
    from trygghetsrad.ui.theme import look

    if look().dark or look().text_size != 100 or look().high_contrast:
        apply_theme(dressed_app, Theme.LIGHT)
    yield
    # Without an event loop Qt keeps what was deleted later, and every new look would dress it too.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
