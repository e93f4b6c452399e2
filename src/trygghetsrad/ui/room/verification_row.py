"""Marking the minutes as verified, or taking that back: one line under the header, no dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QWidget
from typing_extensions import override

from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.dates import parse_day
from trygghetsrad.ui.components.buttons import primary_button, secondary_button
from trygghetsrad.ui.components.calm_boxes import CalmComboBox
from trygghetsrad.ui.components.date_field import DateField
from trygghetsrad.ui.components.inline_field import FieldFrame
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.theme import follow_look, look, row

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from trygghetsrad.ui.room.desk import Desk

HOW = ("penna", "e-underskrift")


class InlineRow(QFrame):
    """A line that comes forward when it is asked for; Esc or Avbryt hides it again."""

    closed = Signal()

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self.desk = desk
        self.setProperty("surface", "card")
        self.setAccessibleName(name)
        self.line = row(self, gap=12, edge=(16, 8, 16, 8))
        self.stop_button = secondary_button(self.tr("Avbryt"))
        self.stop_button.clicked.connect(self.close_row)
        self.hide()

    def close_row(self) -> None:
        """Go away without doing anything."""
        self.hide()
        self.closed.emit()

    def add_buttons(self, deed: QWidget) -> None:
        """Put the deed and Avbryt last, level with the fields."""
        for button in (deed, self.stop_button):
            frame = FieldFrame(" ", button, inline=False)
            frame.label.setAccessibleName("")
            button.setAccessibleName(button.text())  # type: ignore[attr-defined]
            self.line.addWidget(frame, 0, Qt.AlignmentFlag.AlignTop)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_row()
        else:
            super().keyPressEvent(event)


class VerificationRow(InlineRow):
    """Day and way of the signing; notes of a meeting have only the day."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Justering")
        self.day = DateField(self.tr("Dag"), self._parse, framed=True)
        self.how = CalmComboBox()
        self.how.setEditable(True)
        self.how.addItems(HOW)
        self.how.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._how_field = FieldFrame(
            self.tr("Hur (penna, e-underskrift eller egna ord)"), self.how, inline=False
        )
        if (edit := self.how.lineEdit()) is not None:
            edit.setAccessibleName(self.tr("Hur"))
        self.mark_button = primary_button("", Icon.CHECKMARK)
        self.line.addWidget(self.day, 0, Qt.AlignmentFlag.AlignTop)
        self.line.addWidget(self._how_field, 1, Qt.AlignmentFlag.AlignTop)
        self.add_buttons(self.mark_button)
        self.mark_button.clicked.connect(self._mark)
        follow_look(self._restyle)

    def ask(self) -> None:
        """Come forward with today and a pen."""
        notes = self._notes()
        self.mark_button.set_text(self.tr("Markera som klara") if notes else self.tr("Markera justerat"))
        self._how_field.setVisible(not notes)
        self.setAccessibleName(self.tr("Klarmarkering") if notes else self.tr("Justering"))
        self.day.set_day(self.desk.today())
        self.how.setCurrentIndex(0)
        self.show()
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.day.edit.selectAll()

    def _notes(self) -> bool:
        return self.desk.meeting.minutes_kind is MinutesKind.NOTES

    def _parse(self, text: str) -> date | None:
        return parse_day(text, self.desk.today(), prefer_past=True)

    def _mark(self) -> None:
        self.day.edit.commit()
        desk, day, how = self.desk, self.day.day() or self.desk.today(), self.how.currentText().strip()
        minutes = desk.council.minutes
        if self._notes():
            done = desk.do(
                lambda: minutes.mark_finished(desk.meeting_id, day),
                toast=self.tr("Anteckningarna är klara"),
                undo=False,
            )
        else:
            done = desk.do(
                lambda: minutes.mark_verified(desk.meeting_id, day, how),
                toast=self.tr("Protokollet är justerat"),
                undo=False,
            )
        if done:
            self.close_row()

    def _restyle(self) -> None:
        self.day.setFixedWidth(look().px(170))


class WithdrawRow(InlineRow):
    """Takes a verification back; the reason goes into the record."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Återta")
        self.reason = QLineEdit()
        frame = FieldFrame(self.tr("Varför återtas den?"), self.reason, inline=False)
        self.withdraw_button = primary_button("", Icon.ARROW_RESET)
        self.line.addWidget(frame, 1, Qt.AlignmentFlag.AlignTop)
        self.add_buttons(self.withdraw_button)
        self.withdraw_button.clicked.connect(self._withdraw)
        self.reason.returnPressed.connect(self._withdraw)

    def ask(self) -> None:
        """Come forward and ask why."""
        notes = self.desk.meeting.minutes_kind is MinutesKind.NOTES
        words = self.tr("Återta klarmarkeringen") if notes else self.tr("Återta justeringen")
        self.withdraw_button.set_text(words)
        self.reason.clear()
        self.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _withdraw(self) -> None:
        desk, reason = self.desk, self.reason.text()
        is_notes = desk.meeting.minutes_kind is MinutesKind.NOTES
        toast = self.tr("Klarmarkeringen är återtagen") if is_notes else self.tr("Justeringen är återtagen")
        if desk.do(lambda: desk.council.minutes.withdraw(desk.meeting_id, reason), toast=toast, undo=False):
            self.close_row()
