"""What happens in the meeting room: attendance, text, decisions, actions, and the end of the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from sqlalchemy import select

from trygghetsrad.domain.checklist import Lack, what_is_lacking
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.meetings import MeetingRoom, MeetingState, Outcome, done_text
from trygghetsrad.services.actions import ActionDetails, new_action
from trygghetsrad.services.agenda import AHEAD, carry_to_next
from trygghetsrad.services.attendance import (
    attendees_of,
    roles_of,
    settle_attendance,
    store_attendance,
    store_roles,
)
from trygghetsrad.services.live import assign, one
from trygghetsrad.services.minutes_facts import differs_from_version
from trygghetsrad.services.reading import council_of
from trygghetsrad.services.reading_meetings import MeetingNumbers, items_of, meeting_of, version_of
from trygghetsrad.services.round_the_table import RoundTheTable
from trygghetsrad.services.thread_points import fill_thread_points
from trygghetsrad.store.schema import AgendaItemRow, DecisionRow, MeetingRow, MinutesVersionRow

if TYPE_CHECKING:
    from datetime import date, time

    from sqlalchemy.orm import Session
    from typing_extensions import Unpack


class DecisionChanges(TypedDict, total=False):
    """What may be changed of a decision."""

    text: str
    outcome: Outcome
    sent_to: str
    reservations: str
    votes: str


class RoomService(RoundTheTable):
    """The meeting while it goes on, and whatever is corrected afterwards."""

    def room(self, meeting_id: int) -> MeetingRoom:
        """Return all that the meeting room shows."""
        with self._database.read() as session:
            return room_of(session, meeting_id)

    def checklist(self, meeting_id: int) -> tuple[Lack, ...]:
        """Return what is missing before the minutes can be made, in agenda order."""
        with self._database.read() as session:
            return what_is_lacking(room_of(session, meeting_id), council_of(session))

    # -- beginning and end ---------------------------------------------------------------------

    def start(self, meeting_id: int, at: time) -> None:
        """Begin the meeting: everyone expected counts as present from now on.

        Raises Refused when it is cancelled or over; one that goes on just goes on.
        """
        with self._database.write("Starta mötet") as session:
            meeting = one(session, MeetingRow, meeting_id, "Mötet")
            if meeting.state is MeetingState.CANCELLED:
                raise Refused("Mötet är inställt. Återta inställandet först om det ska hållas.")
            if meeting.state is MeetingState.HELD:
                raise Refused("Mötet är redan avslutat. Välj att fortsätta mötet i stället.")
            if meeting.started is None:
                settle_attendance(session, meeting)
                meeting.started = at
                fill_thread_points(session, meeting)
            store_attendance(session, meeting)

    def take_back_start(self, meeting_id: int) -> None:
        """Let a meeting that was begun too soon be ahead again; what was noted in it stays.

        Raises Refused when it is not going on.
        """
        with self._database.write("Återta starten") as session:
            meeting = one(session, MeetingRow, meeting_id, "Mötet")
            if meeting.state not in AHEAD or meeting.started is None:
                raise Refused("Mötet pågår inte. Inget har ändrats.")
            meeting.started = None

    def end(self, meeting_id: int, at: time) -> None:
        """End the meeting: it is held, and what was not reached goes to the next agenda.

        Raises Refused when it is cancelled or over already, or would end before it began.
        """
        with self._database.write("Avsluta mötet") as session:
            meeting = one(session, MeetingRow, meeting_id, "Mötet")
            if meeting.state not in AHEAD:
                raise Refused("Mötet är redan avslutat eller inställt. Inget har ändrats.")
            started = meeting.started or meeting.starts
            if at < started:
                raise Refused("Mötet slutar innan det börjar. Mötet pågår fortfarande. Ändra klockslaget.")
            store_attendance(session, meeting)
            store_roles(session, meeting)
            meeting.started, meeting.ended = started, at
            meeting.state = MeetingState.HELD
            carry_to_next(session, meeting, self._database.clock())

    def reopen(self, meeting_id: int) -> None:
        """Go on with a meeting that was ended too early.

        Raises Refused when it is not over, or its minutes are done.
        """
        with self._database.write("Fortsätt mötet") as session:
            meeting = one(session, MeetingRow, meeting_id, "Mötet")
            _refuse_unless_held(meeting)
            if (told := meeting_of(meeting, MeetingNumbers(session))).minutes_are_done:
                raise Refused(f"{done_text(told)}, så mötet är avslutat.")
            meeting.ended = None
            meeting.state = MeetingState.CALLED if meeting.called_on else MeetingState.PLANNED

    def set_times(self, meeting_id: int, started: time, ended: time) -> None:
        """Correct when the meeting began and ended.

        Raises Refused when it would end before it began, or is not over.
        """
        if ended <= started:
            raise Refused("Mötet slutar innan det börjar. De gamla klockslagen är kvar.")
        with self._database.write("Ändra mötestiden") as session:
            meeting = one(session, MeetingRow, meeting_id, "Mötet")
            _refuse_unless_held(meeting)
            meeting.started, meeting.ended = started, ended

    # -- what is said and decided --------------------------------------------------------------

    def write_text(self, item_id: int, text: str) -> None:
        """Write the text of a point; successive changes within a minute are one step."""
        with self._database.write("Skriv text", merge_key=f"text:{item_id}") as session:
            item = one(session, AgendaItemRow, item_id, "Punkten")
            item.text = text.strip()
            self._tell_next(session, item)

    def append_text(self, item_id: int, paragraph: str) -> None:
        """Add a paragraph below the text of a point."""
        with self._database.write("Lägg till text") as session:
            row = one(session, AgendaItemRow, item_id, "Punkten")
            row.text = f"{row.text}\n\n{paragraph.strip()}".strip()
            self._tell_next(session, row)

    def set_treated(self, item_id: int, treated: bool) -> None:
        """Tick that the meeting has dealt with a point, or take the tick back."""
        with self._database.write("Bocka av punkt" if treated else "Ta bort bocken") as session:
            item = one(session, AgendaItemRow, item_id, "Punkten")
            item.treated = treated
            self._tell_next(session, item)

    def add_decision(self, item_id: int, text: str, outcome: Outcome = Outcome.DECIDES) -> int:
        """Write a decision under a point.

        Raises Refused when nothing is written.
        """
        if not text.strip():
            raise Refused("Skriv vad som beslutades. Inget har ändrats.")
        with self._database.write("Lägg till beslut") as session:
            item = one(session, AgendaItemRow, item_id, "Punkten")
            row = DecisionRow(item_id=item_id, text=text.strip(), outcome=outcome)
            session.add(row)
            self._tell_next(session, item)
            session.flush()
            return row.id

    def change_decision(self, decision_id: int, **changes: Unpack[DecisionChanges]) -> None:
        """Change a decision.

        Raises Refused when the text would become empty.
        """
        if "text" in changes and not changes["text"].strip():
            raise Refused("Ett beslut behöver en text. Den gamla texten är kvar.")
        key = f"decision:{decision_id}:{','.join(changes)}"
        with self._database.write("Ändra beslut", merge_key=key) as session:
            assign(one(session, DecisionRow, decision_id, "Beslutet"), dict(changes))

    def remove_decision(self, decision_id: int) -> None:
        with self._database.write("Ta bort beslut") as session:
            one(session, DecisionRow, decision_id, "Beslutet").deleted_at = self._database.clock()

    def add_action(self, item_id: int, what: str, today: date, **details: Unpack[ActionDetails]) -> int:
        """Give an action under a point; it stands in Åtgärder at once."""
        with self._database.write("Lägg till åtgärd") as session:
            item = one(session, AgendaItemRow, item_id, "Punkten")
            action = new_action(session, what, today, item_id, details)
            self._tell_next(session, item)
            return action.id

    def _tell_next(self, session: Session, item: AgendaItemRow) -> None:
        """After the meeting, what is written decides whether a point comes back at the next one."""
        meeting = session.get_one(MeetingRow, item.meeting_id)
        if meeting.state is MeetingState.HELD:
            carry_to_next(session, meeting, self._database.clock())


def _refuse_unless_held(meeting: MeetingRow) -> None:
    if meeting.state is not MeetingState.HELD:
        raise Refused("Mötet är inte avslutat. Inget har ändrats.")


def room_of(session: Session, meeting_id: int) -> MeetingRoom:
    """Return the meeting with its agenda, attendance, roles and versions."""
    row = one(session, MeetingRow, meeting_id, "Mötet")
    attendees = attendees_of(session, row)
    versions = session.scalars(
        select(MinutesVersionRow)
        .where(MinutesVersionRow.meeting_uid == row.uid)
        .order_by(MinutesVersionRow.n)
    ).all()
    room = MeetingRoom(
        meeting=meeting_of(row, MeetingNumbers(session)),
        items=items_of(session, meeting_id),
        attendees=attendees,
        roles=roles_of(session, row, attendees),
        versions=tuple(version_of(version) for version in versions),
    )
    return differs_from_version(session, room, versions[-1]) if versions else room
