"""The program's own start on the example council, stopped when Översikt is painted with all it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telling import council, painted

from trygghetsrad import cli

if TYPE_CHECKING:
    from trygghetsrad.ui.councils import Councils

load_councils = cli._councils


def load_and_watch() -> Councils:
    from PySide6.QtCore import QTimer

    from trygghetsrad.ui.overview.page import OverviewPage

    # The cards lie upon the page and are painted in the same round, before any timer.
    OverviewPage.paintEvent = lambda _page, _event: QTimer.singleShot(0, painted)
    return load_councils()


def show() -> None:
    cli._councils = load_and_watch
    cli.open_window(cli.understand([str(council())]))


if __name__ == "__main__":
    show()
