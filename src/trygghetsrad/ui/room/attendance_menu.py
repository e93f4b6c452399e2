"""What can be said of one person at the meeting, beyond there or not there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.leading import holder_at
from trygghetsrad.domain.meetings import Attendee, Capacity, Presence, RoleAtMeeting, SpanReason
from trygghetsrad.domain.people import SUBSTITUTE_ROLES
from trygghetsrad.ui.room.desk import point

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from trygghetsrad.ui.room.desk import Desk

_ROLES = {
    RoleAtMeeting.CHAIR: "Gör till ordförande",
    RoleAtMeeting.SECRETARY: "Gör till sekreterare",
    RoleAtMeeting.VERIFIER: "Gör till justerare",
}


class AttendanceMenu(QObject):
    """Fills a menu when it is opened, so that a room of fifty costs nothing until then."""

    def __init__(self, desk: Desk, attendee: Attendee, menu: QMenu) -> None:
        super().__init__(menu)
        self._desk, self.attendee, self._menu = desk, attendee, menu
        menu.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Offer presence, spans, whom to serve for, and roles."""
        self._menu.clear()
        self._add_presence()
        self._add_spans()
        self._add_serving()
        self._add_roles()
        if self.attendee.person_id is None:
            self._menu.addSeparator()
            self._menu.addAction(self.tr("Ta bort deltagaren"), self._remove)

    def _add_presence(self) -> None:
        for presence in Presence:
            words = presence.value.capitalize()
            action = self._menu.addAction(words, partial(self._set_presence, presence))
            action.setCheckable(True)
            action.setChecked(presence is self.attendee.presence)

    def _add_spans(self) -> None:
        item = self._desk.item
        if item is None or not self.attendee.is_here:
            return
        self._menu.addSeparator()
        here = point(item)
        for reason, words in (
            (SpanReason.LATE, self.tr("Kom senare, med från {point}")),
            (SpanReason.LEFT, self.tr("Gick tidigare, med till och med {point}")),
            (SpanReason.CONFLICT, self.tr("Jäv på {point}")),
        ):
            self._menu.addAction(words.format(point=here), partial(self._set_span, reason))
        if self.attendee.spans:
            self._menu.addAction(self.tr("Var med hela mötet"), self._clear_spans)

    def _add_serving(self) -> None:
        if self.attendee.role not in SUBSTITUTE_ROLES:
            return
        self._menu.addSeparator()
        served = {one.serves_for_id for one in self._desk.room.attendees if one.serves_for_id}
        for absent in self._desk.room.attendees:
            if absent.capacity is Capacity.MEMBER and not absent.is_here and absent.id not in served:
                words = self.tr("Tjänstgör för {name}").format(name=absent.name)
                self._menu.addAction(words, partial(self._serve, absent))

    def _add_roles(self) -> None:
        if not self.attendee.is_here:
            return
        self._menu.addSeparator()
        is_notes = self._desk.meeting.minutes_kind is MinutesKind.NOTES
        for role, words in _ROLES.items():
            if role is RoleAtMeeting.VERIFIER and is_notes:
                continue
            if role is RoleAtMeeting.VERIFIER and self._verifies():
                self._menu.addAction(self.tr("Ta bort som justerare"), self._stop_verifying)
            else:
                self._menu.addAction(words, partial(self._set_role, role))
        self._add_turns()

    def _add_turns(self) -> None:
        """Offer to take over at the point in hand; at the first one that is the whole meeting."""
        item = self._desk.item
        if item is None or item.id == self._desk.items[0].id:
            return
        for role in (RoleAtMeeting.CHAIR, RoleAtMeeting.SECRETARY):
            holder = holder_at(self._desk.room, role, item)
            if holder is not None and holder.person_id == self.attendee.person_id:
                continue
            title, here = role.value.capitalize(), point(item)
            rest = self.tr("{role} från och med {point}").format(role=title, point=here)
            alone = self.tr("{role} bara på {point}").format(role=title, point=here)
            self._menu.addAction(rest, partial(self._take_over, role, None))
            self._menu.addAction(alone, partial(self._take_over, role, item.id))

    def _verifies(self) -> bool:
        holders = self._desk.room.holders(RoleAtMeeting.VERIFIER)
        return any(holder.person_id == self.attendee.person_id for holder in holders)

    def _set_presence(self, presence: Presence) -> None:
        desk = self._desk
        desk.do(lambda: desk.council.room.set_presence(desk.meeting_id, self.attendee, presence))

    def _set_span(self, reason: SpanReason) -> None:
        desk, item = self._desk, self._desk.item_id
        first = None if reason is SpanReason.LEFT else item
        last = None if reason is SpanReason.LATE else item
        desk.do(
            lambda: desk.council.room.set_span(
                desk.meeting_id, self.attendee, reason, from_item_id=first, to_item_id=last
            )
        )

    def _clear_spans(self) -> None:
        self._desk.do(lambda: self._desk.council.room.clear_spans(self.attendee))

    def _serve(self, absent: Attendee) -> None:
        desk = self._desk
        desk.do(lambda: desk.council.room.serve(desk.meeting_id, self.attendee, absent))

    def _set_role(self, role: RoleAtMeeting) -> None:
        desk, one = self._desk, self.attendee
        desk.do(lambda: desk.council.room.set_role(desk.meeting_id, role, one.person_id, one.name))

    def _take_over(self, role: RoleAtMeeting, last: int | None) -> None:
        desk, item, one = self._desk, self._desk.item_id, self.attendee
        desk.do(
            lambda: desk.council.room.take_over(
                desk.meeting_id, role, one, from_item_id=item, to_item_id=last
            )
        )

    def _stop_verifying(self) -> None:
        desk, person = self._desk, self.attendee.person_id
        desk.do(lambda: desk.council.room.clear_role(desk.meeting_id, RoleAtMeeting.VERIFIER, person))

    def _remove(self) -> None:
        desk, toast = self._desk, self.tr("Deltagaren är borttagen")
        desk.do(lambda: desk.council.room.remove_guest(self.attendee), toast=toast)
