"""Kartläggning of one area: its figures as a chart with sentence and table, and what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from trygghetsrad.domain.statistics_words import series_facts
from trygghetsrad.ui.components.bar_chart import BarChartView
from trygghetsrad.ui.components.buttons import link_button, secondary_button
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.domain.statistics import Indicator, Population
    from trygghetsrad.domain.statistics_plan import Series


class ChartCard(Card):
    """One chart below the other, each with what it says in words."""

    shown = Signal(int)
    hidden_away = Signal(int)
    figures_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Kartläggning"), gap=10)
        self.update_figures = link_button(self.tr("Uppdatera siffror"))
        self.choose = secondary_button(self.tr("Välj statistik"), Icon.DATA_TRENDING)
        self.menu = QMenu(self.choose)
        self.choose.setMenu(self.menu)
        if self.header:
            self.header.add_action(self.update_figures)
            self.header.add_action(self.choose)
        self.nothing = plain_label(
            self.tr(
                "Ingen statistik visas för området än. "
                "Läs in en fil från Brå eller Kolada, eller skriv själv."
            ),
            ink=Ink.SECONDARY,
            wrap=True,
        )
        self.add(self.nothing)
        self._body = column(gap=14)
        self.add(self._body)
        self.charts: list[BarChartView] = []
        self._told: object = None
        self._parts: list[QWidget] = []
        self.update_figures.clicked.connect(self.figures_asked)

    def show_series(
        self, series: Sequence[Series], populations: Sequence[Population], known: Sequence[Indicator]
    ) -> None:
        """Show the figures of the area, and offer the others."""
        self._offer({one.indicator.id for one in series}, known)
        told = (tuple(series), tuple(populations))
        if told == self._told:
            return
        self._told = told
        for part in self._parts:
            self._body.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        self.charts = []
        for one in series:
            self._add(one, populations)
        self.nothing.setVisible(not self.charts)

    def _add(self, series: Series, populations: Sequence[Population]) -> None:
        facts = series_facts(series, populations)
        if facts.chart is None:
            return
        view = BarChartView()
        view.show_chart(facts.chart)
        self.charts.append(view)
        parts = [
            plain_label(f"{facts.title}, {facts.unit}", TextRole.STRONG, wrap=True),
            view,
            plain_label(" ".join(facts.sentences), wrap=True, selectable=True),
            plain_label(" ".join((facts.source, *facts.notes)), TextRole.CAPTION, Ink.SECONDARY, wrap=True),
        ]
        self._parts += parts
        for part in parts:
            self._body.addWidget(part)

    def _offer(self, shown: set[int], known: Sequence[Indicator]) -> None:
        self.menu.clear()
        for one in known:
            entry = self.menu.addAction(one.name)
            entry.setCheckable(True)
            entry.setChecked(one.id in shown)
            signal = self.hidden_away if one.id in shown else self.shown
            entry.triggered.connect(lambda _checked=False, number=one.id, signal=signal: signal.emit(number))
        self.choose.setVisible(bool(known))
