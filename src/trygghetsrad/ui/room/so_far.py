"""How the meeting stands so far: counts, and who leads, writes and verifies it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from trygghetsrad.domain.checklist import LackKind
from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.counting import plural
from trygghetsrad.domain.leading import chair_is_gone
from trygghetsrad.domain.meetings import Attendee, RoleAtMeeting
from trygghetsrad.ui.components.buttons import Button, ButtonKind, link_button
from trygghetsrad.ui.components.labels import IconLabel, Label, plain_label
from trygghetsrad.ui.components.surfaces import Card
from trygghetsrad.ui.icons import Icon
from trygghetsrad.ui.room.desk import label
from trygghetsrad.ui.theme import Ink, TextRole, row

if TYPE_CHECKING:
    from trygghetsrad.domain.leading import Gone
    from trygghetsrad.domain.meetings import RoleHolder
    from trygghetsrad.ui.room.desk import Desk

_TITLES = {
    RoleAtMeeting.CHAIR: ("Ordförande", "Välj ordförande"),
    RoleAtMeeting.SECRETARY: ("Sekreterare", "Välj sekreterare"),
    RoleAtMeeting.VERIFIER: ("Justerare", "Välj justerare"),
}


class RoleChoice(QWidget):
    """Who holds a role; pressing the name offers those who are there."""

    def __init__(self, desk: Desk, role: RoleAtMeeting) -> None:
        super().__init__()
        self._desk, self._role = desk, role
        self.menu = QMenu(self)
        self.button = Button("", None, ButtonKind.LINK)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        title = plain_label(_TITLES[role][0], TextRole.CAPTION, Ink.SECONDARY)
        self._title = title
        line = row(self, gap=6)
        line.addWidget(title)
        line.addWidget(self.button, 1)
        self.button.clicked.connect(self.open_menu)
        self.menu.aboutToShow.connect(self._fill)

    def show_room(self) -> None:
        """Show who holds the role now."""
        title, choose = _TITLES[self._role]
        holders = self._desk.room.holders(self._role)
        names = ", ".join(self._named(holder.name, holder) for holder in holders)
        # Given names alone where several share the role, so that all of them fit.
        short = ", ".join(
            self._named(holder.name.split()[0] if holder.stretches else holder.name, holder)
            for holder in holders
        )
        self.button.set_text(short or choose)
        self.button.setAccessibleName(f"{title}: {names}" if names else choose)
        self.button.setToolTip(names)

    def _named(self, name: str, holder: RoleHolder) -> str:
        """Return "Eva Nordlund 1–4, 6–8" for one who has the role for a part of the meeting."""
        labels = {item.id: label(item).removeprefix("§ ") for item in self._desk.items}
        parts = ["–".join(dict.fromkeys((labels[a], labels[b]))) for a, b in holder.stretches]
        return f"{name} {', '.join(parts)}".strip()

    def open_menu(self) -> None:
        """Offer those who are there."""
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _fill(self) -> None:
        self.menu.clear()
        held = {(holder.person_id, holder.name) for holder in self._desk.room.holders(self._role)}
        for attendee in self._candidates():
            action = self.menu.addAction(attendee.name, partial(self._choose, attendee))
            action.setCheckable(True)
            action.setChecked((attendee.person_id, attendee.name) in held)

    def _candidates(self) -> list[Attendee]:
        verifier = self._role is RoleAtMeeting.VERIFIER
        held = {holder.name for holder in self._desk.room.holders(self._role)}
        return [
            one
            for one in self._desk.room.attendees
            if (one.counts if verifier else one.is_here) or one.name in held
        ]

    def _choose(self, attendee: Attendee) -> None:
        desk, role, person = self._desk, self._role, attendee.person_id
        verifies = any(holder.name == attendee.name for holder in desk.room.holders(role))
        if role is RoleAtMeeting.VERIFIER and verifies:
            desk.do(lambda: desk.council.room.clear_role(desk.meeting_id, role, person))
        else:
            desk.do(lambda: desk.council.room.set_role(desk.meeting_id, role, person, attendee.name))


class SoFar(Card):
    """Counts at the top, roles below, and a warning where they contradict the attendance."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(gap=2, edge=(12, 10, 12, 10))
        self._desk = desk
        self.setAccessibleName(self.tr("Hittills i dag"))
        self._title = plain_label(self.tr("Hittills i dag"), TextRole.STRONG)
        self.add(self._title)
        self._counts = QWidget()
        self._counts_line = row(self._counts, gap=6, edge=(0, 2, 0, 2))
        self.decision_count = self._count(Icon.GAVEL, Ink.ACCENT)
        self.action_count = self._count(Icon.TASK_LIST_LTR, Ink.WARNING)
        self._counts_line.addStretch(1)
        self.add(self._counts)
        self.roles = {role: RoleChoice(desk, role) for role in RoleAtMeeting}
        for choice in self.roles.values():
            self.add(choice)
        self.warning = plain_label("", TextRole.CAPTION, Ink.WARNING, wrap=True)
        self.add(self.warning)
        self.stand_in = link_button("")
        self._gone: Gone | None = None
        self.stand_in.clicked.connect(self._let_lead)
        self.add(self.stand_in)

    def show_room(self) -> None:
        """Show the counts and the roles as they are now."""
        items, room = self._desk.items, self._desk.room
        ahead = self._desk.is_ahead
        so_far = self.tr("Hittills i dag") if room.meeting.is_ongoing else self.tr("Mötet i korthet")
        self._title.setText(self.tr("Roller på mötet") if ahead else so_far)
        self._counts.setVisible(not ahead)
        decisions = sum(len(item.decisions) for item in items)
        actions = sum(len(item.actions) for item in items)
        self.decision_count.setText(plural(decisions, "beslut", "beslut"))
        self.action_count.setText(plural(actions, "åtgärd", "åtgärder"))
        for choice in self.roles.values():
            choice.show_room()
        formal = room.meeting.minutes_kind is MinutesKind.PROTOCOL
        self.roles[RoleAtMeeting.VERIFIER].setVisible(formal)
        gone = () if room.meeting.minutes_are_done else chair_is_gone(room)
        self._gone = next((one for one in gone if one.stand_in is not None), None)
        if self._gone is not None and self._gone.stand_in is not None:
            words = self.tr("Låt {name} leda {point}")
            self.stand_in.set_text(words.format(name=self._gone.stand_in.name, point=self._gone.where))
        self.stand_in.setVisible(self._gone is not None)
        told = [
            self.tr("{name} leder {point} men är inte med där.").format(name=one.holder.name, point=one.where)
            for one in gone
        ]
        self.warning.setText("\n".join([*told, *(self._contradictions() if formal else ())]))
        self.warning.setVisible(bool(self.warning.text()))

    def choose(self, lack: LackKind) -> None:
        """Open the choice that mends a lack."""
        lacking = [role for role in RoleAtMeeting if not self._desk.room.holders(role)]
        role = RoleAtMeeting.VERIFIER if lack is LackKind.VERIFIER or not lacking else lacking[0]
        self.roles[role].open_menu()

    def _let_lead(self) -> None:
        """Let the one proposed lead what the chair is away from."""
        desk, gone = self._desk, self._gone
        if gone is None or gone.stand_in is None:
            return
        stand_in, last = gone.stand_in, None if gone.to_the_end else gone.last.id
        desk.do(
            lambda: desk.council.room.take_over(
                desk.meeting_id, RoleAtMeeting.CHAIR, stand_in, from_item_id=gone.first.id, to_item_id=last
            )
        )

    def _contradictions(self) -> list[str]:
        room = self._desk.room
        here = {one.person_id for one in room.attendees if one.is_here}
        return [
            self.tr("{name} är justerare men inte här.").format(name=holder.name)
            for holder in room.holders(RoleAtMeeting.VERIFIER)
            if holder.person_id is not None and holder.person_id not in here
        ]

    def _count(self, icon: Icon, ink: Ink) -> Label:
        words = plain_label("")
        self._counts_line.addWidget(IconLabel(icon, ink, size=18))
        self._counts_line.addWidget(words)
        self._counts_line.addSpacing(8)
        return words
