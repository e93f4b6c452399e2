"""The way in for lists from Excel, Outlook and files: look, mend, then add everyone in one step."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from typing_extensions import override

from trygghetsrad.domain.contacts import ContactField
from trygghetsrad.domain.errors import CouncilError
from trygghetsrad.ui.background import BackgroundRunner
from trygghetsrad.ui.components.overlay import Overlay
from trygghetsrad.ui.components.waiting import waiting
from trygghetsrad.ui.members.judgement import Judgement, judge
from trygghetsrad.ui.members.paste_sheet import PasteSheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QMouseEvent

    from trygghetsrad.domain.importing import ImportPlan
    from trygghetsrad.exchange.people import PeopleTable
    from trygghetsrad.services.importing import ImportService

    Source = Callable[[str | None, bool | None], PeopleTable]
    """Reads the list again from where it came: with another sheet, or another word on its first row."""

# A longer list is weighed again when she pauses, so that typing in it never waits.
_AT_ONCE = 500
_PAUSE_MS = 400
_TELLING = {ContactField.FULL_NAME, ContactField.GIVEN_NAME, ContactField.FAMILY_NAME, ContactField.EMAIL}


class PasteImport(Overlay):
    """Nothing is written until its deed is pressed; imported then carries how many were added and updated."""

    imported = Signal(int, int)

    def __init__(
        self,
        host: QWidget,
        importing: ImportService,
        today: Callable[[], date],
        choose_file: Callable[[], Path | None] | None = None,
    ) -> None:
        super().__init__(host, "Klistra in från Excel eller Outlook", width=1160)
        self._importing, self._today = importing, today
        self.choose_file = choose_file or self._ask_for_file
        self._source: Source | None = None
        self._table: PeopleTable | None = None
        self._plan: ImportPlan | None = None
        self._found: Judgement | None = None
        self._runner = BackgroundRunner(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self.parts = PasteSheet(self.sheet)
        self._connect()

    # -- opening and closing -------------------------------------------------------------------

    @override
    def open(self) -> None:
        """Show the sheet, with the clipboard's list in it if there is one."""
        self._source = self._table = self._plan = self._found = None
        self.parts.show_problem("")
        self.parts.show_waiting()
        super().open()
        if not self._take_text(QApplication.clipboard().text(), quietly=True) and self.parts.waiting.primary:
            self.parts.waiting.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def sheet_height(self, room: int) -> int:
        return room

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stay open at a click beside the sheet: what was mended would be lost."""

    # -- reading -------------------------------------------------------------------------------

    @Slot()
    def paste(self) -> None:
        """Read what was copied in another program."""
        self._take_text(QApplication.clipboard().text())

    @Slot()
    def pick_file(self) -> None:
        """Read a file she chooses."""
        path = self.choose_file()
        if path is not None:
            self._source = partial(_read_file, self._importing, path)
            self._read_again(None, None)

    def _take_text(self, text: str, *, quietly: bool = False) -> bool:
        source = partial(_read_text, self._importing, text)
        try:
            with waiting():
                table = source(None, None)
        except CouncilError as refusal:
            self.parts.show_problem("" if quietly else refusal.sentence())
            return False
        if quietly and not _TELLING & set(table.guesses):
            return False
        self._source = source
        self._show(table)
        return True

    def _read_again(self, sheet: str | None, has_header: bool | None) -> None:
        if self._source:
            self.parts.show_reading(reading=True)
            source = self._source
            self._runner.run(
                partial(source, sheet, has_header), partial(self._arrived, source), self._refused
            )

    def _arrived(self, source: Source, table: PeopleTable) -> None:
        self.parts.show_reading(reading=False)
        if source is self._source and not self.isHidden():
            self._show(table)

    def _refused(self, fault: Exception) -> None:
        self.parts.show_reading(reading=False)
        if not isinstance(fault, CouncilError):
            raise fault
        self.parts.show_problem(fault.sentence())

    def _show(self, table: PeopleTable) -> None:
        self._table = table
        self.parts.show_problem("")
        self.parts.show_table(table)
        self._weigh()
        self.parts.point()

    # -- weighing and writing ------------------------------------------------------------------

    @Slot()
    def _weigh(self) -> None:
        """Count what would happen with the rows as they stand."""
        self._pause.stop()
        if self._table is not None:
            fields = self.parts.view.header.fields()
            table = replace(self._table, rows=self.parts.model.rows())
            self._plan = self._importing.plan(self._importing.read_table(table, fields))
            self._found = judge(table, fields, self._plan)
            self.parts.show_counts(self._found)

    @Slot()
    def _mended(self) -> None:
        if self.parts.model.rowCount() <= _AT_ONCE:
            self._weigh()
        else:
            self._pause.start()

    @Slot()
    def _change_field(self) -> None:
        self.parts.show_columns()
        self._weigh()

    @Slot()
    def add_everyone(self) -> None:
        """Write the whole list as one step."""
        self.parts.view.finish_cell()
        if self._pause.isActive():
            self._weigh()
        if self._plan is None or self._found is None:
            return
        try:
            with waiting():
                self._importing.apply(self._plan, self._today())
        except CouncilError as refusal:
            self.parts.show_problem(refusal.sentence())
            return
        self.close_overlay()
        self.imported.emit(self._found.added, self._found.updated)

    # -- joining -------------------------------------------------------------------------------

    def _connect(self) -> None:
        parts = self.parts
        if parts.waiting.primary and parts.waiting.secondary:
            parts.waiting.primary.clicked.connect(self.paste)
            parts.waiting.secondary.clicked.connect(self.pick_file)
        parts.pick.clicked.connect(self.pick_file)
        parts.cancel.clicked.connect(self.close_overlay)
        parts.add.clicked.connect(self.add_everyone)
        parts.model.mended.connect(self._mended)
        parts.view.header.field_chosen.connect(self._change_field)
        parts.aside.clicked.connect(parts.show_columns)
        parts.has_header.clicked.connect(self._change_header)
        parts.sheets.chosen.connect(self._change_sheet)
        self._pause.timeout.connect(self._weigh)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, deed in ((QKeySequence.StandardKey.Paste, self.paste), ("Ctrl+Return", self.add_everyone)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(inside)
            shortcut.activated.connect(deed)

    @Slot(bool)
    def _change_header(self, has_header: bool) -> None:
        self._read_again(self._table.sheet or None if self._table else None, has_header)

    @Slot(object)
    def _change_sheet(self, sheet: object) -> None:
        self._read_again(str(sheet), None)

    def _ask_for_file(self) -> Path | None:
        kinds = self.tr("Listor (*.xlsx *.csv *.txt *.vcf);;Alla filer (*)")
        chosen, _kind = QFileDialog.getOpenFileName(self, self.tr("Välj en lista med personer"), "", kinds)
        return Path(chosen) if chosen else None


def _read_text(
    importing: ImportService, text: str, _sheet: str | None, has_header: bool | None
) -> PeopleTable:
    return importing.read_text(text, has_header=has_header)


def _read_file(
    importing: ImportService, path: Path, sheet: str | None, has_header: bool | None
) -> PeopleTable:
    return importing.read_file(path, sheet, has_header=has_header)
