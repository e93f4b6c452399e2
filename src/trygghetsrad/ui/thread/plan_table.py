"""The plan problem by problem: cause, action, goal, when, who and how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trygghetsrad.ui.components import pills
from trygghetsrad.ui.components.data_table import DataTable
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.rows import Column
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.theme import Ink, TextRole, column, follow_look, look
from trygghetsrad.ui.thread.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.domain.plan_rows import PlanArea, PlanRow

ADDED = "Tillkommit efter beslutet"


class PlanTable(QWidget):
    """One card for each problem; Enter or a double click opens the action."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[DataTable[PlanRow]] = []
        self._cards: list[Card] = []
        self._sheet = Sheet(self.tr("Planens åtgärder"))
        self.nothing = plain_label(
            self.tr("Inga områden än. Lägg till dem under Områden, så kommer de in i planen."),
            ink=Ink.SECONDARY,
            wrap=True,
        )
        self._sheet.add(self.nothing)
        column(self, gap=0).addWidget(self._sheet)
        follow_look(self._restyle)

    def show_areas(self, areas: Sequence[PlanArea]) -> None:
        """Show the problems with their actions."""
        for old in self._cards:
            self._sheet.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._cards, self.tables = [], []
        self.nothing.setVisible(not areas)
        for area in areas:
            card = self._card(area)
            self._cards.append(card)
            self._sheet.add(card)
        self._restyle()

    def _card(self, area: PlanArea) -> Card:
        card = Card(area.problem.title, gap=6, edge=(16, 12, 16, 12))
        for heading, rows in (
            (self.tr("Kommunens åtgärder"), area.own),
            (self.tr("Andra aktörers åtaganden"), area.others),
        ):
            if rows:
                card.add(plain_label(heading, TextRole.CAPTION_STRONG, Ink.SECONDARY))
                card.add(self._table(f"{area.problem.title}: {heading}", rows))
        if not (area.own or area.others):
            card.add(plain_label(self.tr("Inga åtgärder är knutna till området."), ink=Ink.SECONDARY))
        return card

    def _table(self, name: str, rows: Sequence[PlanRow]) -> DataTable[PlanRow]:
        table: DataTable[PlanRow] = DataTable(
            self._columns(with_added=any(one.is_added for one in rows)),
            name=name,
            key=lambda one: one.action.id,
            sort_by=3,
            flat=True,
        )
        table.show_rows(rows)
        table.opened.connect(self._tell)
        self.tables.append(table)
        return table

    def _columns(self, *, with_added: bool) -> list[Column[PlanRow]]:
        added: list[Column[PlanRow]] = [
            Column(
                self.tr("I planen"),
                lambda one: ADDED if one.is_added else self.tr("Beslutad"),
                pill=lambda one: pills.CAUTION if one.is_added else pills.DONE,
                width=200,
            )
        ]
        return [
            Column(
                self.tr("Orsak"),
                lambda one: one.cause,
                tooltip=lambda one: one.cause,
                width=170,
                drop_below=840,
            ),
            Column(
                self.tr("Åtgärd"),
                lambda one: one.action.what,
                tooltip=lambda one: one.action.what,
                stretch=True,
                strong=True,
            ),
            Column(
                self.tr("Operativa mål"),
                lambda one: one.goal,
                tooltip=lambda one: one.goal,
                width=170,
                drop_below=760,
            ),
            Column(
                self.tr("När"),
                lambda one: one.when,
                lambda one: one.action.due,
                width=110,
            ),
            Column(self.tr("Vem"), lambda one: one.who, tooltip=lambda one: one.who, width=140),
            Column(self.tr("Uppföljning"), lambda one: one.result, width=130, drop_below=600),
            *(added if with_added else []),
        ]

    def _restyle(self) -> None:
        for table in self.tables:
            table.setFixedHeight(look().px(30 + 36 * len(table.rows()) + 4))

    def _tell(self, row: PlanRow) -> None:
        self.opened.emit(row.action.id)
