"""Siffror: what is measured, one indicator at a time, how many live here, and the way in for new figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.counting import grouped, plural
from trygghetsrad.domain.statistics_words import figure_text, series_facts
from trygghetsrad.ui.components.buttons import primary_button, secondary_button
from trygghetsrad.ui.components.committing import commit_within
from trygghetsrad.ui.components.data_table import DataTable
from trygghetsrad.ui.components.empty_state import EmptyState
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.number_field import NumberField
from trygghetsrad.ui.components.rows import Column
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.page import Page
from trygghetsrad.ui.theme import Ink, column, follow_look, look, row
from trygghetsrad.ui.thread.figures_card import FiguresCard
from trygghetsrad.ui.thread.figures_import import FIRST_YEAR, LAST_YEAR, FiguresImport
from trygghetsrad.ui.thread.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from trygghetsrad.app import OpenCouncil
    from trygghetsrad.domain.statistics import Polarity, Population
    from trygghetsrad.domain.statistics_plan import Series
    from trygghetsrad.services.statistics import IndicatorChanges
    from trygghetsrad.ui.hub import Hub

_LIST = 380
_MOST_PEOPLE = 9_999_999
_OWN_UNIT = "antal"
"""What she counts herself are things; only so do the rules for small counts hold from the start."""


class FiguresView(Page):
    """Indicators at the left, the chosen one at the right."""

    SHOWS = Changed.STATISTICS | Changed.THREAD | Changed.TODAY

    def __init__(self, council: OpenCouncil, hub: Hub, now: Callable[[], datetime]) -> None:
        super().__init__(council, hub, now)
        self._shown: Series | None = None
        self._import: FiguresImport | None = None
        self.update_figures = primary_button(self.tr("Uppdatera siffror"), Icon.DATA_TRENDING)
        self.new_name = InlineField(
            self.tr("Nytt mått"), placeholder=self.tr("Till exempel: Orosanmälningar, antal"), framed=True
        )
        self.add_own = secondary_button(self.tr("Lägg till mått"), Icon.ADD)
        self.table: DataTable[Series] = DataTable(
            [
                Column(self.tr("Mått"), lambda one: one.indicator.name, _order, stretch=True),
                Column(self.tr("Senast"), _latest, width=130, right=True, drop_below=300),
            ],
            name=self.tr("Mått"),
            key=lambda one: one.indicator.id,
            flat=True,
        )
        self.card = FiguresCard()
        self.empty = EmptyState(
            Icon.DATA_TRENDING,
            self.tr("Inga siffror än"),
            self.tr(
                "Läs in en fil från Brå eller Kolada, klistra in en tabell, "
                "eller lägg till ett eget mått och skriv värdena själv."
            ),
            primary=self.tr("Uppdatera siffror"),
            primary_icon=Icon.DATA_TRENDING,
        )
        self._make_population()
        self._lay_out()
        self._connect()

    @override
    def refresh(self) -> None:
        series = self.council.statistics.series()
        populations = self.council.statistics.populations()
        self.empty.setVisible(not series)
        self._desk.setVisible(bool(series))
        self.table.show_rows(series)
        kept = self._shown.indicator.id if self._shown else None
        chosen = next((one for one in series if one.indicator.id == kept), series[0] if series else None)
        if chosen is not None and self.table.selected_row() is None:
            self.table.select_key(chosen.indicator.id)
        self._show_population(populations)
        self._show(chosen, populations)

    @override
    def commit_pending(self) -> None:
        commit_within(self)

    @override
    def take_focus(self) -> None:
        (self.table if self._shown else self.update_figures).setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def open_item(self, item_id: int) -> None:
        """Show one indicator."""
        self.table.select_key(item_id)

    def open_import(self) -> FiguresImport:
        """Lay the way in for statistics over the window."""
        if self._import is None:
            self._import = FiguresImport(self.window(), self.council.statistics, self._today)
            self._import.taken_in.connect(self._tell_taken)
        self._import.open()
        return self._import

    # -- showing -------------------------------------------------------------------------------

    def _show(self, series: Series | None, populations: tuple[Population, ...]) -> None:
        self._shown = series
        if series is None:
            return
        number = series.indicator.id
        areas = {one.id: (one.title, number in one.indicator_ids) for one in self.council.thread.every()}
        newest = max((one.year for one in series.years), default=self._today().year - 1)
        self.card.show_series(series, series_facts(series, populations), areas, newest)

    def _show_population(self, populations: tuple[Population, ...]) -> None:
        told = [
            f"{one.year}: {self.tr('ungefär') + ' ' if one.about else ''}{grouped(one.count)}"
            for one in reversed(populations[-5:])
        ]
        nothing = self.tr("Antalet invånare är inte ifyllt. Det behövs för att räkna om till antal.")
        self.lived.setText(", ".join(told) if told else nothing)
        known = {one.year: one.count for one in populations}
        self.people.set_value(known.get(self.people_year.value(), 0))

    # -- doing ---------------------------------------------------------------------------------

    def _choose(self, series: Series | None) -> None:
        if series is not None and (self._shown is None or series.indicator.id != self._shown.indicator.id):
            commit_within(self.card)
            self._show(series, self.council.statistics.populations())

    def _tell_taken(self, count: int) -> None:
        words = self.tr("{figures} är inlästa") if count != 1 else self.tr("{figures} är inläst")
        self.toast_requested.emit(words.format(figures=plural(count, "värde", "värden")), True)

    def _add_own(self) -> None:
        name = self.new_name.text()
        made: list[int] = []
        if self.do(lambda: made.append(self.council.statistics.add_indicator(name, unit=_OWN_UNIT))):
            self.new_name.set_text("")
            self.table.select_key(made[0])

    def _change(self, **changes: object) -> None:
        if self._shown is not None:
            number = self._shown.indicator.id
            told: IndicatorChanges = changes  # type: ignore[assignment]
            self.do(lambda: self.council.statistics.change_indicator(number, **told))

    def _choose_polarity(self, polarity: Polarity) -> None:
        self._change(polarity=polarity)

    def _write_value(self, year: int, text: str) -> None:
        if self._shown is not None:
            number = self._shown.indicator.id
            self.do(lambda: self.council.statistics.set_value(number, year, text, self._today()))

    def _tick_area(self, problem_id: int, shown: bool) -> None:
        if self._shown is not None:
            number, thread = self._shown.indicator.id, self.council.thread
            deed = thread.show_indicator if shown else thread.hide_indicator
            self.do(lambda: deed(problem_id, number))

    def _remove(self) -> None:
        if self._shown is not None:
            number = self._shown.indicator.id
            self.do(
                lambda: self.council.statistics.remove_indicator(number), toast=self.tr("Måttet är borttaget")
            )

    def _write_population(self) -> None:
        year, count = self.people_year.value(), self.people.value()
        self.do(lambda: self.council.statistics.set_population(year, count or None))

    def _today(self) -> date:
        return self.now().date()

    # -- making --------------------------------------------------------------------------------

    def _make_population(self) -> None:
        self.lived = plain_label("", ink=Ink.SECONDARY, wrap=True)
        self.people_year = NumberField(
            self.tr("År"), self._today().year - 1, minimum=FIRST_YEAR, maximum=LAST_YEAR
        )
        self.people = NumberField(self.tr("Invånare"), maximum=_MOST_PEOPLE)
        self.write_people = secondary_button(self.tr("Skriv in antalet"))
        self.population = Card(self.tr("Invånare"), gap=8)
        self.population.add(self.lived)
        line = row(gap=8)
        for part in (self.people_year, self.people, self.write_people):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        self.population.add(line)

    def _lay_out(self) -> None:
        deeds = row(gap=8)
        deeds.addWidget(self.update_figures, 0, Qt.AlignmentFlag.AlignBottom)
        deeds.addStretch(1)
        deeds.addWidget(self.new_name, 0, Qt.AlignmentFlag.AlignBottom)
        deeds.addWidget(self.add_own, 0, Qt.AlignmentFlag.AlignBottom)
        self._sheet = Sheet(self.tr("Valt mått"))
        self._sheet.add(self.card)
        self._sheet.add(self.population)
        self._desk = QWidget()
        line = row(self._desk, gap=12)
        line.addWidget(self.table, 2)
        line.addWidget(self._sheet, 3)
        whole = column(self, gap=12)
        whole.addLayout(deeds)
        whole.addWidget(self.empty, 1)
        whole.addWidget(self._desk, 1)

    def _connect(self) -> None:
        self.update_figures.clicked.connect(self.open_import)
        if self.empty.primary:
            self.empty.primary.clicked.connect(self.open_import)
        self.add_own.clicked.connect(self._add_own)
        self.new_name.edit.returnPressed.connect(self._add_own)
        self.table.chosen.connect(self._choose)
        self.card.polarity_chosen.connect(self._choose_polarity)
        self.card.unit_written.connect(lambda text: self._change(unit=text))
        self.card.description_written.connect(lambda text: self._change(description=text))
        self.card.value_written.connect(self._write_value)
        self.card.area_ticked.connect(self._tick_area)
        self.card.remove_asked.connect(self._remove)
        self.write_people.clicked.connect(self._write_population)
        follow_look(self._restyle)

    def _restyle(self) -> None:
        self.table.setMinimumWidth(look().px(240))
        self.table.setMaximumWidth(look().px(_LIST))
        self.new_name.setMinimumWidth(look().px(240))


def _order(one: Series) -> tuple[int, int]:
    return one.indicator.place, one.indicator.id


def _latest(one: Series) -> str:
    last = one.own[-1] if one.own else None
    return f"{last.period}: {figure_text(last)}" if last else ""
