"""Siffror opened and drawn with 40 indicators for four places, 25 years back."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from telling import council, timed

from trygghetsrad.app import open_council

if TYPE_CHECKING:
    from trygghetsrad.app import OpenCouncil

INDICATORS, PLACES, LAST = 40, ("Norrmyra", "Ale", "Malå", "Riket"), 2025
NOW = datetime(2026, 11, 23, 9, 0).astimezone()


def fill(opened: OpenCouncil, years: int) -> None:
    header = "Mått;Kommun;" + ";".join(str(LAST - back) for back in range(years))
    rows = [
        f"Mått {number:02d}, procent;{place};"
        + ";".join(str(40 + (number + back) % 30) for back in range(years))
        for number in range(INDICATORS)
        for place in PLACES
    ]
    statistics = opened.statistics
    statistics.apply(statistics.plan(statistics.read_pasted("\n".join([header, *rows]))), date(2026, 11, 23))
    told = [one for one in statistics.series() if len(one.own) == years and one.others]
    if len(told) < INDICATORS:
        raise SystemExit("Siffrorna kom inte in.")


def show(years: int) -> None:
    from PySide6.QtWidgets import QApplication

    from trygghetsrad.domain.statistics_words import series_facts
    from trygghetsrad.ui.hub import Hub
    from trygghetsrad.ui.thread.figures_view import FiguresView

    app = QApplication([])
    opened = open_council(council())
    fill(opened, years)

    def deed(_number: int) -> None:
        view = FiguresView(opened, Hub(), lambda: NOW)
        view.resize(1200, 640)
        view.show()
        view.arrive()
        for series in view.table.rows():
            series_facts(series)
        view.grab()
        app.processEvents()
        view.close()

    timed(deed, 7)
    opened.close()


if __name__ == "__main__":
    show(25)
