"""Agenda, point and attendance side by side; what does not fit becomes a button or a drop-down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trygghetsrad.ui.theme import column, look, row
from trygghetsrad.ui.theme.layouts import space

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QBoxLayout

    from trygghetsrad.ui.room.agenda_card import AgendaCard, AgendaPicker
    from trygghetsrad.ui.room.attendance_panel import AttendancePanel

ATTENDANCE_BESIDE, AGENDA_BESIDE = 1100, 900
_EDGE = 12


class RoomColumns(QWidget):
    """Folds by the effective width of the window: its width divided by the user's text size."""

    def __init__(
        self, agenda: AgendaCard, picker: AgendaPicker, middle: QWidget, attendance: AttendancePanel
    ) -> None:
        super().__init__()
        self._agenda, self._picker, self._attendance = agenda, picker, attendance
        self.attendance_folded = False
        self.agenda_folded = False
        centre = column(gap=8)
        centre.addWidget(picker)
        centre.addWidget(middle, 1)
        self._line = row(self, gap=12)
        self._line.addWidget(agenda)
        self._line.addLayout(centre, 1)
        self._line.addWidget(attendance)
        picker.hide()
        attendance.closed.connect(self.hide_attendance)

    def fold(self, effective_width: float) -> None:
        """Lay the columns for a window this wide, counted in the user's own text size."""
        self.agenda_folded = effective_width < AGENDA_BESIDE
        self._agenda.setVisible(not self.agenda_folded)
        self._picker.setVisible(self.agenda_folded)
        folded = effective_width < ATTENDANCE_BESIDE
        if folded != self.attendance_folded:
            self.attendance_folded = folded
            self._lift() if folded else self._put_back()
        self._place()

    def show_attendance(self) -> None:
        """Let the attendance be seen, over the right edge where there is no room beside."""
        self._attendance.show()
        self._place()
        self._attendance.raise_()

    def hide_attendance(self) -> None:
        """Put the attendance away again where it lies over something."""
        if self.attendance_folded:
            self._attendance.hide()

    def toggle_attendance(self) -> bool:
        """Show or hide the folded attendance; tell whether it is shown now."""
        if self._attendance.isVisible():
            self.hide_attendance()
            return False
        self.show_attendance()
        return True

    def _lift(self) -> None:
        self._line.removeWidget(self._attendance)
        self._attendance.hide()
        self._dress("panel", _EDGE)

    def _put_back(self) -> None:
        self._line.addWidget(self._attendance)
        self._attendance.show()
        self._dress("", 0)

    def _dress(self, surface: str, edge: int) -> None:
        panel = self._attendance
        panel.setProperty("surface", surface)
        panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        panel.style().unpolish(panel)
        panel.style().polish(panel)
        space(_box(panel), gap=12, edge=(edge, 0, 0, 0))
        panel.widen(edge)

    def _place(self) -> None:
        if self.attendance_folded:
            panel = self._attendance
            panel.setGeometry(self.width() - panel.minimumWidth(), 0, panel.minimumWidth(), self.height())

    @override
    def hasHeightForWidth(self) -> bool:
        # The columns scroll inside; the page must not grow to what would be the most comfortable height.
        return False

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()


def _box(panel: QWidget) -> QBoxLayout:
    return panel.layout()  # type: ignore[return-value]


def effective_width(page: QWidget) -> float:
    """Return the width of the window in pixels at text size 100 %."""
    return page.window().width() / look().factor
