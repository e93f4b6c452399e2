"""The log of iakttagelser: one line to write, and the lines written, without persons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.dates import iso
from trygghetsrad.domain.day_reading import parse_day
from trygghetsrad.domain.sighting_summary import seems_personal
from trygghetsrad.domain.thread import SightingKind
from trygghetsrad.ui.components.buttons import primary_button
from trygghetsrad.ui.components.choice_field import ChoiceField
from trygghetsrad.ui.components.committing import commit_within
from trygghetsrad.ui.components.data_table import DataTable
from trygghetsrad.ui.components.date_field import DateField
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.rows import Column
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column, row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from trygghetsrad.domain.sighting_guide import SightingGuide
    from trygghetsrad.domain.thread import Sighting


class SightingsDesk(QWidget):
    """Tells what was noticed; Enter in the text adds the line and is ready for the next."""

    added = Signal(object, object)
    """Day, and the details by name."""
    changed = Signal(int, object)
    removed = Signal(object)

    def __init__(self, guide: SightingGuide, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._make_fields(guide)
        self.count = plain_label("", TextRole.CAPTION, Ink.SECONDARY)
        self.table: DataTable[Sighting] = DataTable(
            self._columns(guide), name=self.tr("Iakttagelser"), key=lambda one: one.id
        )
        self.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        whole = column(self, gap=8)
        whole.addWidget(self._entry())
        whole.addWidget(self.count)
        whole.addWidget(self.table, 1)
        self.table.delete_pressed.connect(self.removed)
        self.add.clicked.connect(self._tell)
        self.text.edit.returnPressed.connect(self._tell)
        self.text.edit.textEdited.connect(self._warn)
        self.place.edit.textEdited.connect(self._warn)

    def show_sightings(self, sightings: Sequence[Sighting]) -> None:
        """Show the log; the day of the entry is today until another is written."""
        self.table.show_rows(sightings)
        self.count.setText(
            plural(len(sightings), "iakttagelse", "iakttagelser")
            if sightings
            else self.tr("Inga iakttagelser än. Skriv den första på raden ovanför.")
        )
        if self.day.day() is None:
            self.day.set_day(self._today())

    def clear(self) -> None:
        """Be ready for the next line: day and source stay, they often come several together."""
        self.place.edit.take("")
        self.text.edit.take("")
        self._warn()
        self.text.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_fields(self, guide: SightingGuide) -> None:
        self.day = DateField(self.tr("Dag"), self._read_day, framed=True)
        self.place = InlineField(self.tr("Plats"), framed=True)
        self.kind = ChoiceField(self.tr("Slag"), [(one.kind, one.label) for one in guide.kinds], framed=True)
        self.kind.set_current(SightingKind.OTHER)
        self.text = InlineField(self.tr("Vad hände?"), framed=True)
        self.source = InlineField(self.tr("Källa"), placeholder=self.tr("Polisen, skolan …"), framed=True)
        self.add = primary_button(self.tr("Lägg till"), Icon.ADD)
        self.reminder = plain_label(guide.no_persons, TextRole.CAPTION, Ink.SECONDARY, wrap=True)
        self.warning = plain_label(
            self.tr(
                "Det där ser ut som ett personnummer. Ta gärna bort det: iakttagelser handlar om platser och "
                "händelser, inte om personer."
            ),
            TextRole.BODY,
            Ink.WARNING,
            wrap=True,
        )
        self.warning.hide()

    def _entry(self) -> Card:
        card = Card(gap=6, edge=(16, 10, 16, 10))
        card.setAccessibleName(self.tr("Ny iakttagelse"))
        line = row(gap=8)
        parts = ((self.day, 3), (self.place, 4), (self.kind, 4), (self.text, 8), (self.source, 3))
        for field, stretch in parts:
            line.addWidget(field, stretch, Qt.AlignmentFlag.AlignTop)
        below = row(gap=8)
        below.addWidget(self.reminder, 1)
        below.addWidget(self.add)
        card.add(line)
        card.add(self.warning)
        card.add(below)
        return card

    def _columns(self, guide: SightingGuide) -> list[Column[Sighting]]:
        labels = {one.kind: one.label for one in guide.kinds}
        return [
            Column(self.tr("Dag"), lambda one: iso(one.day), lambda one: (one.day, one.id), width=110),
            Column(self.tr("Plats"), lambda one: one.place, edit=self._editor("place"), width=180),
            Column(
                self.tr("Slag"), lambda one: labels.get(one.kind, one.kind.value), width=170, drop_below=620
            ),
            Column(
                self.tr("Vad hände"),
                lambda one: one.text,
                tooltip=lambda one: one.text,
                edit=self._editor("text"),
                stretch=True,
            ),
            Column(
                self.tr("Källa"),
                lambda one: one.source,
                edit=self._editor("source"),
                width=130,
                drop_below=760,
            ),
        ]

    def _editor(self, name: str) -> Callable[[Sighting, str], None]:
        return lambda one, text: self.changed.emit(one.id, {name: text})

    def _read_day(self, text: str) -> date | None:
        return parse_day(text, self._today())

    def _warn(self) -> None:
        self.warning.setVisible(seems_personal(f"{self.place.text()} {self.text.text()}"))

    def _tell(self) -> None:
        commit_within(self.day)
        details = {
            "kind": SightingKind(str(self.kind.current())),
            "place": self.place.text(),
            "text": self.text.text(),
            "source": self.source.text(),
        }
        self.added.emit(self.day.day() or self._today(), details)
