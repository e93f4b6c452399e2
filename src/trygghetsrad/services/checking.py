"""Is the council file sound: its bytes, its references, its chain of events, its sense."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, text

from trygghetsrad.domain.checking import CheckReport
from trygghetsrad.domain.council import MinutesKind
from trygghetsrad.domain.meetings import MeetingState, MinutesState
from trygghetsrad.services.live import live
from trygghetsrad.services.reading_attachments import original_of
from trygghetsrad.services.reading_meetings import MeetingNumbers, meeting_of
from trygghetsrad.services.seating import members_on
from trygghetsrad.store.blobs import is_whole
from trygghetsrad.store.events import broken_links
from trygghetsrad.store.schema import BlobRow, MeetingRow
from trygghetsrad.store.soundness import unreadable_tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sqlalchemy.orm import Session

    from trygghetsrad.domain.people import Member
    from trygghetsrad.store.database import Database


class CheckingService:
    """Looks through the whole file; changes nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def check(self, today: date) -> CheckReport:
        """Return what is damaged, and what merely deserves a look."""
        with self._database.read() as session:
            damage = tuple(_damage(session))
            # What is damaged may not be readable, and then nothing else matters.
            return CheckReport(damage=damage, warnings=() if damage else tuple(_warnings(session, today)))


def _damage(session: Session) -> Iterator[str]:
    for line in session.scalars(text("PRAGMA integrity_check(5)")):
        if line != "ok":
            yield f"Filen är skadad: {line}."
    for table, row, *_rest in session.execute(text("PRAGMA foreign_key_check")):
        yield f"En hänvisning pekar på något som inte finns: {table} {row}."
    unreadable = tuple(unreadable_tables(session.connection()))
    for table in unreadable:
        yield f"Ett värde går inte att läsa: {table}."
    for number in broken_links(session) if "event" not in unreadable else ():
        yield f"Händelse {number} passar inte i kedjan och kan ha ändrats."
    for digest in session.scalars(select(BlobRow.sha256)):
        if not is_whole(session, digest):
            yield f"Ett sparat dokument stämmer inte med sin kontrollsumma: {digest[:16]}."


def _warnings(session: Session, today: date) -> Iterator[str]:
    for member in members_on(session, today):
        yield from _member(member)
    numbers = MeetingNumbers(session)
    for row in session.scalars(live(MeetingRow).order_by(MeetingRow.day)):
        meeting = meeting_of(row, numbers)
        if meeting.day < today and meeting.state in {MeetingState.PLANNED, MeetingState.CALLED}:
            yield f"{meeting.label} skulle ha hållits {meeting.day.isoformat()} men är inte avslutat."
        formal = meeting.minutes_kind is MinutesKind.PROTOCOL
        if meeting.state is MeetingState.HELD and formal and meeting.minutes_state is MinutesState.DRAFT:
            yield f"{meeting.label} har inget utskickat protokoll."
        if original := original_of(session, meeting.id):
            yield (
                f"{meeting.label}: originalet är den bifogade filen ”{original.name}”, "
                "och programmets text kan skilja sig från den."
            )


def _member(member: Member) -> Iterator[str]:
    if member.person is None:
        yield f"En plats är vakant: {member.seat.role.value}, {member.organisation or 'utan organisation'}."
    elif not member.person.email:
        yield f"{member.name} saknar e-postadress."
    if member.awaits_election:
        yield f"{member.name} väntar på nyval: mandatperioden är slut."
