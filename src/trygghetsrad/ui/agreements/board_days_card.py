"""The days of the boards: pasted once a year, and listed with the day papers must be in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from trygghetsrad.domain.board_matters import BoardDay, short_body
from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.dates import iso, weekday
from trygghetsrad.ui.components.buttons import primary_button
from trygghetsrad.ui.components.data_table import DataTable
from trygghetsrad.ui.components.inline_text import InlineText
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.rows import Column
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from trygghetsrad.domain.board_days import PastedDays


class BoardDaysCard(Card):
    """Says what it reads as it is pasted; read answers with what a text holds."""

    pasted = Signal(str)
    removed = Signal(object)
    stop_edited = Signal(object, str)

    def __init__(self, read: Callable[[str], PastedDays]) -> None:
        super().__init__("Nämndernas dagar", gap=8)
        self._read = read
        self.text = InlineText(
            self.tr("Klistra in sammanträdesdagarna"),
            placeholder=self.tr("KSau 2027-02-02, KS 2027-02-16 stopp 1 feb, KF 2027-03-08"),
            framed=True,
            lines=2,
        )
        self.told = plain_label("", ink=Ink.SECONDARY, wrap=True)
        self.take = primary_button(self.tr("Lägg in dagarna"), Icon.CLIPBOARD_PASTE)
        self.table: DataTable[BoardDay] = DataTable(
            self._columns(), name=self.tr("Nämndernas dagar"), key=lambda one: one.id, flat=True
        )
        foot = row(gap=12)
        foot.addWidget(self.take)
        foot.addWidget(self.told, 1)
        self.add(self.text)
        self.add(foot)
        self.add(self.table, 1)
        self.take.setEnabled(False)
        self.told.setMinimumHeight(self.told.sizeHint().height())
        self.text.typed.connect(self._look)
        self.take.clicked.connect(self._tell)
        self.table.delete_pressed.connect(self.removed)
        self.body.setAlignment(self.text, Qt.AlignmentFlag(0))

    def show_days(self, days: Sequence[BoardDay]) -> None:
        self.table.show_rows(days)

    def say(self, words: str) -> None:
        """Say what came of the pasted text."""
        self.told.setText(words)

    def clear(self) -> None:
        """Empty the field for the next list."""
        self.text.edit.setPlainText("")

    def _look(self, text: str) -> None:
        read = self._read(text)
        words = [plural(len(read.days), self.tr("dag"), self.tr("dagar"))] if text.strip() else []
        if read.unknown:
            words.append(self.tr("förstår inte: {pieces}").format(pieces=" · ".join(read.unknown)))
        self.told.setText(", ".join(words))
        self.take.setEnabled(bool(read.days))

    def _tell(self) -> None:
        self.pasted.emit(self.text.text())

    def _columns(self) -> list[Column[BoardDay]]:
        return [
            Column(
                self.tr("Dag"),
                lambda one: f"{iso(one.day)} {weekday(one.day)}",
                lambda one: (one.day, one.id),
                stretch=True,
            ),
            Column(
                self.tr("Nämnd"),
                lambda one: short_body(one.body),
                tooltip=lambda one: one.body.capitalize(),
                width=120,
                strong=True,
            ),
            Column(
                self.tr("Stoppdag"),
                lambda one: iso(one.stop_day) if one.stop_day else "",
                lambda one: one.stop_day or one.day,
                edit=self.stop_edited.emit,
                width=120,
            ),
        ]
