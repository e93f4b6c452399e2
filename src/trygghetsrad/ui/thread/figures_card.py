"""One indicator whole: its chart, what may be said of it, every value and revision, and typing by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trygghetsrad.domain.charts import MISSING
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.statistics import Polarity
from trygghetsrad.domain.statistics_words import SeriesFacts, TwinRow, figure_text
from trygghetsrad.ui.components.bar_chart import BarChartView
from trygghetsrad.ui.components.buttons import link_button, secondary_button
from trygghetsrad.ui.components.check_row import CheckRow
from trygghetsrad.ui.components.choices import Segmented
from trygghetsrad.ui.components.data_table import DataTable
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.number_field import NumberField
from trygghetsrad.ui.components.rows import Column
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.theme import Ink, TextRole, column, look, row
from trygghetsrad.ui.thread.figures_import import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trygghetsrad.domain.charts import BarChart
    from trygghetsrad.domain.statistics_plan import Series

_TABLE, _MOST_ROWS, _ROW, _HEADER = 460, 12, 36, 40


class FiguresCard(Card):
    """Tells what was chosen or typed; it stores nothing itself."""

    polarity_chosen = Signal(object)
    unit_written = Signal(str)
    description_written = Signal(str)
    value_written = Signal(int, str)
    area_ticked = Signal(int, bool)
    remove_asked = Signal()

    def __init__(self) -> None:
        super().__init__(" ", gap=10)
        self.remove = link_button(self.tr("Ta bort måttet"))
        if self.header:
            self.header.title.setWordWrap(True)
            self.header.add_action(self.remove)
        self.unit = plain_label("", TextRole.CAPTION, Ink.SECONDARY)
        self.chart = BarChartView()
        self.said = plain_label("", wrap=True, selectable=True)
        self.notes = plain_label("", TextRole.CAPTION, Ink.SECONDARY, wrap=True, selectable=True)
        self.table: DataTable[TwinRow] | None = None
        self._places: tuple[str, ...] = ()
        self.areas: dict[int, CheckRow] = {}
        self.revisions = plain_label("", TextRole.CAPTION, Ink.SECONDARY, wrap=True, selectable=True)
        self._make_fields()
        self._lay_out()
        self._connect()

    def show_series(
        self, series: Series, facts: SeriesFacts, areas: Mapping[int, tuple[str, bool]], newest: int
    ) -> None:
        """Show one indicator; areas say for each problem its title and whether the figures stand there."""
        indicator = series.indicator
        if self.header:
            self.header.set_title(indicator.name)
        self.unit.setText(indicator.unit.text)
        self.unit.setVisible(facts.chart is None)
        self.chart.setVisible(facts.chart is not None)
        if facts.chart is not None:
            self.chart.show_chart(facts.chart)
        self.said.setText(" ".join(facts.sentences))
        gaps = self.tr("* = uppgift saknas.") if facts.chart and _has_gap(facts.chart) else ""
        self.notes.setText(" ".join(filter(None, (gaps, *facts.notes, facts.source))))
        self._show_table(facts)
        self._show_revisions(series)
        self.polarity.select(indicator.polarity.name)
        self.unit_field.set_text(indicator.unit.text)
        self.description.set_text(indicator.description)
        self.year.set_value(newest)
        self.value.set_text(next((figure_text(one) for one in series.years if one.year == newest), ""))
        self._show_areas(areas)

    def _show_table(self, facts: SeriesFacts) -> None:
        if self.table is None or facts.places != self._places:
            self._places = facts.places
            if self.table is not None:
                self._tables.removeWidget(self.table)
                self.table.hide()
                self.table.deleteLater()
            self.table = self._new_table(facts.places)
            self._tables.addWidget(self.table)
        self.table.show_rows(facts.rows)
        rows = min(len(facts.rows), _MOST_ROWS)
        self.table.setFixedHeight(look().px(_HEADER + _ROW * max(rows, 1)))

    def _new_table(self, places: tuple[str, ...]) -> DataTable[TwinRow]:
        columns: list[Column[TwinRow]] = [
            Column(self.tr("Period"), lambda row: row.period, _newest_first, width=110)
        ]
        columns += [
            Column(
                place,
                lambda row, at=at: row.values[at],  # type: ignore[misc]
                right=True,
                stretch=True,
                drop_below=0 if at == 0 else _TABLE,
            )
            for at, place in enumerate(places)
        ]
        return DataTable(columns, name=self.tr("Alla värden"), key=lambda row: row.period, flat=True)

    def _show_revisions(self, series: Series) -> None:
        words = self.tr("{place} {period}: var {value} till {day}.")
        told = [
            words.format(
                place=one.geography,
                period=one.period,
                value=figure_text(one.before),
                day=iso(one.replaced_on),
            )
            for one in series.revisions
        ]
        self.revisions.setText(" ".join([self.tr("Ändrat av källan:"), *told]))
        self.revisions.setVisible(bool(told))

    def _show_areas(self, areas: Mapping[int, tuple[str, bool]]) -> None:
        if list(areas) != list(self.areas) or any(
            self.areas[number].box.text() != title for number, (title, _shown) in areas.items()
        ):
            for old in self.areas.values():
                self._area_lines.removeWidget(old)
                old.hide()
                old.deleteLater()
            self.areas = {number: CheckRow(title) for number, (title, _shown) in areas.items()}
            for number, line in self.areas.items():
                line.ticked.connect(lambda shown, number=number: self.area_ticked.emit(number, shown))
                self._area_lines.addWidget(line)
        for number, (_title, shown) in areas.items():
            self.areas[number].set_checked(checked=shown)
        self.shown_in.setVisible(bool(areas))

    # -- making --------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.polarity = Segmented(
            self.tr("Vad som är bättre"),
            [
                (Polarity.LOW_IS_GOOD.name, self.tr("Lågt är bra"), None),
                (Polarity.HIGH_IS_GOOD.name, self.tr("Högt är bra"), None),
                (Polarity.NEUTRAL.name, self.tr("Varken eller"), None),
            ],
        )
        self.unit_field = InlineField(self.tr("Enhet"), framed=True)
        self.description = InlineField(self.tr("Vad som räknas"), framed=True)
        self.year = NumberField(self.tr("År"), minimum=FIRST_YEAR, maximum=LAST_YEAR)
        self.value = InlineField(self.tr("Värde"), placeholder=self.tr("Till exempel 160"), framed=True)
        self.write = secondary_button(self.tr("Skriv in värdet"))
        self.shown_in = plain_label(self.tr("Visas för områdena"), TextRole.STRONG)

    def _lay_out(self) -> None:
        self._tables = column(gap=0)
        self._area_lines = column(gap=2)
        typed = row(gap=8)
        for part in (self.year, self.value, self.write):
            typed.addWidget(part, 0, Qt.AlignmentFlag.AlignBottom)
        typed.addStretch(1)
        for shown in (self.unit, self.chart, self.said, self.notes):
            self.add(shown)
        self.add(plain_label(self.tr("Alla värden"), TextRole.STRONG))
        self.add(self._tables)
        self.add(self.revisions)
        self.add(plain_label(self.tr("Skriv ett värde själv"), TextRole.STRONG))
        self.add(typed)
        self.add(plain_label(self.tr("Om måttet"), TextRole.STRONG))
        self.add(self._left(self.polarity))
        for field in (self.unit_field, self.description):
            self.add(field)
        self.add(self.shown_in)
        self.add(self._area_lines)

    def _left(self, part: QWidget) -> QWidget:
        whole = QWidget()
        line = row(whole, gap=0)
        line.addWidget(part)
        line.addStretch(1)
        return whole

    def _connect(self) -> None:
        self.remove.clicked.connect(self.remove_asked)
        self.polarity.chosen.connect(lambda key: self.polarity_chosen.emit(Polarity[key]))
        self.unit_field.committed.connect(self.unit_written)
        self.description.committed.connect(self.description_written)
        self.write.clicked.connect(self._write)
        self.value.edit.returnPressed.connect(self._write)

    def _write(self) -> None:
        self.value_written.emit(self.year.value(), self.value.text())


def _has_gap(chart: BarChart) -> bool:
    return any(point.note == MISSING for point in chart.points)


def _newest_first(one: TwinRow) -> tuple[int, ...]:
    """Sort 2025 before 2024, and August before July."""
    return tuple(
        -int(part) for part in one.period.replace("–", " ").replace("-", " ").split() if part.isdigit()
    )
