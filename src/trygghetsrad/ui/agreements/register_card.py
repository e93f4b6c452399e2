"""Takes in an agreement that was made before the program came: dates and file, and it counts at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from trygghetsrad.domain.dates import parse_day
from trygghetsrad.ui.components.buttons import link_button, primary_button, secondary_button
from trygghetsrad.ui.components.date_field import DateField
from trygghetsrad.ui.components.file_drops import FileDrops
from trygghetsrad.ui.components.inline_field import InlineField
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """What she told of the agreement."""

    title: str
    parties: tuple[str, ...]
    signed_on: date | None
    starts: date | None
    ends: date | None
    purposes: str
    areas: str
    file: Path | None


class RegisterCard(Card):
    """Tells what was filled in; choose_file answers for the computer."""

    asked = Signal(object)
    closed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("Lägg in en överenskommelse som redan finns", gap=10)
        self._today = today
        self._file: Path | None = None
        self.choose_file: Callable[[], Path | None] = self._ask_for_file
        self.name = InlineField(self.tr("Namn"), framed=True)
        self.parties = InlineField(
            self.tr("Parter, med komma mellan"), placeholder=self.tr("Kommunen, Polisen"), framed=True
        )
        self.signed = DateField(self.tr("Undertecknad"), self._past, framed=True)
        self.starts = DateField(self.tr("Gäller från"), self._past, framed=True)
        self.ends = DateField(self.tr("Gäller till och med"), self._coming, framed=True)
        self.purposes = InlineField(self.tr("Syfte (9 §)"), framed=True)
        self.areas = InlineField(self.tr("Områden (9 §)"), framed=True)
        self.file = secondary_button(self.tr("Välj undertecknad fil"), Icon.ATTACH)
        self.file_name = plain_label("", TextRole.CAPTION, Ink.SECONDARY)
        self.take = primary_button(self.tr("Lägg in överenskommelsen"), Icon.CHECKMARK)
        self.cancel = link_button(self.tr("Avbryt"))
        self._lay_out()
        self.file.clicked.connect(self._choose)
        self.take.clicked.connect(self._tell)
        self.cancel.clicked.connect(self.closed)
        FileDrops(self, self._dropped)

    def start(self, title: str, parties: Sequence[str]) -> None:
        """Begin anew with what is known."""
        self.name.edit.take(title)
        self.parties.edit.take(", ".join(parties))
        for day in (self.signed, self.starts, self.ends):
            day.set_day(None)
        for field in (self.purposes, self.areas):
            field.edit.take("")
        self._show_file(None)
        self.show()
        self.name.edit.setFocus()

    def _lay_out(self) -> None:
        for line in (
            (self.name, self.parties),
            (self.signed, self.starts, self.ends),
            (self.purposes, self.areas),
        ):
            beside = row(gap=12)
            for field in line:
                beside.addWidget(field, 1)
            self.add(beside)
        foot = row(gap=12)
        for part in (self.take, self.file, self.file_name):
            foot.addWidget(part)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        self.add(foot)

    def _tell(self) -> None:
        self.asked.emit(
            Registered(
                title=self.name.text(),
                parties=tuple(self.parties.text().split(",")),
                signed_on=self.signed.day(),
                starts=self.starts.day(),
                ends=self.ends.day(),
                purposes=self.purposes.text(),
                areas=self.areas.text(),
                file=self._file,
            )
        )

    def _choose(self) -> None:
        self._show_file(self.choose_file() or self._file)

    def _dropped(self, files: Sequence[Path]) -> None:
        self._show_file(files[0])

    def _show_file(self, file: Path | None) -> None:
        self._file = file
        self.file_name.setText(file.name if file else "")

    def _ask_for_file(self) -> Path | None:
        chosen, _kind = QFileDialog.getOpenFileName(self, self.tr("Välj undertecknad fil"), str(Path.home()))
        return Path(chosen) if chosen else None

    def _past(self, text: str) -> date | None:
        return parse_day(text, self._today(), prefer_past=True)

    def _coming(self, text: str) -> date | None:
        return parse_day(text, self._today())
