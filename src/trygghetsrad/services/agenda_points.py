"""What the coordinator can do with the agenda of a meeting: add, change, move and remove points."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.errors import Refused
from trygghetsrad.domain.meetings import ItemOrigin
from trygghetsrad.services.agenda import AHEAD, carry_unreached, insert_before_closing, renumber, rows_of
from trygghetsrad.services.live import assign, one
from trygghetsrad.services.thread_points import lay_thread_points
from trygghetsrad.store.schema import AgendaItemRow, AgendaSeenRow, MeetingRow

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from trygghetsrad.domain.actions import Area
    from trygghetsrad.domain.meetings import ItemKind
    from trygghetsrad.store.database import Database


class ItemDetails(TypedDict, total=False):
    """What a point of the agenda has beside its title."""

    kind: ItemKind
    presenter: str
    proposed_by: str
    minutes: int | None
    proposed_decision: str
    dnr: str
    confidential: bool
    areas: frozenset[Area]


class ItemChanges(ItemDetails, total=False):
    """What may be changed of a point of the agenda."""

    title: str


class AgendaPoints:
    """The points of the agendas; everything here is also a verb of the meetings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open_agenda(self, meeting_id: int) -> None:
        """Note that the coordinator has looked at the agenda; bring what is left and what the thread asks."""
        with self._database.read() as session:
            row = one(session, MeetingRow, meeting_id, "Mötet")
            seen = session.get(AgendaSeenRow, row.uid) is not None
            if seen or row.state not in AHEAD or self._database.is_read_only:
                return
        label = "Hämta punkter från förra mötet"
        with self._database.write(label, also=Changed.MEETINGS) as session:
            row = one(session, MeetingRow, meeting_id, "Mötet")
            session.add(AgendaSeenRow(meeting_uid=row.uid))
            carry_unreached(session, row, self._database.clock())
            lay_thread_points(session, row)

    def add_item(self, meeting_id: int, title: str, **details: Unpack[ItemDetails]) -> int:
        """Add a point before those that close the meeting.

        Raises Refused without a title.
        """
        if not title.strip():
            raise Refused("En punkt behöver en rubrik. Inget har ändrats.")
        with self._database.write(f"Lägg till ”{title.strip()}”") as session:
            one(session, MeetingRow, meeting_id, "Mötet")
            row = AgendaItemRow(meeting_id=meeting_id, position=0, title=title.strip())
            assign(row, dict(details))
            insert_before_closing(session, row)
            return row.id

    def add_answer(self, meeting_id: int, title: str, from_whom: str) -> int:
        """Take a matter that somebody has asked for onto the agenda; whoever asked presents it at first.

        Raises Refused without a title.
        """
        if not title.strip():
            raise Refused("En punkt behöver en rubrik. Inget har ändrats.")
        with self._database.write(f"Lägg till ”{title.strip()}”") as session:
            one(session, MeetingRow, meeting_id, "Mötet")
            who = from_whom.strip()
            row = AgendaItemRow(
                meeting_id=meeting_id,
                position=0,
                title=title.strip(),
                origin=ItemOrigin.ANSWER,
                proposed_by=who,
                presenter=who,
            )
            insert_before_closing(session, row)
            return row.id

    def change_item(self, item_id: int, **changes: Unpack[ItemChanges]) -> None:
        """Change a point of the agenda.

        Raises Refused when the title would become empty.
        """
        if "title" in changes and not changes["title"].strip():
            raise Refused("En punkt behöver en rubrik. Den gamla rubriken är kvar.")
        with self._database.write("Ändra punkt", merge_key=f"item:{item_id}:{','.join(changes)}") as session:
            assign(one(session, AgendaItemRow, item_id, "Punkten"), dict(changes))

    def move_item(self, item_id: int, steps: int) -> None:
        """Move a point up (negative) or down."""
        with self._database.write("Flytta punkt") as session:
            row = one(session, AgendaItemRow, item_id, "Punkten")
            rows = rows_of(session, row.meeting_id)
            place = rows.index(row)
            rows.insert(min(max(place + steps, 0), len(rows) - 1), rows.pop(place))
            renumber(rows)

    def remove_item(self, item_id: int) -> None:
        """Put a point in the bin, with what stands under it."""
        with self._database.write("Ta bort punkt") as session:
            row = one(session, AgendaItemRow, item_id, "Punkten")
            row.deleted_at = self._database.clock()
            renumber([one for one in rows_of(session, row.meeting_id) if one is not row])
