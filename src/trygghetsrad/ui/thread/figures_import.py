"""The way in for statistics: choose, drop or paste, see what would happen, then take it in as one step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QStackedWidget, QWidget
from typing_extensions import override

from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.errors import CouncilError
from trygghetsrad.domain.statistics_plan import FigureDeed
from trygghetsrad.domain.statistics_refused import YearUnknown
from trygghetsrad.ui.background import BackgroundRunner
from trygghetsrad.ui.components.buttons import primary_button, secondary_button
from trygghetsrad.ui.components.empty_state import EmptyState
from trygghetsrad.ui.components.file_drops import FileDrops
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.number_field import NumberField
from trygghetsrad.ui.components.overlay import Overlay
from trygghetsrad.ui.components.waiting import waiting
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import Ink, TextRole, column, row
from trygghetsrad.ui.thread.figures_preview import FiguresPreview

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QHBoxLayout

    from trygghetsrad.domain.statistics import ReadStatistics
    from trygghetsrad.domain.statistics_plan import StatisticsPlan
    from trygghetsrad.services.statistics import StatisticsService

FIRST_YEAR, LAST_YEAR = 1950, 2100


class FiguresImport(Overlay):
    """Nothing is written until its deed is pressed; taken_in then carries how many figures."""

    taken_in = Signal(int)

    def __init__(
        self,
        host: QWidget,
        statistics: StatisticsService,
        today: Callable[[], date],
        choose_file: Callable[[], Path | None] | None = None,
    ) -> None:
        super().__init__(host, "Uppdatera siffror", width=980)
        self._statistics, self._today = statistics, today
        self.choose_file = choose_file or self._ask_for_file
        self._path: Path | None = None
        self._plan: StatisticsPlan | None = None
        self._runner = BackgroundRunner(self)
        self._make_parts()
        self._lay_out()
        self._connect()

    # -- opening -------------------------------------------------------------------------------

    @override
    def open(self) -> None:
        """Ask for a file or a table."""
        self._path = self._plan = None
        self._tell("")
        self.asked.hide()
        self.take.hide()
        self._stack.setCurrentWidget(self.waiting)
        super().open()
        if self.waiting.primary:
            self.waiting.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def sheet_height(self, room: int) -> int:
        return room

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stay open at a click beside the sheet: a file that was weighed would be lost."""

    # -- reading -------------------------------------------------------------------------------

    @Slot()
    def pick_file(self) -> None:
        """Read a file she chooses."""
        path = self.choose_file()
        if path is not None:
            self.read(path)

    def read(self, path: Path, year: int | None = None) -> None:
        """Read a file beside the window."""
        self._path = path
        self._tell("")
        self.hint.setText(self.tr("Filen läses."))
        self._runner.run(self._statistics.reading_of(path, year), self._arrived, self._refused)

    @Slot()
    def paste(self) -> None:
        """Read a table that was copied in another program."""
        self._path = None
        try:
            with waiting():
                reading = self._statistics.read_pasted(QApplication.clipboard().text())
        except CouncilError as refusal:
            self._refused(refusal)
            return
        self._arrived(reading)

    def _arrived(self, reading: ReadStatistics) -> None:
        if self.isHidden():
            return
        try:
            self._plan = self._statistics.plan(reading)
        except CouncilError as refusal:
            self._refused(refusal)
            return
        self._tell("")
        self.asked.setVisible(reading.needs_year and self._path is not None)
        if reading.rows:
            self.year.set_value(reading.rows[0].observation.year)
        self.preview.show_plan(self._plan)
        self._stack.setCurrentWidget(self.preview)
        count = self._plan.count(FigureDeed.ADD) + self._plan.count(FigureDeed.REVISE)
        self.take.set_text(self.tr("Läs in {figures}").format(figures=plural(count, "värde", "värden")))
        self.take.setVisible(count > 0)
        (self.take if count else self.pick).setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, fault: Exception) -> None:
        if not isinstance(fault, CouncilError):
            raise fault
        self._plan = None
        self.take.hide()
        self._stack.setCurrentWidget(self.waiting)
        self._tell(fault.sentence())
        if isinstance(fault, YearUnknown):
            self.year.set_value(self._today().year - 1)
            self.asked.show()
            self.year.box.setFocus(Qt.FocusReason.OtherFocusReason)
            self.year.box.selectAll()

    def _tell(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.hint.setText(
            self.tr("En fil från Brå eller Kolada känns igen av sig själv. Du ser vad som händer först.")
        )

    @Slot()
    def read_with_year(self) -> None:
        """Read the file again for the year in the field."""
        if self._path is not None:
            self.read(self._path, self.year.value())

    # -- writing -------------------------------------------------------------------------------

    @Slot()
    def take_in(self) -> None:
        """Write the figures as one step."""
        if self._plan is None or self.take.isHidden():
            return
        count = self._plan.count(FigureDeed.ADD) + self._plan.count(FigureDeed.REVISE)
        try:
            with waiting():
                self._statistics.apply(self._plan, self._today())
        except CouncilError as refusal:
            self._tell(refusal.sentence())
            return
        self.close_overlay()
        self.taken_in.emit(count)

    # -- making --------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.hint = plain_label("", TextRole.BODY, Ink.SECONDARY, wrap=True)
        self.problem = plain_label("", TextRole.BODY, Ink.ERROR, wrap=True)
        self.year = NumberField(self.tr("Vilket år gäller siffrorna?"), minimum=FIRST_YEAR, maximum=LAST_YEAR)
        self.again = secondary_button(self.tr("Läs för det året"))
        self.preview = FiguresPreview()
        self.waiting = EmptyState(
            Icon.DATA_TRENDING,
            self.tr("Välj en fil, dra hit den eller tryck Ctrl+V"),
            self.tr(
                "Brås filer för kommuner, tabeller ur Brås databas och Kolada, "
                "eller en egen tabell med år och värden."
            ),
            primary=self.tr("Välj fil"),
            primary_icon=Icon.FOLDER_OPEN,
            secondary=self.tr("Klistra in"),
        )
        self.pick = secondary_button(self.tr("Välj annan fil"), Icon.FOLDER_OPEN)
        self.cancel = secondary_button(self.tr("Avbryt"))
        self.take = primary_button("")
        self.take.set_hint("Ctrl+Enter")

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.waiting)
        self._stack.addWidget(self.preview)
        body = column(self.sheet, gap=8, edge=(20, 16, 20, 16))
        body.addWidget(plain_label(self.tr("Uppdatera siffror"), TextRole.TITLE))
        for part in (self.hint, self.problem):
            body.addWidget(part)
        self.asked = QWidget()
        line = row(self.asked, gap=8)
        line.addWidget(self.year)
        line.addWidget(self.again, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        body.addWidget(self.asked)
        body.addWidget(self._stack, 1)
        body.addLayout(self._deeds())

    def _deeds(self) -> QHBoxLayout:
        words = self.tr("Inget skrivs förrän du trycker på knappen. Allt går att ångra i ett steg.")
        line = row(gap=8)
        line.addWidget(plain_label(words, TextRole.CAPTION, Ink.SECONDARY, wrap=True), 1)
        for button in (self.pick, self.cancel, self.take):
            line.addWidget(button)
        return line

    def _connect(self) -> None:
        if self.waiting.primary and self.waiting.secondary:
            self.waiting.primary.clicked.connect(self.pick_file)
            self.waiting.secondary.clicked.connect(self.paste)
        self.pick.clicked.connect(self.pick_file)
        self.again.clicked.connect(self.read_with_year)
        self.cancel.clicked.connect(self.close_overlay)
        self.take.clicked.connect(self.take_in)
        FileDrops(self, self._dropped)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, deed in ((QKeySequence.StandardKey.Paste, self.paste), ("Ctrl+Return", self.take_in)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(inside)
            shortcut.activated.connect(deed)

    def _dropped(self, files: Sequence[Path]) -> None:
        self.read(files[0])

    def _ask_for_file(self) -> Path | None:
        kinds = self.tr("Statistik (*.xlsx *.csv *.txt *.json);;Alla filer (*)")
        chosen, _kind = QFileDialog.getOpenFileName(self, self.tr("Välj en fil med statistik"), "", kinds)
        return Path(chosen) if chosen else None
