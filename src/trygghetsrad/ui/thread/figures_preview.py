"""What a file of statistics would do, seen before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from trygghetsrad.domain.counting import grouped, listed
from trygghetsrad.domain.statistics_plan import FigureDeed
from trygghetsrad.domain.statistics_words import figure_text
from trygghetsrad.ui.components import pills
from trygghetsrad.ui.components.data_table import DataTable
from trygghetsrad.ui.components.flow import FlowLayout
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.pills import Pill, StatusPill
from trygghetsrad.ui.components.rows import Column
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, Tone, column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trygghetsrad.domain.statistics_plan import PlannedFigure, StatisticsPlan

_NOTICE = Pill(tone=Tone.INFO, icon=Icon.INFO)
_NEW = pills.DONE
_LOOKS = {FigureDeed.ADD: _NEW, FigureDeed.REVISE: pills.CAUTION, FigureDeed.LEAVE: _NOTICE}
_PLACES = {FigureDeed.REVISE: 0, FigureDeed.ADD: 2, FigureDeed.LEAVE: 3}
_SKIPPED = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """One figure, or one row that is not taken."""

    deed: str
    what: str
    period: str = ""
    before: str = ""
    now: str = ""
    look: Pill = pills.CAUTION
    place: tuple[int, int] = (_SKIPPED, 0)


class FiguresPreview(QWidget):
    """Says what file it is, counts what happens, and lists every figure, the revised ones first."""

    def __init__(self) -> None:
        super().__init__()
        self.what = plain_label("", TextRole.STRONG, wrap=True)
        self.notes = plain_label("", TextRole.CAPTION, Ink.SECONDARY, wrap=True)
        self.pills = [StatusPill("") for _ in range(5)]
        self.table: DataTable[PreviewRow] = DataTable(
            [
                Column(
                    self.tr("Vad som händer"),
                    lambda row: row.deed,
                    lambda row: row.place,
                    pill=lambda row: row.look,
                    width=150,
                ),
                Column(self.tr("Siffra"), lambda row: row.what, tooltip=lambda row: row.what, stretch=True),
                Column(self.tr("Period"), lambda row: row.period, width=90, drop_below=420),
                Column(self.tr("Nu"), lambda row: row.before, width=110, right=True, drop_below=520),
                Column(self.tr("I filen"), lambda row: row.now, width=110, right=True),
            ],
            name=self.tr("Siffror i filen"),
        )
        counted = QWidget()
        flow = FlowLayout(counted, gap=8)
        for pill in self.pills:
            flow.addWidget(pill)
        body = column(self, gap=8)
        body.addWidget(self.what)
        body.addWidget(counted)
        body.addWidget(self.notes)
        body.addWidget(self.table, 1)

    def show_plan(self, plan: StatisticsPlan) -> None:
        """Show a weighed file."""
        reading = plan.reading
        title = f"{reading.title}." if reading.title else ""
        layout = f"{reading.layout.value[:1].upper()}{reading.layout.value[1:]}."
        self.what.setText(
            " ".join(
                filter(
                    None, (layout, title, self.tr("Mått: {names}.").format(names=listed(_some_names(plan))))
                )
            )
        )
        self.notes.setText(" ".join(reading.warnings))
        self.notes.setVisible(bool(reading.warnings))
        counts = (
            (plan.count(FigureDeed.ADD), self.tr("nya"), _NEW),
            (plan.count(FigureDeed.REVISE), self.tr("ändras"), pills.CAUTION),
            (plan.count(FigureDeed.LEAVE), self.tr("oförändrade"), _NOTICE),
            (plan.left_out, self.tr("gäller andra platser och tas inte med"), _NOTICE),
            (len(reading.skipped), self.tr("går inte att läsa"), pills.CAUTION),
        )
        for pill, (number, words, look) in zip(self.pills, counts, strict=True):
            pill.set_state(f"{grouped(number)} {words}", look)
            pill.setVisible(number > 0)
        self.table.show_rows(list(self._rows(plan)))

    def _rows(self, plan: StatisticsPlan) -> Iterator[PreviewRow]:
        for at, planned in enumerate(plan.figures):
            yield self._row(planned, at)
        for at, one in enumerate(plan.reading.skipped):
            words = self.tr("tas inte med")
            yield PreviewRow(deed=words, what=f"{one.where}: {one.reason}", place=(_SKIPPED, at))

    def _row(self, planned: PlannedFigure, at: int) -> PreviewRow:
        told = planned.figure.observation
        return PreviewRow(
            deed=planned.deed.value,
            what=f"{told.geography.name}: {planned.figure.indicator.name}",
            period=told.period,
            before=figure_text(planned.before) if planned.before else "",
            now=figure_text(told),
            look=_LOOKS[planned.deed],
            place=(_PLACES[planned.deed], at),
        )


def _some_names(plan: StatisticsPlan, most: int = 3) -> list[str]:
    names = list(plan.new_indicators)
    return names if len(names) <= most else [*names[:most], f"{len(names) - most} till"]
