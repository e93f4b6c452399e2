"""What is told of one thing the council has already: days, who decided, numbers and the file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from trygghetsrad.domain.dates import parse_day
from trygghetsrad.domain.where_now import Thing
from trygghetsrad.ui.components.buttons import link_button, primary_button, secondary_button
from trygghetsrad.ui.components.committing import commit_within
from trygghetsrad.ui.components.date_field import DateField
from trygghetsrad.ui.components.flow import FlowLayout
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column, row

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

FILE = "file"


class _Asked(NamedTuple):
    """One field: its key, what it is called, and whether it is a day."""

    key: str
    label: str
    is_day: bool = False


_DECIDED = (
    (
        _Asked("body", "Vem beslutade"),
        _Asked("day", "Beslutad", is_day=True),
        _Asked("section", "Paragraf"),
        _Asked("dnr", "Diarienummer"),
    ),
    (_Asked("starts", "Perioden börjar", is_day=True), _Asked("ends", "Perioden slutar", is_day=True)),
)
_LINES: dict[Thing, tuple[tuple[_Asked, ...], ...]] = {
    Thing.PICTURE: _DECIDED,
    Thing.PLAN: _DECIDED,
    Thing.AGREEMENT: (
        (
            _Asked("body", "Parter, med komma mellan"),
            _Asked("day", "Undertecknad", is_day=True),
            _Asked("dnr", "Diarienummer"),
        ),
        (_Asked("starts", "Gäller från", is_day=True), _Asked("ends", "Gäller till och med", is_day=True)),
        (_Asked("purposes", "Syfte (9 §)"), _Asked("areas", "Områden (9 §)")),
    ),
    Thing.REPORT: (
        (
            _Asked("day", "Behandlad i kommunfullmäktige", is_day=True),
            _Asked("section", "Paragraf"),
            _Asked("dnr", "Diarienummer"),
            _Asked("year", "Avser år"),
        ),
    ),
}


class WhereForm(QWidget):
    """Asks, and keeps what is typed until it is taken in; choose_file answers for the computer."""

    asked = Signal()
    closed = Signal()
    typed = Signal()

    def __init__(self, thing: Thing, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.choose_file: Callable[[], Path | None] = self._ask_for_file
        self.file: Path | None = None
        self.fields: dict[str, InlineField | DateField] = {}
        self.choose = secondary_button(self.tr("Välj fil"), Icon.ATTACH)
        self.file_name = plain_label("", TextRole.CAPTION, Ink.SECONDARY, wrap=True)
        self.let_go = link_button(self.tr("Ta bort filen"))
        self.take = primary_button(self.tr("Lägg in"), Icon.CHECKMARK)
        self.close_form = link_button(self.tr("Stäng"))
        self._lay_out(thing)
        self.choose.clicked.connect(self._choose)
        self.let_go.clicked.connect(lambda: self.set_file(None))
        self.take.clicked.connect(self._tell)
        self.close_form.clicked.connect(self.closed)
        self.set_file(None, told=False)

    # -- what stands in it ---------------------------------------------------------------------

    def text(self, key: str) -> str:
        field = self.fields.get(key)
        return field.edit.text().strip() if field else ""

    def day(self, key: str) -> date | None:
        field = self.fields[key]
        return field.day() if isinstance(field, DateField) else None

    def draft(self) -> str:
        """Return what is typed, to be kept and put back by `restore`."""
        told = {key: field.edit.text() for key, field in self.fields.items() if field.edit.text()}
        if self.file:
            told[FILE] = str(self.file)
        return json.dumps(told, ensure_ascii=False, sort_keys=True) if told else ""

    def restore(self, draft: str) -> None:
        """Put back what was typed; what is no draft is passed over."""
        try:
            told = json.loads(draft)
        except ValueError:
            return
        if isinstance(told, dict):
            self.fill({key: str(value) for key, value in told.items()})

    def fill(self, told: Mapping[str, str]) -> None:
        """Show these texts in the fields, and nothing in the others."""
        for key, field in self.fields.items():
            text = told.get(key, "")
            if isinstance(field, DateField):
                day = self._read_day(text)
                field.set_day(day)
                if text and day is None:
                    field.edit.setText(text)
            else:
                field.edit.take(text)
        self.set_file(Path(told[FILE]) if told.get(FILE) else None, told=False)

    def set_file(self, file: Path | None, *, told: bool = True) -> None:
        """Choose the file, or none."""
        self.file = file
        self.file_name.setText(file.name if file else self.tr("Ingen fil vald. Du kan också dra hit den."))
        self.let_go.setVisible(file is not None)
        if told:
            self.typed.emit()

    # -- doing ---------------------------------------------------------------------------------

    def _tell(self) -> None:
        commit_within(self)
        unread = [
            field
            for field in self.fields.values()
            if isinstance(field, DateField) and field.edit.text().strip() and field.day() is None
        ]
        day = self.fields["day"]
        if not unread and self.day("day") is None:
            day.set_error(self.tr("Skriv vilken dag det var."))
            unread = [day] if isinstance(day, DateField) else []
        if unread:
            unread[0].edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.asked.emit()

    def _choose(self) -> None:
        file = self.choose_file()
        if file:
            self.set_file(file)

    def _ask_for_file(self) -> Path | None:
        chosen, _kind = QFileDialog.getOpenFileName(self, self.tr("Välj fil"), str(Path.home()))
        return Path(chosen) if chosen else None

    def _read_day(self, text: str) -> date | None:
        return parse_day(text, self._today(), prefer_past=True) if text.strip() else None

    # -- laying out ----------------------------------------------------------------------------

    def _lay_out(self, thing: Thing) -> None:
        whole = column(self, gap=10)
        for asked in _LINES[thing]:
            line = row(gap=12)
            for one in asked:
                line.addWidget(self._field(one), 2 if one.key == "body" else 1, Qt.AlignmentFlag.AlignTop)
            whole.addLayout(line)
        foot = QWidget()
        flow = FlowLayout(foot, gap=8)
        for part in (self.choose, self.let_go, self.take, self.close_form):
            flow.addWidget(part)
        whole.addWidget(self.file_name)
        whole.addWidget(foot)

    def _field(self, one: _Asked) -> InlineField | DateField:
        field: InlineField | DateField
        if one.is_day:
            field = DateField(one.label, self._read_day, framed=True)
        else:
            field = InlineField(one.label, framed=True)
        self.fields[one.key] = field
        field.edit.textEdited.connect(self.typed)
        return field
