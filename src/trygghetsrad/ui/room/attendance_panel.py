"""Who is at the meeting: everyone is ticked from the start, and the absent are unticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QWidget
from typing_extensions import override

from trygghetsrad.domain.meetings import Attendee, Capacity
from trygghetsrad.ui.components.buttons import link_button
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.components.surfaces import Card, SectionHeader
from trygghetsrad.ui.room.attendance_row import AttendanceRow
from trygghetsrad.ui.room.so_far import SoFar
from trygghetsrad.ui.theme import Ink, TextRole, column, follow_look, look

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from trygghetsrad.ui.room.desk import Desk

WIDTH = 240


class GuestFields(QWidget):
    """Name and organisation of somebody who is not of the council; Enter adds, Esc gives up."""

    added = Signal(str, str)
    gave_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = self._field(self.tr("Namn"))
        self.organisation = self._field(self.tr("Organisation"))
        whole = column(self, gap=4, edge=(0, 4, 8, 4))
        whole.addWidget(self.name)
        whole.addWidget(self.organisation)
        self.hide()

    def ask(self) -> None:
        """Come forward, empty."""
        self.name.clear()
        self.organisation.clear()
        self.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _field(self, words: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(words)
        field.setAccessibleName(words)
        return field

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.gave_up.emit()
        elif event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif self.name.text().strip() and (self.organisation.hasFocus() or self.organisation.text()):
            self.added.emit(self.name.text(), self.organisation.text())
        else:
            self.organisation.setFocus(Qt.FocusReason.OtherFocusReason)


class AttendancePanel(QFrame):
    """The list in a card of its own that scrolls inside, and below it how the meeting stands."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._all_substitutes = False
        self._edge = 0
        self.setAccessibleName(self.tr("Närvaro"))
        self.rows: dict[object, AttendanceRow] = {}
        self._count = plain_label("", TextRole.CAPTION, Ink.SECONDARY)
        self.guest = GuestFields()
        self.more = link_button("")
        self.add_guest = link_button(self.tr("Lägg till deltagare"))
        self.so_far = SoFar(desk)
        self._list = column(gap=0)
        self._assemble()
        self.more.clicked.connect(self._toggle_substitutes)
        self.add_guest.clicked.connect(self.guest.ask)
        self.guest.added.connect(self._add_guest)
        self.guest.gave_up.connect(self.add_guest.setFocus)
        follow_look(self._restyle)

    def count_words(self) -> str:
        """Return for example "10 av 12": members who are there, of all seats."""
        return self._count.text()

    def show_room(self) -> None:
        """Show everyone as they are now; those already in the list keep their place."""
        everyone = self._desk.room.attendees
        members = sum(1 for one in everyone if one.capacity is Capacity.MEMBER)
        here = sum(1 for one in everyone if one.counts)
        self._count.setText(self.tr("{here} av {all}").format(here=here, all=members))
        shown, hidden = self._shown()
        self._show_rows(shown)
        self.more.setVisible(bool(hidden) or self._all_substitutes)
        words = self.tr("Dölj ersättare") if self._all_substitutes else self.tr("Visa {n} ersättare")
        self.more.set_text(words.format(n=hidden))
        self.so_far.show_room()

    def focus_list(self) -> None:
        """Give the focus to the first tick."""
        if self.rows:
            next(iter(self.rows.values())).check.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def row(self, name: str) -> AttendanceRow:
        """Return the row of a person by name."""
        return next(one for one in self.rows.values() if one.attendee.name == name)

    def _shown(self) -> tuple[list[Attendee], int]:
        """Return who stands in the list, serving substitutes after the absent, and how many wait."""
        everyone = self._desk.room.attendees
        serving = {one.serves_for_id: one for one in everyone if one.serves_for_id}
        idle = [one for one in everyone if _waits(one)]
        shown: list[Attendee] = []
        for one in everyone:
            if one not in idle and not one.serves_for_id:
                shown.append(one)
                if one.id in serving and one.id is not None:
                    shown.append(serving[one.id])
        waiting = [one for one in idle if not one.is_here]
        present = [one for one in idle if one.is_here]
        return [*shown, *present, *(waiting if self._all_substitutes else ())], len(waiting)

    def _show_rows(self, shown: list[Attendee]) -> None:
        keys = [_key(one) for one in shown]
        for gone in [key for key in self.rows if key not in keys]:
            old = self.rows.pop(gone)
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        substitutes = [one for one in self._desk.room.attendees if _waits(one)]
        served = {one.serves_for_id for one in shown if one.serves_for_id}
        for place, attendee in enumerate(shown):
            line = self.rows.get(keys[place]) or self._new_row(attendee)
            self.rows[keys[place]] = line
            if self._list.indexOf(line) != place:
                self._list.insertWidget(place, line)
            lacks = (
                attendee.capacity is Capacity.MEMBER
                and not attendee.is_here
                and attendee.id not in served
                and not self._desk.meeting.minutes_are_done
            )
            same = [one for one in substitutes if one.organisation == attendee.organisation]
            rest = [one for one in substitutes if one.organisation != attendee.organisation]
            line.show_attendee(attendee, (*same, *rest) if lacks else ())
        self.rows = {key: self.rows[key] for key in keys}

    def _new_row(self, attendee: Attendee) -> AttendanceRow:
        line = AttendanceRow(self._desk, attendee)
        line.stepped.connect(self._step)
        line.typed.connect(self._find)
        return line

    def _step(self, steps: int) -> None:
        lines = list(self.rows.values())
        place = lines.index(self.sender()) + steps  # type: ignore[arg-type]
        if 0 <= place < len(lines):
            self._focus(lines[place])

    def _find(self, letter: str) -> None:
        """Go to the next person whose given name, or else family name, begins with a letter."""
        lines = list(self.rows.values())
        place = lines.index(self.sender())  # type: ignore[arg-type]
        ahead = (*lines[place + 1 :], *lines[: place + 1])
        for part in (0, -1):
            for line in ahead:
                if line.attendee.name.split()[part].casefold().startswith(letter.casefold()):
                    self._focus(line)
                    return

    def _focus(self, line: AttendanceRow) -> None:
        line.check.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(line)

    def _toggle_substitutes(self) -> None:
        self._all_substitutes = not self._all_substitutes
        self.show_room()

    def _add_guest(self, name: str, organisation: str) -> None:
        desk = self._desk
        if desk.do(lambda: desk.council.room.add_guest(desk.meeting_id, name, organisation)):
            self.guest.hide()
            self.add_guest.setFocus(Qt.FocusReason.OtherFocusReason)

    def _assemble(self) -> None:
        header = SectionHeader(self.tr("Närvaro"), TextRole.STRONG)
        header.add_action(self._count)
        inside = QWidget()
        inside.setProperty("page", "true")
        body = column(inside, gap=0, edge=(12, 0, 0, 0))
        body.addLayout(self._list)
        for part in (self.more, self.guest, self.add_guest):
            body.addWidget(part)
        body.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(self.tr("Deltagare"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        head = column(gap=0, edge=(12, 0, 12, 2))
        head.addWidget(header)
        card = Card(gap=2, edge=(1, 10, 1, 8))
        card.add(head)
        card.add(self._scroll, 1)
        whole = column(self, gap=12)
        whole.addWidget(card, 1)
        whole.addWidget(self.so_far)

    def widen(self, edge: int) -> None:
        """Make room for an edge at the left, in pixels at 100 %."""
        self._edge = edge
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedWidth(look().px(WIDTH + self._edge))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _waits(one: Attendee) -> bool:
    return one.capacity is Capacity.IDLE_SUBSTITUTE


def _key(one: Attendee) -> object:
    return ("person", one.person_id) if one.person_id is not None else ("guest", one.id)
