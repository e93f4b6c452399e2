"""One person in the list of who is there, with the substitutes that may step in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from trygghetsrad.domain.meetings import Attendee, Capacity, Presence, SpanReason
from trygghetsrad.ui.components.buttons import Button, link_button
from trygghetsrad.ui.components.check_row import CheckRow
from trygghetsrad.ui.components.labels import plain_label
from trygghetsrad.ui.room.attendance_menu import AttendanceMenu
from trygghetsrad.ui.room.desk import label
from trygghetsrad.ui.theme import Ink, TextRole, column, follow_look, look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trygghetsrad.ui.room.desk import Desk

_AWAY = {Presence.EXCUSED: "förhinder", Presence.ABSENT: "frånvarande", Presence.REMOTE: "på distans"}
_SPANS = {SpanReason.LATE: "från {0}", SpanReason.LEFT: "till {1}", SpanReason.CONFLICT: "jäv {0}"}
_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_OFFERED = 2
# The whole word stands in the accessible name.
_SHORTER = {Capacity.CO_OPTED.value: "adj."}


class AttendanceRow(QWidget):
    """Tick and menu act at once; stepped and typed let the keyboard walk the list."""

    stepped = Signal(int)
    typed = Signal(str)

    def __init__(self, desk: Desk, attendee: Attendee) -> None:
        super().__init__()
        self._desk, self.attendee = desk, attendee
        self._offered: tuple[Attendee, ...] = ()
        self.check = CheckRow(attendee.name)
        self.menu = QMenu(self)
        self.deeds = AttendanceMenu(desk, attendee, self.menu)
        self.check.set_menu(self.menu)
        if self.check.more is not None:
            # The same menu opens with the menu key on the tick, so Tab need not stop twice on everyone.
            self.check.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.offers: list[Button] = []
        self.below = plain_label("", TextRole.CAPTION, Ink.SECONDARY, wrap=True)
        self.below.hide()
        self._below = column(gap=0, edge=(28, 0, 8, 0))
        self._below.addWidget(self.below)
        whole = column(self, gap=0)
        whole.addWidget(self.check)
        whole.addLayout(self._below)
        self.check.ticked.connect(self._tick)
        follow_look(self._restyle)
        self.check.box.installEventFilter(self)

    def show_attendee(self, attendee: Attendee, substitutes: Sequence[Attendee]) -> None:
        """Show how it stands with the person; substitutes are those who could step in now."""
        self.attendee = self.deeds.attendee = attendee
        self.check.set_checked(checked=attendee.is_here)
        self._show_note()
        if tuple(substitutes) != self._offered:
            self._offered = tuple(substitutes)
            self._offer()

    def _restyle(self) -> None:
        if self.check.more is not None:
            self.check.more.setFixedSize(look().px(28), look().px(28))

    def _show_note(self) -> None:
        """Tell what sets the person apart: beside the name where it fits whole, or else below it."""
        serves = self.attendee.serves_for
        words = self.tr("för {name}").format(name=serves) if serves else self._note(self.attendee)
        shorter = _SHORTER.get(words, words)
        beside = not serves and self.check.has_room_for(shorter)
        self.check.set_note(shorter if beside else "")
        self.below.setText("" if beside else words)
        self.below.setVisible(bool(words) and not beside)
        if words:
            self.check.box.setAccessibleName(f"{self.attendee.name}, {words}")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_note()

    def _note(self, attendee: Attendee) -> str:
        if attendee.presence in _AWAY and attendee.capacity is not Capacity.IDLE_SUBSTITUTE:
            return _AWAY[attendee.presence]
        labels = {item.id: label(item) for item in self._desk.items}
        spans = [
            _SPANS[span.reason].format(
                labels.get(span.from_item_id or 0, ""), labels.get(span.to_item_id or 0, "")
            )
            for span in attendee.spans
        ]
        return ", ".join(spans) or self._capacity(attendee)

    def _capacity(self, attendee: Attendee) -> str:
        plain = {Capacity.MEMBER, Capacity.OFFICER}
        return "" if attendee.capacity in plain else attendee.capacity.value.removeprefix("ej tjänstgörande ")

    def _offer(self) -> None:
        for old in self.offers:
            self._below.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.offers = []
        for place, substitute in enumerate(self._offered[:_OFFERED]):
            words = self.tr("Kalla in {name}").format(name=substitute.name)
            button = link_button(words)
            button.setAccessibleName(self.tr("Kalla in ersättare: {name}").format(name=substitute.name))
            button.setToolTip(button.accessibleName())
            button.setObjectName(str(place))
            button.clicked.connect(self._call_in)
            self.offers.append(button)
            self._below.addWidget(button)

    def _tick(self, here: bool) -> None:
        desk, presence = self._desk, Presence.PRESENT if here else Presence.EXCUSED
        desk.do(lambda: desk.council.room.set_presence(desk.meeting_id, self.attendee, presence))

    def _call_in(self) -> None:
        desk, substitute = self._desk, self._offered[int(self.sender().objectName())]
        desk.do(lambda: desk.council.room.serve(desk.meeting_id, substitute, self.attendee))

    def open_menu(self) -> None:
        """Offer everything that can be said of the person."""
        self.menu.popup(self.check.box.mapToGlobal(QPoint(0, self.check.box.height())))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if plain and key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif plain and event.text().isalpha():
            self.typed.emit(event.text())
        else:
            return False
        return True

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.open_menu()
